# SPDX-License-Identifier: GPL-3.0-or-later
"""Gentle life in the topics: orders, clicks, edits and payments come in; one group keeps up,
another falls behind and catches up again. Usage: traffic.py BROKER REGISTRY MAJOR"""
import sys
import threading
import time

import schemas
import shapes
from confluent_kafka import Consumer, KafkaError, Producer

BROKER, REGISTRY, MAJOR = sys.argv[1], sys.argv[2], int(sys.argv[3])
TICK = 0.5
# Of the group that lags: it rests for a while, then reads faster than orders come.
REST, WORK = 40, 20
ABORT_EVERY = 12


def produce(writer, orders, tick):
    """One half second; load rises and falls over five minutes, so that plots have a shape."""
    now = int(time.time() * 1000)
    wave = 1 + abs((time.time() % 300) - 150) / 75
    number = now // 500 * 20  # goes on where an earlier run has ended
    for step in range(int(4 * wave)):
        record = shapes.order(number + step, now)
        writer.produce("shop.orders.v1", orders(record), str(record["order_id"]),
                       headers=[("source", b"app")])
    for step in range(int(6 * wave)):
        click = shapes.click(number + step, now)
        writer.produce("shop.clicks.v1", schemas.as_json(click), click["session"])
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    for step in range(int(3 * wave)):
        change = shapes.change(number + step, now, stamp)
        writer.produce("wiki.recentchange", schemas.as_json(change), change["wiki"])
    level = shapes.stock(number, now)
    gone = tick % 60 == 59
    writer.produce("shop.stock.v1", None if gone else schemas.as_json(level), level["sku"])
    if tick % 120 == 60:
        writer.produce("shop.orders.v1.dlq", b"not a framed value", str(900_000 + number), headers=[
            ("original-topic", b"shop.orders.v1"), ("original-partition", b"0"),
            ("original-offset", str(tick).encode()), ("error-class", b"SerializationException"),
            ("error-message", b"unknown magic byte"), ("attempts", b"3")])
    writer.poll(0)


def pay(producer, tick):
    now = int(time.time() * 1000)
    void = tick // 4 % ABORT_EVERY == ABORT_EVERY - 1
    producer.begin_transaction()
    for step in range(5):
        record = shapes.payment(now // 500 * 20 + step, now, void)
        producer.produce("shop.payments.v1", schemas.as_json(record), record["payment_id"])
    producer.flush(30)
    (producer.abort_transaction if void else producer.commit_transaction)(30)


def follow(group, topics, rests=False, **more):
    """A member of a group. One that rests stays a member: it asks for nothing but lives on."""
    consumer = Consumer({"bootstrap.servers": BROKER, "group.id": group, "client.id": f"{group}-1",
                         "auto.offset.reset": "earliest", "auto.commit.interval.ms": 1000, **more})
    consumer.subscribe(topics)
    began = time.monotonic()
    resting = False
    while True:
        wants = rests and (time.monotonic() - began) % (REST + WORK) < REST
        if wants != resting and consumer.assignment():
            (consumer.pause if wants else consumer.resume)(consumer.assignment())
            resting = wants
        # The one that rests reads so slowly that there is something left when it rests again.
        for message in consumer.consume(20 if rests else 500, 0.5):
            error = message.error()
            if error and error.code() != KafkaError._PARTITION_EOF and not error.retriable():
                raise RuntimeError(str(error))
        if rests:
            time.sleep(0.2)


def guarded(work, *words, **more):
    """A thread that fails ends the program (the server restarts): supervisor starts us anew."""
    def run():
        try:
            work(*words, **more)
        except BaseException as error:  # also what the library raises
            print(error, file=sys.stderr, flush=True)
        finally:
            ended.set()
    threading.Thread(target=run, daemon=True).start()


ended = threading.Event()


def main():
    orders = schemas.Avro(schemas.register(REGISTRY)["shop.orders.v1-value"][-1], schemas.ORDER_2)
    writer = Producer({"bootstrap.servers": BROKER, "compression.type": "lz4", "linger.ms": 100,
                       "partitioner": "murmur2_random"})
    payer = Producer({"bootstrap.servers": BROKER, "partitioner": "murmur2_random",
                      "transactional.id": "shop-payments-1"})
    payer.init_transactions(60)
    guarded(follow, "shop-fulfilment", ["shop.orders.v1"], rests=True)
    guarded(follow, "shop-billing", ["shop.orders.v1", "shop.payments.v1"])
    if MAJOR >= 4:
        # A group of the newer protocol, which older clients cannot describe.
        guarded(follow, "shop-search", ["shop.customers.v1"], **{"group.protocol": "consumer"})
    tick = 0
    while not ended.wait(TICK):
        produce(writer, orders, tick)
        if tick % 4 == 0:
            pay(payer, tick)
        tick += 1
    return 1


if __name__ == "__main__":
    sys.exit(main())
