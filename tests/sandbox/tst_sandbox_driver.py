# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sandbox's driver decides without a server: archives, order, the profile, what it leaves
out."""
import hashlib
import os
import sys
import tempfile
import threading
import types
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "packaging", "sandbox"))
from driver import install, jars, profile  # noqa: E402
from driver.recipes import awaited, comes_along, discover, to_start  # noqa: E402
from driver.report import SandboxError  # noqa: E402
from driver.sidebyside import side_by_side  # noqa: E402

PATIENCE = 60
# A Maven that reaches nothing: its only repository is a port where nobody listens.
NOWHERE = """<settings><mirrors><mirror><id>nowhere</id><mirrorOf>*</mirrorOf>
<url>http://127.0.0.1:9/</url></mirror></mirrors></settings>"""


def server(name, **more):
    return types.SimpleNamespace(NAME=name, TITLE=name.title(), missing=lambda: [], **more)


class Archives(unittest.TestCase):
    """What Maven brings is taken only when it is what the lock file names."""

    def check(self, **files):
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as target:
            recipe = server("fake", FOLDER=folder)
            with open(os.path.join(folder, "jars.lock"), "w", encoding="utf-8") as lock:
                lock.write(f"{hashlib.sha256(b'right').hexdigest()}  one\n")
            for name, content in files.items():
                with open(os.path.join(target, name), "wb") as file:
                    file.write(content)
            jars._check(recipe, target)

    def test_the_lock_file_decides(self):
        self.check(one=b"right")
        for files in ({"one": b"wrong"}, {}, {"one": b"right", "two": b"right"}):
            with self.assertRaises(SandboxError, msg=str(files)):
                self.check(**files)


class Along(unittest.TestCase):
    """The e-commerce pipeline comes by itself with all it runs on, else it does not."""

    ALL = ["airflow3", "kafka", "schema-registry"]

    def setUp(self):
        self.recipes = discover(os.path.join(ROOT, "packaging", "sandbox"))
        for recipe in self.recipes:
            if recipe.NAME == "ecommerce":
                recipe.can_come = lambda base: base == "built"

    def along(self, names, scale=100, base="built"):
        return comes_along(self.recipes, names, scale, base)

    def test_with_all_it_runs_on(self):
        self.assertEqual(self.along(self.ALL), ["ecommerce"])
        self.assertEqual(self.along(["postgres", *self.ALL]), ["ecommerce"])
        self.assertEqual(self.along([*self.ALL, "ecommerce"]), [])

    def test_not_without_one_nor_in_small_nor_without_the_program(self):
        for name in self.ALL:
            self.assertEqual(self.along([other for other in self.ALL if other != name]), [], name)
        self.assertEqual(self.along([]), [])
        self.assertEqual(self.along(self.ALL, scale=5), [])
        self.assertEqual(self.along(self.ALL, base="elsewhere"), [])

    def test_a_plain_start_is_as_it_was(self):
        self.assertEqual([recipe.NAME for recipe in to_start(self.recipes, [])],
                         ["postgres", "redis"])


class Installation(unittest.TestCase):
    """Without a network some servers cannot be had; the others start."""

    def setUp(self):
        self.said = []
        self.report = types.SimpleNamespace(
            error=lambda failure: self.said.append(f"{failure.text} ({failure.hint})"),
            note=self.said.append, progress=lambda *_: None)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        before = dict(os.environ)
        self.addCleanup(lambda: (os.environ.clear(), os.environ.update(before)))
        os.environ["PILOTHOUSE_SANDBOX_CACHE"] = os.path.join(self.folder, "cache")

    def recipes(self):
        place = os.path.join(self.folder, "archives")
        os.makedirs(place, exist_ok=True)
        with open(os.path.join(place, "jars.lock"), "w", encoding="utf-8") as lock:
            lock.write(f"{'0' * 64}  one.jar\n")
        other = os.path.join(self.folder, "plain")
        return [server("archives", FOLDER=place, ARTIFACT="nobody:one:1"),
                server("needy", FOLDER=other, NEEDS=("archives",)), server("plain", FOLDER=other)]

    @unittest.skipUnless(os.access("/usr/bin/mvn", os.X_OK) and jars.java(), "no Maven, no Java")
    def test_no_repository_is_said_in_one_sentence_and_the_rest_starts(self):
        home = os.path.join(self.folder, "home")
        os.makedirs(os.path.join(home, ".m2"))
        with open(os.path.join(home, ".m2", "settings.xml"), "w", encoding="utf-8") as settings:
            settings.write(NOWHERE)
        os.environ["MAVEN_OPTS"] = f"-Duser.home={home}"
        for _ in range(2):  # what Maven remembers of the first time does not blur the second
            self.said.clear()
            able = install.ensure(self.recipes(), self.report, allowed=True)
            self.assertEqual([recipe.NAME for recipe in able], ["plain"])
            self.assertEqual(self.said, [
                "Archives needs Java archives, and no Maven repository could be reached "
                "(check the network and ~/.m2/settings.xml)",
                "Needy is left out: it needs Archives"])

    @unittest.skipUnless(jars.java() and os.access("/usr/bin/mvn", os.X_OK), "no Maven, no Java")
    def test_what_may_not_be_installed_is_named(self):
        able = install.ensure(self.recipes(), self.report, allowed=False)
        self.assertEqual([recipe.NAME for recipe in able], ["plain"])
        self.assertEqual(self.said[0], "Archives is not installed "
                         "(packaging/sandbox/sandbox install archives)")


