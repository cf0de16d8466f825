// SPDX-License-Identifier: GPL-3.0-or-later
// One timer asks every service in turn; a service that does not answer is asked less and less often
// for metrics, but its health keeps its pace.
#include "core/sampler.h"

#include "core/loginrenewal.h"

#include <QDateTime>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <map>

namespace pilothouse
{

using namespace std::chrono_literals;

namespace
{
constexpr auto kSeenPace = 1s;
// Of a service that refused us: only who asks for it tries again.
constexpr auto kNever = Clock::time_point::max();
constexpr milliseconds kSlowestPace = 30s; // of a run whose window was hidden
constexpr int kEventLimit = 500;
constexpr size_t kEventsKept = 20'000; // of one service
} // namespace

// Handed out by see(); its end is noticed through the weak pointer.
class Sampler::Seen final
{
public:
    QStringList metrics;
};

struct Sampler::Private {
    struct Target {
        std::vector<MetricInfo> catalogue;
        std::map<QString, SeriesRing> rings;
        std::map<QString, Event> events;
        QString eventCursor;
        std::vector<std::weak_ptr<Seen>> seen;
        Clock::time_point nextProbe{};
        Clock::time_point nextSample{};
        Clock::time_point nextAll{}; // every metric, also those nobody sees
        Clock::time_point nextEvents{};
        Clock::time_point nextCatalogue{};
        Clock::time_point probeSent{};
        Call<HealthReport> probe;
        Call<std::vector<MetricInfo>> ask;
        Call<std::vector<MetricSample>> sample;
        Call<EventPage> page;

        QStringList seenMetrics()
        {
            std::erase_if(seen, [](const auto& s) { return s.expired(); });
            QStringList all;
            for (const auto& s : seen)
                if (const auto strong = s.lock())
                    all += strong->metrics;
            all.removeDuplicates();
            return all;
        }
    };

    Private(Sampler* sampler, ServiceHub& services)
        : q(sampler)
        , hub(services)
    {
    }

    Sampler* const q;
    ServiceHub& hub;
    QTimer timer;
    milliseconds pace = 5s;
    bool active = true;
    std::map<ServiceId, std::unique_ptr<Target>> targets;

    void tick();
    void tick(const ServiceId& id, Target& target, Clock::time_point now);
    void probe(const ServiceId& id, Target& target);
    void askCatalogue(const ServiceId& id, Target& target, MetricsFacet& facet);
    void takeSample(const ServiceId& id, Target& target, MetricsFacet& facet);
    void takeEvents(const ServiceId& id, Target& target, EventsFacet& facet);
    void keep(const ServiceId& id, const std::vector<MetricSample>& samples);
    void keep(const ServiceId& id, EventPage page);
    Target* find(const ServiceId& id) const
    {
        const auto it = targets.find(id);
        return it == targets.end() ? nullptr : it->second.get();
    }
};

Sampler::Sampler(ServiceHub& hub, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, hub))
{
    connect(&hub, &ServiceHub::added, this, [this](const ServiceId& id) {
        if (d->hub.service(id)->adapter) {
            d->targets[id] = std::make_unique<Private::Target>();
            d->tick();
        }
    });
    connect(&hub, &ServiceHub::aboutToRemove, this,
        [this](const ServiceId& id) { d->targets.erase(id); });
    // Somebody else asked it, and it lets us in again.
    connect(&hub, &ServiceHub::healthChanged, this, [this](const ServiceId& id) {
        auto* target = d->find(id);
        if (target && target->nextProbe == kNever
            && d->hub.service(id)->health.state != HealthReport::State::Failing)
            target->nextProbe = Clock::now() + d->pace;
    });
    connect(&d->timer, &QTimer::timeout, this, [this] { d->tick(); });
    d->timer.start(1000);
}

Sampler::~Sampler() = default;

void Sampler::setActive(bool active)
{
    d->active = active;
    if (active && !d->timer.isActive()) {
        d->timer.start(1000);
        d->tick();
    } else if (!active) {
        d->timer.stop();
    }
}

void Sampler::setPace(milliseconds pace)
{
    d->pace = pace;
    d->timer.setInterval(std::min<milliseconds>(pace, 1s));
}

