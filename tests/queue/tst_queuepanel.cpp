// SPDX-License-Identifier: GPL-3.0-or-later
// The queue panel with real keys, on contracts in memory.
#include "queue/panel/keyspane.h"
#include "queue/panel/queuemodule.h"
#include "queue/panel/serverpane.h"
#include "queue/panel/slowlogmodel.h"
#include "queue/panel/streambar.h"
#include "queue/panel/valuemodel.h"
#include "tests/queue/queuefixture.h"
#include "tests/support/testmain.h"
#include "ui/controls/searchfield.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"
#include "ui/tree/treeview.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QTableView>
#include <QTreeView>

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using State = ui::Panel::State;

class QueuePanelTest final : public QObject, private QueueFixture
{
    Q_OBJECT

    void fill()
    {
        auto& keys = m_data->keys;
        FakeData::Value hash;
        hash.type = KeyType::Hash;
        hash.ttl = 4'360'000;
        const std::pair<QByteArray, QByteArray> fields[]
            = {{"currency", "TWD"}, {"items_count", "5"}, {"subtotal", "4870.00"},
                {"sku:HB-2041", u"{\"qty\":2,\"price\":640,\"name\":\"手沖濾杯 02\"}"_s.toUtf8()},
                {"updated_at", "1773727498"}, {"gift_note", u"生日快樂!"_s.toUtf8()},
                {"raw", QByteArray("\0\xff", 2)}};
        for (const auto& [field, value] : fields)
            hash.rows.push_back({field, value, -1, {}, {}, value.size()});
        for (int i = 0; i < 30; ++i)
            keys.insert("cart:user:" + QByteArray::number(88200 + i), hash);
        FakeData::Value text;
        text.text = "{\"id\":9007199254740993,\"a\":[1,2]}";
        keys.insert("cache:page:index", text);
        text.text = "plain";
        keys.insert("cache:page:note", text);
        text.textSize = 200'000'000;
        keys.insert("cache:huge", text);
        FakeData::Value list;
        list.type = KeyType::List;
        for (int i = 0; i < 250; ++i)
            list.rows.push_back({{}, "job " + QByteArray::number(i), i, {}, {}, 6});
        keys.insert("queue:mail", list);
        FakeData::Value stream;
        stream.type = KeyType::Stream;
        for (int i = 9; i > 0; --i)
            stream.rows.push_back({QByteArray::number(1773727512000 + i) + "-0", {}, -1, {},
                {{"event", "placed"}, {"order_id", "9041773" + QByteArray::number(i)}}, 20});
        keys.insert("stream:orders", stream);
        m_data->groups = {{"shop-api", 4, 0, "1-0", 0}, {"fulfilment", 2, 12, "1-0", {}}};
        m_data->pending = {{"1-0", "worker-2", 250'000, 3}, {"2-0", "worker-2", 90'000, 1}};
        m_data->slow
            = {{2, QDateTime::currentDateTimeUtc(), 218'400, {"HGETALL", "big"}, "10.2.4.18:1", ""},
                {1, QDateTime::currentDateTimeUtc(), 27'200, {"LRANGE", "cache:geo", "0", "-1"},
                    "10.2.4.21:1", ""}};
    }

private Q_SLOTS:
    void init()
    {
        makeBench();
        addService();
    }
    void cleanup() { drop(); }

    void treeAndFirstValue()
    {
        fill();
        showPanel();
        const QAbstractItemModelTester tester(m_panel->keys()->scan().model(),
            QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(m_panel->state(), State::Ready);
        QCOMPARE(m_panel->title(), u"cache-01 · db0"_s);
        auto* tree = m_panel->keys()->tree();
        QTRY_COMPARE(tree->model()->rowCount(), 4); // cache: cart: queue: stream:
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Down); // cart:
        QTest::keyClick(tree, Qt::Key_Right);
        const QModelIndex cart = tree->model()->index(1, 0);
        QTRY_COMPARE(tree->model()->rowCount(cart), 1);
        QCOMPARE(cart.data().toString(), u"cart:"_s);
        QCOMPARE(cart.data(KeyTreeModel::KeysRole).toLongLong(), 30);
        QTRY_VERIFY(cart.data(KeyTreeModel::MemoryRole).toLongLong() > 3000); // sizes follow
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Right);
        QTRY_COMPARE(tree->model()->rowCount(cart.model()->index(0, 0, cart)), 30);
        QTest::keyClick(tree, Qt::Key_Down);
        QTRY_COMPARE(m_panel->inspector()->key(), QByteArray("cart:user:88200"));
        QTRY_COMPARE(m_panel->inspector()->model()->rowCount(), 7);
        QTRY_VERIFY(m_panel->drawnRows() > 10);
        QTRY_COMPARE(m_panel->server()->slowLog()->rowCount(), 2);
    }

