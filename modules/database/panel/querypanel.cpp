// SPDX-License-Identifier: GPL-3.0-or-later
// Layout, actions and what the toolbar does; running is in queryrunner, results in resultsview.
#include "database/panel/querypanel.h"

#include "core/servicehub.h"
#include "database/api/admin.h"
#include "database/api/names.h"
#include "database/api/sqlscript.h"
#include "database/panel/completioncache.h"
#include "database/panel/exportdialog.h"
#include "database/panel/parambar.h"
#include "database/panel/planview.h"
#include "database/panel/querybar.h"
#include "database/panel/queryrunner.h"
#include "database/panel/resultpane.h"
#include "database/panel/resultsview.h"
#include "database/panel/schemabrowser.h"
#include "ui/dialogs/choicedialog.h"
#include "ui/drafts.h"
#include "ui/editor/codeeditor.h"
#include "ui/errors/absence.h"
#include "ui/errors/errorwords.h"
#include "ui/grid/gridview.h"
#include "ui/states/statestrip.h"
#include "ui/theme/theme.h"
#include "ui/words.h"
#include "ui/workbench.h"
#include "ui/writemode.h"

#include <QSplitter>
#include <QUuid>

#include <utility>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using ui::Token;

QueryPanel::QueryPanel(ui::Workbench& workbench, const ServiceId& service,
    std::shared_ptr<History> history, std::shared_ptr<CompletionCache> completion, QWidget* parent)
    : Panel(workbench, parent)
    , m_service(service)
    , m_history(std::move(history))
    , m_completion(std::move(completion))
    , m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_runner
        = new QueryRunner([this] { return this->workbench().hub().contract<Query>(m_service); },
            m_history, m_service, u"query "_s % m_id.left(4), this);
    buildLayout();
    buildActions();
    wireRunner();

    m_paramTimer.setSingleShot(true);
    m_paramTimer.setInterval(200);
    connect(&m_paramTimer, &QTimer::timeout, this, &QueryPanel::updateParams);
    connect(&workbench.hub(), &ServiceHub::writesChanged, this, [this](const ServiceId& id) {
        if (id == m_service)
            updateMode();
    });
    connect(&workbench.hub(), &ServiceHub::healthChanged, this, [this](const ServiceId& id) {
        if (id != m_service)
            return;
        updateMode();
        m_runner->look(); // an outage takes open transactions with it
    });
    connect(&workbench.hub(), &ServiceHub::added, m_runner, &QueryRunner::look);
    updateMode();
    setState(workbench.hub().service(m_service) ? State::Ready : State::NotConnected);
}

QueryPanel::~QueryPanel() = default;

QString QueryPanel::title() const
{
    if (!m_name.isEmpty())
        return tr("%1 · query").arg(m_name);
    return tr("Query · %1").arg(m_service);
}

QString QueryPanel::iconName() const
{
    return u"database"_s;
}

QString QueryPanel::kind() const
{
    return u"database.query"_s;
}

void QueryPanel::wireRunner()
{
    connect(m_runner, &QueryRunner::started, this, [this] {
        forgetProblem();
        m_results->clear();
        m_bar->setRunning(true);
        setState(State::Loading);
    });
    connect(m_runner, &QueryRunner::resultStarted, m_results, &ResultsView::addResult);
    connect(m_runner, &QueryRunner::rowsCame, m_results, &ResultsView::progress);
    connect(m_runner, &QueryRunner::noticed, this, [this](const Notice& notice) {
        m_results->say(notice.severity % u": "_s % notice.text
            % (notice.detail.isEmpty() ? QString() : QString(u" — "_s % notice.detail)));
    });
    connect(m_runner, &QueryRunner::statementFinished, m_results, &ResultsView::finished);
    connect(m_runner, &QueryRunner::statementFailed, this,
        [this](const StatementFailed& failure, qsizetype position) {
            m_closeAfterCommit = nullptr; // what went wrong stays to be read
            m_results->failed(failure);
            const QString where = placeOf(position);
            m_strip->say(ui::Glyph::Error, where % lineOf(failure.error));
            m_strip->show();
            sayOnce(failure.error, where);
            if (position >= 0)
                m_editor->markError(position, 1);
        });
    connect(m_runner, &QueryRunner::ended, this, &QueryPanel::showEnd);
    connect(m_runner, &QueryRunner::explained, this, [this](const Result<Plan>& plan) {
        if (plan) {
            this->plan()->setPlan(*plan);
            return;
        }
        this->plan()->setMessage(ui::ErrorWords::line(plan.error(), m_service));
        m_strip->say(ui::Glyph::Error, ui::ErrorWords::line(plan.error(), m_service));
        m_strip->show();
    });
    connect(m_runner, &QueryRunner::guardKnown, this, [this](const GuardState& guard) {
        m_guard = guard;
        updateMode();
    });
    connect(m_runner, &QueryRunner::transactionChanged, this, &QueryPanel::updateMode);
    connect(m_runner, &QueryRunner::transactionLost, this,
        [this](const Error& error, const QStringList& undone) {
            m_closeAfterCommit = nullptr;
            m_strip->say(ui::Glyph::Error, lineOf(error));
            m_strip->show();
            sayOnce(error);
            if (!undone.isEmpty())
                m_results->say(tr("What ran in it: %1").arg(undone.join(u", "_s)));
        });
    connect(m_runner, &QueryRunner::historyFailed, this,
        [this](const Error& error) { workbench().report(error); });
}

