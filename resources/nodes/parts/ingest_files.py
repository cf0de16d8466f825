# SPDX-License-Identifier: GPL-3.0-or-later
# needs contextlib:closing
# needs datetime:datetime
# needs datetime:timezone
# needs json
# needs os
# needs airflow.sdk:get_current_context
# needs airflow.sdk.exceptions:AirflowFailException
# needs part connect
# needs part quoted
# needs part read_file
def ingest_files(
    paths,
    conn_id,
    table,
    columns,
    extra,
    mode,
    batch_size,
    keys=(),
    bad_table=None,
    max_bad=None,
    **reading,
):
    """Loads files into a table, each in one transaction and once; bad records go into a table."""
    batch_id = get_current_context()["ti"].run_id
    total = 0
    with closing(connect(conn_id)) as connection:
        for number, path in enumerate(paths):
            changed = datetime.fromtimestamp(os.path.getmtime(path), timezone.utc)
            source = f"{path}@{changed.isoformat(timespec='seconds')}"
            with connection.cursor() as cursor:
                rows, bad = FileIngest(cursor, table, columns, extra, mode, keys, bad_table).load(
                    read_file(path, names=[one["name"] for one in columns], **reading),
                    [changed, source, batch_id],
                    batch_size,
                    mode == "replace" and number == 0,
                )
            if max_bad is not None and bad * 100 > max_bad * max(rows + bad, 1):
                connection.rollback()
                raise AirflowFailException(f"{bad} of {rows + bad} records of {path} are bad")
            connection.commit()
            print(f"{path}: {rows} rows, {bad} bad records")
            total += rows
    return total


class FileIngest:
    """One file on its way into a table."""

    ADDED = ("_extracted_at", "_source", "_batch_id")

    def __init__(self, cursor, table, columns, extra, mode, keys, bad_table):
        self.cursor, self.columns, self.extra = cursor, columns, extra
        self.table = self.name(*table.split("."))
        self.bad_table = self.name(*(bad_table or table + "_bad").split("."))
        names = [one["name"] for one in columns] + (["_rest"] if extra == "keep" else [])
        names += self.ADDED
        places = ", ".join(["%s"] * len(names))
        listed = ", ".join(self.name(name) for name in names)
        self.insert = f"INSERT INTO {self.table} ({listed}, _ingested_at) VALUES ({places}, now())"
        if mode == "merge":
            rest = [f"{self.name(n)} = excluded.{self.name(n)}" for n in names if n not in keys]
            unique = ", ".join(self.name(key) for key in keys)
            self.insert += f" ON CONFLICT ({unique}) DO UPDATE SET {', '.join(rest)}"

    @staticmethod
    def name(*names):
        """Beside values a percent sign of a name is written twice."""
        return quoted(*names).replace("%", "%%")

    def load(self, lines, added, batch_size, clear):
        found = f"SELECT EXISTS (SELECT FROM {self.table} WHERE _source = %s)"
        self.cursor.execute(found, (added[1],))
        if self.cursor.fetchone()[0]:
            return 0, 0
        if clear:
            self.cursor.execute(f"DELETE FROM {self.table}", ())
        rows, bad, batch = 0, 0, []
        for number, record in lines:
            values, reason = self.values(record)
            if reason:
                self.refuse(added, number, record, reason)
                bad += 1
                continue
            batch.append((number, record, [*values, *added]))
            if len(batch) >= batch_size:
                rows, bad = self.write(batch, added, rows, bad)
                batch = []
        return self.write(batch, added, rows, bad)

    def values(self, record):
        if record is None:
            return None, "is no record"
        names = {one["name"] for one in self.columns}
        rest = {name: value for name, value in record.items() if name not in names}
        if rest and self.extra == "refuse":
            return None, f"{', '.join(sorted(rest))} is no column"
        values = []
        for one in self.columns:
            value = record.get(one["name"])
            if value is None and not one.get("nullable", True):
                return None, f"{one['name']} is missing"
            values.append(json.dumps(value) if isinstance(value, (dict, list)) else value)
        return values + ([json.dumps(rest, default=str)] if self.extra == "keep" else []), None

    def write(self, batch, added, rows, bad):
        """A batch at once; if the database refuses it, each row on its own."""
        if not batch:
            return rows, bad
        self.cursor.execute("SAVEPOINT batch")
        try:
            self.cursor.executemany(self.insert, [values for _, _, values in batch])
            return rows + len(batch), bad
        except Exception:  # of one driver or the other
            self.cursor.execute("ROLLBACK TO SAVEPOINT batch")
        for number, record, values in batch:
            self.cursor.execute("SAVEPOINT one")
            try:
                self.cursor.execute(self.insert, values)
                rows += 1
            except Exception as error:
                self.cursor.execute("ROLLBACK TO SAVEPOINT one")
                self.refuse(added, number, record, str(error).partition("\n")[0])
                bad += 1
        return rows, bad

    def refuse(self, added, number, record, reason):
        self.cursor.execute(
            f"CREATE TABLE IF NOT EXISTS {self.bad_table} (source text, line bigint, reason text,"
            " record jsonb, batch_id text, ingested_at timestamptz DEFAULT now())",
            (),
        )
        self.cursor.execute(
            f"INSERT INTO {self.bad_table} (source, line, reason, record, batch_id)"
            " VALUES (%s, %s, %s, %s, %s)",
            (added[1], number, reason, json.dumps(record, default=str), added[2]),
        )
