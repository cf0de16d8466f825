# SPDX-License-Identifier: GPL-3.0-or-later
"""Assets: what the ingest writes starts the mart, and both lie on the map across DAGs."""
from datetime import datetime

from airflow.providers.common.compat.sdk import Asset, dag, task

ORDERS = Asset("file://lake/silver/orders.parquet")
STOCK = Asset("file://lake/silver/stock.parquet")
MART = Asset("file://lake/gold/orders_by_country.parquet")
START = {"start_date": datetime(2026, 1, 1), "catchup": False}


@dag(schedule="@hourly", tags=["shop", "etl", "silver"], default_args={"owner": "platform"},
     is_paused_upon_creation=True, **START)
def shop_orders_ingest():
    @task
    def fetch() -> int:
        return 250

    @task(outlets=[ORDERS])
    def write(rows: int):
        print(f"{rows} orders written")

    @task(outlets=[STOCK])
    def write_stock(rows: int):
        print(f"stock of {rows} orders written")

    rows = fetch()
    write(rows)
    write_stock(rows)


@dag(schedule=[ORDERS], tags=["shop", "etl", "gold"], default_args={"owner": "analytics"}, **START)
def shop_orders_mart():
    @task
    def read():
        return {"TW": 90, "DE": 80, "KR": 80}

    @task(outlets=[MART])
    def publish(rows):
        print(sum(rows.values()))

    publish(read())


@dag(schedule=[ORDERS, STOCK], tags=["shop", "ml"], default_args={"owner": "data-science"}, **START)
def shop_stock_forecast():
    @task
    def forecast():
        print("forecast for 14 days")

    forecast()


shop_orders_ingest()
shop_orders_mart()
shop_stock_forecast()
