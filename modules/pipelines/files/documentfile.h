// SPDX-License-Identifier: GPL-3.0-or-later
// Documents as files: which store a name belongs to, reading whole ordinary files only, writing
// without ever losing what is there. Blocks: on a lane or in a command, never on the GUI thread.
#pragma once

#include "pipelines/api/store.h"

namespace pilothouse::pipelines
{

// "orders" of "orders.pipeline.yaml" and "orders.json".
QString documentStem(const QString& path);
QString documentSuffix(); // ".pipeline.yaml"
// NAME.pipeline.yaml, or a .json that may be a flow.
bool isDocumentName(const QString& name);
// NAME.pipeline.layout beside it. Of a file with several pipelines each has its own: give its name.
QString layoutPath(const QString& path, const QString& pipeline = {});
// By the name: JSON flows, else YAML. Lives as long as the program.
const DocumentStore& storeFor(const QString& path);

struct FileText {
    QByteArray bytes;
    QByteArray stamp; // changes when the file does
};
// Pipes, devices, folders and more than 16 MB are refused; nothing is waited for.
Result<FileText> readDocumentFile(const QString& path);
// Document and layout; problems are in StoredFile.
struct ReadDocument {
    FileText file;
    StoredFile stored;
    std::vector<Layout> layouts; // as StoredFile::pipelines
};
Result<ReadDocument> readDocumentWithLayout(const QString& path);

// Whole or not at all. `before` is what the writer believes to be there, none: no file yet. If
// something else is there now, it is a Conflict and stays.
VoidResult writeDocumentFile(
    const QString& path, const QByteArray& text, const std::optional<QByteArray>& before);

} // namespace pilothouse::pipelines
