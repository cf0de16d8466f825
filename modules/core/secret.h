// SPDX-License-Identifier: GPL-3.0-or-later
// Secret: a password in memory. It has no operator<< and no QString conversion by accident, so it
// does not slip into a log, an error text or a process argument.
#pragma once

#include <QString>

namespace pilothouse
{

class Secret final
{
public:
    Secret() = default;
    explicit Secret(QString value)
        : m_value(std::move(value))
    {
    }
    ~Secret() { m_value.fill(QChar(u'\0')); }
    Secret(const Secret&) = default;
    Secret(Secret&&) noexcept = default;
    Secret& operator=(const Secret&) = default;
    Secret& operator=(Secret&&) noexcept = default;

    bool isEmpty() const { return m_value.isEmpty(); }
    // The one way out; call it where the client library takes it and nowhere else.
    const QString& reveal() const { return m_value; }

private:
    QString m_value;
};

} // namespace pilothouse
