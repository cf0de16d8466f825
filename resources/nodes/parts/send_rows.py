# SPDX-License-Identifier: GPL-3.0-or-later
# needs itertools:islice
# needs json
# needs part http_request
# needs part query_rows
# needs part rendered
def send_rows(
    conn_id,
    endpoint,
    database,
    query,
    method="POST",
    headers=None,
    auth="connection",
    auth_header=None,
    records_per_request=100,
    rate_limit=None,
    request_timeout=None,
):
    """Sends the rows of a query to a REST endpoint, so many a request."""
    place, session = http_session(conn_id, auth, auth_header, headers)
    session.headers["Content-Type"] = "application/json"
    url, count = place + "/" + rendered(endpoint).lstrip("/"), 0
    rows = query_rows(database, query)
    while batch := list(islice(rows, records_per_request)):
        body = json.dumps(batch[0] if records_per_request == 1 else batch, default=str)
        http_request(session, method, url, request_timeout, rate_limit, data=body)
        count += len(batch)
    print(f"{count} records to {url}")
    return count
