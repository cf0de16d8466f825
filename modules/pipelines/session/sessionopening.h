// SPDX-License-Identifier: GPL-3.0-or-later
// What opening a document finds: its text, where things stand, and the unsaved work of the last
// time. Touches the disk: for a lane.
#pragma once

#include "pipelines/api/store.h"
#include "pipelines/session/filecontent.h"
#include "pipelines/session/journalrecords.h"

namespace pilothouse::pipelines
{

struct OpenedDocument {
    FileContent disk;
    FileContent layoutDisk;
    std::vector<Problem> problems; // with an error the document is not readable
    bool isReadable = true;
    Document document;
    std::map<QString, SourcePlace> places; // lines of nodes, groups and notes in the file's text
    QStringList pipelines; // all in the file
    QString wanted; // the one that was opened, of a file that holds several
    Layout savedLayout;
    EditHistory history;
    qint64 journalSize = 0; // 0: a new journal is begun with the first change
    bool recovered = false; // has unsaved work of an earlier time
    bool overtaken = false; // and the file was changed by somebody else since
};

// The journal of a document: one, however it is opened. `pipeline`: of a file that holds several.
QString journalKey(const QString& file, const QString& pipeline);
// `pipeline` empty: the first in the file. `journals`: their folder.
Result<OpenedDocument> openDocument(
    const QString& file, const QString& pipeline, const QString& journals);
// A document that was never saved; `pipeline` is what it begins with.
Result<OpenedDocument> openDraft(const Pipeline& pipeline, const QString& journal);

// The pipeline with this name (empty: the first) when all of it could be read.
Result<StoredPipeline> wholePipeline(
    const DocumentStore& store, const QByteArray& text, const QString& name);

} // namespace pilothouse::pipelines
