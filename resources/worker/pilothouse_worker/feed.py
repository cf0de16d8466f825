# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages of a topic, each partition from the offset the database knows."""
import sys
import time

from confluent_kafka import Consumer, KafkaError, KafkaException, TopicPartition

TIMEOUT = 10
AGAIN = 2  # seconds until offsets are committed again that the broker has not confirmed


class Feed:
    """`begin(starts)` gives partition → stored offset, writing the start where none is stored.

    `next` is where each partition is read on, `done` what the database holds of it."""

    def __init__(self, job, settings, begin):
        self._job = job
        self._topic = job.source.topic
        self._begin = begin
        self.next = {}
        self._ends = {}  # where the broker said that a partition ends
        self._confirmed = {}
        self._committed_at = 0.0
        self.error = ""
        self._consumer = Consumer({
            "session.timeout.ms": 10_000, "max.poll.interval.ms": 300_000,
            "partition.assignment.strategy": "cooperative-sticky", **settings,
            "group.id": job.group, "client.id": job.application, "enable.auto.commit": False,
            "enable.auto.offset.store": False, "auto.offset.reset": "error",
            "enable.partition.eof": True, "on_commit": self._note,
            "isolation.level": "read_committed", "fetch.error.backoff.ms": 200,
            "queued.max.messages.kbytes": 32_768, "error_cb": self._failed})
        self._open()

    def _open(self):
        self._consumer.subscribe([self._topic], on_assign=self._assigned,
                                 on_revoke=self._revoked, on_lost=self._revoked)

    def is_done(self):
        """A stream has no end."""
        return False

    def _failed(self, error):
        if error.code() == KafkaError._ALL_BROKERS_DOWN or error.fatal():
            self.error = error.str()

    def _assigned(self, consumer, partitions):
        stored = self._begin({one.partition: lambda part=one.partition: self._start(part)
                              for one in partitions})
        places = [TopicPartition(self._topic, part, offset) for part, offset in stored.items()]
        self.next.update(stored)
        consumer.incremental_assign(places)
        self._commit(stored)  # a crash may have come between the two

    def _revoked(self, consumer, partitions):
        for one in partitions:
            self.next.pop(one.partition, None)
            self._ends.pop(one.partition, None)
            self._confirmed.pop(one.partition, None)
        consumer.incremental_unassign(partitions)

    def _start(self, part):
        low, high = self._consumer.get_watermark_offsets(
            TopicPartition(self._topic, part), TIMEOUT)
        return low if self._job.source.start == "earliest" else high

    def take(self, most, seconds):
        """Up to `most` messages of at most `seconds`; [] when nothing came."""
        taken, limit = [], time.monotonic() + seconds
        while len(taken) < most and not self._is_read():
            left = limit - time.monotonic()
            if left <= 0:
                break
            for message in self._consumer.consume(most - len(taken), min(left, 0.5)):
                if message.error():
                    self._told(message)
                elif self._is_wanted(message):
                    taken.append(message)
                    self.error = ""
        return [one for one in taken if one.partition() in self.next]

    def _is_wanted(self, message):
        return message.partition() in self.next

    def _is_read(self):
        """Whether nothing more will come."""
        return False

    def _told(self, message):
        error = message.error()
        if error.code() == KafkaError._PARTITION_EOF:
            self._ends[message.partition()] = message.offset()
            self.error = ""
        elif error.code() == KafkaError._AUTO_OFFSET_RESET:
            self._beyond(message.partition())
        elif not error.retriable() and error.code() not in (
                KafkaError._TRANSPORT, KafkaError._ALL_BROKERS_DOWN):
            self.error = error.str()

    def _beyond(self, part):
        """The stored offset is not there: deleted by retention is told and read around, a topic
        made anew is for somebody to decide."""
        stored = self.next.get(part)
        if stored is None:
            return
        low, high = self._consumer.get_watermark_offsets(
            TopicPartition(self._topic, part), TIMEOUT)
        if stored < low:
            print(f"partition {part}: {low - stored} offsets were deleted before they were read",
                  file=sys.stderr, flush=True)
            self._go(part, low)
        else:
            self.error = (f"partition {part} ends at {high}, before the stored offset {stored}: "
                          "was the topic made anew?")

    def seek(self, places):
        """Back to where the database stands."""
        for part, offset in places.items():
            if part in self.next and offset is not None:
                self.next[part] = offset
                self._ends.pop(part, None)
                self._go(part, offset)

    def _go(self, part, offset):
        place = TopicPartition(self._topic, part, offset)
        try:
            self._consumer.seek(place)
        except KafkaException:  # its reading has not begun
            self._consumer.incremental_unassign([place])
            self._consumer.incremental_assign([place])

    def passed(self):
        """Partition → its end behind marks of transactions and deleted messages, to which no message
        leads; only to be asked when all that was taken is written."""
        return {part: end for part, end in self._ends.items()
                if end > self.next.get(part, end)}

    def written(self, ends):
        self.next.update({part: end for part, end in ends.items() if part in self.next})
        self._commit(ends)

    def tick(self):
        """Again what the broker has not confirmed."""
        late = {part: offset for part, offset in self.next.items()
                if self._confirmed.get(part) != offset}
        if late and time.monotonic() - self._committed_at > AGAIN:
            self._commit(late)

    def _commit(self, ends, wait=False):
        places = [TopicPartition(self._topic, part, offset) for part, offset in ends.items()
                  if part in self.next]
        if not places:
            return
        self._committed_at = time.monotonic()
        try:
            if wait:
                self._note(None, self._consumer.commit(offsets=places, asynchronous=False))
            else:
                self._consumer.commit(offsets=places, asynchronous=True)
        except KafkaException:
            pass  # tried again by tick(); the database has them

    def _note(self, error, places):
        for one in places or []:
            if error is None and one.error is None:
                self._confirmed[one.partition] = one.offset

    def lag(self):
        """Messages until the end of what is read here; None when the broker has not said."""
        total = 0
        for part, offset in self.next.items():
            try:
                high = self._consumer.get_watermark_offsets(
                    TopicPartition(self._topic, part), cached=True)[1]
            except KafkaException:
                return None
            if high < 0:
                return None
            total += max(0, high - offset)
        return total

    def rest(self):
        """Keeps the place in the group while the database is away. Whoever calls it seeks afterwards,
        so a message that comes nevertheless is not lost."""
        self._consumer.pause(self._consumer.assignment())
        self._consumer.poll(0.5)
        self._consumer.resume(self._consumer.assignment())

    def close(self):
        self._commit(dict(self.next), wait=True)
        self._consumer.close()
