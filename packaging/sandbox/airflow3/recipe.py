# SPDX-License-Identifier: GPL-3.0-or-later
"""Airflow 3: `shop-airflow`, the shop's pipelines. What both versions share is in ../airflow."""
from airflow.server import Airflow

SERVER = Airflow("airflow3", "shop-airflow", "Airflow 3", 3)

TITLE = SERVER.title
MODULE = "workflow"
TOOL = "airflow"
ORDER = 30
READY_SECONDS = 300
DATA_VERSION = 3
ON_DEMAND = True
NEEDS = ("postgres",)

missing = SERVER.missing
ports = SERVER.ports
prepare = SERVER.prepare
programs = SERVER.programs
before_start = SERVER.before_start
probe = SERVER.probe
fill = SERVER.fill
services = SERVER.services