void QueryPanel::forgetProblem()
{
    m_strip->hide();
    m_lastSaid.clear();
    m_editor->clearErrors();
}

// A connection that breaks ends its statement and then the run, with the same words.
void QueryPanel::sayOnce(const Error& error, const QString& where)
{
    const QString words = ui::ErrorWords::original(error);
    if (std::exchange(m_lastSaid, words) != words)
        m_results->say(where % words);
}

// Of a transaction that is gone, what that means comes before how the connection ended.
QString QueryPanel::lineOf(const Error& error) const
{
    if (error.code != QLatin1StringView(kTransactionLost))
        return ui::ErrorWords::line(error, m_service);
    const QString said = error.detail.section(u'\n', 0, 0).trimmed();
    const QString words = ui::words(error.hint);
    return said.isEmpty() ? words : QString(words % u" — "_s % said);
}

// "Line 2, column 8: " of a position in the editor's text.
QString QueryPanel::placeOf(qsizetype position) const
{
    if (position < 0)
        return {};
    const QString before = m_editor->text().left(position);
    const auto line = before.count(u'\n') + 1;
    return tr("Line %1, column %2: ").arg(line).arg(position - before.lastIndexOf(u'\n'));
}

void QueryPanel::showEnd(const std::optional<Error>& error)
{
    m_results->stopped();
    m_bar->setRunning(false);
    const auto close = std::exchange(m_closeAfterCommit, nullptr);
    if (error && error->kind != Error::Kind::Cancelled) {
        m_strip->say(ui::Glyph::Error, lineOf(*error));
        m_strip->show();
        sayOnce(*error);
        setState(m_results->hasResults() ? State::Stale : State::Error);
        return;
    }
    if (error)
        m_results->say(tr("Stopped."));
    setState(State::Ready);
    if (close && !error && !holdsOpenWork())
        close();
    else
        m_runner->askGuard();
}

QueryPanel::Piece QueryPanel::piece(Scope scope) const
{
    const QString text = m_editor->text();
    if (scope == Scope::All)
        return {text, 0};
    if (const auto start = m_editor->selectionStart(); start >= 0)
        return {m_editor->selectedText(), start};
    const auto statements = splitScript(text);
    const int at = statementAt(statements, m_editor->caret());
    if (at < 0)
        return {statements.size() == 1 ? text : QString(), 0};
    const auto& span = statements[size_t(at)];
    return {text.mid(span.start, span.length), span.start};
}

void QueryPanel::run(Scope scope)
{
    m_editor->closeCompletion(); // it would hang over the result
    Piece what = piece(scope);
    what.inTransaction = holdsOpenWork();
    if (what.text.trimmed().isEmpty() || m_runner->isRunning())
        return;
    updateParams();
    if (m_params->isVisible() && m_params->hasEmpty()) {
        m_params->focusFirstEmpty();
        return;
    }
    const Service* service = workbench().hub().service(m_service);
    bool reads = true;
    for (const auto& span : splitScript(what.text))
        reads = reads && plainlyReads(QStringView(what.text).mid(span.start, span.length));
    if (!service || reads || !service->gate->asks() || !service->gate->allows()) {
        runConfirmed(what); // refusing is the adapter's work
        return;
    }
    Act act;
    act.title = PH_TEXT("database", "Run statement");
    act.question = PH_TEXT("database", "Run this on %1?").arg(m_service);
    act.consequence = PH_TEXT("database", "The statement may change data or structure.");
    act.button = PH_TEXT("database", "Run");
    act.icon = u"play"_s;
    act.service = m_service;
    act.statement = what.text;
    act.language = u"sql"_s;
    // The run itself is the work; the task only carries the answer of the dialog.
    act.make = [title = act.title] {
        return std::make_unique<Task>(
            TaskInfo{title, {}, {}, {}}, [](Task& t) { t.finish(TaskStatus::State::Done, Text()); },
            [] {});
    };
    workbench().confirm(std::move(act), this, [this, what](Task* task) {
        if (task)
            runConfirmed(what);
    });
}

