// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/process/driver.h"

#include "app/application.h"
#include "app/shell/mainwindow.h"
#include "app/shell/shellworkbench.h"
#include "app/shell/tabarea.h"
#include "app/watchdog.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include <cstdlib>

#include <unistd.h>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;
using app::MainWindow;

Driver::Driver(app::Application& application)
    : m_application(application)
    , m_writer(application)
    , m_input(STDIN_FILENO, QSocketNotifier::Read)
{
    connect(&m_input, &QSocketNotifier::activated, this, &Driver::read);
    connect(&application, &app::Application::profileReady, this, [] { tell(u"ready"_s, {}); });
    connect(&application, &app::Application::profileUnreadable, this, [](const QString& message) {
        tell(u"unreadable"_s, {{u"text"_s, message}});
    });
}

void Driver::read()
{
    char block[4096];
    const ssize_t n = ::read(STDIN_FILENO, block, sizeof block);
    if (n <= 0) {
        QCoreApplication::quit(); // the test is gone
        return;
    }
    m_bytes.append(block, n);
    for (qsizetype end = m_bytes.indexOf('\n'); end >= 0; end = m_bytes.indexOf('\n')) {
        const QString line = QString::fromUtf8(m_bytes.first(end));
        m_bytes.remove(0, end + 1);
        obey(line);
    }
}

void Driver::obey(const QString& line)
{
    MainWindow* window = m_application.window();
    const QString verb = line.section(u' ', 0, 0);
    const QString rest = line.section(u' ', 1);
    QJsonObject answer;
    if (verb == u"panel"_s) {
        const QStringList words = rest.split(u' ');
        if (words.size() > 2)
            window->workbench()->openPanel(
                words[0], words[1], {{u"version"_s, 1}, {u"key"_s, words[2]}});
        else
            window->workbench()->show(words.value(0), words.value(1));
    } else if (verb == u"type"_s) {
        type(rest);
    } else if (verb == u"keys"_s) {
        keys(rest);
    } else if (verb == u"action"_s) {
        answer[u"done"_s] = trigger(rest);
    } else if (verb == u"enter"_s) {
        if (auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget())) {
            QTest::keyClicks(field, rest);
            QTest::keyClick(field, Qt::Key_Return);
            answer[u"done"_s] = true;
        }
    } else if (verb == u"export"_s) {
        answer[u"done"_s] = exportTo(rest);
    } else if (verb == u"see"_s) {
        answer = see();
    } else if (verb == u"write"_s) {
        m_writer.start(rest.toUInt());
    } else if (verb == u"abort"_s) {
        std::abort();
    } else if (verb == u"quit"_s) {
        QCoreApplication::quit();
    }
    tell(u"answer"_s, answer);
}

void Driver::type(const QString& text)
{
    ui::Panel* panel = m_application.window()->tabs()->currentPanel();
    QWidget* editor = panel ? Writer::editorOf(*panel) : nullptr;
    if (!editor)
        return;
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(editor, text);
}

void Driver::keys(const QString& keys)
{
    ui::Panel* panel = m_application.window()->tabs()->currentPanel();
    QWidget* editor = panel ? Writer::editorOf(*panel) : nullptr;
    const QKeySequence sequence = QKeySequence::fromString(keys);
    for (int i = 0; editor && i < sequence.count(); ++i)
        QTest::keyClick(editor, sequence[uint(i)].key(), sequence[uint(i)].keyboardModifiers());
}

bool Driver::trigger(const QString& text)
{
    // A dialog that closed leaves the offscreen platform without an active window.
    m_application.window()->activateWindow();
    (void)QTest::qWaitForWindowActive(m_application.window(), 2000);
    ui::Panel* panel = m_application.window()->tabs()->currentPanel();
    const auto actions = panel ? panel->panelActions() : QList<QAction*>();
    for (QAction* action : actions)
        if (action->text() == text) {
            action->trigger();
            return true;
        }
    return false;
}

bool Driver::exportTo(const QString& file)
{
    if (!trigger(u"Export the result to a file"_s))
        return false;
    auto* dialog = m_application.window()->findChild<QFileDialog*>();
    if (!dialog)
        return false;
    dialog->selectFile(file);
    return QMetaObject::invokeMethod(dialog, "accept");
}

// Everything a widget says to eye or ear.
static QString wordsIn(const QWidget& root)
{
    QStringList words;
    const auto widgets = root.findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        words << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            words << label->text();
        else if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget))
            words << text->toPlainText();
        else if (const auto* field = qobject_cast<const QLineEdit*>(widget))
            words << field->text();
        else if (auto* a = QAccessible::queryAccessibleInterface(widget))
            words << a->text(QAccessible::Name) << a->text(QAccessible::Description);
    }
    words.removeAll(QString());
    return words.join(u'\n');
}

QJsonObject Driver::see() const
{
    MainWindow* window = m_application.window();
    QJsonArray panels;
    const auto open = window->tabs()->panels();
    for (ui::Panel* panel : open) {
        panels.append(QJsonObject{{u"kind"_s, panel->kind()}, {u"service"_s, panel->serviceId()},
            {u"state"_s, int(panel->state())}, {u"saved"_s, panel->saveState()},
            {u"text"_s, Writer::textOf(*panel)}, {u"rows"_s, panel->drawnRows()},
            {u"words"_s, wordsIn(*panel)}});
    }
    QJsonObject health;
    for (const ServiceId& id : m_application.hub().ids())
        health[id] = int(m_application.hub().service(id)->health.state);
    return {{u"panels"_s, panels}, {u"words"_s, wordsIn(*window)}, {u"health"_s, health},
        {u"stallMs"_s, m_application.watchdog().maxMs()},
        {u"stallP999Ms"_s, m_application.watchdog().quantileMs(0.999)}};
}

} // namespace pilothouse::test
