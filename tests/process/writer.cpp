// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/process/writer.h"

#include "app/application.h"
#include "app/shell/mainwindow.h"
#include "app/shell/shellworkbench.h"
#include "app/shell/tabarea.h"
#include "ui/editor/codeeditor.h"
#include "ui/panel.h"

#include <QAbstractScrollArea>
#include <QAction>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTest>

#include <chrono>
#include <cstdio>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;
using ui::Panel;

namespace
{

constexpr int kLongest = 300; // characters; then the text is begun anew
constexpr auto kSqlKind = "database.query"_L1;
constexpr auto kRedisKind = "queue.keys"_L1;
constexpr auto kNote = "killed:note"_L1;
constexpr auto kList = "killed:list"_L1;

QPlainTextEdit* plainEditor(const Panel& panel)
{
    const auto editors = panel.findChildren<QPlainTextEdit*>();
    for (QPlainTextEdit* editor : editors)
        if (editor->isVisible() && !editor->isReadOnly())
            return editor;
    return nullptr;
}

} // namespace

void tell(const QString& event, QJsonObject content)
{
    content[u"event"_s] = event;
    content[u"ns"_s] = QString::number(std::chrono::steady_clock::now().time_since_epoch().count());
    const QByteArray line = QJsonDocument(content).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
}

Writer::Writer(app::Application& application)
    : m_application(application)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Writer::step);
}

QWidget* Writer::editorOf(const Panel& panel)
{
    if (const auto* code = panel.findChild<ui::CodeEditor*>())
        return code->findChild<QAbstractScrollArea*>();
    return plainEditor(panel);
}

QString Writer::textOf(const Panel& panel)
{
    if (const auto* code = panel.findChild<ui::CodeEditor*>())
        return code->text();
    const auto* plain = plainEditor(panel);
    return plain ? plain->toPlainText() : QString();
}

void Writer::start(quint32 seed)
{
    m_seed = seed;
    m_random.seed(seed);
    makePanels();
    m_timer.start(0);
}

QString Writer::token()
{
    return u"%1-%2"_s.arg(m_seed).arg(++m_count);
}

// Those of the session, where it has them.
void Writer::makePanels()
{
    auto* tabs = m_application.window()->tabs();
    const auto find = [tabs](QLatin1StringView kind, const QString& key, const Panel* other) {
        const auto panels = tabs->panels();
        for (Panel* panel : panels)
            if (panel != other && panel->kind() == kind
                && (key.isEmpty() || panel->saveState()[u"key"_s].toString() == key))
                return panel;
        return static_cast<Panel*>(nullptr);
    };
    const auto make = [&](QLatin1StringView kind, const QString& service, const QString& key,
                          const Panel* other) {
        if (Panel* panel = find(kind, key, other))
            return panel;
        const QJsonObject state
            = key.isEmpty() ? QJsonObject() : QJsonObject{{u"version"_s, 1}, {u"key"_s, key}};
        m_application.window()->workbench()->openPanel(kind, service, state);
        Panel* panel = tabs->currentPanel();
        tell(u"opened"_s, {{u"id"_s, panel->saveState()[u"draft"_s].toString()}});
        return panel;
    };
    m_sql = make(kSqlKind, u"shop-db"_s, {}, nullptr);
    m_runner = make(kSqlKind, u"shop-db"_s, {}, m_sql);
    // A restored panel knows its key only once it has walked: the first is the note, the second
    // the list.
    const auto redis = [&](const QString& key, const Panel* other) {
        Panel* panel = find(kRedisKind, {}, other);
        return panel ? panel : make(kRedisKind, u"shop-cache"_s, key, other);
    };
    m_string = redis(kNote, nullptr);
    m_list = redis(kList, m_string);
}

