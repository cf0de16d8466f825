# SPDX-License-Identifier: GPL-3.0-or-later
"""One task per state: a run of this DAG comes to rest with its tasks in as many states as Airflow
lets a task stay in. `scheduled` waits for a pool without slots, `none` for the one that runs.
`removed` is a task that is gone from the file: the list in shop_states.json names the extra ones."""
import json
import os
import time
from datetime import datetime, timedelta

from airflow.providers.common.compat.sdk import DAG, BaseOperator, Param, task
from airflow.providers.standard.operators.empty import EmptyOperator
from airflow.providers.standard.sensors.python import PythonSensor
from airflow.providers.standard.triggers.temporal import TimeDeltaTrigger

EXTRA = os.path.join(os.path.dirname(__file__), "shop_states.json")


def extra_tasks():
    try:
        with open(EXTRA, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        return []


class DeferringOperator(BaseOperator):
    def execute(self, context):
        delay = timedelta(seconds=context["params"]["seconds"])
        self.defer(trigger=TimeDeltaTrigger(delay), method_name="back")

    def back(self, context, event=None):
        print("back")


with DAG("shop_states", schedule=None, start_date=datetime(2026, 1, 1), catchup=False,
         tags=["shop", "states"], default_args={"owner": "platform"},
         params={"seconds": Param(1800, type="integer", minimum=0)}):
    @task
    def success():
        print("well")

    @task
    def failed():
        raise ValueError("on purpose")

    @task(retries=1, retry_delay=timedelta(hours=1))
    def up_for_retry():
        raise ValueError("again in an hour")

    @task
    def running(params=None):
        time.sleep(params["seconds"])

    @task.short_circuit
    def decide():
        return False

    PythonSensor(task_id="up_for_reschedule", python_callable=lambda: False, mode="reschedule",
                 poke_interval=1800, timeout=7200)
    DeferringOperator(task_id="deferred")
    success()
    failed() >> EmptyOperator(task_id="upstream_failed")
    up_for_retry()
    running() >> EmptyOperator(task_id="none")
    decide() >> EmptyOperator(task_id="skipped")

    @task(pool="shop_closed")
    def scheduled():
        print("never")

    scheduled()
    for name in extra_tasks():
        EmptyOperator(task_id=name)
