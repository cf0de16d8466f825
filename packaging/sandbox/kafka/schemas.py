# SPDX-License-Identifier: GPL-3.0-or-later
"""The schemas of the topics, their registration, and values in the registry's frame."""
import io
import json
import struct

import fastavro
import rest


def _record(name, space, /, **fields):
    return {"type": "record", "name": name, "namespace": space,
            "fields": [{"name": key, **(kind if isinstance(kind, dict) and "default" in kind
                                        else {"type": kind})} for key, kind in fields.items()]}


_TEXT = {"type": ["null", "string"], "default": None}
_WHEN = {"type": "long", "logicalType": "timestamp-millis"}
_ITEM = {"type": "record", "name": "Item", "fields": [
    {"name": "sku", "type": "string"}, {"name": "quantity", "type": "int"}]}
_ORDER = dict(order_id="long", customer_id="long",
              status={"type": "enum", "name": "Status",
                      "symbols": ["placed", "paid", "packed", "shipped"]},
              country="string", currency="string", total="double",
              items={"type": "array", "items": _ITEM}, placed_at=_WHEN)

ORDER_1 = _record("Order", "shop", **_ORDER)
# The second version: what it adds has a default, so both ways of reading work.
ORDER_2 = _record("Order", "shop", **_ORDER, gift_note=_TEXT)
CUSTOMER = _record("Customer", "shop", customer_id="long", name="string", email=_TEXT,
                   country="string", since=_WHEN)
EVENT = _record(
    "Event", "gdelt", GlobalEventID="long", Day="int", Actor1Code=_TEXT, Actor1Name=_TEXT,
    Actor2Code=_TEXT, Actor2Name=_TEXT, IsRootEvent="int", EventCode="string",
    EventRootCode="string", QuadClass="int", GoldsteinScale="double", NumMentions="int",
    NumSources="int", AvgTone="double", ActionGeo_FullName=_TEXT, ActionGeo_Lat="double",
    ActionGeo_Long="double", SOURCEURL="string")
RETURN = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "Return",
          "type": "object", "required": ["return_id", "order_id"], "properties": {
              "return_id": {"type": "integer"}, "order_id": {"type": "integer"},
              "reason": {"type": "string"}, "refund": {"type": "number"},
              "at": {"type": "integer"}}}
SHIPMENT = """syntax = "proto3";
package shop;

message Shipment {
  int64 order_id = 1;
  string carrier = 2;
  string tracking = 3;
  int64 shipped_at = 4;
}
"""
# Subject, kind, versions in their order.
SUBJECTS = (("shop.orders.v1-value", "AVRO", (ORDER_1, ORDER_2)),
            ("shop.customers.v1-value", "AVRO", (CUSTOMER,)),
            ("gdelt.events-value", "AVRO", (EVENT,)),
            ("shop.returns.v1-value", "JSON", (RETURN,)),
            ("shop.shipments.v1-value", "PROTOBUF", (SHIPMENT,)))


def register(registry):
    """Subject → the numbers of its versions. What is there already keeps its number."""
    found = {}
    for subject, kind, versions in SUBJECTS:
        for schema in versions:
            text = schema if isinstance(schema, str) else json.dumps(schema)
            answer = rest.call("POST", f"{registry}/subjects/{subject}/versions",
                               {"schema": text, "schemaType": kind})
            found.setdefault(subject, []).append(answer["id"])
    return found


def frame(number, payload=b""):
    """A zero byte, the schema's number, the payload."""
    return struct.pack(">bI", 0, number) + payload


class Avro:
    """Values of one schema."""

    def __init__(self, number, schema):
        self._head = frame(number)
        self._schema = fastavro.parse_schema(json.loads(json.dumps(schema)))

    def __call__(self, record):
        out = io.BytesIO()
        out.write(self._head)
        fastavro.schemaless_writer(out, self._schema, record)
        return out.getvalue()


def _varint(number):
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes(out + bytes([number]))


def shipment(number, order, carrier, tracking, when):
    """A Protobuf value: after the frame stands which message of the file it is, 0 for the first."""
    def text(field, words):
        data = words.encode()
        return _varint(field << 3 | 2) + _varint(len(data)) + data
    return frame(number, b"\0" + _varint(1 << 3) + _varint(order) + text(2, carrier)
                 + text(3, tracking) + _varint(4 << 3) + _varint(when))


def as_json(record):
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
