# SPDX-License-Identifier: GPL-3.0-or-later
# needs contextlib:closing
# needs part broken
# needs part connect
# needs part quoted
def compare_tables(
    conn_id,
    table,
    other_table,
    compare,
    tolerance,
    severity,
    other_connection=None,
    column=None,
    keys=(),
    where=None,
):
    """Compares two tables by their count, a sum, or row by row; counts what differs."""
    behind = f" WHERE (\n{where}\n)" if where else ""

    def rows(connection, name, what, order=""):
        with connection.cursor() as cursor:
            source = quoted(*name.split("."))
            cursor.execute(f"SELECT {what} FROM {source}{behind}{order}")
            names = [one[0] for one in cursor.description]
            return names, cursor.fetchall()

    with closing(connect(conn_id)) as here, closing(connect(other_connection or conn_id)) as there:
        if compare == "rows":
            ours, left = rows(here, table, "*")
            theirs, right = rows(there, other_table, "*")
            shared = [name for name in ours if name in theirs]

            def by_key(names, found):
                at = {name: names.index(name) for name in shared}
                return {
                    tuple(str(row[at[key]]) for key in keys): [row[at[name]] for name in shared]
                    for row in found
                }

            left, right = by_key(ours, left), by_key(theirs, right)
            differ = sum(left.get(key) != right.get(key) for key in left.keys() | right.keys())
            whole = max(len(left), len(right))
        else:
            what = "count(*)" if compare == "count" else f"coalesce(sum({quoted(column)}), 0)"
            left = rows(here, table, what)[1][0][0]
            right = rows(there, other_table, what)[1][0][0]
            differ, whole = abs(left - right), max(abs(left), abs(right))
    share = 100 * float(differ) / float(whole) if whole else 0.0
    if share > tolerance:
        broken(f"{table} and {other_table} differ by {differ} ({share:.3f} %)", severity)
    return float(differ)
