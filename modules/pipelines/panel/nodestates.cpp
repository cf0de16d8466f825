// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/nodestates.h"

#include "ui/shownzone.h"
#include "ui/states/loadingpage.h"

#include <QCoreApplication>
#include <QLocale>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using ui::Glyph;

namespace
{

class StateText
{
    Q_DECLARE_TR_FUNCTIONS(NodeStates)
};

} // namespace

Glyph glyphOfTask(const workflow::StateWord& word)
{
    static const QHash<QString, Glyph> glyphs{{u"success"_s, Glyph::Ok},
        {u"failed"_s, Glyph::Error}, {u"upstream_failed"_s, Glyph::UpstreamFailed},
        {u"running"_s, Glyph::Running}, {u"restarting"_s, Glyph::Restarting},
        {u"up_for_retry"_s, Glyph::Retry}, {u"up_for_reschedule"_s, Glyph::Reschedule},
        {u"scheduled"_s, Glyph::Scheduled}, {u"queued"_s, Glyph::Queued},
        {u"deferred"_s, Glyph::Deferred}, {u"awaiting_input"_s, Glyph::AwaitingInput},
        {u"skipped"_s, Glyph::Skipped}, {u"removed"_s, Glyph::Gone},
        {u"no_status"_s, Glyph::NoStatus}, {QString(), Glyph::NoStatus}};
    return glyphs.value(word, Glyph::Unknown);
}

QString wordOfJob(const JobState& job)
{
    switch (job.phase) {
    case JobPhase::Running:
        return job.said.isEmpty() ? u"running"_s : job.said;
    case JobPhase::Starting:
        return u"starting"_s;
    case JobPhase::Stopped:
        return u"stopped"_s;
    case JobPhase::Failed:
        return u"failed"_s;
    case JobPhase::Absent:
    case JobPhase::Unknown:
        break;
    }
    return u"unknown"_s;
}

Glyph glyphOfJob(const JobState& job)
{
    const QString word = wordOfJob(job);
    return word == u"streaming" || word == u"running" ? Glyph::Streaming
        : word == u"starting"                         ? Glyph::Restarting
        : word == u"waiting"                          ? Glyph::Warn
        : word == u"failed"                           ? Glyph::Error
        : word == u"stopped"                          ? Glyph::Paused
                                                      : Glyph::Unknown;
}

namespace
{

// How long it took and when it ended, in the place of what does not change.
void putTask(ui::GraphNode& node, const workflow::Cell& cell)
{
    node.word = cell.state;
    node.glyph = glyphOfTask(cell.state);
    node.tone = ui::glyphColor(node.glyph);
    if (node.border == ui::GraphNode::Border::Plain && node.glyph != Glyph::Ok
        && node.glyph != Glyph::NoStatus && node.glyph != Glyph::Skipped)
        node.border = ui::GraphNode::Border::Toned;
    if (cell.tries > 1)
        node.badge = u"×%1"_s.arg(cell.tries);
    if (node.rows.size() < 2 || !cell.start.isValid())
        return;
    const bool over = cell.end.isValid();
    if (over)
        node.rows[0].second = ui::elapsedText(cell.start.msecsTo(cell.end));
    const QString at
        = QLocale().toString(ui::shownTime(over ? cell.end : cell.start).time(), u"HH:mm:ss"_s);
    node.rows[1] = {over ? StateText::tr("ended %1").arg(at) : StateText::tr("began %1").arg(at),
        cell.tries > 0 ? StateText::tr("try %1").arg(cell.tries) : QString()};
}

// What goes through it; it never ends.
void putJob(ui::GraphNode& node, const JobState& job)
{
    node.word = wordOfJob(job);
    node.glyph = glyphOfJob(job);
    node.tone = ui::glyphColor(node.glyph);
    if (node.border == ui::GraphNode::Border::Plain)
        node.border = ui::GraphNode::Border::Toned;
    if (job.phase != JobPhase::Running || job.lag < 0)
        return;
    const QString lag = QLocale().toString(job.lag);
    if (node.rows.size() < 2) {
        node.badge = lag;
        return;
    }
    if (job.rowsPerSecond >= 0)
        node.rows[0].second
            = StateText::tr("%1/s").arg(QLocale().toString(job.rowsPerSecond, 'f', 0));
    node.rows[1] = {job.batch.isEmpty() ? QString() : StateText::tr("batch %1").arg(job.batch),
        StateText::tr("lag %1").arg(lag)};
}

// What came out of a node flows on in the colour of its state.
void putFlow(ui::GraphEdge& edge, Glyph glyph, bool moving)
{
    edge.tone = ui::glyphColor(glyph);
    edge.dash = ui::glyphEdgeDash(glyph);
    edge.moving = moving;
}

} // namespace

void putStates(ui::GraphScene& scene, const RunWatch& watch)
{
    for (ui::GraphNode& node : scene.nodes) {
        if (const auto cell = watch.cells().find(node.id); cell != watch.cells().end())
            putTask(node, cell->second);
        else if (const auto job = watch.jobs().find(node.id); job != watch.jobs().end())
            putJob(node, job->second);
    }
    for (ui::GraphEdge& edge : scene.edges) {
        if (const auto cell = watch.cells().find(edge.from); cell != watch.cells().end())
            putFlow(edge, glyphOfTask(cell->second.state),
                glyphOfTask(cell->second.state) == Glyph::Running);
        else if (const auto job = watch.jobs().find(edge.from); job != watch.jobs().end())
            putFlow(edge, glyphOfJob(job->second), job->second.rowsPerSecond > 0);
    }
}

} // namespace pilothouse::pipelines
