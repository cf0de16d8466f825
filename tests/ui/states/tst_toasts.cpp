// SPDX-License-Identifier: GPL-3.0-or-later
// Toasts: one per cause, three at most, and nothing is lost from the list.

#include "tests/support/testmain.h"
#include "ui/controls/button.h"
#include "ui/states/notificationlist.h"
#include "ui/states/notificationpopup.h"
#include "ui/states/toast.h"
#include "ui/states/toaststack.h"
#include "ui/theme/motion.h"
#include "ui/theme/theme.h"

#include <QtCore/QScopeGuard>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QListView>

using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

namespace
{

Notice problem(const QString& cause)
{
    return {cause, ToastKind::Problem, u"Kafka connection lost"_s,
        u"kafka-2, 3 panels show older values"_s, u"show"_s, u"Show"_s, true};
}

} // namespace

class TestToasts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void oneToastPerCause();
    void threeThenACount();
    void staysAboveTheStatusBar();
    void stepsAsideFromAForm();
    void actionAndCloseAndMute();
    void goodNewsLeavesByItself();
    void motionChangesNothingInTheEnd();
    void dismissedWhenTheCauseIsGone();
    void popupMarksSeenAndOpensActions();

private:
    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<NotificationList> m_list;
    ToastStack* m_stack = nullptr;
};

void TestToasts::initTestCase()
{
    m_theme.install(*qApp);
    m_theme.setMode(Theme::Mode::Dark);
}

void TestToasts::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(900, 600);
    m_list = std::make_unique<NotificationList>();
    new QAbstractItemModelTester(m_list.get(), m_list.get());
    m_stack = new ToastStack(m_window.get(), *m_list, 28);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestToasts::cleanup()
{
    m_window.reset();
    m_list.reset();
}

void TestToasts::oneToastPerCause()
{
    for (int i = 0; i < 4; ++i)
        m_stack->notify(problem(u"kafka:Timeout"_s));
    QCOMPARE(m_stack->shown(), 1);
    QCOMPARE(m_list->rowCount(), 1);
    QCOMPARE(m_list->index(0).data(NotificationList::TimesRole).toInt(), 4);
    QCOMPARE(m_list->unseen(), 1);
}

void TestToasts::threeThenACount()
{
    QSignalSpy listed(m_stack, &ToastStack::listRequested);
    for (const QString& cause : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s})
        m_stack->notify(problem(cause));
    QCOMPARE(m_stack->shown(), 3);
    QCOMPARE(m_list->rowCount(), 5);
    int visible = 0;
    for (Toast* toast : m_stack->findChildren<Toast*>())
        visible += toast->isVisible();
    QCOMPARE(visible, 3);
    for (Button* button : m_stack->findChildren<Button*>(Qt::FindDirectChildrenOnly)) {
        QVERIFY(button->text().contains(u'2'));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(listed.count(), 1);
}

void TestToasts::staysAboveTheStatusBar()
{
    m_stack->notify(problem(u"a"_s));
    QCOMPARE(m_stack->width(), 372);
    QCOMPARE(m_stack->geometry().right(), 900 - 12 - 1);
    QCOMPARE(m_stack->geometry().bottom(), 600 - 28 - 12 - 1);
    m_window->resize(1000, 650);
    QTRY_COMPARE(m_stack->geometry().right(), 1000 - 12 - 1);
}

void TestToasts::stepsAsideFromAForm()
{
    QWidget form(m_window.get());
    form.setGeometry(600, 100, 300, 472);
    QWidget buttons(&form);
    buttons.setGeometry(0, 436, 300, 36);
    keepClear(&form, &buttons);
    m_stack->notify(problem(u"a"_s));
    const QRect corner = m_stack->geometry();
    QVERIFY(corner.intersects(QRect(600, 100, 300, 472))); // it is not on screen
    form.show();
    QTRY_COMPARE(m_stack->geometry().right(), 600 - 12 - 1);
    QCOMPARE(m_stack->geometry().bottom(), corner.bottom());
    // Where there is no room beside it, its buttons stay free.
    form.setGeometry(200, 100, 700, 472);
    QTRY_COMPARE(m_stack->geometry().bottom(), 100 + 436 - 12 - 1);
    QCOMPARE(m_stack->geometry().right(), corner.right());
    form.hide();
    QTRY_COMPARE(m_stack->geometry(), corner);
}

