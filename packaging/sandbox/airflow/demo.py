# SPDX-License-Identifier: GPL-3.0-or-later
"""Demo data: pools, variables, a connection whose password is masked, and a first few runs."""
import datetime
import json
import os
import time
import urllib.error

POOLS = (("shop_supplier_api", 1, "The suppliers allow one caller at a time"),
         ("shop_closed", 0, "Nothing gets in"))
VARIABLES = (("shop_countries", '["TW", "DE", "KR", "JP"]', "Where the shop sells"),
             ("shop_api_secret", "masked-by-airflow", "Its value is not shown"),
             ("shop_discount_percent", "10", ""))
DBT_PROJECT = "dbt_project"
RUNS = (("shop_daily_revenue", {}), ("shop_orders_ingest", {}), ("shop_price_import", {}),
        ("shop_returns_triage", {"way": "exchange"}), ("shop_payment_reconcile", {}),
        ("shop_campaign", {}), ("shop_search_index", {}), ("shop_quality_checks", {}),
        ("shop_month_close", {}), ("shop_discount_simulation", {"percent": 20}),
        ("shop_courier_pickup", {"seconds": 5}))
SCALE_WITH_RUNS = 50
WARM = "shop_pulse"
# Paused in their files, so that nothing runs before the servers are warm.
SCHEDULED = ("shop_daily_revenue", "shop_orders_ingest", "shop_ledger")
PATIENCE = 240


def fill_demo(client, context, progress):
    postgres = context.of("postgres")
    progress(0, "pools, variables and a connection")
    for name, slots, words in POOLS:
        client.make("/pools", {"name": name, "slots": slots, "description": words,
                               "include_deferred": False})
    for key, value, words in VARIABLES:
        client.make("/variables", {"key": key, "value": value, "description": words})
    client.make("/variables", {
        "key": DBT_PROJECT, "value": os.path.join(context.of("dbt").data, "project"),
        "description": "Where the sandbox keeps the shop's dbt project"})
    client.make("/connections", {
        "connection_id": "shop_db", "conn_type": "postgres", "host": "127.0.0.1",
        "port": postgres.port("postgres"), "login": "pilot", "schema": "shop",
        "password": context.secret("shop-db"), "description": "The shop's database"})
    client.make("/connections", {
        "connection_id": "shop_kafka", "conn_type": "kafka", "description": "The shop's Kafka",
        "extra": json.dumps({"bootstrap.servers": f"127.0.0.1:{context.of('kafka').port()}"})})
    client.make("/connections", {
        "connection_id": "shop_cache", "conn_type": "redis", "host": "127.0.0.1",
        "port": context.of("redis").port(), "password": context.secret("shop-cache"),
        "description": "The shop's Redis"})
    # The first run of all makes the server load what it then keeps; what comes later is quick.
    progress(20, "a first run")
    wait(lambda: has(client, WARM))
    client.trigger(WARM, "first")
    wait(lambda: state(client, WARM, "first") in ("success", "failed"))
    # Small sandboxes are those of tests: nothing runs there that they did not start.
    if context.scale < SCALE_WITH_RUNS:
        return
    for dag in SCHEDULED:
        wait(lambda name=dag: has(client, name))
        client.call("PATCH", f"/dags/{dag}", {"is_paused": False})
    now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    for number, (dag, conf) in enumerate(RUNS):
        progress(40 + 60 * number / len(RUNS), f"a run of {dag}")
        wait(lambda name=dag: has(client, name))
        client.trigger(dag, "demo_1", (now - datetime.timedelta(hours=1)).isoformat(), conf)
    progress(100, "pipelines are loaded")


def wait(condition):
    limit = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > limit:
            raise ValueError(f"nothing happened within {PATIENCE} s")
        time.sleep(0.5)


def has(client, dag):
    try:
        client.call("GET", f"/dags/{dag}")
        return True
    except urllib.error.HTTPError as error:
        if error.code == 404:
            return False
        raise
    except TimeoutError:
        return False


def state(client, dag, run):
    try:
        return client.call("GET", f"/dags/{dag}/dagRuns/{run}")["state"]
    except TimeoutError:
        return ""
