# SPDX-License-Identifier: GPL-3.0-or-later
"""No lying form: every field of tasks and schedules is set to a low and to a high value, generated, and
read back: from the API of real Airflow servers where it tells the field, else from the operator that
the server's own Python makes of the file.

    tst_fields.py PROGRAM [-v]"""
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
sys.path[:0] = [os.path.join(ROOT, "tests", "sandbox"), os.path.join(ROOT, "packaging", "sandbox")]
import kafkaclient  # noqa: E402
from airflow.client import Client  # noqa: E402
from driver import environment, recipes  # noqa: E402

PROGRAM = ""
PATIENCE = 120
MINUTE, HOUR, DAY = 60, 3600, 86_400

# Field → (as written, as the operator holds it) for low and high; {major: …} where they differ.
TASK = {
    "trigger_rule": (("all_done", "all_done"),
                     ("none_failed_min_one_success", "none_failed_min_one_success")),
    "retries": ((1, 1), (7, 7)),
    "retry_delay": (("90s", 90), ("2h", 2 * HOUR)),
    "execution_timeout": (("5m", 5 * MINUTE), ("3h", 3 * HOUR)),
    "sla": (("10m", 10 * MINUTE), ("2h", 2 * HOUR)),
    "pool": (("default_pool", "default_pool"), ("shop_closed", "shop_closed")),
    "pool_slots": ((1, 1), (3, 3)),
    "priority_weight": ((2, 2), (900, 900)),
    "weight_rule": (("upstream", "upstream"), ("absolute", "absolute")),
    "queue": (("fast", "fast"), ("slow-2", "slow-2")),
    "max_active_tis_per_dag": ((1, 1), (9, 9)),
    "depends_on_past": ((False, False), (True, True)),
    "wait_for_downstream": ((False, False), (True, True)),
    "do_xcom_push": ((True, True), (False, False)),
    "owner": (("data", "data"), ("o'brien \"q\"", "o'brien \"q\"")),
    "email": ((["a@shop.test"], ["a@shop.test"]),
              (["b@shop.test", "c@shop.test"], ["b@shop.test", "c@shop.test"])),
    "email_on_failure": ((False, False), (True, True)),
    "email_on_retry": ((False, False), (True, True)),
    "alert_on": (("failure", ["failure"]), ("all", ["failure", "retry", "success"])),
    "alert_connection": (("shop_hook", None), ("shop_hook_2", None)),  # read from the file
    "finish_within": (("1m", None), ("30d", None)),  # checked by us, never sent
}
# These depend on each other, so they have tasks of their own.
BACKOFF = {
    "retry_exponential_backoff": ((True, {2: True, 3: 1.5}), (True, {2: True, 3: 4})),
    "retry_factor": ((1.5, None), (4, None)),
    "max_retry_delay": (("10m", 10 * MINUTE), ("1d", DAY)),
}
SCHEDULE = {
    "cron": (("5 * * * *", "5 * * * *"), ("30 4 1 * *", "30 4 1 * *")),
    "timezone": (("UTC", "UTC"), ("Asia/Taipei", "Asia/Taipei")),
    "start_date": (("2025-01-02", "2025-01-02T00:00:00+00:00"),
                   ("2026-03-04T05:06", "2026-03-03T21:06:00+00:00")),
    "end_date": (("2030-01-02", "2030-01-02T00:00:00+00:00"),
                 ("2031-03-04T05:06", "2031-03-03T21:06:00+00:00")),
    "catchup": ((False, False), (True, True)),
    "max_active_runs": ((1, 1), (9, 9)),
    "max_active_tasks": ((2, 2), (33, 33)),
    "max_consecutive_failed_dag_runs": ((0, 0), (5, 5)),
    "fail_fast": ((False, False), (True, True)),
    "paused_on_creation": ((True, True), (False, False)),
    "params": (({"day": "monday"}, {"day": "monday"}),
               ({"a b": "it's", "n": "7"}, {"a b": "it's", "n": "7"})),
    "dagrun_timeout": (("10m", 10 * MINUTE), ("2d", 2 * DAY)),
    "deadline": (("15m", 15 * MINUTE), ("1d", DAY)),
    "deadline_from": (("queued", None), ("logical_date", None)),
    "deadline_email": ((["a@shop.test"], None), (["b@shop.test"], None)),
}
ASSETS = {
    "assets": ((["file://shop/a", "file://shop/b"], None), (["file://shop/c", "file://shop/d"], None)),
    "assets_rule": (("all", None), ("any", None)),
}
ATTRIBUTE = {"paused_on_creation": "is_paused_upon_creation", "fail_fast": {2: "fail_stop",
                                                                            3: "fail_fast"}}
