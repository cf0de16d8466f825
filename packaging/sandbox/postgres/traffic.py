# SPDX-License-Identifier: GPL-3.0-or-later
"""Gentle life in the shop: orders come in and move on, reports read, now and then a lock waits.

One psql per role of the play, fed through its standard input; about 1 % of a core in all.
"""
import glob
import json
import os
import random
import subprocess
import sys
import time

FOLDER = sys.argv[1]
CHANCE = random.Random()

PLACE = """INSERT INTO gold.fct_orders
SELECT nextval('gold.order_number'), customer_id, now(), 'placed', 'app', country,
       round((5 + random() * 300)::numeric * euro_rate, decimals), currency,
       jsonb_build_object('n', 1, 'sku', 'HB-0001'), false, NULL, '{app}', NULL
  FROM silver.customers JOIN silver.countries USING (country)
 WHERE customer_id = ANY ((SELECT array_agg(1 + floor(random() * 500))
                             FROM generate_series(1, %d))::bigint[]);
"""
MOVE = """UPDATE gold.fct_orders SET status = 'paid'
 WHERE status = 'placed'
   AND placed_at BETWEEN now() - interval '2 minutes' AND now() - interval '20 s';
"""
REPORTS = (
    "SELECT country, count(*), sum(total) FROM gold.fct_orders"
    " WHERE placed_at > now() - interval '1 day' GROUP BY 1;",
    "SELECT count(*) FROM gold.v_open_orders WHERE placed_at > now() - interval '2 days';",
    "SELECT * FROM gold.customer_orders(1 + floor(random() * 500)::bigint);",
    "SELECT sku, sum(quantity) FROM silver.stock WHERE sku LIKE 'HB-00%'"
    " GROUP BY 1 ORDER BY 2 LIMIT 5;",
)
STOCK = """UPDATE silver.stock SET quantity = greatest(0, quantity - 1)
 WHERE (sku, warehouse) = ('HB-%04d', 'TPE-2');
"""
EVENT = """INSERT INTO bronze.order_events (topic, payload)
VALUES ('shop.orders.v1', jsonb_build_object('event', 'placed', 'total', round(random() * 900)));
"""
# The stock taking holds one row; the shop wants the same row and waits.
HOLD = """BEGIN;
UPDATE silver.stock SET quantity = quantity + 1 WHERE (sku, warehouse) = ('HB-0001', 'BER-1');
SELECT pg_sleep(%d); COMMIT;
"""
WANT = """UPDATE silver.stock SET quantity = quantity - 1
 WHERE (sku, warehouse) = ('HB-0001', 'BER-1');
"""


def start(name):
    psql = sorted(glob.glob("/usr/lib/postgresql/*/bin/psql"))[-1]
    with open(os.path.join(FOLDER, "ports.json"), encoding="utf-8") as file:
        port = json.load(file)["ports"]["postgres"]
    environment = {"PGPASSFILE": os.path.join(FOLDER, "pgpass"), "PGAPPNAME": name,
                   "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    return subprocess.Popen([psql, "-X", "-q", "-h", os.path.join(FOLDER, "run"), "-p", str(port),
                             "-U", "pilot", "-d", "shop"], env=environment, text=True,
                            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)


def say(session, text):
    session.stdin.write(text)
    session.stdin.flush()


def main():
    api, worker, reports, stocktaking = (
        start(name) for name in ("orders-api", "fulfilment", "reports", "stocktaking"))
    tick = 0
    while all(session.poll() is None for session in (api, worker, reports, stocktaking)):
        say(api, PLACE % CHANCE.randrange(1, 6) + EVENT)
        say(worker, STOCK % CHANCE.randrange(1, 500))
        if tick % 5 == 0:
            say(worker, MOVE)
        if tick % 3 == 0:
            say(reports, CHANCE.choice(REPORTS) + "\n")
        if tick % 45 == 20:
            say(stocktaking, HOLD % CHANCE.randrange(3, 9))
        if tick % 45 == 21:
            say(worker, WANT)
        tick += 1
        time.sleep(1)
    # A session ended (the server restarts, or somebody terminated it): supervisor starts us anew.
    return 1


if __name__ == "__main__":
    sys.exit(main())
