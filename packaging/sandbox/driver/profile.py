# SPDX-License-Identifier: GPL-3.0-or-later
"""profile.yaml: the sandbox as the app opens it."""
import json
import os
import re

from .folder import write_private

OURS = "http://127.0.0.1:"


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


def _entry(service):
    lines = []
    lead = "  - "
    for key in ("id", "module", "tool", "title", "address", "namespace", "user"):
        if service[key]:
            lines.append(f"{lead}{key}: {_scalar(service[key])}")
            lead = "    "
    options = {key: value for key, value in service.get("options", {}).items() if value != ""}
    return lines + [f"    secret: {service.get('secret', 'sandbox')}", "    tls: {mode: off}",
                    f"    options: {_flow(options)}"]


def _read(path):
    """What stands before the services, and the lines of each; nothing where it is not in the form
    that is written here and kept by the app."""
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
    except (OSError, UnicodeDecodeError):
        return [], []
    if "services:" not in lines or "version: 1" not in lines:
        return [], []
    start = lines.index("services:")
    entries = []
    for line in lines[start + 1:]:
        if line.startswith("  - "):
            entries.append([line])
        elif line.strip() and not line.startswith("   "):
            return [], []
        elif entries and line.strip():
            entries[-1].append(line)
    return lines[:start], entries


def _value(entry, key):
    for line in entry:
        found = re.match(rf"\s*(?:- )?{key}:\s*(.*?)\s*$", line)
        if found:
            return found.group(1).strip("\"'")
    return ""


def _merged(known, fresh, options):
    """The entry as it was changed, at today's addresses: its own and those among its options."""
    address = next(line for line in fresh if line.startswith("    address:"))
    if not any(line.startswith("    address:") for line in known):
        return fresh
    lines = [address if line.startswith("    address:") else line for line in known]
    for index, line in enumerate(lines):
        if line.startswith("    options: {"):
            for key, value in options.items():
                if value == "" or (isinstance(value, str) and value.startswith(OURS)):
                    line = _at(line, key, value)
            lines[index] = line
    return lines


def _at(line, key, value):
    """A flow map with such an address in it, or without where the server rests. One that the app
    points elsewhere stays."""
    found = re.search(rf'(, |{{)"?{key}"?: ("[^"]*"|[^,}}]*)', line)
    if not found:
        end = line.rindex("}")
        lead = "" if line[:end].endswith("{") else ", "
        return line[:end] + f"{lead}{key}: {_scalar(value)}" + line[end:] if value else line
    if not found.group(2).strip('"').startswith(OURS):
        return line
    if value:
        return line[:found.start(2)] + _scalar(value) + line[found.end(2):]
    rest = line[found.end():]
    return line[:found.start()] + (
        "{" + rest.removeprefix(", ") if found.group(1) == "{" else rest)


def write(folder, services, ours):
    """Ours are what runs, at its addresses; what was changed about them in the app stays, and so
    do services that were added there. `ours` are the ids of all that ever ran."""
    head, entries = _read(folder.profile)
    if not head and os.path.exists(folder.profile):
        os.replace(folder.profile, folder.profile + ".bak")  # somebody's, and not to be merged
    lines = head or ["version: 1", "name: sandbox", "environment: sandbox", 'writes: "on"',
                     f"timezone: {_scalar(timezone())}"]
    lines = lines + ["services:"]
    for service in services:
        fresh = _entry(service)
        known = next((entry for entry in entries if _value(entry, "id") == service["id"]), None)
        lines += _merged(known, fresh, service.get("options", {})) if known else fresh
    for entry in entries:
        # One of ours that rests is no service of the profile.
        if _value(entry, "id") not in ours and _value(entry, "secret") != "sandbox":
            lines += entry
    write_private(folder.profile, "\n".join(lines) + "\n")
