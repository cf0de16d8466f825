# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows into a table of PostgreSQL, together with the offsets they come from."""
import psycopg
from psycopg import sql

from . import ledger

# Of these the row is to blame: a value out of range, a check, a missing partition, a trigger.
ROW_ERRORS = (psycopg.errors.DataError, psycopg.errors.IntegrityError,
              psycopg.errors.RaiseException)


class TableSink:
    """Writes batches on one connection; not for several threads."""

    def __init__(self, job, reader):
        self._job = job
        self._table = job.sink
        self._reader = reader
        columns = [*reader.columns, "_ingested_at", "_batch_id"]
        self._name = ledger.identifier(self._table.table)
        self._columns = sql.SQL(", ").join(map(sql.Identifier, columns))
        self._merge = self._merge_text(columns) if self._table.mode == "merge" else None
        self._keys = [reader.columns.index(key) for key in self._table.keys]

    def _merge_text(self, columns):
        keys = sql.SQL(", ").join(map(sql.Identifier, self._table.keys))
        others = [name for name in columns if name not in self._table.keys]
        return sql.SQL("INSERT INTO {} ({}) SELECT {} FROM pg_temp.batch "
                       "ON CONFLICT ({}) DO UPDATE SET {}").format(
            self._name, self._columns, self._columns, keys, sql.SQL(", ").join(
                sql.SQL("{0} = EXCLUDED.{0}").format(sql.Identifier(name)) for name in others))

    def write(self, connection, topic, parts):
        """`parts`: partition → (expected offset, offset after it, rows with their messages, bad
        ones). Returns (batch number, partitions whose offsets stood elsewhere, rows, bad ones)."""
        with connection.transaction():
            stored = ledger.locked(connection, self._job.group, topic, list(parts))
            moved = {part: stored.get(part) for part, (expected, *_) in parts.items()
                     if stored.get(part) != expected}
            taken = {part: what for part, what in parts.items() if part not in moved}
            rows = [row for _, _, rows, _ in taken.values() for row in rows]
            bad = [letter for _, _, _, letters in taken.values() for letter in letters]
            batch = None
            if rows or bad:
                batch = ledger.next_batch(connection)
                written, refused = self._insert(connection, rows, batch)
                bad += refused
                ledger.bury(connection, self._job.group, bad)
            else:
                written = 0
            ledger.advance(connection, self._job.group, topic,
                           {part: end for part, (_, end, _, _) in taken.items()}, batch)
        return batch, moved, written, len(bad)

    def _insert(self, connection, rows, batch):
        """Halves a batch the database refuses until the rows to blame are alone."""
        if not rows:
            return 0, []
        try:
            with connection.transaction():
                self._copy(connection, [row for row, _ in rows], batch)
            return len(rows), []
        except ROW_ERRORS as error:
            if len(rows) == 1:
                reason = error.diag.message_primary or str(error)
                return 0, [(rows[0][1], f"{type(error).__name__}: {reason}")]
        middle = len(rows) // 2
        first, bad = self._insert(connection, rows[:middle], batch)
        second, more = self._insert(connection, rows[middle:], batch)
        return first + second, bad + more

    def _copy(self, connection, rows, batch):
        target = self._name
        if self._merge:
            connection.execute(sql.SQL("CREATE TEMP TABLE IF NOT EXISTS batch (LIKE {}) "
                                       "ON COMMIT DELETE ROWS").format(self._name))
            connection.execute("TRUNCATE pg_temp.batch")
            target = sql.Identifier("pg_temp", "batch")
            # The last of each key, as if they had been written one by one.
            rows = list({tuple(row[key] for key in self._keys): row for row in rows}.values())
        now = connection.execute("SELECT now()").fetchone()[0]
        with connection.cursor() as cursor, cursor.copy(
                sql.SQL("COPY {} ({}) FROM STDIN").format(target, self._columns)) as copy:
            for row in rows:
                copy.write_row([*row, now, batch])
        if self._merge:
            connection.execute(self._merge)
