// SPDX-License-Identifier: GPL-3.0-or-later
// Airflow's logs as lines: events in JSON (3) and text (2). Pure, fed in pieces of any size.
#pragma once

#include "workflow/airflow/logbuilder.h"

#include <functional>

namespace pilothouse::workflow
{

// One event of Airflow 3, a JSON object {"timestamp", "event", "level", …} or a plain string, as a
// row; an exception's frames follow as continued rows. False: it is not JSON (the bytes are then a
// row of their own, so that nothing is lost).
class LogEvents final
{
public:
    bool add(QByteArrayView json, LogBuilder& out);

private:
    void addTrace(QByteArrayView detail, LogBuilder& out, qint64 time, QByteArrayView source);

    // Kept between events: most need no new memory.
    QByteArray m_event;
    QByteArray m_scratch;
    QByteArray m_source;
    QByteArray m_extra;
};

// A line of Airflow 2's text: "[time] {file.py:12} LEVEL - words". Lines without that head belong
// to the one above.
void addLogText(QByteArrayView line, LogBuilder& out);

// The elements of "content" in {"content": […], "continuation_token": …}, while the reply arrives.
class ContentSplitter final
{
public:
    // `onElement` gets the element's own JSON; false ends it.
    using OnElement = std::function<bool(QByteArrayView json)>;
    explicit ContentSplitter(OnElement onElement)
        : m_onElement(std::move(onElement))
    {
    }

    // False: no more is wanted.
    bool feed(QByteArrayView piece);
    // The reply without its content, once all has arrived: an object, or broken when it was cut.
    const QByteArray& rest() const { return m_rest; }

private:
    bool element(QByteArrayView last); // `last`: its end, in the present piece

    OnElement m_onElement;
    QByteArray m_rest;
    QByteArray m_element;
    QByteArray m_key; // the last string at depth 1
    int m_depth = 0;
    bool m_inContent = false;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_more = true;
};

// What Airflow 2 sends as "content": the text of a Python list of (host, text) pairs. The texts,
// one after the other; text that is no such list is handed on as it is.
QByteArray textOfPythonList(QByteArrayView content);

// The readable part of a continuation token: {"end_of_log": …, "log_pos": …}.
struct TokenInfo {
    bool readable = false;
    bool end = false;
};
TokenInfo tokenInfoOf(const QByteArray& token);

LogLevel levelOf(QByteArrayView word); // any case

} // namespace pilothouse::workflow
