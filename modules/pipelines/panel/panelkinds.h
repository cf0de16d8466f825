// SPDX-License-Identifier: GPL-3.0-or-later
// How panels of this module open each other.
#pragma once

#include <QJsonObject>
#include <QString>

namespace pilothouse::pipelines
{

// The canvas of one document: its file, and which of the pipelines in it.
inline constexpr QStringView kCanvasPanel = u"pipelines.editor";

inline QJsonObject canvasState(const QString& file, const QString& pipeline)
{
    using namespace Qt::StringLiterals;
    return {{u"version"_s, 1}, {u"file"_s, file}, {u"pipeline"_s, pipeline}};
}

} // namespace pilothouse::pipelines
