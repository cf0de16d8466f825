// SPDX-License-Identifier: GPL-3.0-or-later
// RunFeed: whose feed it is and for how long, what becomes of it when the server answers, refuses
// or stays silent, and what panels ask of it by hand.
#include "workflow/panel/runfeed.h"

#include "core/loginrenewal.h"
#include "ui/states/panelstate.h"

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kNever = -10'000'000;
constexpr qint64 kBusyAfterAct = 20'000;
constexpr qsizetype kMostInstances = 200;

// More tries with the same password lock an account: only the user makes another one. What the
// role alone does not allow may be asked again.
bool isRefusedLogin(const Error& error)
{
    return error.kind == Error::Kind::Auth && error.code != "403"_L1;
}

// Feeds of one hub; a child of it. The last panel of a feed may go only to be made anew, as with
// another language: what is known stays for it.
class Registry final : public QObject
{
public:
    explicit Registry(ServiceHub& hub)
        : QObject(&hub)
    {
        m_soon.setSingleShot(true);
        m_soon.setInterval(RunFeed::kKept);
        connect(&m_soon, &QTimer::timeout, this, [this] { m_kept.clear(); });
        connect(&hub, &ServiceHub::aboutToRemove, this, [this](const QString& id) {
            m_kept.remove(id); // another one may come by its name
        });
    }
    static Registry& of(ServiceHub& hub)
    {
        const QString name = u"workflow feeds"_s;
        auto* found
            = static_cast<Registry*>(hub.findChild<QObject*>(name, Qt::FindDirectChildrenOnly));
        if (!found) {
            found = new Registry(hub);
            found->setObjectName(name);
        }
        return *found;
    }
    void keep(std::shared_ptr<RunFeed> feed)
    {
        m_kept.insert(feed->service(), feed);
        m_soon.start();
    }
    QHash<ServiceId, std::weak_ptr<RunFeed>> feeds;

private:
    QHash<ServiceId, std::shared_ptr<RunFeed>> m_kept;
    QTimer m_soon;
};

} // namespace

std::shared_ptr<RunFeed> RunFeed::of(ServiceHub& hub, const ServiceId& service)
{
    std::weak_ptr<RunFeed>& known = Registry::of(hub).feeds[service];
    auto feed = known.lock();
    if (!feed) {
        feed = std::make_shared<RunFeed>(hub, service);
        known = feed;
    }
    return feed;
}

void RunFeed::drop(FeedWatch* watch)
{
    std::erase(m_watches, watch);
    if (m_watches.empty() && hasDags())
        Registry::of(m_hub).keep(shared_from_this());
    watchChanged();
}

void RunFeed::noteSent()
{
    ++m_requests;
    if (m_waitsSince < 0)
        m_waitsSince = m_clock.elapsed();
}

// What is still under way has its whole time again.
void RunFeed::heard()
{
    m_waitsSince = isPolling() ? m_clock.elapsed() : -1;
    if (std::exchange(m_silent, false))
        Q_EMIT answered();
}

// A server that stands still keeps its connections open: long before a call is given up, what is
// shown is no longer how things are.
void RunFeed::listen()
{
    if (m_silent || m_error || m_waitsSince < 0)
        return;
    if (!isPolling())
        m_waitsSince = -1; // it was dropped for another
    else if (m_clock.elapsed() - m_waitsSince >= kPatience) {
        m_silent = true;
        Q_EMIT fellSilent();
    }
}

void RunFeed::good()
{
    m_lastGood = QDateTime::currentDateTimeUtc();
    m_silent = false;
    heard();
    m_failures = 0;
    m_retryAt = -1;
    m_error.reset();
    Q_EMIT answered();
    if (anyVisible())
        m_timer.start(0);
}

void RunFeed::bad(const Error& error)
{
    if (error.kind == Error::Kind::Cancelled)
        return;
    const bool first = !m_error;
    m_error = error;
    m_silent = false;
    m_waitsSince = -1;
    // The round's other requests fail for the same reason: one step of the ladder for all.
    if (first || m_clock.elapsed() >= m_retryAt)
        m_retryAt = isRefusedLogin(error) ? kRetryByHand
                                          : m_clock.elapsed() + ui::retryWaitMs(++m_failures, 0);
    Q_EMIT failed();
    schedule();
}

void RunFeed::retry()
{
    for (const auto& [dag, error] : m_structureErrors)
        m_structureAsked.erase(dag);
    m_structureErrors.clear();
    if (isPolling())
        return;
    m_retryAt = -1;
    m_lastAsked = -kIdlePace;
    m_changesAsked = -kIdlePace;
    watchChanged();
}

void RunFeed::retryByHand()
{
    if (!m_error || m_error->kind != Error::Kind::Auth || !m_hub.facet<HealthFacet>(m_service)) {
        retry();
        return;
    }
    LoginRenewal::of(m_hub).ask(m_service, this, [this](bool renewed) {
        if (!renewed)
            logInAgain();
    });
}

void RunFeed::logInAgain()
{
    auto* health = m_hub.facet<HealthFacet>(m_service);
    if (!health || m_probe.running())
        return;
    m_probe = health->probe().onDone(this, [this](Result<HealthReport> answer) {
        if (answer)
            m_hub.reportHealth(m_service, *answer, {});
        retry(); // was it refused again, so are the requests, and the panels say so
    });
}

void RunFeed::refresh()
{
    m_structureAsked.clear();
    m_dagAsked.clear();
    m_dagsAsked = m_changesAsked = m_serverAsked = m_lastAsked = kNever;
    m_poolsAsked = m_factsAsked = kNever;
    if (!anyVisible() || !m_hub.contract<Dags>(m_service))
        return;
    m_retryAt = -1;
    askDags();
    for (const FeedWatch* watch : m_watches) {
        if (!watch->m_visible || watch->m_dag.isEmpty())
            continue;
        askFirst(watch->m_dag);
        askDag(watch->m_dag);
        break;
    }
    watchChanged();
}

void RunFeed::refreshFacts()
{
    m_poolsAsked = m_factsAsked = kNever;
    m_factsTurn = 0;
    watchChanged();
}

void RunFeed::expectChange(const QString& dag)
{
    m_busyUntil = m_clock.elapsed() + kBusyAfterAct;
    m_changesAsked = m_lastAsked = -kIdlePace;
    if (dag.isEmpty())
        m_dagsAsked = kNever;
    watchChanged();
}

void RunFeed::keepInstance(const TaskInstance& instance)
{
    if (m_instances.size() >= kMostInstances)
        m_instances.clear();
    m_instances.insert(instance.ref, instance);
}

const TaskInstance* RunFeed::keptInstance(const TaskRef& task) const
{
    const auto it = m_instances.constFind(task);
    return it == m_instances.constEnd() ? nullptr : &*it;
}

void RunFeed::forgetRun(const RunRef& run)
{
    bookOf(run.dag).forget(run.run);
    if (const auto it = m_bars.find(run.dag); it != m_bars.end())
        std::erase_if(it->second, [&run](const RunInfo& info) { return info.ref == run; });
    Q_EMIT runsChanged(run.dag);
    Q_EMIT barsChanged();
}

} // namespace pilothouse::workflow
