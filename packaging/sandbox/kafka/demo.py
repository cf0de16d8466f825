# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills an empty broker with the shop's topics and the two feeds, the same every time but for the
dates. Usage: demo.py BROKER REGISTRY MAJOR SCALE. Prints one JSON object of progress per line."""
import json
import struct
import sys
import time

import schemas
import shapes
import topics
from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition

BROKER, REGISTRY, MAJOR, SCALE = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
NOW = int(time.time() * 1000)
SPAN = 3 * shapes.DAY
# Messages of each topic at full scale.
ORDERS, CLICKS, CHANGES, EVENTS = 30_000, 40_000, 20_000, 12_000
PAYMENTS, CUSTOMERS, STOCK, RETURNS, SHIPMENTS = 8_000, 8_000, 15_000, 1_000, 3_000
FAILED_ORDERS, FAILED_PAYMENTS = 140, 40
IN_ONE_TRANSACTION, VOID_EVERY = 100, 8
PATIENCE = 60


def say(percent, text):
    print(json.dumps({"percent": percent, "text": text}), flush=True)


def count(full):
    return max(20, full * SCALE // 100)


def when(number, total):
    """Evenly over the last three days."""
    return NOW - SPAN + SPAN * number // total


class Writer:
    """A producer that counts what was not taken. Keys go where Java's clients put them."""

    def __init__(self, codec="none", **more):
        self._failed = []
        self.producer = Producer({
            "bootstrap.servers": BROKER, "compression.type": codec, "linger.ms": 50,
            "partitioner": "murmur2_random", "queue.buffering.max.messages": 500_000,
            "on_delivery": self._delivered, **more})

    def _delivered(self, error, _message):
        if error:
            self._failed.append(error)

    def send(self, topic, key, value, at, headers=(), partition=-1):
        headers = [(name, word if isinstance(word, bytes) or word is None else str(word).encode())
                   for name, word in headers]
        self.producer.produce(topic, value, key, partition, timestamp=at, headers=headers)
        self.producer.poll(0)

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if not kind and self.producer.flush(PATIENCE) or self._failed:
            raise RuntimeError(f"messages were not taken: {self._failed[:1]}")


def orders(numbers):
    first, second = numbers["shop.orders.v1-value"]
    old, new = schemas.Avro(first, schemas.ORDER_1), schemas.Avro(second, schemas.ORDER_2)
    total = count(ORDERS)
    with Writer("lz4") as writer:
        for number in range(total):
            at = when(number, total)
            write = old if number < total // 2 else new
            writer.send("shop.orders.v1", str(900_000 + number), write(shapes.order(number, at)),
                        at, (("source", ("app", "web")[number % 2]),
                             ("trace-id", f"{shapes.pick(number, 30, 1 << 60):016x}")))


