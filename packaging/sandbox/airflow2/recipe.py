# SPDX-License-Identifier: GPL-3.0-or-later
"""Airflow 2: `shop-airflow-2`, the shop's pipelines. What both versions share is in ../airflow."""
from airflow.server import Airflow

SERVER = Airflow("airflow2", "shop-airflow-2", "Airflow 2", 2)

TITLE = SERVER.title
MODULE = "workflow"
TOOL = "airflow"
ORDER = 40
READY_SECONDS = 300
DATA_VERSION = 3
ON_DEMAND = True
NEEDS = ("postgres",)
NEWEST_PYTHON = (3, 12)

missing = SERVER.missing
ports = SERVER.ports
prepare = SERVER.prepare
programs = SERVER.programs
before_start = SERVER.before_start
probe = SERVER.probe
fill = SERVER.fill
services = SERVER.services
