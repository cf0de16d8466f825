# SPDX-License-Identifier: GPL-3.0-or-later
# needs json
# needs part http_request
# needs part rendered
def send_webhook(conn_id, body, request_timeout, endpoint=None):
    """Sends a JSON message; the connection may hold the whole address as its password."""
    place, session = http_session(conn_id)
    url = place + ("/" + rendered(endpoint).lstrip("/") if endpoint else "")
    http_request(session, "POST", url, request_timeout, json=json.loads(rendered(body)))
