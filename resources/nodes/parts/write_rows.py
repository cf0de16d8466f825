# SPDX-License-Identifier: GPL-3.0-or-later
# needs contextlib:closing
# needs itertools:islice
# needs part connect
# needs part quoted
def write_rows(conn_id, table, rows, mode, batch_size, keys=()):
    """Writes dictionaries into a table, column by name, all in one transaction."""
    target, count = quoted(*table.split(".")), 0
    rows = iter(rows)
    with closing(connect(conn_id)) as connection, connection.cursor() as cursor:
        if mode == "replace":
            cursor.execute(f"DELETE FROM {target}")
        while batch := list(islice(rows, batch_size)):
            names = list(batch[0])
            columns = ", ".join(quoted(name) for name in names)
            sql = f"INSERT INTO {target} ({columns}) VALUES "
            then = ""
            if mode == "merge":
                unique = ", ".join(quoted(key) for key in keys)
                rest = [f"{quoted(n)} = excluded.{quoted(n)}" for n in names if n not in keys]
                then = f" ON CONFLICT ({unique}) DO "
                then += f"UPDATE SET {', '.join(rest)}" if rest else "NOTHING"
            # Beside values a percent sign of a name is written twice.
            sql, then = sql.replace("%", "%%"), then.replace("%", "%%")
            sql += f"({', '.join(['%s'] * len(names))}){then}"
            cursor.executemany(sql, [[row.get(name) for name in names] for row in batch])
            count += len(batch)
        connection.commit()
    print(f"{count} rows into {table}")
    return count
