# SPDX-License-Identifier: GPL-3.0-or-later
"""Kafka 3.9 and 4, Connect and the schema registry of the sandbox, from their start to a stop that
leaves nothing behind. What their demo data hold is asked in tst_kafka_data.py."""
import json
import os
import pwd
import signal
import stat
import subprocess
import sys
import time
import unittest

import kafkaclient

kafkaclient.library()
from tst_sandbox import processes_below  # noqa: E402

sys.path.insert(0, kafkaclient.BASE)
from kafka import rest  # noqa: E402

PATIENCE = 120


class Servers(unittest.TestCase):
    user = None
    # All four at once are asked in tst_kafka_data.py.
    names = ("kafka4",)

    @classmethod
    def setUpClass(cls):
        cls.box = kafkaclient.KafkaBox(cls.user)
        cls.addClassCleanup(cls.box.remove)
        cls.events = cls.box.json("start", "--no-install", "--no-traffic", "--scale", "2",
                                  *cls.names)
        cls.all = ("schema-registry", *cls.names)
        cls.broker = cls.names[0]

    def ask(self):
        return kafkaclient.Broker(self.box, self.broker)

    def wait(self, condition, words):
        limit = time.monotonic() + PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), limit, words)
            time.sleep(0.2)

    def pids(self):
        """Program → its number, of all that run."""
        return {program["name"]: program["pid"] for row in self.box.json("status", check=False)[0][
            "servers"] for program in row["programs"] if program["pid"]}

    def kill(self, *pids):
        for pid in pids:
            os.kill(pid, signal.SIGKILL)

    def orders(self):
        return self.ask().ends("shop.orders.v1")

    def test_01_they_start_with_what_they_need(self):
        last = {}
        for event in self.events:
            if event["event"] == "progress":
                self.assertGreaterEqual(event["percent"], last.get(event["server"], 0))
                last[event["server"]] = event["percent"]
        self.assertEqual(last, dict.fromkeys(self.all, 100))
        self.assertEqual(self.box.states(), dict.fromkeys(self.all, "ready")
                         | {"postgres": "absent", "redis": "absent"})
        rows = {row["server"]: row for row in self.box.json("status", *self.all)[0]["servers"]}
        self.assertRegex(rows[self.broker]["version"], r"^(3\.9|4)\.\d")
        profile = self.box.read("profile.yaml")
        self.assertIn('module: "streams"', profile)
        self.assertIn(f'address: "{self.ask().address}"', profile)
        self.assertIn("/apis/ccompat/v7", profile)

    def test_02_files_are_private_and_nothing_listens_beyond_loopback(self):
        place = os.path.join(self.box.folder, "data", self.broker)
        self.assertEqual(stat.S_IMODE(os.stat(place).st_mode), 0o700)
        conf = os.path.join(place, "server.properties")
        self.assertEqual(stat.S_IMODE(os.stat(conf).st_mode), 0o600)
        pids = {str(pid) for pid in processes_below(self.box.folder)}
        lines = subprocess.run(["ss", "-Hltnp"], text=True, capture_output=True,
                               check=True).stdout.splitlines()
        ours = [line for line in lines if any(f"pid={pid}," in line for pid in pids)]
        self.assertGreaterEqual(len(ours), 3)
        for line in ours:
            self.assertRegex(line.split()[3], r"^(127\.0\.0\.1|\[::ffff:127\.0\.0\.1\]):")

    def test_03_a_second_start_disturbs_nothing(self):
        before, orders, pids = self.box.read("ports.json"), self.orders(), self.pids()
        self.box("start", "--no-install", "--no-traffic", *self.names)
        self.assertEqual(self.pids(), pids)
        self.assertEqual(self.box.read("ports.json"), before)
        self.assertEqual(self.orders(), orders)

    def test_04_a_killed_server_is_told_of_and_comes_back(self):
        orders, old = self.orders(), self.pids()
        self.kill(*(old[name] for name in self.all))
        for name in self.all:
            # Whoever looks between the death and the next answer sees "starting".
            self.wait(lambda name=name: self.pids().get(name, old[name]) != old[name]
                      and self.box.states()[name] == "ready", name)
        self.assertEqual(self.orders(), orders)

    def test_05_all_killed_at_once_start_again(self):
        """As after a power cut: no clean end anywhere, lock files lie about."""
        orders = self.orders()
        subjects = self.subjects()
        self.kill(int(self.box.read("run/supervisord.pid")), *self.pids().values())
        self.wait(lambda: not processes_below(self.box.folder), "they do not die")
        self.assertEqual(self.box.states()[self.broker], "stopped")
        self.box("start", "--no-install", "--no-traffic", *self.names)
        self.assertEqual(self.orders(), orders)
        self.assertEqual(self.subjects(), subjects)

    def test_05_b_a_load_that_was_broken_off_begins_anew(self):
        path = os.path.join(self.box.folder, "state.json")
        state = json.loads(self.box.read("state.json"))
        del state["filled"][self.broker]
        with open(path, "w", encoding="utf-8") as file:
            json.dump(state, file)
        self.box("start", "--no-install", "--no-traffic", "--scale", "2", *self.names)
        self.assertEqual(sum(self.orders().values()), 600)
        self.assertEqual(len(self.ask().committed("shop-reports")), 6)

    def subjects(self):
        port = json.loads(self.box.read("ports.json"))["ports"]["schema-registry"]
        return rest.call("GET", f"http://127.0.0.1:{port}/apis/ccompat/v7/subjects")

    def test_06_traffic_moves_and_one_group_lags(self):
        ask = self.ask()
        before = self.orders()
        self.box("start", "--no-install", *self.names)
        self.wait(lambda: sum(self.orders().values()) > sum(before.values()), "no orders")
        self.wait(lambda: len(ask.group("shop-fulfilment").members) == 1, "no member")
        # A small demo's backlog may be worked off by the first rush; it grows again at every rest.
        seen = set()
        self.wait(lambda: seen.add(ask.lag("shop-fulfilment", "shop.orders.v1"))
                  or len([lag for lag in seen if lag > 0]) >= 3, f"the lag stands still: {seen}")
        self.wait(lambda: ask.lag("shop-billing", "shop.orders.v1") < 50, "billing lags")
        if self.broker == "kafka4":
            self.wait(lambda: len(ask.group("shop-search").members) == 1, "no newer group")
        traffic = [name for name in self.pids() if name.endswith("-traffic")]
        self.assertIn(f"{self.broker}-traffic", traffic)

    def test_07_a_stop_leaves_no_process_and_a_reset_loads_the_demo_anew(self):
        self.box("stop", self.broker)
        self.assertEqual([pid for pid in processes_below(self.box.folder) if
                          f"/data/{self.broker}" in os.readlink(f"/proc/{pid}/cwd")], [])
        self.assertEqual(self.box.states()["schema-registry"], "ready")
        self.box("reset", self.broker)
        self.assertEqual(self.box.states().get(self.broker, "absent"), "absent")
        self.box("start", "--no-install", "--no-traffic", "--scale", "2", self.broker)
        self.assertEqual(sum(self.orders().values()), 600)

    def test_08_what_needs_it_goes_with_it(self):
        self.box("stop", "schema-registry")
        self.assertEqual(self.box.states()[self.broker], "stopped")

    def test_09_reset_removes_all(self):
        self.box("reset")
        self.assertEqual(processes_below(self.box.folder), [])
        self.assertFalse(os.path.exists(self.box.folder) and os.listdir(self.box.folder))


@unittest.skipIf(os.geteuid() != 0, "only root can become another user")
class ServersAsAnotherUser(Servers):
    """The servers of an ordinary user, as which the driver is called from the start."""

    user = pwd.getpwnam("nobody")
    names = ("kafka",)


# The same for every user, and minutes.
for test in unittest.defaultTestLoader.getTestCaseNames(Servers):
    if test[:7] not in ("test_01", "test_02", "test_09"):
        setattr(ServersAsAnotherUser, test, None)


if __name__ == "__main__":
    # As Ctrl+C does: unittest would take any other exception for the failure of one test.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    unittest.main()
