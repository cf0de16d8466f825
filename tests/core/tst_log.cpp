// SPDX-License-Identifier: GPL-3.0-or-later
// A marked password never reaches the log, whichever way a line takes.
#include "core/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <spdlog/spdlog.h>

using namespace pilothouse;
using namespace Qt::StringLiterals;

class LogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsAreTakenOut()
    {
        QTemporaryDir dir;
        startLogging({dir.path(), true, 1 << 20});
        redactInLogs(Secret(u"m4rked-Pässword"_s));
        redactInLogs(Secret(u"ab"_s)); // too short to be taken out of ordinary words
        spdlog::info("connecting with m4rked-Pässword and again m4rked-Pässword");
        qWarning().noquote() << u"about it: m4rked-Pässword"_s;
        spdlog::default_logger()->flush();
        QFile file(dir.filePath(u"pilothouse.log"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = QString::fromUtf8(file.readAll());
        QVERIFY(!text.contains(u"m4rked"_s));
        QCOMPARE(text.count(u"***"_s), 3);
        QVERIFY(text.contains(u"about it"_s));
    }

    void filesAreBounded()
    {
        QTemporaryDir dir;
        startLogging({dir.path(), false, 10'000});
        for (int i = 0; i < 2000; ++i)
            spdlog::info("line {} of many that fill the file", i);
        spdlog::default_logger()->flush();
        qint64 total = 0;
        const auto files = QDir(dir.path()).entryInfoList(QDir::Files);
        for (const auto& f : files)
            total += f.size();
        QVERIFY2(total < 40'000, qPrintable(QString::number(total)));
    }
};

QTEST_GUILESS_MAIN(LogTest)
#include "tst_log.moc"
