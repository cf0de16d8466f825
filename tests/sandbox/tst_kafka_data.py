# SPDX-License-Identifier: GPL-3.0-or-later
"""What the demo data of Kafka hold, asked from the real brokers: from those that tests/run lends, or
from a sandbox of its own."""
import functools
import io
import json
import os
import struct
import sys
import unittest

import kafkaclient

kafkaclient.library()
import fastavro  # noqa: E402

sys.path.insert(0, kafkaclient.BASE)
from kafka import rest  # noqa: E402

SERVERS = ("kafka", "kafka4")
# As tests/run loads it.
SCALE = 5


def rows(found):
    return [message for messages in found.values() for message in messages]


def headers(message):
    return dict(message.headers() or ())


def on_each(test):
    """Asks the brokers one after the other."""
    @functools.wraps(test)
    def run(self):
        for name, broker in self.brokers.items():
            with self.subTest(name):
                test(self, broker)
    return run


class DemoData(unittest.TestCase):
    schemas = {}

    @classmethod
    def setUpClass(cls):
        lent = "PILOTHOUSE_TEST_PROFILE" in os.environ
        cls.box = kafkaclient.LentBox() if lent else kafkaclient.KafkaBox()
        cls.addClassCleanup(cls.box.remove)
        # Takes a second where they run.
        cls.box("start", "--no-install", "--no-traffic", "--scale", str(SCALE), *SERVERS,
                "kafka-connect")
        cls.brokers = {name: kafkaclient.Broker(cls.box, name) for name in SERVERS}
        port = json.loads(cls.box.read("ports.json"))["ports"]["schema-registry"]
        cls.registry = f"http://127.0.0.1:{port}/apis/ccompat/v7"

    def schema(self, value):
        """Schema and payload of a framed value."""
        mark, number = struct.unpack_from(">bI", value)
        self.assertEqual(mark, 0)
        if number not in self.schemas:
            self.schemas[number] = rest.call("GET", f"{self.registry}/schemas/ids/{number}")
        return self.schemas[number], value[5:]

    def avro(self, value):
        answer, payload = self.schema(value)
        return fastavro.schemaless_reader(io.BytesIO(payload), json.loads(answer["schema"]))

    @on_each
    def test_01_topics_with_their_settings(self, broker):
        known = broker.topics()
        for name, parts in (("shop.orders.v1", 6), ("shop.orders.v1.dlq", 1),
                            ("shop.payments.v1", 3), ("shop.payments.v1.DLT", 1),
                            ("shop.customers.v1", 3), ("shop.stock.v1", 2),
                            ("shop.clicks.v1", 12), ("shop.returns.v1", 1),
                            ("shop.shipments.v1", 2), ("shop.audit.v1", 1),
                            ("wiki.recentchange", 3), ("gdelt.events", 3)):
            self.assertEqual(known.get(name), parts, name)
        self.assertEqual(broker.config("shop.orders.v1"), {"retention.ms": "-1"})
        self.assertEqual(broker.config("shop.customers.v1"), {"cleanup.policy": "compact"})
        self.assertEqual(broker.config("shop.stock.v1")["segment.ms"], "60000")

    @on_each
    def test_02_counts_of_every_partition(self, broker):
        for topic, full in (("shop.orders.v1", 30_000), ("shop.clicks.v1", 40_000),
                            ("wiki.recentchange", 20_000), ("gdelt.events", 12_000),
                            ("shop.returns.v1", 1_000), ("shop.shipments.v1", 3_000)):
            ends = broker.ends(topic)
            self.assertEqual(sum(ends.values()), full * SCALE // 100, topic)
            self.assertGreater(min(ends.values()), 0, f"{topic} {ends}")
        self.assertEqual(sum(broker.ends("shop.audit.v1").values()), 0)

    @on_each
    def test_03_orders_are_avro_of_two_versions(self, broker):
        found = rows(broker.read("shop.orders.v1"))
        versions = {}
        for message in found[:200] + found[-200:]:
            order = self.avro(message.value())
            self.assertEqual(str(order["order_id"]).encode(), message.key())
            self.assertIn(headers(message)["source"], (b"app", b"web"))
            versions.setdefault(message.value()[:5], "gift_note" in order)
        self.assertEqual(sorted(versions.values()), [False, True])
        times = [message.timestamp()[1] for message in found]
        self.assertGreater(max(times) - min(times), 2 * 86_400_000)

    @on_each
    def test_04_the_feeds_have_their_shapes(self, broker):
        for message in rows(broker.read("wiki.recentchange"))[:100]:
            change = json.loads(message.value())
            self.assertEqual(change["wiki"].encode(), message.key())
            self.assertEqual(change["meta"]["domain"], change["server_name"])
        for message in rows(broker.read("gdelt.events"))[:100]:
            event = self.avro(message.value())
            self.assertEqual(str(event["GlobalEventID"]).encode(), message.key())
            self.assertLessEqual(abs(event["GoldsteinScale"]), 10)

    @on_each
    def test_05_tombstones(self, broker):
        found = rows(broker.read("shop.customers.v1"))
        gone = [message for message in found if message.value() is None]
        self.assertEqual(len(gone), 8_000 * SCALE // 100 // 20)
        self.assertEqual(headers(gone[0]), {"reason": b"erasure request"})
        last = {message.key(): message.value() for message in found}
        self.assertEqual(sum(value is None for value in last.values()), len(gone))

    @on_each
    def test_06_aborted_transactions_are_not_committed(self, broker):
        def statuses(level):
            return [json.loads(message.value())["status"] for message in rows(
                broker.read("shop.payments.v1", **{"isolation.level": level}))]
        every, committed = statuses("read_uncommitted"), statuses("read_committed")
        self.assertEqual(len(every), 8_000 * SCALE // 100)
        self.assertGreater(every.count("void"), 0)
        self.assertEqual(committed.count("void"), 0)
        self.assertEqual(len(committed), every.count("settled"))
        # Each transaction leaves a mark of its end, which takes an offset and is no message.
        self.assertGreater(sum(broker.ends("shop.payments.v1").values()), len(every))

    @on_each
    def test_07_dead_letters_say_where_they_come_from(self, broker):
        for message in rows(broker.read("shop.orders.v1.dlq")):
            said = headers(message)
            self.assertEqual(said["original-topic"], b"shop.orders.v1")
            self.assertLess(int(said["original-partition"]), 6)
            self.assertGreaterEqual(int(said["original-offset"]), 0)
            self.assertTrue(said["error-class"] and said["error-message"])
        for message in rows(broker.read("shop.payments.v1.DLT")):
            said = headers(message)
            self.assertEqual(said["kafka_dlt-original-topic"], b"shop.payments.v1")
            self.assertLess(struct.unpack(">i", said["kafka_dlt-original-partition"])[0], 3)

    @on_each
    def test_08_groups(self, broker):
        self.assertEqual(broker.lag("shop-billing", "shop.orders.v1"), 0)
        self.assertEqual(broker.lag("shop-billing", "shop.payments.v1"), 0)
        self.assertGreater(broker.lag("shop-fulfilment", "shop.orders.v1"),
                           30_000 * SCALE // 100 // 6)
        reports = broker.committed("shop-reports")
        self.assertEqual(sorted(part for _, part in reports), [0, 2, 4, 6, 8, 10])
        self.assertEqual({word for _, word in reports.values()}, {"nightly report"})

    def test_09_schemas_of_three_kinds(self):
        subjects = set(rest.call("GET", f"{self.registry}/subjects"))
        self.assertLessEqual({"shop.orders.v1-value", "shop.customers.v1-value",
                              "gdelt.events-value", "shop.returns.v1-value",
                              "shop.shipments.v1-value"}, subjects)
        versions = rest.call("GET", f"{self.registry}/subjects/shop.orders.v1-value/versions")
        self.assertEqual(versions, [1, 2])
        for broker in self.brokers.values():
            for topic, kind in (("shop.returns.v1", "JSON"), ("shop.shipments.v1", "PROTOBUF")):
                answer, payload = self.schema(rows(broker.read(topic))[0].value())
                self.assertEqual(answer["schemaType"], kind)
                self.assertEqual(payload[:1], b"{" if kind == "JSON" else b"\0")
        changed = {"type": "record", "name": "Order", "namespace": "shop", "fields": [
            {"name": "order_id", "type": "string"}]}
        answer = rest.call(
            "POST", f"{self.registry}/compatibility/subjects/shop.orders.v1-value/versions/latest",
            {"schema": json.dumps(changed)})
        self.assertIs(answer["is_compatible"], False)

    def test_10_connectors(self):
        port = json.loads(self.box.read("ports.json"))["ports"]["kafka-connect"]
        known = rest.call("GET", f"http://127.0.0.1:{port}/connectors?expand=status")
        states = {name: row["status"]["tasks"][0]["state"] for name, row in known.items()}
        self.assertEqual(states, {"shop-till-source": "RUNNING", "shop-till-copy": "RUNNING",
                                  "shop-till-archive": "PAUSED", "shop-till-json": "FAILED"})
        lines = rows(self.brokers["kafka"].read("shop.till.v1"))
        self.assertEqual(len(lines), 2_000 * SCALE // 100)

    @on_each
    def test_11_access_rules(self, broker):
        from confluent_kafka.admin import (AclBindingFilter, AclOperation, AclPermissionType,
                                           ResourcePatternType, ResourceType)
        every = AclBindingFilter(ResourceType.ANY, None, ResourcePatternType.ANY, None, None,
                                 AclOperation.ANY, AclPermissionType.ANY)
        rules = broker.admin.describe_acls(every).result(kafkaclient.PATIENCE)
        self.assertEqual(len(rules), 3)
        self.assertEqual({rule.principal for rule in rules},
                         {"User:fulfilment", "User:partner"})


if __name__ == "__main__":
    unittest.main()
