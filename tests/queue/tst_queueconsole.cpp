// SPDX-License-Identifier: GPL-3.0-or-later
// The console with real keys on a contract in memory: what is sent, what is asked first, what is
// refused, what is kept.
#include "queue/panel/consoleline.h"
#include "queue/panel/consoleoutput.h"
#include "queue/panel/consolepanel.h"
#include "tests/queue/fakequeue.h"
#include "tests/support/await.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "ui/drafts.h"
#include "ui/states/stateframe.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QPushButton>
#include <QTemporaryDir>

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using State = ui::Panel::State;

class QueueConsoleTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::shared_ptr<FakeData> m_data;
    std::unique_ptr<FakeWorkbench> m_bench;
    std::shared_ptr<History> m_history;
    std::unique_ptr<ConsolePanel> m_panel;

    void openPanel()
    {
        m_panel = std::make_unique<ConsolePanel>(*m_bench, u"cache"_s, m_history);
        m_panel->resize(900, 500);
        m_panel->show();
        m_panel->activateWindow();
        (void)QTest::qWaitForWindowActive(m_panel.get());
        m_panel->line()->setFocus();
    }
    void type(const QString& text, bool enter = true)
    {
        QTest::keyClicks(m_panel->line(), text);
        if (enter) {
            m_panel->line()->closePopup();
            QTest::keyClick(m_panel->line(), Qt::Key_Return);
        }
    }
    QString shown() const { return m_panel->output()->toPlainText(); }
    QStringList sent() const
    {
        std::lock_guard lock(m_data->mutex);
        return QStringList(m_data->sent.begin(), m_data->sent.end());
    }

