# SPDX-License-Identifier: GPL-3.0-or-later
# needs airflow.sdk:BaseHook
# needs psycopg
# needs part application
def connect(conn_id):
    """A connection to the database the target knows by this id."""
    to = BaseHook.get_connection(conn_id)
    return psycopg.connect(
        host=to.host,
        port=to.port,
        user=to.login,
        password=to.password,
        dbname=to.schema,
        application_name=application(),
    )
