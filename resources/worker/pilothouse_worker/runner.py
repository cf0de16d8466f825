# SPDX-License-Identifier: GPL-3.0-or-later
"""From a topic into a table, until it is told to stop."""
import collections
import time

import psycopg
from confluent_kafka import KafkaException

from . import ledger
from .avro import AvroReader, RegistryAway
from .deadletters import DeadLetters
from .feed import Feed
from .records import Reader, json_reader, text_reader
from .table import TableSink
from .values import Unfit

LONGEST = 10  # seconds between two tries
WINDOW = 1000


class TooManyBad(Exception):
    """More bad messages than the job allows."""


def words_of(error):
    """In one line."""
    if isinstance(error, KafkaException):
        return f"Kafka: {error.args[0].str()}"
    return (str(error).strip() or type(error).__name__).splitlines()[0]


class Runner:
    FEED = Feed

    def __init__(self, job, connections, status, stopping):
        self._job = job
        self._connections = connections
        self._status = status
        self._stopping = stopping
        registry = connections.registry(job.source.registry) if job.source.format == "avro" else None
        read = {"json": json_reader, "text": text_reader}.get(job.source.format)
        self._reader = Reader(job.sink, read or AvroReader(registry))
        self._sink = TableSink(job, self._reader)
        self._database = None
        self._letters = job.dead_letters and DeadLetters(
            job, connections.kafka(job.dead_letters.connection))
        self._letters_at = 0.0
        self._letters_error = ""
        self._latest = collections.deque(maxlen=WINDOW)
        self._feed = self.FEED(job, connections.kafka(job.source.connection), self._begin)

    def run(self):
        self._status.now("starting")
        wait = 0.2
        try:
            while not self._stopping() and not self.is_finished():
                try:
                    self._step()
                    wait = 0.2
                except (psycopg.Error, KafkaException, RegistryAway) as error:
                    self._drop(error)
                    self._rest(words_of(error), wait)
                    wait = min(LONGEST, wait * 2)
            self._end()
        finally:
            self._feed.close()

    def is_finished(self):
        """A stream has no end."""
        return False

    def _end(self):
        self._status.now("stopped")

    def _step(self):
        messages = self._feed.take(self._job.rows, self._job.seconds)
        if self._stopping() and not messages:
            return
        parts = self._sorted(messages) if messages else {
            part: (self._feed.next[part], end, [], []) for part, end in self._feed.passed().items()}
        if parts:
            self._write(parts)
        self._feed.tick()
        self._publish()
        error = self._feed.error or self._letters_error
        self._status.now("waiting" if error else "streaming", lag=self._feed.lag(),
                         offsets=dict(sorted(self._feed.next.items())), error=error)

    def _sorted(self, messages):
        """Partition → (offset expected in the database, offset after them, rows, bad ones)."""
        parts = {}
        for message in messages:
            part = message.partition()
            expected, position, rows, bad = parts.get(part) or (
                self._feed.next[part], self._feed.next[part], [], [])
            if message.offset() < position:
                continue  # handed out again after the partition went and came back
            try:
                rows.append((self._reader.row(message), message))
            except Unfit as why:
                bad.append((message, f"Unfit: {why}"))
            parts[part] = (expected, message.offset() + 1, rows, bad)
        return parts

    def _write(self, parts):
        batch, moved, rows, bad = self._sink.write(self._connected(), self._job.source.topic, parts)
        self._feed.seek(moved)
        self._feed.written({part: end for part, (_, end, _, _) in parts.items()
                            if part not in moved})
        self._status.count(rows, bad, batch)
        if bad:
            self._letters_at = 0.0
        self._judge(rows, bad)

    def _judge(self, rows, bad):
        self._latest.extend([0] * rows + [1] * bad)
        share = self._job.max_bad
        if share is not None and len(self._latest) == WINDOW \
                and 100 * sum(self._latest) > share * WINDOW:
            raise TooManyBad(f"{sum(self._latest)} of the last {WINDOW} messages were bad; "
                             f"{share:g} % are allowed")

    def _publish(self):
        if self._letters is None or time.monotonic() < self._letters_at:
            return
        self._letters_at = time.monotonic() + 2
        try:
            self._letters.publish(self._connected())
            self._letters_error = ""
        except KafkaException as error:
            self._letters_error = f"dead letters: {error.args[0].str()}"

    def _connected(self):
        if self._database is None or self._database.closed:
            self._database = self._connections.postgres(
                self._job.sink.connection, self._job.application)
            ledger.prepare(self._database)
        return self._database

    def _drop(self, error):
        """After an error nobody knows what the connection holds."""
        if self._letters:
            self._letters.close()
        if self._database is not None:
            try:
                self._database.close()
            except psycopg.Error:
                pass
        self._database = None
        del error

    def _rest(self, words, seconds):
        """Then everything is read again from where the database stands."""
        self._status.now("waiting", error=words, lag=self._feed.lag())
        limit = time.monotonic() + seconds
        while time.monotonic() < limit and not self._stopping():
            self._feed.rest()
        try:
            self._feed.seek(ledger.known(self._connected(), self._job.group, self._job.source.topic,
                                         list(self._feed.next)))
        except psycopg.Error as error:
            self._drop(error)
            if not self._stopping():
                self._rest(words_of(error), min(LONGEST, seconds * 2))

    def _begin(self, starts):
        """Called while partitions come; holds on until the database answers."""
        wait = 0.2
        while not self._stopping():
            try:
                connection = self._connected()
                parts = ledger.known(connection, self._job.group, self._job.source.topic,
                                     list(starts))
                new = {part: start() for part, start in starts.items() if part not in parts}
                return parts | ledger.begin(connection, self._job.group, self._job.source.topic,
                                            new)
            except (psycopg.Error, KafkaException) as error:
                if isinstance(error, psycopg.Error):
                    self._drop(error)
                self._status.now("waiting", error=words_of(error))
                time.sleep(wait)
                wait = min(LONGEST, wait * 2)
        return {}
