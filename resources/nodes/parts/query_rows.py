# SPDX-License-Identifier: GPL-3.0-or-later
# needs contextlib:closing
# needs part connect
# needs part rendered
def query_rows(conn_id, query):
    """The rows of a query as dictionaries, as they come."""
    with closing(connect(conn_id)) as connection, connection.cursor() as cursor:
        cursor.execute(rendered(query).strip().rstrip(";"))
        names = [column[0] for column in cursor.description]
        while batch := cursor.fetchmany(1000):
            for values in batch:
                yield dict(zip(names, values))
