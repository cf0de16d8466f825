# SPDX-License-Identifier: GPL-3.0-or-later
# needs contextlib:closing
# needs part connect
# needs part rendered
def run_sql(conn_id, sql, autocommit):
    """Runs the statements, in one transaction unless they commit themselves."""
    with closing(connect(conn_id)) as connection, connection.cursor() as cursor:
        connection.autocommit = autocommit
        cursor.execute(rendered(sql))
        if not autocommit:
            connection.commit()
