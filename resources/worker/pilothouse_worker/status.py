# SPDX-License-Identifier: GPL-3.0-or-later
"""The worker's state as a small file, whole at every moment, and as lines of the log."""
import collections
import json
import os
import sys
import time


class Status:
    def __init__(self, path):
        self._path = path
        self._told = {"state": "starting", "pid": os.getpid(), "lag": None, "rows": 0, "bad": 0,
                      "batch_id": None, "offsets": {}, "error": ""}
        self._counts = collections.deque(maxlen=10)  # (time, rows) of the last seconds
        self._written = 0.0

    def now(self, state, **values):
        """Writes at once when the state or its error changes, else once a second."""
        if "error" not in values:
            values["error"] = ""
        news = state != self._told["state"] or values["error"] != self._told["error"]
        if news:
            line = f"{state}: {values['error']}" if values["error"] else state
            print(time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), line, file=sys.stderr,
                  flush=True)
        self._told.update(values, state=state)
        if news or time.monotonic() - self._written >= 1:
            self._write()

    def count(self, rows, bad, batch):
        self._told["rows"] += rows
        self._told["bad"] += bad
        self._told["batch_id"] = batch or self._told["batch_id"]

    def error(self):
        return self._told["error"]

    def counts(self):
        """Rows and bad messages since the start."""
        return self._told["rows"], self._told["bad"]

    def _rate(self):
        self._counts.append((time.monotonic(), self._told["rows"] + self._told["bad"]))
        (first, before), (last, after) = self._counts[0], self._counts[-1]
        return round((after - before) / (last - first), 1) if last > first else 0.0

    def _write(self):
        self._written = time.monotonic()
        if not self._path:
            return
        told = {**self._told, "at": round(time.time(), 3), "rows_per_second": self._rate()}
        try:
            with open(self._path + ".new", "w", encoding="utf-8") as file:
                json.dump(told, file, ensure_ascii=False)
            os.replace(self._path + ".new", self._path)
        except OSError as error:  # a full disk is no reason to stop
            print(f"status: {error}", file=sys.stderr, flush=True)
