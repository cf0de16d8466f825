# SPDX-License-Identifier: GPL-3.0-or-later
"""What the stream worker decides without a server."""
import http.server
import io
import json
import struct
import threading
import unittest
from unittest import mock

import workerbox

workerbox.library()
import fastavro  # noqa: E402
from pilothouse_worker import avro, job as jobs  # noqa: E402
from pilothouse_worker.records import Reader, json_reader, text_reader  # noqa: E402
from pilothouse_worker.values import Unfit, converter  # noqa: E402


class Message:
    def __init__(self, value):
        self._value = value

    def value(self):
        return self._value

    def topic(self):
        return "t"

    def partition(self):
        return 3

    def offset(self):
        return 41

    def timestamp(self):
        return 1, 1_700_000_000_000


def table(**more):
    return jobs.Table("db", "bronze.t", (jobs.Column("id", "bigint", False),
                                         jobs.Column("word", "varchar(4)")), **more)


class Values(unittest.TestCase):
    GOOD = (("bigint", 2 ** 62), ("smallint", -32768), ("numeric(8,2)", 1.5), ("boolean", True),
            ("text", "子"), ("varchar(2)", "ab"), ("timestamptz", "2026-03-17T14:20:01.118Z"),
            ("timestamptz", 1_700_000_000_123), ("date", "2026-02-28"),
            ("uuid", "8c0d6f3e-3e0b-4b9e-9d0d-5f6d2b8f2c11"), ("jsonb", {"a": [1, None]}),
            ("bytea", "AAE="), ("inet", "127.0.0.1"))
    BAD = (("bigint", 2 ** 63), ("bigint", "5"), ("bigint", True), ("smallint", 32768),
           ("bigint", 1.5), ("numeric", "x"), ("numeric", float("nan")), ("boolean", 1),
           ("text", 5), ("text", "a\0b"), ("varchar(2)", "abc"), ("timestamptz", "soon"),
           ("timestamptz", 10 ** 30), ("date", "2026-02-30"), ("uuid", "x"), ("bytea", "ä"),
           ("jsonb", {"a": "\0"}))

    def test_what_fits_is_taken(self):
        for kind, value in self.GOOD:
            with self.subTest(kind=kind, value=value):
                self.assertIsNotNone(converter(kind)(value))

    def test_what_does_not_fit_is_refused(self):
        for kind, value in self.BAD:
            with self.subTest(kind=kind, value=value), self.assertRaises(Unfit):
                converter(kind)(value)


class Records(unittest.TestCase):
    def row(self, value, **more):
        return Reader(table(**more), json_reader).row(Message(value))

    def test_a_row_has_where_it_comes_from(self):
        row = self.row(b'{"id": 7, "word": "ab", "more": 1}')
        self.assertEqual(row[:2], [7, "ab"])
        self.assertEqual(row[2].isoformat(), "2023-11-14T22:13:20+00:00")
        self.assertEqual(row[3], "t/3@41")

    def test_fields_that_are_no_columns(self):
        self.assertEqual(json.loads(self.row(b'{"id": 7, "x": 1.5}', extra="keep")[4]), {"x": 1.5})
        with self.assertRaisesRegex(Unfit, "no columns: x"):
            self.row(b'{"id": 7, "x": 1}', extra="refuse")

    def test_the_time_of_extraction_may_be_a_field(self):
        self.assertEqual(self.row(b'{"id": 7, "at": "2026-01-02T03:04:05Z"}',
                                  extracted_at="at")[2].year, 2026)
        with self.assertRaisesRegex(Unfit, "at: is missing"):
            self.row(b'{"id": 7}', extracted_at="at")

    def test_broken_messages_say_why(self):
        for value, words in ((None, "has no value"), (b"\xff", "is not UTF-8"), (b"{", "is no JSON"),
                             (b"[" * 100_000, "is no JSON"), (b"NaN", "is no JSON"),
                             (b"9" * 5000, "is no JSON"), (b"[]", "is no object"),
                             (b'{"word": "a"}', "id: is missing"),
                             (b'{"id": 1, "word": "abcde"}', "word: is longer")):
            with self.subTest(value=(value or b"")[:20]), self.assertRaisesRegex(Unfit, words):
                self.row(value)

    def test_text_is_one_column(self):
        self.assertEqual(text_reader("ä".encode()), {"value": "ä"})


