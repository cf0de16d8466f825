// SPDX-License-Identifier: GPL-3.0-or-later
// MessageMatcher: does a message fit, by its raw bytes, before anything of it is decoded or copied.
#pragma once

#include "streams/kafka/wirerecords.h"

#include <QByteArrayList>

#include <memory>

namespace pilothouse::streams
{

// One thread.
class MessageMatcher final
{
public:
    // Refused (code "guard") for a pattern that is not one; the detail says where.
    // `decode` gives the value of a message as JSON where its bytes are none; asked for fields of
    // what is not JSON as it stands.
    using Decode = std::function<std::optional<QByteArray>(const RawRecord&)>;
    static Result<std::unique_ptr<MessageMatcher>> make(
        const MessagePattern& pattern, Decode decode = {});
    ~MessageMatcher();
    MessageMatcher(const MessageMatcher&) = delete;
    MessageMatcher& operator=(const MessageMatcher&) = delete;

    bool matches(const RawRecord& record) const;

private:
    struct Regex;
    explicit MessageMatcher(const MessagePattern& pattern);
    bool fits(QByteArrayView bytes) const;
    bool fieldFits(QByteArrayView json) const;
    bool isOneOf(const RawRecord& record) const;

    const MessagePattern m_pattern;
    const QByteArray m_bytes; // of the pattern, or of what a field is compared with
    QByteArrayList m_values; // of OneOf
    std::unique_ptr<Regex> m_regex;
    QStringList m_path; // of a field: names, and "[0]"
    Decode m_decode;
};

} // namespace pilothouse::streams
