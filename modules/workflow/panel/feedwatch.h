// SPDX-License-Identifier: GPL-3.0-or-later
// FeedWatch: what one panel looks at, told to the one poller of its server.
#pragma once

#include <QStringList>

#include <functional>
#include <memory>

namespace pilothouse::workflow
{

class RunFeed;

// What one panel looks at. Tells the feed by itself when it goes.
class FeedWatch final
{
    Q_DISABLE_COPY_MOVE(FeedWatch)

public:
    explicit FeedWatch(std::shared_ptr<RunFeed> feed);
    ~FeedWatch();

    RunFeed& feed() const { return *m_feed; }
    void setVisible(bool visible); // hidden at first
    void setDag(const QString& dag); // its runs, cells and structure; empty: only the list
    void setShown(const QString& firstRun, const QString& lastRun); // oldest and newest on screen
    void setRun(const QString& run); // chosen: its cells are wanted wherever it is
    void setBars(const QStringList& dags); // DAGs whose last runs are on screen
    // Facts beside the runs are looked at: the parts of the server are read again and again, and
    // from time to time this may ask one thing of its own. Null: no more.
    void setFacts(std::function<void()> ask);

private:
    friend class RunFeed;
    const std::shared_ptr<RunFeed> m_feed;
    bool m_visible = false;
    QString m_dag;
    QString m_first;
    QString m_last;
    QString m_run;
    QStringList m_bars;
    std::function<void()> m_facts;
};

} // namespace pilothouse::workflow
