// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the stream of events into signals; nothing is ever run that the user did not ask for.
#include "database/panel/queryrunner.h"

#include "ui/errors/errorwords.h"

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

QueryRunner::QueryRunner(std::function<Query*()> query, std::shared_ptr<History> history,
    QString service, QString label, QObject* parent)
    : QObject(parent)
    , m_query(std::move(query))
    , m_history(std::move(history))
    , m_service(std::move(service))
    , m_label(std::move(label))
{
}

QueryRunner::~QueryRunner() = default;

Session* QueryRunner::session()
{
    Query* query = m_query();
    if (!query) {
        m_session.reset();
        m_sessionOf = nullptr;
        return nullptr;
    }
    if (!m_session || m_sessionOf != query) {
        m_session = query->open(m_label);
        m_sessionOf = query;
    }
    return m_session.get();
}

double QueryRunner::seconds() const
{
    return m_clock.isValid() ? double(m_clock.elapsed()) / 1000.0 : 0;
}

void QueryRunner::run(const RunRequest& request, qsizetype position)
{
    Session* s = session();
    if (!s || m_running)
        return;
    m_running = true;
    m_stopped = false;
    m_rows = 0;
    m_firstError.reset();
    m_position = position;
    m_clock.start();
    Q_EMIT started();

    HistoryEntry entry;
    entry.service = m_service;
    entry.time = QDateTime::currentDateTimeUtc();
    entry.text = request.text;
    remember(entry);

    m_stream = s->run(request).attach(
        this,
        [this](std::vector<QueryEvent>&& events) {
            for (QueryEvent& e : events)
                take(e);
        },
        [this](VoidResult result) {
            m_running = false;
            if (!result)
                m_firstError = result.error();
            finishHistory(m_stopped ? HistoryEntry::Outcome::Stopped
                    : m_firstError  ? HistoryEntry::Outcome::Failed
                                    : HistoryEntry::Outcome::Done,
                m_rows, seconds(),
                m_firstError ? ui::ErrorWords::original(*m_firstError) : QString());
            if (m_session)
                setTransaction(m_session->transaction());
            Q_EMIT ended(result ? std::nullopt : std::optional(result.error()));
        });
}

void QueryRunner::stop()
{
    if (!m_running)
        return;
    m_stopped = true;
    m_stream.stop();
}

void QueryRunner::take(QueryEvent& event)
{
    if (auto* result = std::get_if<ResultStarted>(&event)) {
        Q_EMIT resultStarted(result->statement, result->store);
    } else if (const auto* rows = std::get_if<RowsSoFar>(&event)) {
        Q_EMIT rowsCame(rows->statement, rows->rows, rows->bytes);
    } else if (const auto* notice = std::get_if<Notice>(&event)) {
        Q_EMIT noticed(*notice);
    } else if (const auto* done = std::get_if<StatementFinished>(&event)) {
        m_rows += std::max<qint64>(0, done->rows);
        setTransaction(done->transaction);
        Q_EMIT statementFinished(*done);
    } else if (const auto* failure = std::get_if<StatementFailed>(&event)) {
        if (!m_firstError)
            m_firstError = failure->error;
        setTransaction(failure->transaction);
        Q_EMIT statementFailed(
            *failure, failure->position >= 0 ? m_position + failure->position : -1);
    }
}

void QueryRunner::setTransaction(TransactionState state)
{
    if (state == m_transaction)
        return;
    m_transaction = state;
    Q_EMIT transactionChanged();
}

void QueryRunner::explain(
    const QString& statement, const QMap<QString, QString>& params, ExplainMode mode)
{
    Session* s = session();
    if (!s)
        return;
    m_plan = s->explain(statement, params, mode).onDone(this, [this](Result<Plan> plan) {
        Q_EMIT explained(plan);
    });
}

void QueryRunner::askGuard()
{
    Session* s = session();
    if (!s)
        return;
    m_guard = s->guard().onDone(this, [this](Result<GuardState> guard) {
        if (guard)
            Q_EMIT guardKnown(*guard);
    });
}

void QueryRunner::remember(const HistoryEntry& entry)
{
    if (!m_history)
        return;
    m_entry = entry;
    m_entryKnown = m_entryOver = false;
    m_begin = m_history->begin(entry).onDone(this, [this](Result<qint64> id) {
        if (!id) {
            Q_EMIT historyFailed(id.error());
            return;
        }
        m_entry.id = *id;
        m_entryKnown = true;
        if (m_entryOver)
            finishHistory(m_entry.outcome, m_entry.rows, m_entry.seconds, m_entry.error);
    });
}

// A quick statement may be over before its entry has an id.
void QueryRunner::finishHistory(
    HistoryEntry::Outcome outcome, qint64 rows, double seconds, const QString& error)
{
    if (!m_history)
        return;
    m_entryOver = true;
    m_entry.outcome = outcome;
    m_entry.rows = rows;
    m_entry.seconds = seconds;
    m_entry.error = error;
    if (!m_entryKnown)
        return;
    std::erase_if(m_finishes, [](const auto& c) { return !c.running(); });
    m_finishes.push_back(m_history->finish(m_entry));
}

} // namespace pilothouse::database