def feeds(numbers):
    total = count(CHANGES)
    with Writer("zstd") as writer:
        for number in range(total):
            at = when(number, total)
            stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(at // 1000))
            change = shapes.change(number, at, stamp)
            writer.send("wiki.recentchange", change["wiki"], schemas.as_json(change), at)
    total = count(EVENTS)
    write = schemas.Avro(numbers["gdelt.events-value"][0], schemas.EVENT)
    with Writer("gzip") as writer:
        for number in range(total):
            at = when(number, total)
            day = int(time.strftime("%Y%m%d", time.gmtime(at // 1000)))
            writer.send("gdelt.events", str(1_250_000_000 + number),
                        write(shapes.event(number, day)), at, (("batch", number // 1000),))


def clicks():
    total = count(CLICKS)
    with Writer("snappy") as writer:
        for number in range(total):
            at = when(number, total)
            click = shapes.click(number, at)
            # Now and then nobody is logged in: no key.
            writer.send("shop.clicks.v1", click["session"] if number % 10 else None,
                        schemas.as_json(click), at, partition=-1 if number % 10 else number % 12)


def compacted(numbers):
    """Customers, some of whom were forgotten again; stock, where the last word counts."""
    total = count(CUSTOMERS)
    write = schemas.Avro(numbers["shop.customers.v1-value"][0], schemas.CUSTOMER)
    with Writer("gzip") as writer:
        for number in range(total):
            at = when(number, total)
            writer.send("shop.customers.v1", str(88_000 + number),
                        write(shapes.customer(number, at)), at)
        for number in range(0, total, 20):
            writer.send("shop.customers.v1", str(88_000 + number), None, NOW,
                        (("reason", "erasure request"),))
    total = count(STOCK)
    with Writer("zstd") as writer:
        for number in range(total):
            at = when(number, total)
            level = shapes.stock(number, at)
            gone = number % 100 == 99
            writer.send("shop.stock.v1", level["sku"], None if gone else schemas.as_json(level), at)


def payments():
    """Every eighth transaction is aborted: who reads what is committed never sees it."""
    total = count(PAYMENTS)
    with Writer("lz4", **{"transactional.id": "shop-payments-1"}) as writer:
        producer = writer.producer
        producer.init_transactions(PATIENCE)
        for start in range(0, total, IN_ONE_TRANSACTION):
            void = start // IN_ONE_TRANSACTION % VOID_EVERY == VOID_EVERY - 1 or start == 0
            producer.begin_transaction()
            for number in range(start, min(total, start + IN_ONE_TRANSACTION)):
                at = when(number, total)
                payment = shapes.payment(number, at, void)
                writer.send("shop.payments.v1", payment["payment_id"], schemas.as_json(payment), at,
                            (("content-type", "application/json"),))
            producer.flush(PATIENCE)
            (producer.abort_transaction if void else producer.commit_transaction)(PATIENCE)


def framed(numbers):
    """A topic of each other kind of schema."""
    total = count(RETURNS)
    head = schemas.frame(numbers["shop.returns.v1-value"][0])
    number_of = numbers["shop.shipments.v1-value"][0]
    with Writer() as writer:
        for number in range(total):
            at = when(number, total)
            writer.send("shop.returns.v1", str(number), head + schemas.as_json(
                shapes.parcel_return(number, at)), at)
        total = count(SHIPMENTS)
        for number in range(total):
            at = when(number, total)
            writer.send("shop.shipments.v1", str(900_000 + number), schemas.shipment(
                number_of, 900_000 + number, ("Post", "黑貓", "CJ")[number % 3],
                f"TW{number:09d}", at), at)


def dead_letters():
    """What consumers gave up on: plain headers in one topic, Spring's binary ones in the other."""
    partitions = topics.TOPICS["shop.orders.v1"][0]
    broken = ((schemas.frame(999_999, b"\x02\x04"), "SerializationException",
               "unknown schema id 999999"),
              (b"\0\0\0", "EOFException", "value ends after 3 bytes"),
              (b"not a framed value", "SerializationException", "unknown magic byte"))
    with Writer() as writer:
        for number in range(min(FAILED_ORDERS, count(FAILED_ORDERS))):
            value, kind, words = broken[number % 3]
            at = when(number, FAILED_ORDERS)
            writer.send("shop.orders.v1.dlq", str(900_000 + number * 7), value, at, (
                ("original-topic", "shop.orders.v1"), ("original-partition", number % partitions),
                ("original-offset", number * 3), ("original-timestamp", at - 1500),
                ("error-class", kind), ("error-message", words), ("attempts", 3)))
        for number in range(min(FAILED_PAYMENTS, count(FAILED_PAYMENTS))):
            at = when(number, FAILED_PAYMENTS)
            writer.send("shop.payments.v1.DLT", f"pay-{number:07d}", schemas.as_json(
                shapes.payment(number, at)), at, (
                    ("kafka_dlt-original-topic", "shop.payments.v1"),
                    ("kafka_dlt-original-partition", struct.pack(">i", number % 3)),
                    ("kafka_dlt-original-offset", struct.pack(">q", number)),
                    ("kafka_dlt-original-timestamp", struct.pack(">q", at)),
                    ("kafka_dlt-exception-fqcn", "java.net.SocketTimeoutException"),
                    ("kafka_dlt-exception-message", "the bank did not answer within 5 s")))


def commit(group, shares, metadata=""):
    """Commits a share of each partition for a group that has no member; None leaves one out."""
    consumer = Consumer({"bootstrap.servers": BROKER, "group.id": group,
                         "enable.auto.commit": False})
    marks = []
    for topic, share in shares.items():
        for partition in range(topics.TOPICS[topic][0]):
            low, high = consumer.get_watermark_offsets(TopicPartition(topic, partition), PATIENCE)
            if share(partition) is not None:
                place = low + int((high - low) * share(partition))
                # The client ends what it is given with a zero byte, an empty word too.
                marks.append(TopicPartition(topic, partition, place, metadata) if metadata
                             else TopicPartition(topic, partition, place))

    def take():
        for mark in consumer.commit(offsets=marks, asynchronous=False):
            if mark.error:
                raise KafkaException(mark.error)
    topics.patiently(take)
    consumer.close()


def groups():
    commit("shop-fulfilment", {"shop.orders.v1": lambda _: 0.8})
    commit("shop-billing", {"shop.orders.v1": lambda _: 1, "shop.payments.v1": lambda _: 1})
    commit("shop-reports", {"shop.clicks.v1": lambda part: 0.5 if part % 2 == 0 else None},
           "nightly report")


def main():
    say(0, "topics and schemas")
    topics.make_afresh(BROKER)
    numbers = schemas.register(REGISTRY)
    for percent, text, step in (
            (10, "orders", lambda: orders(numbers)), (30, "clicks", clicks),
            (50, "two feeds", lambda: feeds(numbers)),
            (75, "customers and stock", lambda: compacted(numbers)),
            (85, "payments in transactions", payments),
            (93, "returns and shipments", lambda: framed(numbers)),
            (95, "dead letters", dead_letters), (97, "consumer groups", groups)):
        say(percent, text)
        step()
    say(100, "topics are filled")


if __name__ == "__main__":
    main()
