// SPDX-License-Identifier: GPL-3.0-or-later
// The streams panel on a real Kafka: topics, lags and groups on screen are those of another client.
#include "streams/kafka/kafkadescriptor.h"
#include "streams/panel/clusterpanes.h"
#include "streams/panel/lagpane.h"
#include "streams/panel/listpane.h"
#include "streams/panel/streamsfeed.h"
#include "streams/panel/streamside.h"
#include "streams/panel/streamspanel.h"
#include "streams/panel/streamtable.h"
#include "tests/streams/kafkalive.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"

#include <QApplication>
#include <QJsonObject>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace pilothouse::streams;
using namespace Qt::StringLiterals;

class TestStreamsLive final : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnKafka> m_kafka;
    std::unique_ptr<FakeWorkbench> m_bench;
    std::unique_ptr<StreamsPanel> m_panel;

    bool isCommitted() const
    {
        const QJsonObject read = m_kafka->ask({u"committed"_s, u"reports"_s}).toObject();
        return read.value(u"shop.orders"_s).toObject().size() == 2;
    }
    StreamTable* table() const { return m_panel->list()->table(); }
    QString cell(const QString& id, int column) const
    {
        const int row = table()->rows().rowOf(id);
        return row < 0 ? QString() : table()->model()->index(row, column).data().toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_kafka = std::make_unique<OwnKafka>(OwnKafka::Options{});
        PH_NEED_KAFKA(*m_kafka);
        m_kafka->ask({u"create"_s, u"shop.orders"_s, u"4"_s, u"1"_s, u"retention.ms=86400000"_s});
        m_kafka->ask({u"create"_s, u"shop.quiet"_s, u"2"_s});
        m_kafka->ask({u"fill"_s, u"shop.orders"_s, u"400"_s});
        m_kafka->ask({u"transact"_s, u"shop.quiet"_s, u"2"_s, u"hang"_s});
        // The first commit of a new broker may get lost while its own topic for them is made.
        bool committed = false;
        for (int i = 0; i < 5 && !committed; ++i) {
            m_kafka->ask({u"commit"_s, u"reports"_s, u"shop.orders"_s, u"0=10"_s, u"1=20"_s});
            committed = isCommitted();
        }
        QVERIFY(committed);
        m_bench = std::make_unique<FakeWorkbench>();
        m_bench->hub().setDescriptors({kafkaDescriptor()});
        ServiceConfig config = m_kafka->config();
        config.module = u"streams"_s;
        m_bench->hub().add(config, m_kafka->password());
        m_panel = std::make_unique<StreamsPanel>(*m_bench, config.id);
        m_panel->resize(1389, 766);
        m_panel->show();
        QApplication::setActiveWindow(m_panel.get());
    }
    void cleanupTestCase()
    {
        m_panel.reset();
        m_bench.reset();
    }

    void topicsWithTheirLag()
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->state(), ui::Panel::State::Ready, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(table()->current(), u"shop.orders"_s, 30'000);
        QCOMPARE(table()->model()->rowCount(), 2);
        QCOMPARE(cell(u"shop.orders"_s, TopicRows::Partitions), u"4"_s);
        QTRY_COMPARE_WITH_TIMEOUT(cell(u"shop.orders"_s, TopicRows::Keeps), u"1 d"_s, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(cell(u"shop.orders"_s, TopicRows::Size).endsWith(u'B'), 30'000);
        // What another client says of commits and ends.
        const QJsonObject ends = m_kafka->ask({u"ends"_s, u"shop.orders"_s}).toObject();
        const qint64 lag = qint64(ends.value(u"0"_s).toDouble()) - 10
            + qint64(ends.value(u"1"_s).toDouble()) - 20;
        QTRY_COMPARE_WITH_TIMEOUT(
            cell(u"shop.orders"_s, TopicRows::Lag), QLocale().toString(lag), 30'000);
        QCOMPARE(cell(u"shop.quiet"_s, TopicRows::Lag), u"–"_s);
    }
    void partitionsOfTheGroup()
    {
        QTRY_COMPARE(m_panel->group(), u"reports"_s);
        StreamTable* partitions = m_panel->lag()->partitions();
        const qint64 end = qint64(
            m_kafka->ask({u"ends"_s, u"shop.orders"_s}).toObject().value(u"0"_s).toDouble());
        const auto lagOf = [partitions](const QString& id) {
            const int row = partitions->rows().rowOf(id);
            return partitions->model()->index(row, PartitionRows::Lag).data().toString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(lagOf(u"0"_s), QLocale().toString(end - 10), 30'000);
        QCOMPARE(partitions->model()->index(0, PartitionRows::Leader).data().toString(), u"b1"_s);
    }
    void groupsAndMembers()
    {
        GroupMember member(m_kafka->innerAddress(), u"live-readers"_s, u"shop.orders"_s);
        QVERIFY(member.waitForPartitions(4));
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_2, Qt::ControlModifier);
        QTest::keyClick(table(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(table()->rows().rowOf(u"live-readers"_s) >= 0, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(cell(u"reports"_s, GroupRows::State), u"Empty"_s, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(cell(u"live-readers"_s, GroupRows::Members), u"1"_s, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(cell(u"reports"_s, GroupRows::Members), u"0"_s, 30'000);
        m_panel->show({u"groups"_s, {}, u"live-readers"_s, {}, u"members"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->side()->members()->model()->rowCount(), 1, 30'000);
    }
    void brokersAndSettings()
    {
        QTest::keyClick(m_panel.get(), Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 1, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->side()->settings()->model()->rowCount() > 50, 30'000);
        // One broker has nothing to move, and nobody set a limit: the cluster says both.
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->feed().read(StreamsFeed::Part::Moves).isValid(), 30'000);
        QVERIFY(!m_panel->side()->has(StreamPage::Moves));
        m_panel->side()->setPage(StreamPage::Quotas);
        auto* quotas = m_panel->findChild<QuotasPane*>();
        QTRY_COMPARE_WITH_TIMEOUT(quotas->state(), ui::PanelState::Empty, 30'000);
    }
    void producersOfATopic()
    {
        m_panel->show({u"topics"_s, u"shop.quiet"_s, {}, {}, u"producers"_s});
        auto* pane = m_panel->findChild<ProducersPane*>();
        const auto* model = pane->table()->model();
        QTRY_VERIFY_WITH_TIMEOUT(model->rowCount() > 0, 30'000);
        QCOMPARE(model->index(0, ProducerRows::Epoch).data().toString(), u"0"_s);
        QVERIFY(!model->index(0, ProducerRows::Transaction).data().toString().isEmpty());
        QVERIFY(model->index(0, ProducerRows::Last).data().toString().startsWith(u"20"_s));
    }
};

PH_TEST_MAIN(QApplication, TestStreamsLive)
#include "tst_streamslive.moc"
