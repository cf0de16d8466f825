# SPDX-License-Identifier: GPL-3.0-or-later
"""The stream worker on a real broker and a real database: every message once, whatever is killed.

PILOTHOUSE_WORKER_EVENTS and PILOTHOUSE_WORKER_KILLS change how many; the seed is printed."""
import http.server
import json
import os
import random
import signal
import sys
import threading
import time
import unittest

import workerbox

workerbox.library()
from confluent_kafka import Consumer, Producer, TopicPartition  # noqa: E402
from confluent_kafka.admin import AdminClient, NewTopic  # noqa: E402

EVENTS = int(os.environ.get("PILOTHOUSE_WORKER_EVENTS", "200000"))
KILLS = int(os.environ.get("PILOTHOUSE_WORKER_KILLS", "20"))
PATIENCE = 180
PARTS = 6


def job(name, **sink):
    """A job from topic NAME into table bronze.NAME."""
    return {"job": 1, "pipeline": "proof", "node": name, "document": "0", "group": f"proof.{name}",
            "source": {"kind": "kafka", "connection": "shop_kafka", "topic": name},
            "sink": {"kind": "postgres", "connection": "shop_db", "table": f"bronze.{name}",
                     "columns": [{"name": "event_id", "type": "bigint", "nullable": False},
                                 {"name": "total", "type": "numeric(12,2)"}], **sink},
            "dead_letters": {"connection": "shop_kafka", "topic": f"{name}.dlq"},
            "batch": {"rows": 2000, "seconds": 0.5}}


