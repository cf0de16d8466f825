// SPDX-License-Identifier: GPL-3.0-or-later
// ShopServers: the sandbox's PostgreSQL and Redis as a test looks at them from the side, with the
// servers' own clients.
#pragma once

#include "tests/support/testsandbox.h"

#include <QStringList>

namespace pilothouse::test
{

class ShopServers final
{
public:
    const TestSandbox& sandbox() const { return m_sandbox; }

    // Lines of columns parted by `|`, without the last line break; words of an error begin with
    // "ERROR".
    QString sql(const QString& text, const QString& role = {}) const; // empty: the owner
    QString redis(const QStringList& command) const;
    // Sessions of the program at the database.
    int sessions() const;

private:
    TestSandbox m_sandbox;
};

} // namespace pilothouse::test
