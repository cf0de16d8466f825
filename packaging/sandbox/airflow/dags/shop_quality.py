# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks on the shop's own database, through the connection `shop_db`."""
from datetime import datetime

from airflow.providers.common.compat.sdk import DAG
from airflow.providers.common.sql.operators.sql import (
    SQLColumnCheckOperator, SQLExecuteQueryOperator)

with DAG("shop_quality_checks", schedule=None, start_date=datetime(2026, 1, 1), catchup=False,
         tags=["shop", "quality"], default_args={"owner": "analytics", "conn_id": "shop_db"}):
    SQLExecuteQueryOperator(
        task_id="count_orders", sql="SELECT count(*) FROM gold.fct_orders",
    ) >> SQLColumnCheckOperator(
        task_id="customers_have_countries", table="silver.customers",
        column_mapping={"country": {"null_check": {"equal_to": 0}}})
