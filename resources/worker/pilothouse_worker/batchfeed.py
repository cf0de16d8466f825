# SPDX-License-Identifier: GPL-3.0-or-later
"""What is in a topic now: each partition up to the end it had at the start, then no further.

No group hands the partitions out, so nothing waits for another worker: whoever writes second finds
the offsets moved on in the database and writes nothing."""
import time

from confluent_kafka import KafkaException, TopicPartition

from .feed import TIMEOUT, Feed
from .job import JobError


class BatchFeed(Feed):
    def _open(self):
        self._limits = None  # partition → end at the start; None: not asked yet

    def ready(self):
        """Asks where the topic ends and where the database stands; raises while one is away."""
        if self._limits is not None:
            return
        found = self._consumer.list_topics(self._topic, TIMEOUT).topics[self._topic]
        if found.error:
            raise KafkaException(found.error)
        limits = {part: self._consumer.get_watermark_offsets(
            TopicPartition(self._topic, part), TIMEOUT)[1] for part in found.partitions}
        stored = self._begin({part: lambda part=part: self._start(part) for part in limits})
        if len(stored) < len(limits):
            return  # told to stop meanwhile
        for part, offset in stored.items():
            if offset > limits[part]:
                raise JobError(f"partition {part} ends at {limits[part]}, before the stored offset "
                               f"{offset}: was the topic made anew?")
        self.next.update(stored)
        self._limits = limits
        self._assign()

    def _assign(self):
        self._consumer.assign([TopicPartition(self._topic, part, offset)
                               for part, offset in self.next.items()
                               if offset < self._limits[part]])

    def seek(self, places):
        places = {part: offset for part, offset in places.items()
                  if part in self.next and offset is not None}
        if not places:
            return
        self.next.update(places)
        for part in places:
            self._ends.pop(part, None)
        self._assign()

    def _go(self, part, offset):
        self._consumer.seek(TopicPartition(self._topic, part, offset))

    def _is_wanted(self, message):
        part = message.partition()
        if message.offset() < self._limits.get(part, 0):
            return True
        self._ends[part] = self._limits.get(part, 0)  # nothing more comes before it
        return False

    def _is_read(self):
        return all(self.next[part] >= limit or self._ends.get(part, -1) >= limit
                   for part, limit in self._limits.items())

    def passed(self):
        return {part: min(end, self._limits[part]) for part, end in super().passed().items()
                if self._limits[part] > self.next[part]}

    def is_done(self):
        return self._limits is not None and all(
            self.next[part] >= limit for part, limit in self._limits.items())

    def take(self, most, seconds):
        self.ready()
        return [] if self.is_done() else super().take(most, seconds)

    def lag(self):
        """Of this batch."""
        return None if self._limits is None else sum(
            max(0, limit - self.next[part]) for part, limit in self._limits.items())

    def rest(self):
        time.sleep(0.5)  # there is no place in a group to keep
