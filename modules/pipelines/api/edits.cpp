// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/api/edits.h"

#include "pipelines/api/editing.h"

#include <QSet>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kLongestId = 250; // Airflow's own limit for DAG and task ids

bool isTaken(const Pipeline& pipeline, const QString& id)
{
    return pipeline.node(id) || pipeline.group(id) || pipeline.comment(id);
}

} // namespace

std::optional<Text> idProblem(const QString& id)
{
    if (id.isEmpty())
        return PH_TEXT("pipelines", "A name is missing.");
    if (id.size() > kLongestId)
        return PH_TEXT("pipelines", "At most %1 characters.").arg(qint64(kLongestId));
    for (const QChar c : id) {
        const bool good = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z')
            || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-' || c == u'.';
        if (!good)
            return PH_TEXT(
                "pipelines", "Only letters from a to z, digits, dots, dashes and underscores.");
    }
    return {};
}

QString freeId(const Pipeline& pipeline, const QString& wanted)
{
    QSet<QString> taken;
    for (const Node& node : pipeline.nodes)
        taken.insert(node.id);
    for (const Group& group : pipeline.groups)
        taken.insert(group.id);
    for (const Note& note : pipeline.notes)
        taken.insert(note.id);
    if (!taken.contains(wanted))
        return wanted;
    for (int number = 2;; ++number) {
        const QString id = wanted + u'_' + QString::number(number);
        if (!taken.contains(id))
            return id;
    }
}

bool isLayoutOnly(const Edit& edit)
{
    return std::holds_alternative<Move>(edit) || std::holds_alternative<Collapse>(edit);
}

VoidResult Editing::freeForNew(const QString& id) const
{
    if (const auto problem = idProblem(id))
        return refused(*problem);
    if (isTaken(m_pipeline, id))
        return refused(PH_TEXT("pipelines", "%1 is there already.").arg(id));
    return {};
}

Result<Edits> applyTo(Document& document, const Edit& edit)
{
    return std::visit(Editing(document), edit);
}

Result<Edits> applyTo(Document& document, const Edits& edits)
{
    Document next = document;
    Edits inverse;
    for (const Edit& edit : edits) {
        auto undo = applyTo(next, edit);
        if (!undo)
            return tl::unexpected(undo.error());
        inverse.insert(inverse.begin(), undo->begin(), undo->end());
    }
    document = std::move(next);
    return inverse;
}

} // namespace pilothouse::pipelines