class Order(unittest.TestCase):
    def test_who_waits_for_whom(self):
        recipes = [server("one"), server("two"), server("three", WAITS_FOR=()),
                   server("four", WAITS_FOR=("three",))]
        self.assertEqual([awaited(recipe, recipes) for recipe in recipes],
                         [[], ["one"], [], ["three"]])

    def test_those_that_wait_for_nobody_meet(self):
        together, ended = threading.Barrier(2), []
        recipes = [server("one"), server("two"), server("last")]

        def work(recipe):
            if recipe.NAME != "last":
                together.wait(PATIENCE)  # breaks where one begins only after the other's end
            ended.append(recipe.NAME)
        side_by_side(recipes, work, lambda recipe: ("one", "two", "not chosen")
                     if recipe.NAME == "last" else ())
        self.assertEqual((sorted(ended[:2]), ended[2:]), (["one", "two"], ["last"]))

    def test_what_waits_for_a_failed_one_is_not_begun(self):
        ended = []

        def work(recipe):
            if recipe.NAME == "one":
                raise SandboxError("it does not start")
            ended.append(recipe.NAME)
        with self.assertRaisesRegex(SandboxError, "it does not start"):
            side_by_side([server("one"), server("two"), server("three")], work,
                         lambda recipe: ("one",) if recipe.NAME == "two" else ())
        self.assertEqual(ended, ["three"])


class Profile(unittest.TestCase):
    """Services without a password, and with addresses among their options."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.place = types.SimpleNamespace(profile=os.path.join(folder.name, "profile.yaml"))

    def read(self):
        with open(self.place.profile, encoding="utf-8") as file:
            return file.read()

    def change(self, old, new):
        text = self.read()
        self.assertIn(old, text)
        with open(self.place.profile, "w", encoding="utf-8") as file:
            file.write(text.replace(old, new))

    def write(self, *services):
        profile.write(self.place, services, ["shop-kafka"])

    def kafka(self, port, connect=""):
        return {"id": "shop-kafka", "module": "streams", "tool": "kafka", "title": "Kafka",
                "address": f"127.0.0.1:{port}", "namespace": "kafka://shop-kafka", "user": "",
                "secret": "none", "options": {"registry": f"http://127.0.0.1:{port + 1}/ccompat",
                                              "connect": connect}}

    def test_addresses_follow_and_the_rest_stays(self):
        self.write(self.kafka(20000))
        self.assertIn("secret: none", self.read())
        self.assertIn('options: {registry: "http://127.0.0.1:20001/ccompat"}', self.read())
        self.change("options: {", "options: {mine: 3, ")
        self.change('title: "Kafka"', 'title: "Renamed"')
        self.write(self.kafka(21000, "http://127.0.0.1:22000"))
        self.assertIn('options: {mine: 3, registry: "http://127.0.0.1:21001/ccompat", '
                      'connect: "http://127.0.0.1:22000"}', self.read())
        self.assertIn('title: "Renamed"', self.read())
        self.assertIn('address: "127.0.0.1:21000"', self.read())
        self.write(self.kafka(21000))
        self.assertIn('options: {mine: 3, registry: "http://127.0.0.1:21001/ccompat"}', self.read())

    def test_an_address_that_was_pointed_elsewhere_stays(self):
        self.write(self.kafka(20000))
        self.change("http://127.0.0.1:20001/ccompat", "https://registry.internal/api")
        self.write(self.kafka(21000, "http://127.0.0.1:22000"))
        self.assertIn('options: {registry: "https://registry.internal/api", '
                      'connect: "http://127.0.0.1:22000"}', self.read())

    def test_one_of_ours_that_rests_is_left_out_and_others_are_not(self):
        self.write(self.kafka(20000))
        with open(self.place.profile, "a", encoding="utf-8") as file:
            file.write("  - id: mine\n    address: elsewhere:9092\n    secret: none\n")
        self.write()
        self.assertNotIn("shop-kafka", self.read())
        self.assertIn("  - id: mine\n    address: elsewhere:9092\n    secret: none\n", self.read())


if __name__ == "__main__":
    unittest.main()
