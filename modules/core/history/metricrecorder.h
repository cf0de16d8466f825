// SPDX-License-Identifier: GPL-3.0-or-later
// MetricRecorder: writes what the sampler measures into the history, and gives the sampler what the
// last run has measured. Of several programs on one folder the first one writes.
#pragma once

#include "core/history/metrichistory.h"
#include "core/sampler.h"

#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <map>
#include <set>

namespace pilothouse
{

// GUI thread.
class MetricRecorder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MetricRecorder)

public:
    // metrics.sqlite and sampler.lock in `folder`.
    MetricRecorder(
        Runtime& runtime, Sampler& sampler, const QString& folder, QObject* parent = nullptr);
    ~MetricRecorder() override;

    // Services are known by it and their own name; what another profile's were is kept apart.
    void setProfile(const QString& name);
    MetricHistory& history() { return m_history; }
    QString nameOf(const ServiceId& id) const; // in the history
    void flush(); // what was measured until now is sent to be written

Q_SIGNALS:
    void written();
    void failed(const pilothouse::Error& error); // told once, until something is written again

private:
    void collect(const ServiceId& id);
    void restore(const ServiceId& id);

    Sampler& m_sampler;
    MetricHistory m_history;
    QLockFile m_lock;
    QTimer m_timer;
    QString m_profile;
    std::set<ServiceId> m_sampled; // since the last flush
    std::map<std::pair<ServiceId, QString>, qint64> m_last; // time of the last point taken
    std::vector<MetricPoint> m_waiting; // taken from the sampler, not written yet
    Call<bool> m_append;
    std::map<ServiceId, Call<std::map<QString, std::vector<MetricSpan>>>> m_reads;
    bool m_failing = false;
};

} // namespace pilothouse
