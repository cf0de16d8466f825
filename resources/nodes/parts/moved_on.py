# SPDX-License-Identifier: GPL-3.0-or-later
# needs contextlib:closing
# needs airflow.sdk:Variable
# needs airflow.sdk.exceptions:AirflowSkipException
# needs part connect
# needs part kept
def moved_on(conn_id, job, variable):
    """Whether a stream has written since this was asked last; if not, the task is skipped."""
    sql = "SELECT coalesce(sum(next_offset), 0) FROM pilothouse.stream_offsets WHERE job = %s"
    with closing(connect(conn_id)) as connection, connection.cursor() as cursor:
        cursor.execute(sql, (job,))
        place = str(cursor.fetchone()[0])
    if place == kept(variable, None):
        raise AirflowSkipException("nothing new")
    Variable.set(variable, place)
    return place
