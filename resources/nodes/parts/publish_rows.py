# SPDX-License-Identifier: GPL-3.0-or-later
# needs json
# needs airflow.sdk:BaseHook
# needs part rendered
def publish_rows(conn_id, topic, rows, message_format, key=None, headers=None, registry=None):
    """Writes records into a topic; the task ends when the brokers have all of them."""
    from confluent_kafka import Producer

    settings = BaseHook.get_connection(conn_id).extra_dejson
    producer = Producer({**settings, "enable.idempotence": True, "linger.ms": 20})
    failed, count = [], 0
    headers = [(name, rendered(value).encode()) for name, value in (headers or {}).items()]
    written = {"json": json_value, "text": text_value, "avro": None}[message_format]
    written = written or avro_value(registry, topic)
    for row in rows:
        while True:
            try:
                producer.produce(
                    topic,
                    key=str(row[key]) if key and row.get(key) is not None else None,
                    value=written(row),
                    headers=headers,
                    on_delivery=lambda error, _: error and failed.append(error),
                )
                break
            except BufferError:
                producer.poll(0.5)
        producer.poll(0)
        count += 1
    left = producer.flush(120)
    if failed or left:
        raise RuntimeError(f"{len(failed) + left} messages were not written: {failed[:1]}")
    print(f"{count} messages into {topic}")
    return count


def json_value(row):
    return json.dumps(row, default=str).encode()


def text_value(row):
    return "\t".join("" if value is None else str(value) for value in row.values()).encode()


def avro_value(registry, topic):
    """As the newest schema of the topic has it."""
    from confluent_kafka.schema_registry import SchemaRegistryClient
    from confluent_kafka.schema_registry.avro import AvroSerializer
    from confluent_kafka.serialization import MessageField, SerializationContext

    to = BaseHook.get_connection(registry)
    client = SchemaRegistryClient({"url": to.host if "://" in to.host else f"http://{to.host}"})
    write = AvroSerializer(
        client, conf={"auto.register.schemas": False, "use.latest.version": True}
    )
    return lambda row: write(row, SerializationContext(topic, MessageField.VALUE))
