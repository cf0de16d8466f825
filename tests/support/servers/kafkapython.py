# SPDX-License-Identifier: GPL-3.0-or-later
"""Restarts a script of this folder on the Python that has Kafka's client library."""
import importlib.util
import os
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.realpath(__file__)), "../../.."))
BASE = os.path.join(ROOT, "packaging", "sandbox")
sys.path.insert(0, BASE)
from driver import environment, recipes  # noqa: E402


def library():
    if importlib.util.find_spec("confluent_kafka"):
        return
    python = os.path.join(environment.path(recipes.load(BASE, "kafka")), "bin", "python")
    if not os.path.exists(python):
        sys.exit(f"{os.path.basename(sys.argv[0])}: not installed: "
                 "packaging/sandbox/sandbox install kafka")
    os.execv(python, [python, "-B", *sys.argv])
