# SPDX-License-Identifier: GPL-3.0-or-later
# needs fnmatch:fnmatchcase
# needs os
# needs re
# needs tempfile
# needs airflow.sdk:PokeReturnValue
# needs part rendered
# needs part s3_client
def found_objects(conn_id, bucket, key):
    """Looks for objects and takes them to files of the worker; done when there is one."""
    client, bucket, key = s3_client(conn_id), rendered(bucket), rendered(key)
    prefix, paths = re.split(r"[*?\[]", key)[0], []
    for page in client.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix):
        for found in page.get("Contents", []):
            if fnmatchcase(found["Key"], key):
                path = os.path.join(tempfile.mkdtemp(), os.path.basename(found["Key"]))
                client.download_file(bucket, found["Key"], path)
                paths.append(path)
    return PokeReturnValue(is_done=bool(paths), xcom_value=paths)
