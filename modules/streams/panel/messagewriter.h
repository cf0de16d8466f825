// SPDX-License-Identifier: GPL-3.0-or-later
// MessageWriter: messages as a file. Pure, streaming; bytes that are no text are written as base64,
// so that nothing is lost.
#pragma once

#include "streams/api/messages.h"

#include <QStringList>

namespace pilothouse::streams
{

enum class MessageFormat {
    JsonLines, // one object a line: topic, partition, offset, time, key, value, headers
    Csv, // RFC 4180
    Raw, // values alone, exactly as stored, each with a line feed after it
};

QString formatFilter(MessageFormat format); // "CSV (*.csv)" for file dialogs
QString formatSuffix(MessageFormat format);

class MessageWriter final
{
public:
    explicit MessageWriter(MessageFormat format)
        : m_format(format)
    {
    }
    void begin(QByteArray& out) const;
    // `whole` false: only the first part of it could be had, which is said where there is room.
    void write(QByteArray& out, const Message& message, bool whole = true) const;

private:
    const MessageFormat m_format;
};

// One message alone as indented JSON, for the clipboard.
QByteArray messageJson(const Message& message);

} // namespace pilothouse::streams
