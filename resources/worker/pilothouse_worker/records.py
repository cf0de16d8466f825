# SPDX-License-Identifier: GPL-3.0-or-later
"""From the bytes of a message to a row of the table, or to the reason why there is none."""
import datetime
import decimal
import json

from .values import Unfit, as_json, converter, moment

ADDED = ("_extracted_at", "_source")
REST = "_rest"


def refused_constant(name):
    raise ValueError(f"{name} is no JSON")


def json_reader(octets):
    try:
        return json.loads(octets.decode("utf-8"), parse_float=decimal.Decimal,
                          parse_constant=refused_constant)
    except UnicodeDecodeError as error:
        raise Unfit("is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise Unfit(f"is no JSON: {str(error)[:200]}") from error


def text_reader(octets):
    try:
        return {"value": octets.decode("utf-8")}
    except UnicodeDecodeError as error:
        raise Unfit("is not UTF-8") from error


class Reader:
    """Rows of one table, `columns` in order; `_ingested_at` and `_batch_id` come while writing."""

    def __init__(self, table, read):
        self._read = read
        self._table = table
        self._converters = [(column, converter(column.type)) for column in table.columns]
        self._names = {column.name for column in table.columns}
        self.columns = [column.name for column in table.columns] + list(ADDED) + (
            [REST] if table.extra == "keep" else [])

    def row(self, message):
        octets = message.value()
        if octets is None:
            raise Unfit("has no value")
        value = self._read(octets)
        if not isinstance(value, dict):
            raise Unfit("is no object")
        row = [self._converted(value.get(column.name), column, convert)
               for column, convert in self._converters]
        row += [self._extracted(value, message),
                f"{message.topic()}/{message.partition()}@{message.offset()}"]
        rest = {name: found for name, found in value.items() if name not in self._names}
        if rest and self._table.extra == "refuse":
            raise Unfit(f"has fields that are no columns: {', '.join(sorted(rest))[:200]}")
        if self._table.extra == "keep":
            row.append(as_json(rest) if rest else None)
        return row

    @staticmethod
    def _converted(value, column, convert):
        if value is None:
            if not column.nullable:
                raise Unfit("is missing", column.name)
            return None
        try:
            return convert(value)
        except Unfit as why:
            raise Unfit(str(why), column.name) from None

    def _extracted(self, value, message):
        if self._table.extracted_at:
            found = value.get(self._table.extracted_at)
            if found is None:
                raise Unfit("is missing", self._table.extracted_at)
            return moment(found)
        kind, milliseconds = message.timestamp()
        return datetime.datetime.fromtimestamp(
            milliseconds / 1000 if kind else 0, datetime.timezone.utc)
