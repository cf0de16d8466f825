// SPDX-License-Identifier: GPL-3.0-or-later
// Quotes: follows program text sign by sign and knows whether it stands in a string or a comment.
// A placeholder there would not be a literal but a part of one, so templates refuse it.
#pragma once

#include "pipelines/template/literal.h"

namespace pilothouse::pipelines
{

class Quotes final
{
public:
    explicit Quotes(Language language)
        : m_language(language)
    {
    }

    void read(QStringView text);
    bool isInside() const { return m_until.size() > 0; }
    bool operator==(const Quotes& other) const { return m_until == other.m_until; }

private:
    QString opened(QStringView rest) const;

    Language m_language;
    QString m_until; // what ends the string or comment; empty: in neither
};

} // namespace pilothouse::pipelines
