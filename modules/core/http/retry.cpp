// SPDX-License-Identifier: GPL-3.0-or-later
// Arithmetic of waiting.
#include "core/http/retry.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace pilothouse
{

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

milliseconds backoff(const RetryPolicy& policy, int attempt, double chance)
{
    const double grown = double(policy.first.count()) * std::pow(2.0, std::max(0, attempt - 1));
    const double whole = std::min(grown, double(policy.longest.count()));
    return milliseconds(qint64(whole * (0.5 + 0.5 * std::clamp(chance, 0.0, 1.0))));
}

std::optional<milliseconds> parseRetryAfter(const QByteArray& header, const QDateTime& now)
{
    const QByteArray text = header.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        bool ok = false;
        const qint64 seconds = text.toLongLong(&ok);
        constexpr qint64 kYear = 366LL * 86'400;
        return milliseconds(1000 * (ok ? std::min(seconds, kYear) : kYear));
    }
    // IMF-fixdate, the one form servers may send: "Sun, 06 Nov 1994 08:49:37 GMT".
    QDateTime date
        = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return milliseconds(std::max<qint64>(0, now.msecsTo(date)));
}

std::optional<milliseconds> nextPause(const RetryPolicy& policy, int attempt, double chance,
    std::optional<milliseconds> retryAfter, milliseconds left)
{
    if (attempt >= policy.attempts)
        return std::nullopt;
    const milliseconds pause
        = std::max(backoff(policy, attempt, chance), retryAfter.value_or(milliseconds(0)));
    if (pause >= left)
        return std::nullopt;
    return pause;
}

} // namespace pilothouse
