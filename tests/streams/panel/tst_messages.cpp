// SPDX-License-Identifier: GPL-3.0-or-later
// The list of messages and one message in detail, with real keys, on a cluster in memory.
#include "streams/panel/factlist.h"
#include "streams/panel/fieldtree.h"
#include "streams/panel/messagemodel.h"
#include "streams/panel/messagetable.h"
#include "streams/panel/messageview.h"
#include "tests/streams/panel/fakestreams.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFontMetrics>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace pilothouse;
using namespace pilothouse::streams;
using namespace pilothouse::test;

namespace
{

Message order(int partition, qint64 offset, const QByteArray& value)
{
    Message m;
    m.topic = u"shop.orders.v1"_s;
    m.partition = partition;
    m.offset = offset;
    m.timestamp = 1'773'727'511'361 + offset;
    m.timeKind = Message::TimeKind::Create;
    m.key = QByteArray::number(90417735 + offset);
    m.value = value;
    m.valueSize = value.isNull() ? -1 : value.size();
    m.codec = u"zstd"_s;
    m.headers = {{"trace-id", "7f3a9c11e04b4d2e"}, {"source", "orders-api 2.31.0"}};
    return m;
}

QByteArray orderJson(qint64 id)
{
    return "{\"order_id\":" + QByteArray::number(id)
        + ",\"status\":\"placed\",\"country\":\"KR\",\"total\":\"84900\",\"customer\":{\"id\":"
          "88214,"
          "\"name\":\"김민준\"},\"items\":[{\"sku\":\"KT-118\",\"qty\":1,\"price\":\"52900\"},"
          "{\"sku\":\"HB-330\",\"qty\":1,\"price\":null}]}";
}

} // namespace