private Q_SLOTS:
    void init()
    {
        m_data = std::make_shared<FakeData>();
        FakeData::Value text;
        text.text = "plain";
        m_data->keys.insert("note", text);
        m_bench = std::make_unique<FakeWorkbench>();
        m_bench->hub().setDescriptors({fakeQueueDescriptor(m_data)});
        ServiceConfig config;
        config.id = u"cache"_s;
        config.module = u"queue"_s;
        config.tool = u"fake"_s;
        config.title = u"cache-01"_s;
        config.writes = WriteMode::Ask;
        m_bench->hub().add(config, {});
        m_history = std::make_shared<History>(m_bench->hub().runtime(),
            m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".sqlite"_s));
    }
    void cleanup()
    {
        m_panel.reset();
        m_history.reset();
        m_bench.reset();
    }

    void readsAreSentAtOnce()
    {
        openPanel();
        QCOMPARE(m_panel->state(), State::Ready);
        type(u"get note"_s);
        QTRY_VERIFY(shown().contains(u"\"plain\""_s));
        QVERIFY(shown().startsWith(u"> get note\n"_s));
        QVERIFY(m_panel->line()->text().isEmpty());
        QVERIFY(m_bench->acts().empty());
        type(u"get \"unfinished"_s);
        QTRY_VERIFY(m_panel->output()->lines() >= 4); // the error, not a command
        QVERIFY(sent().isEmpty());
    }

    void changesAreShownBeforeTheyAreSent()
    {
        openPanel();
        m_bench->setAnswer(FakeWorkbench::Answer::Cancel);
        type(u"set note \"new text\""_s);
        QTRY_COMPARE(m_bench->acts().size(), size_t(1));
        QCOMPARE(m_bench->acts()[0].statement, u"set note \"new text\""_s);
        QTRY_VERIFY(shown().endsWith(u"not sent"_s));
        QVERIFY(sent().isEmpty());
        m_bench->setAnswer(FakeWorkbench::Answer::Accept);
        type(u"set note later"_s);
        QTRY_COMPARE(sent(), QStringList{u"set note later"_s});
        QTRY_VERIFY(shown().endsWith(u"OK"_s)); // the reply of the change
    }

    void refusalsSayWhy()
    {
        openPanel();
        type(u"monitor"_s, false);
        QTRY_COMPARE(m_panel->hint(), u"will be refused"_s); // told while typing
        m_panel->line()->closePopup();
        QTest::keyClick(m_panel->line(), Qt::Key_Return);
        QTRY_VERIFY(shown().contains(u"Refused: It would take this connection over."_s));
        type(u"del note"_s, false);
        QTRY_VERIFY(m_panel->hint().startsWith(u"changes the server"_s));
        QVERIFY(sent().isEmpty());
    }

    void writesThatAreOffAreRefusedHere()
    {
        m_bench->hub().remove(u"cache"_s);
        ServiceConfig config;
        config.id = u"cache"_s;
        config.module = u"queue"_s;
        config.tool = u"fake"_s;
        config.writes = WriteMode::Off;
        m_bench->hub().add(config, {});
        openPanel();
        type(u"set note x"_s);
        QTRY_VERIFY(shown().contains(u"Writes are off"_s));
        QVERIFY(m_bench->acts().empty());
    }

    void upAndDownWalkTheHistoryOfEarlierSessions()
    {
        openPanel();
        for (const QString& line : {u"get note"_s, u"ttl note"_s, u"get other"_s}) {
            type(line);
            QTRY_COMPARE(m_panel->line()->history().lines().last(), line);
            QTRY_VERIFY(m_panel->hint().isEmpty() || !m_panel->hint().contains(u"Esc"_s));
        }
        // Written in the background; closing the panel at once may lose the last line.
        QTRY_COMPARE(await(m_history->find(u"cache"_s, {}, 10))->size(), size_t(3));
        m_panel.reset();
        openPanel();
        QTRY_COMPARE(m_panel->line()->history().lines().size(), 3);
        QTest::keyClick(m_panel->line(), Qt::Key_Up);
        QCOMPARE(m_panel->line()->text(), u"get other"_s);
        QTest::keyClick(m_panel->line(), Qt::Key_Down);
        QCOMPARE(m_panel->line()->text(), QString());
        type(u"ge"_s, false);
        m_panel->line()->closePopup();
        QTest::keyClick(m_panel->line(), Qt::Key_Up);
        QTest::keyClick(m_panel->line(), Qt::Key_Up);
        QCOMPARE(m_panel->line()->text(), u"get note"_s); // only what begins so
    }

    void tabCompletesFromTheServersCommands()
    {
        openPanel();
        QCompleter* completer = m_panel->line()->completer();
        QTRY_COMPARE(completer->model()->rowCount(), 6);
        type(u"hg"_s, false);
        QTest::keyClick(m_panel->line(), Qt::Key_Tab);
        QTRY_COMPARE(m_panel->line()->text(), u"HGETALL "_s);
        m_panel->line()->clear();
        type(u"client l"_s, false);
        QTest::keyClick(m_panel->line(), Qt::Key_Tab);
        QTRY_COMPARE(m_panel->line()->text(), u"CLIENT LIST "_s);
        QVERIFY(m_panel->line()->hasFocus());
    }

    void whatIsTypedIsADraftButNoSecret()
    {
        openPanel();
        type(u"hgetall cart:"_s, false);
        const QString key = u"queue.console.cache"_s;
        QCOMPARE(m_bench->drafts().get(key)[u"typed"_s].toString(), u"hgetall cart:"_s);
        m_panel.reset();
        openPanel();
        QCOMPARE(m_panel->line()->text(), u"hgetall cart:"_s);
        m_panel->line()->clear();
        QVERIFY(m_bench->drafts().get(key).isEmpty());
        type(u"auth marked-password"_s);
        QTRY_VERIFY(shown().contains(u"Refused"_s));
        QVERIFY(m_bench->drafts().get(key).isEmpty());
        QVERIFY(!shown().contains(u"marked-password"_s));
        QVERIFY(!m_panel->line()->history().lines().join(u' ').contains(u"marked-password"_s));
        QTRY_COMPARE(m_panel->line()->history().lines().last(), u"auth ***"_s);
    }

    void longRepliesAreBounded()
    {
        FakeData::Value list;
        list.type = KeyType::List;
        for (int i = 0; i < 20'000; ++i)
            list.rows.push_back({{}, "job", i, {}, {}, 3});
        m_data->keys.insert("jobs", list);
        openPanel();
        type(u"lrange jobs 0 -1"_s);
        QTRY_VERIFY(shown().contains(u"500 of 20,000 elements shown"_s));
        QVERIFY(m_panel->output()->lines() < 520);
    }

    void escStopsWaiting()
    {
        m_data->silent = true;
        openPanel();
        type(u"get note"_s);
        QTRY_VERIFY(m_panel->hint().contains(u"Esc"_s));
        QTest::keyClick(m_panel->line(), Qt::Key_Escape);
        QTRY_VERIFY(shown().endsWith(u"stopped"_s));
        m_data->silent = false;
        type(u"get note"_s);
        QTRY_VERIFY(shown().contains(u"\"plain\""_s));
    }

    void aDeadServerIsSaidInThePanel()
    {
        {
            std::lock_guard lock(m_data->mutex);
            m_data->broken = Error{Error::Kind::Refused, u"cache"_s, u"nobody home"_s, {}, {}};
        }
        openPanel();
        QTRY_COMPARE(m_panel->state(), State::Error);
        auto* frame = m_panel->findChild<ui::StateFrame*>();
        QCOMPARE(frame->state(), ui::PanelState::Error);
        // The way out: again, or another address.
        QStringList ways;
        const auto buttons = frame->findChildren<QPushButton*>();
        for (const QPushButton* button : buttons)
            if (button->isVisible())
                ways += button->text();
        QVERIFY2(ways.contains(u"Retry now"_s), qPrintable(ways.join(u',')));
        QVERIFY2(ways.contains(u"Edit connection"_s), qPrintable(ways.join(u',')));
        {
            std::lock_guard lock(m_data->mutex);
            m_data->broken.reset();
        }
        m_panel->refresh();
        QTRY_COMPARE(m_panel->state(), State::Ready);
        QCOMPARE(frame->state(), ui::PanelState::Ready);
    }

private:
    void breakWith(const QString& words)
    {
        std::lock_guard lock(m_data->mutex);
        m_data->broken = Error{Error::Kind::Refused, u"cache"_s, words, {}, {}};
    }
    void mend()
    {
        {
            std::lock_guard lock(m_data->mutex);
            m_data->broken.reset();
        }
        HealthReport well;
        well.state = HealthReport::State::Healthy;
        m_bench->hub().reportHealth(u"cache"_s, well, {});
    }

private Q_SLOTS:
    // Typed on while the server is away, through the error page and back.
    void focusAndTextComeBackWithTheServer()
    {
        breakWith(u"nobody home"_s);
        openPanel();
        QTRY_COMPARE(m_panel->state(), State::Error);
        QVERIFY(!m_panel->line()->isVisible());
        mend();
        QTRY_COMPARE(m_panel->state(), State::Ready);
        QTRY_VERIFY(m_panel->line()->hasFocus());

        breakWith(u"gone again"_s);
        type(u"get note"_s);
        QTRY_COMPARE(m_panel->state(), State::Stale);
        QTRY_VERIFY(shown().contains(u"gone again"_s));
        QCOMPARE(m_panel->line()->text(), u"get note"_s); // it did not get there
        QVERIFY(m_panel->line()->hasFocus());
        mend();
        QTRY_COMPARE(m_panel->state(), State::Ready);
        QVERIFY(m_panel->line()->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(shown().contains(u"\"plain\""_s));
        QVERIFY(m_panel->line()->text().isEmpty());
    }

    void errorsStayInThePanel()
    {
        openPanel();
        {
            std::lock_guard lock(m_data->mutex);
            m_data->broken = Error{Error::Kind::Refused, u"cache"_s, u"gone"_s, {}, {}};
            m_data->broken->kind = Error::Kind::Timeout;
        }
        type(u"get note"_s);
        QTRY_VERIFY(shown().contains(u"gone"_s));
        m_bench->hub().remove(u"cache"_s);
        m_panel->refresh();
        QCOMPARE(m_panel->state(), State::NotConnected);
    }
};

PH_TEST_MAIN(QApplication, QueueConsoleTest)
#include "tst_queueconsole.moc"