void QueryPanel::runConfirmed(const Piece& what)
{
    RunRequest request;
    request.text = what.text;
    request.params = m_params->values();
    request.inTransaction = what.inTransaction;
    if (!m_runner->session()) {
        m_strip->say(ui::Glyph::Error, ui::absenceLine(workbench().hub(), m_service));
        m_strip->show();
        return;
    }
    m_ran = what.text;
    m_runner->run(request, std::max<qsizetype>(0, what.position));
}

void QueryPanel::explain(ExplainMode mode)
{
    m_editor->closeCompletion();
    const Piece what = piece(Scope::Chosen);
    if (what.text.trimmed().isEmpty())
        return;
    // Of a statement that writes, only the plan is asked for: nothing runs by surprise.
    const bool notRun = mode == ExplainMode::Analyze && !plainlyReads(what.text);
    if (notRun)
        mode = ExplainMode::Plain;
    if (!m_runner->isRunning()) // else it may be of the statement that runs
        forgetProblem();
    plan()->show();
    m_plan->setNotRun(notRun);
    m_plan->setMessage(tr("asking %1").arg(m_service));
    m_runner->explain(what.text, m_params->values(), mode);
}

// Esc: the innermost popup or find bar first, then the running query.
void QueryPanel::stopOrClose()
{
    if (m_editor->closeInnermost() || m_results->closeInnermost())
        return;
    if (m_runner->isRunning())
        m_runner->stop();
    else if (m_plan && m_plan->isVisible())
        m_plan->hide();
}

void QueryPanel::analyze(const QString& relation)
{
    auto* admin = workbench().hub().contract<Admin>(m_service);
    const auto parts = splitName(relation);
    if (!admin || !parts || parts->isEmpty())
        return;
    ObjectRef ref;
    ref.name = parts->last();
    ref.schema = parts->size() > 1 ? parts->at(parts->size() - 2) : QString();
    m_act = admin->act(AdminAct::Analyze, ref).onDone(this, [this](Result<Act> act) {
        if (act)
            workbench().confirm(std::move(*act), this, [](Task*) {});
        else
            workbench().report(act.error());
    });
}

void QueryPanel::updateMode()
{
    const Service* service = workbench().hub().service(m_service);
    m_bar->setTransaction(m_runner->transaction());
    if (!service)
        return;
    const ui::WriteModeWords words = ui::WriteModes::of(*service);
    QString tip;
    if (!service->gate->allows())
        tip = m_guard.holder == GuardState::Holder::ServerRole
            ? tr("Guarded by the server's role: it may not write.")
            : tr("Filtered by Pilothouse. A role that may not write is safer.");
    if (!tip.isEmpty())
        tip.prepend(ui::words(ui::WriteModes::whyOff(*service->gate)) % u'\n');
    m_bar->setMode(words.text, words.tone, tip);
}

void QueryPanel::updateParams()
{
    QStringList names;
    for (const auto& span : splitScript(piece(Scope::Chosen).text))
        for (const QString& name :
            parametersOf(QStringView(piece(Scope::Chosen).text).mid(span.start, span.length)))
            if (!names.contains(name))
                names.append(name);
    m_params->setNames(names);
}

void QueryPanel::open(const Link& link)
{
    const auto parts = splitName(link.entity.name);
    if (!parts || parts->size() < 2)
        return;
    m_name = parts->last();
    Q_EMIT titleChanged();
    if (m_editor->text().isEmpty()) {
        QStringList quoted;
        for (const QString& p : parts->mid(parts->size() - 2))
            quoted.append(quoteName(p));
        m_editor->setText(u"SELECT *\nFROM   %1\nLIMIT  1000;\n"_s.arg(quoted.join(u'.')));
    }
}

void QueryPanel::refresh()
{
    m_browser->refresh();
    m_completion->refresh(workbench().hub(), m_service);
    updateMode();
}

