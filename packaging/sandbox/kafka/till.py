# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders as somebody says them, into shop.orders.v1 now. Usage: till.py BROKER REGISTRY MAJOR
Each line of standard input is a JSON object with the fields that matter (order_id, total …; the
others are those of the demo's order of that number), or a text: a value nobody can read."""
import json
import sys
import time

import schemas
import shapes
from confluent_kafka import Producer

BROKER, REGISTRY = sys.argv[1], sys.argv[2]
PATIENCE = 60


def main():
    number = schemas.register(REGISTRY)["shop.orders.v1-value"][1]
    write = schemas.Avro(number, schemas.ORDER_2)
    failed = []
    producer = Producer({"bootstrap.servers": BROKER, "partitioner": "murmur2_random",
                         "on_delivery": lambda error, _: error and failed.append(error)})
    for line in sys.stdin:
        said = json.loads(line)
        if isinstance(said, str):
            producer.produce("shop.orders.v1", said.encode(), "till")
            continue
        order = {**shapes.order(1, int(time.time() * 1000)), **said}
        producer.produce("shop.orders.v1", write(order), str(order["order_id"]),
                         headers=[("source", b"till")])
    if producer.flush(PATIENCE) or failed:
        sys.exit(f"orders were not taken: {failed[:1]}")


if __name__ == "__main__":
    main()
