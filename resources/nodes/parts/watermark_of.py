# SPDX-License-Identifier: GPL-3.0-or-later
# needs contextlib:closing
# needs part kept
# needs part connect
# needs part quoted
def watermark_of(target, table, column, state, start=None, overlap=None, variable=None):
    """The largest value that was read before; what is newer is above it."""
    if state == "variable":
        found = kept(variable, None)
    else:
        sql = f"SELECT max({quoted(column)}) FROM {quoted(*table.split('.'))}"
        with closing(connect(target)) as connection, connection.cursor() as cursor:
            cursor.execute(sql)
            found = cursor.fetchone()[0]
    if found is None:
        return start
    return found - overlap if overlap and hasattr(found, "year") else found
