# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON over HTTP on loopback, for the schema registry and Connect."""
import json
import urllib.error
import urllib.request


def call(method, address, body=None, seconds=60):
    """The answer's JSON. Status codes from 400 on raise HTTPError with the server's words."""
    data = None if body is None else json.dumps(body).encode()
    headers = {"Accept": "application/json", "Content-Type": "application/json"}
    request = urllib.request.Request(address, data, headers, method=method)
    # Loopback never goes through a proxy.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=seconds) as answer:
            text = answer.read()
    except urllib.error.HTTPError as error:
        words = error.read().decode(errors="replace")[:300]
        error.msg = f"{error.msg} ({method} {address}: {words})"
        raise
    return json.loads(text) if text else None
