// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/placetext.h"

#include <QRegularExpression>

#include <set>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kTimeForm = "yyyy-MM-dd HH:mm:ss.zzz"_L1;

std::optional<QDateTime> before(const QString& text, const QDateTime& now)
{
    static const QRegularExpression form(u"^-\\s*(\\d{1,6})\\s*(ms|s|m|h|d)$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 count = match.captured(1).toLongLong();
    const QString unit = match.captured(2);
    const qint64 ms = unit == "ms"_L1 ? 1
        : unit == u's'                ? 1'000
        : unit == u'm'                ? 60'000
        : unit == u'h'                ? 3'600'000
                                      : 86'400'000;
    return now.toUTC().addMSecs(-count * ms);
}

std::optional<QDateTime> timeOf(QString text, const QTimeZone& zone, const QDateTime& now)
{
    static const QRegularExpression form(
        u"^(?:(\\d{4}-\\d{2}-\\d{2})(?:[T ]+(?=\\d))?)?"
        "(?:(\\d{1,2}:\\d{2})(?::(\\d{2})(?:[.,](\\d{1,3}))?)?)?(Z)?$"_s);
    text = text.trimmed();
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch() || (match.captured(1).isEmpty() && match.captured(2).isEmpty()))
        return std::nullopt;
    const QTimeZone in = match.captured(5).isEmpty() ? zone : QTimeZone::utc();
    const QDate day = match.captured(1).isEmpty()
        ? now.toTimeZone(in).date()
        : QDate::fromString(match.captured(1), Qt::ISODate);
    QTime clock = match.captured(2).isEmpty() ? QTime(0, 0)
                                              : QTime::fromString(match.captured(2), u"H:mm"_s);
    if (!day.isValid() || !clock.isValid())
        return std::nullopt;
    const int seconds = match.captured(3).toInt();
    if (seconds > 59)
        return std::nullopt;
    clock = clock.addSecs(seconds).addMSecs(match.captured(4).leftJustified(3, u'0').toInt());
    return QDateTime(day, clock, in).toUTC();
}

} // namespace

TypedPlace readPlace(
    const QString& typed, TopicPlace::Kind whenEmpty, const QTimeZone& zone, const QDateTime& now)
{
    const QString text = typed.trimmed().toLower();
    TypedPlace out;
    if (text.isEmpty()) {
        out.place.kind = whenEmpty;
        return out;
    }
    if (text == "begin"_L1 || text == "beginning"_L1 || text == "earliest"_L1)
        return out;
    if (text == "end"_L1 || text == "latest"_L1) {
        out.place.kind = TopicPlace::Kind::End;
        return out;
    }
    out.place.kind = TopicPlace::Kind::Time;
    if (text == "now"_L1) {
        out.place.time = now.toUTC();
        return out;
    }
    if (const auto time = before(text, now)) {
        out.place.time = *time;
        return out;
    }
    QString number = text;
    number.remove(u',').remove(u'\'').remove(QChar(0x2009)).remove(QChar(0x202f));
    bool isNumber = false;
    const qint64 offset = number.toLongLong(&isNumber);
    if (isNumber && offset >= 0) {
        out.place.kind = TopicPlace::Kind::Offset;
        out.place.offset = offset;
        return out;
    }
    if (const auto time = timeOf(typed.trimmed().toUpper(), zone, now)) {
        out.place.time = *time;
        return out;
    }
    out.problem
        = PH_TEXT("streams", "Write a time as 2026-03-17 13:40 or -15m, an offset, begin or end");
    return out;
}

QString writtenPlace(const TopicPlace& place, const QTimeZone& zone)
{
    switch (place.kind) {
    case TopicPlace::Kind::Begin:
        return u"begin"_s;
    case TopicPlace::Kind::End:
        return u"end"_s;
    case TopicPlace::Kind::Offset:
        return QString::number(place.offset);
    case TopicPlace::Kind::Time:
        return place.time.toTimeZone(zone).toString(kTimeForm);
    case TopicPlace::Kind::BeforeEnd:
        break;
    }
    return u"end"_s;
}

TypedPartitions readPartitions(const QString& typed, int count)
{
    TypedPartitions out;
    const Text problem = PH_TEXT("streams", "Write partitions as 0-3, 17");
    const QString text = typed.trimmed().toLower();
    if (text.isEmpty() || text == "all"_L1)
        return out;
    std::set<int> all;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        const QStringList ends = part.split(u'-');
        bool first = false;
        bool last = false;
        const int from = ends.front().trimmed().toInt(&first);
        const int to = ends.back().trimmed().toInt(&last);
        if (!first || !last || ends.size() > 2 || from < 0 || to < from || to - from > 100'000) {
            out.problem = problem;
            return out;
        }
        if (count > 0 && to >= count) {
            out.problem = PH_TEXT("streams", "There is no partition %1: the last is %2")
                              .arg(qint64(to))
                              .arg(qint64(count - 1));
            return out;
        }
        for (int i = from; i <= to; ++i)
            all.insert(i);
    }
    out.partitions.assign(all.begin(), all.end());
    if (count > 0 && int(out.partitions.size()) == count)
        out.partitions.clear();
    return out;
}

QString writtenPartitions(const std::vector<int>& partitions)
{
    QStringList parts;
    for (size_t i = 0; i < partitions.size();) {
        size_t end = i;
        while (end + 1 < partitions.size() && partitions[end + 1] == partitions[end] + 1)
            ++end;
        QString part = QString::number(partitions[i]);
        if (end > i)
            part += (end == i + 1 ? u", "_s : u"-"_s) + QString::number(partitions[end]);
        parts << part;
        i = end + 1;
    }
    return parts.join(u", "_s);
}

} // namespace pilothouse::streams
