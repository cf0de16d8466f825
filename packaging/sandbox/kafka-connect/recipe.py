# SPDX-License-Identifier: GPL-3.0-or-later
"""Kafka Connect: the shop's tills write lines into a file, connectors carry them into a topic.

The connectors are those for files that come with Kafka: one source and one sink that run, a sink
that is paused, and one whose task has failed."""
import os
import shlex
import time
import urllib.error

from driver import jars
from driver.folder import write_private
from driver.recipes import Program, load
from driver.report import SandboxError
from kafka import rest

TITLE = "Kafka Connect"
MODULE = "streams"
TOOL = "kafka-connect"
ORDER = 70
READY_SECONDS = 180
DATA_VERSION = 1
ON_DEMAND = True
NEEDS = ("kafka",)
WAITS_FOR = NEEDS
TOPIC = "shop.till.v1"
PATIENCE = 90

WORKER = """bootstrap.servers=127.0.0.1:{broker}
listeners=HTTP://127.0.0.1:{port}
group.id=shop-connect
key.converter=org.apache.kafka.connect.storage.StringConverter
value.converter=org.apache.kafka.connect.storage.StringConverter
config.storage.topic=connect-configs
config.storage.replication.factor=1
offset.storage.topic=connect-offsets
offset.storage.partitions=2
offset.storage.replication.factor=1
status.storage.topic=connect-status
status.storage.partitions=2
status.storage.replication.factor=1
offset.flush.interval.ms=5000
plugin.discovery=service_load
topic.creation.enable=true
"""
FILE = "org.apache.kafka.connect.file.FileStream"


def missing():
    return []


def ports(context):
    return [context.port()]


def address(context):
    return f"http://127.0.0.1:{context.port()}"


def till(context):
    return os.path.join(context.data, "till.log")


def prepare(context):
    for name in ("", "tmp"):
        os.makedirs(os.path.join(context.data, name), mode=0o700, exist_ok=True)
    write_private(os.path.join(context.data, "worker.properties"), WORKER.format(
        broker=context.port("kafka"), port=context.port()))


def programs(context):
    place = jars.path(load(os.path.dirname(context.source), "kafka-connect"))
    words = [jars.java() or "java", "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
             "-XX:-UsePerfData", f"-Djava.io.tmpdir={context.data}/tmp",
             "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", place + "/*",
             "org.apache.kafka.connect.cli.ConnectDistributed",
             os.path.join(context.data, "worker.properties")]
    traffic = os.path.join(context.source, "traffic.py")
    return [
        Program("kafka-connect", shlex.join(words), context.data, stop_seconds=20),
        Program("kafka-connect-traffic", shlex.join(
            ["/usr/bin/python3", "-B", traffic, till(context)]), context.data, traffic=True,
            priority=900)]


def probe(context):
    """Its version once it lists its connectors: before that it still reads its own topics."""
    try:
        version = rest.call("GET", address(context), seconds=5)["version"]
        rest.call("GET", address(context) + "/connectors", seconds=5)
        return version
    except (OSError, ValueError, KeyError, TypeError):
        return None


def connectors(context):
    """Name → configuration."""
    sink = {"connector.class": FILE + "SinkConnector", "tasks.max": "1", "topics": TOPIC}
    return {
        "shop-till-source": {
            "connector.class": FILE + "SourceConnector", "tasks.max": "1", "topic": TOPIC,
            "file": till(context), "topic.creation.default.partitions": "1",
            "topic.creation.default.replication.factor": "1"},
        "shop-till-copy": {**sink, "file": os.path.join(context.data, "copy.log")},
        "shop-till-archive": {**sink, "file": os.path.join(context.data, "archive.log")},
        # The lines are no JSON.
        "shop-till-json": {
            **sink, "file": os.path.join(context.data, "json.log"),
            "value.converter": "org.apache.kafka.connect.json.JsonConverter"},
    }


def fill(context, progress):
    lines = max(1, 2000 * context.scale // 100)
    with open(till(context), "w", encoding="utf-8") as file:
        for number in range(lines):
            file.write(f"till-{number % 7} {number:06d} sale {number * 37 % 9000 / 100:.2f} TWD\n")
    place = address(context) + "/connectors"
    for number, (name, config) in enumerate(connectors(context).items()):
        progress(90 * number / 4, f"connector {name}")
        # A worker that has just started says 409 while it divides the work.
        wait(context, lambda name=name, config=config: rest.call(
            "PUT", f"{place}/{name}/config", config))
    rest.call("PUT", f"{place}/shop-till-archive/pause")
    states = {"shop-till-source": "RUNNING", "shop-till-copy": "RUNNING",
              "shop-till-json": "FAILED", "shop-till-archive": "PAUSED"}
    wait(context, lambda: all(task_states(context, name) == [state]
                              for name, state in states.items()))
    progress(100, "connectors run")


def task_states(context, name):
    status = rest.call("GET", f"{address(context)}/connectors/{name}/status")
    return [task["state"] for task in status["tasks"]]


def wait(context, step):
    """Until the step succeeds; whatever the worker says meanwhile is not final."""
    limit, last = time.monotonic() + PATIENCE, "no answer"
    while time.monotonic() < limit:
        try:
            if step():
                return
            last = "the connectors do not come to their states"
        except urllib.error.HTTPError as error:
            last = str(error)
        time.sleep(0.2)
    raise SandboxError(f"the demo connectors of {TITLE}: {last}", context.log("kafka-connect.log"),
                       "kafka-connect")


def services(context):
    return []  # it is an option of its broker
