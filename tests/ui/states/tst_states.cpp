// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of a panel that is not simply ready, and the keys they answer.

#include "tests/support/testmain.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/panelheader.h"
#include "ui/states/countdownring.h"
#include "ui/states/errorpage.h"
#include "ui/states/loadingpage.h"
#include "ui/states/stateframe.h"
#include "ui/states/statestrip.h"
#include "ui/theme/theme.h"

#include <QtGui/QClipboard>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTreeWidget>

using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

namespace
{

ErrorInfo sample(int waitMs)
{
    return {u"Broker kafka-2 does not answer"_s,
        u"TimeoutException: no metadata in 5.0 s\nbroker: kafka-2.internal:9092"_s, 4, waitMs,
        {{Glyph::Error, u"14:04:59"_s, u"try 3"_s, u"timeout after 5.0 s"_s},
            {Glyph::Ok, u"14:04:38"_s, {}, u"last good answer, 11 ms"_s}},
        {{u"Can this computer reach the port?"_s, u"nc -vz kafka-2.internal 9092"_s}}, {}, {}, true,
        {}, {}};
}

Button* buttonNamed(QWidget& root, const QString& text)
{
    for (Button* button : root.findChildren<Button*>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

} // namespace

class TestStates final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void waitsDoubleToAMinute();
    void loadingIsSilentThenSpeaks();
    void escCancelsOnlyWithFocusInside();
    void contentStaysWhileLoading();
    void errorCountsDownAndRetries();
    void errorStopsAndCopies();
    void commandsAreCopiedOrRun();
    void staleKeepsTheContent();
    void emptyOffersWaysOn();
    void leavingTheErrorEndsItsCountdown();

private:
    Theme m_theme;
};

void TestStates::initTestCase()
{
    m_theme.install(*qApp);
    m_theme.setMode(Theme::Mode::Dark);
}

void TestStates::waitsDoubleToAMinute()
{
    QList<int> waits;
    for (int failures = 1; failures <= 8; ++failures)
        waits << retryWaitMs(failures, 0);
    QCOMPARE(waits, (QList<int>{2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000}));
    QCOMPARE(retryWaitMs(1, 0.1), 2200);
    QCOMPARE(retryWaitMs(1, -5), 1800); // never more than a tenth
}

void TestStates::loadingIsSilentThenSpeaks()
{
    StateFrame frame;
    auto* content = new QTreeWidget;
    frame.setContent(content);
    frame.resize(500, 300);
    frame.show();
    frame.showReady();
    frame.showLoading({u"asking kafka-1"_s, 7, 22});
    QCOMPARE(frame.state(), PanelState::Loading);
    QVERIFY(content->isVisible()); // nothing yet
    QTRY_VERIFY(frame.findChild<LoadingPage*>());
    auto* page = frame.findChild<LoadingPage*>();
    QTRY_VERIFY(page->isVisible());
    QVERIFY(!content->isVisible());
    QVERIFY(!buttonNamed(*page, u"Cancel"_s)->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(buttonNamed(*page, u"Cancel"_s)->isVisible(), 3000);
    QCOMPARE(page->findChild<StatusChip*>()->text(), u"Loading 7 of 22"_s);
    QSignalSpy cancelled(&frame, &StateFrame::cancelRequested);
    QTest::mouseClick(buttonNamed(*page, u"Cancel"_s), Qt::LeftButton);
    QCOMPARE(cancelled.count(), 1);
}

void TestStates::escCancelsOnlyWithFocusInside()
{
    QWidget window;
    auto* frame = new StateFrame(&window);
    auto* other = new QTreeWidget(&window);
    auto* content = new QTreeWidget;
    frame->setContent(content);
    window.resize(400, 300);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    frame->showReady();
    frame->showLoading({u"reading"_s}, true);
    QSignalSpy cancelled(frame, &StateFrame::cancelRequested);
    other->setFocus();
    QTest::keyClick(other, Qt::Key_Escape);
    QCOMPARE(cancelled.count(), 0);
    content->setFocus();
    QTest::keyClick(content, Qt::Key_Escape);
    QTRY_COMPARE(cancelled.count(), 1);
    frame->showReady();
    QTest::keyClick(content, Qt::Key_Escape);
    QCOMPARE(cancelled.count(), 1);
}

void TestStates::contentStaysWhileLoading()
{
    StateFrame frame;
    PanelHeader header(u"Groups"_s);
    auto* content = new QTreeWidget;
    frame.setContent(content);
    frame.setHeader(&header);
    frame.resize(500, 300);
    frame.show();
    frame.showLoading({u"asking"_s, 3, 4}, true);
    header.show();
    Button* cancel = buttonNamed(header, u"Cancel"_s);
    QVERIFY(!cancel->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(cancel->isVisible(), 3000);
    QVERIFY(content->isVisible());
    QCOMPARE(header.findChild<StatusChip*>()->text(), u"Loading 3 of 4"_s);
    QSignalSpy cancelled(&frame, &StateFrame::cancelRequested);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QCOMPARE(cancelled.count(), 1);
    frame.showReady();
    QVERIFY(!cancel->isVisible());
    for (LoadingPage* page : frame.findChildren<LoadingPage*>())
        QVERIFY(!page->isVisible());
}

void TestStates::errorCountsDownAndRetries()
{
    StateFrame frame;
    frame.resize(900, 400);
    frame.show();
    QSignalSpy retried(&frame, &StateFrame::retryRequested);
    frame.showError(sample(600));
    auto* ring = frame.findChild<CountdownRing*>();
    QVERIFY(ring->isRunning());
    QCOMPARE(ring->secondsLeft(), 1);
    QTRY_COMPARE(retried.count(), 1);
    frame.showError(sample(60000));
    QTest::mouseClick(buttonNamed(frame, u"Retry now"_s), Qt::LeftButton);
    QCOMPARE(retried.count(), 2);
    QVERIFY(!ring->isRunning());
}

void TestStates::errorStopsAndCopies()
{
    StateFrame frame;
    frame.resize(900, 400);
    frame.show();
    frame.showError(sample(60000));
    QSignalSpy stopped(&frame, &StateFrame::retryStopped);
    QTest::mouseClick(buttonNamed(frame, u"Stop retrying"_s), Qt::LeftButton);
    QCOMPARE(stopped.count(), 1);
    QVERIFY(!frame.findChild<CountdownRing*>()->isRunning());
    QTest::mouseClick(buttonNamed(frame, u"Copy"_s), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains("no metadata in 5.0 s"_L1));
}

void TestStates::commandsAreCopiedOrRun()
{
    StateFrame frame;
    frame.resize(900, 400);
    frame.show();
    frame.showError(sample(60000));
    QSignalSpy run(&frame, &StateFrame::commandRunRequested);
    for (IconButton* button : frame.findChildren<IconButton*>()) {
        QVERIFY(!button->accessibleName().isEmpty());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), u"nc -vz kafka-2.internal 9092"_s);
    QCOMPARE(run.count(), 1);
    // Where a connection can be edited, a button says so; elsewhere there is none.
    QVERIFY(!buttonNamed(frame, u"Edit connection"_s)->isVisible());
    ErrorInfo info = sample(60000);
    info.service = u"main"_s;
    frame.showError(info);
    QSignalSpy edit(&frame, &StateFrame::connectionEditRequested);
    QTest::mouseClick(buttonNamed(frame, u"Edit connection"_s), Qt::LeftButton);
    QCOMPARE(edit.count(), 1);
    QCOMPARE(edit.first().first().toString(), u"main"_s);
    // In a narrow side nothing is cut: the buttons stand below each other.
    frame.resize(250, 700);
    for (const QString& name : {u"Retry now"_s, u"Stop retrying"_s, u"Edit connection"_s}) {
        auto* button = buttonNamed(frame, name);
        QTRY_VERIFY2(button->mapTo(&frame, QPoint(button->width(), 0)).x() <= frame.width(),
            qPrintable(name));
    }
    // Nor are the words of the attempts.
    const auto labels = frame.findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->text() == info.attempts.first().outcome && label->wordWrap();
    }));
}

