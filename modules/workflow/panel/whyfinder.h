// SPDX-License-Identifier: GPL-3.0-or-later
// WhyFinder: gathers what is known of one task that does not run and works out why; shared by the
// card and the pane that show it. Asks for what is the task's own, once for each state and then
// when the feed has room; the rest is the feed's.
#pragma once

#include "core/call.h"
#include "workflow/panel/whynotrunning.h"

#include <QObject>
#include <QTimer>

namespace pilothouse
{
class ServiceHub;
}

namespace pilothouse::workflow
{

class RunFeed;

class WhyFinder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WhyFinder)

public:
    using Reasons = std::vector<std::pair<QString, QString>>;

    WhyFinder(ServiceHub& hub, RunFeed& feed, QObject* parent = nullptr);

    void ask(const TaskRef& task); // empty: none, and nothing is asked
    void refresh();
    void askOne(); // of what only it asks for, the next in turn
    void setZone(const QTimeZone& zone) { m_facts.zone = zone; }
    const TaskRef& task() const { return m_task; }
    const WhyFacts& facts() const { return m_facts; }
    const WhyAnswer& answer() const { return m_answer; }
    const std::optional<Reasons>& own() const { return m_own; } // the server's; none: not told yet
    const std::optional<Error>& ownError() const { return m_ownError; }
    const QDateTime& ownRead() const { return m_facts.ownRead; }

Q_SIGNALS:
    void changed();

private:
    void gather(); // from what the feed knows, without asking
    void gatherUpstream();
    void askHolders();
    void askOwn();
    void askSchedulers(); // of what runs
    void learn();
    void work();
    QString stateInGrid() const;

    ServiceHub& m_hub;
    RunFeed& m_feed;
    TaskRef m_task;
    WhyFacts m_facts;
    WhyAnswer m_answer;
    std::optional<Reasons> m_own;
    std::optional<Error> m_ownError;
    bool m_holdersDue = false; // the pool has changed since
    int m_turn = 0;
    QTimer m_soon;

    Call<TaskInstance> m_instanceCall;
    Call<std::vector<TaskInstance>> m_holdersCall;
    Call<Reasons> m_ownCall;
    Call<std::vector<JobInfo>> m_schedulersCall;
};

} // namespace pilothouse::workflow