QString QueryPanel::draftKey() const
{
    return u"database.query/"_s % m_service % u'/' % m_id;
}

void QueryPanel::saveDraft()
{
    if (m_restored)
        return;
    QJsonObject params;
    const auto values = m_params->allValues();
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        params[it.key()] = it.value();
    if (m_editor->text().isEmpty() && params.isEmpty())
        workbench().drafts().remove(draftKey());
    else
        workbench().drafts().put(
            draftKey(), {{u"text"_s, m_editor->text()}, {u"params"_s, params}});
}

QJsonObject QueryPanel::saveState() const
{
    return {{u"version"_s, 1}, {u"draft"_s, m_id}, {u"name"_s, m_name},
        {u"caret"_s, m_editor->caret()}, {u"browser"_s, m_browser->saveState()},
        {u"columns"_s, QString::fromLatin1(m_columns->saveState().toBase64())},
        {u"rows"_s, QString::fromLatin1(m_rows->saveState().toBase64())}};
}

void QueryPanel::restoreState(const QJsonObject& state)
{
    if (const QString id = state[u"draft"_s].toString(); !id.isEmpty())
        m_id = id;
    m_name = state[u"name"_s].toString();
    m_restored = true;
    const QJsonObject draft = workbench().drafts().get(draftKey());
    QMap<QString, QString> params;
    const QJsonObject stored = draft[u"params"_s].toObject();
    for (auto it = stored.begin(); it != stored.end(); ++it)
        params[it.key()] = it.value().toString();
    m_params->setValues(params);
    m_editor->setText(draft[u"text"_s].toString());
    m_editor->setCaret(state[u"caret"_s].toInteger());
    m_restored = false;
    m_browser->restoreState(state[u"browser"_s].toObject());
    m_columns->restoreState(QByteArray::fromBase64(state[u"columns"_s].toString().toLatin1()));
    m_rows->restoreState(QByteArray::fromBase64(state[u"rows"_s].toString().toLatin1()));
    updateParams();
    Q_EMIT titleChanged();
}

bool QueryPanel::hasUnsavedWork() const
{
    return !m_editor->text().trimmed().isEmpty();
}

bool QueryPanel::holdsOpenWork() const
{
    return isInside(m_runner->transaction());
}

void QueryPanel::askToClose(std::function<void()> close)
{
    if (m_closing)
        return;
    // One that failed, or whose statement still runs, cannot be committed.
    const bool commits
        = m_runner->transaction() == TransactionState::Open && !m_runner->isRunning();
    QStringList choices{tr("Roll back")};
    if (commits)
        choices.append(tr("Commit"));
    m_closing = new ui::ChoiceDialog(tr("This tab has an open transaction"),
        tr("Closing %1 rolls back what was not committed.").arg(title()), choices, tr("Stay open"),
        this);
    connect(m_closing, &ui::ChoiceDialog::chosen, this, [this, close](int index) {
        if (index == 0) {
            close(); // the server rolls back what a session leaves behind
            return;
        }
        m_closeAfterCommit = close;
        runConfirmed({u"COMMIT"_s, -1, true});
        if (!m_runner->isRunning())
            m_closeAfterCommit = nullptr;
    });
    m_closing->open();
}

qint64 QueryPanel::drawnRows() const
{
    return m_results->hasResults() ? m_results->drawnRows() : m_browser->drawnRows();
}

void QueryPanel::showExample()
{
    constexpr int kLooked = 200;
    auto* search = workbench().hub().facet<SearchFacet>(m_service);
    if (!search)
        return;
    m_example
        = search->snapshot(kLooked).onDone(this, [this](Result<std::vector<SearchItem>> items) {
              if (!items)
                  return;
              for (const SearchItem& item : *items)
                  if (item.kind.contains("table"_L1)) {
                      open(Link{item.entity, {}, u"query"_s});
                      run(Scope::All);
                      return;
                  }
          });
}

void QueryPanel::exportRows(ResultPane* pane)
{
    const auto statements = splitScript(m_ran);
    const int at = m_results->statementOf(pane);
    QString text;
    if (at >= 0 && at < int(statements.size()))
        text = m_ran.mid(statements[size_t(at)].start, statements[size_t(at)].length);
    auto* dialog = new ExportDialog(workbench(), m_service, pane->store(), singleTable(text), this);
    dialog->open();
}

} // namespace pilothouse::database
