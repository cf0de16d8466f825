// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/partitiontext.h"

#include <QStringList>

#include <set>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kMost = 1'000'000; // no topic has more

std::optional<int> numberOf(const QString& text)
{
    bool good = false;
    const int number = text.trimmed().toInt(&good);
    return good && number >= 0 && number < kMost ? std::optional(number) : std::nullopt;
}

} // namespace

std::optional<std::vector<int>> readPartitions(const QString& text)
{
    std::set<int> out;
    QString plain = text;
    plain.replace(u';', u',');
    for (const QString& part : plain.split(u',', Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty())
            continue;
        const qsizetype dash = part.indexOf(u'-');
        const auto first = numberOf(dash < 0 ? part : part.left(dash));
        const auto last = dash < 0 ? first : numberOf(part.mid(dash + 1));
        if (!first || !last || *last < *first || *last - *first > 100'000)
            return {};
        for (int i = *first; i <= *last; ++i)
            out.insert(i);
    }
    return std::vector<int>(out.begin(), out.end());
}

QString partitionText(const std::vector<int>& partitions)
{
    QStringList parts;
    for (size_t i = 0; i < partitions.size();) {
        size_t end = i;
        while (end + 1 < partitions.size() && partitions[end + 1] == partitions[end] + 1)
            ++end;
        parts << (end == i ? QString::number(partitions[i])
                           : u"%1-%2"_s.arg(partitions[i]).arg(partitions[end]));
        i = end + 1;
    }
    return parts.join(u", "_s);
}

} // namespace pilothouse::streams
