# SPDX-License-Identifier: GPL-3.0-or-later
"""Kafka 3.9 and Kafka 4: what both recipes share. One process is broker and controller (KRaft)."""
import base64
import dataclasses
import json
import os
import shlex
import struct
import subprocess
import uuid

from driver import environment, jars
from driver.folder import write_private
from driver.recipes import Program, load
from driver.report import SandboxError
from kafka import wire

# For a small machine: few threads, internal topics of few partitions, nothing but loopback, at most
# 64 MB for a partition. The authorizer lets everybody do everything, so that access rules can be read
# and written.
CONFIG = """process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:{controller}
listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller}
advertised.listeners=PLAINTEXT://127.0.0.1:{port}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=PLAINTEXT
controller.listener.names=CONTROLLER
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:ANONYMOUS
log.dirs={log}
auto.create.topics.enable=false
num.partitions=3
default.replication.factor=1
offsets.topic.num.partitions=4
offsets.topic.replication.factor=1
transaction.state.log.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
num.network.threads=2
num.io.threads=2
background.threads=2
num.recovery.threads.per.data.dir=1
log.cleaner.dedupe.buffer.size=4194304
log.segment.bytes=16777216
log.retention.bytes=50331648
log.index.size.max.bytes=1048576
offsets.topic.segment.bytes=8388608
transaction.state.log.segment.bytes=8388608
metadata.log.segment.bytes=8388608
metadata.max.retention.bytes=33554432
"""
VERSION_4 = """share.coordinator.state.topic.num.partitions=4
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
"""


@dataclasses.dataclass
class Kafka:
    name: str  # of the folder and the server
    service: str
    version: str

    @property
    def title(self):
        return "Kafka " + (self.version[:3] if self.major == 3 else "4")

    @property
    def major(self):
        return int(self.version[0])

    def missing(self):
        return []

    def ports(self, context):
        return [context.port(self.name), context.port(f"{self.name}-controller")]

    def prepare(self, context):
        for name in ("", "tmp"):
            os.makedirs(os.path.join(context.data, name), mode=0o700, exist_ok=True)
        port, controller = self.ports(context)
        write_private(self._conf(context), (CONFIG + (VERSION_4 if self.major == 4 else "")).format(
            port=port, controller=controller, log=os.path.join(context.data, "log")))

    @staticmethod
    def _conf(context):
        return os.path.join(context.data, "server.properties")

    def _java(self, context, heap, *words):
        recipe = load(os.path.dirname(context.source), self.name)
        return [jars.java() or "java", "-Xms64m", f"-Xmx{heap}m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Djava.awt.headless=true",
                f"-Djava.io.tmpdir={context.data}/tmp",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp", jars.path(recipe) + "/*", *words]

    def python(self, context):
        """The Python that has the client library."""
        recipe = load(os.path.dirname(context.source), self.name)
        return os.path.join(environment.path(recipe), "bin", "python")

    def script(self, context, name, *words):
        """A script of this folder with what it needs to know, on its own Python."""
        staged = os.path.join(os.path.dirname(context.source), "kafka", name)
        return [self.python(context), "-B", staged, f"127.0.0.1:{context.port(self.name)}",
                self.registry(context), str(self.major), *words]

    @staticmethod
    def registry(context):
        return load(os.path.dirname(context.source), "schema-registry").address(
            context.of("schema-registry"))

    def programs(self, context):
        return [
            # It hands over its partitions and writes its snapshot before it ends.
            Program(self.name, shlex.join(self._java(context, 256, "kafka.Kafka",
                                                     self._conf(context))),
                    context.data, stop_seconds=20),
            Program(f"{self.name}-traffic", shlex.join(self.script(context, "traffic.py")),
                    context.data, traffic=True, priority=900)]

    def before_start(self, context, progress):
        """Gives a new log folder its format. A half-made one has no bootstrap.checkpoint."""
        log = os.path.join(context.data, "log")
        if os.path.exists(os.path.join(log, "meta.properties")) and os.path.exists(
                os.path.join(log, "bootstrap.checkpoint")):
            return
        progress(f"making the log folder of {self.title}")
        cluster = base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=").replace(
            "-", "x", 1)  # a leading dash would be an option
        done = subprocess.run(
            self._java(context, 128, "kafka.tools.StorageTool", "format", "--ignore-formatted",
                       "-t", cluster, "-c", self._conf(context)),
            cwd=context.data, check=False, text=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode != 0:
            raise SandboxError(f"the log folder of {self.title} could not be made: "
                               + done.stdout.strip()[-300:], "", self.name)

    def probe(self, context):
        """The version once it names itself among the brokers that serve. No request asks for the
        version, but the archives are those of the lock file."""
        port = context.port(self.name)
        try:
            return self.version if port in wire.brokers(port) else None
        except (OSError, ValueError, struct.error):
            return None

    def fill(self, context, progress):
        """The demo's own program: its client library is not Debian's."""
        with open(context.log(f"{self.name}-fill.log"), "w", encoding="utf-8") as log, \
                subprocess.Popen(self.script(context, "demo.py", str(context.scale)), text=True,
                                 cwd=context.data, stdin=subprocess.DEVNULL,
                                 stdout=subprocess.PIPE, stderr=log) as demo:
            for line in demo.stdout:
                event = json.loads(line)
                progress(event["percent"], event["text"])
        if demo.returncode != 0:
            with open(log.name, encoding="utf-8") as file:
                words = file.read().strip().splitlines()[-1:]
            raise SandboxError(f"the demo data of {self.title}: " + " ".join(words), log.name,
                               self.name)

    def services(self, context):
        options = {"registry": self.registry(context)}
        started = context.folder.read_json("state.json").get("started", [])
        if self.name == "kafka":
            options["connect"] = (f"http://127.0.0.1:{context.port('kafka-connect')}"
                                  if "kafka-connect" in started else "")
        return [{"id": self.service, "module": "streams", "tool": "kafka", "title": self.title,
                 "address": f"127.0.0.1:{context.port(self.name)}",
                 "namespace": f"kafka://{self.service}", "user": "", "secret": "none",
                 "options": options}]
