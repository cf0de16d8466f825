# SPDX-License-Identifier: GPL-3.0-or-later
"""What keeps a task from running: a small pool, its own past, trigger rules, setup and teardown."""
import time
from datetime import datetime

from airflow.providers.common.compat.sdk import DAG, Param, task
from airflow.providers.standard.operators.empty import EmptyOperator

START = {"start_date": datetime(2026, 1, 1), "catchup": False}

with DAG("shop_supplier_sync", schedule=None, tags=["shop", "pool"],
         default_args={"owner": "purchasing", "pool": "shop_supplier_api"},
         params={"seconds": Param(2, type="integer", minimum=0)}, **START):
    for supplier in range(1, 7):
        @task(task_id=f"supplier_{supplier}", priority_weight=supplier)
        def ask(params=None):
            time.sleep(params["seconds"])

        ask()

with DAG("shop_ledger", schedule="@daily", tags=["shop", "finance"], max_active_runs=1,
         is_paused_upon_creation=True,
         default_args={"owner": "finance", "depends_on_past": True}, **START):
    @task
    def post(dag_run=None):
        if (dag_run.conf or {}).get("fail"):
            raise ValueError("the ledger does not balance")

    @task(wait_for_downstream=True)
    def balance():
        print("balanced")

    post() >> balance()

with DAG("shop_campaign", schedule=None, tags=["shop", "rules"],
         default_args={"owner": "marketing"}, **START):
    @task
    def good():
        print("sent")

    @task
    def bad():
        raise ValueError("no address")

    @task.short_circuit
    def off():
        return False

    skipped = EmptyOperator(task_id="skipped")
    off() >> skipped
    sources = [good(), bad(), skipped]
    for rule in ("all_success", "all_failed", "all_done", "all_skipped", "one_failed",
                 "one_success", "one_done", "none_failed", "none_failed_min_one_success",
                 "none_skipped", "always"):
        sources >> EmptyOperator(task_id=rule, trigger_rule=rule)

with DAG("shop_search_index", schedule=None, tags=["shop", "setup"],
         default_args={"owner": "search"}, **START):
    @task
    def create_cluster():
        print("cluster up")

    @task
    def index():
        print("indexed")

    @task
    def drop_cluster():
        print("cluster down")

    up, down = create_cluster(), drop_cluster()
    up >> index() >> down.as_teardown(setups=up)

with DAG("shop_legacy_export", schedule="30 5 * * 1", tags=["shop", "old"],
         default_args={"owner": "platform"}, is_paused_upon_creation=True, **START):
    EmptyOperator(task_id="export")
