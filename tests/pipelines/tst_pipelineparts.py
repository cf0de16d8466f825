# SPDX-License-Identifier: GPL-3.0-or-later
"""The functions that generated DAGs are made of, on a real PostgreSQL, with each driver a target has.

Runs on the Python of the sandbox's Airflow 2, which has both; Airflow itself is not started."""
import contextlib
import csv
import datetime
import importlib
import itertools
import json
import logging
import os
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.realpath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BASE = os.path.join(ROOT, "packaging", "sandbox")
PARTS = os.path.join(ROOT, "resources", "nodes", "parts")
SKIPPED = 77  # as ctest is told
sys.path.insert(0, BASE)
from driver import environment, recipes  # noqa: E402

NEEDED = ("broken", "compare_tables", "copy_rows", "expect_count", "expect_none", "expect_query",
          "ingest_files", "query_rows", "quoted", "read_file", "rendered", "watermark_of",
          "write_query", "write_rows", "kept")
COLUMNS = [{"name": "id", "type": "bigint", "nullable": False},
           {"name": "name", "type": "varchar(5)"}]


def library():
    python = os.path.join(environment.path(recipes.load(BASE, "airflow2")), "bin", "python")
    if not os.path.exists(python):
        print("not installed: packaging/sandbox/sandbox install airflow2")
        sys.exit(1 if os.environ.get("CI") == "true" else SKIPPED)
    if not os.environ.get("PH_PARTS"):
        os.environ["PH_PARTS"] = "1"
        os.execv(python, [python, "-B", *sys.argv])


class Failed(Exception):
    pass


class Kept:
    """Airflow's variables."""

    def __init__(self):
        self.values = {}

    def get(self, name, default=None):
        return self.values.get(name, default)

    def set(self, name, value):
        self.values[name] = value


class Try:
    run_id = "manual__1"


class Operator:
    @staticmethod
    def render_template(text, _context):
        return text.replace("{{ limit }}", "10") if text else text


