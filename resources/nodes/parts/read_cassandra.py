# SPDX-License-Identifier: GPL-3.0-or-later
# needs airflow.sdk:BaseHook
# needs part rendered
# needs part write_rows
def read_cassandra(
    conn_id, keyspace, query, consistency, fetch_size, target, table, mode, batch_size, keys=()
):
    """Copies the rows of a CQL query into a table."""
    from cassandra import ConsistencyLevel
    from cassandra.auth import PlainTextAuthProvider
    from cassandra.cluster import Cluster
    from cassandra.query import SimpleStatement

    to = BaseHook.get_connection(conn_id)
    login = PlainTextAuthProvider(to.login, to.password) if to.login else None
    cluster = Cluster(to.host.split(","), port=to.port or 9042, auth_provider=login)
    try:
        session = cluster.connect(keyspace)
        statement = SimpleStatement(
            rendered(query),
            fetch_size=fetch_size,
            consistency_level=getattr(ConsistencyLevel, consistency),
        )
        rows = (row._asdict() for row in session.execute(statement))
        return write_rows(target, table, rows, mode, batch_size, keys)
    finally:
        cluster.shutdown()
