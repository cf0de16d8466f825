# SPDX-License-Identifier: GPL-3.0-or-later
# needs os
# needs tempfile
# needs part files_of
# needs part query_rows
# needs part rendered
# needs part s3_client
# needs part write_file
def store_objects(
    conn_id,
    bucket,
    key,
    source,
    tasks,
    compression,
    replace,
    database=None,
    query=None,
    file_format="csv",
):
    """Writes the rows of a query, or the files of the tasks before, into an object store."""
    client, bucket, key = s3_client(conn_id), rendered(bucket), rendered(key)
    with tempfile.TemporaryDirectory() as folder:
        if source == "query":
            path = os.path.join(folder, "rows")
            write_file(path, query_rows(database, query), file_format, compression)
            objects = [(path, key)]
        else:
            found = files_of(tasks)
            many = len(found) > 1
            objects = [(one, f"{key}/{os.path.basename(one)}" if many else key) for one in found]
        for path, name in objects:
            if not replace:
                listed = client.list_objects_v2(Bucket=bucket, Prefix=name, MaxKeys=1)
                if any(one["Key"] == name for one in listed.get("Contents", [])):
                    raise FileExistsError(f"{name} is there already")
            client.upload_file(path, bucket, name)
    return [f"s3://{bucket}/{name}" for _, name in objects]
