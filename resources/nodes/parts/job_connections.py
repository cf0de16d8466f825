# SPDX-License-Identifier: GPL-3.0-or-later
# needs airflow.sdk:BaseHook
def job_connections(types):
    """Connections as a streaming job reads them, by id."""
    found = {}
    for conn_id, kind in types.items():
        to = BaseHook.get_connection(conn_id)
        place = {"user": to.login, "password": to.password}
        if kind == "kafka":
            place = to.extra_dejson
        elif kind == "spark":
            place = {"master": f"{to.host}:{to.port}" if to.port else to.host}
        elif kind == "registry":
            place["url"] = to.host if "://" in (to.host or "") else f"http://{to.host}"
            place["url"] += f":{to.port}" if to.port else ""
        else:
            place |= {"host": to.host, "port": to.port, "database": to.schema}
            extra = to.extra_dejson
            place |= {name: extra[name] for name in ("sslmode", "sslrootcert") if name in extra}
        found[conn_id] = {**place, "type": kind}
    return found