class Jobs(unittest.TestCase):
    GOOD = {"job": 1, "pipeline": "p", "node": "n", "group": "p.n",
            "source": {"kind": "kafka", "connection": "k", "topic": "t"},
            "sink": {"kind": "postgres", "connection": "d", "table": "b.t",
                     "columns": [{"name": "id", "type": "bigint"}]}}

    def test_defaults(self):
        job = jobs.parse(self.GOOD)
        self.assertEqual((job.rows, job.seconds, job.source.format, job.sink.mode),
                         (1000, 1.0, "json", "append"))

    def test_what_is_wrong_is_told_before_anything_is_opened(self):
        for change in ({"job": 2}, {"group": ""}, {"source": {"kind": "mqtt"}}, {"sink": None},
                       {"batch": {"rows": 0}}, {"batch": {"rows": True}}, {"max_bad": 101},
                       {"sink": {**self.GOOD["sink"], "columns": []}},
                       {"sink": {**self.GOOD["sink"], "mode": "merge"}},
                       {"sink": {**self.GOOD["sink"], "mode": "merge", "keys": ["other"]}},
                       {"dead_letters": {"connection": "k"}}):
            with self.subTest(change=change), self.assertRaises(jobs.JobError):
                jobs.parse({**self.GOOD, **change})

    def test_an_event_stream_has_headers_and_a_silence(self):
        source = {"kind": "sse", "url": "http://x", "events": ["a"], "headers": {"X-Key": "ä"},
                  "silence": 5, "resume": False}
        sink = {"kind": "kafka", "connection": "k", "topic": "t"}
        found = jobs.parse({**self.GOOD, "source": source, "sink": sink}).source
        self.assertEqual(found, jobs.EventSource("http://x", "", ("a",), (("X-Key", "ä"),), False, 5))
        for change in ({"headers": {"a": "b\r\nc: d"}}, {"headers": {"a\n": "b"}},
                       {"headers": {"ä": "b"}}, {"headers": {"": "b"}}, {"silence": 0},
                       {"headers": {"a": 5}}):
            with self.subTest(change=change), self.assertRaises(jobs.JobError):
                jobs.parse({**self.GOOD, "source": {**source, **change}, "sink": sink})


class Registry(http.server.BaseHTTPRequestHandler):
    schemas = {}
    asked = []

    def do_GET(self):  # pylint: disable=invalid-name
        number = int(self.path.rsplit("/", 1)[1])
        self.asked.append(number)
        found = self.schemas.get(number)
        self.send_response(200 if found else 404)
        self.end_headers()
        self.wfile.write(json.dumps({"schema": json.dumps(found)} if found else {}).encode())

    def log_message(self, *_):
        pass


class Schemas(unittest.TestCase):
    def test_an_unknown_schema_is_asked_for_again_after_a_pause(self):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Registry)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        schema = {"type": "record", "name": "r", "fields": [{"name": "id", "type": "long"}]}
        body = io.BytesIO()
        fastavro.schemaless_writer(body, schema, {"id": 7})
        message = b"\0" + struct.pack(">I", 5) + body.getvalue()
        reader = avro.AvroReader({"url": f"http://127.0.0.1:{server.server_port}"})
        now = 1000.0
        with mock.patch.object(avro.time, "monotonic", lambda: now):
            for _ in range(3):
                with self.assertRaisesRegex(Unfit, "unknown schema 5"):
                    reader(message)
            self.assertEqual(Registry.asked, [5])
            Registry.schemas[5] = schema
            now += avro.AGAIN - 1
            with self.assertRaisesRegex(Unfit, "unknown schema 5"):
                reader(message)
            now += 1
            for _ in range(3):
                self.assertEqual(reader(message), {"id": 7})
            now += 10 * avro.AGAIN
            self.assertEqual(reader(message), {"id": 7})
        self.assertEqual(Registry.asked, [5, 5])


if __name__ == "__main__":
    unittest.main()
