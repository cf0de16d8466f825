# SPDX-License-Identifier: GPL-3.0-or-later
"""What waits: a slow task, sensors in both modes, and an operator that defers to the triggerer."""
import time
from datetime import datetime, timedelta

from airflow.providers.common.compat.sdk import DAG, BaseOperator, Param, task
from airflow.providers.standard.sensors.python import PythonSensor
from airflow.providers.standard.triggers.temporal import TimeDeltaTrigger

START = {"start_date": datetime(2026, 1, 1), "catchup": False}


def seconds(default):
    return {"seconds": Param(default, type="integer", minimum=0, maximum=3600)}


def waited(params, dag_run, **_):
    age = datetime.now(dag_run.start_date.tzinfo) - dag_run.start_date
    return age > timedelta(seconds=params["seconds"])


class CourierOperator(BaseOperator):
    """Gives its worker back while the courier is on the road."""

    def execute(self, context):
        delay = timedelta(seconds=context["params"]["seconds"])
        self.defer(trigger=TimeDeltaTrigger(delay), method_name="arrived")

    def arrived(self, context, event=None):
        print("the courier is here")


with DAG("shop_nightly_backup", schedule=None, tags=["shop", "slow"], params=seconds(60),
         default_args={"owner": "platform"}, **START):
    @task
    def dump(params=None):
        for second in range(params["seconds"]):
            print(f"table {second} of {params['seconds']}", flush=True)
            time.sleep(1)

    @task
    def verify():
        print("the dump can be read")

    dump() >> verify()

with DAG("shop_warehouse_arrivals", schedule=None, tags=["shop", "sensor"], params=seconds(15),
         default_args={"owner": "logistics"}, **START):
    @task
    def unload():
        print("unloaded")

    stop = {"python_callable": waited, "timeout": 600}
    [PythonSensor(task_id="truck_at_gate", mode="poke", poke_interval=1, **stop),
     PythonSensor(task_id="customs_papers", mode="reschedule", poke_interval=5, **stop)] >> unload()

with DAG("shop_courier_pickup", schedule=None, tags=["shop", "deferred"], params=seconds(15),
         default_args={"owner": "logistics"}, **START):
    @task
    def label():
        print("label printed")

    @task
    def confirm():
        print("handed over")

    label() >> CourierOperator(task_id="courier") >> confirm()
