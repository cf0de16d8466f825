# SPDX-License-Identifier: GPL-3.0-or-later
"""Yesterday's orders become the revenue mart: nested groups, XCom, labelled edges, an asset."""
from datetime import datetime, timedelta

from airflow.providers.common.compat.sdk import DAG, Asset, Label, TaskGroup, task
from airflow.providers.standard.operators.bash import BashOperator
from airflow.providers.standard.operators.empty import EmptyOperator

REVENUE = Asset("postgres://shop-db:5432/shop/gold/mart_daily_revenue")

with DAG("shop_daily_revenue", description="Orders and payments of a day become the revenue mart",
         schedule="0 3 * * *", start_date=datetime(2026, 1, 1), catchup=False,
         is_paused_upon_creation=True,
         tags=["shop", "etl", "gold"], default_args={"owner": "analytics"},
         doc_md="# Daily revenue\nReads `bronze`, cleans into `silver`, writes `gold`."):
    start = EmptyOperator(task_id="start")
    done = BashOperator(task_id="report", bash_command="for i in 1 2 3; do echo page $i; done")

    with TaskGroup("extract", tooltip="Raw events of the day") as extract:
        @task
        def orders() -> dict:
            print("::group::source\nbronze.order_events\n::endgroup::")
            return {"rows": 1200, "currency": "EUR"}

        @task
        def payments() -> dict:
            return {"rows": 1187, "currency": "EUR"}

        raw_orders, raw_payments = orders(), payments()

    with TaskGroup("transform", tooltip="Clean and join") as transform:
        with TaskGroup("clean", tooltip="Remove what is double") as clean:
            @task
            def deduplicate(source: dict) -> int:
                return source["rows"] - source["rows"] // 100

            @task
            def convert(source: dict) -> int:
                return source["rows"]

            rows, paid = deduplicate(raw_orders), convert(raw_payments)

        @task
        def join(rows: int, paid: int) -> int:
            print(f"{rows} orders, {paid} payments")
            return min(rows, paid)

        joined = join(rows, paid)

    @task(outlets=[REVENUE], retries=1, retry_delay=timedelta(seconds=5))
    def load(rows: int):
        print(f"{rows} rows into gold.mart_daily_revenue")

    start >> Label("new day") >> extract
    load(joined) >> Label("done") >> done
