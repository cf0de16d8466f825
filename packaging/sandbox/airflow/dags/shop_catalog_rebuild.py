# SPDX-License-Identifier: GPL-3.0-or-later
"""A wide one: 500 tasks in 25 groups, few steps deep, so that a run ends soon."""
from datetime import datetime

from airflow.providers.common.compat.sdk import DAG, TaskGroup
from airflow.providers.standard.operators.empty import EmptyOperator

GROUPS = 25
TASKS = 20


def category(number):
    """20 tasks: one reads, 18 work side by side, one writes."""
    with TaskGroup(f"category_{number:02d}") as group:
        read, write = EmptyOperator(task_id="read"), EmptyOperator(task_id="write")
        for shelf in range(1, TASKS - 1):
            read >> EmptyOperator(task_id=f"shelf_{shelf:02d}") >> write
    return group


with DAG("shop_catalog_rebuild", schedule=None, start_date=datetime(2026, 1, 1), catchup=False,
         tags=["shop", "wide"], default_args={"owner": "catalog"}, max_active_tasks=128):
    first, *middle, last = [category(number) for number in range(GROUPS)]
    first >> middle >> last
