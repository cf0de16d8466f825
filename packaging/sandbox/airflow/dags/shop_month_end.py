# SPDX-License-Identifier: GPL-3.0-or-later
"""Two DAGs that know each other: one triggers, the other waits for a task of the first."""
from datetime import datetime

from airflow.providers.common.compat.sdk import DAG, task
from airflow.providers.standard.operators.empty import EmptyOperator
from airflow.providers.standard.operators.trigger_dagrun import TriggerDagRunOperator
from airflow.providers.standard.sensors.external_task import ExternalTaskSensor

START = {"schedule": None, "start_date": datetime(2026, 1, 1), "catchup": False,
         "default_args": {"owner": "finance"}, "tags": ["shop", "finance", "across"]}

with DAG("shop_month_close", **START):
    @task
    def lock_books():
        print("books locked")

    lock_books() >> TriggerDagRunOperator(
        task_id="start_report", trigger_dag_id="shop_month_report",
        logical_date="{{ dag_run.logical_date or dag_run.run_after }}")

with DAG("shop_month_report", **START):
    ExternalTaskSensor(
        task_id="books_locked", external_dag_id="shop_month_close", external_task_id="lock_books",
        poke_interval=2, timeout=120) >> EmptyOperator(task_id="print_report")
