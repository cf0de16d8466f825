// SPDX-License-Identifier: GPL-3.0-or-later
// QueryRunner: one editor tab's session: runs statements, tells what happens, writes the history.
#pragma once

#include "core/history/history.h"
#include "database/api/query.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace pilothouse::database
{

class QueryRunner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueryRunner)

public:
    // `query` finds the contract each time: an adapter may have been replaced.
    QueryRunner(std::function<Query*()> query, std::shared_ptr<History> history, QString service,
        QString label, QObject* parent = nullptr);
    ~QueryRunner() override;

    // `position` of the text in the editor; error positions are told relative to the editor.
    void run(const RunRequest& request, qsizetype position);
    void stop(); // cancels at the server, keeps what arrived
    bool isRunning() const { return m_running; }
    double seconds() const; // of the run under way

    void explain(const QString& statement, const QMap<QString, QString>& params, ExplainMode mode);
    void askGuard();
    // Whether an open transaction is still there; transactionLost() when not.
    void look();
    TransactionState transaction() const { return m_transaction; }
    Session* session(); // null when the contract is not there

Q_SIGNALS:
    void started();
    void resultStarted(int statement, std::shared_ptr<pilothouse::TableStore> store);
    void rowsCame(int statement, qint64 rows, qint64 bytes);
    void noticed(const pilothouse::database::Notice& notice);
    void statementFinished(const pilothouse::database::StatementFinished& done);
    // `position` is an index into the editor's text, -1: not known
    void statementFailed(const pilothouse::database::StatementFailed& failure, qsizetype position);
    // Without an error: every statement was answered, if only with its own failure.
    void ended(const std::optional<pilothouse::Error>& error);
    void explained(const pilothouse::Result<pilothouse::database::Plan>& plan);
    void guardKnown(const pilothouse::database::GuardState& guard);
    void transactionChanged();
    // `undone` are the command tags of what had run in it.
    void transactionLost(const pilothouse::Error& error, const QStringList& undone);
    void historyFailed(const pilothouse::Error& error);

private:
    void take(QueryEvent& event);
    void setTransaction(TransactionState state);
    void loseTransaction(const Error& error);
    void remember(const HistoryEntry& entry);
    void finishHistory(
        HistoryEntry::Outcome outcome, qint64 rows, double seconds, const QString& error);

    const std::function<Query*()> m_query;
    const std::shared_ptr<History> m_history;
    const QString m_service;
    const QString m_label;
    std::unique_ptr<Session> m_session;
    Query* m_sessionOf = nullptr;
    Stream<QueryEvent> m_stream;
    Call<Plan> m_plan;
    Call<GuardState> m_guard;
    Call<TransactionState> m_look;
    QTimer m_lookTimer; // runs while a transaction is open
    Call<qint64> m_begin;
    std::vector<Call<bool>> m_finishes;
    HistoryEntry m_entry;
    bool m_entryKnown = false; // its id has come
    bool m_entryOver = false;
    std::optional<Error> m_firstError; // of a statement of this run
    qint64 m_rows = 0;
    qsizetype m_position = 0;
    QElapsedTimer m_clock;
    bool m_running = false;
    bool m_stopped = false;
    TransactionState m_transaction = TransactionState::None;
    QStringList m_tags; // of what ran in the open transaction
    bool m_left = false; // the last statement ended it
};

} // namespace pilothouse::database