    void filterWithSlash()
    {
        fill();
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::Ready);
        auto* tree = m_panel->keys()->tree();
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Slash);
        QTRY_VERIFY(m_panel->keys()->filter()->hasFocus());
        QTest::keyClicks(m_panel->keys()->filter(), u"stream"_s);
        QTest::keyClick(m_panel->keys()->filter(), Qt::Key_Return);
        QTRY_COMPARE(tree->model()->rowCount(), 1);
        QCOMPARE(m_panel->keys()->pattern(), QByteArray("*stream*"));
        const auto* model = m_panel->keys()->scan().model();
        QTRY_VERIFY(model->indexOf("stream:orders").isValid()); // so few are shown at once
        QVERIFY(tree->isExpanded(model->index(0, 0)));
        tree->collapse(model->index(0, 0));
        m_panel->keys()->walk();
        QTRY_COMPARE(m_panel->keys()->scan().progress().phase, KeyScan::Phase::Done);
        QVERIFY(!tree->isExpanded(model->index(0, 0))); // as the user left it
        m_panel->keys()->filter()->setFocus();
        QTest::keyClick(m_panel->keys()->filter(), Qt::Key_Escape);
        QTRY_COMPARE(tree->model()->rowCount(), 4);
    }

    void editsAreShownAndSent()
    {
        fill();
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::Ready);
        choose("cart:user:88201");
        auto* table = m_panel->inspector()->table();
        QTRY_COMPARE(m_panel->inspector()->model()->rowCount(), 7);
        table->setFocus();
        table->setCurrentIndex(m_panel->inspector()->model()->index(0, 0));
        QTest::keyClick(m_panel.get(), Qt::Key_F2);
        auto* editor = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, u"KRW"_s);
        QVERIFY(m_panel->hasUnsavedWork());
        QTest::keyClick(editor, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(sent(), (QStringList{u"HSET cart:user:88201 currency KRW"_s}));
        QCOMPARE(m_bench->acts().back().statement, u"HSET cart:user:88201 currency KRW"_s);
        QTRY_VERIFY(!m_panel->hasUnsavedWork());
        QTRY_COMPARE(m_panel->inspector()->model()->row(0).value, QByteArray("KRW"));

        table->setFocus();
        table->setCurrentIndex(m_panel->inspector()->model()->index(1, 0));
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_COMPARE(sent().size(), 2);
        QCOMPARE(sent().back(), u"HDEL cart:user:88201 items_count"_s);
    }

    void nothingIsSentWithoutConsent()
    {
        fill();
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::Ready);
        m_bench->setAnswer(FakeWorkbench::Answer::Cancel);
        choose("cart:user:88201");
        QTRY_COMPARE(m_panel->inspector()->model()->rowCount(), 7);
        m_panel->inspector()->removeKey();
        QTRY_COMPARE(m_bench->acts().size(), size_t(1));
        QVERIFY(m_bench->acts().front().destructive);
        QVERIFY(sent().isEmpty());
    }

    void timeToLive()
    {
        fill();
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::Ready);
        choose("cache:page:note");
        auto* text = m_panel->inspector()->text()->editor();
        QTRY_COMPARE(text->toPlainText(), u"plain"_s);
        QTest::keyClick(m_panel.get(), Qt::Key_D, Qt::ControlModifier);
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(field);
        QTest::keyClicks(field, u"soon"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->isVisible()); // it says what is wrong and stays
        field->clear();
        QTest::keyClicks(field, u"1h 30m"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(sent(), (QStringList{u"PEXPIRE cache:page:note 5400000"_s}));
    }

    // Numbers above 2^53 come back as they were.
    void jsonIsEditedByItsTokens()
    {
        fill();
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::Ready);
        choose("cache:page:index");
        auto* text = m_panel->inspector()->text()->editor();
        QTRY_VERIFY(text->toPlainText().contains(u"\"id\": 9007199254740993"_s));
        text->setFocus();
        text->document()->find(u"    2"_s).insertText(u"    2.50"_s);
        QTest::keyClick(text, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(sent().size(), 1);
        QCOMPARE(sent().front(),
            written({"SET", "cache:page:index", "{\"id\":9007199254740993,\"a\":[1,2.50]}",
                "KEEPTTL"}));
    }

    void hugeStringOpensItsWindow()
    {
        fill();
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::Ready);
        choose("cache:huge");
        auto* text = m_panel->inspector()->text()->editor();
        QTRY_COMPARE(text->toPlainText().size(), 64 * 1024);
        QVERIFY(text->isReadOnly());
    }

    void listLoadsMore()
    {
        fill();
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::Ready);
        choose("queue:mail");
        QTRY_COMPARE(m_panel->inspector()->model()->rowCount(), 100);
        QTest::keyClick(m_panel.get(), Qt::Key_M, Qt::ControlModifier);
        QTRY_COMPARE(m_panel->inspector()->model()->rowCount(), 200);
        QCOMPARE(m_panel->inspector()->model()->total(), 250);
    }

    void streamGroups()
    {
        fill();
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::Ready);
        m_panel->open({{u"redis://cache"_s, u"stream:orders#fulfilment"_s}, {}, u"group"_s});
        QTRY_COMPARE(m_panel->inspector()->key(), QByteArray("stream:orders"));
        QTRY_COMPARE(m_panel->inspector()->model()->columnCount(), 4);
        auto* groups = m_panel->inspector()->findChild<StreamBar*>();
        QTRY_COMPARE(groups->pending().size(), size_t(2));
        QCOMPARE(groups->currentGroup(), QByteArray("fulfilment")); // the worst first
        QVERIFY(StreamBar::wordsOf(groups->groups()[1]).contains(u"lag unknown"_s));
        QVERIFY(StreamBar::wordsOf(groups->groups()[0]).contains(u"lag 0"_s));
        // Only what is still as idle as it was shown may move.
        Q_EMIT groups->claimRequested("fulfilment", {"1-0", "2-0"});
        QTest::keyClicks(QApplication::focusWidget(), u"worker-9\r"_s);
        QTRY_VERIFY(!m_bench->acts().empty());
        QCOMPARE(
            m_bench->acts().back().statement, u"XCLAIM stream:orders fulfilment worker-9 90000"_s);
    }

    void draftsSurvive()
    {
        fill();
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::Ready);
        choose("cache:page:note");
        auto* text = m_panel->inspector()->text()->editor();
        QTRY_COMPARE(text->toPlainText(), u"plain"_s);
        text->selectAll();
        QTest::keyClicks(text, u"not sent"_s);
        const QString key = m_bench->drafts().keys().value(0);
        QVERIFY(!key.isEmpty());
        QTRY_VERIFY(m_bench->drafts().isWritten(key));
        const QJsonObject state = m_panel->saveState();
        m_panel.reset(); // the program ends without asking
        showPanel(state);
        QTRY_COMPARE(m_panel->inspector()->key(), QByteArray("cache:page:note"));
        QTRY_COMPARE(m_panel->inspector()->text()->editor()->toPlainText(), u"not sent"_s);
        QVERIFY(m_panel->hasUnsavedWork());
        QVERIFY(sent().isEmpty()); // and nothing was run by itself
    }

    void halfAnEditSurvivesToo()
    {
        fill();
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::Ready);
        choose("cache:page:index");
        auto* text = m_panel->inspector()->text()->editor();
        QTRY_VERIFY(text->toPlainText().startsWith(u'{'));
        text->selectAll();
        const QString typed = u"{\"a\": [1, "_s; // no JSON yet
        QTest::keyClicks(text, typed);
        const QString key = m_bench->drafts().keys().value(0);
        QVERIFY(!key.isEmpty());
        QTRY_VERIFY(m_bench->drafts().isWritten(key));
        const QJsonObject state = m_panel->saveState();
        m_panel.reset();
        showPanel(state);
        QTRY_COMPARE(m_panel->inspector()->key(), QByteArray("cache:page:index"));
        text = m_panel->inspector()->text()->editor();
        QTRY_COMPARE(text->toPlainText(), typed);
        QVERIFY(m_panel->inspector()->text()->isEdited());
        QVERIFY(!m_panel->inspector()->text()->value());
        QTest::keyClick(text, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(text, u"2]}"_s);
        QCOMPARE(m_panel->inspector()->text()->value(), QByteArray("{\"a\":[1,2]}"));
    }

    void states()
    {
        showPanel(); // an empty database
        QTRY_COMPARE(m_panel->state(), State::Empty);
        m_panel.reset();
        m_data->broken = Error{Error::Kind::Refused, u"cache"_s, u"Connection refused"_s, {}, {}};
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::Error);
        {
            std::lock_guard lock(m_data->mutex);
            m_data->broken.reset();
            fill();
        }
        QTest::keyClick(m_panel.get(), Qt::Key_F5);
        QTRY_COMPARE(m_panel->state(), State::Ready);
        {
            std::lock_guard lock(m_data->mutex);
            m_data->broken = Error{Error::Kind::Timeout, u"cache"_s, u"no answer"_s, {}, {}};
        }
        m_panel->refresh();
        QTRY_COMPARE(m_panel->state(), State::Stale);
        m_panel.reset();
        m_bench->hub().remove(u"cache"_s);
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::NotConnected);
    }

    // Nobody presses a key: the server goes, the sampler notices, and it comes back.
    void anOutageIsShownAndOverByItself()
    {
        fill();
        showPanel();
        QTRY_COMPARE(m_panel->keys()->scan().progress().phase, KeyScan::Phase::Done);
        QTRY_COMPARE(m_panel->state(), State::Ready);
        const int rows = m_panel->keys()->scan().model()->rowCount();
        const Error gone{Error::Kind::Refused, u"cache"_s, u"Connection refused"_s, {}, {}};
        {
            std::lock_guard lock(m_data->mutex);
            m_data->broken = gone;
        }
        HealthReport report;
        report.state = HealthReport::State::Failing;
        m_bench->hub().reportHealth(u"cache"_s, report, gone);
        QCOMPARE(m_panel->state(), State::Stale);
        auto* frame = m_panel->findChild<ui::StateFrame*>();
        QCOMPARE(frame->state(), ui::PanelState::Stale);
        QCOMPARE(m_panel->keys()->scan().model()->rowCount(), rows); // what was known stays
        // The next try fails too, and what it finds does not make the panel look well.
        QTRY_COMPARE_WITH_TIMEOUT(
            m_panel->keys()->scan().progress().phase, KeyScan::Phase::Failed, 30'000);
        QCOMPARE(m_panel->state(), State::Stale);
        {
            std::lock_guard lock(m_data->mutex);
            m_data->broken.reset();
        }
        report.state = HealthReport::State::Healthy;
        m_bench->hub().reportHealth(u"cache"_s, report, {});
        QTRY_COMPARE(m_panel->state(), State::Ready);
        QCOMPARE(frame->state(), ui::PanelState::Ready);
        QTRY_COMPARE(m_panel->keys()->scan().progress().phase, KeyScan::Phase::Done);
        QCOMPARE(m_panel->keys()->scan().model()->rowCount(), rows);
    }

    void listShowsAllKeysWithoutWalkingAgain()
    {
        fill();
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::Ready);
        auto* model = m_panel->keys()->scan().model();
        QTRY_COMPARE(m_panel->keys()->scan().progress().phase, KeyScan::Phase::Done);
        const int folders = model->rowCount();
        choose("queue:mail");
        QTRY_VERIFY(model->indexOf("queue:mail").isValid()); // its folder is open
        m_panel->keys()->tree()->setCurrentIndex(model->indexOf("queue:mail"));
        m_panel->keys()->setFlat(true);
        QTRY_COMPARE(model->rowCount(), int(m_data->keys.size()));
        QCOMPARE(model->index(0, 0).data().toString(), u"cache:huge"_s);
        QVERIFY(!model->hasChildren(model->index(0, 0)));
        QTRY_COMPARE(m_panel->keys()->currentPath(), "queue:mail"); // stays chosen
        const QJsonObject state = m_panel->saveState();
        m_panel->keys()->setFlat(false);
        QTRY_COMPARE(model->rowCount(), folders);
        showPanel(state);
        QVERIFY(m_panel->keys()->isFlat());
        QTRY_COMPARE(m_panel->keys()->scan().model()->rowCount(), int(m_data->keys.size()));
    }

    void hiddenPanelAsksNothing()
    {
        fill();
        m_panel = std::make_unique<QueuePanel>(*m_bench, u"cache"_s);
        QCoreApplication::processEvents();
        QCOMPARE(m_panel->keys()->scan().progress().phase, KeyScan::Phase::Idle);
    }

    void actionsHaveNames()
    {
        showPanel();
        for (const QAction* action : m_panel->panelActions())
            QVERIFY(!action->text().isEmpty());
        const auto module = queueModule();
        QCOMPARE(module.railSlot, 4);
        QCOMPARE(module.panels.front().kind, m_panel->kind());
    }

    // Pictures for the eye, when a folder is named.
    void pictures()
    {
        const QString folder = qEnvironmentVariable("PILOTHOUSE_TEST_PICTURES");
        if (folder.isEmpty())
            return;
        fill();
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::Ready);
        auto& theme = ui::Theme::of(m_panel.get());
        for (const auto& [mode, name] : {std::pair(ui::Theme::Mode::Dark, u"dark"_s),
                 std::pair(ui::Theme::Mode::Light, u"light"_s)}) {
            theme.setMode(mode);
            choose("cart:user:88213");
            QTRY_COMPARE(m_panel->inspector()->model()->rowCount(), 7);
            QTRY_VERIFY(m_panel->server()->slowLog()->rowCount() > 0);
            m_panel->grab().save(folder + u"/queue-hash-"_s + name + u".png"_s);
            choose("stream:orders");
            QTRY_COMPARE(m_panel->inspector()->model()->columnCount(), 4);
            QTRY_VERIFY(m_panel->inspector()->findChild<StreamBar*>()->pending().size() == 2);
            m_panel->grab().save(folder + u"/queue-stream-"_s + name + u".png"_s);
            choose("cache:page:index");
            QTRY_VERIFY(m_panel->inspector()->text()->editor()->toPlainText().size() > 9);
            m_panel->grab().save(folder + u"/queue-text-"_s + name + u".png"_s);
        }
        theme.setMode(ui::Theme::Mode::Dark);
    }
};

PH_TEST_MAIN(QApplication, QueuePanelTest)
#include "tst_queuepanel.moc"
