# SPDX-License-Identifier: GPL-3.0-or-later
"""A job as its file says it, checked whole before anything is opened."""
import dataclasses
import json
import re

FORMATS = ("json", "avro", "text")
EXTRAS = ("drop", "keep", "refuse")


class JobError(Exception):
    """The job cannot run as it is written; trying again helps nothing."""


@dataclasses.dataclass(frozen=True)
class Column:
    name: str
    type: str
    nullable: bool = True


@dataclasses.dataclass(frozen=True)
class KafkaSource:
    connection: str
    topic: str
    format: str = "json"
    registry: str = ""
    start: str = "earliest"


@dataclasses.dataclass(frozen=True)
class EventSource:
    url: str
    connection: str = ""
    events: tuple = ()  # only those of these names; empty: all
    headers: tuple = ()  # (name, value)
    resume: bool = True  # behind the last event of the topic
    silence: float = 60.0  # seconds without a byte until the connection counts as dead


@dataclasses.dataclass(frozen=True)
class ChangeSource:
    connection: str
    tables: tuple  # schema.table
    slot: str
    publication: str
    snapshot: bool = True  # the rows that are there come first
    tombstones: bool = True
    heartbeat: float = 10.0  # seconds until the slot moves on while the tables are quiet


@dataclasses.dataclass(frozen=True)
class Table:
    connection: str
    table: str
    columns: tuple
    mode: str = "append"
    keys: tuple = ()
    extra: str = "drop"
    extracted_at: str = ""


@dataclasses.dataclass(frozen=True)
class Topic:
    connection: str
    topic: str
    key: str = ""  # a field of the value


@dataclasses.dataclass(frozen=True)
class Job:
    pipeline: str
    node: str
    group: str
    source: object
    sink: object
    dead_letters: object  # a Topic, or None: they stay in their table
    rows: int = 1000
    seconds: float = 1.0
    max_bad: object = None  # share of the last thousand, in percent
    caller: str = ""  # what connections are named after; empty: the job

    @property
    def application(self):
        return self.caller or f"pilothouse:{self.pipeline}.{self.node}"


def load(path):
    try:
        with open(path, encoding="utf-8") as file:
            return parse(json.load(file))
    except (OSError, ValueError) as error:
        raise JobError(f"{path}: {error}") from error


def parse(data):
    try:
        if data["job"] != 1:
            raise JobError(f"job files of version {data['job']} are not known")
        batch = data.get("batch", {})
        return Job(pipeline=text(data, "pipeline"), node=text(data, "node"),
                   group=text(data, "group"), source=source(data["source"]),
                   sink=sink(data["sink"]), dead_letters=dead_letters(data.get("dead_letters")),
                   rows=number(batch, "rows", 1000, 1, 100_000),
                   seconds=number(batch, "seconds", 1.0, 0.01, 3600),
                   max_bad=None if data.get("max_bad") is None
                   else number(data, "max_bad", 0, 0, 100))
    except (KeyError, TypeError, AttributeError) as error:
        raise JobError(f"the job file lacks or misuses {error}") from error


def text(data, name, default=None):
    found = data.get(name, default)
    if found is None and default == "":
        return ""
    if not isinstance(found, str) or (default is None and not found):
        raise JobError(f"{name} must be a text")
    return found


def choice(data, name, values, default):
    found = data.get(name, default)
    if found not in values:
        raise JobError(f"{name} must be one of {', '.join(values)}")
    return found


def number(data, name, default, least, most):
    found = data.get(name, default)
    if isinstance(found, bool) or not isinstance(found, (int, float)) or not least <= found <= most:
        raise JobError(f"{name} must be a number from {least} to {most}")
    return found


def source(data):
    kind = choice(data, "kind", ("kafka", "sse", "cdc"), None)
    if kind == "sse":
        return event_source(data)
    if kind == "cdc":
        return change_source(data)
    return KafkaSource(text(data, "connection"), text(data, "topic"),
                       choice(data, "format", FORMATS, "json"), text(data, "registry", ""),
                       choice(data, "start", ("earliest", "latest"), "earliest"))


def event_source(data):
    headers = tuple((text({name: name}, name), text(data["headers"], name, ""))
                    for name in data.get("headers") or {})
    for name, value in headers:
        if not name.isascii() or any(sign in name + value for sign in "\r\n\0"):
            raise JobError("a header holds what none may hold")
    return EventSource(text(data, "url"), text(data, "connection", ""),
                       tuple(data.get("events") or ()), headers, bool(data.get("resume", True)),
                       number(data, "silence", 60.0, 1, 86_400))


def change_source(data):
    found = ChangeSource(
        text(data, "connection"), tuple(text({"tables": one}, "tables") for one in data["tables"]),
        text(data, "slot"), text(data, "publication"), bool(data.get("snapshot", True)),
        bool(data.get("tombstones", True)), number(data, "heartbeat", 10.0, 1, 86_400))
    if not found.tables or not all("." in name for name in found.tables):
        raise JobError("tables must be there, each with its schema")
    if not re.fullmatch("[a-z0-9_]{1,63}", found.slot) or '"' in found.publication:
        raise JobError("slot or publication has a name it cannot have")
    return found


def sink(data):
    if choice(data, "kind", ("postgres", "kafka"), None) == "kafka":
        return Topic(text(data, "connection"), text(data, "topic"), text(data, "key", ""))
    columns = tuple(Column(text(one, "name"), text(one, "type"), bool(one.get("nullable", True)))
                    for one in data["columns"])
    found = Table(text(data, "connection"), text(data, "table"), columns,
                  choice(data, "mode", ("append", "merge"), "append"),
                  tuple(data.get("keys") or ()), choice(data, "extra", EXTRAS, "drop"),
                  text(data, "extracted_at", ""))
    names = {column.name for column in columns}
    if not columns or len(names) != len(columns):
        raise JobError("columns must be there, each once")
    if found.mode == "merge" and (not found.keys or not set(found.keys) <= names):
        raise JobError("merging needs keys that are columns")
    return found


def dead_letters(data):
    return Topic(text(data, "connection"), text(data, "topic")) if data else None
