# SPDX-License-Identifier: GPL-3.0-or-later
"""Dead letters from their table to their topic, each once.

One worker of a job holds a lock of the database while it publishes. Before each Kafka transaction it
notes where the topic ends. Who comes after a crash fences the one before it, so nothing more of that
one can arrive, and looks behind the note for what did."""
import base64
import json
import time
import zlib

from confluent_kafka import Consumer, KafkaError, KafkaException, Producer, TopicPartition

LIMIT = 500
TIMEOUT = 10
PLACE = "original-"


class DeadLetters:
    def __init__(self, job, settings):
        self._job = job
        self._topic = job.dead_letters.topic
        self._settings = settings
        self._producer = None
        self._holder = None  # the connection that has the lock

    def publish(self, connection):
        """What waits, if this worker is the one to do it; raises when broker or database are away."""
        if not self._wanted(connection):
            return
        if self._holder is not connection or self._producer is None:
            self.close()
            if not connection.execute("SELECT pg_try_advisory_lock(%s, %s)", [
                    0x70686477, zlib.crc32(self._job.group.encode()) - (1 << 31)]).fetchone()[0]:
                return
            self._holder = connection
            self._fence()
            self._recover(connection)
        try:
            while self._some(connection):
                pass
        except Exception:
            self.close()  # whatever was on its way is looked for again
            raise

    def close(self):
        """The lock ends with its connection or with the next holder's asking for it again."""
        self._producer = None
        self._holder = None

    def _wanted(self, connection):
        return connection.execute(
            "SELECT EXISTS (SELECT FROM pilothouse.dead_letters WHERE job = %s) OR EXISTS "
            "(SELECT FROM pilothouse.dead_letter_marks WHERE job = %s AND pending)",
            [self._job.group, self._job.group]).fetchone()[0]

    def _fence(self):
        self._producer = Producer({
            **self._settings, "transactional.id": f"{self._job.group}.dead-letters",
            "transaction.timeout.ms": 60_000, "enable.idempotence": True})
        self._producer.init_transactions(TIMEOUT)

    def _waiting(self, connection):
        return connection.execute(
            "SELECT topic, part, at_offset, extract(epoch FROM at) * 1000, key, value, headers, reason "
            "FROM pilothouse.dead_letters WHERE job = %s ORDER BY topic, part, at_offset LIMIT %s",
            [self._job.group, LIMIT]).fetchall()

    def _some(self, connection):
        with connection.transaction():
            letters = self._waiting(connection)
            if not letters:
                return False
            self._mark(connection, self._ends())
        self._producer.begin_transaction()
        failed = []
        for letter in letters:
            self._produce(letter, failed)
        left = self._producer.flush(TIMEOUT)
        if failed or left:
            self._producer.abort_transaction(TIMEOUT)
            raise KafkaException(failed[0] if failed else KafkaError(KafkaError._TIMED_OUT))
        self._producer.commit_transaction(TIMEOUT)
        self._forget(connection, [letter[:3] for letter in letters])
        return True

    def _produce(self, letter, failed):
        topic, part, offset, at, key, value, headers, reason = letter
        kind, _, words = reason.partition(": ")
        told = [(name, None if found is None else base64.b64decode(found))
                for name, found in headers or [] if not name.startswith(PLACE)]
        self._producer.produce(
            self._topic, value, key, headers=told + [
                (f"{PLACE}topic", topic.encode()), (f"{PLACE}partition", b"%d" % part),
                (f"{PLACE}offset", b"%d" % offset),
                (f"{PLACE}timestamp", b"%d" % int(at) if at is not None else b""),
                ("error-class", kind.encode()), ("error-message", (words or kind).encode()),
                ("job", self._job.group.encode())],
            on_delivery=lambda error, _: failed.append(error) if error else None)
        self._producer.poll(0)

    def _ends(self):
        with self._reader() as consumer:
            return {part: consumer.get_watermark_offsets(
                TopicPartition(self._topic, part), TIMEOUT)[1] for part in self._parts(consumer)}

    def _parts(self, consumer):
        found = consumer.list_topics(self._topic, TIMEOUT).topics[self._topic]
        if found.error:
            raise KafkaException(found.error)
        return sorted(found.partitions)

    def _reader(self):
        return Reader({**self._settings, "group.id": f"{self._job.group}.dead-letters",
                       "enable.auto.commit": False, "isolation.level": "read_committed",
                       "enable.partition.eof": True, "auto.offset.reset": "earliest"})

    def _mark(self, connection, ends):
        connection.execute(
            "INSERT INTO pilothouse.dead_letter_marks VALUES (%s, %s, %s, true) "
            "ON CONFLICT (job) DO UPDATE SET topic = EXCLUDED.topic, ends = EXCLUDED.ends, "
            "pending = true", [self._job.group, self._topic, json.dumps(ends)])

    def _forget(self, connection, places):
        with connection.transaction():
            with connection.cursor() as cursor:
                cursor.executemany(
                    "DELETE FROM pilothouse.dead_letters "
                    "WHERE job = %s AND topic = %s AND part = %s AND at_offset = %s",
                    [(self._job.group, *place) for place in places])
            connection.execute("UPDATE pilothouse.dead_letter_marks SET pending = false "
                               "WHERE job = %s", [self._job.group])

    def _recover(self, connection):
        """After a crash: takes out what stands in the topic already."""
        with connection.transaction():
            mark = connection.execute(
                "SELECT topic, ends FROM pilothouse.dead_letter_marks WHERE job = %s AND pending",
                [self._job.group]).fetchone()
        if mark and mark[0] == self._topic:
            self._forget(connection, self._found({int(part): end for part, end in mark[1].items()}))

    def _found(self, ends):
        places = []
        with self._reader() as consumer:
            parts = self._parts(consumer)
            consumer.assign([TopicPartition(self._topic, part, ends.get(part, 0))
                             for part in parts])
            open_parts, limit = set(parts), time.monotonic() + 10 * TIMEOUT
            while open_parts:
                message = consumer.poll(1)
                if time.monotonic() > limit:
                    raise KafkaException(KafkaError(KafkaError._TIMED_OUT))
                if message is None:
                    continue
                if message.error():
                    if message.error().code() != KafkaError._PARTITION_EOF:
                        raise KafkaException(message.error())
                    open_parts.discard(message.partition())
                    continue
                told = dict(message.headers() or [])
                if told.get("job") == self._job.group.encode():
                    places.append((told[f"{PLACE}topic"].decode(), int(told[f"{PLACE}partition"]),
                                   int(told[f"{PLACE}offset"])))
        return places


class Reader(Consumer):
    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
