# SPDX-License-Identifier: GPL-3.0-or-later
"""Kafka in tests: the sandbox's own client library, and what it tells of a broker's content.

`library()` restarts the program on the Python environment that `sandbox install kafka` made."""
import collections
import importlib.util
import json
import os
import sys
import time

from tst_sandbox import ROOT, Sandbox

BASE = os.path.join(ROOT, "packaging", "sandbox")
sys.path.insert(0, BASE)
from driver import environment, install, recipes  # noqa: E402

PATIENCE = 60
SERVERS = ("schema-registry", "kafka", "kafka4", "kafka-connect")
SKIPPED = 77  # as ctest is told
CACHE = environment.cache_folder()


def library():
    servers = [recipes.load(BASE, name) for name in SERVERS]
    lacking = [server.NAME for server in servers if not install.installed(server)]
    if lacking:
        print("not installed: packaging/sandbox/sandbox install " + " ".join(lacking))
        sys.exit(1 if os.environ.get("CI") == "true" else SKIPPED)
    if not importlib.util.find_spec("confluent_kafka"):
        python = os.path.join(environment.path(recipes.load(BASE, "kafka")), "bin", "python")
        os.execv(python, [python, "-B", *sys.argv])


class KafkaBox(Sandbox):
    """A sandbox that takes Java archives and Python environments from the machine's cache."""

    seconds = 400

    def environment(self):
        return {**super().environment(), "PILOTHOUSE_SANDBOX_CACHE": CACHE}


class LentBox(KafkaBox):
    """The one that tests/run lends; nothing of it is removed."""

    def __init__(self):  # pylint: disable=super-init-not-called
        self.user = None
        self.parent = "/"
        self.driver = os.path.join(BASE, "sandbox")
        self.folder = os.path.dirname(os.path.abspath(os.environ["PILOTHOUSE_TEST_PROFILE"]))

    def remove(self):
        pass


class Broker:
    """One broker of a sandbox, asked through the client library."""

    def __init__(self, box, server):
        from confluent_kafka.admin import AdminClient  # only once library() has found it
        port = json.loads(box.read("ports.json"))["ports"][server]
        self.address = f"127.0.0.1:{port}"
        self.admin = AdminClient({"bootstrap.servers": self.address, "log_level": 2})

    def topics(self):
        """Name → number of partitions, those of the broker itself left out."""
        known = self.admin.list_topics(timeout=PATIENCE).topics
        return {name: len(topic.partitions) for name, topic in known.items()
                if not name.startswith("__")}

    def config(self, topic):
        """What is set on the topic itself."""
        from confluent_kafka.admin import ConfigResource, ConfigSource
        place = ConfigResource(ConfigResource.Type.TOPIC, topic)
        found = self.admin.describe_configs([place])[place].result(PATIENCE)
        return {name: entry.value for name, entry in found.items()
                if entry.source == ConfigSource.DYNAMIC_TOPIC_CONFIG.value}

    def ends(self, topic):
        """End of each partition; all of one topic in one request."""
        from confluent_kafka import KafkaError, KafkaException, TopicPartition
        from confluent_kafka.admin import OffsetSpec
        limit = time.monotonic() + PATIENCE
        while True:
            asked = {TopicPartition(topic, part): OffsetSpec.latest()
                     for part in range(self.topics()[topic])}
            try:
                return {place.partition: future.result(PATIENCE).offset
                        for place, future in self.admin.list_offsets(asked).items()}
            except KafkaException as error:
                # A broker that was killed serves before it has taken up all its partitions.
                if error.args[0].code() not in (
                        KafkaError.UNKNOWN_LEADER_EPOCH, KafkaError.FENCED_LEADER_EPOCH,
                        KafkaError.NOT_LEADER_FOR_PARTITION) or time.monotonic() > limit:
                    raise
                time.sleep(0.1)

    def committed(self, group):
        """(topic, partition) → offset and metadata."""
        from confluent_kafka import ConsumerGroupTopicPartitions
        asked = self.admin.list_consumer_group_offsets([ConsumerGroupTopicPartitions(group)])
        return {(place.topic, place.partition): (place.offset, place.metadata)
                for place in asked[group].result(PATIENCE).topic_partitions}

    def lag(self, group, topic):
        committed, ends = self.committed(group), self.ends(topic)
        return sum(end - committed[topic, part][0] for part, end in ends.items()
                   if (topic, part) in committed)

    def group(self, name):
        return self.admin.describe_consumer_groups([name])[name].result(PATIENCE)

    def read(self, topic, **more):
        """All messages, by partition; assigned, so that no group is joined."""
        from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, TopicPartition
        reader = Consumer({"bootstrap.servers": self.address, "group.id": "tests",
                           "log_level": 2, "enable.auto.commit": False,
                           "enable.partition.eof": True, "fetch.wait.max.ms": 20, **more})
        parts = self.topics()[topic]
        reader.assign([TopicPartition(topic, part, OFFSET_BEGINNING) for part in range(parts)])
        found, ended = collections.defaultdict(list), set()
        limit = time.monotonic() + PATIENCE
        while len(ended) < parts:
            if time.monotonic() > limit:
                raise TimeoutError(f"{topic} has no end")
            for message in reader.consume(1000, 0.1):
                if not message.error():
                    found[message.partition()].append(message)
                elif message.error().code() == KafkaError._PARTITION_EOF:
                    ended.add(message.partition())
                else:
                    raise RuntimeError(str(message.error()))
        reader.close()
        return found
