# SPDX-License-Identifier: GPL-3.0-or-later
# needs contextlib:closing
# needs airflow.sdk:get_current_context
# needs part connect
# needs part quoted
def reached(conn_id, table):
    """Whether a stream has written what happened before the end of this run's interval."""
    end = get_current_context().get("data_interval_end")
    sql = f"SELECT max(_extracted_at) FROM {quoted(*table.split('.'))}"
    with closing(connect(conn_id)) as connection, connection.cursor() as cursor:
        cursor.execute(sql)
        newest = cursor.fetchone()[0]
    print(f"the newest row is of {newest}, wanted is {end}")
    return newest is not None and (end is None or newest >= end)
