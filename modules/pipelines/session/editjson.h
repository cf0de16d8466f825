// SPDX-License-Identifier: GPL-3.0-or-later
// Edits as JSON, for the journal of a document: what is read back is what was written. Pure.
#pragma once

#include "pipelines/api/edits.h"

#include <QJsonArray>
#include <QJsonObject>

namespace pilothouse::pipelines
{

QJsonArray jsonOf(const Edits& edits);
// None: not written by jsonOf().
std::optional<Edits> editsOf(const QJsonArray& array);

QJsonObject jsonOf(const Text& text);
Text textOf(const QJsonObject& object);

QJsonObject jsonOf(const Layout& layout);
Layout layoutOf(const QJsonObject& object);

} // namespace pilothouse::pipelines
