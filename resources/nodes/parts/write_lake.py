# SPDX-License-Identifier: GPL-3.0-or-later
# needs json
# needs part LAKE_WRITE
# needs part rendered
# needs part submit_spark
def write_lake(
    conn_id,
    table,
    query,
    mode,
    table_format,
    keys=(),
    location=None,
    replace_where=None,
    partition_by=(),
    properties=None,
    packages=(),
    conf=None,
):
    """Writes the rows of a query into a table of the lake, by Spark."""
    job = {
        "table": table,
        "query": rendered(query),
        "mode": mode,
        "format": table_format,
        "keys": list(keys),
        "location": location,
        "replace_where": rendered(replace_where) if replace_where else None,
        "partition_by": list(partition_by),
        "properties": properties or {},
    }
    submit_spark(conn_id, code=LAKE_WRITE, verbatim=[json.dumps(job)], packages=packages, conf=conf)
