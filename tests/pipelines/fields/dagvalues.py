# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs in an Airflow's own Python environment: loads a DAG file and prints, as JSON, what its DAGs and
operators hold. Arguments: FILE, names of a DAG's attributes, names of a task's, with commas."""
import datetime
import enum
import json
import re
import runpy
import sys


def plain(value):
    if isinstance(value, datetime.timedelta):
        return value.total_seconds()
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.timezone.utc).isoformat()
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, (list, tuple, set)):
        return [plain(one) for one in value]
    strategy = re.fullmatch(r"_(\w+)PriorityWeightStrategy", type(value).__name__)
    if strategy:  # Airflow 2 keeps the rule as an object
        return strategy[1].lower()
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return str(value)


def main():
    file, dag_names, task_names = sys.argv[1], sys.argv[2].split(","), sys.argv[3].split(",")
    held = runpy.run_path(file)
    # A `with` statement without a name leaves the DAG on its tasks alone.
    tasks = [getattr(value, "operator", value) for value in held.values()]
    dags = {task.dag.dag_id: task.dag for task in tasks
            if isinstance(getattr(task, "task_id", None), str) and getattr(task, "dag", None)}
    print("VALUES " + json.dumps({name: {
        "dag": {one: plain(getattr(dag, one, None)) for one in dag_names},
        "params": dict(dag.params.dump()) if hasattr(dag.params, "dump") else {},
        "tasks": {task.task_id: {one: plain(getattr(task, one, None)) for one in task_names} | {
            "callbacks": sorted(one for one in ("failure", "retry", "success")
                                if getattr(task, f"on_{one}_callback", None))}
            for task in dag.tasks}} for name, dag in dags.items()}))


main()
