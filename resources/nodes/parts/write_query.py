# SPDX-License-Identifier: GPL-3.0-or-later
# needs contextlib:closing
# needs part connect
# needs part quoted
# needs part rendered
def write_query(conn_id, query, table, mode, keys=(), delete_where=None):
    """Writes the rows of a query into a table, column by name, in one transaction."""
    query = rendered(query).strip().rstrip(";")
    target = quoted(*table.split("."))
    source = f"(\n{query}\n) AS source"
    with closing(connect(conn_id)) as connection, connection.cursor() as cursor:
        if mode == "view":
            cursor.execute(f"CREATE OR REPLACE VIEW {target} AS\n{query}")
            connection.commit()
            return None
        cursor.execute(f"SELECT * FROM {source} LIMIT 0")
        columns = [quoted(column[0]) for column in cursor.description]
        names = ", ".join(columns)
        insert = f"INSERT INTO {target} ({names})\nSELECT {names} FROM {source}"
        if mode == "merge":
            unique = [quoted(key) for key in keys]
            changes = [f"{name} = excluded.{name}" for name in columns if name not in unique]
            then = f"UPDATE SET {', '.join(changes)}" if changes else "NOTHING"
            insert += f"\nON CONFLICT ({', '.join(unique)}) DO {then}"
        else:
            cursor.execute(f"CREATE TABLE IF NOT EXISTS {target} AS\n{query}\nWITH NO DATA")
        if mode == "replace":
            cursor.execute(f"DELETE FROM {target}")
        elif mode == "delete_insert":
            cursor.execute(f"DELETE FROM {target} WHERE (\n{rendered(delete_where)}\n)")
        cursor.execute(insert)
        rows = cursor.rowcount
        connection.commit()
    print(f"{rows} rows into {table}")
    return rows
