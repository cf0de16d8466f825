// SPDX-License-Identifier: GPL-3.0-or-later
// The command line: what is understood, what is refused, and with which words.
#include "app/cli/arguments.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace pilothouse::app;
using Action = Arguments::Action;

class ArgumentsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsTheWindow()
    {
        const auto a = parseArguments({});
        QVERIFY(a);
        QCOMPARE(a->action, Action::Window);
        QVERIFY(a->needsDisplay());
        QVERIFY(a->profile.isEmpty());
    }

    void understands()
    {
        QCOMPARE(parseArguments({u"--version"_s})->action, Action::Version);
        QCOMPARE(parseArguments({u"-h"_s})->action, Action::Help);
        QCOMPARE(parseArguments({u"--doctor"_s, u"--help"_s})->action, Action::Help);
        QCOMPARE(parseArguments({u"--profile"_s, u"shop"_s})->profile, u"shop"_s);
        QCOMPARE(parseArguments({u"--profile=./a b.yaml"_s})->profile, u"./a b.yaml"_s);
        const auto doctor = parseArguments({u"--doctor"_s, u"--json"_s, u"--profile"_s, u"x"_s});
        QCOMPARE(doctor->action, Action::Doctor);
        QVERIFY(doctor->json);
        QVERIFY(!doctor->needsDisplay());
        const auto tour = parseArguments({u"-platform"_s, u"offscreen"_s, u"--tour"_s, u"out"_s,
            u"--theme"_s, u"light"_s, u"--lang"_s, u"zh-TW"_s, u"--size"_s, u"1440x900"_s});
        QVERIFY(tour);
        QCOMPARE(tour->action, Action::Tour);
        QCOMPARE(tour->tourFolder, u"out"_s);
        QCOMPARE(tour->theme, u"light"_s);
        QCOMPARE(tour->language, u"zh_TW"_s);
        QCOMPARE(tour->size, QSize(1440, 900));
        QCOMPARE(parseArguments({u"--tour=o"_s, u"--lang=ko_KR.UTF-8"_s})->language, u"ko"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("words");
        const auto row = [](const QString& words) {
            QTest::newRow(qPrintable(words)) << words.split(u' ');
        };
        for (const auto& words :
            {u"--nonsense"_s, u"start"_s, u"-- x"_s, u"--profile"_s, u"--profile="_s,
                u"--profile --doctor"_s, u"--json"_s, u"--tour"_s, u"--theme dark"_s,
                u"--tour o --theme blue"_s, u"--tour o --lang fr"_s, u"--tour o --size 1x1"_s,
                u"--tour o --size 1440"_s, u"--tour o --size 99999x900"_s, u"--doctor --tour o"_s,
                u"--doctor=yes"_s, u"--version=2"_s, u"-x"_s, u"--size 1440x900"_s})
            row(words);
    }
    void refuses()
    {
        QFETCH(QStringList, words);
        const auto a = parseArguments(words);
        QVERIFY(!a);
        QVERIFY(a.error().endsWith(u'.'));
        QVERIFY(!a.error().contains(u'\n'));
    }

    void saysWhatItIs()
    {
        QVERIFY(versionText().startsWith("pilothouse "_L1));
        for (const auto& option :
            {u"--profile"_s, u"--doctor"_s, u"--tour"_s, u"--lang"_s, u"Exit codes"_s})
            QVERIFY(usageText().contains(option));
    }
};

PH_TEST_MAIN(QCoreApplication, ArgumentsTest)
#include "tst_arguments.moc"
