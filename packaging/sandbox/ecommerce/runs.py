# SPDX-License-Identifier: GPL-3.0-or-later
"""Three runs that tell a story: that of the clock is well; a till sends an order below zero and a check
stops the next run before gold; the till sends it again as it should be and all is well again."""
import datetime
import json
import os
import subprocess
import time

from airflow.demo import SCALE_WITH_RUNS, has, state, wait
from driver.recipes import load

FIRST = {"order_id": 780_001, "total": 24.5}
BROKEN = 780_002
STORY = (("a_total_below_zero", {"order_id": BROKEN, "total": -3.0}, "failed"),
         ("corrected", {"order_id": BROKEN, "total": 3.0}, "success"))
ENDED = ("success", "failed")


def first_order(context):
    """Before the DAG is there: its first run waits for what came until the hour's end."""
    orders = [FIRST]
    if arrived(context, STORY[0][1]):  # of a start that was broken off
        orders.append(STORY[1][1])
    for order in orders:
        sell(context, order)
        wait(lambda sold=order: arrived(context, sold))


def forget(context, dag):
    """The runs of a DAG that was taken away: they are of another pipeline."""
    client = client_of(context)
    if has(client, dag):
        client.call("DELETE", f"/dags/{dag}")


def client_of(context):
    airflow = load(os.path.dirname(context.source), "airflow3").SERVER
    return airflow.client(context.of("airflow3"))


def fill_runs(context, dag, progress):
    client = client_of(context)
    progress(20, "Airflow reads the DAG")
    wait(lambda: has(client, dag))
    progress(30, "the run of the clock")
    client.call("PATCH", f"/dags/{dag}", {"is_paused": False})
    wait(lambda: any(one in ENDED for one in by_the_clock(client, dag)))
    if "success" not in by_the_clock(client, dag):
        raise ValueError(f"the first run of {dag} has failed")
    now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    for number, (run, order, expected) in enumerate(STORY):
        progress(50 + 25 * number, f"a run: {run.replace('_', ' ')}")
        sell(context, order)
        wait(lambda sold=order: arrived(context, sold))
        client.trigger(dag, run, (now - datetime.timedelta(minutes=2 - number)).isoformat())
        wait(lambda name=run: state(client, dag, name) in ENDED)
        ended = state(client, dag, run)
        if ended != expected:
            raise ValueError(f"the run {run} of {dag} has ended with {ended}")
    # Small sandboxes are those of tests: nothing runs there that they did not start.
    if context.scale < SCALE_WITH_RUNS:
        client.call("PATCH", f"/dags/{dag}", {"is_paused": True})
    progress(100, "the pipeline has run")


def by_the_clock(client, dag):
    """The states of such runs."""
    try:
        found = client.call("GET", f"/dags/{dag}/dagRuns?limit=100")["dag_runs"]
    except TimeoutError:
        return []
    return [run["state"] for run in found if run["run_type"] == "scheduled"]


def sell(context, order):
    kafka = load(os.path.dirname(context.source), "kafka").SERVER
    sold = subprocess.run(
        kafka.script(context.of("kafka"), "till.py"), check=False, capture_output=True, text=True,
        input=json.dumps(order) + "\n")
    if sold.returncode != 0:
        raise ValueError("an order: " + sold.stderr.strip()[-300:])


def arrived(context, order):
    """Has the streaming job written it?"""
    asked = load(os.path.dirname(context.source), "postgres").psql(
        context.of("postgres"), "-f", "-", database="shop", text="SELECT count(*) FROM "
        f"bronze.shop_orders WHERE order_id = {order['order_id']} AND total = {order['total']};")
    time.sleep(0.2)
    return asked.returncode == 0 and asked.stdout.strip() not in ("", "0")