class Worker(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.box = workerbox.WorkerBox(None)
        cls.addClassCleanup(cls.box.remove)
        cls.box.begin()
        cls.database = cls.box.postgres()
        cls.addClassCleanup(cls.database.close)

    def wait(self, condition, words, name=""):
        limit = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > limit:
                self.fail(f"{words()if callable(words) else words}\n"
                          + (f"{self.box.status(name)}\n{self.box.log(name)}" if name else ""))
            time.sleep(0.2)

    def make(self, name, checks="", parts=PARTS):
        admin = AdminClient(self.box.kafka())
        for made in admin.create_topics([NewTopic(name, parts, 1),
                                         NewTopic(f"{name}.dlq", 2, 1)]).values():
            made.result(60)
        self.database.execute(
            f"CREATE TABLE bronze.{name} (event_id bigint NOT NULL, total numeric(12,2), "
            "_extracted_at timestamptz NOT NULL, _source text NOT NULL, "
            f"_ingested_at timestamptz NOT NULL, _batch_id bigint NOT NULL{checks})")

    def produce(self, name, values):
        producer = Producer({**self.box.kafka(), "enable.idempotence": True,
                             "message.timeout.ms": PATIENCE * 1000})
        failed = []
        for key, value in values:
            while True:
                try:
                    producer.produce(name, value, key, on_delivery=lambda error, _: failed.append(
                        error) if error else None)
                    break
                except BufferError:
                    producer.poll(0.2)
            producer.poll(0)
        self.assertEqual(producer.flush(PATIENCE), 0)
        self.assertEqual(failed, [])

    def lag(self, name):
        """Of the group, as the broker has it; None while it does not answer."""
        consumer = Consumer({**self.box.kafka(), "group.id": f"proof.{name}"})
        try:
            places = [TopicPartition(name, part) for part in range(PARTS)]
            return sum(consumer.get_watermark_offsets(place, 10)[1] - max(place.offset, 0)
                       for place in consumer.committed(places, 10))
        except Exception:
            return None
        finally:
            consumer.close()

    def letters(self, name):
        """(partition, offset) of the original of each dead letter that is committed."""
        consumer = Consumer({**self.box.kafka(), "group.id": f"{name}.reader",
                             "isolation.level": "read_committed", "enable.partition.eof": True})
        consumer.assign([TopicPartition(f"{name}.dlq", part, 0) for part in range(2)])
        found, ends = [], set()
        while len(ends) < 2:
            message = consumer.poll(30)
            self.assertIsNotNone(message)
            if message.error():
                ends.add(message.partition())
                continue
            told = dict(message.headers())
            found.append((int(told["original-partition"]), int(told["original-offset"]), told,
                          message.value()))
        consumer.close()
        return found

    def count(self, name):
        return self.database.execute(
            f"SELECT count(*), count(DISTINCT event_id) FROM bronze.{name}").fetchone()

    def stop(self, name):
        self.box.control("stop", name)
        self.assertEqual(self.box.status(name)["state"], "stopped",
                         f"{self.box.status(name)}\n{self.box.log(name)}")

    def test_01_every_event_once_whatever_is_killed(self):
        seed = int(time.time())
        choice = random.Random(seed)
        bad = {number for number in range(EVENTS) if number % 100 == 37}
        self.make("events")

        def values():
            for number in range(EVENTS):
                yield b"%d" % (number % 1009), (
                    b'{"event_id": "no %d"' % number if number % 200 == 37 else
                    json.dumps({"event_id": f"{number}" if number in bad else number,
                                "total": number % 997 / 100}).encode())

        name = self.box.deploy(job("events"))
        feeder = threading.Thread(target=self.produce, args=("events", values()))
        began = time.monotonic()
        feeder.start()
        killed = {"worker": 0, "broker": 0}
        while sum(killed.values()) < KILLS:
            time.sleep(choice.uniform(0.3, 2.5))
            what = "broker" if choice.random() < 0.3 else "worker"
            killed[what] += self.kill(what, name)
        feeder.join()
        self.wait(lambda: self.lag("events") == 0,
                  lambda: f"lag {self.lag('events')}, seed {seed}", name)
        self.wait(lambda: not self.database.execute(
            "SELECT count(*) FROM pilothouse.dead_letters").fetchone()[0],
            f"dead letters are left, seed {seed}", name)
        seconds = time.monotonic() - began
        self.assertEqual(self.count("events"), (EVENTS - len(bad),) * 2, f"seed {seed}")
        places = [(part, offset) for part, offset, _, _ in self.letters("events")]
        self.assertEqual((len(places), len(set(places))), (len(bad),) * 2, f"seed {seed}")
        print(f"\n{EVENTS} events, killed {killed}, seed {seed}: {seconds:.0f} s", file=sys.stderr)
        self.stop(name)

    def kill(self, what, name):
        if what == "worker":
            word = self.box.control("pid", name).strip()
        else:
            word = str(next(program["pid"] for row in self.box.json("status", check=False)[0][
                "servers"] for program in row["programs"] if program["name"] == "kafka"))
        try:
            os.kill(int(word), signal.SIGKILL) if int(word) > 0 else None
            return int(word) > 0
        except (ProcessLookupError, ValueError):
            return False

    def test_02_a_row_the_database_refuses_is_a_dead_letter(self):
        self.make("checked", ", CHECK (total < 100)", parts=1)
        self.produce("checked", [(None, json.dumps(
            {"event_id": number, "total": 500 if number == 70 else 1}).encode())
            for number in range(300)])
        name = self.box.deploy(job("checked"))
        self.wait(lambda: self.count("checked")[0] == 299, "rows are missing", name)
        self.wait(lambda: len(self.letters("checked")) == 1, "no dead letter", name)
        part, offset, told, value = self.letters("checked")[0]
        self.assertEqual((part, offset, json.loads(value)["event_id"]), (0, 70, 70))
        self.assertEqual(told["error-class"], b"CheckViolation")
        self.stop(name)

    def test_03_merging_keeps_the_last_of_each_key(self):
        self.make("merged", ", PRIMARY KEY (event_id)", parts=1)
        self.produce("merged", [(None, json.dumps({"event_id": number % 10, "total": number})
                                 .encode()) for number in range(500)])
        name = self.box.deploy(job("merged", mode="merge", keys=["event_id"]))
        self.wait(lambda: self.database.execute(
            "SELECT min(total), count(*) FROM bronze.merged").fetchone() == (490, 10),
            "not merged", name)
        self.stop(name)

    def test_04_two_workers_share_and_a_late_one_writes_nothing(self):
        """Both have the same job; the first is held still while the second takes over."""
        self.make("shared")
        first = self.box.deploy(job("shared"))
        self.produce("shared", [(b"%d" % number, b'{"event_id": %d}' % number)
                                for number in range(5000)])
        self.wait(lambda: self.count("shared")[0] > 0, "nothing is written", first)
        pid = int(self.box.control("pid", first))
        os.kill(pid, signal.SIGSTOP)
        self.produce("shared", [(b"%d" % number, b'{"event_id": %d}' % number)
                                for number in range(5000, 10_000)])
        other = self.second("shared")
        self.wait(lambda: self.box.status(other)["lag"] == 0, "the second does not take over",
                  other)
        os.kill(pid, signal.SIGCONT)
        self.wait(lambda: self.lag("shared") == 0, "lag is left", first)
        self.wait(lambda: self.count("shared") == (10_000, 10_000), lambda: self.count("shared"))
        self.stop(first)
        self.stop(other)
        self.assertEqual(self.count("shared"), (10_000, 10_000))

    def second(self, topic):
        """The same job under another name of the supervisor."""
        jobs = os.path.join(self.box.data, "jobs")
        group = f"proof.{topic}"
        with open(os.path.join(jobs, group + ".conf"), encoding="utf-8") as file:
            section = file.read()
        with open(os.path.join(jobs, "second.conf"), "w", encoding="utf-8") as file:
            file.write(section.replace(f"[program:{group}]", "[program:second]").replace(
                f"{group}/status.json", "second/status.json").replace(
                    f"{group}.log", "second.log"))
        os.makedirs(os.path.join(jobs, "second"))
        owner = os.stat(self.box.data)
        os.chown(os.path.join(jobs, "second"), owner.st_uid, owner.st_gid)
        self.box.control("update")
        return "second"

    def test_05_an_event_stream_goes_on_where_the_topic_ends(self):
        admin = AdminClient(self.box.kafka())
        admin.create_topics([NewTopic("edits", 2, 1)])["edits"].result(60)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Events)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.shutdown)
        name = self.box.deploy({
            "job": 1, "pipeline": "proof", "node": "edits", "group": "proof.edits",
            "source": {"kind": "sse", "url": f"http://127.0.0.1:{server.server_port}/"},
            "sink": {"kind": "kafka", "connection": "shop_kafka", "topic": "edits",
                     "key": "number"}})
        self.wait(lambda: len(self.numbers()) > 500, "no events come", name)
        self.kill("worker", name)
        self.wait(lambda: self.numbers() == set(range(Events.last)), "events are missing", name)
        self.stop(name)

    def numbers(self):
        consumer = Consumer({**self.box.kafka(), "group.id": "proof.edits.reader",
                             "enable.partition.eof": True})
        consumer.assign([TopicPartition("edits", part, 0) for part in range(2)])
        found, ends = set(), 0
        while ends < 2:
            message = consumer.poll(30)
            self.assertIsNotNone(message)
            if message.error():
                ends += 1
            else:
                found.add(json.loads(message.value())["number"])
        consumer.close()
        return found

    def test_06_a_job_that_cannot_run_says_why(self):
        wrong = job("nowhere")
        wrong["sink"]["columns"] = []
        name = self.box.deploy(wrong)
        self.wait(lambda: self.box.status(name)["state"] == "failed", "it does not fail", name)
        self.assertIn("columns", self.box.status(name)["error"])
        self.wait(lambda: "EXITED" in self.box.control("status", name), "it is tried for ever")


class Events(http.server.BaseHTTPRequestHandler):
    """An event stream that breaks off now and then and goes on behind the id it is told."""

    last = 2000

    def do_GET(self):  # pylint: disable=invalid-name
        first = int(self.headers.get("Last-Event-ID") or -1) + 1
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            for number in range(first, min(first + 300, self.last)):
                self.wfile.write(f"event: edit\nid: {number}\ndata: {{\"number\":\n"
                                 f"data: {number}}}\n\n".encode())
            self.wfile.write(b": all is told\n\n")
        except OSError:
            pass  # the worker was killed

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    unittest.main()
