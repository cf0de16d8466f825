// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/timetext.h"

#include <QRegularExpression>

#include <cmath>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

std::optional<qint64> millisecondsOf(QStringView unit)
{
    if (unit == "ms"_L1)
        return 1;
    if (unit == "s"_L1)
        return 1'000;
    if (unit == "m"_L1 || unit == "min"_L1)
        return 60'000;
    if (unit == "h"_L1)
        return 3'600'000;
    if (unit == "d"_L1)
        return 86'400'000;
    if (unit == "w"_L1)
        return 7 * 86'400'000LL;
    return {};
}

std::optional<QDateTime> ago(const QString& text, const QDateTime& now)
{
    static const QRegularExpression form(
        u"^(?:-\\s*([0-9]+(?:\\.[0-9]+)?)\\s*([a-z]+)|([0-9]+(?:\\.[0-9]+)?)\\s*([a-z]+)\\s+ago)$"_s);
    const auto match = form.match(text.toLower());
    if (!match.hasMatch())
        return {};
    const bool signedForm = !match.captured(1).isEmpty();
    const auto unit = millisecondsOf(match.captured(signedForm ? 2 : 4));
    const double count = match.captured(signedForm ? 1 : 3).toDouble();
    if (!unit || count * double(*unit) > 4e13)
        return {};
    return now.toUTC().addMSecs(-qint64(std::llround(count * double(*unit))));
}

} // namespace

std::optional<QDateTime> readTime(const QString& text, const QTimeZone& zone, const QDateTime& now)
{
    const QString typed = text.simplified();
    if (const auto back = ago(typed, now))
        return back;
    static const QRegularExpression form(
        u"^(?:(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ T]|$))?"
        "(?:(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,3}))?)?)?(Z?)$"_s);
    const auto match = form.match(typed);
    const bool hasDate = match.hasMatch() && !match.captured(1).isEmpty();
    const bool hasClock = match.hasMatch() && !match.captured(4).isEmpty();
    if (!hasDate && !hasClock)
        return {};
    const QTimeZone clock = match.captured(8) == "Z"_L1 ? QTimeZone::utc() : zone;
    const QDate date = hasDate
        ? QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt())
        : now.toTimeZone(clock).date();
    const QTime time = hasClock
        ? QTime(match.captured(4).toInt(), match.captured(5).toInt(), match.captured(6).toInt(),
            match.captured(7).leftJustified(3, u'0').toInt())
        : QTime(0, 0);
    if (!date.isValid() || !time.isValid())
        return {};
    return QDateTime(date, time, clock).toUTC();
}

QString timeText(const QDateTime& time, const QTimeZone& zone)
{
    return time.toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

QString zoneText(const QTimeZone& zone, const QDateTime& at)
{
    const int minutes = zone.offsetFromUtc(at) / 60;
    if (minutes == 0)
        return u"UTC"_s;
    const QString sign = minutes < 0 ? u"-"_s : u"+"_s;
    const int size = std::abs(minutes);
    return size % 60 == 0
        ? u"UTC%1%2"_s.arg(sign).arg(size / 60)
        : u"UTC%1%2:%3"_s.arg(sign).arg(size / 60).arg(size % 60, 2, 10, QLatin1Char('0'));
}

} // namespace pilothouse::streams
