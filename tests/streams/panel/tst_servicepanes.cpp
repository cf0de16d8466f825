// SPDX-License-Identifier: GPL-3.0-or-later
// Schemas, connectors and access rules with real keys on a cluster in memory; each state of each
// pane.
#include "streams/panel/accesspane.h"
#include "streams/panel/connectpane.h"
#include "streams/panel/diffview.h"
#include "streams/panel/schemaspane.h"
#include "streams/panel/schemaview.h"
#include "streams/panel/sheettable.h"
#include "streams/panel/textdiff.h"
#include "streams/panel/textrows.h"
#include "tests/streams/panel/servicefixture.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"
#include "ui/drafts.h"
#include "ui/editor/codeeditor.h"
#include "ui/states/notificationlist.h"
#include "ui/states/toaststack.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QSet>
#include <QSignalSpy>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using ui::PanelState;

class ServicePanesTest final : public QObject, private ServiceFixture
{
    Q_OBJECT

    void failConnector() const
    {
        in([](StreamsWorld& w) {
            ConnectorInfo& one = w.connectors.front();
            one.config
                = {{u"database.password"_s, u"••••••"_s}, {u"topics"_s, u"shop.clicks.v2"_s}};
            one.tasks.back().state = u"FAILED"_s;
            one.tasks.back().trace = u"org.apache.kafka.connect.errors.DataException: no JSON"_s;
            return 0;
        });
    }

private Q_SLOTS:
    void init() { makeServer(); }
    void cleanup() { drop(); }

