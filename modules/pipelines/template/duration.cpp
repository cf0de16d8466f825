// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/template/duration.h"

#include <QRegularExpression>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

std::optional<std::vector<std::pair<QString, DurationUnit>>> durationParts(QStringView text)
{
    static const QRegularExpression whole(
        u"^(?:(?:0|[1-9][0-9]{0,8})(?:\\.[0-9]{1,6})?[smhd]?)+$"_s);
    static const QRegularExpression part(u"([0-9]+(?:\\.[0-9]+)?)([smhd]?)"_s);
    const QString trimmed = text.trimmed().toString();
    if (trimmed.size() > 64 || !whole.match(trimmed).hasMatch())
        return std::nullopt;
    std::vector<std::pair<QString, DurationUnit>> parts;
    for (auto found = part.globalMatch(trimmed); found.hasNext();) {
        const QRegularExpressionMatch one = found.next();
        const QString unit = one.captured(2);
        parts.emplace_back(one.captured(1),
            unit == u"m"       ? DurationUnit::Minutes
                : unit == u"h" ? DurationUnit::Hours
                : unit == u"d" ? DurationUnit::Days
                               : DurationUnit::Seconds);
    }
    return parts;
}

std::optional<double> durationSeconds(QStringView text)
{
    const auto parts = durationParts(text);
    if (!parts)
        return std::nullopt;
    constexpr double kSeconds[] = {1, 60, 3600, 86'400};
    double sum = 0;
    for (const auto& [amount, unit] : *parts)
        sum += amount.toDouble() * kSeconds[size_t(unit)];
    return sum;
}

} // namespace pilothouse::pipelines
