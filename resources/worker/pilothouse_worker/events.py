# SPDX-License-Identifier: GPL-3.0-or-later
"""An HTTP event stream (server-sent events) into a topic.

The stream goes on behind the last event the topic has: its id is a header of each message. What the
server sends again after that is written again, so a message may be there twice, never not at all."""
import http.client
import json
import os
import socket
import threading
import time
import urllib.error
import urllib.request

from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition

TIMEOUT = 30
LONGEST = 30
LINE = 4 << 20
ID = "event-id"


class EventRunner:
    def __init__(self, job, connections, status, stopping):
        self._job = job
        self._status = status
        self._stopping = stopping
        self._headers = dict(job.source.headers) | connections.headers(job.source.connection)
        self._retry = 1.0  # seconds until it connects again, as the server asks for
        self._settings = connections.kafka(job.sink.connection)
        self._failed = ""
        self._producer = Producer({**self._settings, "enable.idempotence": True, "linger.ms": 50,
                                   "compression.type": "zstd",
                                   "queue.buffering.max.kbytes": 32_768})

    def run(self):
        self._status.now("starting")
        last, wait = self._last_id() if self._job.source.resume else "", 0.0
        while not self._stopping():
            try:
                for name, data, last in self._events(last):
                    wait = 0.0
                    self._send(name, data, last)
                    if self._stopping():
                        break
                error = "the server ended the stream"
            except TimeoutError:
                error = f"the event stream: silent for {self._job.source.silence:g} s"
            except (OSError, ValueError, http.client.HTTPException) as failure:
                error = f"the event stream: {failure}"
            if not self._stopping():
                wait = min(LONGEST, max(self._retry, wait * 2))
                self._pause(error, wait)
        self._producer.flush(TIMEOUT)
        self._status.now("stopped")

    def _pause(self, error, seconds):
        limit = time.monotonic() + seconds
        while time.monotonic() < limit and not self._stopping():
            self._producer.poll(0.2)
            self._status.now("waiting", error=error)

    def _events(self, last):
        """(name, data, id) of each event, as the standard reads lines."""
        headers = {"Accept": "text/event-stream", "Cache-Control": "no-store", **self._headers}
        if last and self._job.source.resume:
            headers["Last-Event-ID"] = last
        request = urllib.request.Request(self._job.source.url, headers={
            name: value.encode().decode("latin-1") for name, value in headers.items()})
        with urllib.request.urlopen(request, timeout=self._job.source.silence) as answer, \
                Cut(answer, self._stopping):
            name, data = "", []
            while not self._stopping():
                line = answer.readline(LINE)
                if not line:
                    return
                if not line.endswith(b"\n"):
                    raise ValueError("a line is longer than 4 MB")
                line = line.decode("utf-8", "replace").rstrip("\r\n")
                field, _, value = line.partition(":")
                value = value[1:] if value.startswith(" ") else value
                if not line:
                    if data:
                        yield name or "message", "\n".join(data), last
                    name, data = "", []
                elif field == "event":
                    name = value
                elif field == "data":
                    data.append(value)
                elif field == "id" and "\0" not in value:
                    last = value
                elif field == "retry" and value.isascii() and value.isdigit():
                    self._retry = min(LONGEST, int(value[:9]) / 1000)

    def _send(self, name, data, last):
        if self._job.source.events and name not in self._job.source.events:
            return
        while True:
            try:
                self._producer.produce(
                    self._job.sink.topic, data.encode(), self._key(data),
                    headers=[(ID, last.encode()), ("event", name.encode())],
                    on_delivery=self._delivered)
                break
            except BufferError:  # the broker is slow or away: the stream waits with it
                self._producer.poll(0.5)
                self._status.now("waiting", error=self._failed or "the broker is behind")
                if self._stopping():
                    return
        self._producer.poll(0)
        self._status.now("waiting" if self._failed else "streaming", error=self._failed)

    def _key(self, data):
        if not self._job.sink.key:
            return None
        try:
            found = json.loads(data)
            for name in self._job.sink.key.split("."):
                found = found.get(name)
        except (ValueError, AttributeError, RecursionError):
            return None
        return None if found is None else str(found).encode()

    def _delivered(self, error, _):
        self._failed = error.str() if error else ""
        self._status.count(0 if error else 1, 1 if error else 0, None)

    def _last_id(self):
        """Of the newest message; empty when the topic holds none or does not answer."""
        consumer = Consumer({**self._settings, "group.id": f"{self._job.group}.last",
                             "enable.auto.commit": False, "enable.partition.eof": True})
        try:
            newest = (-1, "")
            for part in consumer.list_topics(self._job.sink.topic, TIMEOUT).topics[
                    self._job.sink.topic].partitions:
                low, high = consumer.get_watermark_offsets(
                    TopicPartition(self._job.sink.topic, part), TIMEOUT)
                if high > low:
                    newest = max(newest, self._id_at(consumer, part, max(low, high - 1)))
            return newest[1]
        except KafkaException:
            return ""
        finally:
            consumer.close()

    def _id_at(self, consumer, part, offset):
        consumer.assign([TopicPartition(self._job.sink.topic, part, offset)])
        message = consumer.poll(TIMEOUT)
        if message is None or message.error():
            return -1, ""
        told = dict(message.headers() or [])
        return message.timestamp()[1], told.get(ID, b"").decode("utf-8", "replace")


class Cut:
    """Ends a reading that waits when the worker is told to stop."""

    def __init__(self, answer, stopping):
        self._socket = socket.socket(fileno=os.dup(answer.fileno()))
        self._stopping = stopping
        self._over = threading.Event()

    def __enter__(self):
        threading.Thread(target=self._watch, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._over.set()

    def _watch(self):
        while not self._over.wait(0.2):
            if self._stopping():
                try:
                    self._socket.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass  # the server was faster
                break
        self._socket.close()
