# SPDX-License-Identifier: GPL-3.0-or-later
"""A short run for everyday: one order comes in and is counted."""
from datetime import datetime

from airflow.providers.common.compat.sdk import dag, task


@dag(schedule=None, start_date=datetime(2026, 1, 1), catchup=False, tags=["shop", "quick"],
     default_args={"owner": "platform"}, max_active_runs=4)
def shop_pulse():
    @task
    def take_order() -> int:
        print("one order taken")
        return 1

    @task
    def count(orders: int):
        print(f"{orders} order counted")

    count(take_order())


shop_pulse()