void TestStates::staleKeepsTheContent()
{
    StateFrame frame;
    PanelHeader header(u"Topics"_s);
    auto* content = new QTreeWidget;
    frame.setContent(content);
    frame.setHeader(&header);
    frame.resize(500, 300);
    header.show();
    frame.show();
    frame.showStale({u"14:04:38"_s, u"Last known values."_s, {}, {}});
    auto* strip = frame.findChild<StateStrip*>();
    QVERIFY(content->isVisible());
    QVERIFY(strip->isVisible());
    QCOMPARE(strip->height(), 30);
    const auto chips = header.findChildren<StatusChip*>();
    QCOMPARE(chips.last()->text(), u"Stale, from 14:04:38"_s);
    QVERIFY(chips.last()->isVisible());
    frame.showReady();
    QVERIFY(!strip->isVisible());
    for (StatusChip* chip : chips)
        QVERIFY(!chip->isVisible());
}

void TestStates::emptyOffersWaysOn()
{
    StateFrame frame;
    frame.resize(700, 300);
    frame.show();
    QVERIFY(QTest::qWaitForWindowActive(&frame));
    QSignalSpy chosen(&frame, &StateFrame::actionTriggered);
    QSignalSpy changed(&frame, &StateFrame::stateChanged);
    frame.showEmpty({u"waves"_s, u"No message matches this filter"_s, u"0 of 61,204 messages"_s,
        {{u"clear"_s, u"Clear filter"_s, {}, Qt::Key_F8, true},
            {u"wider"_s, u"Search last 24 h"_s, u"clock"_s, {}, false}}});
    QCOMPARE(changed.count(), 1);
    QTest::mouseClick(buttonNamed(frame, u"Search last 24 h"_s), Qt::LeftButton);
    QCOMPARE(chosen.last().first().toString(), u"wider"_s);
    QTest::keyClick(&frame, Qt::Key_F8);
    QTRY_COMPARE(chosen.last().first().toString(), u"clear"_s);
}

void TestStates::leavingTheErrorEndsItsCountdown()
{
    StateFrame frame;
    frame.show();
    QSignalSpy retried(&frame, &StateFrame::retryRequested);
    frame.showError(sample(60000));
    frame.showReady();
    QVERIFY(!frame.findChild<CountdownRing*>()->isRunning());
    QCOMPARE(retried.count(), 0);
}

PH_TEST_MAIN(QApplication, TestStates)
#include "tst_states.moc"
