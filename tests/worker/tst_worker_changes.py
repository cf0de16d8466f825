# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes of tables as messages, from a real PostgreSQL into a real broker: whoever reads the topic has
the table, whatever is killed.

PILOTHOUSE_WORKER_KILLS changes how often; the seed is printed."""
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
import psycopg  # noqa: E402
from confluent_kafka import Consumer, TopicPartition  # noqa: E402
from confluent_kafka.admin import AdminClient, NewTopic  # noqa: E402

KILLS = int(os.environ.get("PILOTHOUSE_WORKER_KILLS", "20")) // 2
PATIENCE = 180
PARTS = 3
TABLE = '''CREATE TABLE public.{} (
    id bigint {}, "the ""word""" text, total numeric(20,4), good boolean, told jsonb, octets bytea,
    at timestamptz, parts integer[], long text, version integer NOT NULL,
    twice integer GENERATED ALWAYS AS (version * 2) STORED)'''


def job(name, *tables, **source):
    return {"job": 1, "pipeline": "proof", "node": name, "group": f"proof.{name}",
            "source": {"kind": "cdc", "connection": "shop_db", "slot": f"pilot_{name}",
                       "publication": f"pilot_{name}", "heartbeat": 1,
                       "tables": [f"public.{table}" for table in tables or (name,)], **source},
            "sink": {"kind": "kafka", "connection": "shop_kafka", "topic": name},
            "dead_letters": None}


class Changes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.box = workerbox.WorkerBox(None)
        cls.addClassCleanup(cls.box.remove)
        cls.box.begin()
        with open(os.path.join(cls.box.folder, "secrets.json"), encoding="utf-8") as file:
            word = json.load(file)["secrets"]["shop-db/postgres"]
        known = cls.box.connections["shop_db"]
        with psycopg.connect(host=known["host"], port=known["port"], user="postgres",
                             password=word, dbname=known["database"], autocommit=True) as first:
            first.execute("ALTER ROLE pilot REPLICATION")
        cls.database = cls.box.postgres()
        cls.addClassCleanup(cls.database.close)

    def wait(self, condition, words, name=""):
        limit = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > limit:
                self.fail(f"{words}\n"
                          + (f"{self.box.status(name)}\n{self.box.log(name)}" if name else ""))
            time.sleep(0.2)

    def make(self, name, key="PRIMARY KEY"):
        admin = AdminClient(self.box.kafka())
        admin.create_topics([NewTopic(name, PARTS, 1)])[name].result(60)
        self.database.execute(TABLE.format(name, key))

    def messages(self, name):
        """(key, value) of each message, in the order of each key."""
        consumer = Consumer({**self.box.kafka(), "group.id": f"{name}.reader",
                             "enable.partition.eof": True})
        consumer.assign([TopicPartition(name, part, 0) for part in range(PARTS)])
        found, ends = [], 0
        while ends < PARTS:
            message = consumer.poll(30)
            self.assertIsNotNone(message)
            if message.error():
                ends += 1
                continue
            found.append((json.loads(message.key()), json.loads(message.value())
                          if message.value() is not None else None))
        consumer.close()
        return found

    def table(self, name):
        return {row[0]: row[1] for row in self.database.execute(
            f"SELECT id, to_jsonb(t) - 'twice' || jsonb_build_object('octets', encode(octets, "
            f"'base64'), 'parts', parts::text) FROM public.{name} t")}

    @staticmethod
    def replayed(messages):
        """What somebody has who takes each message as it comes."""
        rows = {}
        for key, value in messages:
            if value is None or value["op"] == "d":
                rows.pop(key["id"], None)
            else:
                row = {name: None for name in value.get("unchanged", ())}
                row = {name: rows.get(key["id"], {}).get(name) for name in row}
                rows[key["id"]] = {**row, **value["after"]}
        return rows

    def same(self, name):
        """Times apart, which JSON has in two ways; arrays are as PostgreSQL writes them."""
        told, there = self.replayed(self.messages(name)), self.table(name)
        for rows in (told, there):
            for row in rows.values():
                row.pop("at")
        return told == there

    def change(self, name, numbers, seed, versions):
        choice, own = random.Random(seed), self.box.postgres()
        for _ in range(150):
            number = choice.choice(numbers)
            with own.transaction() as whole:
                version = versions.get(number, 0) + 1
                drop = choice.random() < 0.15
                if drop:
                    own.execute(f"DELETE FROM public.{name} WHERE id = %s", [number])
                else:
                    own.execute(
                        f"INSERT INTO public.{name} VALUES (%s, %s, %s, %s, %s, %s, now(), %s, %s, "
                        "%s) ON CONFLICT (id) DO UPDATE SET version = EXCLUDED.version",
                        [number, "it's \"子\"\n\\", version / 7, choice.random() < 0.5,
                         json.dumps({"a": [version, None, "}"]}), os.urandom(20), [1, version],
                         "".join(choice.choices("abcdef", k=9000)), version])
                if choice.random() < 0.2:
                    raise psycopg.Rollback(whole)
                versions[number] = version
                if not drop:
                    versions.setdefault("told", set()).add((number, version))
        own.close()

    def test_01_the_topic_has_the_table_whatever_is_killed(self):
        seed = int(time.time())
        choice = random.Random(seed)
        self.make("followed")
        self.database.execute("INSERT INTO public.followed (id, version) "
                              "SELECT number, 0 FROM generate_series(1, 500) number")
        name = self.box.deploy(job("followed"))
        self.wait(lambda: len(self.messages("followed")) >= 500, "the first rows are missing", name)
        versions = [{}, {}]
        feeders = [threading.Thread(target=self.change, args=(
            "followed", range(1 + 250 * part, 40 + 250 * part), seed + part, versions[part]))
            for part in (0, 1)]
        for feeder in feeders:
            feeder.start()
        killed = {"worker": 0, "broker": 0}
        while sum(killed.values()) < KILLS:
            time.sleep(choice.uniform(0.3, 2))
            what = "broker" if choice.random() < 0.3 else "worker"
            killed[what] += self.kill(what, name)
        for feeder in feeders:
            feeder.join()
        self.wait(lambda: self.same("followed"), f"the topic differs, seed {seed}", name)
        told = self.messages("followed")
        values = [value for _, value in told if value]
        self.assertEqual({value["op"] for value in values}, {"r", "c", "u", "d"})
        seen = {(value["after"]["id"], value["after"]["version"]) for value in values
                if value["after"]} - {(number, 0) for number in range(1, 501)}
        wanted = versions[0]["told"] | versions[1]["told"]
        self.assertEqual(seen, wanted, f"lost or never committed, seed {seed}")
        self.assertTrue(any(value is None for _, value in told), "no tombstone")
        print(f"\n{len(told)} messages of {len(wanted)} versions, killed {killed}, seed {seed}",
              file=sys.stderr)
        self.box.control("stop", name)

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

    def test_02_the_slot_moves_on_while_the_tables_are_quiet(self):
        self.make("quiet")
        name = self.box.deploy(job("quiet", snapshot=False))
        self.wait(lambda: self.box.status(name)["state"] == "streaming", "it does not stream", name)
        self.database.execute("CREATE TABLE public.noise AS SELECT generate_series(1, 50000) AS n")
        place = self.database.execute("SELECT pg_current_wal_lsn()").fetchone()[0]
        self.wait(lambda: self.database.execute(
            "SELECT confirmed_flush_lsn >= %s FROM pg_replication_slots WHERE slot_name = "
            "'pilot_quiet'", [place]).fetchone()[0], "the slot does not move on", name)
        self.assertEqual(self.messages("quiet"), [])
        self.box.control("stop", name)

    def test_03_a_key_that_changes_and_whole_rows(self):
        self.make("keys")
        self.database.execute("ALTER TABLE public.keys REPLICA IDENTITY FULL")
        name = self.box.deploy(job("keys", snapshot=False))
        self.wait(lambda: self.box.status(name)["state"] == "streaming", "it does not stream", name)
        self.database.execute("INSERT INTO public.keys (id, version) VALUES (1, 1)")
        self.database.execute("UPDATE public.keys SET id = 2")
        self.database.execute("TRUNCATE public.keys")
        self.wait(lambda: self.box.status(name)["rows"] >= 3, "changes are missing", name)
        self.box.control("stop", name)

        def read():
            consumer = Consumer({**self.box.kafka(), "group.id": "keys.reader",
                                 "enable.partition.eof": True})
            self.addCleanup(consumer.close)
            consumer.assign([TopicPartition("keys", part, 0) for part in range(PARTS)])
            ends = 0
            while ends < PARTS:
                message = consumer.poll(30)
                if message.error():
                    ends += 1
                else:
                    yield message.key(), json.loads(message.value() or "null")

        told = list(read())
        update = next(value for _, value in told if value and value["op"] == "u")
        self.assertEqual((update["before"]["id"], update["before"]["version"],
                          update["after"]["id"]), (1, 1, 2))
        self.assertIn((b'{"id":1}', None), told)
        self.assertIn((None, "t"), [(key, value and value["op"]) for key, value in told])
        self.assertRegex(update["lsn"], "^[0-9A-F]+/[0-9A-F]+$")
        self.assertRegex(update["ts"], r"^20.*\+00:00$")

    def test_04_what_cannot_be_followed_is_refused(self):
        self.make("keyless", key="")
        for data, words in ((job("keyless"), "would refuse updates"),
                            (job("nowhere", "keyless", "not_there"), "no table public.not_there")):
            name = self.box.deploy(data)
            self.wait(lambda one=name: self.box.status(one)["state"] == "failed",
                      "it does not fail", name)
            self.assertIn(words, self.box.status(name)["error"])
        self.database.execute("INSERT INTO public.keyless (id, version) VALUES (1, 1)")
        self.database.execute("UPDATE public.keyless SET version = 2")  # nobody is harmed
        self.assertEqual(self.database.execute(
            "SELECT count(*) FROM pg_publication WHERE pubname = 'pilot_keyless'").fetchone()[0], 0)


if __name__ == "__main__":
    unittest.main()
