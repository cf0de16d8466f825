# SPDX-License-Identifier: GPL-3.0-or-later
# needs contextlib:closing
# needs airflow.sdk:Variable
# needs part connect
# needs part quoted
# needs part rendered
# needs part watermark_of
# needs part write_rows
def copy_rows(
    conn_id,
    query,
    target,
    table,
    mode,
    batch_size,
    variable,
    keys=(),
    watermark_column=None,
    watermark_start=None,
    watermark_overlap=None,
    watermark_state="target",
    source=None,
):
    """Copies the rows of a query into a table of another database; only newer ones if asked."""
    query = rendered(query).strip().rstrip(";")
    above, seen = None, []
    if watermark_column:
        above = watermark_of(
            target,
            table,
            watermark_column,
            watermark_state,
            watermark_start,
            watermark_overlap,
            variable,
        )
    quote = source.quoted if source else quoted
    sql, values = query, None
    if above is not None:
        sql = f"SELECT * FROM (\n{query}\n) AS source WHERE {quote(watermark_column)} > %s"
        # What is passed as a value makes percent signs of the query special.
        sql = sql.replace("%", "%%")[: -len("%%s")] + "%s"
        values = (above,)

    def rows(cursor):
        while batch := cursor.fetchmany(batch_size):
            # A cursor of the server knows its columns with its first rows.
            names = [column[0] for column in cursor.description]
            for values in batch:
                row = dict(zip(names, values))
                if watermark_column:
                    seen[:] = [max([row[watermark_column], *seen])]
                yield row

    open_source = source.connect if source else connect
    with closing(open_source(conn_id)) as connection, closing(cursor_of(connection)) as cursor:
        cursor.execute(sql, values)
        count = write_rows(target, table, rows(cursor), mode, batch_size, keys)
    if seen and watermark_state == "variable":
        Variable.set(variable, str(seen[0]))
    return count


def cursor_of(connection):
    """One of the server where there is such a thing, so that not all rows come at once."""
    try:
        return connection.cursor(name="rows")
    except TypeError:
        return connection.cursor()
