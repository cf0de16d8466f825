// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/nodestates.h"

#include <QLocale>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using ui::Glyph;

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

void putStates(ui::GraphScene& scene, const RunWatch& watch)
{
    for (ui::GraphNode& node : scene.nodes) {
        if (const auto cell = watch.cells().find(node.id); cell != watch.cells().end()) {
            node.word = cell->second.state;
            node.glyph = glyphOfTask(cell->second.state);
            node.tone = ui::glyphColor(node.glyph);
            if (cell->second.tries > 1)
                node.badge = u"×%1"_s.arg(cell->second.tries);
        } else if (const auto job = watch.jobs().find(node.id); job != watch.jobs().end()) {
            node.word = wordOfJob(job->second);
            node.glyph = glyphOfJob(job->second);
            node.tone = ui::glyphColor(node.glyph);
            if (job->second.phase == JobPhase::Running && job->second.lag >= 0)
                node.badge = QLocale().toString(job->second.lag);
        }
    }
}

} // namespace pilothouse::pipelines
