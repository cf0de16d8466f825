// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/worktext.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{
QString two(qint64 value)
{
    return u"%1"_s.arg(value, 2, 10, QLatin1Char('0'));
}
} // namespace

QString durationText(double seconds)
{
    if (seconds < 0 || !std::isfinite(seconds))
        return u"–"_s;
    if (seconds < 9.95 && seconds > 0) {
        const double rounded = std::round(seconds * 10) / 10;
        if (rounded != std::floor(rounded))
            return WorkText::tr("%1 s").arg(QLocale().toString(rounded, 'f', 1));
    }
    const auto all = qint64(std::llround(seconds));
    if (all < 60)
        return WorkText::tr("%1 s").arg(all);
    if (all < 3600)
        return WorkText::tr("%1 m %2 s").arg(QString::number(all / 60), two(all % 60));
    if (all < 86400)
        return WorkText::tr("%1 h %2 m").arg(QString::number(all / 3600), two(all / 60 % 60));
    return WorkText::tr("%1 d %2 h").arg(QString::number(all / 86400), two(all / 3600 % 24));
}

QString differenceText(double seconds)
{
    if (!std::isfinite(seconds))
        return u"–"_s;
    const QString text = durationText(std::abs(seconds));
    if (text == durationText(0))
        return text;
    return QString((seconds < 0 ? u"−"_s : u"+"_s) + text);
}

double spanOf(const QDateTime& start, const QDateTime& end, const QDateTime& now)
{
    if (!start.isValid())
        return -1;
    return std::max(0.0, double(start.msecsTo(end.isValid() ? end : now)) / 1000.0);
}

QDateTime whenOf(const RunInfo& run)
{
    for (const QDateTime& time : {run.after, run.logical, run.start, run.queued})
        if (time.isValid())
            return time;
    return {};
}

QString runName(const RunInfo& run, const QTimeZone& zone, const QDateTime& now)
{
    const QDateTime when = whenOf(run);
    if (!when.isValid())
        return run.ref.run;
    const QDateTime local = when.toTimeZone(zone);
    const QString time = local.toString(local.time().second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
    if (local.date() == now.toTimeZone(zone).date())
        return time;
    return QString(local.toString(u"MM-dd "_s) + time);
}

Usual usualOf(std::vector<double> seconds)
{
    Usual usual;
    std::erase_if(seconds, [](double s) { return s < 0 || !std::isfinite(s); });
    usual.count = int(seconds.size());
    if (seconds.empty())
        return usual;
    std::sort(seconds.begin(), seconds.end());
    const size_t n = seconds.size();
    usual.median = n % 2 == 1 ? seconds[n / 2] : (seconds[n / 2 - 1] + seconds[n / 2]) / 2;
    usual.high = seconds[std::min(n - 1, size_t(std::ceil(double(n) * 0.9)) - 1)];
    return usual;
}

QString WorkText::meaning(const StateWord& word)
{
    static const QHash<QString, const char*> kMeanings{
        {u"success"_s, QT_TR_NOOP("ended without error")}, {u"failed"_s, QT_TR_NOOP("no try left")},
        {u"running"_s, QT_TR_NOOP("a worker executes it")},
        {u"restarting"_s, QT_TR_NOOP("cleared while running")},
        {u"queued"_s, QT_TR_NOOP("has a slot, waits for a worker")},
        {u"scheduled"_s, QT_TR_NOOP("ready, waits for a slot")},
        {u"deferred"_s, QT_TR_NOOP("waits in the triggerer")},
        {u"awaiting_input"_s, QT_TR_NOOP("waits for a person")},
        {u"up_for_retry"_s, QT_TR_NOOP("failed, next try is timed")},
        {u"up_for_reschedule"_s, QT_TR_NOOP("sensor gave its slot back")},
        {u"upstream_failed"_s, QT_TR_NOOP("a task before it failed")},
        {u"skipped"_s, QT_TR_NOOP("branch or rule left it out")},
        {u"removed"_s, QT_TR_NOOP("no longer in the code")},
        {u"no_status"_s, QT_TR_NOOP("not looked at yet")}};
    const char* key = kMeanings.value(word, nullptr);
    return key ? tr(key) : QString();
}

// The fonts that come along have no bold face; a tag for bold would be smeared.
QString WorkText::strong(const QString& text)
{
    return u"<span style=\"font-weight:600\">%1</span>"_s.arg(text.toHtmlEscaped());
}

QString WorkText::zoneName(const QTimeZone& zone)
{
    return zone.displayName(QDateTime::currentDateTimeUtc(), QTimeZone::OffsetName);
}

namespace
{
bool isIll(const ComponentHealth& part)
{
    return !part.status.isEmpty() && part.status != "healthy"_L1;
}
} // namespace

bool WorkText::isSchedulerSilent(const ServerState& server)
{
    return std::any_of(server.components.begin(), server.components.end(),
        [](const ComponentHealth& part) { return part.name == "scheduler"_L1 && isIll(part); });
}

QString WorkText::problems(const ServerState& server, const QTimeZone& zone)
{
    QStringList lines;
    for (const ComponentHealth& part : server.components) {
        if (!isIll(part))
            continue;
        const QString since = part.heartbeat.isValid()
            ? part.heartbeat.toTimeZone(zone).toString(u"MM-dd HH:mm:ss"_s)
            : QString();
        const bool silent = !since.isEmpty();
        if (part.name == "metadatabase"_L1)
            lines += tr("Airflow does not reach its metadata database.");
        else if (part.name == "scheduler"_L1)
            lines += silent ? tr("The scheduler has been silent since %1: nothing new starts, and "
                                 "nobody looks after what runs.")
                                  .arg(since)
                            : tr("No scheduler runs: nothing new starts, and nobody looks after "
                                 "what runs.");
        else if (part.name == "triggerer"_L1)
            lines += silent
                ? tr("The triggerer has been silent since %1: deferred tasks do not go on.")
                      .arg(since)
                : tr("No triggerer runs: deferred tasks do not go on.");
        else
            lines += silent ? tr("The DAG processor has been silent since %1: changed files are "
                                 "not seen.")
                                  .arg(since)
                            : tr("No DAG processor runs: changed files are not seen.");
    }
    return lines.join(u'\n');
}

QString WorkText::counts(const std::vector<std::pair<StateWord, int>>& states)
{
    auto sorted = states;
    const auto& words = taskStates();
    std::stable_sort(sorted.begin(), sorted.end(), [&words](const auto& a, const auto& b) {
        return std::find(words.begin(), words.end(), a.first)
            < std::find(words.begin(), words.end(), b.first);
    });
    QStringList parts;
    for (const auto& [word, count] : sorted)
        if (count > 0)
            parts.append(u"%1 %2"_s.arg(QLocale().toString(count), word));
    return parts.join(u", "_s);
}

} // namespace pilothouse::workflow
