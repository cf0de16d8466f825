# SPDX-License-Identifier: GPL-3.0-or-later
# needs contextlib:closing
# needs part broken
# needs part connect
# needs part rendered
def expect_query(conn_id, sql, max_rows, severity):
    """Counts the rows of a query that finds bad ones."""
    query = rendered(sql).strip().rstrip(";")
    with closing(connect(conn_id)) as connection, connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM (\n{query}\n) AS bad")
        count = cursor.fetchone()[0]
    if count > max_rows:
        broken(f"{count} bad rows, accepted are {max_rows}", severity)
    return count