    void diffs()
    {
        using Kind = DiffLine::Kind;
        QCOMPARE(diffOf(u"a\nb\nc"_s, u"a\nx\nc"_s),
            (std::vector<DiffLine>{{Kind::Same, u"a"_s}, {Kind::Removed, u"b"_s},
                {Kind::Added, u"x"_s}, {Kind::Same, u"c"_s}}));
        QCOMPARE(diffOf(u"a"_s, u"a"_s), (std::vector<DiffLine>{{Kind::Same, u"a"_s}}));
        QCOMPARE(diffOf(u"a\nb"_s, u"b"_s),
            (std::vector<DiffLine>{{Kind::Removed, u"a"_s}, {Kind::Same, u"b"_s}}));
        const QString many = QString(u"x\n"_s).repeated(5000);
        const QString other = QString(u"y\n"_s).repeated(5000);
        QCOMPARE(diffOf(many, other).size(), size_t(10'001));
        QCOMPARE(laidOut(u"{\"b\":[],\"a\":{\"c\":\"x,{\\\"\"}}"_s),
            u"{\n  \"b\": [],\n  \"a\": {\n    \"c\": \"x,{\\\"\"\n  }\n}"_s);
        QCOMPARE(laidOut(u"\"string\""_s), u"\"string\""_s);
    }

    void rowsKeepWhatIsChosen()
    {
        TextRows model({u"Name"_s}, nullptr);
        QAbstractItemModelTester tester(&model);
        SheetTable view(u"Rows"_s);
        view.setModel(&model);
        model.setRows({{u"a"_s, {u"Alpha"_s}}, {u"b"_s, {u"Beta"_s}}, {u"c"_s, {u"Gamma"_s}}});
        choose(view, u"b"_s);
        model.setRows({{u"a"_s, {u"Alpha"_s}}, {u"b"_s, {u"Beta 2"_s}}, {u"c"_s, {u"Gamma"_s}}});
        QCOMPARE(currentKey(view), u"b"_s);
        model.setFilter(u"gam"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.total(), 3);
        choose(view, u"b"_s); // not shown: the first
        QCOMPARE(currentKey(view), u"c"_s);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 3);
    }

    void theSchemaOfATopic()
    {
        auto* view = showPane<SchemaView>();
        QTRY_COMPARE(view->state(), PanelState::Empty);
        view->showTopic(u"shop.orders.v1"_s);
        QTRY_COMPARE(view->state(), PanelState::Ready);
        QVERIFY(view->facts().contains("1042"_L1));
        QSignalSpy asked(view, &SchemaView::subjectAsked);
        view->showTopic(u"shop.clicks.v2"_s);
        QTRY_COMPARE(view->state(), PanelState::Empty);
        picture(u"schema-none"_s);
    }

    void noticesKeepClearOfTheActsOfAConnector()
    {
        showPane<ConnectPane>();
        ui::NotificationList list;
        ui::ToastStack notices(m_shown.get(), list, 0);
        notices.notify({u"done"_s, ui::ToastKind::Good, u"The connector was paused"_s,
            u"orders-sink"_s, u"undo"_s, u"Undo"_s, true});
        for (const QString& text : {u"Pause…"_s, u"Restart…"_s, u"Restart task…"_s}) {
            const ui::Button* button = nullptr;
            for (const auto* one : m_shown->findChildren<ui::Button*>())
                if (one->text() == text)
                    button = one;
            QVERIFY2(button, qPrintable(text));
            QTRY_VERIFY(button->isVisible());
            const auto covers = [&](const QRect& place) -> bool {
                return place.intersects(
                    QRect(button->mapTo(m_shown.get(), QPoint()), button->size()));
            };
            QTRY_VERIFY(!covers(notices.geometry()));
        }
        QVERIFY(m_shown->rect().contains(notices.geometry()));
    }
    void connectorsAndTasks()
    {
        failConnector();
        auto* pane = showPane<ConnectPane>();
        checkActs(pane);
        QTRY_COMPARE(rows(pane->connectorList()), 1);
        QCOMPARE(cell(pane->connectorList(), 0, 1), u"FAILED"_s);
        QVERIFY(pane->current() && pane->current()->name == "clicks-to-minio"_L1);
        // What failed is shown first.
        QTRY_VERIFY(pane->shownText().contains("DataException"_L1));
        pane->taskList()->setFocus();
        QTest::keyClick(pane->taskList(), Qt::Key_Up);
        QTRY_VERIFY(!pane->shownText().contains("DataException"_L1));
        QTest::keyClick(pane->taskList(), Qt::Key_Down);
        QTRY_VERIFY(pane->shownText().contains("DataException"_L1));
        picture(u"connect"_s);
        QTest::keyClick(pane->taskList(), Qt::Key_R);
        const int last = rows(pane->taskList()) - 1;
        QTRY_COMPARE(sent(), QStringList{u"restartTask clicks-to-minio %1"_s.arg(last)});
        pane->connectorList()->setFocus();
        QTest::keyClick(pane->connectorList(), Qt::Key_R);
        QTRY_COMPARE(sent().size(), 2);
        QCOMPARE(sent().back(), u"restart clicks-to-minio onlyFailed=1"_s);
        QTest::keyClick(pane->connectorList(), Qt::Key_R, Qt::ShiftModifier);
        QTRY_COMPARE(sent().size(), 3);
        QTest::keyClick(pane->connectorList(), Qt::Key_Space);
        QTRY_COMPARE(sent().size(), 4);
        QCOMPARE(sent().back(), u"pause clicks-to-minio"_s);
        QTRY_COMPARE(pane->current()->state, u"PAUSED"_s);
        pane->showTopic(u"nothing"_s);
        QTRY_COMPARE(pane->state(), PanelState::Empty);
        pane->showTopic(u"shop.clicks.v2"_s);
        QTRY_COMPARE(pane->state(), PanelState::Ready);
    }

    void connectInEachState()
    {
        setSilent("connectors");
        auto* pane = showPane<ConnectPane>();
        QTRY_COMPARE(pane->state(), PanelState::Loading);
        speak();
        QTRY_COMPARE(pane->state(), PanelState::Ready);
        setError("connectors", {Error::Kind::Timeout, u"shop-kafka"_s, {}, {}, {}});
        pane->refresh();
        QTRY_COMPARE(pane->state(), PanelState::Stale);
        QVERIFY(pane->current());
        auto* other = showPane<ConnectPane>();
        QTRY_COMPARE(other->state(), PanelState::Error);
    }

    void oneConnectThatFailsHidesNoOther()
    {
        in([](StreamsWorld& w) {
            w.connectsAway[u"connect-b:8083"_s]
                = Error{Error::Kind::Timeout, u"shop-kafka"_s, u"no answer"_s, {}, {}};
            return 0;
        });
        auto* pane = showPane<ConnectPane>();
        QTRY_COMPARE(pane->state(), PanelState::Ready);
        QVERIFY(pane->current());
        QVERIFY2(pane->awayText().contains(u"connect-b:8083"_s), qPrintable(pane->awayText()));
    }

    void rulesAreAddedAndRemoved()
    {
        auto* pane = showPane<AccessPane>();
        checkActs(pane);
        QTRY_COMPARE(rows(pane->ruleList()), 1);
        QCOMPARE(cell(pane->ruleList(), 0, 0), u"User:orders-api"_s);
        QTest::keyClick(pane, Qt::Key_Insert);
        QVERIFY(pane->form()->isVisible());
        QTRY_VERIFY(pane->principalField()->hasFocus());
        QTest::keyClicks(pane->principalField(), u"alice"_s);
        QVERIFY(!pane->preview().contains("addRule"_L1)); // not whole yet
        pane->nameField()->setFocus();
        QTest::keyClicks(pane->nameField(), u"shop.orders.v1"_s);
        QCOMPARE(pane->typed().principal, u"User:alice"_s);
        QCOMPARE(pane->preview(), u"addRule User:alice READ shop.orders.v1"_s);
        picture(u"access"_s);
        QTest::keyClick(pane->nameField(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(rows(pane->ruleList()), 2);
        QVERIFY(!pane->form()->isVisible());
        pane->showTopic(u"shop.clicks.v2"_s);
        QTRY_COMPARE(rows(pane->ruleList()), 1); // by its prefix
        pane->showTopic({});
        QTRY_COMPARE(rows(pane->ruleList()), 2);
        pane->ruleList()->setFocus();
        pane->ruleList()->selectAll();
        QTest::keyClick(pane->ruleList(), Qt::Key_Delete);
        QTRY_COMPARE(pane->state(), PanelState::Empty);
        QCOMPARE(sent().back(), u"removeRules 2"_s);
        QTest::keyClick(pane, Qt::Key_Insert);
        QVERIFY(pane->form()->isVisible());
        QTest::keyClick(pane->principalField(), Qt::Key_Escape);
        QVERIFY(!pane->form()->isVisible());
    }

    void accessInEachState()
    {
        setSilent("rules");
        auto* pane = showPane<AccessPane>();
        QTRY_COMPARE(pane->state(), PanelState::Loading);
        speak();
        QTRY_COMPARE(pane->state(), PanelState::Ready);
        // No authorizer is a fact, not a failure.
        setError(
            "rules", {Error::Kind::Unsupported, u"shop-kafka"_s, u"SECURITY_DISABLED"_s, {}, {}});
        auto* other = showPane<AccessPane>();
        QTRY_COMPARE(other->state(), PanelState::Empty);
        picture(u"access-none"_s);
        QTest::keyClick(other, Qt::Key_Insert);
        QVERIFY(!other->form()->isVisible());
        setError("rules",
            {Error::Kind::Auth, u"shop-kafka"_s, u"no"_s, {}, u"CLUSTER_AUTHORIZATION_FAILED"_s});
        auto* without = showPane<AccessPane>();
        QTRY_COMPARE(without->state(), PanelState::Empty);
        setError("rules", {Error::Kind::Timeout, u"shop-kafka"_s, {}, {}, {}});
        auto* third = showPane<AccessPane>();
        QTRY_COMPARE(third->state(), PanelState::Error);
    }

    void everythingHasRoom_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("beside a list") << QSize(430, 640);
        QTest::newRow("small window") << QSize(760, 420);
        QTest::newRow("above a tail") << QSize(560, 330);
        QTest::newRow("whole") << QSize(1400, 900);
    }
    void everythingHasRoom()
    {
        QFETCH(QSize, size);
        const auto fits = [this]() -> QString {
            QApplication::processEvents();
            const QString fault = layoutFault(*m_shown);
            // These have fewer parts than a whole panel; that they are there is asked before.
            return fault == "nothing is on screen"_L1 ? QString() : fault;
        };
        failConnector();
        auto* view = show(std::make_unique<SchemaView>(*m_bench, service()), size);
        view->showTopic(u"shop.orders.v1"_s);
        QTRY_COMPARE(view->state(), PanelState::Ready);
        QTRY_COMPARE(fits(), QString());
        auto* access = show(std::make_unique<AccessPane>(*m_bench, service()), size);
        QTRY_COMPARE(access->state(), PanelState::Ready);
        QTRY_COMPARE(fits(), QString());
        access->openForm();
        QTRY_COMPARE(fits(), QString());
        picture(u"narrow-access-%1"_s.arg(size.width()));
        access->closeForm();
        QVERIFY(access->ruleList()->isVisible());
        if (size.width() < 500)
            return; // those below have a screen of their own
        auto* schemas = show(std::make_unique<SchemasPane>(*m_bench, service()), size);
        QTRY_VERIFY(!schemas->text()->text().isEmpty());
        QTRY_COMPARE(fits(), QString());
        schemas->showView(SchemasPane::Edit);
        QTRY_COMPARE(fits(), QString());
        picture(u"narrow-edit-%1"_s.arg(size.width()));
        auto* connectors = show(std::make_unique<ConnectPane>(*m_bench, service()), size);
        QTRY_COMPARE(connectors->state(), PanelState::Ready);
        QTRY_COMPARE(fits(), QString());
        picture(u"narrow-connect-%1"_s.arg(size.width()));
    }

    void nothingIsWrittenWhereOneMayNot()
    {
        drop();
        makeServer(Environment::Production, WriteMode::Off);
        auto* pane = showPane<AccessPane>();
        QTRY_COMPARE(rows(pane->ruleList()), 1);
        pane->ruleList()->selectAll();
        QTest::keyClick(pane->ruleList(), Qt::Key_Delete);
        QVERIFY(m_bench->acts().empty());
        auto* connectors = showPane<ConnectPane>();
        QTRY_COMPARE(rows(connectors->connectorList()), 1);
        QTest::keyClick(connectors->connectorList(), Qt::Key_Space);
        QVERIFY(m_bench->acts().empty());
        m_bench->hub().setWritesLifted(service(), true);
        QTest::keyClick(connectors->connectorList(), Qt::Key_Space);
        QCOMPARE(m_bench->acts().size(), size_t(1));
    }

    void whatIsNotThereIsSaid()
    {
        drop();
        m_world = std::make_shared<StreamsWorld>();
        fillShop(*m_world);
        m_world->lacking = {u"Schemas"_s, u"Connect"_s, u"Access"_s};
        m_bench = std::make_unique<FakeWorkbench>();
        FakeStreams::join(m_bench->hub(), m_world);
        QTRY_COMPARE(showPane<SchemasPane>()->state(), PanelState::Empty);
        QTRY_COMPARE(showPane<SchemaView>()->state(), PanelState::Empty);
        QTRY_COMPARE(showPane<ConnectPane>()->state(), PanelState::Empty);
        QTRY_COMPARE(showPane<AccessPane>()->state(), PanelState::Empty);
    }
};

PH_TEST_MAIN(QApplication, ServicePanesTest)
#include "tst_servicepanes.moc"
