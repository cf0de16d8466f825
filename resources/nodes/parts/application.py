# SPDX-License-Identifier: GPL-3.0-or-later
# needs airflow.sdk:get_current_context
def application():
    """The name that connections of this try have in pg_stat_activity."""
    ti = get_current_context()["ti"]
    return f"airflow:{ti.dag_id}.{ti.task_id}.{ti.run_id}.{ti.try_number}".replace(" ", "_")
