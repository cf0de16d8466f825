# SPDX-License-Identifier: GPL-3.0-or-later
"""What pipelines need beside their servers: dbt on the shop's database, and the supervisor of
streaming jobs."""
import json
import os
import subprocess
import sys
import time
import unittest

import kafkaclient
from tst_sandbox import processes_below

sys.path.insert(0, kafkaclient.BASE)
from driver import install, recipes  # noqa: E402

NAMES = ("dbt", "streamjob")
PATIENCE = 60


class Jobs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.box = kafkaclient.KafkaBox(None)
        cls.addClassCleanup(cls.box.remove)
        cls.box.json("start", "--no-install", "--no-traffic", "--scale", "2", *NAMES)

    def path(self, *names):
        return os.path.join(self.box.folder, "data", *names)

    def control(self, *words):
        return subprocess.run(
            ["supervisorctl", "-c", self.path("streamjob", "supervisord.conf"), *words],
            check=False, capture_output=True, text=True).stdout

    def wait(self, condition, words):
        limit = time.monotonic() + PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), limit, words)
            time.sleep(0.2)

    def dbt(self, *words):
        return subprocess.run([self.path("dbt", "bin", "dbt"), *words], cwd="/", check=False,
                              capture_output=True, text=True)

    def test_01_they_start_with_what_they_need(self):
        states = {row["server"]: row["state"]
                  for row in self.box.json("status", check=False)[0]["servers"]}
        self.assertEqual({states[name] for name in (*NAMES, "postgres", "kafka")}, {"ready"})

    def test_02_dbt_runs_from_anywhere(self):
        listed = self.dbt("ls", "--resource-type", "model", "--quiet")
        self.assertEqual(listed.returncode, 0, listed.stdout)
        self.assertIn("shop.marts.daily_revenue", listed.stdout)
        built = self.dbt("build", "--select", "customer_orders")
        self.assertEqual(built.returncode, 0, built.stdout)
        with open(self.path("dbt", "project", "target", "run_results.json"),
                  encoding="utf-8") as file:
            results = json.load(file)["results"]
        self.assertEqual({one["status"] for one in results}, {"success", "pass"})

    def test_03_no_password_in_the_wrapper(self):
        with open(self.path("dbt", "bin", "dbt"), encoding="utf-8") as file:
            self.assertNotIn(json.loads(self.box.read("secrets.json"))["secrets"]["shop-db"],
                             file.read())
        for name in (("dbt", "profiles.yml"), ("streamjob", "connections.json")):
            self.assertEqual(os.stat(self.path(*name)).st_mode & 0o077, 0)

    def test_04_a_job_is_run_again_when_it_ends(self):
        job = self.path("streamjob", "jobs", "beat.conf")
        with open(job, "w", encoding="utf-8") as file:
            file.write("[program:beat]\ncommand = /usr/bin/sleep 600\nstartsecs = 0\n"
                       "autorestart = true\n")
        self.assertIn("beat", self.control("update"))
        self.wait(lambda: "RUNNING" in self.control("status", "beat"), "the job does not start")
        first = self.control("pid", "beat").strip()
        os.kill(int(first), 9)
        self.wait(lambda: self.control("pid", "beat").strip() not in ("0", first),
                  "the job is not started again")
        self.control("stop", "beat")
        self.assertIn("STOPPED", self.control("status", "beat"))
        os.unlink(job)
        self.control("update")
        self.assertNotIn("beat", self.control("status"))

    def test_05_a_stop_leaves_nothing(self):
        self.box.json("stop")
        self.wait(lambda: not processes_below(self.box.folder), "processes are left")


if __name__ == "__main__":
    lacking = [name for name in NAMES
               if not install.installed(recipes.load(kafkaclient.BASE, name))]
    if lacking:
        print("not installed: packaging/sandbox/sandbox install " + " ".join(lacking))
        sys.exit(1 if os.environ.get("CI") == "true" else kafkaclient.SKIPPED)
    unittest.main()
