// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/logdecode.h"

#include "workflow/airflow/airtime.h"
#include "workflow/airflow/jsonpull.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

using View = QByteArrayView;

// What every event says of the task it belongs to; not repeated in its line.
bool isContext(View key)
{
    static constexpr std::array<const char*, 10> kKnown{"task_id", "dag_id", "run_id", "ti_id",
        "map_index", "try_number", "exc_info", "stack_info", "ti", "chan"};
    for (const char* known : kKnown)
        if (key == View(known))
            return true;
    return false;
}

void appendFrame(QByteArray& out, const QJsonObject& frame)
{
    out += "\n  File \"" + frame.value("filename"_L1).toString().toUtf8() + "\", line "
        + QByteArray::number(frame.value("lineno"_L1).toInt()) + ", in "
        + frame.value("name"_L1).toString().toUtf8();
    if (const QString code = frame.value("line"_L1).toString(); !code.isEmpty())
        out += "\n    " + code.toUtf8();
}

} // namespace

LogLevel levelOf(View word)
{
    if (word.isEmpty())
        return LogLevel::None;
    switch (word[0] | 0x20) {
    case 'd':
        return LogLevel::Debug;
    case 'i':
        return LogLevel::Info;
    case 'w':
        return LogLevel::Warning;
    case 'e':
        return LogLevel::Error;
    case 'c':
    case 'f':
        return LogLevel::Critical;
    default:
        return LogLevel::None;
    }
}

bool LogEvents::add(View json, LogBuilder& out)
{
    JsonPull pull(json);
    if (pull.peek() == '"') {
        addLogText(pull.string(m_scratch), out);
        return pull.ok();
    }
    if (!pull.enter('{')) {
        out.add(json, 0, LogLevel::None, {});
        return false;
    }
    qint64 time = 0, line = -1;
    LogLevel level = LogLevel::None;
    View file, logger, detail, exception;
    m_event.clear();
    m_extra.clear();
    while (pull.next()) {
        const View key = pull.key();
        if (key == View("timestamp")) {
            time = microsOf(pull.string(m_scratch));
        } else if (key == View("event")) {
            m_event = pull.peek() == '"' ? pull.string(m_scratch).toByteArray()
                                         : pull.raw().toByteArray();
        } else if (key == View("level")) {
            level = levelOf(pull.string(m_scratch));
        } else if (key == View("filename")) {
            file = pull.raw();
        } else if (key == View("logger")) {
            logger = pull.raw();
        } else if (key == View("lineno")) {
            line = pull.integer(-1);
        } else if (key == View("error_detail")) {
            detail = pull.raw();
        } else if (key == View("exception")) {
            exception = pull.raw();
        } else if (isContext(key)) {
            pull.skip();
        } else {
            m_extra += ' ';
            m_extra += key;
            m_extra += '=';
            m_extra += pull.raw();
        }
    }
    if (!pull.ok()) {
        out.add(json, 0, LogLevel::None, {});
        return false;
    }
    const auto inner = [](View quoted) {
        return quoted.size() > 1 && quoted[0] == '"' ? quoted.sliced(1, quoted.size() - 2) : View();
    };
    m_source.clear();
    if (!inner(file).isEmpty()) {
        m_source += inner(file);
        if (line >= 0)
            m_source += ':' + QByteArray::number(line);
    } else {
        m_source += inner(logger);
    }
    m_event += m_extra;
    out.add(m_event, time, level, m_source);
    if (!exception.isEmpty() && exception[0] == '"') {
        JsonPull text(exception);
        out.add(text.string(m_scratch), time, level, m_source, true);
    }
    if (!detail.isEmpty() && detail[0] == '[')
        addTrace(detail, out, time, m_source);
    return true;
}

// As Python itself prints it: the first cause first.
void LogEvents::addTrace(View detail, LogBuilder& out, qint64 time, View source)
{
    const QJsonArray stacks = QJsonDocument::fromJson(detail.toByteArray()).array();
    QByteArray text;
    for (qsizetype i = stacks.size() - 1; i >= 0; --i) {
        const QJsonObject stack = stacks[i].toObject();
        if (!text.isEmpty())
            text += '\n';
        text += "Traceback (most recent call last):";
        for (const QJsonValue& frame : stack.value("frames"_L1).toArray())
            appendFrame(text, frame.toObject());
        text += '\n' + stack.value("exc_type"_L1).toString().toUtf8();
        if (const QString value = stack.value("exc_value"_L1).toString(); !value.isEmpty())
            text += ": " + value.toUtf8();
        for (const QJsonValue& note : stack.value("exc_notes"_L1).toArray())
            text += '\n' + note.toString().toUtf8();
        if (i > 0)
            text += stack.value("is_cause"_L1).toBool()
                ? "\n\nThe above exception was the direct cause of the following exception:\n"
                : "\n\nDuring handling of the above exception, another exception occurred:\n";
    }
    if (!text.isEmpty())
        out.add(text, time, out.lastLevel(), source, true);
}

void addLogText(View line, LogBuilder& out)
{
    // "[2026-11-21T10:17:05.303+0000] {taskinstance.py:2632} INFO - words"
    constexpr qsizetype kLongestTime = 40;
    if (line.startsWith('[')) {
        const qsizetype close = line.first(std::min(line.size(), kLongestTime)).indexOf(']');
        const qint64 time = close > 10 ? microsOf(line.sliced(1, close - 1)) : 0;
        if (time != 0) {
            View rest = line.sliced(close + 1);
            View source;
            if (rest.startsWith(View(" {"))) {
                const qsizetype end = rest.indexOf('}');
                if (end > 0) {
                    source = rest.sliced(2, end - 2);
                    rest = rest.sliced(end + 1);
                }
            }
            LogLevel level = LogLevel::None;
            const qsizetype dash = rest.first(std::min<qsizetype>(rest.size(), 16)).indexOf('-');
            if (dash > 1 && rest[0] == ' ' && rest[dash - 1] == ' ') {
                level = levelOf(rest.sliced(1, dash - 2));
                rest = rest.sliced(std::min(dash + 2, rest.size()));
            } else if (rest.startsWith(' ')) {
                rest = rest.sliced(1);
            }
            out.add(rest, time, level, source);
            return;
        }
    }
    if (line.startsWith(View(" INFO - ::"))) { // group marks that have lost their time
        out.add(line.sliced(8), 0, LogLevel::Info, {});
        return;
    }
    if (line.startsWith(View("***")) || out.lastTime() == 0)
        out.add(line, 0, LogLevel::None, {});
    else
        out.add(line, out.lastTime(), out.lastLevel(), {}, true);
}

TokenInfo tokenInfoOf(const QByteArray& token)
{
    const QByteArray head = token.left(token.indexOf('.') < 0 ? token.size() : token.indexOf('.'));
    const QJsonObject json = QJsonDocument::fromJson(
        QByteArray::fromBase64(
            head, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals))
                                 .object();
    if (!json.contains("end_of_log"_L1))
        return {};
    return {true, json.value("end_of_log"_L1).toBool()};
}

} // namespace pilothouse::workflow
