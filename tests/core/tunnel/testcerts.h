// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates for tests: a private authority, and what it signs, as PEM files in a temporary
// folder.
#pragma once

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace pilothouse::test
{

class TestCerts final
{
public:
    struct Pair {
        QString cert;
        QString key;
    };

    TestCerts();
    ~TestCerts();
    Q_DISABLE_COPY_MOVE(TestCerts)

    QString ca() const; // PEM of the authority
    // Signed by the authority. `names`: "DNS:localhost,IP:127.0.0.1". Days may be negative.
    Pair issue(const QString& file, const QString& names, int validDays = 1);
    QString path(const QString& file) const { return m_dir.filePath(file); }

private:
    struct Authority;
    QTemporaryDir m_dir;
    std::unique_ptr<Authority> m_authority;
};

} // namespace pilothouse::test
