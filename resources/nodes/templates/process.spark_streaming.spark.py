import argparse
import json
import os

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

CONNECTIONS = {{ connections }}


def connections():
    """By id, from the file that --connections names, or from PILOTHOUSE_CONNECTIONS."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--connections")
    parser.add_argument("--available-now", action="store_true")
    options = parser.parse_args()
    if options.connections:
        with open(options.connections, encoding="utf-8") as file:
            known = json.load(file)
    else:
        known = json.loads(os.environ["PILOTHOUSE_CONNECTIONS"])
    for name, kind in CONNECTIONS.items():
        if known.get(name, {}).get("type") != kind:
            raise SystemExit(f"there is no connection {name} of type {kind}")
    return known, options.available_now


def kafka(known, name):
    """Settings of a connection as Spark's source and sink have them."""
    settings = {key: value for key, value in known[name].items() if key != "type"}
    user, password = settings.pop("sasl.username", None), settings.pop("sasl.password", None)
    certificates = settings.pop("ssl.ca.location", None)
    if user is not None:
        plain = settings.get("sasl.mechanism", settings.pop("sasl.mechanisms", "PLAIN"))
        settings["sasl.mechanism"] = plain
        module = "plain.Plain" if plain == "PLAIN" else "scram.Scram"
        quoted = [json.dumps(word, ensure_ascii=False) for word in (user, password or "")]
        settings["sasl.jaas.config"] = (
            f"org.apache.kafka.common.security.{module}LoginModule required "
            f"username={quoted[0]} password={quoted[1]};"
        )
    if certificates:
        settings["ssl.truststore.type"] = "PEM"
        settings["ssl.truststore.location"] = certificates
    return {f"kafka.{key}": str(value) for key, value in settings.items()}


def session(known):
    place = known[{{ connection }}]
    builder = SparkSession.builder.appName({{ application }}).master(place["master"])
    {{# packages }}
    builder = builder.config("spark.jars.packages", ",".join({{ packages }}))
    {{/ packages }}
    {{# driver_memory }}
    builder = builder.config("spark.driver.memory", {{ driver_memory }})
    {{/ driver_memory }}
    {{# executor_memory }}
    builder = builder.config("spark.executor.memory", {{ executor_memory }})
    {{/ executor_memory }}
    {{# executor_cores }}
    builder = builder.config("spark.executor.cores", str({{ executor_cores }}))
    {{/ executor_cores }}
    {{# num_executors }}
    builder = builder.config("spark.executor.instances", str({{ num_executors }}))
    {{/ num_executors }}
    {{# conf }}
    for name, value in {{ conf }}.items():
        builder = builder.config(name, value)
    {{/ conf }}
    return builder.getOrCreate()


def messages(spark, known):
    """Messages of the topic as columns; what does not fit is null."""
    reader = spark.readStream.format("kafka").options(**kafka(known, {{ source_connection }}))
    reader = reader.option("subscribe", {{ source_topic }})
    reader = reader.option("startingOffsets", {{ source_start }})
    {{# max_offsets }}
    reader = reader.option("maxOffsetsPerTrigger", {{ max_offsets }})
    {{/ max_offsets }}
    fields = {{ schema }}
    schema = ", ".join(f"`{name.replace('`', '``')}` {kind}" for name, kind in fields)
    value = F.from_json(F.col("value").cast("string"), schema)
    return reader.load().select(value.alias("value")).select("value.*")


{{# code }}
def transformed(spark, df):
    {{ code|body }}
    return df


{{/ code }}
def grouped(df):
    {{# time_column }}
    df = df.withColumn({{ time_column }}, F.col(named({{ time_column }})).cast("timestamp"))
    df = df.withWatermark({{ time_column }}, {{ lateness_text }})
    {{/ time_column }}
    {{# window }}
    window = F.window(F.col(named({{ time_column }})), {{ window_text }}, {{ slide_text }})
    by = [window.alias("window"), *(F.col(named(name)) for name in {{ group_by }})]
    aggregates = {{ aggregates }}
    df = df.groupBy(*by).agg(*(F.expr(sql).alias(name) for name, sql in aggregates.items()))
    others = [F.col(named(name)) for name in df.columns if name != "window"]
    start, end = F.col("window.start"), F.col("window.end")
    df = df.select(start.alias("window_start"), end.alias("window_end"), *others)
    {{/ window }}
    return df


def named(column):
    return "`" + column.replace("`", "``") + "`"


{{# sink = table }}
def write_batch(place):
    """Rows into the table; a batch that is tried again is there twice unless the table has a key."""
    address = f"jdbc:postgresql://{place['host']}:{place.get('port') or 5432}/{place['database']}"

    def write(df, number):
        writer = df.write.format("jdbc").mode("append").option("url", address)
        writer = writer.option("dbtable", jdbc_table({{ table }}))
        writer = writer.option("user", place.get("user") or "").option("stringtype", "unspecified")
        writer = writer.option("ApplicationName", {{ application }})
        writer.option("password", place.get("password") or "").save()
        print(f"batch {number} is written", flush=True)

    return write


def jdbc_table(name):
    return ".".join('"' + part.replace('"', '""') + '"' for part in name.split(".", 1))


{{/ sink }}
def main():
    known, available_now = connections()
    spark = session(known)
    df = messages(spark, known)
    {{# code }}
    df = transformed(spark, df)
    {{/ code }}
    df = grouped(df)
    {{# sink = topic }}
    df = df.select(F.to_json(F.struct(*(F.col(named(name)) for name in df.columns))).alias("value"))
    {{/ sink }}
    writer = df.writeStream.queryName({{ application }}).outputMode({{ output_mode }})
    writer = writer.option("checkpointLocation", {{ checkpoint }})
    # What is there now and an end, or small batches for ever.
    if available_now:
        writer = writer.trigger(availableNow=True)
    else:
        writer = writer.trigger(processingTime={{ interval_text }})
    {{# sink = table }}
    query = writer.foreachBatch(write_batch(known[{{ target }}])).start()
    {{/ sink }}
    {{# sink = iceberg }}
    query = writer.format("iceberg").toTable({{ table }})
    {{/ sink }}
    {{# sink = delta }}
    query = writer.format("delta").toTable({{ table }})
    {{/ sink }}
    {{# sink = topic }}
    writer = writer.format("kafka").options(**kafka(known, {{ source_connection }}))
    query = writer.option("topic", {{ topic }}).start()
    {{/ sink }}
    query.awaitTermination()


if __name__ == "__main__":
    main()
