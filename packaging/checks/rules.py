# SPDX-License-Identifier: GPL-3.0-or-later
"""Constructs that have no place here, sizes and the look of a file."""
import re

LIMITS = {".h": 200, ".cpp": 500}


def _windowed(source):
    """Code that runs beside the window; a command of app/cli has none and may wait."""
    return source.role in ("app", "ui", "panel") and not source.below("app/cli")


def _own(source):
    return not source.in_tests


def _not_core(source):
    return not source.in_tests and source.role != "core"


def _not_theme(source):
    return not source.in_tests and not source.below("ui/theme")


def _all(source):
    return True


# name, where, pattern, what to do instead
BANNED = (
    ("gui-wait", _windowed,
     r"\bwaitFor[A-Z]\w*\s*\(|\bQEventLoop\b|\bprocessEvents\s*\(|\b[mu]?sleep\s*\(|\bsleep_for\b"
     r"|\bBlockingQueuedConnection\b|\.result\s*\(\s*\)", "the GUI thread waits for nothing"),
    ("async", _not_core,
     r"\bco_(await|return|yield)\b|\bQtConcurrent\b|\bQFuture|\bQThread::create\b|\bstd::j?thread\b"
     r"|\bstd::async\b|\bQThreadPool\b|\bQPromise\b", "one way to be asynchronous: core's Call"),
    ("connect", _all, r"\b(SIGNAL|SLOT)\s*\(", "connect by function pointer"),
    ("handle", lambda source: _own(source) and "handle" not in source.parts[-1],
     # The call operator of a deleter is the one place.
     r"^(?!.*\boperator\(\)).*\b(redisFree|freeReplyObject|PQfinish|PQclear|PQfreeCancel|PQfreemem|curl_easy_cleanup"
     r"|curl_slist_free_all|sqlite3_close(_v2)?|sqlite3_finalize|SSL_CTX_free|SSL_free"
     r"|rd_kafka_\w*destroy)\b", "freed only in the library's …handles file"),
    ("box", _own, r"\bQMessageBox\s*::\s*(critical|warning|information|about)\b",
     "errors show in the panel"),
    ("singleton", _own, r"\bQ_GLOBAL_STATIC\b|\bstatic\s+\w+\s*[&*]\s*(instance|self)\s*\(",
     "the app builds everything and passes it in"),
    # A child that goes early is deleted where it must; a member that needs it has the wrong type.
    ("delete", _own, r"\bdelete\s*(\[\]\s*)?m_\w", "a parent or a unique_ptr owns members"),
    ("colour", _not_theme, r"\bQColor\s*[({]|\bQColor\s+\w+\s*[({]\s*[u\d\"]|\bqRgba?\s*\("
     r"|\bsetStyleSheet\s*\(|\bQt::(white|black|red|green|blue|yellow|cyan|magenta|gr[ae]y"
     r"|dark\w+)\b", "colours come from ui/theme"),
    ("string", _all, r"\bQStringLiteral\s*\(", 'u"…"_s or "…"_L1'),
    # A header cannot open the literals' namespace.
    ("string", lambda source: source.path.endswith(".cpp"),
     r"\bQLatin1String(View)?\s*\(\s*\"", 'u"…"_s or "…"_L1'),
    ("foreach", _own, r"(?<!Q_)(?<!define )(?<!undef )\bforeach\s*\(|\bQ_FOREACH\b", "a range for"),
    ("sleep", lambda source: source.in_tests and not source.below("tests/support"),
     r"\bqWait\s*\(\s*\d|\bqSleep\s*\(", "wait for a condition: QTRY_"),
    ("thread-api", _own, r"\bterminate\s*\(\s*\)\s*;.*QThread", "a lane ends by its flag"),
)
BANNED = tuple((name, where, re.compile(pattern), text) for name, where, pattern, text in BANNED)
# QMenu and QCoreApplication have the only loops of their own.
EXEC = re.compile(r"(\w+)\s*(\.|->)\s*exec\s*\(")
HEX = re.compile(r'"#(?:[0-9a-fA-F]{3}){1,2}(?:[0-9a-fA-F]{2})?"')
MODEL = re.compile(r"class\s+(\w+)\s+(?:final\s*)?:\s*public\s+QAbstract(?:Item|Table|List)Model\b")


def check(source, report):
    _look(source, report)
    for number, line in enumerate(source.code, 1):
        for name, where, pattern, text in BANNED:
            if where(source) and pattern.search(line):
                report(source, number, name, text)
        match = EXEC.search(line)
        if match and _windowed(source) and source.path != "app/main.cpp" \
                and not re.search("menu|drag|app|query", match.group(1), re.IGNORECASE):
            report(source, number, "gui-wait", "no nested event loop: open() and a signal")
    for number, line in enumerate(source.strings, 1):
        if _not_theme(source) and HEX.search(line):
            report(source, number, "colour", "colours come from ui/theme")


def _look(source, report):
    kind = "." + source.path.rpartition(".")[2]
    count = len(source.lines) - 1
    if count > LIMITS[kind]:
        report(source, count, "size", f"{count} lines, at most {LIMITS[kind]}")
    if "SPDX-License-Identifier: GPL-3.0-or-later" not in source.lines[0]:
        report(source, 1, "spdx", "the first line names the licence")
    if kind == ".h" and "#pragma once" not in source.text:
        report(source, 1, "pragma", "#pragma once")
    for number, line in enumerate(source.lines, 1):
        if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line):
            report(source, number, "todo", "finish it or leave it out")


def check_models(sources, report):
    """Every model of ours is named in a test that also names the model tester."""
    tests = [source.text for source in sources if source.in_tests]
    for source in sources:
        if source.in_tests or not source.path.endswith(".h"):
            continue
        for match in MODEL.finditer(source.text):
            if not any(match.group(1) in text and "QAbstractItemModelTester" in text
                       for text in tests):
                line = source.text.count("\n", 0, match.start()) + 1
                report(source, line, "model", f"no model tester test names {match.group(1)}")
