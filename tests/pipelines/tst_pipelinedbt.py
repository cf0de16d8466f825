# SPDX-License-Identifier: GPL-3.0-or-later
"""The dbt project that is generated from a pipeline's nodes, run by the sandbox's dbt on a real PostgreSQL
as the tasks of its DAG run it."""
import contextlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import types
import unittest

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.realpath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BASE = os.path.join(ROOT, "packaging", "sandbox")
GOLDEN = os.path.join(HERE, "golden", "shop_models.airflow-3")
PROJECT = "shop_models.dbt"
SKIPPED = 77  # as ctest is told
sys.path.insert(0, BASE)
from driver import environment, recipes  # noqa: E402

ENVIRONMENT = environment.path(recipes.load(BASE, "dbt"))


def library():
    python = os.path.join(ENVIRONMENT, "bin", "python")
    if not os.path.exists(python):
        print("not installed: packaging/sandbox/sandbox install dbt")
        sys.exit(1 if os.environ.get("CI") == "true" else SKIPPED)
    if not os.environ.get("PH_DBT"):
        os.environ["PH_DBT"] = "1"
        os.execv(python, [python, "-B", *sys.argv])


class Project(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(dir="/var/tmp", ignore_cleanup_errors=True)
        cls.folder = folder.name
        cls.addClassCleanup(folder.cleanup)
        os.chmod(cls.folder, 0o755)
        server = subprocess.Popen(
            [os.path.join(ROOT, "tests", "support", "servers", "pg"), cls.folder],
            stdout=subprocess.PIPE, text=True)
        cls.addClassCleanup(server.wait)
        cls.addClassCleanup(server.terminate)
        cls.addClassCleanup(server.stdout.close)
        facts = dict(pair.split("=", 1) for pair in server.stdout.readline().split()[1:])
        with open(facts["password"], encoding="utf-8") as file:
            word = file.read().strip()
        cls.known = types.SimpleNamespace(host="127.0.0.1", port=int(facts["port"]), login="pilot",
                                          password=word, schema="shop")
        # As deploying puts it beside the DAG, where a task cannot write.
        cls.dags = os.path.join(cls.folder, "dags")
        for flat in os.listdir(GOLDEN):
            path = os.path.join(cls.dags, flat.replace("~", "/"))
            os.makedirs(os.path.dirname(path), exist_ok=True)
            shutil.copy(os.path.join(GOLDEN, flat), path)
        cls.before = sorted(os.listdir(os.path.join(cls.dags, PROJECT)))
        cls.environment = {"PATH": f"{ENVIRONMENT}/bin:/usr/bin:/bin", "HOME": cls.folder,
                           "DO_NOT_TRACK": "1", "DBT_SEND_ANONYMOUS_USAGE_STATS": "false"}

    def sql(self, text):
        import psycopg2
        known = self.known
        with contextlib.closing(psycopg2.connect(
                host=known.host, port=known.port, user=known.login, password=known.password,
                dbname=known.schema)) as connection, connection.cursor() as cursor:
            cursor.execute(text)
            rows = cursor.fetchall() if cursor.description else None
            connection.commit()
            return rows

    def run_dbt(self, **words):
        """What a task calls; returns what it said."""
        names = {"json": json, "tempfile": tempfile, "subprocess": subprocess,
                 "os": types.SimpleNamespace(path=os.path, environ=self.environment),
                 "__file__": os.path.join(self.dags, "shop_models.py"),
                 "BaseHook": types.SimpleNamespace(get_connection=lambda _id: self.known),
                 "application": lambda: "airflow:shop_models.x.y.1", "rendered": lambda text: text}
        with open(os.path.join(ROOT, "resources", "nodes", "parts", "run_dbt.py"),
                  encoding="utf-8") as file:
            exec(file.read(), names)  # pylint: disable=exec-used
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            try:
                names["run_dbt"](conn_id="shop_db", project=PROJECT, generated=True, **words)
            except RuntimeError as error:
                self.said = said.getvalue()
                raise RuntimeError(f"{error}\n{self.said}") from error
        return said.getvalue()

    def fails(self, **words):
        with self.assertRaisesRegex(RuntimeError, "ended with 1"):
            self.run_dbt(**words)
        return self.said

    def test_models_are_built_and_checks_are_their_tests(self):
        self.sql("CREATE SCHEMA IF NOT EXISTS dbt_in; CREATE TABLE dbt_in.orders AS SELECT g AS order_id, "
                 "CASE WHEN g % 2 = 0 THEN 'paid' ELSE 'open' END AS state, 5.00 AS total "
                 "FROM generate_series(1, 10) g")
        self.run_dbt(command="run", select="clean", threads=2)
        self.assertEqual(self.sql("SELECT count(*), min(odd) FROM dbt_out.clean"),
                         [(10, "a) '{{")])
        self.run_dbt(command="run", select="revenue", variables={"day": "2026-11-22"})
        self.run_dbt(command="run", select="revenue", variables={"day": "2026-11-23"})
        self.assertEqual(self.sql('SELECT state, total, "Day of it" FROM dbt_out.revenue ORDER BY 1'),
                         [("open", 25, "2026-11-23"), ("paid", 25, "2026-11-23")])
        nodes = {"order_filled": 2, "order_once": 1, "odd_words": 2, "known_state": 1,
                 "day_filled": 1}
        self.assertIn("PASS=2 ", self.run_dbt(command="test", select="tag:node_order_filled"))
        for number, word in enumerate(("env_var('HOME')", "{{ 1/0 }}", "{% raw %}", "it's", "5\\",
                                       "子")):
            self.sql(f"UPDATE dbt_out.clean SET odd = $odd${word}$odd$ WHERE order_id = {number}")
        every = " ".join(f"tag:node_{node}" for node in nodes)
        self.assertIn(f"PASS={sum(nodes.values())} ", self.run_dbt(command="test", select=every))
        # Each fails by what it is for, and by nothing else.
        self.sql("UPDATE dbt_out.clean SET state = NULL WHERE order_id = 1")
        self.sql("INSERT INTO dbt_out.clean SELECT * FROM dbt_out.clean WHERE order_id = 2")
        self.sql("UPDATE dbt_out.clean SET odd = 'else' WHERE order_id = 3")
        self.sql("UPDATE dbt_out.revenue SET state = 'gone' WHERE state = 'paid'")
        said = self.fails(command="test", select=every)
        self.assertEqual({word.split()[-1] for word in re.findall(
            r"(?:Failure|Warning) in test (\S+)", said)},
                         {"order_filled_state", "order_once", "odd_words", "known_state"})
        self.assertIn("WARN=1 ", said)
        # Its password is in no file, and the project's folder is as it was.
        self.assertEqual(sorted(os.listdir(os.path.join(self.dags, PROJECT))), self.before)

    def test_two_nulls_are_the_same_value_as_in_the_check_of_a_task(self):
        self.sql("CREATE SCHEMA IF NOT EXISTS dbt_in; DROP TABLE IF EXISTS dbt_in.orders; "
                 "CREATE TABLE dbt_in.orders AS SELECT g AS order_id, 'paid' AS state, 5.00 AS total "
                 "FROM generate_series(1, 3) g")
        self.run_dbt(command="run", select="clean")
        self.sql("UPDATE dbt_out.clean SET state = NULL")
        once = {"command": "test", "select": "tag:node_order_once"}
        self.assertIn("PASS=1 ", self.run_dbt(**once))  # nulls, but of different orders
        self.sql("UPDATE dbt_out.clean SET order_id = NULL WHERE order_id < 3")
        self.fails(**once)
        self.sql("UPDATE dbt_out.clean SET total = -1 WHERE order_id IS NULL")
        self.assertIn("PASS=1 ", self.run_dbt(**once))  # its condition leaves them out

    def test_a_model_that_is_wrong_fails_its_task(self):
        self.sql("CREATE SCHEMA IF NOT EXISTS dbt_in; DROP TABLE IF EXISTS dbt_in.orders")
        self.assertIn("dbt_in.orders", self.fails(command="run", select="clean"))


if __name__ == "__main__":
    library()
    unittest.main(verbosity=2)
