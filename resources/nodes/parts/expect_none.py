# SPDX-License-Identifier: GPL-3.0-or-later
# needs contextlib:closing
# needs part broken
# needs part connect
def expect_none(conn_id, sql, rule, severity):
    """Counts the rows that break a rule; if there are any, the task fails or warns."""
    with closing(connect(conn_id)) as connection, connection.cursor() as cursor:
        cursor.execute(sql)
        count = int(cursor.fetchone()[0] or 0)
    if count:
        broken(f"{count} rows break the rule: {rule}", severity)
    return count