class Parts:
    driver = ""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(dir="/var/tmp", ignore_cleanup_errors=True)
        cls.addClassCleanup(cls.folder.cleanup)
        os.chmod(cls.folder.name, 0o755)
        server = subprocess.Popen(
            [os.path.join(ROOT, "tests", "support", "servers", "pg"), cls.folder.name],
            stdout=subprocess.PIPE, text=True)
        cls.addClassCleanup(server.wait)
        cls.addClassCleanup(server.terminate)
        cls.addClassCleanup(server.stdout.close)
        cls.facts = dict(pair.split("=", 1) for pair in server.stdout.readline().split()[1:])
        with open(cls.facts["password"], encoding="utf-8") as file:
            cls.word = file.read().strip()

    def connect(self, _id="c"):
        return importlib.import_module(self.driver).connect(
            host="127.0.0.1", port=self.facts["port"], user="pilot", password=self.word,
            dbname="shop")

    def sql(self, text):
        with contextlib.closing(self.connect()) as connection, connection.cursor() as cursor:
            cursor.execute(text)
            rows = cursor.fetchall() if cursor.description else None
            connection.commit()
            return rows

    def setUp(self):
        self.kept = Kept()
        self.parts = {
            "connect": self.connect, "AirflowFailException": Failed, "Variable": self.kept,
            "get_current_context": lambda: {"ti": Try, "task": Operator},
            "closing": contextlib.closing, "islice": itertools.islice, "logging": logging,
            "csv": csv, "json": json, "os": os, "datetime": datetime.datetime,
            "timezone": datetime.timezone, "print": lambda *_: None}
        for name in NEEDED:
            with open(os.path.join(PARTS, name + ".py"), encoding="utf-8") as file:
                exec(file.read(), self.parts)  # pylint: disable=exec-used
        self.sql("DROP SCHEMA IF EXISTS t CASCADE; CREATE SCHEMA t")
        self.sql('CREATE TABLE t.src (id int, name text, at timestamptz, "odd ""col%" text)')
        self.sql("INSERT INTO t.src SELECT g, 'n' || g, timestamptz '2026-01-01 00:00Z'"
                 " + g * interval '1 hour', 'x%y' FROM generate_series(1, 2500) g")

    def call(self, name, *values, **more):
        return self.parts[name](*values, **more)

    def count(self, table):
        return self.sql(f"SELECT count(*) FROM {table}")[0][0]

    def test_rows_of_a_query_in_every_mode(self):
        wanted = self.sql("SELECT count(*) FROM t.src WHERE name LIKE 'n1%'")[0][0]
        written = self.call(
            "write_query", "c", "SELECT * FROM t.src WHERE name LIKE 'n1%';", "t.out", "append")
        self.assertEqual((written, self.count("t.out")), (wanted, wanted))
        self.assertEqual(self.call("write_query", "c", "TABLE t.src", "t.out", "replace"), 2500)
        self.assertEqual(self.call(
            "write_query", "c", "SELECT * FROM t.src WHERE id <= {{ limit }}", "t.out",
            "delete_insert", delete_where="id <= {{ limit }} -- these"), 10)
        self.assertEqual(self.count("t.out"), 2500)
        self.sql("CREATE UNIQUE INDEX ON t.out (id)")
        self.assertEqual(self.call(
            "write_query", "c", "SELECT id, 'new' AS name FROM t.src WHERE id <= 5", "t.out",
            "merge", keys=["id"]), 5)
        self.assertEqual(self.sql("SELECT count(*), count(*) FILTER (WHERE name = 'new')"
                                  " FROM t.out")[0], (2500, 5))
        self.call("write_query", "c", "SELECT 1 AS one", "t.v", "view")
        self.assertEqual(self.count("t.v"), 1)

    def test_a_write_that_fails_leaves_all_as_it_was(self):
        self.sql("CREATE TABLE t.out (id int CHECK (id < 2000))")
        self.sql("INSERT INTO t.out VALUES (1)")
        with self.assertRaises(Exception):
            self.call("write_query", "c", "SELECT id FROM t.src", "t.out", "replace")
        self.assertEqual(self.count("t.out"), 1)

    def test_only_what_is_new_is_copied(self):
        self.sql("CREATE TABLE t.copy (LIKE t.src)")

        def copy(mode="append", **more):
            return self.call("copy_rows", "c", "SELECT * FROM t.src WHERE name LIKE 'n%'", "c",
                             "t.copy", mode, 1000, "mark", **more)

        self.assertEqual(copy(watermark_column="at"), 2500)
        self.assertEqual(copy(watermark_column="at"), 0)
        self.sql("INSERT INTO t.src VALUES (9999, 'n9', now(), 'z')")
        self.assertEqual(copy(watermark_column="at"), 1)
        overlap = datetime.timedelta(days=36_500)
        self.assertEqual(copy(watermark_column="at", watermark_overlap=overlap), 2501)
        by_variable = {"watermark_column": "id", "watermark_state": "variable"}
        self.assertEqual(copy("replace", **by_variable), 2501)
        self.assertEqual(self.kept.values, {"mark": "9999"})
        self.assertEqual(copy(**by_variable), 0)

    def test_checks_count_what_is_bad(self):
        self.assertEqual(self.call(
            "expect_none", "c", "SELECT count(*) FROM t.src WHERE id IS NULL", "r", "error"), 0)
        bad = [("expect_none", "c", "SELECT count(*) FROM t.src", "r", "error"),
               ("expect_query", "c", "SELECT * FROM t.src WHERE name LIKE 'n1%';", 3, "error"),
               ("expect_count", "c", "t.src", 99_999, "error"),
               ("compare_tables", "c", "t.src", "t.less", "count", 0, "error")]
        self.sql("CREATE TABLE t.less AS SELECT * FROM t.src WHERE id > 100")
        for words in bad:
            with self.assertRaisesRegex(Failed, r"\d"):
                self.call(*words)
        self.assertEqual(self.call("expect_query", "c", "SELECT 1", 0, "warn"), 1)
        self.sql("CREATE TABLE t.same AS TABLE t.src")
        for how in ("count", "sum", "rows"):
            self.assertEqual(self.call("compare_tables", "c", "t.src", "t.same", how, 0, "error",
                                       column="id", keys=["id"]), 0.0)
        self.assertEqual(self.call("compare_tables", "c", "t.src", "t.less", "rows", 5, "error",
                                   keys=["id"]), 100.0)

    def test_a_file_is_loaded_once_and_its_bad_records_kept(self):
        self.sql("CREATE TABLE t.files (id bigint NOT NULL, name varchar(5), _rest jsonb,"
                 " _extracted_at timestamptz, _ingested_at timestamptz, _source text,"
                 " _batch_id text)")
        path = os.path.join(self.folder.name, "a.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("id,name,more\n1,one,x\n2,twothree,y\nx,bad,z\n4\n5,five,\n")
        words = dict(paths=[path], conn_id="c", table="t.files", columns=COLUMNS, extra="keep",
                     mode="append", batch_size=2, file_format="csv", delimiter=",", header=True,
                     encoding="utf-8")
        self.assertEqual(self.call("ingest_files", **words), 2)
        self.assertEqual(self.sql("SELECT line FROM t.files_bad ORDER BY 1"), [(3,), (4,), (5,)])
        self.assertEqual(self.sql("SELECT _rest->>'more', _batch_id FROM t.files WHERE id = 1"),
                         [("x", "manual__1")])
        self.assertEqual(self.call("ingest_files", **words), 0)
        with self.assertRaises(Failed):
            self.sql("DELETE FROM t.files")
            self.call("ingest_files", **words, max_bad=10)
        self.assertEqual(self.count("t.files"), 0)


class OfPsycopg2(Parts, unittest.TestCase):
    driver = "psycopg2"


class OfPsycopg3(Parts, unittest.TestCase):
    driver = "psycopg"


if __name__ == "__main__":
    library()
    unittest.main(verbosity=2)
