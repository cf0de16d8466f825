// SPDX-License-Identifier: GPL-3.0-or-later
// FeedWatch: what one panel looks at, told to the poller.
#include "workflow/panel/feedwatch.h"

#include "workflow/panel/runfeed.h"

#include <utility>

namespace pilothouse::workflow
{

FeedWatch::FeedWatch(std::shared_ptr<RunFeed> feed)
    : m_feed(std::move(feed))
{
    m_feed->add(this);
}

FeedWatch::~FeedWatch()
{
    m_feed->drop(this);
}

void FeedWatch::setVisible(bool visible)
{
    if (std::exchange(m_visible, visible) != visible)
        m_feed->watchChanged();
}

void FeedWatch::setDag(const QString& dag)
{
    if (m_dag == dag)
        return;
    m_dag = dag;
    m_first.clear();
    m_last.clear();
    m_run.clear();
    m_feed->watchChanged();
}

void FeedWatch::setShown(const QString& firstRun, const QString& lastRun)
{
    if (m_first == firstRun && m_last == lastRun)
        return;
    m_first = firstRun;
    m_last = lastRun;
    m_feed->watchChanged();
}

void FeedWatch::setRun(const QString& run)
{
    if (std::exchange(m_run, run) != run)
        m_feed->watchChanged();
}

void FeedWatch::setBars(const QStringList& dags)
{
    if (std::exchange(m_bars, dags) != dags)
        m_feed->watchChanged();
}

void FeedWatch::setFacts(std::function<void()> ask)
{
    const bool had = bool(m_facts);
    m_facts = std::move(ask);
    if (had != bool(m_facts))
        m_feed->watchChanged();
}

} // namespace pilothouse::workflow
