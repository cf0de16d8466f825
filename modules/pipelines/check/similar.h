// SPDX-License-Identifier: GPL-3.0-or-later
// The name somebody meant who mistyped it. Pure.
#pragma once

#include <QStringList>

namespace pilothouse::pipelines
{

// The one of `names` that is nearest, if it is near enough to be meant; else empty.
QString similarTo(const QString& typed, const QStringList& names);

} // namespace pilothouse::pipelines
