# SPDX-License-Identifier: GPL-3.0-or-later
"""What the driver says on stdout: one line per event, as plain text or as JSON."""
import json
import sys

SCHEMA = 1


class SandboxError(Exception):
    """A failure with a sentence for the user and, where known, what to do about it."""

    def __init__(self, text, hint="", server=""):
        super().__init__(text)
        self.text = text
        self.hint = hint
        self.server = server


class UsageError(SandboxError):
    """What was typed cannot be meant; exit code 2."""


class Report:
    """Prints events; `step` is a stable word that a program may translate."""

    def __init__(self, as_json):
        self.as_json = as_json
        self._percent = {}

    def _emit(self, line, **event):
        if self.as_json:
            line = json.dumps({"schema": SCHEMA, **event}, ensure_ascii=False)
        print(line, flush=True)

    def progress(self, server, percent, step, text):
        percent = max(self._percent.get(server, 0), min(100, int(percent)))
        self._percent[server] = percent
        self._emit(f"progress {server} {percent} {text}", event="progress", server=server,
                   percent=percent, step=step, text=text)

    def done(self, seconds, folder, profile):
        self._emit(f"done {seconds:.1f} s, profile {profile}", event="done",
                   seconds=round(seconds, 2), folder=folder, profile=profile)

    def note(self, text):
        self._emit(text, event="note", text=text)

    def error(self, failure):
        hint = f" ({failure.hint})" if failure.hint else ""
        if not self.as_json:
            print(f"sandbox: {failure.text}{hint}", file=sys.stderr, flush=True)
            return
        self._emit("", event="error", server=failure.server, text=failure.text,
                   hint=failure.hint)
