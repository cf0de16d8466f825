// SPDX-License-Identifier: GPL-3.0-or-later
// The glyph of each state of a run or task, by the server's word; a word that is new to us has the
// dashed ring.
#pragma once

#include "ui/theme/glyphs.h"

#include <QString>

namespace pilothouse::pipelines
{

ui::Glyph runGlyph(const QString& state);

} // namespace pilothouse::pipelines
