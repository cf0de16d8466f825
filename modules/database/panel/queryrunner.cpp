// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the stream of events into signals; nothing is ever run that the user did not ask for.
#include "database/panel/queryrunner.h"

#include "ui/errors/errorwords.h"

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kLook = 2000; // milliseconds
constexpr int kTags = 100;

Error lostError(const QString& service)
{
    return Error{Error::Kind::Protocol, service, {},
        PH_TEXT("database",
            "The open transaction is gone: its connection ended, and the server rolled back what "
            "was not committed."),
        QString::fromLatin1(kTransactionLost)};
}

} // namespace

QueryRunner::QueryRunner(std::function<Query*()> query, std::shared_ptr<History> history,
    QString service, QString label, QObject* parent)
    : QObject(parent)
    , m_query(std::move(query))
    , m_history(std::move(history))
    , m_service(std::move(service))
    , m_label(std::move(label))
{
    m_lookTimer.setInterval(kLook);
    connect(&m_lookTimer, &QTimer::timeout, this, &QueryRunner::look);
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
    m_left = false;
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
            if (m_session) {
                const bool left = isInside(m_transaction);
                setTransaction(m_session->transaction());
                m_left = m_left || (left && !isInside(m_transaction));
                // Ended with its connection, by a stop or a row of any size.
                if (m_left && m_session->backendPid() == 0)
                    loseTransaction(lostError(m_service));
            }
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
        const bool inside = isInside(m_transaction);
        m_left = inside && !isInside(done->transaction);
        if (inside && !done->tag.startsWith("SELECT"_L1) && m_tags.size() < kTags)
            m_tags.append(done->tag);
        setTransaction(done->transaction);
        Q_EMIT statementFinished(*done);
    } else if (const auto* failure = std::get_if<StatementFailed>(&event)) {
        if (!m_firstError)
            m_firstError = failure->error;
        m_left = isInside(m_transaction) && !isInside(failure->transaction);
        setTransaction(failure->transaction);
        Q_EMIT statementFailed(
            *failure, failure->position >= 0 ? m_position + failure->position : -1);
        if (failure->error.code == QLatin1StringView(kTransactionLost)) {
            m_left = false;
            loseTransaction(failure->error);
        }
    }
}

void QueryRunner::setTransaction(TransactionState state)
{
    if (state == m_transaction)
        return;
    if (!isInside(m_transaction))
        m_tags.clear();
    m_transaction = state;
    if (!isInside(state))
        m_lookTimer.stop();
    else if (!m_lookTimer.isActive())
        m_lookTimer.start();
    Q_EMIT transactionChanged();
}

void QueryRunner::loseTransaction(const Error& error)
{
    setTransaction(TransactionState::None);
    Q_EMIT transactionLost(error, std::exchange(m_tags, {}));
}

void QueryRunner::look()
{
    if (m_running || !isInside(m_transaction) || m_look.running())
        return;
    Session* s = session();
    if (!s) {
        loseTransaction(lostError(m_service));
        return;
    }
    m_look = s->look().onDone(this, [this](Result<TransactionState> state) {
        if (!isInside(m_transaction))
            return;
        // Another session stands where the one with the transaction was: the service was edited.
        if (state && !isInside(*state))
            loseTransaction(lostError(m_service));
        else if (!state && state.error().code == QLatin1StringView(kTransactionLost))
            loseTransaction(state.error());
    });
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
