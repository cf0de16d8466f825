// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/metricrecorder.h"

#include <QDateTime>

#include <cmath>

namespace pilothouse
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr auto kEach = 5s;
} // namespace

MetricRecorder::MetricRecorder(
    Runtime& runtime, Sampler& sampler, const QString& folder, QObject* parent)
    : QObject(parent)
    , m_sampler(sampler)
    , m_history(runtime, folder + u"/metrics.sqlite"_s)
    , m_lock(folder + u"/sampler.lock"_s)
{
    m_lock.setStaleLockTime(0); // as long as its process lives
    connect(
        &sampler, &Sampler::sampled, this, [this](const ServiceId& id) { m_sampled.insert(id); });
    connect(&sampler, &Sampler::catalogueChanged, this, &MetricRecorder::restore);
    connect(&m_timer, &QTimer::timeout, this, &MetricRecorder::flush);
    m_timer.start(kEach);
}

MetricRecorder::~MetricRecorder() = default;

void MetricRecorder::setProfile(const QString& name)
{
    if (name == m_profile)
        return;
    flush();
    m_sampled.clear();
    m_last.clear();
    m_reads.clear();
    m_profile = name;
}

QString MetricRecorder::nameOf(const ServiceId& id) const
{
    return m_profile % u'/' % id;
}

void MetricRecorder::restore(const ServiceId& id)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const TimeRange kept{now.addSecs(-Sampler::kKeepSeconds), now.addSecs(60)};
    QStringList wanted;
    for (const MetricInfo& metric : m_sampler.catalogue(id))
        if (m_sampler.series(id, metric.id, kept).empty())
            wanted.append(metric.id);
    if (wanted.isEmpty())
        return;
    m_reads[id]
        = m_history.readAll(nameOf(id), wanted, kept).onDone(this, [this, id](const auto& all) {
              if (!all)
                  return;
              for (const auto& [metric, spans] : *all) {
                  std::vector<SeriesPoint> points;
                  for (const MetricSpan& span : spans)
                      if (span.span == 0)
                          points.push_back({span.time, span.mean});
                  m_sampler.restore(id, metric, points);
                  qint64& last = m_last[{id, metric}];
                  last = std::max(last, spans.back().time);
              }
          });
}

void MetricRecorder::collect(const ServiceId& id)
{
    const auto end = QDateTime::currentDateTimeUtc().addSecs(60);
    for (const MetricInfo& metric : m_sampler.catalogue(id)) {
        qint64& last = m_last[{id, metric.id}];
        const auto from = QDateTime::fromMSecsSinceEpoch(last + 1, Qt::UTC);
        for (const SeriesPoint& point : m_sampler.series(id, metric.id, {from, end})) {
            last = point.time;
            if (std::isfinite(point.value))
                m_waiting.push_back({nameOf(id), metric.id, point.time, point.value});
        }
    }
}

// What is not written yet waits in the sampler, which keeps two hours of it.
void MetricRecorder::flush()
{
    if (m_append.running() || (!m_lock.isLocked() && !m_lock.tryLock()))
        return; // or somebody else writes
    if (m_waiting.empty())
        for (const ServiceId& id : std::exchange(m_sampled, {}))
            collect(id);
    if (m_waiting.empty())
        return;
    m_append = m_history.append(m_waiting).onDone(this, [this](const Result<bool>& result) {
        if (!result) {
            if (!std::exchange(m_failing, true))
                Q_EMIT failed(result.error());
            return;
        }
        m_failing = false;
        m_waiting.clear();
        Q_EMIT written();
    });
}

} // namespace pilothouse
