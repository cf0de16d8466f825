// SPDX-License-Identifier: GPL-3.0-or-later
// What completion offers, with `|` for the caret.
#include "database/panel/sqlcompleter.h"

#include "tests/support/cputime.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

using namespace pilothouse::database;
using namespace Qt::StringLiterals;

class SqlCompleterTest final : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<CompletionSnapshot> snapshot()
    {
        auto s = std::make_shared<CompletionSnapshot>();
        s->schemas = {u"gold"_s, u"public"_s, u"silver"_s};
        s->searchPath = {u"public"_s};
        s->relations = {
            {u"gold"_s, u"fct_orders"_s, ObjectKind::Table,
                {{u"order_id"_s, u"bigint"_s}, {u"Total Sum"_s, u"numeric"_s}}},
            {u"public"_s, u"customers"_s, ObjectKind::Table,
                {{u"id"_s, u"bigint"_s}, {u"name"_s, u"text"_s}}},
        };
        s->functions
            = {{u"pg_catalog"_s, u"date_trunc"_s, u"text, timestamptz"_s, u"timestamptz"_s}};
        s->types = {u"numeric"_s, u"text"_s};
        return s;
    }
    QStringList offered(QString text)
    {
        const auto caret = text.indexOf(u'|');
        text.remove(caret, 1);
        QStringList out;
        for (const auto& i : SqlCompleter(snapshot()).suggest(text, caret).items)
            out.append(i.text);
        return out;
    }

private Q_SLOTS:
    void offers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("relation") << u"SELECT * FROM cus|"_s << u"customers"_s;
        QTest::newRow("schema") << u"SELECT * FROM go|"_s << u"gold"_s;
        QTest::newRow("in schema") << u"SELECT * FROM gold.|"_s << u"fct_orders"_s;
        QTest::newRow("other schema") << u"SELECT * FROM fct|"_s << u"gold.fct_orders"_s;
        QTest::newRow("alias") << u"SELECT c.| FROM customers c"_s << u"name"_s;
        QTest::newRow("as alias") << u"SELECT c.na| FROM customers AS c"_s << u"name"_s;
        QTest::newRow("quoted") << u"SELECT o.T| FROM gold.fct_orders o"_s << u"\"Total Sum\""_s;
        QTest::newRow("column") << u"SELECT na| FROM customers"_s << u"name"_s;
        QTest::newRow("table dot") << u"SELECT customers.i| FROM customers"_s << u"id"_s;
        QTest::newRow("join") << u"SELECT * FROM customers c JOIN gold.fct_orders o ON o.or|"_s
                              << u"order_id"_s;
        QTest::newRow("cte") << u"WITH spikes AS (SELECT 1) SELECT * FROM sp|"_s << u"spikes"_s;
        QTest::newRow("keyword") << u"SEL|"_s << u"SELECT"_s;
        QTest::newRow("function") << u"SELECT date_t|"_s << u"date_trunc"_s;
        QTest::newRow("cast") << u"SELECT 1::num|"_s << u"numeric"_s;
        QTest::newRow("second statement")
            << u"SELECT 1; SELECT c.n| FROM customers c; SELECT 2"_s << u"name"_s;
    }
    void offers()
    {
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        QVERIFY2(offered(text).contains(wanted), qPrintable(offered(text).join(u' ')));
    }

    void offersNothingInsideText()
    {
        QCOMPARE(offered(u"SELECT 'cus|'"_s), QStringList());
        QCOMPARE(offered(u"SELECT 1 -- cus|"_s), QStringList());
        QVERIFY(!offered(u"SELECT c.| FROM customers c"_s).contains(u"order_id"_s));
    }

    void replacesTheTypedWordOnly()
    {
        const auto s
            = SqlCompleter(snapshot()).suggest(u"SELECT 1;\nSELECT c.na FROM customers c"_s, 21);
        QCOMPARE(s.replaceFrom, 19);
    }

    void worksWithoutACatalogue()
    {
        QVERIFY(!SqlCompleter().suggest(u"SEL"_s, 3).items.empty());
        QVERIFY(SqlCompleter().suggest(u"SELECT * FROM x."_s, 16).items.empty());
    }

    void namesThatNeedNoSchemaComeFirst()
    {
        auto s = std::make_shared<CompletionSnapshot>();
        s->schemas = {u"archive"_s, u"public"_s};
        s->searchPath = {u"public"_s};
        for (int i = 0; i < 2 * SqlCompleter::kLimit; ++i)
            s->relations.push_back({u"archive"_s, u"orders_%1"_s.arg(i, 4, 10, QLatin1Char('0')),
                ObjectKind::Table, {}});
        s->relations.push_back({u"public"_s, u"orders"_s, ObjectKind::Table, {}});
        s->relations.push_back({u"public"_s, u"reorders"_s, ObjectKind::Table, {}});
        const SqlCompleter completer(s);
        const auto items = completer.suggest(u"SELECT * FROM o"_s, 15).items;
        QCOMPARE(qsizetype(items.size()), qsizetype(SqlCompleter::kLimit));
        QCOMPARE(items.front().text, u"orders"_s);
        QCOMPARE(items[1].text, u"archive.orders_0000"_s);
        // A name that only contains the word follows all that begin with it.
        const auto inside = completer.suggest(u"SELECT * FROM or"_s, 16).items;
        QCOMPARE(inside.front().text, u"orders"_s);
        QVERIFY(std::none_of(inside.begin(), inside.end(),
            [](const auto& item) { return item.text == u"reorders"_s; }));
    }

    void staysWithinAFrameAtTwentyThousandTables_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("many begin with it") << u"table_0"_s;
        QTest::newRow("one contains it") << u"le_019999"_s;
    }
    void staysWithinAFrameAtTwentyThousandTables()
    {
        auto s = std::make_shared<CompletionSnapshot>();
        s->schemas = {u"s"_s};
        s->searchPath = {u"s"_s};
        for (int i = 0; i < 20'000; ++i) {
            CompletionSnapshot::Relation r{
                u"s"_s, u"table_%1"_s.arg(i, 6, 10, QLatin1Char('0')), ObjectKind::Table, {}};
            for (int c = 0; c < 10; ++c)
                r.columns.push_back({u"column_%1"_s.arg(c), u"text"_s});
            s->relations.push_back(r);
        }
        const SqlCompleter completer(s);
        QFETCH(QString, typed);
        const QString text = u"SELECT * FROM "_s + typed;
        const double began = pilothouse::test::threadCpuMs();
        QVERIFY(!completer.suggest(text, text.size()).items.empty());
        const double took = pilothouse::test::threadCpuMs() - began;
        qInfo("completion among 200,000 columns: %.1f ms (promise 16)", took);
        QVERIFY(took <= 160);
    }
};

PH_TEST_MAIN(QCoreApplication, SqlCompleterTest)
#include "tst_sqlcompleter.moc"
