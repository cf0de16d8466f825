// SPDX-License-Identifier: GPL-3.0-or-later
// RunFeed: the one poller of a workflow server, shared by all panels of that service. Asks for what
// visible panels watch, at most once a second; once in ten seconds while nothing there moves.
#pragma once

#include "core/call.h"
#include "core/servicehub.h"
#include "workflow/api/admin.h"
#include "workflow/panel/feedwatch.h"
#include "workflow/panel/runbook.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <limits>
#include <map>
#include <memory>

namespace pilothouse::workflow
{

class RunFeed final : public QObject, public std::enable_shared_from_this<RunFeed>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunFeed)

public:
    static constexpr int kPace = 1000; // ms between requests while something moves
    static constexpr int kIdlePace = 10'000;
    static constexpr int kFirstRuns = 60; // of a DAG that is opened
    static constexpr int kOlderRuns = 200; // of each page to the left
    static constexpr int kBars = 12;
    static constexpr int kPatience = 5000; // ms without an answer until what is shown counts as old
    static constexpr int kKept = 60'000; // ms it outlives the last panel: that may be made anew

    // The feed of this service; made for the first who asks, gone soon after the last.
    static std::shared_ptr<RunFeed> of(ServiceHub& hub, const ServiceId& service);
    RunFeed(ServiceHub& hub, ServiceId service);
    ~RunFeed() override;

    const ServiceId& service() const { return m_service; }
    QString serviceTitle() const; // as people call it
    bool hasDags() const { return m_dagsRead.isValid(); }
    const std::vector<DagInfo>& dags() const { return m_dags; } // by id
    const DagInfo* dag(const QString& id) const;
    QStringList dagIds() const;
    bool dagsTruncated() const { return m_dagsTruncated; }
    const std::vector<RunInfo>& bars(const QString& dag) const; // oldest first, at most twelve
    const RunBook* book(const QString& dag) const; // null until it was watched
    const std::vector<PoolInfo>& pools() const { return m_pools; }
    const PoolInfo* pool(const QString& name) const;
    const std::vector<ImportError>& importErrors() const { return m_importErrors; }
    const std::optional<Error>& poolsError() const { return m_poolsError; }
    const Capabilities& capabilities() const { return m_capabilities; }
    const ServerState& serverState() const { return m_server; }
    // When they were read, UTC by the server's clock; invalid: never.
    const QDateTime& serverRead() const { return m_serverRead; }
    const QDateTime& poolsRead() const { return m_poolsRead; }
    QDateTime serverNow() const; // UTC, our clock less the skew

    const std::optional<Error>& error() const { return m_error; } // of the last round; none: good
    bool isSilent() const { return m_silent; } // asked, and no answer for kPatience
    bool isOld() const { return m_error || m_silent; } // all that is shown is of lastGood()
    bool isLost(const QString& dag) const { return m_lostDags.contains(dag); } // not there any more
    bool isStale(const QString& dag) const { return m_staleDags.contains(dag); } // not in its file
    QString endWords(const QString& dag) const; // why nothing of it starts; empty: it does
    QDateTime lastGood() const { return m_lastGood; }
    int requests() const { return m_requests; } // asked so far, for tests
    bool isIdle() const; // nothing that is looked at moves
    bool isReadingFirst(const QString& dag) const { return m_first.running() && m_firstDag == dag; }
    // Why there is no structure of this DAG; null: it is there, or under way.
    const Error* structureError(const QString& dag) const;
    bool isReadingOlder(const QString& dag) const { return m_older.running() && m_olderDag == dag; }

    void retry(); // now, after a failure
    void retryByHand(); // the same; after a refused login with the password once more
    void refresh(); // all that is shown, now
    void refreshFacts(); // pools and parts of the server, as soon as there is room
    void readOlder(const QString& dag); // one more page of runs
    void expectChange(const QString& dag); // an act was sent: look now, and often for a while
    void forgetRun(const RunRef& run);
    void keepInstance(const TaskInstance& instance); // as it was read last
    const TaskInstance* keptInstance(const TaskRef& task) const;

Q_SIGNALS:
    void dagsChanged();
    void barsChanged();
    void runsChanged(const QString& dag);
    void cellsChanged(const QString& dag);
    void structureChanged(const QString& dag);
    void serverChanged(); // pools, parts of the server, import errors
    void failed(); // see error()
    void fellSilent();
    void answered(); // a round was good

