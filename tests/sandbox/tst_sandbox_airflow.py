# SPDX-License-Identifier: GPL-3.0-or-later
"""Airflow 3 and Airflow 2 of the sandbox, from their start to a stop that leaves nothing behind."""
import json
import os
import pwd
import signal
import stat
import subprocess
import sys
import time
import unittest
import urllib.error

from tst_sandbox import ROOT, Sandbox, processes_below

sys.path.insert(0, os.path.join(ROOT, "packaging", "sandbox"))
from airflow.client import Client  # noqa: E402
from airflow.demo import SCHEDULED  # noqa: E402
from driver.environment import cache_folder  # noqa: E402

SERVICES = {"airflow3": "shop-airflow", "airflow2": "shop-airflow-2"}
DAGS = 22
PATIENCE = 240
CACHE = cache_folder()


class AirflowBox(Sandbox):
    """A sandbox that takes its Python environments from the machine's cache."""

    seconds = 900

    def environment(self):
        return {**super().environment(), "PILOTHOUSE_SANDBOX_CACHE": CACHE}

    def client(self, server, user="admin"):
        service = SERVICES[server]
        secrets = json.loads(self.read("secrets.json"))["secrets"]
        port = json.loads(self.read("ports.json"))["ports"][server]
        key = service if user == "admin" else f"{service}/{user}"
        return Client(int(server[-1]), f"http://127.0.0.1:{port}", user, secrets[key])


