# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the demo keys as Redis protocol to stdout, for redis-cli --pipe. Same keys every time."""
import json
import random
import sys
import time

SCALE = int(sys.argv[1]) if len(sys.argv) > 1 else 100
CHANCE = random.Random(20260317)
NOW = int(time.time() * 1000)
NAMES = ("手沖濾杯 02", "핸드드립 서버", "Kettle 1 L", "Grinder burr", "文山包種茶", "녹차 세트")
CITIES = (("臺北市", "110"), ("서울", "04524"), ("Dublin", "D02"), ("Oslo", "0150"))
OUT = []


def send(*words):
    parts = [word if isinstance(word, bytes) else str(word).encode() for word in words]
    OUT.append(b"*%d\r\n" % len(parts)
               + b"".join(b"$%d\r\n%s\r\n" % (len(part), part) for part in parts))


def dump(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def sku():
    return f"HB-{CHANCE.randrange(1, 5001):04d}"


def count(full):
    return max(1, full * SCALE // 100)


def cache():
    for number in range(1, count(8000) + 1):
        send("SET", f"cache:product:HB-{number:04d}", dump({
            "sku": f"HB-{number:04d}", "name": CHANCE.choice(NAMES),
            "price": CHANCE.randrange(100, 20000) / 100, "stock": CHANCE.randrange(500),
            "tags": CHANCE.sample(["new", "sale", "organic", "限定"], 2)}),
            "EX", 3600 + CHANCE.randrange(86400 * 20))
    for number in range(count(4000)):
        send("SET", f"cache:page:{CHANCE.choice(('tw', 'kr', 'en'))}:{number}",
             "<html>" + "x" * CHANCE.randrange(100, 900), "EX", 86400 * 30)
    for number in range(count(300)):
        send("GEOADD", f"cache:geo:{('tw', 'kr', 'de')[number % 3]}",
             121 + CHANCE.random(), 24 + CHANCE.random(), f"locker-{number}")
    send("SET", "cache:blob:thumbnail", bytes(range(256)) * 16)
    send("SETRANGE", "cache:blob:large", 2_000_000, "end")


def carts():
    for user in range(88000, 88000 + count(5000)):
        words = ["currency", CHANCE.choice(("TWD", "KRW", "EUR")), "items_count",
                 CHANCE.randrange(1, 9), "subtotal", f"{CHANCE.randrange(100, 9000)}.00",
                 "updated_at", NOW // 1000 - CHANCE.randrange(90000)]
        for _ in range(CHANCE.randrange(1, 6)):
            words += ["sku:" + sku(), dump({"qty": CHANCE.randrange(1, 4),
                                            "price": CHANCE.randrange(100, 2000),
                                            "name": CHANCE.choice(NAMES)})]
        if user % 5 == 0:
            city, code = CHANCE.choice(CITIES)
            words += ["ship_to", dump({"city": city, "zip": code, "method": "locker"}),
                      "gift_note", "生日快樂！"]
        send("HSET", f"cart:user:{user}", *words)
        if user % 3:
            send("EXPIRE", f"cart:user:{user}", 7200 + CHANCE.randrange(86400 * 14))


def sessions():
    for number in range(count(9000)):
        send("SET", f"session:{CHANCE.getrandbits(64):016x}",
             dump({"user": 88000 + number % 5000, "lang": ("zh_TW", "ko", "en")[number % 3]}),
             "EX", 86400 + CHANCE.randrange(86400 * 13))
    for number in range(count(2500)):
        send("HSET", f"feature:user:rfm:{number}", "r", CHANCE.randrange(5), "f",
             CHANCE.randrange(5), "m", f"{CHANCE.random() * 900:.3f}")


def rankings():
    for country in ("TW", "KR", "DE", "US"):
        for number in range(1, count(5000) + 1):
            send("ZADD", f"rank:top_sku:{country}", CHANCE.randrange(1, 100000),
                 f"HB-{number:04d}")
    for user in range(count(1000)):
        send("SADD", f"segment:{('vip', 'new', 'sleeping')[user % 3]}", 88000 + user)
        send("LPUSH", f"recent:user:{88000 + user}", *[sku() for _ in range(8)])
    for name in ("refresh_mart", "close_day", "export"):
        send("SET", f"lock:{name}", f"worker-{CHANCE.randrange(9)}", "EX", 86400 * 7)
    send("SADD", "odd keys:\n line, \"quotes\" and 🚀", "값", "值", b"\xff\xfe\x00 raw")
    send("PFADD", "visitors:today", *range(500))
    send("SETBIT", "feature:flags", 4095, 1)


def streams():
    events = ("placed", "paid", "packed", "shipped", "returned")
    for stream, full in (("orders", 20000), ("clicks", 5000), ("dlq", 1400)):
        total = count(full)
        for number in range(total):
            send("XADD", f"stream:{stream}", f"{NOW - (total - number) * 1500}-0",
                 "event", CHANCE.choice(events), "order_id", 900000 + number, "payload",
                 dump({"total": CHANCE.randrange(50, 90000) / 10, "cur": "TWD"}))
    for group, workers, read, confirmed in (("shop-api", 4, 100, 100), ("fulfilment", 2, 97, 96),
                                            ("ml-features", 1, 99, 99)):
        send("XGROUP", "CREATE", "stream:orders", group, "0")
        total = count(20000)
        done, taken = total * confirmed // 100, total * read // 100
        for worker in range(workers):
            share = taken // workers
            send("XREADGROUP", "GROUP", group, f"worker-{worker + 1}", "COUNT", share,
                 "STREAMS", "stream:orders", ">")
        for number in range(done):
            send("XACK", "stream:orders", group, f"{NOW - (total - number) * 1500}-0")


def jobs():
    for number in range(count(600)):
        name = ("email", "invoice", "thumbnail")[number % 3]
        send("HSET", f"job:{number}", "name", name, "attempts", number % 4, "payload",
             dump({"order_id": 900000 + number}), "created_at", NOW // 1000 - number)
        send("LPUSH", f"queue:{name}:waiting", number)
    for number in range(count(60)):
        send("ZADD", "queue:email:delayed", NOW // 1000 + 600 + number * 30, f"delayed-{number}")
        send("LPUSH", "queue:invoice:failed", f"failed-{number}")
    send("HSET", "queue:email:stats", "done", 18211, "failed", 42)


for part in (cache, carts, sessions, rankings, streams, jobs):
    part()
    sys.stdout.buffer.write(b"".join(OUT))
    OUT.clear()