void Sampler::probeNow(const ServiceId& id)
{
    auto* target = d->find(id);
    if (!target)
        return;
    if (target->nextProbe != kNever) {
        d->probe(id, *target);
        return;
    }
    // It was refused. A service that is added anew is probed by itself.
    LoginRenewal::of(d->hub).ask(id, this, [this, id](bool renewed) {
        if (auto* refused = d->find(id); refused && !renewed)
            d->probe(id, *refused);
    });
}

milliseconds Sampler::untilProbe(const ServiceId& id) const
{
    const auto* target = d->find(id);
    if (!target || !d->active || target->probe.running() || target->nextProbe == kNever)
        return 0ms;
    const auto wait = std::chrono::duration_cast<milliseconds>(target->nextProbe - Clock::now());
    return std::max(wait, milliseconds(0));
}

std::vector<MetricInfo> Sampler::catalogue(const ServiceId& id) const
{
    const auto* target = d->find(id);
    return target ? target->catalogue : std::vector<MetricInfo>();
}

std::vector<SeriesPoint> Sampler::series(
    const ServiceId& id, const QString& metric, const TimeRange& range) const
{
    const auto* target = d->find(id);
    if (!target)
        return {};
    const auto it = target->rings.find(metric);
    if (it == target->rings.end())
        return {};
    return it->second.between(range.from.toMSecsSinceEpoch(), range.to.toMSecsSinceEpoch());
}

std::optional<double> Sampler::latest(const ServiceId& id, const QString& metric) const
{
    const auto* target = d->find(id);
    if (!target)
        return {};
    const auto it = target->rings.find(metric);
    return it == target->rings.end() ? std::nullopt : it->second.latest();
}

void Sampler::restore(
    const ServiceId& id, const QString& metric, const std::vector<SeriesPoint>& older)
{
    auto* target = d->find(id);
    if (!target)
        return;
    const auto it = target->rings.find(metric);
    if (it != target->rings.end())
        it->second.restore(older, kSlowestPace.count());
}

std::vector<Event> Sampler::events(const TimeRange& range) const
{
    std::vector<Event> all;
    for (const auto& [id, target] : d->targets)
        for (const auto& [key, event] : target->events) {
            const bool over
                = event.end ? *event.end < range.from : !event.ongoing && event.begin < range.from;
            if (!over && event.begin < range.to)
                all.push_back(event);
        }
    std::sort(
        all.begin(), all.end(), [](const Event& a, const Event& b) { return a.begin < b.begin; });
    return all;
}

std::shared_ptr<Sampler::Seen> Sampler::see(const ServiceId& id, const QStringList& metrics)
{
    auto seen = std::make_shared<Seen>();
    seen->metrics = metrics;
    if (auto* target = d->find(id)) {
        target->seen.push_back(seen);
        target->nextSample = {};
        d->tick();
    }
    return seen;
}

void Sampler::Private::tick()
{
    const auto now = Clock::now();
    for (const auto& [id, target] : targets)
        tick(id, *target, now);
}

void Sampler::Private::tick(const ServiceId& id, Target& target, Clock::time_point now)
{
    if (!active)
        return;
    if (now >= target.nextProbe && !target.probe.running())
        probe(id, target);
    const auto state = hub.service(id)->health.state;
    // Nothing else is asked before it has answered once, or until it answers again: a wrong
    // password must not be tried on every lane.
    if (state == HealthReport::State::Failing
        || (state == HealthReport::State::Unknown && target.probe.running()))
        return;
    if (auto* metrics = hub.facet<MetricsFacet>(id)) {
        if (now >= target.nextCatalogue && !target.ask.running())
            askCatalogue(id, target, *metrics);
        if (!target.catalogue.empty() && now >= target.nextSample && !target.sample.running())
            takeSample(id, target, *metrics);
    }
    if (auto* events = hub.facet<EventsFacet>(id);
        events && now >= target.nextEvents && !target.page.running())
        takeEvents(id, target, *events);
}

