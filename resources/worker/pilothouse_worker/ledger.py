# SPDX-License-Identifier: GPL-3.0-or-later
"""What the worker keeps in the target's database: offsets, and dead letters until they are published."""
import base64
import json

from psycopg import sql

# Two workers may come to this at once, and CREATE … IF NOT EXISTS alone is not safe then.
LOCK = 0x70696C6F74
TABLES = """
CREATE SCHEMA IF NOT EXISTS pilothouse;
CREATE SEQUENCE IF NOT EXISTS pilothouse.batches;
CREATE TABLE IF NOT EXISTS pilothouse.stream_offsets (
    job text NOT NULL, topic text NOT NULL, part integer NOT NULL,
    next_offset bigint NOT NULL, batch_id bigint, changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (job, topic, part));
CREATE TABLE IF NOT EXISTS pilothouse.dead_letters (
    job text NOT NULL, topic text NOT NULL, part integer NOT NULL, at_offset bigint NOT NULL,
    at timestamptz, key bytea, value bytea, headers jsonb, reason text NOT NULL,
    PRIMARY KEY (job, topic, part, at_offset));
CREATE TABLE IF NOT EXISTS pilothouse.dead_letter_marks (
    job text PRIMARY KEY, topic text NOT NULL, ends jsonb NOT NULL, pending boolean NOT NULL);
"""


def prepare(connection):
    """Makes the tables unless they are there; asks first, since not everybody may create them."""
    with connection.transaction():
        there = connection.execute(
            "SELECT to_regclass('pilothouse.dead_letter_marks')").fetchone()[0]
        if not there:
            connection.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            connection.execute(TABLES)


def begin(connection, job, topic, starts):
    """Writes where each partition starts unless it is known; returns partition → next offset."""
    with connection.transaction():
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO pilothouse.stream_offsets (job, topic, part, next_offset) "
                "VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING",
                [(job, topic, part, offset) for part, offset in starts.items()])
        return known(connection, job, topic, list(starts))


def known(connection, job, topic, parts):
    return dict(connection.execute(
        "SELECT part, next_offset FROM pilothouse.stream_offsets "
        "WHERE job = %s AND topic = %s AND part = ANY(%s)", [job, topic, parts]).fetchall())


def locked(connection, job, topic, parts):
    """As known, held until the transaction ends."""
    return dict(connection.execute(
        "SELECT part, next_offset FROM pilothouse.stream_offsets "
        "WHERE job = %s AND topic = %s AND part = ANY(%s) ORDER BY part FOR UPDATE",
        [job, topic, parts]).fetchall())


def advance(connection, job, topic, ends, batch):
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE pilothouse.stream_offsets SET next_offset = %s, batch_id = %s, "
            "changed_at = now() WHERE job = %s AND topic = %s AND part = %s",
            [(offset, batch, job, topic, part) for part, offset in ends.items()])


def next_batch(connection):
    return connection.execute("SELECT nextval('pilothouse.batches')").fetchone()[0]


def bury(connection, job, letters):
    """`letters` are (message, reason); they are there once, however often they are written."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO pilothouse.dead_letters VALUES "
            "(%s, %s, %s, %s, to_timestamp(%s / 1000.0), %s, %s, %s, %s) ON CONFLICT DO NOTHING",
            [(job, message.topic(), message.partition(), message.offset(),
              message.timestamp()[1] if message.timestamp()[0] else None, message.key(),
              message.value(), headers_text(message), reason[:1000].replace("\0", "\ufffd"))
             for message, reason in letters])


def headers_text(message):
    return json.dumps([[name.replace("\0", "\ufffd"),
                        None if value is None else base64.b64encode(value).decode()]
                       for name, value in message.headers() or []])


def identifier(name):
    """schema.table as two identifiers; quotes in it are part of the names."""
    return sql.Identifier(*name.split(".", 1))
