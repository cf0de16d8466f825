# SPDX-License-Identifier: GPL-3.0-or-later
"""What PostgreSQL's plugin pgoutput tells (protocol version 1), and values of it as JSON.

Source: PostgreSQL's "Logical Replication Message Formats"."""
import base64
import dataclasses
import datetime
import json
import struct

EPOCH = datetime.datetime(2000, 1, 1, tzinfo=datetime.timezone.utc)
BOOLEAN, BYTES = 16, 17
NUMBERS = (20, 21, 23, 26, 700, 701, 1700)
DOCUMENTS = (114, 3802)  # json, jsonb
UNCHANGED = object()  # a long value the change did not touch; the log does not have it
OPERATIONS = {"I": "c", "U": "u", "D": "d"}


@dataclasses.dataclass(frozen=True)
class Relation:
    name: str  # schema.table
    columns: tuple  # (name, type's number, whether it is of the key)


@dataclasses.dataclass(frozen=True)
class Change:
    """`before` and `after`: column → text, None or UNCHANGED; None where there is no such row."""
    op: str  # c, u, d, r (was there at the start), t (all rows at once)
    relation: Relation
    before: object = None
    after: object = None


@dataclasses.dataclass(frozen=True)
class Begin:
    at: datetime.datetime
    xid: int


@dataclasses.dataclass(frozen=True)
class Commit:
    end: int  # where the log stands behind it


class Bytes:
    def __init__(self, octets):
        self._octets = octets
        self._at = 0

    def take(self, form):
        found = struct.unpack_from(form, self._octets, self._at)
        self._at += struct.calcsize(form)
        return found if len(found) > 1 else found[0]

    def sign(self):
        return self.take("c").decode("latin-1")

    def text(self):
        end = self._octets.index(0, self._at)
        found = self._octets[self._at:end].decode()
        self._at = end + 1
        return found

    def block(self):
        length = self.take(">i")
        self._at += length
        return self._octets[self._at - length:self._at].decode()


class Decoder:
    """Messages in the order they come; the tables are told before their changes."""

    def __init__(self):
        self._relations = {}

    def __call__(self, octets):
        """Begin, Commit, changes in a list, or None."""
        data = Bytes(octets)
        kind = data.sign()
        if kind == "B":
            _, at, xid = data.take(">qqI")
            return Begin(EPOCH + datetime.timedelta(microseconds=at), xid)
        if kind == "C":
            _, _, end, _ = data.take(">Bqqq")
            return Commit(end)
        if kind == "R":
            self._relation(data)
        elif kind in OPERATIONS:
            return [self._change(kind, data)]
        elif kind == "T":
            count, _ = data.take(">iB")
            return [Change("t", self._relations[data.take(">I")]) for _ in range(count)]
        return None

    def _relation(self, data):
        number = data.take(">I")
        name = f"{data.text() or 'pg_catalog'}.{data.text()}"
        data.take("c")
        columns = []
        for _ in range(data.take(">h")):
            flags = data.take(">B")
            columns.append((data.text(), data.take(">I"), bool(flags & 1)))
            data.take(">i")
        self._relations[number] = Relation(name, tuple(columns))

    def _change(self, kind, data):
        relation = self._relations[data.take(">I")]
        before = after = None
        part = data.sign()
        if part in "KO":
            before = self._row(relation, data, part == "K")
            part = data.sign() if kind == "U" else ""
        if part == "N":
            after = self._row(relation, data, False)
        if before and after:  # what the log left out of the new row stands in the old one
            after = {name: before.get(name, UNCHANGED) if value is UNCHANGED else value
                     for name, value in after.items()}
        return Change(OPERATIONS[kind], relation, before, after)

    @staticmethod
    def _row(relation, data, keys):
        data.take(">h")
        row = {}
        for name, _, is_key in relation.columns:
            kind = data.sign()
            value = data.block() if kind == "t" else UNCHANGED if kind == "u" else None
            if is_key or not keys:
                row[name] = value
        return row


def literal(number, text):
    """A value of the type as JSON."""
    if text is None:
        return "null"
    if number == BOOLEAN:
        return "true" if text == "t" else "false"
    if number in NUMBERS and text.lstrip("-")[:1].isdigit():  # not NaN, not Infinity
        return text
    if number in DOCUMENTS:
        return text
    if number == BYTES and text.startswith("\\x"):
        return json.dumps(base64.b64encode(bytes.fromhex(text[2:])).decode())
    return json.dumps(text, ensure_ascii=False)


def row_json(relation, row, only=None):
    if row is None:
        return "null"
    types = {name: number for name, number, _ in relation.columns}
    return "{" + ",".join(
        f"{json.dumps(name, ensure_ascii=False)}:{literal(types[name], value)}"
        for name, value in row.items()
        if value is not UNCHANGED and (only is None or name in only)) + "}"


def key_json(relation, row, keys):
    """Of the columns that tell rows apart; None where there are none."""
    return row_json(relation, row, keys).encode() if keys and row is not None else None


def message_json(change, lsn, at, xid):
    unchanged = [name for name, value in (change.after or {}).items() if value is UNCHANGED]
    told = {"op": change.op, "table": change.relation.name, "lsn": lsn, "ts": at.isoformat(),
            "xid": xid, **({"unchanged": unchanged} if unchanged else {})}
    return (json.dumps(told, ensure_ascii=False)[:-1]
            + f', "before": {row_json(change.relation, change.before)}'
            + f', "after": {row_json(change.relation, change.after)}}}').encode()