void Sampler::Private::probe(const ServiceId& id, Target& target)
{
    auto* facet = hub.facet<HealthFacet>(id);
    target.nextProbe = Clock::now() + pace;
    if (!facet)
        return;
    target.probeSent = Clock::now();
    target.probe = facet->probe().onDone(q, [this, id](Result<HealthReport> result) {
        auto* t = find(id);
        if (!t)
            return;
        if (result) {
            if (result->latency.count() == 0)
                result->latency
                    = std::chrono::duration_cast<milliseconds>(Clock::now() - t->probeSent);
            hub.reportHealth(id, *result, {});
            return;
        }
        // Tried again and again, a refused login locks the account.
        if (result.error().kind == Error::Kind::Auth)
            t->nextProbe = kNever;
        HealthReport failing;
        failing.state = HealthReport::State::Failing;
        failing.text = result.error().hint;
        hub.reportHealth(id, failing, result.error());
    });
}

void Sampler::Private::askCatalogue(const ServiceId& id, Target& target, MetricsFacet& facet)
{
    target.nextCatalogue = Clock::now() + 5min;
    target.ask = facet.catalogue().onDone(q, [this, id](Result<std::vector<MetricInfo>> result) {
        auto* t = find(id);
        if (!t)
            return;
        if (!result) {
            t->nextCatalogue = Clock::now() + pace;
            return;
        }
        t->catalogue = std::move(*result);
        for (const MetricInfo& m : t->catalogue)
            t->rings.try_emplace(m.id,
                SeriesRing(m.kind == MetricInfo::Kind::Counter ? SeriesRing::Kind::Counter
                                                               : SeriesRing::Kind::Gauge,
                    kKeepSeconds * 1000LL));
        Q_EMIT q->catalogueChanged(id);
        tick();
    });
}

void Sampler::Private::takeSample(const ServiceId& id, Target& target, MetricsFacet& facet)
{
    const QStringList seen = target.seenMetrics();
    const auto now = Clock::now();
    QStringList ids;
    const bool all = seen.isEmpty() || now >= target.nextAll;
    if (all) {
        for (const MetricInfo& m : target.catalogue)
            ids.append(m.id);
        target.nextAll = now + pace;
    } else {
        ids = seen;
    }
    target.nextSample = now + (seen.isEmpty() ? pace : std::min<milliseconds>(pace, kSeenPace));
    target.sample
        = facet.sample(ids).onDone(q, [this, id](Result<std::vector<MetricSample>> result) {
              if (result)
                  keep(id, *result);
          });
}

void Sampler::Private::keep(const ServiceId& id, const std::vector<MetricSample>& samples)
{
    auto* t = find(id);
    if (!t)
        return;
    for (const MetricSample& s : samples)
        if (const auto it = t->rings.find(s.id); it != t->rings.end() && std::isfinite(s.value))
            it->second.add(s.time.toMSecsSinceEpoch(), s.value, pace.count());
    Q_EMIT q->sampled(id);
}

void Sampler::Private::takeEvents(const ServiceId& id, Target& target, EventsFacet& facet)
{
    target.nextEvents = Clock::now() + pace;
    const auto from = QDateTime::currentDateTimeUtc().addSecs(-kKeepSeconds);
    target.page = facet.since(from, target.eventCursor, kEventLimit)
                      .onDone(q, [this, id](Result<EventPage> result) {
                          if (result)
                              keep(id, std::move(*result));
                      });
}

void Sampler::Private::keep(const ServiceId& id, EventPage page)
{
    auto* t = find(id);
    if (!t)
        return;
    t->eventCursor = page.cursor;
    if (page.more)
        t->nextEvents = {};
    if (page.events.empty())
        return;
    for (Event& e : page.events)
        t->events.insert_or_assign(e.id, std::move(e));
    const auto oldest = QDateTime::currentDateTimeUtc().addSecs(-kKeepSeconds);
    std::erase_if(t->events, [&](const auto& item) {
        const Event& e = item.second;
        return !e.ongoing && e.end.value_or(e.begin) < oldest;
    });
    while (t->events.size() > kEventsKept) {
        const auto first = std::min_element(t->events.begin(), t->events.end(),
            [](const auto& a, const auto& b) { return a.second.begin < b.second.begin; });
        t->events.erase(first);
    }
    Q_EMIT q->eventsArrived(id);
}

} // namespace pilothouse