void Writer::step()
{
    m_timer.start(3 + any(20));
    // A tab may be made anew while the session comes back.
    if (!m_sql || !m_runner || !m_string || !m_list) {
        m_openTransaction = false;
        makePanels();
    }
    if (m_burst > 0) {
        --m_burst;
        if (m_inString)
            editString();
        else
            typeSql();
        return;
    }
    m_burst = 5 + any(25);
    // A panel that still runs takes no further statement.
    const bool busy = m_runner->state() == Panel::State::Loading;
    if (m_openTransaction && !busy) {
        endTransaction();
        return;
    }
    switch (any(6)) {
    case 0:
    case 1:
        if (!busy)
            runMark();
        break;
    case 2:
        push();
        break;
    case 3:
        set();
        break;
    default:
        m_inString = !m_inString && any(2) == 0;
        m_application.window()->tabs()->activate(m_inString ? m_string : m_sql);
    }
}

void Writer::typeSql()
{
    auto* tabs = m_application.window()->tabs();
    if (tabs->currentPanel() != m_sql)
        tabs->activate(m_sql);
    QWidget* editor = editorOf(*m_sql);
    if (textOf(*m_sql).size() > kLongest)
        QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    static const QByteArray kKeys = "select from where order by customer_id, 'x' ()=;";
    if (any(12) == 0)
        QTest::keyClick(editor, any(2) == 0 ? Qt::Key_Return : Qt::Key_Backspace);
    else
        QTest::keyClick(editor, kKeys.at(any(int(kKeys.size()))));
    tell(u"text"_s,
        {{u"id"_s, m_sql->saveState()[u"draft"_s].toString()}, {u"text"_s, textOf(*m_sql)}});
}

void Writer::editString()
{
    auto* editor = plainEditor(*m_string);
    if (!editor) {
        m_inString = false; // the value has not arrived yet
        return;
    }
    if (editor->toPlainText().size() > kLongest)
        QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(editor, char('a' + any(26)));
    tell(u"edit"_s, {{u"text"_s, editor->toPlainText()}});
}

void Writer::fill(Panel& panel, const QString& text)
{
    m_application.window()->tabs()->activate(&panel);
    QWidget* editor = editorOf(panel);
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(editor, text);
    tell(u"text"_s,
        {{u"id"_s, panel.saveState()[u"draft"_s].toString()}, {u"text"_s, textOf(panel)}});
}

void Writer::runAll(Panel& panel)
{
    QTest::keyClick(editorOf(panel), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
}

void Writer::runMark()
{
    const QString mark = token();
    const QString insert
        = u"insert into killed.mark select '%1' from pg_sleep(0.%2);"_s.arg(mark).arg(any(5));
    switch (any(3)) {
    case 0:
        fill(*m_runner, u"select nextval('killed.reads'), '%1';"_s.arg(mark));
        break;
    case 1:
        m_openTransaction = true;
        fill(*m_runner, u"begin; insert into killed.mark values ('open-%1');"_s.arg(mark));
        break;
    default:
        fill(*m_runner, insert);
    }
    tell(u"run"_s, {{u"token"_s, mark}, {u"text"_s, textOf(*m_runner)}});
    runAll(*m_runner);
}

void Writer::endTransaction()
{
    m_openTransaction = false;
    fill(*m_runner, u"rollback;"_s);
    runAll(*m_runner);
}

void Writer::push()
{
    m_application.window()->tabs()->activate(m_list);
    const auto actions = m_list->panelActions();
    for (QAction* action : actions)
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_N))
            action->trigger();
    const auto fields = m_list->findChildren<QLineEdit*>();
    for (QLineEdit* field : fields)
        if (field->isVisible() && field->hasFocus()) {
            const QString mark = token();
            QTest::keyClicks(field, mark);
            tell(u"push"_s, {{u"token"_s, mark}});
            QTest::keyClick(field, Qt::Key_Return);
            return;
        }
}

void Writer::set()
{
    const int value = ++m_count;
    m_application.window()->workbench()->settings().setValue(
        u"killed/last"_s, u"%1-%2"_s.arg(m_seed).arg(value));
    tell(u"set"_s, {{u"value"_s, u"%1-%2"_s.arg(m_seed).arg(value)}});
}

} // namespace pilothouse::test
