# SPDX-License-Identifier: GPL-3.0-or-later
"""Mapped tasks: one per supplier, a mapped group, and a sum over all of them."""
from datetime import datetime

from airflow.providers.common.compat.sdk import DAG, Param, task, task_group

with DAG("shop_price_import", schedule=None, start_date=datetime(2026, 1, 1), catchup=False,
         tags=["shop", "mapped"], default_args={"owner": "purchasing"},
         params={"suppliers": Param(6, type="integer", minimum=0, maximum=200)}):
    @task
    def suppliers(params=None) -> list:
        return [f"S-{number:03d}" for number in range(params["suppliers"])]

    @task
    def download(supplier: str) -> int:
        print(f"prices of {supplier}")
        return len(supplier) * 10

    @task_group
    def check(supplier: str):
        @task
        def validate(name: str) -> str:
            return name

        @task
        def store(name: str):
            print(f"{name} stored")

        store(validate(supplier))

    @task(trigger_rule="all_done")
    def summary(prices):
        print(sum(prices))

    names = suppliers()
    total = summary(download.expand(supplier=names))
    check.expand(supplier=names) >> total
