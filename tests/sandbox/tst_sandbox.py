# SPDX-License-Identifier: GPL-3.0-or-later
"""The sandbox from its first start to its reset, as this user and, for root, as another one."""
import atexit
import json
import os
import pwd
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCALE = 10


def processes_below(folder):
    found = []
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            cwd = os.readlink(f"/proc/{entry}/cwd")
            with open(f"/proc/{entry}/stat", encoding="utf-8", errors="replace") as file:
                zombie = file.read().rpartition(")")[2].split()[0] == "Z"
        except OSError:
            continue
        if (cwd == folder or cwd.startswith(folder + "/")) and not zombie:
            found.append(int(entry))
    return found


class Sandbox:
    """A sandbox in a temporary folder, driven through its command line."""

    seconds = 200  # for one command

    def __init__(self, user=None):
        self.user = user
        self.parent = tempfile.mkdtemp(prefix="ph-sandbox-", dir="/var/tmp")
        os.chmod(self.parent, 0o755)
        self.driver = os.path.join(ROOT, "packaging", "sandbox", "sandbox")
        self.folder = os.path.join(self.parent, "box")
        # Also after Ctrl+C, when no tearDown is called.
        atexit.register(self.remove)
        if user:
            # The sources may lie where only root can read.
            copy = os.path.join(self.parent, "sandbox")
            shutil.copytree(os.path.dirname(self.driver), copy,
                            ignore=shutil.ignore_patterns("__pycache__"))
            self.driver = os.path.join(copy, "sandbox")
            os.chown(self.parent, user.pw_uid, user.pw_gid)

    def environment(self):
        return {"PATH": "/usr/bin:/bin", "HOME": self.parent, "LC_ALL": "C.UTF-8",
                "PILOTHOUSE_SANDBOX_DIR": self.folder}

    def __call__(self, *arguments, check=True):
        as_user = {"user": self.user.pw_uid, "group": self.user.pw_gid,
                   "extra_groups": []} if self.user else {}
        done = subprocess.run([self.driver, *arguments], env=self.environment(), cwd=self.parent,
                              stdin=subprocess.DEVNULL, text=True, capture_output=True,
                              check=False, timeout=self.seconds, **as_user)
        if check and done.returncode != 0:
            raise AssertionError(f"sandbox {arguments}: {done.returncode}\n{done.stdout}"
                                 f"{done.stderr}")
        return done

    def json(self, *arguments, check=True):
        return [json.loads(line) for line in
                self(*arguments, "--json", check=check).stdout.splitlines()]

    def read(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8") as file:
            return file.read()

    def sql(self, statement, role="pilot"):
        port = json.loads(self.read("ports.json"))["ports"]["postgres"]
        done = subprocess.run(
            ["psql", "-X", "-A", "-t", "-h", "127.0.0.1", "-p", str(port), "-U", role, "-d", "shop",
             "-c", statement], text=True, capture_output=True, check=False,
            env={**os.environ, "PGPASSFILE": os.path.join(self.folder, "pgpass")})
        return (done.stdout + done.stderr).strip()

    def redis(self, *words, user=""):
        secrets = json.loads(self.read("secrets.json"))["secrets"]
        port = json.loads(self.read("ports.json"))["ports"]["redis"]
        login = ["--user", user] if user else []
        password = secrets[f"shop-cache/{user}" if user else "shop-cache"]
        return subprocess.run(
            ["redis-cli", "-p", str(port), *login, *words], text=True, capture_output=True,
            check=False, env={**os.environ, "REDISCLI_AUTH": password}).stdout.strip()

    def states(self):
        return {row["server"]: row["state"]
                for row in self.json("status", check=False)[0]["servers"]
                if not row["on_demand"] or row["state"] != "absent"}

    def remove(self):
        if os.path.isdir(self.folder):
            self("reset", check=False)
        shutil.rmtree(self.parent, ignore_errors=True)


class Lifecycle(unittest.TestCase):
    user = None

    @classmethod
    def setUpClass(cls):
        cls.box = Sandbox(cls.user)
        cls.events = cls.box.json("start", "--no-traffic", "--scale", str(SCALE))

    @classmethod
    def tearDownClass(cls):
        cls.box.remove()

    def test_00_what_cannot_be_meant_is_said(self):
        for words, said in ((["start", "nosuch"], "servers: postgres, "), ([], "SERVER"),
                            (["begin"], "start")):
            done = subprocess.run([self.box.driver, *words], check=False,
                                  capture_output=True, text=True)
            self.assertEqual(done.returncode, 2, words)
            self.assertIn(said, done.stdout + done.stderr)

    def test_01_progress_never_goes_back(self):
        last = {}
        for event in self.events:
            self.assertEqual(event["schema"], 1)
            if event["event"] == "progress":
                self.assertGreaterEqual(event["percent"], last.get(event["server"], 0))
                last[event["server"]] = event["percent"]
        self.assertEqual(last, {"postgres": 100, "redis": 100})
        self.assertEqual(self.events[-1]["event"], "done")

    def test_02_the_shop_is_complete(self):
        for query, expected in (
                ("SELECT count(*) FROM gold.fct_orders", 10000 * SCALE),
                ("SELECT count(DISTINCT order_id) FROM gold.fct_order_items", 10000 * SCALE),
                ("SELECT count(*) FROM silver.customers", 500 * SCALE),
                ("SELECT count(*) FROM silver.products", 50 * SCALE),
                ("SELECT sum(orders) FROM gold.mart_daily_revenue", 10000 * SCALE),
                ("SELECT count(*) FROM gold.fct_orders_other", 0)):
            self.assertEqual(self.box.sql(query), str(expected), query)
        # The same rows on every machine.
        self.assertEqual(self.box.sql("SELECT md5(string_agg(display_name, ',' ORDER BY customer_id))"
                                      " FROM silver.customers WHERE customer_id <= 1000"),
                         "b43f6f7a0bf9fe525ca81b1edd0bc4bb")
        for key, kind in (("cache:product:HB-0001", "string"), ("cart:user:88000", "hash"),
                          ("rank:top_sku:TW", "zset"), ("segment:vip", "set"),
                          ("queue:email:waiting", "list"), ("stream:orders", "stream")):
            self.assertEqual(self.box.redis("TYPE", key), kind, key)
        self.assertEqual(self.box.redis("XLEN", "stream:orders"), str(200 * SCALE))
        self.assertEqual(self.box.redis("XPENDING", "stream:orders", "fulfilment").split()[0],
                         str(2 * SCALE))

    def test_03_roles_are_what_they_say(self):
        self.assertIn("permission denied", self.box.sql(
            "BEGIN READ WRITE; DELETE FROM gold.audit", role="viewer"))
        self.assertEqual(self.box.sql("SELECT pg_has_role('pilot', 'pg_signal_backend', 'USAGE')"),
                         "t")
        self.assertIn("NOPERM", self.box.redis("SET", "a", "b", user="viewer"))
        self.assertEqual(self.box.redis("TYPE", "segment:vip", user="viewer"), "set")

    def test_04_files_are_private_and_loopback_only(self):
        for name in ("profile.yaml", "secrets.json", "pgpass", "data/redis/redis.conf"):
            mode = stat.S_IMODE(os.stat(os.path.join(self.box.folder, name)).st_mode)
            self.assertEqual(mode, 0o600, name)
        for row in self.box.json("status")[0]["servers"]:
            for port in row["ports"]:
                with socket.create_connection(("127.0.0.1", port), 2):
                    pass
                listening = subprocess.run(["ss", "-Hltn", f"sport = :{port}"], text=True,
                                           capture_output=True, check=False).stdout
                for line in listening.splitlines():
                    self.assertIn(f"127.0.0.1:{port}", line)

    def test_05_no_password_in_any_process(self):
        words = json.loads(self.box.read("secrets.json"))["secrets"].values()
        for pid in processes_below(self.box.folder):
            for name in ("cmdline", "environ"):
                try:
                    with open(f"/proc/{pid}/{name}", "rb") as file:
                        text = file.read()
                except ProcessLookupError:
                    continue  # a short-lived child of a server
                for word in words:
                    self.assertNotIn(word.encode(), text)

    def test_06_second_start_is_quick_and_keeps_all(self):
        before = [self.box.read(name) for name in ("ports.json", "secrets.json", "profile.yaml")]
        self.box.sql("INSERT INTO gold.audit (what) VALUES ('mine')")
        began = time.monotonic()
        self.box("start", "--no-traffic")
        self.assertLess(time.monotonic() - began, 3)
        self.box("stop")
        self.assertEqual(processes_below(self.box.folder), [])
        self.assertEqual(self.box.states(), {"postgres": "stopped", "redis": "stopped"})
        began = time.monotonic()
        self.box("start", "--no-traffic")
        self.assertLess(time.monotonic() - began, 6)
        self.assertEqual(before, [self.box.read(name) for name in
                                  ("ports.json", "secrets.json", "profile.yaml")])
        self.assertEqual(self.box.sql("SELECT count(*) FROM gold.audit WHERE what = 'mine'"), "1")

    def test_07_what_was_changed_in_the_profile_stays(self):
        before = self.box.read("profile.yaml")
        path = os.path.join(self.box.folder, "profile.yaml")
        mine = "  - id: second\n    module: database\n    tool: postgresql\n" \
               "    address: 127.0.0.1:5432\n    secret: none\n"
        port = json.loads(self.box.read("ports.json"))["ports"]["postgres"]
        changed = re.sub(r"title: .*", "title: Renamed", before, count=1) + mine
        changed = re.sub(r"timezone: .*", "timezone: Asia/Taipei", changed, count=1)
        with open(path, "w", encoding="utf-8") as file:
            file.write(changed.replace(f"127.0.0.1:{port}", "127.0.0.1:1"))
        self.box("start", "--no-traffic")
        self.assertEqual(self.box.read("profile.yaml"), changed)  # but for the address: as it is
        with open(path, "w", encoding="utf-8") as file:
            file.write("services: [broken")
        self.box("start", "--no-traffic")
        self.assertEqual(self.box.read("profile.yaml"), before)
        self.assertEqual(self.box.read("profile.yaml.bak"), "services: [broken")

    def test_08_one_server_at_a_time(self):
        self.box("stop", "redis")
        self.assertEqual(self.box.states(), {"postgres": "ready", "redis": "stopped"})
        self.box("start", "--no-traffic", "redis")
        self.assertEqual(self.box.states(), {"postgres": "ready", "redis": "ready"})
        self.assertEqual(self.box("start", "oracle", check=False).returncode, 2)

    def test_09_a_killed_server_comes_back(self):
        row = next(row for row in self.box.json("status")[0]["servers"]
                   if row["server"] == "redis")
        old = row["programs"][0]["pid"]
        os.kill(old, signal.SIGKILL) if not self.user else subprocess.run(
            ["kill", "-9", str(old)], check=True)
        limit = time.monotonic() + 20
        while self.box.states()["redis"] != "ready" or old in processes_below(self.box.folder):
            self.assertLess(time.monotonic(), limit)
            time.sleep(0.1)

    def test_09_a_killed_supervisor_is_replaced(self):
        with open(os.path.join(self.box.folder, "run", "supervisord.pid"), encoding="utf-8") as pid:
            os.kill(int(pid.read()), signal.SIGKILL)
        self.box("start", "--no-traffic")
        self.assertEqual(self.box.states(), {"postgres": "ready", "redis": "ready"})

    def test_10_traffic_moves(self):
        self.box("start")
        count = self.box.redis("XLEN", "stream:orders")
        orders = self.box.sql("SELECT max(order_id) FROM gold.fct_orders")
        limit = time.monotonic() + 20
        while (self.box.redis("XLEN", "stream:orders") == count
               or self.box.sql("SELECT max(order_id) FROM gold.fct_orders") == orders):
            self.assertLess(time.monotonic(), limit)
            time.sleep(0.2)

    def test_11_reset_removes_all(self):
        self.box("reset")
        self.assertEqual(processes_below(self.box.folder), [])
        self.assertFalse(os.path.exists(self.box.folder) and os.listdir(self.box.folder))
        self.assertEqual(self.box.states(), {"postgres": "absent", "redis": "absent"})


@unittest.skipIf(os.geteuid() != 0, "only root can become another user")
class LifecycleAsAnotherUser(Lifecycle):
    user = pwd.getpwnam("nobody")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    unittest.main()
