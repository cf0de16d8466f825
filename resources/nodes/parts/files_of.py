# SPDX-License-Identifier: GPL-3.0-or-later
# needs airflow.sdk:get_current_context
def files_of(tasks):
    """The files that the tasks before have told."""
    found = get_current_context()["ti"].xcom_pull(task_ids=tasks)
    return [path for paths in found or [] for path in paths or []]
