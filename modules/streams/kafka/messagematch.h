// SPDX-License-Identifier: GPL-3.0-or-later
// MessageMatcher: does a message fit, by its raw bytes, before anything of it is decoded or copied.
#pragma once

#include "streams/kafka/wirerecords.h"

#include <memory>

namespace pilothouse::streams
{

// One thread.
class MessageMatcher final
{
public:
    // Refused (code "guard") for a pattern that is not one; the detail says where.
    static Result<std::unique_ptr<MessageMatcher>> make(const MessagePattern& pattern);
    ~MessageMatcher();
    MessageMatcher(const MessageMatcher&) = delete;
    MessageMatcher& operator=(const MessageMatcher&) = delete;

    bool matches(const RawRecord& record) const;

private:
    struct Regex;
    explicit MessageMatcher(const MessagePattern& pattern);
    bool fits(QByteArrayView bytes) const;
    bool fieldFits(QByteArrayView json) const;

    const MessagePattern m_pattern;
    const QByteArray m_bytes; // of the pattern, or of what a field is compared with
    std::unique_ptr<Regex> m_regex;
    QStringList m_path; // of a field: names, and "[0]"
};

} // namespace pilothouse::streams
