# SPDX-License-Identifier: GPL-3.0-or-later
"""Gentle life in the pipelines: a short run every minute, now and then one that fails or waits.

Usage: traffic.py FOLDER SERVER. The password is read from the folder, never from arguments.
"""
import json
import os
import sys
import time

from client import Client

FOLDER, SERVER = sys.argv[1:3]
PAUSE = 60
# Number of the minute, DAG, parameters.
OTHERS = ((3, "shop_orders_ingest", {}), (7, "shop_payment_reconcile", {"good_try": 2}),
          (11, "shop_price_import", {"suppliers": 3}), (13, "shop_campaign", {}))


def read(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        return json.load(file)


def main():
    major = int(SERVER[-1])
    service = "shop-airflow" if major == 3 else "shop-airflow-2"
    client = Client(major, f"http://127.0.0.1:{read('ports.json')['ports'][SERVER]}", "admin",
                    read("secrets.json")["secrets"][service])
    minute = 0
    while True:
        name = time.strftime("live_%Y%m%dT%H%M%S")
        client.trigger("shop_pulse", name)
        for every, dag, conf in OTHERS:
            if minute % every == every - 1:
                client.trigger(dag, name, conf=conf)
        minute += 1
        time.sleep(PAUSE)


if __name__ == "__main__":
    # An error ends it (the server restarts); supervisor starts us anew.
    main()
