# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the rows of a query into a table of the lake; its arguments are in JSON.
LAKE_WRITE = """\
import json
import sys

from pyspark.sql import SparkSession
from pyspark.sql.functions import expr

job = json.loads(sys.argv[1])
spark = SparkSession.builder.getOrCreate()
rows = spark.sql(job["query"])
table = job["table"]
there = spark.catalog.tableExists(table)
if not there:
    writer = rows.writeTo(table).using(job["format"])
    for name, value in job["properties"].items():
        writer = writer.tableProperty(name, value)
    if job["location"]:
        writer = writer.tableProperty("location", job["location"])
    if job["partition_by"]:
        writer = writer.partitionedBy(*[expr(one) for one in job["partition_by"]])
    writer.create()
elif job["mode"] == "append":
    rows.writeTo(table).append()
elif job["mode"] == "overwrite_partitions":
    rows.writeTo(table).overwritePartitions()
elif job["mode"] == "replace_where":
    rows.write.format(job["format"]).mode("overwrite").option(
        "replaceWhere", job["replace_where"]).saveAsTable(table)
else:
    rows.createOrReplaceTempView("new_rows")
    same = " AND ".join(f"old.`{key}` = new.`{key}`" for key in job["keys"])
    spark.sql(
        f"MERGE INTO {table} AS old USING new_rows AS new ON {same}"
        " WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *")
"""
