// SPDX-License-Identifier: GPL-3.0-or-later
// The layout of a query tab and its actions.
#include "database/panel/querypanel.h"

#include "core/servicehub.h"
#include "database/panel/completioncache.h"
#include "database/panel/historypopup.h"
#include "database/panel/parambar.h"
#include "database/panel/planview.h"
#include "database/panel/querybar.h"
#include "database/panel/queryrunner.h"
#include "database/panel/resultpane.h"
#include "database/panel/resultsview.h"
#include "database/panel/schemabrowser.h"
#include "ui/controls/button.h"
#include "ui/editor/codeeditor.h"
#include "ui/grid/gridview.h"
#include "ui/states/statestrip.h"
#include "ui/theme/theme.h"
#include "ui/workbench.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

namespace
{

QStringList suggestionIcons()
{
    return {u"columns"_s, u"table"_s, u"folder"_s, u"function"_s, u"braces"_s, u"link"_s, u"tag"_s};
}

int iconOf(SqlSuggestion::Kind kind)
{
    switch (kind) {
    case SqlSuggestion::Kind::Column:
        return 1;
    case SqlSuggestion::Kind::Relation:
        return 2;
    case SqlSuggestion::Kind::Schema:
        return 3;
    case SqlSuggestion::Kind::Function:
        return 4;
    case SqlSuggestion::Kind::Keyword:
        return 5;
    case SqlSuggestion::Kind::Alias:
        return 6;
    case SqlSuggestion::Kind::Type:
        break;
    }
    return 7;
}

} // namespace

void QueryPanel::buildLayout()
{
    // Each is made where it stays: a change of parents styles everything inside anew.
    m_columns = new QSplitter(Qt::Horizontal, this);
    m_browser = new SchemaBrowser(workbench(), m_service, m_columns);
    m_browser->answerSlashIn(this);
    m_rows = new QSplitter(Qt::Vertical, m_columns);
    m_top = new QSplitter(Qt::Horizontal, m_rows);
    auto* editorSide = new QWidget(m_top);
    m_bar = new QueryBar(m_service, m_history != nullptr, editorSide);
    connect(m_bar, &QueryBar::runClicked, this, [this] { run(Scope::Chosen); });
    connect(m_bar, &QueryBar::explainClicked, this, [this] { explain(ExplainMode::Analyze); });
    connect(m_bar, &QueryBar::commitClicked, this, [this] {
        runConfirmed({u"COMMIT"_s, -1, true});
    });
    connect(m_bar, &QueryBar::rollbackClicked, this, [this] {
        runConfirmed({u"ROLLBACK"_s, -1, true});
    });
    connect(m_bar->historyButton(), &QAbstractButton::clicked, this, [this] {
        auto* popup = new HistoryPopup(m_history, m_service, this);
        connect(popup, &HistoryPopup::chosen, m_editor, &ui::CodeEditor::insert);
        const QWidget* button = m_bar->historyButton(); // not there in a narrow tab
        popup->popupBelow(button->isVisible() ? button : m_bar);
    });
    connect(m_browser, &SchemaBrowser::insertRequested, this, [this](const QString& text) {
        m_editor->insert(text);
        m_editor->setFocus();
    });

    m_editor = new ui::CodeEditor(ui::CodeLanguage::Sql, tr("SQL"), editorSide);
    m_editor->setCompletion(
        [this](const QString& text, qsizetype caret) {
            const auto found
                = m_completion->completer(workbench().hub(), m_service).suggest(text, caret);
            ui::CodeSuggestions out;
            out.replaceFrom = found.replaceFrom;
            for (const SqlSuggestion& s : found.items)
                out.items.append({s.text, iconOf(s.kind)});
            return out;
        },
        suggestionIcons());
    connect(m_editor, &ui::CodeEditor::textChanged, this, [this] {
        saveDraft();
        m_paramTimer.start();
        Q_EMIT unsavedWorkChanged(hasUnsavedWork());
    });
    connect(m_editor, &ui::CodeEditor::caretMoved, this, [this] { m_paramTimer.start(); });

    m_params = new ParamBar(editorSide);
    connect(m_params, &ParamBar::valuesChanged, this, &QueryPanel::saveDraft);
    connect(m_params, &ParamBar::runRequested, this, [this] { run(Scope::Chosen); });
    m_strip = new ui::StateStrip(editorSide);
    m_strip->hide();

    auto* editorLayout = new QVBoxLayout(editorSide);
    editorLayout->setContentsMargins(0, 0, 0, 0);
    editorLayout->setSpacing(0);
    editorLayout->addWidget(m_bar);
    editorLayout->addWidget(m_editor, 1);
    editorLayout->addWidget(m_params);
    editorLayout->addWidget(m_strip);

    m_results = new ResultsView(workbench().hub().runtime(), m_rows);
    connect(m_results, &ResultsView::stopRequested, m_runner, &QueryRunner::stop);
    connect(m_results, &ResultsView::exportRequested, this, &QueryPanel::exportRows);
    connect(m_results, &ResultsView::remedyRequested, this,
        [this](const QString& statement) { m_results->say(tr("Try: %1").arg(statement)); });

    m_top->addWidget(editorSide);
    m_rows->addWidget(m_top);
    m_rows->addWidget(m_results);
    m_rows->setSizes({330, 450});
    m_columns->addWidget(m_browser);
    m_columns->addWidget(m_rows);
    m_columns->setStretchFactor(1, 1);
    m_columns->setSizes({252, 1100});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);
    setFocusProxy(m_editor);
}

// Made for the first plan.
PlanView* QueryPanel::plan()
{
    if (!m_plan) {
        m_plan = new PlanView(m_top);
        connect(m_plan, &PlanView::closeRequested, m_plan, &QWidget::hide);
        connect(m_plan, &PlanView::analyzeRequested, this, &QueryPanel::analyze);
        m_top->addWidget(m_plan);
        m_top->setSizes({500, 600});
    }
    return m_plan;
}

void QueryPanel::buildActions()
{
    const auto add = [this](const QString& text, const QString& key, auto slot) {
        auto* action = new QAction(text, this);
        if (!key.isEmpty())
            action->setShortcuts(QKeySequence::listFromString(key));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        m_actions.append(action);
    };
    add(tr("Run the statement or the selection"), u"Ctrl+Return; Ctrl+Enter"_s,
        [this] { run(Scope::Chosen); });
    add(tr("Run all statements"), u"Ctrl+Shift+Return; Ctrl+Shift+Enter"_s,
        [this] { run(Scope::All); });
    add(tr("Stop the query"), u"Esc"_s, [this] { stopOrClose(); });
    add(tr("Explain, without running"), u"F7"_s, [this] { explain(ExplainMode::Plain); });
    add(tr("Explain and analyze"), u"Shift+F7"_s, [this] { explain(ExplainMode::Analyze); });
    add(tr("Explain and analyze inside a rollback"), {},
        [this] { explain(ExplainMode::AnalyzeInRollback); });
    add(tr("History of statements"), u"Ctrl+H"_s, [this] { m_bar->historyButton()->click(); });
    add(tr("Export the result to a file"), u"Ctrl+Shift+E"_s, [this] {
        if (auto* pane = m_results->current())
            exportRows(pane);
    });
    add(tr("Refresh schemas and completion"), u"F5"_s, [this] { refresh(); });
    add(tr("Reconnect"), {}, [this] {
        if (auto* s = m_runner->session())
            s->reconnect();
        m_runner->look();
    });
    add(tr("Filter the schemas"), u"Ctrl+Shift+F"_s, [this] { m_browser->focusFilter(); });
}

} // namespace pilothouse::database
