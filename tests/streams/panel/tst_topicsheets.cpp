// SPDX-License-Identifier: GPL-3.0-or-later
// Making and changing topics with real keys: names and settings checked while one types, what the
// brokers say, several settings in one act, deleting messages after a dry run.
#include "streams/panel/configpane.h"
#include "streams/panel/countbox.h"
#include "streams/panel/newtopicsheet.h"
#include "streams/panel/pairrows.h"
#include "streams/panel/partitionssheet.h"
#include "streams/panel/recordssheet.h"
#include "streams/panel/sheettable.h"
#include "streams/panel/streamdesk.h"
#include "streams/panel/topicname.h"
#include "tests/streams/panel/sheetfixture.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/controls/toggleswitch.h"
#include "ui/words.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class TopicSheetsTest final : public QObject, private SheetFixture
{
    Q_OBJECT

    static QString said(const CheckList* list)
    {
        QStringList words;
        for (const Check& check : list->checks())
            words << check.text + u'|' + check.fact;
        return words.join(u'\n');
    }
    static void type(QLineEdit* field, const QString& text)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    ConfigPane* openConfig(const QString& topic)
    {
        auto* pane = show(std::make_unique<ConfigPane>(*m_bench, service()));
        pane->showTopic(topic);
        return pane;
    }
    // Types a value in place, as Enter, the text and Enter do.
    static void setValue(ConfigPane* pane, const QString& name, const QString& value)
    {
        pane->chooseSetting(name);
        pane->table()->setFocus();
        QTest::keyClick(pane->table(), Qt::Key_F2);
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(field);
        field->selectAll();
        QTest::keyClicks(field, value);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(pane->model()->edits().count(name) && pane->model()->edits().at(name) == value);
    }

private Q_SLOTS:
    void init() { makeServer(); }
    void cleanup() { drop(); }

    void namesAreCheckedAsKafkaDoes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << u"shop.orders_v1-2"_s << true;
        QTest::newRow("longest") << QString(249, u'a') << true;
        QTest::newRow("longer") << QString(250, u'a') << false;
        QTest::newRow("empty") << u""_s << false;
        QTest::newRow("dot") << u"."_s << false;
        QTest::newRow("dots") << u".."_s << false;
        QTest::newRow("three dots") << u"..."_s << true;
        QTest::newRow("space") << u"a b"_s << false;
        QTest::newRow("slash") << u"a/b"_s << false;
        QTest::newRow("letter") << u"größe"_s << false;
    }
    void namesAreCheckedAsKafkaDoes()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        QCOMPARE(topicNameProblem(name).isEmpty(), good);
    }

    void valuesAreCheckedByTheirKind()
    {
        const auto wrong = [](const QString& name, const QString& now, const QString& value) {
            ConfigEntry entry;
            entry.name = name;
            entry.value = now;
            return ui::words(configProblem(entry, value));
        };
        QCOMPARE(wrong(u"retention.ms"_s, u"1"_s, u"-1"_s), QString());
        QCOMPARE(wrong(u"retention.ms"_s, u"1"_s, u"7d"_s), u"A whole number"_s);
        QCOMPARE(wrong(u"min.cleanable.dirty.ratio"_s, u"0.5"_s, u"x"_s), u"A number"_s);
        QCOMPARE(wrong(u"preallocate"_s, u"false"_s, u"yes"_s), u"true or false"_s);
        QCOMPARE(wrong(u"cleanup.policy"_s, u"delete"_s, u"compact,delete"_s), QString());
        QCOMPARE(wrong(u"cleanup.policy"_s, u"delete"_s, u"shred"_s), u"One of delete, compact"_s);
        QCOMPARE(collidingTopic(u"a.b"_s, {u"a_b"_s, u"c"_s}), u"a_b"_s);
        QCOMPARE(collidingTopic(u"a.b"_s, {u"a.b"_s, u"c"_s}), QString());
    }

    void aTopicIsMade()
    {
        auto* sheet = show(std::make_unique<NewTopicSheet>(*m_bench, service()));
        sheet->open();
        QTRY_COMPARE(in([](const StreamsWorld& w) { return w.count(u"config"_s); }), 1);
        QVERIFY(!sheet->button()->isEnabled());
        QTRY_VERIFY(sheet->nameField()->hasFocus());
        type(sheet->nameField(), u"shop orders"_s);
        QVERIFY(!sheet->button()->isEnabled());
        type(sheet->nameField(), u"shop.orders.v1"_s); // is there
        QVERIFY(!sheet->button()->isEnabled());
        type(sheet->nameField(), u"shop_orders.v1"_s);
        QVERIFY(said(sheet->checks()).contains(u"of shop.orders.v1"_s));
        type(sheet->nameField(), u"shop.orders.v2"_s);
        QVERIFY(sheet->button()->isEnabled());
        sheet->partitionsField()->setValue(12);
        QTest::keyClick(sheet, Qt::Key_Plus, Qt::ControlModifier);
        PairRows* settings = sheet->settings();
        QCOMPARE(settings->count(), 1);
        QVERIFY(settings->nameField(0)->hasFocus());
        type(settings->nameField(0), u"retention.sm"_s);
        type(settings->valueField(0), u"86400000"_s);
        QTRY_COMPARE(settings->problem(0), u"These brokers know no such setting"_s);
        QVERIFY(!sheet->button()->isEnabled());
        type(settings->nameField(0), u"retention.ms"_s);
        QCOMPARE(settings->problem(0), QString());
        QCOMPARE(settings->placeholder(u"retention.ms"_s), u"604800000"_s);
        if (QWidget* list = QApplication::activePopupWidget())
            list->close(); // of the names to complete with
        // What the brokers say, and that it is out of date once something is typed.
        QTest::keyClick(sheet, Qt::Key_F5);
        QTRY_COMPARE(said(sheet->checks()), u"The brokers would take it|"_s);
        QCOMPARE(sheet->preview(), u"create shop.orders.v2 partitions=12"_s);
        QTRY_COMPARE(layoutFault(*sheet), QString());
        picture(u"newtopic"_s);
        type(settings->valueField(0), u"172800000"_s);
        QCOMPARE(said(sheet->checks()), QString());
        const NewTopic wanted = sheet->topic();
        QCOMPARE(wanted.config, (std::map<QString, QString>{{u"retention.ms"_s, u"172800000"_s}}));
        QCOMPARE(wanted.replication, -1);
        QSignalSpy made(sheet, &NewTopicSheet::made);
        QTest::keyClick(settings->valueField(0), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(made.count(), 1);
        QCOMPARE(sent(), QStringList({u"create shop.orders.v2 partitions=12"_s}));
    }

    void aNumberBeyondTheLimitIsRefusedInWords()
    {
        auto* sheet = show(std::make_unique<NewTopicSheet>(*m_bench, service()));
        sheet->open();
        type(sheet->nameField(), u"many"_s);
        QVERIFY(sheet->button()->isEnabled());
        auto* field = sheet->partitionsField()->findChild<QLineEdit*>();
        type(field, u"999999999"_s);
        QCOMPARE(field->text(), u"999999999"_s); // nothing is cut
        QVERIFY(!sheet->button()->isEnabled());
        const auto labels = sheet->findChildren<ui::ElidedLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const ui::ElidedLabel* label) {
            return label->isVisible() && label->text().contains(u"At most 100,000"_s);
        }));
        type(field, u"99999999999999"_s); // more than a number of the protocol holds
        QVERIFY(!sheet->button()->isEnabled());
        type(field, u"12"_s);
        QVERIFY(sheet->button()->isEnabled());
        QCOMPARE(sheet->topic().partitions, 12);
        auto* more = show(std::make_unique<PartitionsSheet>(*m_bench, service()));
        more->open(u"shop.inventory.cdc"_s);
        QTRY_COMPARE(more->countField()->value(), 15);
        type(more->countField()->findChild<QLineEdit*>(), u"7000000"_s);
        QVERIFY(!more->button()->isEnabled());
        QVERIFY2(
            said(more->checks()).contains(u"At most 100,000"_s), qPrintable(said(more->checks())));
    }

    // The broker was reached, and said no.
    void aRefusalIsNotAnOutage()
    {
        in([](StreamsWorld& w) {
            w.errors[u"tryCreate"_s] = Error{Error::Kind::Refused, u"shop-kafka"_s,
                u"Excessively large number of partitions per request."_s, {},
                u"POLICY_VIOLATION"_s};
            return 0;
        });
        auto* sheet = show(std::make_unique<NewTopicSheet>(*m_bench, service()));
        sheet->open();
        type(sheet->nameField(), u"many"_s);
        QTest::keyClick(sheet, Qt::Key_F5);
        QTRY_VERIFY(said(sheet->checks()).contains(u"Excessively large"_s));
        QVERIFY2(said(sheet->checks()).contains(u"refuses this request"_s),
            qPrintable(said(sheet->checks())));
    }

    void aTopicIsMadeLikeAnother()
    {
        auto* sheet = show(std::make_unique<NewTopicSheet>(*m_bench, service()));
        sheet->open(u"shop.clicks.v2"_s);
        QTRY_COMPARE(sheet->settings()->count(), 1);
        QCOMPARE(sheet->settings()->nameField(0)->text(), u"retention.ms"_s);
        QCOMPARE(sheet->settings()->valueField(0)->text(), u"259200000"_s);
        // The list may come after the settings; both are asked for at once.
        QTRY_VERIFY(sheet->likeField()->count() > 0);
    }

    void theBrokersRefusalIsSaidInTheSheet()
    {
        in([](StreamsWorld& w) {
            w.errors[u"tryCreate"_s] = Error{Error::Kind::Conflict, u"shop-kafka"_s,
                u"INVALID_REPLICATION_FACTOR: 3 brokers"_s, {}, {}};
            w.actFails = w.errors[u"tryCreate"_s];
            return 0;
        });
        auto* sheet = show(std::make_unique<NewTopicSheet>(*m_bench, service()));
        sheet->open();
        type(sheet->nameField(), u"fresh"_s);
        QTest::keyClick(sheet, Qt::Key_F5);
        QTRY_VERIFY(said(sheet->checks()).contains(u"INVALID_REPLICATION_FACTOR"_s));
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_bench->acts().size(), 1);
        QTRY_VERIFY(sheet->button()->isEnabled()); // what was typed stands, it can be tried again
        QVERIFY(said(sheet->checks()).contains(u"INVALID_REPLICATION_FACTOR"_s));
    }

    void severalSettingsAreOneAct()
    {
        ConfigPane* pane = openConfig(u"shop.clicks.v2"_s);
        QTRY_COMPARE(pane->model()->rowCount(), 4);
        ConfigModel* model = pane->model();
        QAbstractItemModelTester tester(model);
        QVERIFY(!pane->applyButton()->isEnabled());
        setValue(pane, u"min.insync.replicas"_s, u"two"_s);
        QVERIFY(pane->helpText().contains(u"A whole number"_s));
        QVERIFY(!pane->applyButton()->isEnabled());
        setValue(pane, u"min.insync.replicas"_s, u"2"_s);
        QVERIFY(pane->applyButton()->isEnabled());
        pane->chooseSetting(u"retention.ms"_s);
        QVERIFY2(
            pane->helpText().startsWith("retention.ms = 3 d"_L1), qPrintable(pane->helpText()));
        QTest::keyClick(pane->table(), Qt::Key_Delete); // back to the default
        const std::vector<ConfigChange> wanted{{u"min.insync.replicas"_s, u"1"_s, u"2"_s},
            {u"retention.ms"_s, u"259200000"_s, std::nullopt}};
        QCOMPARE(pane->model()->changes(), wanted);
        picture(u"config"_s);
        QSignalSpy changed(pane, &ConfigPane::changed);
        QTest::keyClick(pane->table(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(sent(),
            QStringList({u"changeConfig shop.clicks.v2 min.insync.replicas=2 "
                         "retention.ms=(default)"_s}));
        QVERIFY(!pane->hasEdits());
    }

    void editsWaitForTheirTopicAndFailuresKeepThem()
    {
        ConfigPane* pane = openConfig(u"shop.clicks.v2"_s);
        QTRY_COMPARE(pane->model()->rowCount(), 4);
        setValue(pane, u"retention.ms"_s, u"1000"_s);
        pane->showTopic(u"shop.orders.v1"_s);
        QTRY_COMPARE(pane->model()->rowCount(), 4);
        QVERIFY(pane->model()->changes().empty());
        QVERIFY(pane->hasEdits());
        pane->showTopic(u"shop.clicks.v2"_s);
        QTRY_COMPARE(pane->model()->changes().size(), 1);
        in([](StreamsWorld& w) {
            w.actFails = Error{Error::Kind::Refused, {}, u"POLICY_VIOLATION"_s, {}, {}};
            return 0;
        });
        QTest::keyClick(pane->table(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(pane->note().contains(u"POLICY_VIOLATION"_s));
        QCOMPARE(pane->model()->changes().size(), 1);
        QVERIFY(pane->applyButton()->isEnabled());
        // Undone one by one.
        pane->chooseSetting(u"retention.ms"_s);
        QTest::keyClick(pane->table(), Qt::Key_Backspace, Qt::ControlModifier);
        QVERIFY(!pane->hasEdits());
    }

    // What holds without a value of its own is told of each; the menu of a setting has its acts.
    void aSettingHasItsMenu()
    {
        in([](StreamsWorld& w) {
            ConfigEntry one;
            one.name = u"segment.ms"_s;
            one.value = u"604800000"_s;
            one.source = ConfigEntry::Source::Default;
            w.configs[u"shop.clicks.v2"_s] = {one};
            return 0;
        });
        ConfigPane* pane = openConfig(u"shop.clicks.v2"_s);
        QTRY_COMPARE(pane->model()->rowCount(), 1);
        ConfigModel* model = pane->model();
        QCOMPARE(model->index(0, ConfigModel::Default).data().toString(), u"604800000"_s);
        const QPoint middle
            = pane->table()->visualRect(pane->table()->model()->index(0, 0)).center();
        const auto menu = [&]() -> QMenu* {
            for (QMenu* one : pane->findChildren<QMenu*>())
                if (one->isVisible())
                    return one;
            return nullptr;
        };
        const auto choose = [&](const QString& begin) {
            QContextMenuEvent event(
                QContextMenuEvent::Mouse, middle, pane->table()->viewport()->mapToGlobal(middle));
            QApplication::sendEvent(pane->table()->viewport(), &event);
            QTRY_VERIFY(menu());
            for (QAction* action : menu()->actions())
                if (action->text().startsWith(begin)) {
                    QVERIFY2(action->isEnabled(), qPrintable(begin));
                    const QPointer<QMenu> shown = menu();
                    QTest::mouseClick(
                        shown, Qt::LeftButton, {}, shown->actionGeometry(action).center());
                    QTRY_VERIFY(!shown);
                    return;
                }
            QFAIL(qPrintable(begin));
        };
        choose(u"Copy the name"_s);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"segment.ms"_s);
        choose(u"Copy the value"_s);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"604800000"_s);
        // Edit opens the field of the value, and what is typed goes there.
        choose(u"Edit the value"_s);
        QTRY_VERIFY(pane->table()->isAncestorOf(m_shown->focusWidget()));
        QApplication::setActiveWindow(m_shown.get()); // without a screen the menu had it
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(field);
        field->selectAll();
        QTest::keyClicks(field, u"3600000"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(model->edits().size(), size_t(1));
        QCOMPARE(model->edits().at(u"segment.ms"_s), u"3600000"_s);
    }

    void settingsAreFiltered()
    {
        ConfigPane* pane = openConfig(u"shop.clicks.v2"_s);
        QTRY_COMPARE(pane->model()->rowCount(), 4);
        pane->onlyChanged()->click();
        QCOMPARE(pane->table()->model()->rowCount(), 1);
        pane->onlyChanged()->click();
        pane->table()->setFocus();
        QTest::keyClick(pane->table(), Qt::Key_Slash);
        QVERIFY(pane->filter()->hasFocus());
        QTest::keyClicks(pane->filter(), u"segment"_s);
        QCOMPARE(pane->table()->model()->rowCount(), 1);
    }

    void helpIsPlainText()
    {
        ConfigEntry entry;
        entry.help = u"This config must be <a href=\"#compaction\">compact</a>ed &gt; 0.<p>See "
                     u"<code>min.insync.replicas</code>.</p>"_s;
        QCOMPARE(ConfigModel::helpText(entry),
            u"This config must be compacted > 0. See min.insync.replicas."_s);
        entry.help = u"Plain. As it is."_s;
        QCOMPARE(ConfigModel::helpText(entry), entry.help);
    }

    void whileSettingsAreAskedForATopicIsChosen()
    {
        in([](StreamsWorld& w) {
            w.silent.insert(u"config"_s);
            return 0;
        });
        ConfigPane* pane = openConfig(u"shop.clicks.v2"_s);
        const auto pages = pane->findChildren<QLabel*>();
        QVERIFY(std::none_of(pages.begin(), pages.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().contains(u"No topic is chosen"_s);
        }));
        QCOMPARE(pane->note(), u"Asking for the settings"_s);
    }

    void settingsThatCannotBeReadSaySo()
    {
        in([](StreamsWorld& w) {
            w.errors[u"config"_s] = Error{
                Error::Kind::Auth, u"shop-kafka"_s, u"TOPIC_AUTHORIZATION_FAILED"_s, {}, {}};
            return 0;
        });
        ConfigPane* pane = openConfig(u"shop.clicks.v2"_s);
        QTRY_VERIFY(in([](const StreamsWorld& w) { return w.count(u"config"_s); }) > 0);
        QTRY_VERIFY(!pane->table()->isVisible());
        in([](StreamsWorld& w) {
            w.errors.clear();
            return 0;
        });
        pane->refresh();
        QTRY_VERIFY(pane->table()->isVisible());
        QCOMPARE(pane->model()->rowCount(), 4);
    }

    void messagesAreDeletedAfterADryRun()
    {
        auto* sheet = show(std::make_unique<RecordsSheet>(*m_bench, service()));
        sheet->open(u"shop.payments.v1"_s);
        QVERIFY(!sheet->button()->isEnabled());
        sheet->kind()->setCurrentIndex(int(RecordsSheet::Before::Offset));
        type(sheet->valueField(), u"60000"_s);
        QTRY_COMPARE(sheet->before().size(), 4);
        QCOMPARE(said(sheet->checks()),
            u"40,000 offsets are gone for good, for every reader|4 partitions"_s);
        type(sheet->partitionField(), u"1-2"_s);
        QVERIFY(!sheet->button()->isEnabled()); // until it is known
        QTRY_COMPARE(sheet->before(), (std::map<int, qint64>{{1, 60'000}, {2, 60'000}}));
        picture(u"records"_s);
        QSignalSpy deleted(sheet, &RecordsSheet::deleted);
        QTest::keyClick(sheet->valueField(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(deleted.count(), 1);
        QCOMPARE(sent(), QStringList({u"deleteRecords shop.payments.v1 1:60000 2:60000"_s}));
    }

    void deletingByTimeAndWithoutALeader()
    {
        auto* sheet = show(std::make_unique<RecordsSheet>(*m_bench, service()));
        sheet->open(u"shop.orders.v1"_s);
        type(sheet->valueField(), u"-30 s"_s);
        QTRY_VERIFY(!sheet->before().empty());
        in([](StreamsWorld& w) {
            w.brokenOffsets = {{u"shop.orders.v1"_s, 3, {}, {},
                Error{Error::Kind::Refused, {}, u"LEADER_NOT_AVAILABLE"_s, {}, {}}}};
            return 0;
        });
        QTest::keyClick(sheet, Qt::Key_F5);
        QTRY_VERIFY(said(sheet->checks()).contains(u"1 partitions cannot be read now"_s)
            || said(sheet->checks()).contains(u"cannot be read now"_s));
        QVERIFY(sheet->before().empty()); // all of them, or none
        QVERIFY(!sheet->button()->isEnabled());
    }

    void partitionsAreAddedWithTheirWarning()
    {
        auto* sheet = show(std::make_unique<PartitionsSheet>(*m_bench, service()));
        sheet->open(u"shop.inventory.cdc"_s);
        QTRY_COMPARE(sheet->countField()->value(), 15);
        QTRY_VERIFY(said(sheet->checks()).contains(u"The topic is compacted"_s));
        QVERIFY(said(sheet->checks()).contains(u"the order of one key is not kept"_s));
        picture(u"partitions"_s);
        sheet->countField()->setValue(14);
        QVERIFY(!sheet->button()->isEnabled());
        sheet->countField()->setValue(20);
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(sent(), QStringList({u"addPartitions shop.inventory.cdc 20"_s}));
    }

    void whatNeedsNoSheet()
    {
        StreamDesk desk(*m_bench, service());
        QSignalSpy topic(&desk, &StreamDesk::topicRemoved);
        QSignalSpy commits(&desk, &StreamDesk::commitsRemoved);
        QSignalSpy group(&desk, &StreamDesk::groupRemoved);
        desk.removeTopic(u"dlq.orders"_s);
        QTRY_COMPARE(topic.count(), 1);
        desk.removeCommits(u"archive"_s, u"dlq.orders"_s);
        QTRY_COMPARE(commits.count(), 1);
        desk.removeGroup(u"archive"_s);
        QTRY_COMPARE(group.count(), 1);
        QCOMPARE(sent(),
            QStringList({u"remove dlq.orders"_s, u"removeCommits archive dlq.orders"_s,
                u"removeGroup archive"_s}));
        desk.removeTopic(u"no.such"_s);
        QTRY_COMPARE(m_bench->errors().size(), 1);
    }
};

PH_TEST_MAIN(QApplication, TopicSheetsTest)
#include "tst_topicsheets.moc"
