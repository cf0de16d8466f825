// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of an object's rows on a real server: each row on one page, in whatever order.
#include "database/panel/objectpages.h"
#include "tests/database/postgres/harness.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QSet>

using namespace pilothouse;
using namespace pilothouse::database;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class PagesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<PostgresFixture>();
        PH_NEED_SERVER(*m_server);
        m_service = std::make_unique<Service>(m_server->config(), m_server->password());
        const auto session = m_service->as<Query>().open(u"test"_s);
        const auto made = run(*session,
            u"create table log (n int, mood text, more json);"
            "insert into log select n, 'm' || n % 3, '{}' from generate_series(1, 730) n;"
            "create table parts (n int, mood text) partition by list (mood);"
            "create table parts_0 partition of parts for values in ('m0');"
            "create table parts_1 partition of parts for values in ('m1', 'm2');"
            "insert into parts select n, mood from log;"
            "create materialized view kept as select * from log;"
            "create view \"Odd \"\"log\" as select * from log"_s);
        QVERIFY2(made.end && *made.end && made.all<StatementFailed>().empty(),
            qPrintable(made.error().detail));
    }
    void cleanupTestCase()
    {
        m_service.reset();
        m_server.reset();
    }

    // Many rows are equal in what they are ordered by: the pages must not overlap.
    void eachRowIsOnOnePage_data()
    {
        QTest::addColumn<ObjectKind>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("column");
        QTest::newRow("table") << ObjectKind::Table << u"log"_s << u"mood"_s;
        QTest::newRow("table, no order") << ObjectKind::Table << u"log"_s << QString();
        QTest::newRow("partitioned") << ObjectKind::PartitionedTable << u"parts"_s << u"mood"_s;
        QTest::newRow("partition") << ObjectKind::Partition << u"parts_1"_s << u"mood"_s;
        QTest::newRow("materialised") << ObjectKind::MaterialisedView << u"kept"_s << u"mood"_s;
        QTest::newRow("view") << ObjectKind::View << u"Odd \"log"_s << u"mood"_s;
    }
    void eachRowIsOnOnePage()
    {
        QFETCH(ObjectKind, kind);
        QFETCH(QString, name);
        QFETCH(QString, column);
        Service readOnly(m_server->config(WriteMode::Never), m_server->password());
        const auto session = readOnly.as<Query>().open(u"pages"_s);
        for (const bool down : {false, true}) {
            ObjectPage page{{kind, u"public"_s, name, {}, {}}, {}, {}, {}, {column, down}, 0};
            QSet<QString> seen;
            QStringList order;
            for (qint64 rows = kObjectPageRows; rows == kObjectPageRows;
                 page.skip += kObjectPageRows) {
                const auto ran = run(*session, *pageStatement(page));
                QVERIFY2(ran.store(), qPrintable(ran.error().detail));
                rows = ran.store()->rowCount();
                for (qint64 r = 0; r < rows; ++r) {
                    QVERIFY2(!seen.contains(ran.cell(r, 0)), qPrintable(ran.cell(r, 0)));
                    seen.insert(ran.cell(r, 0));
                    order.append(ran.cell(r, 1));
                }
            }
            QCOMPARE(seen.size(), name == u"parts_1"_s ? 487 : 730);
            if (column.isEmpty())
                continue;
            QCOMPARE(order.first(), down ? u"m2"_s : name == u"parts_1"_s ? u"m1"_s : u"m0"_s);
            QVERIFY(down ? std::is_sorted(order.rbegin(), order.rend())
                         : std::is_sorted(order.begin(), order.end()));
        }
    }

private:
    std::unique_ptr<PostgresFixture> m_server;
    std::unique_ptr<Service> m_service;
};

PH_TEST_MAIN(QCoreApplication, PagesTest)
#include "tst_pages.moc"
