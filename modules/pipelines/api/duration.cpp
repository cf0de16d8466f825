// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/api/duration.h"

#include <array>
#include <utility>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array<std::pair<char16_t, qint64>, 4> kUnits{
    {{u'd', 86'400}, {u'h', 3'600}, {u'm', 60}, {u's', 1}}};
constexpr qsizetype kDigits = 9; // of one number, so that no sum overflows

} // namespace

std::optional<qint64> durationOf(QStringView text)
{
    if (text.isEmpty())
        return std::nullopt;
    qint64 seconds = 0;
    size_t unit = 0;
    while (!text.isEmpty()) {
        qsizetype digits = 0;
        while (digits < text.size() && text[digits] >= u'0' && text[digits] <= u'9')
            ++digits;
        if (digits == 0 || digits > kDigits || digits == text.size())
            return std::nullopt;
        while (unit < kUnits.size() && text[digits] != kUnits[unit].first)
            ++unit;
        if (unit == kUnits.size())
            return std::nullopt;
        seconds += text.first(digits).toLongLong() * kUnits[unit].second;
        ++unit;
        text = text.sliced(digits + 1);
    }
    return seconds;
}

QString durationText(qint64 seconds)
{
    if (seconds <= 0)
        return u"0s"_s;
    QString text;
    for (const auto& [sign, length] : kUnits) {
        if (seconds >= length)
            text += QString::number(seconds / length) + QChar(sign);
        seconds %= length;
    }
    return text;
}

} // namespace pilothouse::pipelines
