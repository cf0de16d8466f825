// SPDX-License-Identifier: GPL-3.0-or-later
// Every control of the window, its sheets and every registered panel has a name and can be reached
// by key. Against the test servers where PILOTHOUSE_TEST_PROFILE names them, else against closed
// ports.
#include "app/application.h"
#include "app/paths.h"
#include "app/shell/mainwindow.h"
#include "app/shell/palettecontroller.h"
#include "app/shell/popover.h"
#include "app/shell/shellactions.h"
#include "app/shell/shellworkbench.h"
#include "app/shell/statusbar.h"
#include "app/shell/tabarea.h"
#include "app/watchdog.h"
#include "tests/gui/accessiblewalk.h"
#include "tests/support/testmain.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/panel.h"
#include "ui/states/toaststack.h"

#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QVBoxLayout>

using namespace pilothouse;
using namespace pilothouse::app;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class AccessibilityTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_profile;
    Watchdog m_watchdog;
    std::unique_ptr<Application> m_application;

    MainWindow& window() { return *m_application->window(); }
    void verifyWalk(QWidget* root, const QString& what)
    {
        const QStringList problems = accessibleProblems(root);
        QVERIFY2(problems.isEmpty(), qPrintable(what + u":\n  "_s + problems.join(u"\n  "_s)));
        QVERIFY2(accessibleControlsSeen() > 0, qPrintable(what + u": nothing was looked at"_s));
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char* name : {"XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            qputenv(name, m_folder.filePath(QString::fromLatin1(name)).toUtf8());
        QString profile = qEnvironmentVariable("PILOTHOUSE_TEST_PROFILE");
        if (profile.isEmpty()) {
            profile = m_folder.filePath(u"closed.yaml"_s);
            QFile file(profile);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("version: 1\nname: closed\nenvironment: sandbox\nservices:\n"
                       "  - {id: db, module: database, tool: postgresql, address: '127.0.0.1:1', "
                       "user: x, secret: none}\n"
                       "  - {id: cache, module: queue, tool: redis, address: '127.0.0.1:1', "
                       "secret: none}\n");
        }
        Arguments arguments;
        arguments.profile = m_profile = profile;
        arguments.theme = u"dark"_s;
        arguments.size = QSize(1440, 900);
        m_application = std::make_unique<Application>(*qApp, m_watchdog, arguments);
        QSignalSpy ready(m_application.get(), &Application::profileReady);
        QSignalSpy unreadable(m_application.get(), &Application::profileUnreadable);
        m_application->start();
        QTRY_VERIFY2_WITH_TIMEOUT(
            ready.count() + unreadable.count() > 0, "the profile does not open", 20'000);
        QVERIFY2(unreadable.isEmpty(), qPrintable(unreadable.value(0).value(0).toString()));
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }
    void cleanupTestCase() { m_application.reset(); }

    void theWalkFindsWhatIsWrong()
    {
        QWidget bad;
        auto* column = new QVBoxLayout(&bad);
        column->addWidget(new QPushButton(&bad)); // no text
        auto* stuck = new QPushButton(u"Stuck"_s, &bad);
        stuck->setFocusPolicy(Qt::NoFocus);
        column->addWidget(stuck);
        column->addWidget(new QLineEdit(&bad)); // no label
        auto* named = new QLineEdit(&bad);
        auto* label = new QLabel(u"Name"_s, &bad);
        label->setBuddy(named);
        column->addWidget(label);
        column->addWidget(named);
        bad.show();
        const QStringList problems = accessibleProblems(&bad);
        QCOMPARE(problems.filter(u"unnamed"_s).size(), 2);
        QCOMPARE(problems.filter(u"no key reaches: Stuck"_s).size(), 1);
        QCOMPARE(problems.size(), 3);
    }

    void emptyShell()
    {
        window().tabs()->closeAll();
        verifyWalk(&window(), u"empty shell"_s);
    }

    void everyPanel_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("service");
        if (window().registry().factory(u"app.firstrun"_s))
            QTest::newRow("app.firstrun") << u"app.firstrun"_s << QString();
        for (const ui::ModuleDescriptor* module : window().registry().inProfile()) {
            const QString service = m_application->hub().ofModule(module->id).value(0);
            for (const ui::PanelFactory& panel : module->panels)
                QTest::newRow(qPrintable(panel.kind)) << panel.kind << service;
        }
    }
    void everyPanel()
    {
        QFETCH(QString, kind);
        QFETCH(QString, service);
        window().tabs()->closeAll();
        ui::Panel* panel = window().workbench()->show(kind, service);
        QVERIFY(panel);
        (void)QTest::qWaitFor(
            [panel] { return panel->state() != ui::Panel::State::Loading; }, 10'000);
        verifyWalk(&window(), kind);
        const auto actions = panel->panelActions();
        for (const QAction* action : actions)
            QVERIFY2(action->isSeparator() || !action->text().isEmpty(), qPrintable(kind));
        // Keys that the window has too would be ambiguous: neither would answer.
        const auto ofWindow = window().actions()->all();
        for (const QAction* own : ofWindow)
            for (const QAction* action : actions)
                for (const QKeySequence& keys : action->shortcuts())
                    QVERIFY2(!own->shortcuts().contains(keys),
                        qPrintable(kind + u": "_s + keys.toString() + u' ' + action->text()));
    }

    void everySheet_data()
    {
        QTest::addColumn<QString>("action");
        for (const char* id : {"settings", "help", "shortcuts"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void everySheet()
    {
        QFETCH(QString, action);
        window().actions()->action(action)->trigger();
        QTRY_VERIFY(QApplication::activeModalWidget());
        verifyWalk(QApplication::activeModalWidget(), action);
        QApplication::activeModalWidget()->close();
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void everyPopover_data()
    {
        QTest::addColumn<QString>("action");
        for (const char* id : {"palette", "range", "tasks"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void everyPopover()
    {
        QFETCH(QString, action);
        window().actions()->action(action)->trigger();
        Popover* open = nullptr;
        const auto popovers = window().findChildren<Popover*>();
        for (Popover* popover : popovers)
            if (popover->isOpen())
                open = popover;
        QVERIFY(open);
        if (action != u"tasks"_s) // may hold no control while nothing has run
            verifyWalk(open, action);
        open->closeNow();
    }

    void connectionPopover()
    {
        const auto ids = m_application->hub().ids();
        auto* pills = window().statusBar()->pills();
        Q_EMIT pills->clicked(ids.first(), pills);
        const auto popovers = window().findChildren<Popover*>();
        for (Popover* popover : popovers)
            if (popover->isOpen()) {
                verifyWalk(popover, u"connection"_s);
                popover->closeNow();
                return;
            }
        QFAIL("no connection sheet");
    }

    // Chosen from the list of profiles: its toast says so, and what is open stays.
    void aBrokenProfileLeavesTheTabs()
    {
        window().tabs()->closeAll();
        const QString kind = window().registry().inProfile().front()->panels.front().kind;
        const QPointer<ui::Panel> panel
            = window().workbench()->show(kind, m_application->hub().ids().first());
        const QString broken = m_folder.filePath(u"broken.yaml"_s);
        QFile file(broken);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("version: 1\nname: [\n");
        file.close();
        auto* toasts = window().toasts();
        const auto told = [toasts] {
            const auto parts = toasts->findChildren<QWidget*>();
            return std::any_of(parts.begin(), parts.end(), [](const QWidget* part) {
                return part->accessibleName().contains(u"broken.yaml"_s);
            });
        };
        QVERIFY(!told());
        Q_EMIT window().profileChosen(broken);
        QTRY_VERIFY(told());
        verifyWalk(toasts, u"toast"_s);
        QVERIFY(panel);
        QCOMPARE(window().tabs()->currentPanel(), panel.data());
        // The good one again: it was never gone.
        Q_EMIT window().profileChosen(m_profile);
        QTRY_VERIFY(!m_application->hub().ids().isEmpty());
        QVERIFY(panel);
        QCOMPARE(window().tabs()->currentPanel(), panel.data());
    }

    // Last: the window before it is gone afterwards.
    void anotherLanguageMakesTheWindowAnew()
    {
        window().tabs()->closeAll();
        const QString kind = window().registry().inProfile().front()->panels.front().kind;
        QVERIFY(window().workbench()->show(kind, m_application->hub().ids().first()));
        window().actions()->action(u"settings"_s)->trigger();
        QTRY_VERIFY(QApplication::activeModalWidget());
        const QPointer<MainWindow> before = &window();
        const auto segments
            = QApplication::activeModalWidget()->findChildren<ui::SegmentedControl*>();
        for (ui::SegmentedControl* segment : segments)
            if (segment->accessibleName() == u"Language"_s)
                segment->setCurrentIndex(2);
        QTRY_VERIFY(!before);
        QVERIFY(window().isVisible());
        QCOMPARE(window().tabs()->panels().size(), 1);
        QCOMPARE(window().tabs()->currentPanel()->kind(), kind);
    }
};

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QAccessible::setActive(true);
    AccessibilityTest test;
    return test::runTrapped(&test, argc, argv);
}
#include "tst_accessibility.moc"
