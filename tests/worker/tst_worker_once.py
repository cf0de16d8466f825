# SPDX-License-Identifier: GPL-3.0-or-later
"""The stream worker on a real broker and a real database: every message once, whatever is killed.

PILOTHOUSE_WORKER_EVENTS and PILOTHOUSE_WORKER_KILLS change how many; the seed is printed."""
import http.server
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
import types
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

    def drain(self, topic, seed, name):
        """Until nothing is left to read; it may take its time, but has to go on."""
        least = self.lag(topic)
        while least != 0:
            self.wait(lambda: self.lag(topic) != least, f"lag stays at {least}, seed {seed}", name)
            least = self.lag(topic)

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
        self.drain("events", seed, name)
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
        self.addCleanup(server.server_close)
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

    def now(self, job_data, *words):
        """The job as a task starts it: ends by itself."""
        folder = os.path.join(self.box.folder, "now")
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, job_data["group"] + ".json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(job_data, file)
        return subprocess.Popen(
            [workerbox.PYTHON, "-B", "-m", "pilothouse_worker", path, "--connections",
             os.path.join(self.box.data, "connections.json"), "--status", path + ".status",
             "--available-now", "--application", "airflow:proof.now.run.1", *words],
            cwd=os.path.join(workerbox.ROOT, "resources", "worker"),
            stderr=subprocess.PIPE, text=True)

    def ended(self, process):
        told = process.communicate(timeout=PATIENCE)[1]
        return process.returncode, told

    def test_07_available_now_ends_where_the_topic_ended(self):
        """Also after being killed, and beside messages that go on coming."""
        self.make("now")
        count = 20_000
        self.produce("now", [(b"%d" % number, b'{"event_id": %d}' % number if number % 100
                              else b"bad %d" % number) for number in range(count)])
        data = job("now")
        data["batch"] = {"rows": 500, "seconds": 0.5}
        killed = self.now(data)
        self.wait(lambda: self.count("now")[0] > 0, "nothing is written")
        killed.kill()
        self.ended(killed)
        more, over = [0], threading.Event()

        def go_on():
            while not over.is_set():
                first = count + more[0]
                self.produce("now", [(b"%d" % number, b'{"event_id": %d}' % number)
                                     for number in range(first, first + 200)])
                more[0] += 200

        feeder = threading.Thread(target=go_on)
        feeder.start()
        try:
            code, told = self.ended(self.now(data))
        finally:
            over.set()
            feeder.join()
        self.assertEqual(code, 0, told)
        rows, different = self.count("now")
        self.assertEqual(rows, different)
        self.assertGreaterEqual(rows, count - count // 100)
        self.assertLess(rows, count - count // 100 + more[0], "it never ended by itself")
        self.assertGreater(self.lag("now"), 0)
        # The next one takes exactly the rest; one more finds nothing to do.
        code, told = self.ended(self.now(data))
        self.assertEqual(code, 0, told)
        self.assertEqual(self.count("now"), (count - count // 100 + more[0],) * 2, told)
        self.assertEqual(self.lag("now"), 0)
        self.assertEqual(len(self.letters("now")), count // 100)
        code, told = self.ended(self.now(data))
        self.assertEqual(code, 0, told)
        self.assertIn("0 rows written", told)

    def test_08_two_batches_at_once_write_each_row_once(self):
        self.make("pair")
        self.produce("pair", [(b"%d" % number, b'{"event_id": %d}' % number)
                              for number in range(10_000)])
        data = job("pair")
        data["batch"] = {"rows": 100, "seconds": 0.5}
        both = [self.now(data), self.now(data)]
        for process in both:
            code, told = self.ended(process)
            self.assertEqual(code, 0, told)
        self.assertEqual(self.count("pair"), (10_000, 10_000))

    def test_09_a_batch_gives_up_what_is_away(self):
        data = job("nothing_there")
        code, told = self.ended(self.now(data, "--patience", "3"))
        self.assertEqual(code, 4, told)
        self.assertIn("given up before the end", told)
        data["source"] = {"kind": "sse", "url": "http://127.0.0.1:9/"}
        data["sink"] = {"kind": "kafka", "connection": "shop_kafka", "topic": "pair"}
        code, told = self.ended(self.now(data))
        self.assertEqual(code, 2, told)

    def test_11_a_task_runs_the_batch(self):
        """The function that generated DAGs have for it, with what Airflow gives it."""
        self.make("task")
        self.produce("task", [(None, b'{"event_id": %d}' % number) for number in range(1000)])
        folder = os.path.join(self.box.folder, "dags")
        shutil.copytree(os.path.join(workerbox.ROOT, "resources", "worker"),
                        os.path.join(folder, "proof.task"))
        with open(os.path.join(folder, "proof.task", "job.json"), "w", encoding="utf-8") as file:
            json.dump(job("task"), file)
        names = {"__file__": os.path.join(folder, "proof.py"), "json": json, "os": os,
                 "subprocess": subprocess, "sys": sys, "BaseHook": self.hook(),
                 "application": lambda: "airflow:proof.task.manual.1"}
        for part in ("job_connections", "run_worker"):
            with open(os.path.join(workerbox.ROOT, "resources", "nodes", "parts", part + ".py"),
                      encoding="utf-8") as file:
                exec(file.read(), names)  # pylint: disable=exec-used
        kinds = {"shop_kafka": "kafka", "shop_db": "postgres"}
        names["run_worker"](job="proof.task", connections=kinds)
        self.assertEqual(self.count("task"), (1000, 1000))
        os.remove(os.path.join(folder, "proof.task", "job.json"))
        with self.assertRaisesRegex(RuntimeError, "ended with 2"):
            names["run_worker"](job="proof.task", connections=kinds)

    def hook(self):
        database, kafka = (self.box.connections[name] for name in ("shop_db", "shop_kafka"))
        known = {"shop_db": types.SimpleNamespace(
            host=database["host"], port=database["port"], login=database["user"],
            password=database["password"], schema=database["database"], extra_dejson={}),
                 "shop_kafka": types.SimpleNamespace(
                     host=None, port=None, login=None, password=None, schema=None,
                     extra_dejson={key: value for key, value in kafka.items() if key != "type"})}
        return types.SimpleNamespace(get_connection=known.get)

    def test_10_a_silent_event_stream_is_connected_anew_with_its_headers(self):
        admin = AdminClient(self.box.kafka())
        admin.create_topics([NewTopic("quiet", 1, 1)])["quiet"].result(60)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
        self.addCleanup(server.server_close)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(Quiet.over.set)
        self.addCleanup(server.shutdown)
        name = self.box.deploy({
            "job": 1, "pipeline": "proof", "node": "quiet", "group": "proof.quiet",
            "source": {"kind": "sse", "url": f"http://127.0.0.1:{server.server_port}/",
                       "headers": {"User-Agent": "shop/1", "X-Word": "子"}, "silence": 1,
                       "events": ["first", "second"]},
            "sink": {"kind": "kafka", "connection": "shop_kafka", "topic": "quiet",
                     "key": "meta.id"}})
        self.wait(lambda: len(Quiet.asked) >= 3, "it does not connect anew", name)
        self.assertEqual([one["last"] for one in Quiet.asked[:3]], [None, "0-ä", "1-ä"])
        self.assertEqual({(one["agent"], one["word"]) for one in Quiet.asked},
                         {("shop/1", "子")})
        self.assertIn("silent for 1 s", self.box.log(name))
        consumer = Consumer({**self.box.kafka(), "group.id": "proof.quiet.reader",
                             "enable.partition.eof": True})
        self.addCleanup(consumer.close)
        consumer.assign([TopicPartition("quiet", 0, 0)])
        keys = []
        while (message := consumer.poll(30)) and not message.error():
            keys.append(message.key())
        self.assertEqual(keys[:2], [b"0", b"1"])  # "other" events are left out
        self.stop(name)


class Quiet(http.server.BaseHTTPRequestHandler):
    """Tells one event and then nothing more, however long one waits."""

    asked = []
    over = threading.Event()

    def do_GET(self):  # pylint: disable=invalid-name
        words = {name: (self.headers[header] or "").encode("latin-1").decode() or None
                 for name, header in (("last", "Last-Event-ID"), ("agent", "User-Agent"),
                                      ("word", "X-Word"))}
        number = len(self.asked)
        self.asked.append(words)
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            name = "first" if number % 2 == 0 else "second"
            self.wfile.write(f"retry: 100\nevent: other\ndata: {{}}\n\nevent: {name}\n"
                             f"id: {number}-ä\ndata: {{\"meta\": {{\"id\": {number}}}}}\n\n"
                             .encode())
            self.over.wait(PATIENCE)
        except OSError:
            pass

    def log_message(self, *_):
        pass


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
