# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom: arrows only point down, client libraries live in adapters."""
import re

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')
ACROSS = ("overview", "pipelines", "lineage", "dashboards")
# Parts of a module that speak to no service: its panel may know them.
PARTS = {"pipelines": ("catalogue", "check", "deploy", "diff", "files", "generate", "session")}
LIBRARIES = {
    r"(libpq-fe\.h|libpq/|postgres_ext\.h|pqxx/|pqxx$)": ("modules/database/postgres",),
    r"hiredis/": ("modules/queue/redis",),
    r"(librdkafka/|rdkafka)": ("modules/streams/kafka",),
    r"curl/": ("modules/core/http",),
    r"openssl/": ("modules/core/tunnel", "modules/core/http"),
    r"sqlite3\.h": ("modules/core/history",),
    r"yaml-cpp/": ("modules/core/yaml",),
    r"pcre2\.h": ("ui/logview", "modules/streams/kafka"),
    r"(zstd|lz4frame|snappy-c)\.h": ("modules/streams/decode",),
    r"google/protobuf/.*": ("modules/streams/decode",),
    r"qt6?keychain/": ("app/profiles",),
    r"qcustomplot\.h": ("ui/plot",),
    r"Qsci/": ("ui/editor", "modules/database/panel"),
}
WIDGETS = re.compile(r"^(QtWidgets|QtWidgets/.*|Q(Widget|Application|MainWindow|Dialog|MessageBox|"
                     r"Label|Layout|VBoxLayout|HBoxLayout|TableView|TreeView|Menu|ToolButton))$")


def check(source, report):
    for number, line in enumerate(source.strings, 1):
        match = INCLUDE.match(line)
        if match:
            _library(source, number, match.group(2), report)
            _widgets(source, number, match.group(2), report)
            if match.group(1) == '"':
                _floor(source, number, match.group(2), report)


def _library(source, number, name, report):
    if source.in_tests:
        return
    for pattern, homes in LIBRARIES.items():
        if re.match(pattern, name) and not source.below(*homes):
            report(source, number, "library", f"{name} belongs to {', '.join(homes)} alone")


def _widgets(source, number, name, report):
    if re.match(r"^Qt(Widgets|Core|Gui|Network)(/\1)?$", name):
        report(source, number, "include", f"<{name}> is a whole module; name the class")
    if source.role in ("core", "api", "adapter") and WIDGETS.match(name):
        report(source, number, "floor", f"{name}: no widgets in {source.role}")


def _floor(source, number, name, report):
    parts = name.split("/")
    if source.in_tests or len(parts) == 1:
        return
    role, floor = source.role, parts[0]
    if role == "app":
        return
    if floor in ("app", "tests"):
        return report(source, number, "floor", f"{role} may not know {name}")
    if floor == "ui":
        if role not in ("ui", "panel"):
            report(source, number, "floor", f"{role} may not know {name}")
    elif floor != "core":
        _module(source, number, name, parts, report)


def _module(source, number, name, parts, report):
    if source.role in ("ui", "core"):
        report(source, number, "floor", f"{source.role} knows no module: {name}")
        return
    module, folder = source.parts[1], source.parts[2] if len(source.parts) > 3 else ""
    part = parts[1] if len(parts) > 2 else ""
    if parts[0] != module:
        if not (module in ACROSS and part == "api"):
            report(source, number, "floor", f"{module} may not know {name}")
    elif source.role == "panel" and part in PARTS.get(module, ()):
        return
    elif part not in ("api", folder) and not (source.role == "adapter" and part not in ("panel",)):
        report(source, number, "floor", f"{source.role} of {module} may not know {name}")
