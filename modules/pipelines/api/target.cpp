// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/api/target.h"

namespace pilothouse::pipelines
{

namespace
{

Text versionReason(const Needs& needs, const Target& target)
{
    if (!needs.from.isEmpty())
        return PH_TEXT("Pipelines", "Needs %1 %2 or newer; this is %3.")
            .arg(target.tool)
            .arg(needs.from)
            .arg(target.version);
    return PH_TEXT("Pipelines", "Gone since %1 %2; this is %3.")
        .arg(target.tool)
        .arg(needs.before)
        .arg(target.version);
}

} // namespace

int compareVersions(QStringView left, QStringView right)
{
    const auto part = [](const QList<QStringView>& parts, qsizetype at) {
        qsizetype digits = 0;
        if (at >= parts.size())
            return 0;
        while (digits < parts[at].size() && parts[at][digits].isDigit())
            ++digits;
        return parts[at].first(digits).toInt();
    };
    const QList<QStringView> a = left.split(u'.');
    const QList<QStringView> b = right.split(u'.');
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i)
        if (const int step = part(a, i) - part(b, i); step != 0)
            return step;
    return 0;
}

bool Target::isAtLeast(QStringView wanted) const
{
    return compareVersions(version, wanted) >= 0;
}

std::optional<Text> missingFor(const Needs& needs, const Target& target, const QString& language)
{
    const auto said = [&](Text otherwise) -> std::optional<Text> {
        if (needs.reason.isEmpty())
            return otherwise;
        return Text::verbatim(needs.reason.in(language));
    };
    if (!needs.tool.isEmpty() && needs.tool != target.tool)
        return said(PH_TEXT("Pipelines", "%1 alone can do this.").arg(needs.tool));
    if ((!needs.from.isEmpty() && !target.isAtLeast(needs.from))
        || (!needs.before.isEmpty() && target.isAtLeast(needs.before)))
        return said(versionReason(needs, target));
    for (const auto& [name, least] : needs.providers) {
        const auto has = target.providers.find(name);
        if (has == target.providers.end())
            return said(PH_TEXT("Pipelines", "The target does not have %1.").arg(name));
        if (!least.isEmpty() && compareVersions(has->second, least) < 0)
            return said(PH_TEXT("Pipelines", "Needs %1 %2 or newer; the target has %3.")
                            .arg(name)
                            .arg(least)
                            .arg(has->second));
    }
    return std::nullopt;
}

} // namespace pilothouse::pipelines
