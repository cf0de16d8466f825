# SPDX-License-Identifier: GPL-3.0-or-later
# needs airflow.sdk:BaseHook
def s3_client(conn_id):
    """A client of the object store the target knows by this id."""
    import boto3

    to = BaseHook.get_connection(conn_id)
    extra = to.extra_dejson
    return boto3.client(
        "s3",
        aws_access_key_id=to.login or None,
        aws_secret_access_key=to.password or None,
        region_name=extra.get("region_name"),
        endpoint_url=extra.get("endpoint_url"),
    )
