# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes of PostgreSQL's tables into a topic, from a replication slot of the job's own.

The slot moves on only when the broker has everything before it, so a change may be there twice after
a crash, never not at all. It is there by its name only once the rows of the start are delivered."""
import time
import zlib

import psycopg
from confluent_kafka import KafkaException, Producer
from psycopg import sql

from . import ledger, slots
from .pgoutput import Begin, Change, Commit, Decoder, key_json, message_json
from .runner import words_of

LONGEST = 10
CHANGES = 10_000  # asked for at once; a transaction comes whole
PAUSE = 0.5
TIMEOUT = 10


class Capture:
    def __init__(self, job, connections, status, stopping):
        self._job = job
        self._source = job.source
        self._connections = connections
        self._status = status
        self._stopping = stopping
        self._database = None
        self._holds = False  # the lock of who follows
        self._keys = {}  # table → names of the columns that tell rows apart
        self._failed = []
        self._moved_at = 0.0
        self._settings = {**connections.kafka(job.sink.connection), "enable.idempotence": True,
                          "linger.ms": 20, "compression.type": "zstd",
                          "queue.buffering.max.kbytes": 32_768}
        self._producer = Producer(self._settings)

    def run(self):
        self._status.now("starting")
        wait = 0.2
        while not self._stopping():
            try:
                self._step()
                wait = 0.2
            except (psycopg.Error, KafkaException) as error:
                self._drop()
                self._rest(words_of(error), wait)
                wait = min(LONGEST, wait * 2)
        self._drop()
        self._status.now("stopped")

    def _drop(self):
        """What is on its way is told again: the slot has not moved."""
        self._producer.purge()
        self._producer = Producer(self._settings)
        self._failed = []
        self._holds = False
        if self._database is not None:
            self._database.close()
        self._database = None

    def _rest(self, words, seconds):
        limit = time.monotonic() + seconds
        while time.monotonic() < limit and not self._stopping():
            self._status.now("waiting", error=words, lag=None)
            time.sleep(0.2)

    def _step(self):
        if not self._connected():
            self._rest("another worker follows this slot", 1)
            return
        flushed = self._database.execute("SELECT pg_current_wal_flush_lsn()").fetchone()[0]
        end, count = self._follow()
        if self._stopping():
            return
        if end:
            self._delivered()
            slots.advance(self._database, self._source.slot, end)
        elif time.monotonic() - self._moved_at >= self._source.heartbeat:
            # Nothing of these tables is before this place; the log may go.
            slots.advance(self._database, self._source.slot, flushed)
        if end or time.monotonic() - self._moved_at >= self._source.heartbeat:
            self._moved_at = time.monotonic()
        self._status.count(count, 0, end)
        self._status.now("streaming", lag=0 if not end else None)
        if not end:
            self._pause()

    def _pause(self):
        limit = time.monotonic() + PAUSE
        while time.monotonic() < limit and not self._stopping():
            time.sleep(0.05)

    def _connected(self):
        """Whether this worker is the one that follows."""
        if self._database is None:
            self._database = self._connections.postgres(
                self._source.connection, self._job.application)
            self._database.execute("SET datestyle = 'ISO'; SET intervalstyle = 'iso_8601'; "
                                   "SET timezone = 'UTC'; SET extra_float_digits = 1; "
                                   "SET bytea_output = 'hex'")
        if not self._holds:
            self._holds = self._database.execute(
                "SELECT pg_try_advisory_lock(%s, %s)",
                [0x70686364, zlib.crc32(self._source.slot.encode()) - (1 << 31)]).fetchone()[0]
            if not self._holds:
                return False
            slots.prepare(self._database, self._source)
            self._keys = {one.name: {name for name, _, is_key in one.columns if is_key}
                          for one in slots.relations(self._database, self._source.tables)}
            if not slots.exists(self._database, self._source.slot):
                self._begin()
        return True

    def _begin(self):
        """The slot first, then the rows: what changes between is told by both, in that order."""
        slots.start(self._database, self._source.slot)
        if self._source.snapshot:
            with self._database.transaction():
                self._database.execute(
                    "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                lsn, at = self._database.execute(
                    "SELECT pg_current_wal_lsn()::text, now()").fetchone()
                count = sum(self._rows_of(relation, lsn, at)
                            for relation in slots.relations(self._database, self._source.tables))
            self._delivered()
            self._status.count(count, 0, None)
        if not self._stopping():
            slots.started(self._database, self._source.slot)

    def _rows_of(self, relation, lsn, at):
        names = [name for name, _, _ in relation.columns]
        count = 0
        with self._database.cursor() as cursor, cursor.copy(
                sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT").format(
                    sql.SQL(", ").join(map(sql.Identifier, names)),
                    ledger.identifier(relation.name))) as copy:
            for row in copy.rows():
                self._send(Change("r", relation, None, dict(zip(names, row))), lsn, at, None)
                count += 1
                if self._stopping():
                    break
        return count

    def _follow(self):
        """Hands what the slot has to the producer; (place behind it, changes), "" if nothing."""
        decode, begin, end, count = Decoder(), None, "", 0
        with self._database.cursor() as cursor:
            for lsn, octets in cursor.stream(
                    "SELECT lsn::text, data FROM pg_logical_slot_peek_binary_changes(%s, NULL, %s, "
                    "'proto_version', '1', 'publication_names', %s)",
                    [self._source.slot, CHANGES, f'"{self._source.publication}"']):
                found = decode(octets)
                if isinstance(found, Begin):
                    begin = found
                elif isinstance(found, Commit):
                    end = f"{found.end >> 32:X}/{found.end & 0xFFFFFFFF:X}"
                for change in found if isinstance(found, list) else []:
                    self._send(change, lsn, begin.at, begin.xid)
                    count += 1
                if self._stopping():
                    break
        return end, count

    def _send(self, change, lsn, at, xid):
        keys = self._keys.get(change.relation.name, set())
        key = key_json(change.relation, change.after or change.before, keys)
        old = key_json(change.relation, change.before, keys) if change.op in "ud" else None
        self._produce(key, message_json(change, lsn, at, xid))
        if self._source.tombstones and old and (change.op == "d" or old != key):
            self._produce(old, None)

    def _produce(self, key, value):
        while not self._stopping():
            self._check()
            try:
                self._producer.produce(self._job.sink.topic, value, key,
                                       on_delivery=self._noting())
                break
            except BufferError:  # the broker is slow or away: the slot waits with it
                self._producer.poll(0.5)
        self._producer.poll(0)

    def _noting(self):
        """Of this producer: what an earlier one tells later is nobody's concern."""
        failed = self._failed
        return lambda error, _: failed.append(error) if error else None

    def _check(self):
        if self._failed:
            raise KafkaException(self._failed[0])

    def _delivered(self):
        while self._producer.flush(0.5):
            self._check()
            if self._stopping():
                raise KafkaException(slots.NOT_DELIVERED)
        self._check()
