// SPDX-License-Identifier: GPL-3.0-or-later
// MessageWriter: messages as a file, decoded or as their bytes. Pure, streaming; bytes that are no
// text are written as base64, so that nothing is lost.
#pragma once

#include "streams/api/decoding.h"

#include <QStringList>

namespace pilothouse::streams
{

enum class MessageFormat {
    JsonLines, // one object a line: topic, partition, offset, time, key, value, headers
    Csv, // RFC 4180
    Raw, // values alone, exactly as stored, each with a line feed after it
};

// How key and value are written; a Raw file has the bytes.
enum class MessageValues {
    Decoded, // as lists show them: JSON in JSON lines; what nobody could decode as its bytes
    Bytes, // exactly as stored, in base64
};

QString formatFilter(MessageFormat format); // "CSV (*.csv)" for file dialogs
QString formatSuffix(MessageFormat format);

class MessageWriter final
{
public:
    explicit MessageWriter(MessageFormat format, MessageValues values = MessageValues::Decoded)
        : m_format(format)
        , m_values(values)
    {
    }
    bool wantsDecoded() const
    {
        return m_format != MessageFormat::Raw && m_values == MessageValues::Decoded;
    }
    // Whether something can be read of the value; what is not there or empty needs no decoder.
    static bool isDecoded(const Message& message, const DecodedMessage* decoded);
    void begin(QByteArray& out) const;
    // `whole` false: only the first part of it could be had, which is said where there is room.
    void write(QByteArray& out, const Message& message, bool whole = true,
        const DecodedMessage* decoded = nullptr) const;

private:
    QByteArray jsonLine(const Message& message, bool whole, const DecodedMessage* decoded) const;
    QByteArray field(const QByteArray& bytes, const DecodedBytes* decoded) const; // of CSV

    const MessageFormat m_format;
    const MessageValues m_values;
};

// One message alone as indented JSON, for the clipboard.
QByteArray messageJson(const Message& message);

} // namespace pilothouse::streams
