# SPDX-License-Identifier: GPL-3.0-or-later
# needs airflow.providers.postgres.hooks.postgres:PostgresHook
# needs part application
def connect(conn_id):
    """A connection to the database the target knows by this id."""
    options = f"-c application_name={application()}"
    return PostgresHook(postgres_conn_id=conn_id, options=options).get_conn()
