# SPDX-License-Identifier: GPL-3.0-or-later
# The name that connections of a try have in pg_stat_activity.
APPLICATION = (
    "-c application_name=airflow:{{ ti.dag_id }}.{{ ti.task_id }}"
    ".{{ ti.run_id | replace(' ', '_') }}.{{ ti.try_number }}"
)
