# SPDX-License-Identifier: GPL-3.0-or-later
"""The e-commerce pipeline of the sandbox: deployed, with runs that tell the truth, and never written
over what somebody has changed."""
import json
import os
import shutil
import subprocess
import sys
import unittest

import kafkaclient
from tst_sandbox import ROOT

sys.path.insert(0, kafkaclient.BASE)
from airflow.client import Client  # noqa: E402
from driver import install, recipes  # noqa: E402

NEEDS = ("airflow3", "kafka", "schema-registry", "streamjob")
DAG = "shop_sales"
TEMPLATES = os.path.join(ROOT, "resources", "pipelines", "templates")
PROGRAM = os.environ.get("PILOTHOUSE_PROGRAM", "")


class Programmed:
    seconds = 840

    def environment(self):
        return {**super().environment(), "PILOTHOUSE_PROGRAM": PROGRAM}


class Box(Programmed, kafkaclient.KafkaBox):
    pass


class LentBox(Programmed, kafkaclient.LentBox):
    """Others use it after this."""

    def remove(self):
        data = os.path.join(self.folder, "data")
        jobs = os.path.join(data, "streamjob", "jobs", f"{DAG}.orders_bronze")
        for path in (os.path.join(data, "airflow3", "dags", f"{DAG}.py"), jobs + ".conf"):
            os.unlink(path)
        subprocess.run(["supervisorctl", "-c", os.path.join(data, "streamjob", "supervisord.conf"),
                        "update"], check=False, capture_output=True)
        shutil.rmtree(jobs)
        self.json("reset", "ecommerce")


class Pipeline(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.box = LentBox() if "PILOTHOUSE_TEST_PROFILE" in os.environ else Box(None)
        cls.addClassCleanup(cls.box.remove)
        cls.start()
        secrets = json.loads(cls.box.read("secrets.json"))["secrets"]
        port = json.loads(cls.box.read("ports.json"))["ports"]["airflow3"]
        cls.client = Client(3, f"http://127.0.0.1:{port}", "admin", secrets["shop-airflow"])

    @classmethod
    def start(cls):
        return cls.box.json("start", "--no-install", "--no-traffic", "--scale", "5", "ecommerce")

    def path(self, *names):
        return os.path.join(self.box.folder, *names)

    def runs(self):
        found = self.client.call("GET", f"/dags/{DAG}/dagRuns?limit=100")["dag_runs"]
        return {run["dag_run_id"]: run["state"] for run in found}

    def test_01_templates_have_no_error(self):
        files = [os.path.join(TEMPLATES, name) for name in sorted(os.listdir(TEMPLATES))]
        self.assertEqual(len(files), 7)
        for target in ("airflow-2", "airflow-3"):
            checked = subprocess.run([PROGRAM, "pipeline", "check", "--target", target, *files],
                                     check=False, capture_output=True, text=True)
            self.assertEqual(checked.returncode, 0, checked.stderr)

    def test_02_every_part_is_in_its_place(self):
        for path in (("pipelines", f"{DAG}.pipeline.yaml"),
                     ("data", "airflow3", "dags", f"{DAG}.py"),
                     ("data", "streamjob", "jobs", f"{DAG}.orders_bronze.conf"),
                     ("data", "streamjob", "jobs", f"{DAG}.orders_bronze", "job.json")):
            self.assertTrue(os.path.isfile(self.path(*path)), path)
        told = subprocess.run(
            ["supervisorctl", "-c", self.path("data", "streamjob", "supervisord.conf"), "status"],
            check=False, capture_output=True, text=True).stdout
        self.assertRegex(told, rf"{DAG}\.orders_bronze +RUNNING")
        self.assertIn('pipelines: "' + self.path("pipelines"), self.box.read("profile.yaml"))

    def test_03_the_runs_tell_what_happened(self):
        runs = self.runs()
        self.assertIn("success", [state for name, state in runs.items()
                                  if name.startswith("scheduled__")], runs)
        self.assertEqual(runs["a_total_below_zero"], "failed", runs)
        self.assertEqual(runs["corrected"], "success", runs)
        tasks = self.client.call(
            "GET", f"/dags/{DAG}/dagRuns/a_total_below_zero/taskInstances?limit=100")
        states = {task["task_id"]: task["state"] for task in tasks["task_instances"]}
        failed = [name for name, state in states.items() if state == "failed"]
        self.assertEqual(len(failed), 1, states)
        self.assertTrue(failed[0].endswith("totals_make_sense"), states)
        self.assertIn("upstream_failed", states.values())

    def test_04_the_data_arrived(self):
        self.assertEqual(self.box.sql(
            "SELECT count(DISTINCT total), min(total) FROM bronze.shop_orders WHERE order_id = 780002"),
            "2|-3")
        self.assertEqual(self.box.sql(
            "SELECT total FROM silver.shop_orders WHERE order_id = 780002"), "3.00")
        self.assertEqual(self.box.sql("SELECT sum(orders) FROM gold.shop_sales"),
                         self.box.sql("SELECT count(*) FROM silver.shop_orders"))
        keys = self.box.redis("--scan", "--pattern", "sales:country:*").split()
        self.assertEqual(len(keys),
                         int(self.box.sql("SELECT count(DISTINCT country) FROM gold.shop_sales")))

    def test_05_a_second_start_leaves_what_was_changed(self):
        mine = {}
        for path in (("pipelines", f"{DAG}.pipeline.yaml"),
                     ("data", "airflow3", "dags", f"{DAG}.py"),
                     ("data", "streamjob", "jobs", f"{DAG}.orders_bronze", "job.json")):
            with open(self.path(*path), "a", encoding="utf-8") as file:
                file.write("\n")
            mine[path] = self.box.read(os.path.join(*path))
        runs = self.runs()
        # Also where it is deployed anew, as after a change of what the sandbox brings.
        for fresh in (False, True):
            if fresh:
                state = json.loads(self.box.read("state.json"))
                del state["filled"]["ecommerce"]
                with open(self.path("state.json"), "w", encoding="utf-8") as file:
                    json.dump(state, file)
            self.start()
            for path, text in mine.items():
                self.assertEqual(self.box.read(os.path.join(*path)), text, path)
            self.assertEqual(self.runs(), runs)


if __name__ == "__main__":
    lacking = [name for name in NEEDS
               if not install.installed(recipes.load(kafkaclient.BASE, name))]
    if lacking or not os.access(PROGRAM, os.X_OK):
        print("not there: " + (" ".join(lacking) or "PILOTHOUSE_PROGRAM"))
        sys.exit(1 if os.environ.get("CI") == "true" else kafkaclient.SKIPPED)
    unittest.main()
