// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/fileplans.h"

#include "pipelines/generate/fingerprint.h"

#include <QUrl>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

QByteArray markOf(const QString& document)
{
    return "pilothouse: id=" + QUrl::toPercentEncoding(document) + ' ';
}

FilePlan planFile(const QString& path, const FileTexts& present,
    const std::optional<QByteArray>& after, const PlanContext& context)
{
    FilePlan plan;
    plan.path = path;
    plan.after = after;
    plan.overwrite = context.overwrite.contains(path);
    const auto found = present.find(path);
    if (found == present.end()) {
        plan.change = after ? ChangeKind::Create : ChangeKind::None;
        return plan;
    }
    plan.before = found->second;
    plan.change = !after         ? ChangeKind::Remove
        : *after == *plan.before ? ChangeKind::None
                                 : ChangeKind::Change;
    const Fingerprint head = fingerprint(*plan.before);
    if (head.state == Fingerprint::State::Foreign || head.document != context.document) {
        plan.origin = FilePlan::Origin::Foreign;
    } else if (head.state == Fingerprint::State::ChangedByHand) {
        plan.origin = FilePlan::Origin::ByHand;
        if (context.base)
            plan.base = context.base(path, head.hash);
    }
    return plan;
}

std::map<QString, LeavingFile> leavingFiles(
    const FileTexts& present, const FileTexts& generated, const PlanContext& context)
{
    std::map<QString, LeavingFile> files;
    for (const auto& [path, text] : present) {
        if (generated.contains(path))
            continue;
        const FilePlan plan = planFile(path, present, std::nullopt, context);
        if (plan.origin != FilePlan::Origin::Foreign)
            files.emplace(path, LeavingFile{fingerprint(text).name, plan});
    }
    return files;
}

QString jobOfPath(const QString& path)
{
    const QString below = path.startsWith("jobs/"_L1) ? path.mid(5) : path;
    const qsizetype slash = below.indexOf(u'/');
    if (slash >= 0)
        return below.left(slash);
    return below.endsWith(".conf"_L1) ? below.chopped(5) : below;
}

} // namespace pilothouse::pipelines
