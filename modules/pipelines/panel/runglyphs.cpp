// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/runglyphs.h"

#include <QHash>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using ui::Glyph;

Glyph runGlyph(const QString& state)
{
    static const QHash<QString, Glyph> glyphs{{u"success"_s, Glyph::Ok},
        {u"failed"_s, Glyph::Error}, {u"upstream_failed"_s, Glyph::UpstreamFailed},
        {u"running"_s, Glyph::Running}, {u"restarting"_s, Glyph::Restarting},
        {u"up_for_retry"_s, Glyph::Retry}, {u"up_for_reschedule"_s, Glyph::Reschedule},
        {u"scheduled"_s, Glyph::Scheduled}, {u"queued"_s, Glyph::Queued},
        {u"deferred"_s, Glyph::Deferred}, {u"awaiting_input"_s, Glyph::AwaitingInput},
        {u"skipped"_s, Glyph::Skipped}, {u"removed"_s, Glyph::Gone},
        {u"no_status"_s, Glyph::NoStatus}, {QString(), Glyph::NoStatus}};
    return glyphs.value(state, Glyph::Unknown);
}

} // namespace pilothouse::pipelines
