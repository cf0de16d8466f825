# SPDX-License-Identifier: GPL-3.0-or-later
"""profile.yaml: the sandbox as the app opens it."""
import json
import os

from .folder import write_private


def _scalar(value):
    """A JSON string is a valid YAML one; numbers and booleans are the same in both."""
    return json.dumps(value, ensure_ascii=False)


def _flow(values):
    return "{" + ", ".join(f"{key}: {_scalar(value)}" for key, value in values.items()) + "}"


def timezone():
    try:
        target = os.path.realpath("/etc/localtime")
        zone = target.partition("/zoneinfo/")[2]
    except OSError:
        zone = ""
    return zone if zone and not zone.startswith("Etc/") else "UTC"


def write(folder, services):
    lines = ["version: 1", "name: sandbox", "environment: sandbox", 'writes: "on"',
             f"timezone: {_scalar(timezone())}", "services:"]
    for service in services:
        lead = "  - "
        for key in ("id", "module", "tool", "title", "address", "namespace", "user"):
            if service[key]:
                lines.append(f"{lead}{key}: {_scalar(service[key])}")
                lead = "    "
        lines += ["    secret: sandbox", "    tls: {mode: off}",
                  f"    options: {_flow(service.get('options', {}))}"]
    write_private(folder.profile, "\n".join(lines) + "\n")
