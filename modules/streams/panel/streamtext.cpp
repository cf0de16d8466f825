// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/streamtext.h"

#include <QLocale>
#include <QTimeZone>

#include <array>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array<qint64, 4> kUnits{86'400'000, 3'600'000, 60'000, 1000};

QString unitText(qint64 count, size_t unit)
{
    const QString number = QLocale().toString(count);
    switch (unit) {
    case 0:
        return StreamText::tr("%1 d").arg(number);
    case 1:
        return StreamText::tr("%1 h").arg(number);
    case 2:
        return StreamText::tr("%1 m").arg(number);
    default:
        return StreamText::tr("%1 s").arg(number);
    }
}

} // namespace

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString spanText(milliseconds span)
{
    const qint64 ms = span.count();
    for (size_t i = 0; i < kUnits.size(); ++i)
        if (ms >= kUnits[i] && ms % kUnits[i] == 0)
            return unitText(ms / kUnits[i], i);
    return StreamText::tr("%1 ms").arg(QLocale().toString(ms));
}

QString behindText(milliseconds behind)
{
    const qint64 ms = behind.count();
    for (size_t i = 0; i < kUnits.size(); ++i) {
        if (ms < kUnits[i])
            continue;
        const QString first = unitText(ms / kUnits[i], i);
        const qint64 rest = i + 1 < kUnits.size() ? ms % kUnits[i] / kUnits[i + 1] : 0;
        return rest > 0 ? QString(first + u' ' + unitText(rest, i + 1)) : first;
    }
    return unitText(0, kUnits.size() - 1);
}

QString sinceText(const QDateTime& since)
{
    const QDateTime now = QDateTime::currentDateTimeUtc().toTimeZone(since.timeZone());
    return since.toString(since.date() == now.date() ? u"HH:mm"_s : u"MM-dd HH:mm"_s);
}

QString StreamText::keeps(const std::vector<ConfigEntry>& config)
{
    QString policy, time;
    for (const ConfigEntry& entry : config) {
        if (entry.name == "cleanup.policy"_L1)
            policy = entry.value.value_or(QString());
        else if (entry.name == "retention.ms"_L1)
            time = entry.value.value_or(QString());
    }
    bool number = false;
    const qint64 ms = time.toLongLong(&number);
    const QString span = !number ? QString() : ms < 0 ? tr("for ever") : spanText(milliseconds(ms));
    if (!policy.contains("compact"_L1))
        return span;
    return policy.contains("delete"_L1) && !span.isEmpty() ? tr("compact, %1").arg(span)
                                                           : tr("compact");
}

} // namespace pilothouse::streams
