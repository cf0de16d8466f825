# SPDX-License-Identifier: GPL-3.0-or-later
"""Branching: a return goes one of three ways, the others are skipped."""
from datetime import datetime

from airflow.providers.common.compat.sdk import DAG, Label, Param, task
from airflow.providers.standard.operators.empty import EmptyOperator

WAYS = ("refund", "exchange", "inspect")

with DAG("shop_returns_triage", schedule=None, start_date=datetime(2026, 1, 1), catchup=False,
         tags=["shop", "branching"], default_args={"owner": "support"},
         params={"way": Param("refund", type="string", enum=list(WAYS))}):
    @task.branch
    def choose(params=None) -> str:
        return params["way"]

    @task.short_circuit(trigger_rule="none_failed_min_one_success")
    def worth_a_letter(params=None) -> bool:
        return params["way"] != "inspect"

    letter = EmptyOperator(task_id="letter")
    close = EmptyOperator(task_id="close", trigger_rule="none_failed_min_one_success")
    way, worth = choose(), worth_a_letter()
    for name in WAYS:
        step = EmptyOperator(task_id=name)
        way >> Label(name) >> step >> worth
    worth >> letter >> close
