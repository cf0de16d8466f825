// SPDX-License-Identifier: GPL-3.0-or-later
// What goes on in a cluster, in the streams panel: partitions being moved, quotas, producers.
#include "streams/panel/clusterpanes.h"
#include "tests/streams/panel/streamsfixture.h"
#include "tests/support/testmain.h"
#include "ui/plot/numbertext.h"

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class TestClusterPanes final : public QObject, private StreamsFixture
{
    Q_OBJECT

    QStringList row(StreamTable* of, int row) const
    {
        QStringList cells;
        for (int i = 0; i < of->model()->columnCount(); ++i)
            cells.append(cell(of, row, i));
        return cells;
    }
    void openBrokers()
    {
        openPanel();
        QTest::keyClick(table(), Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE(table()->current(), u"1"_s);
    }

private Q_SLOTS:
    void init() { makeCluster(); }
    void cleanup() { drop(); }

    // Seen only while there is something to see.
    void movesComeAndGo()
    {
        openBrokers();
        QTRY_VERIFY(m_panel->feed().read(StreamsFeed::Part::Moves).isValid());
        QVERIFY(!m_panel->side()->has(StreamPage::Moves));
        change([](StreamsWorld& world) {
            world.reassignments = {{u"shop.orders.v1"_s, 3, {1, 2, 3}, {3}, {1}},
                {u"shop.clicks.v2"_s, 0, {2, 1}, {}, {1}}};
        });
        m_panel->refresh();
        QTRY_VERIFY(m_panel->side()->has(StreamPage::Moves));
        QCOMPARE(m_panel->side()->page(), StreamPage::Settings);
        QTest::keyClick(table(), Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(m_panel->side()->page(), StreamPage::Moves);
        auto* pane = m_panel->findChild<MovesPane*>();
        QTRY_COMPARE(pane->table()->model()->rowCount(), 2);
        QTRY_VERIFY(pane->table()->hasFocus());
        QCOMPARE(row(pane->table(), 0),
            QStringList({u"shop.clicks.v2"_s, u"0"_s, u"b2, b1"_s, u"→ b2"_s}));
        QCOMPARE(row(pane->table(), 1),
            QStringList({u"shop.orders.v1"_s, u"3"_s, u"b1, b2"_s, u"→ b2, b3"_s}));
        picture(u"reassignments"_s);
        change([](StreamsWorld& world) { world.reassignments.clear(); });
        m_panel->refresh();
        QTRY_VERIFY(!m_panel->side()->has(StreamPage::Moves));
        QCOMPARE(m_panel->side()->page(), StreamPage::Settings);
        QVERIFY(m_panel->side()->settings()->isVisible());
    }

    void movesAreAskedForOnlyWhileBrokersAreShown()
    {
        openPanel();
        m_panel->refresh();
        QTRY_VERIFY(asked(u"topics"_s) >= 2);
        QTRY_VERIFY(asked(u"cluster"_s) >= 2);
        QCOMPARE(asked(u"reassignments"_s), 0);
        m_panel->list()->setView(StreamView::Brokers);
        QTRY_VERIFY(asked(u"reassignments"_s) > 0);
    }

    void quotasByWhomTheyLimit()
    {
        change([](StreamsWorld& world) {
            world.quotas
                = {{{{u"user"_s, u"alice"_s}, {u"client-id"_s, {}}},
                       {{u"producer_byte_rate"_s, 1048576}, {u"request_percentage"_s, 25}}},
                    {{{u"ip"_s, u"10.0.0.7"_s}}, {{u"connection_creation_rate"_s, 12}}}};
        });
        openBrokers();
        QTest::keyClick(table(), Qt::Key_Q, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(m_panel->side()->page(), StreamPage::Quotas);
        auto* pane = m_panel->findChild<QuotasPane*>();
        QTRY_COMPARE(pane->table()->model()->rowCount(), 3);
        QCOMPARE(row(pane->table(), 0),
            QStringList({u"address 10.0.0.7"_s, u"new connections to a broker"_s, u"12/s"_s}));
        QCOMPARE(row(pane->table(), 1),
            QStringList({u"user alice, every other client id"_s, u"written to a broker"_s,
                ui::compactBytes(1048576) + u"/s"_s}));
        QCOMPARE(cell(pane->table(), 2, QuotaRows::Value), u"25 %"_s);
        picture(u"quotas"_s);
        // Who may not ask is told so, without being asked to log in.
        Error no;
        no.kind = Error::Kind::Auth;
        no.code = "CLUSTER_AUTHORIZATION_FAILED"_L1;
        change([&no](StreamsWorld& world) { world.errors[u"quotas"_s] = no; });
        pane->refresh();
        QTRY_COMPARE(pane->state(), ui::PanelState::Empty);
    }

    void producersOfATopic()
    {
        change([](StreamsWorld& world) {
            ProducerState one;
            one.partition = 2;
            one.id = 4001;
            one.epoch = 7;
            one.lastSequence = 12'345;
            one.lastWrite = QDateTime({2026, 3, 17}, {5, 45, 11}, Qt::UTC);
            ProducerState other = one;
            other.partition = 0;
            other.lastWrite = one.lastWrite.addSecs(60);
            other.lastSequence = -1;
            other.transactionBegin = 90'417;
            world.producers[u"shop.orders.v1"_s] = {one, other};
        });
        openPanel();
        QTest::keyClick(table(), Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(m_panel->side()->page(), StreamPage::Producers);
        auto* pane = m_panel->findChild<ProducersPane*>();
        QTRY_COMPARE(pane->table()->model()->rowCount(), 2);
        QCOMPARE(row(pane->table(), 0),
            QStringList(
                {u"0"_s, u"4001"_s, u"7"_s, u"–"_s, u"2026-03-17 05:46:11"_s, u"90,417"_s}));
        QCOMPARE(row(pane->table(), 1),
            QStringList({u"2"_s, u"4001"_s, u"7"_s, u"12,345"_s, u"2026-03-17 05:45:11"_s, {}}));
        picture(u"producers"_s);
        // Another topic is asked about anew, and has none.
        m_panel->show({u"topics"_s, u"shop.clicks.v2"_s, {}, {}, {}});
        QTRY_COMPARE(m_panel->topic(), u"shop.clicks.v2"_s);
        QTRY_COMPARE(pane->state(), ui::PanelState::Empty);
    }
};

PH_TEST_MAIN(QApplication, TestClusterPanes)
#include "tst_clusterpanes.moc"