private:
    friend class FeedWatch;
    void add(FeedWatch* watch);
    void drop(FeedWatch* watch);
    void watchChanged();

    void schedule();
    void load(); // what a visible panel cannot do without
    void poll(); // one request of the steady round
    void askDags();
    void askDag(const QString& dag); // is it still there?
    QString dueDag() const; // of those on screen the one asked for longest ago; empty: none
    qint64 dagAsked(const QString& dag) const;
    void askState(); // the parts of the server
    void askChanges();
    void askCells(const QString& dag);
    void askBars();
    void askFirst(const QString& dag);
    void askStructure(const QString& dag);
    bool wantsStructure(const QString& dag) const;
    void askServer();
    void askPools();
    void askFacts(); // in turns
    std::vector<FeedWatch*> watchesOfFacts() const;
    void askDeadlines(); // of the DAG on screen
    void askAbout(); // what the server can do, its clock
    bool isPolling() const; // a request of the steady round is under way
    bool anyVisible() const;
    bool isWatched(const QString& dag) const; // by a panel one sees
    QString dagWantingCells(bool unreadOnly) const;
    void logInAgain();
    void stopCalls();
    QStringList runsWantingCells(const QString& dag, bool unreadOnly) const;
    RunBook& bookOf(const QString& dag);
    void takeRuns(const std::vector<RunInfo>& runs);
    void noteSent(); // a request that isPolling()
    void heard(); // whatever the answer says
    void listen();
    void good();
    void bad(const Error& error);
    template <class Contract>
    Contract* contract();

    ServiceHub& m_hub;
    const ServiceId m_service;
    std::vector<FeedWatch*> m_watches;

    std::vector<DagInfo> m_dags;
    bool m_dagsTruncated = false;
    QDateTime m_dagsRead;
    std::map<QString, std::vector<RunInfo>> m_bars;
    std::map<QString, std::unique_ptr<RunBook>> m_books;
    std::vector<PoolInfo> m_pools;
    std::vector<ImportError> m_importErrors;
    Capabilities m_capabilities;
    bool m_haveCapabilities = false;
    ServerState m_server;
    QSet<QString> m_lostDags, m_staleDags, m_dagFirst; // the last: its runs are asked for next
    bool m_ill = false; // a part of the server, by its own word
    std::optional<Error> m_poolsError;
    bool m_haveServer = false;
    QDateTime m_serverRead, m_poolsRead;
    bool m_changesUnsupported = false;
    bool m_cellsLast = false; // the steady round's last request was for cells
    std::map<QString, qint64> m_structureAsked; // by DAG, by m_clock
    std::map<QString, Error> m_structureErrors; // by DAG

    Call<Dags::List> m_dagsCall;
    Call<RunPage> m_changes;
    Call<RunPage> m_first;
    Call<RunPage> m_older;
    Call<std::vector<RunCells>> m_cells;
    Call<std::vector<RunInfo>> m_barsCall;
    Call<DagStructure> m_structure;
    Call<DagDetails> m_details;
    Call<DagDetails> m_dagCall;
    Call<Capabilities> m_capabilitiesCall;
    Call<ServerState> m_serverCall;
    Call<std::vector<PoolInfo>> m_poolsCall;
    Call<std::vector<ImportError>> m_importCall;
    Call<std::vector<DeadlineInfo>> m_deadlinesCall;
    Call<HealthReport> m_probe;
    QString m_firstDag, m_structureDag, m_olderDag, m_wantedOlder;
    QHash<TaskRef, TaskInstance> m_instances;
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_lastAsked = -kIdlePace, m_changesAsked = -kIdlePace; // by m_clock
    qint64 m_waitsSince = -1; // for an answer, by m_clock; -1: it does not
    bool m_silent = false;
    qint64 m_dagsAsked = 0;
    std::map<QString, qint64> m_dagAsked; // by DAG, by m_clock
    qint64 m_serverAsked = -kIdlePace, m_poolsAsked = -kIdlePace, m_factsAsked = -kIdlePace;
    qint64 m_busyUntil = 0;
    QDateTime m_changedSince; // UTC, server's clock
    QDateTime m_lastGood;
    std::optional<Error> m_error;
    static constexpr qint64 kRetryByHand = std::numeric_limits<qint64>::max(); // of m_retryAt
    qint64 m_retryAt = -1; // by m_clock; -1: not failing
    int m_failures = 0, m_serverTurn = 0, m_factsTurn = 0, m_requests = 0;
};

} // namespace pilothouse::workflow