void TestToasts::actionAndCloseAndMute()
{
    QSignalSpy acted(m_stack, &ToastStack::actionTriggered);
    m_stack->notify(problem(u"a"_s));
    auto* toast = m_stack->findChild<Toast*>();
    QTest::mouseClick(toast->findChildren<Button*>().first(), Qt::LeftButton);
    QCOMPARE(acted.count(), 1);
    QCOMPARE(acted.first().at(0).toString(), u"a"_s);
    QCOMPARE(m_stack->shown(), 0);
    m_stack->notify(problem(u"b"_s));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    toast = m_stack->findChild<Toast*>();
    for (Button* button : toast->findChildren<Button*>()) {
        if (button->text() == "Mute 10 min"_L1)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    m_stack->notify(problem(u"b"_s));
    QCOMPARE(m_stack->shown(), 0);
    QCOMPARE(
        m_list->index(0).data(NotificationList::TimesRole).toInt(), 2); // the list still hears it
}

void TestToasts::goodNewsLeavesByItself()
{
    QTest::mouseMove(m_window.get(), QPoint(5, 5)); // under the pointer it would stay
    m_stack->notify({u"export:1"_s, ToastKind::Good, u"Export done"_s, u"1.2 GB"_s, {}, {}, false});
    QCOMPARE(m_stack->shown(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_stack->shown(), 0, 8000);
}

void TestToasts::motionChangesNothingInTheEnd()
{
    animateOffscreen(true);
    const auto quiet = qScopeGuard([] { animateOffscreen(false); });
    m_stack->notify(problem(u"a"_s));
    auto* toast = m_stack->findChild<Toast*>();
    QVERIFY(toast->graphicsEffect());
    QTRY_VERIFY(!toast->graphicsEffect());
    m_stack->dismiss(u"a"_s);
    QCOMPARE(m_stack->shown(), 0); // gone for the list at once, for the eye in a moment
    QVERIFY(m_stack->isVisible());
    m_stack->notify(problem(u"b"_s));
    QTRY_COMPARE(m_stack->findChildren<Toast*>().size(), 1);
    QCOMPARE(m_stack->shown(), 1);
    m_stack->dismiss(u"b"_s);
    QTRY_VERIFY(!m_stack->isVisible());
}

void TestToasts::dismissedWhenTheCauseIsGone()
{
    m_stack->notify(problem(u"a"_s));
    m_stack->dismiss(u"a"_s);
    QCOMPARE(m_stack->shown(), 0);
    QVERIFY(!m_stack->isVisible());
    m_stack->dismiss(u"never seen"_s);
}

void TestToasts::popupMarksSeenAndOpensActions()
{
    QSignalSpy unseen(m_list.get(), &NotificationList::unseenChanged);
    m_list->add(problem(u"a"_s), QDateTime::currentDateTimeUtc());
    m_list->add(problem(u"b"_s), QDateTime::currentDateTimeUtc());
    QCOMPARE(unseen.last().first().toInt(), 2);
    NotificationPopup popup(*m_list, m_window.get());
    QSignalSpy acted(&popup, &NotificationPopup::actionTriggered);
    popup.openAbove(m_window.get());
    QCOMPARE(m_list->unseen(), 0);
    QVERIFY(!popup.grab().isNull());
    QTest::keyClick(popup.findChild<QListView*>(), Qt::Key_Return);
    QCOMPARE(acted.count(), 1);
    QCOMPARE(acted.first().first().toString(), u"b"_s);
    // The word of the action is there and can be clicked, until what it did is done.
    auto* view = popup.findChild<QListView*>();
    const auto word = [this](int row) -> QString {
        return m_list->index(row).data(NotificationList::ActionTextRole).toString();
    };
    QVERIFY(!word(1).isEmpty());
    QVERIFY(m_list->index(1).data(Qt::AccessibleTextRole).toString().endsWith(word(1)));
    popup.openAbove(m_window.get());
    const QRect row = view->visualRect(m_list->index(1));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, row.topLeft() + QPoint(60, 12));
    QCOMPARE(acted.count(), 1); // that chooses it
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, row.bottomRight() - QPoint(20, 8));
    QCOMPARE(acted.count(), 2);
    QCOMPARE(acted.last().first().toString(), u"a"_s);
    m_list->spend(u"a"_s);
    QVERIFY(word(1).isEmpty());
    popup.openAbove(m_window.get());
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, row.bottomRight() - QPoint(20, 8));
    QCOMPARE(acted.count(), 2);
}

PH_TEST_MAIN(QApplication, TestToasts)
#include "tst_toasts.moc"
