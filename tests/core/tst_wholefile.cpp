// SPDX-License-Identifier: GPL-3.0-or-later
// A file is replaced whole or not at all, also where the disk takes only its first bytes.
#include "tests/support/testmain.h"

#include "core/wholefile.h"

#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace pilothouse::test
{

class WholeFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_path = m_folder.filePath(u"settings"_s);
        QVERIFY(save("as it was"));
    }

    void isReplaced()
    {
        QVERIFY(save("anew"));
        QCOMPARE(content(), QByteArray("anew"));
    }

    // The limit of a file's size stops a write as a full disk does: after its first bytes.
    void staysOnAFullDisk_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::newRow("fits the buffer") << 6'000;
        QTest::newRow("longer than the buffer") << 200'000;
    }
    void staysOnAFullDisk()
    {
        QFETCH(int, bytes);
        QVERIFY(save("as it was"));
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const auto back = qScopeGuard([&] {
            setrlimit(RLIMIT_FSIZE, &before);
            std::signal(SIGXFSZ, handler);
        });
        const rlimit small{4'000, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        QVERIFY(!save(QByteArray(bytes, 'x')));
        QCOMPARE(content(), QByteArray("as it was"));
    }

private:
    bool save(const QByteArray& text) const
    {
        WholeFile file(m_path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    }
    QByteArray content() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    QString m_path;
};

} // namespace pilothouse::test

PH_TEST_MAIN(QCoreApplication, pilothouse::test::WholeFileTest)
#include "tst_wholefile.moc"
