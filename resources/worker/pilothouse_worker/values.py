# SPDX-License-Identifier: GPL-3.0-or-later
"""Values of messages as the types of columns; what does not fit is refused, never bent."""
import base64
import datetime
import decimal
import json
import math
import re
import uuid


class Unfit(Exception):
    """Why a message is a bad record; `column` may be empty."""

    def __init__(self, reason, column=""):
        super().__init__(f"{column}: {reason}" if column else reason)


INTEGERS = {"smallint": 15, "int2": 15, "integer": 31, "int": 31, "int4": 31, "bigint": 63,
            "int8": 63}
FLOATS = ("real", "float4", "double precision", "float8", "float")
LENGTH = re.compile(r"(?:varchar|character varying|char|character)\s*\((\d+)\)$")


def plain(value):
    """As JSON has it: for what is kept as JSON."""
    if isinstance(value, decimal.Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return str(value)


def as_json(value):
    found = json.dumps(value, default=plain, ensure_ascii=False, separators=(",", ":"))
    if "\\u0000" in found:
        raise Unfit("holds the character NUL")
    return found


def integer(bits):
    def convert(value):
        if isinstance(value, decimal.Decimal) and value == value.to_integral_value():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int):
            raise Unfit("is no integer")
        if not -(1 << bits) <= value < 1 << bits:
            raise Unfit("is out of range")
        return value
    return convert


def number(value):
    if isinstance(value, bool) or not isinstance(value, (int, float, decimal.Decimal)):
        raise Unfit("is no number")
    if isinstance(value, float) and not math.isfinite(value):
        raise Unfit("is no finite number")
    return decimal.Decimal(repr(value)) if isinstance(value, float) else value


def boolean(value):
    if not isinstance(value, bool):
        raise Unfit("is neither true nor false")
    return value


def words(value):
    if not isinstance(value, str):
        raise Unfit("is no text")
    if "\0" in value:
        raise Unfit("holds the character NUL")
    return value


def at_most(length):
    def convert(value):
        if len(words(value)) > length:
            raise Unfit(f"is longer than {length} characters")
        return value
    return convert


def moment(value):
    """ISO 8601, or seconds or milliseconds since 1970; without an offset it is UTC."""
    try:
        if isinstance(value, datetime.datetime):
            found = value
        elif isinstance(value, str):
            found = datetime.datetime.fromisoformat(value)
        elif isinstance(value, (int, float, decimal.Decimal)) and not isinstance(value, bool):
            seconds = float(value) / (1000 if abs(value) >= 100_000_000_000 else 1)
            found = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)
        else:
            raise Unfit("is no time")
    except (ValueError, OverflowError, OSError) as error:
        raise Unfit("is no time") from error
    return found if found.tzinfo else found.replace(tzinfo=datetime.timezone.utc)


def day(value):
    try:
        if isinstance(value, datetime.datetime) or not isinstance(value, (str, datetime.date)):
            raise Unfit("is no date")
        return value if isinstance(value, datetime.date) else datetime.date.fromisoformat(value)
    except ValueError as error:
        raise Unfit("is no date") from error


def unique(value):
    try:
        return value if isinstance(value, uuid.UUID) else uuid.UUID(words(value))
    except ValueError as error:
        raise Unfit("is no UUID") from error


def octets(value):
    try:
        return value if isinstance(value, bytes) else base64.b64decode(words(value), validate=True)
    except ValueError as error:
        raise Unfit("is no base64") from error


def converter(kind):
    """What makes values of this column's type; types it does not know go as they are written."""
    kind = " ".join(kind.lower().split())
    if kind in INTEGERS:
        return integer(INTEGERS[kind])
    if kind in FLOATS or re.match(r"(numeric|decimal)\b", kind):
        return number
    if kind in ("boolean", "bool"):
        return boolean
    if kind in ("timestamptz", "timestamp", "timestamp with time zone",
                "timestamp without time zone"):
        return moment
    length = LENGTH.match(kind)
    return (at_most(int(length[1])) if length else {
        "date": day, "uuid": unique, "bytea": octets, "json": as_json, "jsonb": as_json,
        "text": words, "varchar": words, "character varying": words}.get(kind, other))


def other(value):
    return words(value) if isinstance(value, str) else as_json(value)
