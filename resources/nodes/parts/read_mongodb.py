# SPDX-License-Identifier: GPL-3.0-or-later
# needs datetime:datetime
# needs json
# needs airflow.sdk:BaseHook
# needs airflow.sdk:Variable
# needs part rendered
# needs part watermark_of
# needs part write_rows
def read_mongodb(
    conn_id,
    database_name,
    collection,
    target,
    table,
    mode,
    batch_size,
    variable,
    filter=None,
    fields=None,
    keys=(),
    watermark_column=None,
    watermark_start=None,
    watermark_overlap=None,
    watermark_state="target",
):
    """Copies documents of a collection into a table; only newer ones if asked."""
    from pymongo import MongoClient

    wanted, seen = json.loads(rendered(filter)) if filter else {}, []
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
        if above is not None:
            wanted = (
                {"$and": [wanted, {watermark_column: {"$gt": above}}]}
                if wanted
                else {watermark_column: {"$gt": above}}
            )

    def plain(value):
        if isinstance(value, (dict, list)):
            return json.dumps(value, default=str)
        return (
            value
            if isinstance(value, (str, int, float, bool, datetime, type(None)))
            else str(value)
        )

    def rows(found):
        for document in found:
            if watermark_column and document.get(watermark_column) is not None:
                seen[:] = [max([document[watermark_column], *seen])]
            names = fields or document
            yield {name: plain(document.get(name)) for name in names}

    with MongoClient(BaseHook.get_connection(conn_id).get_uri(), appname="airflow") as client:
        found = client[database_name][collection].find(wanted, fields or None)
        count = write_rows(target, table, rows(found), mode, batch_size, keys)
    if seen and watermark_state == "variable":
        Variable.set(variable, str(seen[0]))
    return count
