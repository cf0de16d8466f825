# SPDX-License-Identifier: GPL-3.0-or-later
# needs contextlib:closing
# needs part broken
# needs part connect
# needs part quoted
# needs part rendered
def expect_count(conn_id, table, least, severity, most=None, where=None):
    """Counts the rows of a table, which must be neither too few nor too many."""
    sql = f"SELECT count(*) FROM {quoted(*table.split('.'))}"
    if where:
        sql += f" WHERE (\n{rendered(where)}\n)"
    with closing(connect(conn_id)) as connection, connection.cursor() as cursor:
        cursor.execute(sql)
        count = cursor.fetchone()[0]
    if count < least or (most is not None and count > most):
        broken(f"{count} rows in {table}, wanted are {least} to {most or 'any number'}", severity)
    return count
