# SPDX-License-Identifier: GPL-3.0-or-later
"""Replication slot and publication of a job that follows tables, by SQL alone."""
from confluent_kafka import KafkaError
from psycopg import sql

from . import ledger
from .job import JobError
from .pgoutput import Relation

NOT_DELIVERED = KafkaError(KafkaError._TIMED_OUT, "told to stop before everything was delivered")


def prepare(connection, source):
    """Makes the publication unless it is there. Refuses what would harm who writes the tables."""
    level = connection.execute("SHOW wal_level").fetchone()[0]
    if level != "logical":
        raise JobError(f"the server has wal_level = {level}; following tables needs logical")
    missing = [name for name in source.tables if not there(connection, name)]
    if missing:
        raise JobError(f"there is no table {', '.join(missing)}")
    found = connection.execute("SELECT puballtables FROM pg_publication WHERE pubname = %s",
                               [source.publication]).fetchone()
    if found is None:
        keyless = [name for name in source.tables if not has_identity(connection, name)]
        if keyless:
            raise JobError(f"{', '.join(keyless)}: without a primary key or REPLICA IDENTITY FULL "
                           "the server would refuse updates and deletes of a published table")
        connection.execute(sql.SQL(
            "CREATE PUBLICATION {} FOR TABLE {} WITH (publish_via_partition_root = true)").format(
                sql.Identifier(source.publication),
                sql.SQL(", ").join(map(ledger.identifier, source.tables))))
    else:
        published = {row[0] for row in connection.execute(
            "SELECT schemaname || '.' || tablename FROM pg_publication_tables WHERE pubname = %s",
            [source.publication])}
        if lacking := [name for name in source.tables if name not in published]:
            raise JobError(f"the publication {source.publication} lacks {', '.join(lacking)}")


def there(connection, name):
    return relation_of(connection, name) is not None


def relation_of(connection, name):
    schema, _, table = name.partition(".")
    found = connection.execute(
        "SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = %s AND c.relname = %s AND c.relkind IN ('r', 'p')",
        [schema, table]).fetchone()
    return found and found[0]


def has_identity(connection, name):
    return connection.execute(
        "SELECT relreplident = 'f' OR EXISTS (SELECT FROM pg_index WHERE indrelid = c.oid AND "
        "(relreplident = 'd' AND indisprimary OR relreplident = 'i' AND indisreplident)) "
        "FROM pg_class c WHERE oid = %s", [relation_of(connection, name)]).fetchone()[0]


def relations(connection, names):
    """Tables with their columns as pgoutput tells them. Where whole rows tell what changed, it is
    the primary key that tells rows apart."""
    for name in names:
        columns = connection.execute(
            "SELECT attname, atttypid::int8, attnum = ANY (coalesce("
            "(SELECT indkey::int2[] FROM pg_index WHERE indrelid = a.attrelid AND "
            "CASE relreplident WHEN 'i' THEN indisreplident ELSE indisprimary END), '{}'))"
            " FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid WHERE attrelid = %s AND "
            "attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
            [relation_of(connection, name)]).fetchall()
        yield Relation(name, tuple(columns))


def exists(connection, slot):
    found = connection.execute(
        "SELECT plugin, database = current_database(), wal_status FROM pg_replication_slots "
        "WHERE slot_name = %s", [slot]).fetchone()
    if found is None:
        return False
    if found[0] != "pgoutput" or not found[1]:
        raise JobError(f"the slot {slot} is somebody else's")
    if found[2] == "lost":
        raise JobError(f"the server dropped the log the slot {slot} needs; drop the slot to start "
                       "again with the rows that are there")
    return True


def starting(slot):
    return slot[:57] + "_start"


def start(connection, slot):
    """A slot under another name, until the rows of the start are delivered."""
    connection.execute("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots "
                       "WHERE slot_name = %s", [starting(slot)])
    connection.execute("SELECT pg_create_logical_replication_slot(%s, 'pgoutput')",
                       [starting(slot)])


def started(connection, slot):
    connection.execute("SELECT pg_copy_logical_replication_slot(%s, %s)", [starting(slot), slot])
    connection.execute("SELECT pg_drop_replication_slot(%s)", [starting(slot)])


def advance(connection, slot, place):
    connection.execute("SELECT pg_replication_slot_advance(%s, %s::pg_lsn)", [slot, place])
