// SPDX-License-Identifier: GPL-3.0-or-later
// Finding in lines: texts, expressions, cases, bytes that are no UTF-8, colour codes; and the set
// of rows found.
#include "tests/support/testmain.h"
#include "ui/logview/logmatcher.h"
#include "ui/logview/logstore.h"
#include "ui/logview/rowset.h"

#include <QCoreApplication>

#include <random>
#include <set>

using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

class TestLogMatcher final : public QObject
{
    Q_OBJECT

    static std::vector<int> rows(const LogPattern& pattern, const QList<QByteArray>& lines)
    {
        LogChunkBuilder builder;
        for (const QByteArray& line : lines)
            builder.add(line, {});
        LogMatcher matcher(pattern);
        std::vector<int> out;
        matcher.rowsOf(*builder.build(), out);
        return out;
    }

private Q_SLOTS:
    void findsLines()
    {
        const QList<QByteArray> lines{"Alpha beta", "ALPHA (x+y)", "", "gamma", "x+y alpha x+y",
            "tail \xff\xfe alpha", QByteArray("nul\0alpha", 9), "\xe6\x97\xa5\xe6\x9c\xac 48211"};
        using V = std::vector<int>;
        QCOMPARE(rows({u"alpha"_s}, lines), (V{0, 1, 4, 5, 6}));
        QCOMPARE(rows({u"alpha"_s, false, true}, lines), (V{4, 5, 6}));
        QCOMPARE(rows({u"x+y"_s}, lines), (V{1, 4}));
        QCOMPARE(rows({u"^x\\+y.*y$"_s, true}, lines), (V{4}));
        QCOMPARE(rows({u"^$"_s, true}, lines), (V{2}));
        QCOMPARE(rows({u"\\Agam"_s, true}, lines), (V{3}));
        QCOMPARE(rows({u"beta\\s*ALPHA"_s, true}, lines), (V{})); // never across lines
        QCOMPARE(rows({u"日本"_s}, lines), (V{7}));
        QCOMPARE(rows({u"\\d{5}"_s, true}, lines), (V{7}));
    }

    void looksThroughColours()
    {
        const QList<QByteArray> lines{"plain", "he\x1b[31mllo wor\x1b[0mld",
            "\x1b]0;title\x07hello", "\x1b[1;38;5;9m", "31m"};
        using V = std::vector<int>;
        QCOMPARE(rows({u"hello"_s}, lines), (V{1, 2}));
        QCOMPARE(rows({u"^hello"_s, true}, lines), (V{1, 2}));
        QCOMPARE(rows({u"31m"_s}, lines), (V{4}));
        QCOMPARE(rows({u"title"_s}, lines), (V{}));
    }

    void tellsAboutABadPattern()
    {
        const LogMatcher bad({u"é(unclosed"_s, true});
        QVERIFY(!bad.isValid());
        QVERIFY(!bad.problem().isEmpty());
        QCOMPARE(bad.problemAt(), 10);
        QVERIFY(LogMatcher({u"(unclosed"_s, false}).isValid());
    }

    void survivesADreadfulPattern()
    {
        LogMatcher matcher({u"(x+x+)+y"_s, true});
        const QByteArray line = QByteArray(60, 'x') + "!y";
        QVERIFY(!matcher.matches(line));
        QVERIFY(matcher.gaveUp());
        QVERIFY(matcher.matches("xxy"));
    }

    void placesOfAllMatches()
    {
        LogMatcher matcher({u"ab"_s});
        const auto all = matcher.all("ab AB xab");
        QCOMPARE(all.size(), size_t(3));
        QCOMPARE(all[1].first, 3);
        QCOMPARE(all[2].second, 9);
        LogMatcher empty({u"x*"_s, true});
        QCOMPARE(empty.all("aa\xc3\xa9xx").size(), size_t(1));
    }

    void rowSetAgreesWithASet()
    {
        std::mt19937 random(1);
        RowSet ours;
        std::set<qint64> plain;
        for (int i = 0; i < 3000; ++i) {
            const qint64 row = qint64(random() % 100'000);
            ours.add(row);
            plain.insert(row);
        }
        QCOMPARE(ours.count(), qint64(plain.size()));
        for (qint64 row = 0; row < 101'000; row += 17) {
            QCOMPARE(ours.contains(row), plain.contains(row));
            const auto next = plain.lower_bound(row);
            QCOMPARE(ours.atOrAfter(row), next == plain.end() ? -1 : *next);
            const auto after = plain.upper_bound(row);
            QCOMPARE(ours.atOrBefore(row), after == plain.begin() ? -1 : *std::prev(after));
            QCOMPARE(ours.before(row), qint64(std::distance(plain.begin(), next)));
        }
        QCOMPARE(RowSet().atOrAfter(0), -1);
        QCOMPARE(RowSet().atOrBefore(5), -1);
    }
};

PH_TEST_MAIN(QCoreApplication, TestLogMatcher)
#include "tst_logmatcher.moc"
