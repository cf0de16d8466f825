# SPDX-License-Identifier: GPL-3.0-or-later
"""Gentle life in the cache: reads that hit and miss, carts, stream entries, workers that lag."""
import json
import os
import random
import socket
import sys
import time

FOLDER = sys.argv[1]
CHANCE = random.Random()


class Redis:
    """As much of the protocol as the traffic needs: pipelined commands, answers are read."""

    def __init__(self):
        with open(os.path.join(FOLDER, "secrets.json"), encoding="utf-8") as file:
            password = json.load(file)["secrets"]["shop-cache"]
        link = socket.socket(socket.AF_UNIX)
        link.settimeout(30)
        link.connect(os.path.join(FOLDER, "run", "redis.sock"))
        self.link = link
        self.file = link.makefile("rb")
        self.ask(["AUTH", password], ["CLIENT", "SETNAME", "shop-traffic"])

    def ask(self, *commands):
        out = b""
        for words in commands:
            parts = [str(word).encode() for word in words]
            out += b"*%d\r\n" % len(parts) + b"".join(
                b"$%d\r\n%s\r\n" % (len(part), part) for part in parts)
        self.link.sendall(out)
        return [self.answer() for _ in commands]

    def answer(self):
        line = self.file.readline()
        if not line:
            raise ConnectionError("the server went away")
        kind, rest = line[:1], line[1:-2]
        if kind == b"$":
            return None if rest == b"-1" else self.file.read(int(rest) + 2)[:-2]
        if kind == b"*":
            return None if rest == b"-1" else [self.answer() for _ in range(int(rest))]
        return rest


def work(redis, group, worker, count, confirm):
    """Takes entries for one worker and confirms most of them."""
    taken = redis.ask(["XREADGROUP", "GROUP", group, worker, "COUNT", count, "STREAMS",
                       "stream:orders", ">"])[0]
    entries = [entry[0].decode() for entry in taken[0][1]] if taken else []
    done = [entry for entry in entries if CHANCE.random() < confirm]
    if done:
        redis.ask(["XACK", "stream:orders", group, *done])


def main():
    redis = Redis()
    order = 1_000_000
    while True:
        # Load rises and falls over five minutes, so that plots have a shape.
        wave = 1 + abs((time.time() % 300) - 150) / 75
        commands = []
        for _ in range(int(20 * wave)):
            commands.append(["GET", f"cache:product:HB-{CHANCE.randrange(1, 8300):04d}"])
        user = 88000 + CHANCE.randrange(5000)
        commands += [["HINCRBY", f"cart:user:{user}", "items_count", 1],
                     ["ZINCRBY", "rank:top_sku:TW", 1, f"HB-{CHANCE.randrange(1, 5000):04d}"],
                     ["PFADD", "visitors:today", user], ["LPUSH", "queue:email:waiting", order],
                     ["RPOP", "queue:email:waiting"], ["RPOP", "queue:invoice:waiting"],
                     ["LPUSH", "queue:invoice:waiting", order]]
        for _ in range(int(2 * wave)):
            order += 1
            commands.append(["XADD", "stream:orders", "MAXLEN", "~", 50000, "*", "event",
                             CHANCE.choice(("placed", "paid", "packed")), "order_id", order,
                             "payload", json.dumps({"total": CHANCE.randrange(5000) / 10})])
        redis.ask(*commands)
        work(redis, "shop-api", f"worker-{CHANCE.randrange(1, 5)}", 50, 1)
        work(redis, "ml-features", "worker-1", 4, 1)
        if CHANCE.random() < 0.7:
            work(redis, "fulfilment", f"worker-{CHANCE.randrange(1, 3)}", 5, 0.97)
        time.sleep(0.5)


if __name__ == "__main__":
    main()
