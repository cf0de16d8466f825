// SPDX-License-Identifier: GPL-3.0-or-later
// A document's file as a session knows it: what stood in it, or that it was not there. Touches the
// disk: for a lane.
#pragma once

#include "core/error.h"
#include "pipelines/api/document.h"

#include <QByteArray>

namespace pilothouse::pipelines
{

struct FileContent {
    bool exists = false;
    QByteArray text;
    bool operator==(const FileContent&) const = default;
};

// A file that is not there is no error.
Result<FileContent> readFile(const QString& path);
// Whole or not at all. What it is to hold now is `expected`; anything else is a Conflict and stays.
VoidResult writeFile(const QString& path, const QByteArray& text, const FileContent& expected);
QByteArray hashOf(const FileContent& content); // empty: there is no file

// What both sides changed since `base`, each thing by itself; where both did, `ours` wins.
Layout mergeLayouts(const Layout& base, const Layout& ours, const Layout& theirs);
// Writes ours beside the document; what others moved meanwhile stays where they put it.
VoidResult writeLayout(
    const QString& path, const Pipeline& pipeline, const Layout& base, const Layout& ours);

} // namespace pilothouse::pipelines
