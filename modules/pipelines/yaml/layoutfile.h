// SPDX-License-Identifier: GPL-3.0-or-later
// Where a pipeline's nodes stand, kept beside it as NAME.pipeline.layout: whole units, one line for
// each, in the order of their names. Losing the file loses nothing but places. Pure.
#pragma once

#include "pipelines/api/document.h"

#include <QByteArray>

namespace pilothouse::pipelines
{

// What cannot be read is left out; ids of `pipeline` only.
Layout readLayout(const QByteArray& text, const Pipeline& pipeline);
QByteArray layoutText(const Layout& layout);

} // namespace pilothouse::pipelines