ONLY = {"sla": 2, "retry_factor": 3, "deadline": 3, "deadline_from": 3, "deadline_email": 3}


def scalar(value):
    return json.dumps(value, ensure_ascii=False)


def of(value, major):
    return value.get(major) if isinstance(value, dict) and set(value) <= {2, 3} else value


def settings(table, high, major, indent):
    lines = [f"{' ' * indent}{name}: {scalar(pair[high][0])}" for name, pair in table.items()
             if ONLY.get(name, major) == major]
    return "\n".join(lines) + "\n"


def node(name, table, high, major):
    return (f"  {name}:\n    kind: process.python\n    params:\n      code: return 1\n    task:\n"
            + settings(table, high, major, 6))


def document(name, high, major, schedule, nodes):
    return (f"pipeline: 1\nid: f1e1d{high}{major}\nname: {name}\nschedule:\n"
            + settings(schedule, high, major, 2) + "nodes:\n" + nodes)


class Fields(unittest.TestCase):
    major = 3

    @classmethod
    def setUpClass(cls):
        cls.box = kafkaclient.LentBox() if os.environ.get("PILOTHOUSE_TEST_PROFILE") else None
        if cls.box is None:
            raise unittest.SkipTest("no servers are lent")
        recipe = recipes.load(kafkaclient.BASE, f"airflow{cls.major}")
        cls.python = os.path.join(environment.path(recipe), "bin", "python")
        ports = json.loads(cls.box.read("ports.json"))["ports"]
        secrets = json.loads(cls.box.read("secrets.json"))["secrets"]
        service = "shop-airflow" if cls.major == 3 else "shop-airflow-2"
        cls.client = Client(cls.major, f"http://127.0.0.1:{ports[f'airflow{cls.major}']}", "admin",
                            secrets[service])
        cls.dags = os.path.join(cls.box.folder, "data", f"airflow{cls.major}", "dags")
        cls.work = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.work.cleanup)

    def generate(self, name, text):
        """The text of the DAG; it also goes to the server, until the test is over."""
        path = os.path.join(self.work.name, name + ".pipeline.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        home = {**os.environ, "HOME": self.work.name, "XDG_CONFIG_HOME": self.work.name,
                "XDG_STATE_HOME": self.work.name}
        made = subprocess.run([PROGRAM, "pipeline", "generate", path, "--target",
                               f"airflow-{self.major}", "--out", self.work.name],
                              capture_output=True, text=True, check=False, env=home)
        self.assertEqual(made.returncode, 0, made.stderr + text)
        with open(os.path.join(self.work.name, name + ".py"), encoding="utf-8") as file:
            dag = file.read()
        target = os.path.join(self.dags, name + ".py")
        with open(target, "w", encoding="utf-8") as file:
            file.write(dag)
        os.chmod(target, 0o644)
        self.addCleanup(os.unlink, target)
        return dag

    def held(self, name, dag_names, task_names):
        """What the operators hold that the server's own Python makes of the file."""
        run = subprocess.run(
            [self.python, os.path.join(HERE, "dagvalues.py"),
             os.path.join(self.work.name, name + ".py"), ",".join(dag_names), ",".join(task_names)],
            capture_output=True, text=True, check=False, cwd=self.work.name,
            env={"AIRFLOW_HOME": self.work.name, "HOME": self.work.name, "PATH": "/usr/bin:/bin",
                 "AIRFLOW__CORE__UNIT_TEST_MODE": "True", "LC_ALL": "C.UTF-8"})
        found = re.search(r"^VALUES (.*)$", run.stdout, re.MULTILINE)
        self.assertTrue(found, run.stdout + run.stderr)
        return json.loads(found[1])[name]

    def told(self, name, path=""):
        """What the API tells of the DAG, once it has parsed it."""
        limit = time.monotonic() + PATIENCE
        while True:
            try:
                return self.client.call("GET", f"/dags/{name}{path}")
            except OSError as error:
                errors = self.client.call("GET", "/importErrors")["import_errors"]
                mine = [one["stack_trace"] for one in errors if name in one["filename"]]
                self.assertFalse(mine, mine)
                self.assertLess(time.monotonic(), limit, str(error))
                time.sleep(0.5)

    def compare(self, what, held, table, high, names=None):
        for name, pair in table.items():
            expected = of(pair[high][1], self.major)
            attribute = of(ATTRIBUTE.get(name, name), self.major)
            if ONLY.get(name, self.major) != self.major or expected is None \
                    or (names and name not in names):
                continue
            with self.subTest(field=name, of=what, high=high):
                self.assertEqual(held[attribute], expected)

    def test_every_field_is_tried(self):
        for file, tables in (("_task", (TASK, BACKOFF)), ("_schedule", (SCHEDULE, ASSETS))):
            with open(os.path.join(ROOT, "resources", "nodes", file + ".yaml"),
                      encoding="utf-8") as text:
                names = re.findall(r"^  - name: (\w+)$", text.read(), re.MULTILINE)
            self.assertEqual(sorted(names), sorted(name for table in tables for name in table))

    def test_fields_of_tasks(self):
        for high in (0, 1):
            name = f"fields_task_{high}"
            dag = self.generate(name, document(name, high, self.major, {}, node(
                "plain", TASK, high, self.major) + node("backoff", BACKOFF, high, self.major)))
            values = self.held(name, ["dag_id"], [*TASK, *BACKOFF])["tasks"]
            values["plain"]["alert_on"] = values["plain"]["callbacks"]
            self.compare("operator", values["plain"], TASK, high)
            self.compare("operator", values["backoff"], BACKOFF, high)
            self.assertIn(f'"{TASK["alert_connection"][high][0]}"', dag)
            self.assertNotIn("finish_within", dag)
            self.api_task(name, high)

    def api_task(self, name, high):
        told = self.told(name, "/tasks/plain")
        for field in ("retry_delay", "execution_timeout"):
            span = told[field]
            told[field] = span["days"] * DAY + span["seconds"]
        self.compare("API", told, TASK, high, (
            "trigger_rule", "retries", "retry_delay", "execution_timeout", "pool", "pool_slots",
            "priority_weight", "weight_rule", "queue", "depends_on_past", "wait_for_downstream",
            "owner"))
        told = self.told(name, "/tasks/backoff")
        self.compare("API", told, BACKOFF, high, ("retry_exponential_backoff",))

    def test_fields_of_schedules(self):
        for high in (0, 1):
            name = f"fields_schedule_{high}"
            dag = self.generate(name, document(name, high, self.major, SCHEDULE, node(
                "one", {}, high, self.major).replace("    task:\n", "")))
            values = self.held(name, [of(ATTRIBUTE.get(one, one), self.major) for one in SCHEDULE],
                               ["task_id"])
            held = {**values["dag"], "params": values["params"], "cron": SCHEDULE["cron"][high][1]}
            held["deadline"] = of(SCHEDULE["deadline"][high][1], self.major)  # of the file
            self.compare("operator", held, SCHEDULE, high)
            self.api_schedule(name, high)
            if self.major == 3:
                self.assertIn(("DAGRUN_QUEUED_AT", "DAGRUN_LOGICAL_DATE")[high], dag)
                self.assertIn(SCHEDULE["deadline_email"][high][0][0], dag)
                self.assertIn("interval=timedelta(" + ("minutes=15", "days=1")[high] + ")", dag)

    def api_schedule(self, name, high):
        told = self.told(name, "/details")
        cron = told.get("timetable_summary") or told["schedule_interval"]["value"]
        self.assertEqual(cron, SCHEDULE["cron"][high][1])
        self.compare("API", told, SCHEDULE, high, (
            "catchup", "max_active_runs", "max_active_tasks",
            "max_consecutive_failed_dag_runs", "paused_on_creation"))
        # Both versions say UTC for the zone, and plan in the one that is meant: 04:30 in Taipei.
        run = self.told(name).get(("next_dagrun_create_after", "next_dagrun_run_after")[
            self.major - 2])
        self.assertRegex(run, (":05:00", "T20:30:00")[high])
        for field in ("start_date", "end_date"):
            with self.subTest(field=field):
                self.assertEqual(told[field].replace("Z", "+00:00"), SCHEDULE[field][high][1])
        for key, value in SCHEDULE["params"][high][0].items():
            self.assertIn(value, json.dumps(told["params"][key]).replace("\\'", "'"))

    def test_assets_as_a_schedule(self):
        for high in (0, 1):
            name = f"fields_assets_{high}"
            self.generate(name, document(name, high, self.major, ASSETS, node(
                "one", {}, high, self.major).replace("    task:\n", "")))
            told = self.told(name, "/details")
            found = json.dumps(told.get("asset_expression") or told.get("dataset_expression"))
            uris = list(dict.fromkeys(re.findall(r"file://shop/\w", found)))
            self.assertEqual(uris, ASSETS["assets"][high][0])
            self.assertIn(ASSETS["assets_rule"][high][0], found)


class Fields2(Fields):
    major = 2


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
