# SPDX-License-Identifier: GPL-3.0-or-later
# needs json
# needs os
# needs airflow.sdk:Variable
# needs part kept
# needs part http_request
# needs part rendered
def fetch_pages(
    conn_id,
    endpoint,
    path,
    variable,
    method="GET",
    parameters=None,
    headers=None,
    body=None,
    records=None,
    auth="connection",
    auth_header=None,
    paging="none",
    page_parameter=None,
    page_size_parameter=None,
    page_size=100,
    cursor_at=None,
    max_pages=1000,
    rate_limit=None,
    request_timeout=None,
    watermark_parameter=None,
    watermark_field=None,
    watermark_start=None,
):
    """Fetches records page by page into a file of JSON lines, which appears when it is whole."""
    place, session = http_session(conn_id, auth, auth_header, headers)
    url = place + "/" + rendered(endpoint).lstrip("/")
    query = {name: rendered(value) for name, value in (parameters or {}).items()}
    newest = kept(variable, watermark_start) if watermark_field else None
    if watermark_parameter and newest is not None:
        query[watermark_parameter] = newest
    if page_size_parameter:
        query[page_size_parameter] = page_size
    path, count = rendered(path), 0
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path + ".part", "w", encoding="utf-8") as file:
        for page in range(max_pages + 1):
            if page == max_pages:
                raise RuntimeError(f"there are more than {max_pages} pages")
            if paging == "page":
                query[page_parameter] = page + 1
            elif paging == "offset":
                query[page_parameter] = count
            more = {"params": query}
            if body:
                more["json"] = json.loads(rendered(body))
            answer = http_request(session, method, url, request_timeout, rate_limit, **more)
            found = picked(answer.json(), records)
            found = found if isinstance(found, list) else [found]
            for record in found:
                file.write(json.dumps(record) + "\n")
                value = record.get(watermark_field) if watermark_field else None
                if value is not None and (newest is None or str(value) > str(newest)):
                    newest = value
            count += len(found)
            if paging == "cursor":
                query[page_parameter] = picked(answer.json(), cursor_at)
                if not query[page_parameter]:
                    break
            elif paging == "link":
                url, query = answer.links.get("next", {}).get("url"), {}
                if not url:
                    break
            elif paging == "none" or len(found) < page_size:
                break
    os.replace(path + ".part", path)
    if watermark_field and newest is not None:
        Variable.set(variable, str(newest))
    print(f"{count} records into {path}")
    return [path]


def picked(value, where):
    """What stands at a.b.c."""
    for name in (where or "").split("."):
        if name and value is not None:
            value = value.get(name)
    return value
