// SPDX-License-Identifier: GPL-3.0-or-later
// What one does with the documents of a library. Each touches the disk and runs on a lane; each
// gives the path of the document afterwards, or leaves everything as it was and says why.
#pragma once

#include "core/error.h"
#include "pipelines/api/document.h"

namespace pilothouse::pipelines::libraryacts
{

// `folder` is made when it is not there; the file is NAME.pipeline.yaml.
Result<QString> create(const QString& folder, const Pipeline& pipeline);
// A copy of a template, with its comments, under another name.
Result<QString> createFrom(
    const QString& folder, const QByteArray& text, const QString& name, const QString& title);
// The pipeline's name; of a document also the file's.
Result<QString> rename(const QString& file, const QString& name, const QString& to);
Result<QString> duplicate(const QString& file, const QString& name, const QString& to);
// Into another folder, with its layout.
Result<QString> move(const QString& file, const QString& folder);
// With its layout. A folder without a trash: an error, nothing is deleted for good.
Result<QString> trash(const QString& file);
// A JSON flow as documents: their paths.
Result<QStringList> import(const QString& flow, const QString& folder);

// `wanted` or with a number behind it: no document of this name is in the folder.
QString freeName(const QString& folder, const QString& wanted);
// A new identity, as documents carry it.
QString freshId();
// The text with another identity; without one it stays.
QByteArray withId(const QByteArray& text, const QString& id);

} // namespace pilothouse::pipelines::libraryacts
