# SPDX-License-Identifier: GPL-3.0-or-later
# needs requests
# needs time
# needs airflow.sdk:BaseHook
def http_session(conn_id, auth="connection", auth_header=None, headers=None):
    """Address and session of an HTTP connection, signed in as it says."""
    to = BaseHook.get_connection(conn_id)
    session = requests.Session()
    session.headers.update(headers or {})
    if auth == "bearer":
        session.headers["Authorization"] = f"Bearer {to.password}"
    elif auth == "header":
        session.headers[auth_header] = to.password
    elif auth == "connection" and to.login:
        session.auth = (to.login, to.password)
    place = to.host if "://" in (to.host or "") else f"{to.schema or 'https'}://{to.host}"
    return place.rstrip("/") + (f":{to.port}" if to.port else ""), session


def http_request(session, method, url, timeout, rate_limit=None, tries=5, **more):
    """One answer. Waits as the server says, tries again when it is away or asks for it."""
    for number in range(1, tries + 1):
        if rate_limit:
            time.sleep(1 / rate_limit)
        try:
            answer = session.request(method, url, timeout=timeout.total_seconds(), **more)
        except requests.ConnectionError:
            if number == tries:
                raise
            time.sleep(2**number)
            continue
        if answer.status_code not in (429, 502, 503, 504) or number == tries:
            answer.raise_for_status()
            return answer
        told = answer.headers.get("Retry-After", "")
        time.sleep(min(int(told), 600) if told.isdigit() else 2**number)