class Servers(unittest.TestCase):
    user = None
    # Two at once cost two gigabytes; root tests the other one below.
    names = ("airflow2",) if os.geteuid() == 0 else ("airflow3", "airflow2")

    @classmethod
    def setUpClass(cls):
        cls.box = AirflowBox(cls.user)
        cls.addClassCleanup(cls.box.remove)
        cls.events = cls.box.json("start", "--no-install", "--no-traffic", "--scale", "1",
                                  *cls.names)

    def each(self):
        for name in self.names:
            with self.subTest(name):
                yield name, self.box.client(name)

    def wait(self, condition, words):
        limit = time.monotonic() + PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), limit, words)
            time.sleep(0.5)

    def test_01_they_start_with_what_they_need(self):
        last = {}
        for event in self.events:
            if event["event"] == "progress":
                self.assertGreaterEqual(event["percent"], last.get(event["server"], 0))
                last[event["server"]] = event["percent"]
        self.assertEqual(last, dict.fromkeys(("postgres", *self.names), 100))
        self.assertEqual(self.box.states(),
                         dict.fromkeys(("postgres", *self.names), "ready") | {"redis": "absent"})
        profile = self.box.read("profile.yaml")
        for name in self.names:
            self.assertIn(f'id: "{SERVICES[name]}"', profile)
            self.assertIn(f'address: "{self.box.client(name).address}"', profile)

    def test_02_all_dags_are_there_and_one_file_is_broken(self):
        for name, client in self.each():
            self.wait(lambda client=client: client.call(
                "GET", "/dags?limit=100")["total_entries"] >= DAGS, name)
            answer = client.call("GET", "/dags?limit=100")
            self.assertEqual(answer["total_entries"], DAGS)
            self.assertEqual({dag["dag_id"] for dag in answer["dags"] if dag["is_paused"]},
                             {"shop_legacy_export", *SCHEDULED})
            self.wait(lambda client=client: client.call(
                "GET", "/importErrors")["total_entries"] == 1, name)
            error = client.call("GET", "/importErrors")["import_errors"][0]
            self.assertTrue(error["filename"].endswith("shop_broken_feed.py"))

    def test_03_a_run_succeeds(self):
        for name, client in self.each():
            client.trigger("shop_pulse", "smoke")
            place = "/dags/shop_pulse/dagRuns/smoke"
            self.wait(lambda client=client, place=place: client.call("GET", place)["state"] in (
                "success", "failed"), name)
            self.assertEqual(client.call("GET", place)["state"], "success")
            tasks = client.call("GET", f"{place}/taskInstances")["task_instances"]
            self.assertEqual({task["state"] for task in tasks}, {"success"})

    def test_04_the_viewer_may_only_read(self):
        for name, _ in self.each():
            viewer = self.box.client(name, "viewer")
            self.assertEqual(viewer.call("GET", "/dags/shop_pulse")["dag_id"], "shop_pulse")
            with self.assertRaises(urllib.error.HTTPError) as refused:
                viewer.trigger("shop_pulse", "not-allowed")
            self.assertEqual(refused.exception.code, 403)

    def test_05_secrets_stay_secret(self):
        words = [word.encode() for word in
                 json.loads(self.box.read("secrets.json"))["secrets"].values()]
        for pid in processes_below(self.box.folder):
            for name in ("cmdline", "environ"):
                try:
                    with open(f"/proc/{pid}/{name}", "rb") as file:
                        text = file.read()
                except (ProcessLookupError, FileNotFoundError):
                    continue  # a task that has ended
                self.assertFalse([word for word in words if word in text], f"{pid} {name}")
        for name in self.names:
            mode = os.stat(os.path.join(self.box.folder, "data", name, "airflow.cfg")).st_mode
            self.assertEqual(stat.S_IMODE(mode), 0o600)
        for name, client in self.each():
            for path in ("/connections", "/variables"):
                text = json.dumps(client.call("GET", path))
                self.assertFalse([word for word in words if word.decode() in text], path)

    def test_06_nothing_listens_beyond_loopback(self):
        pids = {str(pid) for pid in processes_below(self.box.folder)}
        lines = subprocess.run(["ss", "-Hltnp"], text=True, capture_output=True,
                               check=True).stdout.splitlines()
        ours = [line for line in lines if any(f"pid={pid}," in line for pid in pids)]
        self.assertGreaterEqual(len(ours), 1 + len(self.names))
        for line in ours:
            self.assertTrue(line.split()[3].startswith("127.0.0.1:"), line)

    def test_07_logs_can_be_seeded(self):
        script = os.path.join(ROOT, "tests", "support", "servers", "airflow-logs")
        for name, client in self.each():
            client.trigger("shop_catalog_rebuild", "seeded")
            place = "/dags/shop_catalog_rebuild/dagRuns/seeded"
            self.wait(lambda client=client, place=place: client.call(
                "GET", place)["state"] == "success", name)
            subprocess.run([script, self.box.folder, name, "shop_catalog_rebuild", "seeded",
                            "--bytes", "20000", "--needle", "deadlock detected"], check=True)
            tasks = client.call("GET", f"{place}/taskInstances?limit=100")
            self.assertEqual(tasks["total_entries"], 500)
            self.assertEqual({task["try_number"] for task in tasks["task_instances"]}, {3})
            log = f"{place}/taskInstances/category_00.read/logs/"
            for number, found in ((1, True), (2, True), (3, False)):
                text = json.dumps(client.call("GET", f"{log}{number}?full_content=true"))
                self.assertGreater(len(text), 15000)
                self.assertEqual("deadlock detected" in text, found, number)

    def test_08_a_stop_leaves_no_process_and_a_start_keeps_all(self):
        self.box("stop", *self.names)
        self.assertEqual([pid for pid in processes_below(self.box.folder) if any(
            place in os.readlink(f"/proc/{pid}/cwd") for place in self.names)], [])
        self.assertEqual(self.box.states()["postgres"], "ready")
        self.box("start", "--no-install", "--no-traffic", self.names[0])
        client = self.box.client(self.names[0])
        self.assertEqual(client.call("GET", "/dags/shop_pulse/dagRuns/smoke")["state"], "success")

    def test_09_the_database_takes_them_with_it(self):
        self.box("stop", "postgres")
        self.assertEqual(self.box.states()[self.names[0]], "stopped")

    def test_10_reset_removes_all(self):
        self.box("reset")
        self.assertEqual(processes_below(self.box.folder), [])
        self.assertFalse(os.path.exists(self.box.folder) and os.listdir(self.box.folder))


@unittest.skipIf(os.geteuid() != 0, "only root can become another user")
class ServersAsAnotherUser(Servers):
    """The servers of an ordinary user, as which the driver is called from the start."""

    user = pwd.getpwnam("nobody")
    names = ("airflow3",)


if __name__ == "__main__":
    # As Ctrl+C does: unittest would take any other exception for the failure of one test.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    unittest.main()
