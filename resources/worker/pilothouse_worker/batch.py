# SPDX-License-Identifier: GPL-3.0-or-later
"""What is there now, as a batch: up to the ends the topic has at the start, then it is over."""
import sys
import time

from .batchfeed import BatchFeed
from .runner import Runner


class NotFinished(Exception):
    """Broker or database were away for too long, or it was told to stop."""


class BatchRunner(Runner):
    FEED = BatchFeed

    def __init__(self, job, connections, status, stopping, patience):
        self._patience = patience
        self._moved(None)
        self._finished = False
        super().__init__(job, connections, status,
                         lambda: stopping() or time.monotonic() > self._until)

    def is_finished(self):
        return self._finished

    def _moved(self, place):
        self._place = place
        self._until = time.monotonic() + self._patience

    def _step(self):
        super()._step()
        if self._place != self._feed.next:
            self._moved(dict(self._feed.next))
        if self._feed.is_done():
            self._letters_at = 0.0
            self._publish()
            self._finished = not self._letters_error
            if not self._finished:
                time.sleep(0.5)

    def _end(self):
        if not self._finished:
            error = self._status.error()
            raise NotFinished(f"given up before the end{': ' if error else ''}{error}")
        rows, bad = self._status.counts()
        print(f"{rows} rows written, {bad} dead letters", file=sys.stderr, flush=True)
        super()._end()
