# SPDX-License-Identifier: GPL-3.0-or-later
"""Failure: a task that is tried again with growing waits, and what depends on it."""
from datetime import datetime, timedelta

from airflow.providers.common.compat.sdk import DAG, Param, task
from airflow.providers.standard.operators.empty import EmptyOperator

with DAG("shop_payment_reconcile", schedule=None, start_date=datetime(2026, 1, 1), catchup=False,
         tags=["shop", "finance"], default_args={"owner": "finance"},
         params={"good_try": Param(0, type="integer", minimum=0, maximum=4,
                                   description="the try that succeeds; 0 for none"),
                 "wait": Param(2, type="integer", minimum=1)}):
    fetch = EmptyOperator(task_id="fetch")

    @task(retries=3, retry_delay=timedelta(seconds=2), retry_exponential_backoff=True,
          max_retry_delay=timedelta(seconds=20))
    def reconcile(params=None, ti=None):
        print(f"try {ti.try_number}: asking the bank")
        if ti.try_number != params["good_try"]:
            raise ConnectionError("the bank does not answer (HTTP 503)")

    book = EmptyOperator(task_id="book")
    alert = EmptyOperator(task_id="alert", trigger_rule="one_failed")
    step = reconcile()
    fetch >> step >> [book, alert]
