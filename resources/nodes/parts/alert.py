# SPDX-License-Identifier: GPL-3.0-or-later
# needs requests
# needs airflow.sdk:BaseHook
def alert(conn_id):
    """What is called when a task fails, is tried again or succeeds: sends a message of it."""

    def send(context):
        ti = context["ti"]
        to = BaseHook.get_connection(conn_id)
        place = to.host if "://" in (to.host or "") else f"{to.schema or 'https'}://{to.host}"
        text = f"{ti.dag_id}.{ti.task_id} is {ti.state} (run {ti.run_id}, try {ti.try_number})"
        headers = {"Authorization": f"Bearer {to.password}"} if to.password else {}
        url = place + (f":{to.port}" if to.port else "") + to.extra_dejson.get("path", "")
        requests.post(url, json={"text": text}, headers=headers, timeout=10).raise_for_status()

    return send