class TestMessages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_shared<StreamsWorld>();
        fillShop(*m_world);
        m_bench = std::make_unique<FakeWorkbench>();
        m_bench->timeContext().setZone(QTimeZone::utc());
        FakeStreams::join(m_bench->hub(), m_world);
        m_window = std::make_unique<QWidget>();
        auto* layout = new QVBoxLayout(m_window.get());
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        m_table = new MessageTable(*m_bench, u"shop-kafka"_s, m_window.get());
        m_view = new MessageView(*m_bench, u"shop-kafka"_s, m_window.get());
        layout->addWidget(m_table, 1);
        layout->addWidget(m_view, 1);
        m_model = new MessageModel(m_table);
        m_table->setMessages(m_model);
        connect(m_table, &MessageTable::currentMessageChanged, m_view, [this] {
            if (const Message* message = m_table->current())
                m_view->show(*message);
        });
        m_window->resize(900, 640);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
    }
    void cleanup()
    {
        m_window.reset();
        m_bench.reset();
    }

    void messagesAreListedAndRead()
    {
        std::vector<Message> batch;
        for (int i = 0; i < 12; ++i)
            batch.push_back(order(i, 88'311'000 + i, orderJson(i)));
        batch[3].value = {};
        batch[3].valueSize = -1;
        batch[4].value = QByteArray("");
        batch[4].valueSize = 0;
        batch[5].key = {};
        batch[6].key = QByteArray("");
        batch[7].value = QByteArray("\0\0\0\4\x12\xff\xfe\1\2", 9);
        batch[7].valueSize = 9;
        m_model->append(batch);
        m_table->setFocus();
        QTest::keyClick(m_table, Qt::Key_Down);
        QVERIFY(m_table->current());
        QTest::keyClick(m_table, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(m_table->current()->offset, 88'311'011);
        auto* fields = m_view->findChild<FieldTreeModel*>();
        QAbstractItemModelTester tester(
            fields, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(m_view->decoded().value.format, u"JSON"_s);
        const QModelIndex first = fields->index(0, 0, fields->index(0, 0));
        QVERIFY(fields->path(first).startsWith(u"$."));
        QCOMPARE(m_view->mode(), MessageView::Mode::Tree);
        picture(u"messages-tree"_s);
        m_view->setMode(MessageView::Mode::Text);
        QVERIFY(m_view->shownText().contains(u"\"country\": \"KR\""));
        picture(u"messages-text"_s);
        m_view->setMode(MessageView::Mode::Hex);
        QVERIFY(m_view->shownText().startsWith(u"00000000  7b 22"));
        picture(u"messages-hex"_s);
        // The wish stays, also after one that cannot be a tree.
        m_view->setMode(MessageView::Mode::Tree);
        m_table->choose(7, 88'311'007);
        QTRY_COMPARE(m_view->mode(), MessageView::Mode::Hex);
        m_table->choose(3, 88'311'003);
        QTRY_VERIFY(m_view->shownText().contains(u"tombstone"));
        m_table->choose(4, 88'311'004);
        QTRY_VERIFY(m_view->shownText().contains(u"0 bytes"));
        m_table->choose(8, 88'311'008);
        QTRY_COMPARE(m_view->mode(), MessageView::Mode::Tree);
    }

    // Keys that differ at their end look different, whether they fit or not.
    void keysHaveRoomOrAnEllipsis()
    {
        const auto cell = [this](int row) -> QImage {
            return m_table->viewport()
                ->grab(m_table->visualRect(m_model->index(row, MessageList::Key)))
                .toImage();
        };
        const QFontMetrics mono(ui::Theme::of(m_table).font(ui::TextStyle::Mono));
        std::vector<Message> batch;
        for (int i = 0; i < 4; ++i) {
            batch.push_back(order(0, i, orderJson(i)));
            batch.back().key = "7181569152" + QByteArray::number(i) + "-A";
        }
        m_model->append(batch);
        const int wanted = mono.horizontalAdvance(u"71815691520-A"_s);
        QTRY_VERIFY(m_table->columnWidth(MessageList::Key) > wanted);
        QVERIFY(m_table->columnWidth(MessageList::Key) < wanted + 40);
        QVERIFY(cell(0) != cell(1));
        // Very long ones have a third at most and are cut in their middle.
        for (int i = 0; i < 4; ++i) {
            batch[size_t(i)].offset = 10 + i;
            batch[size_t(i)].key = QByteArray(180, 'k') + QByteArray::number(i);
        }
        m_model->append(batch);
        QTRY_VERIFY(m_table->columnWidth(MessageList::Key) > wanted + 40);
        QVERIFY(m_table->columnWidth(MessageList::Key) <= m_table->width() / 3);
        QVERIFY(cell(0) != cell(1));
        picture(u"messages-keys"_s);
        // What the user gives the column stays.
        m_table->setColumnWidth(MessageList::Key, 90);
        batch[0].offset = 20;
        m_model->append({batch[0]});
        m_window->resize(700, 640);
        m_window->resize(900, 640);
        QCOMPARE(m_table->columnWidth(MessageList::Key), 90);
    }

    void whatComesDoesNotMoveWhatIsRead()
    {
        for (int i = 0; i < 200; ++i)
            m_model->append({order(0, i, orderJson(i))});
        m_table->setFocus();
        QTest::keyClick(m_table, Qt::Key_Down);
        QTest::keyClick(m_table, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClick(m_table, Qt::Key_PageUp);
        const qint64 chosen = m_table->current()->offset;
        const qint64 top = m_model->messageAt(m_table->rowAt(0))->offset;
        QVERIFY(m_table->verticalScrollBar()->value() > 0);
        for (int i = 200; i < 260; ++i)
            m_model->append({order(0, i, orderJson(i))});
        QCOMPARE(m_table->current()->offset, chosen);
        QCOMPARE(m_model->messageAt(m_table->rowAt(0))->offset, top);
        // At the top the newest stay in sight.
        m_table->verticalScrollBar()->setValue(0);
        m_model->append({order(0, 300, orderJson(300))});
        QCOMPARE(m_model->messageAt(m_table->rowAt(0))->offset, 300);
        QCOMPARE(m_table->current()->offset, chosen);
    }

    void keysCopy()
    {
        m_model->append({order(5, 47, orderJson(9))});
        m_table->setFocus();
        QTest::keyClick(m_table, Qt::Key_Down);
        QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), orderJson(9));
        QTest::keyClick(m_table, Qt::Key_K, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"90417782"_s);
        QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QJsonObject json
            = QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).object();
        QCOMPARE(json[u"partition"_s].toInt(), 5);
        QSignalSpy opened(m_table, &MessageTable::opened);
        QTest::keyClick(m_table, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
    }

    void aCutMessageIsReadWhole()
    {
        const QByteArray whole = "{\"a\":\"" + QByteArray(200'000, 'x') + "\"}";
        Message m = order(1, 7, whole);
        {
            std::lock_guard lock(m_world->mutex);
            m_world->messages[m.topic] = {m};
        }
        Message cut = m;
        cut.value = whole.first(8'192);
        m_view->show(cut);
        QTRY_COMPARE(m_view->message()->value.size(), whole.size()); // small enough: by itself
        QTRY_COMPARE(m_view->mode(), MessageView::Mode::Tree);
        QVERIFY(m_view->problem().isEmpty());
        // A list that tells the cut one again changes nothing.
        m_view->show(cut);
        QCOMPARE(m_view->message()->value.size(), whole.size());
        // A large one only when it is asked for; one that is gone is told.
        Message large = order(1, 8, QByteArray(8'192, 'y'));
        large.valueSize = 10'000'000;
        m_view->show(large);
        QTRY_VERIFY(m_view->problem().startsWith(u"The first 8.00 KB of 9.54 MB"));
        for (QAction* action : m_view->actions())
            if (action->text().startsWith(u"Read the whole"))
                action->trigger();
        QTRY_VERIFY2(m_view->problem().startsWith(u"The rest could not be read: Shop Kafka "),
            qPrintable(m_view->problem()));
        picture(u"messages-cut"_s);
    }

    void whatIsNotDecodedSaysWhy()
    {
        {
            std::lock_guard lock(m_world->mutex);
            m_world->decode = [](const Message&) {
                DecodedMessage out;
                out.value.format = u"Bytes"_s;
                out.value.schemaId = 1042;
                out.value.problem
                    = Error{Error::Kind::NotFound, {}, u"Schema 1042 not found"_s, {}, {}};
                return out;
            };
        }
        m_view->show(order(2, 1, QByteArray("\0\0\0\4\x12\xff\xfe", 7)));
        QTRY_COMPARE(m_view->problem(), u"Not decoded: Schema 1042 not found"_s);
        QCOMPARE(m_view->mode(), MessageView::Mode::Hex);
        const auto* facts = m_view->findChild<FactList*>();
        const auto schema = std::find_if(facts->facts().begin(), facts->facts().end(),
            [](const Fact& fact) { return fact.name == u"Schema"; });
        QVERIFY(schema != facts->facts().end());
        QCOMPARE(schema->value, u"id 1042"_s);
        QCOMPARE(schema->note, u"· not known"_s);
    }

    void decodedValuesAreListed()
    {
        {
            std::lock_guard lock(m_world->mutex);
            m_world->decode = [](const Message&) {
                DecodedMessage out;
                out.value.format = u"Avro"_s;
                out.value.json = "{\"order_id\":1}";
                return out;
            };
        }
        m_model->append({order(2, 1, QByteArray("\0\0\0\4\x12\xff\xfe", 7))});
        QTRY_COMPARE(
            m_model->index(0, MessageList::Value).data().toString(), u"{\"order_id\":1}"_s);
    }

    void aValueIsSaved()
    {
        m_view->show(order(2, 1, "exactly\nthis"));
        const QString file = m_bench->folder() + u"/value.txt"_s;
        m_view->saveValue(file);
        QTRY_COMPARE(m_bench->tasks().tasks().size(), 1);
        QTRY_VERIFY(m_bench->tasks().tasks().front()->isFinished());
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), QByteArray("exactly\nthis"));
    }

    void narrowAndLight()
    {
        m_view->show(order(2, 1, orderJson(4)));
        QTRY_COMPARE(m_view->mode(), MessageView::Mode::Tree);
        m_window->resize(440, 640);
        picture(u"messages-narrow"_s);
        ui::Theme& theme = ui::Theme::of(m_view);
        theme.setMode(ui::Theme::Mode::Light);
        m_window->resize(900, 640);
        m_model->append({order(2, 1, orderJson(4))});
        picture(u"messages-light"_s);
        theme.setMode(ui::Theme::Mode::Dark);
    }

private:
    void picture(const QString& name) const
    {
        const QString folder = qEnvironmentVariable("PH_PICTURES");
        if (folder.isEmpty())
            return;
        QApplication::processEvents();
        QVERIFY(m_window->grab().save(folder + u'/' + name + u".png"_s));
    }

    std::shared_ptr<StreamsWorld> m_world;
    std::unique_ptr<FakeWorkbench> m_bench;
    std::unique_ptr<QWidget> m_window;
    MessageTable* m_table = nullptr;
    MessageView* m_view = nullptr;
    MessageModel* m_model = nullptr;
};

PH_TEST_MAIN(QApplication, TestMessages)
#include "tst_messages.moc"
