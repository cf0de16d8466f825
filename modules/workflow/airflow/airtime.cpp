// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/airtime.h"

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

bool digits(QByteArrayView text, qsizetype at, int count, int& out)
{
    if (at + count > text.size())
        return false;
    out = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        const char c = text[i];
        if (c < '0' || c > '9')
            return false;
        out = out * 10 + (c - '0');
    }
    return true;
}

// Days since 1970-01-01 of the proleptic Gregorian calendar: years begin in March, so that the leap
// day is the last one.
qint64 daysOf(int year, int month, int day)
{
    const qint64 y = month <= 2 ? year - 1 : year;
    const qint64 era = (y >= 0 ? y : y - 399) / 400;
    const qint64 yearOfEra = y - era * 400;
    const qint64 dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const qint64 dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146'097 + dayOfEra - 719'468;
}

bool zoneOf(QByteArrayView text, qsizetype at, qint64& seconds)
{
    seconds = 0;
    if (at == text.size())
        return true;
    if (text[at] == 'Z')
        return at + 1 == text.size();
    if (text[at] != '+' && text[at] != '-')
        return false;
    int hours = 0, minutes = 0;
    if (!digits(text, at + 1, 2, hours))
        return false;
    qsizetype next = at + 3;
    if (next < text.size() && text[next] == ':')
        ++next;
    if (next < text.size() && !digits(text, next, 2, minutes))
        return false;
    seconds = (hours * 3600 + minutes * 60) * (text[at] == '-' ? -1 : 1);
    return true;
}

// False: not a time.
bool parse(QByteArrayView text, qint64& micros)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    if (!digits(text, 0, 4, year) || !digits(text, 5, 2, month) || !digits(text, 8, 2, day)
        || text[4] != '-' || text[7] != '-' || month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    qsizetype at = 10;
    qint64 fraction = 0;
    if (at < text.size() && (text[at] == 'T' || text[at] == ' ')) {
        if (!digits(text, 11, 2, hour) || !digits(text, 14, 2, minute) || text[13] != ':'
            || hour > 24 || minute > 59)
            return false;
        at = 16;
        if (at < text.size() && text[at] == ':') {
            if (!digits(text, 17, 2, second) || second > 60)
                return false;
            at = 19;
        }
        if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
            qint64 unit = 100'000;
            for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
                fraction += unit * (text[at] - '0');
                unit /= 10;
            }
        }
    }
    qint64 zone = 0;
    if (!zoneOf(text, at, zone))
        return false;
    const qint64 seconds
        = daysOf(year, month, day) * 86'400 + hour * 3600 + minute * 60 + second - zone;
    micros = seconds * 1'000'000 + fraction;
    return true;
}

} // namespace

qint64 microsOf(QByteArrayView text)
{
    qint64 micros = 0;
    return parse(text, micros) ? micros : 0;
}

QDateTime timeOf(QByteArrayView text)
{
    qint64 micros = 0;
    if (!parse(text, micros))
        return {};
    const qint64 down = micros >= 0 ? micros / 1000 : (micros - 999) / 1000;
    return QDateTime::fromMSecsSinceEpoch(down, Qt::UTC);
}

QDateTime timeOf(const QString& text)
{
    return text.isEmpty() ? QDateTime() : timeOf(QByteArrayView(text.toLatin1()));
}

QString isoOf(const QDateTime& time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u'Z';
}

} // namespace pilothouse::workflow
