// SPDX-License-Identifier: GPL-3.0-or-later
// Contract DocumentStore: how pipelines are kept as text. A store reads a text and applies edits to
// it; what an edit does not concern stays as it is written. Pure: it knows neither files nor
// servers.
#pragma once

#include "core/error.h"
#include "pipelines/api/edits.h"

#include <QByteArray>

namespace pilothouse::pipelines
{

// What takes a problem away, for a button beside it.
struct Fix {
    Text title; // "Use 1 try"
    Edits edits;
    bool operator==(const Fix&) const = default;
};

struct Problem {
    enum class Severity { Error, Warning, Hint };

    Severity severity = Severity::Error;
    Text message;
    SourcePlace place; // in the text
    QString node; // id; empty: of the pipeline
    QString field; // name of the setting; empty: of the whole; of an environment: "dev.warehouse"
    std::optional<Section> section = {}; // the list `field` stands in, where that is told
    std::optional<Edge> edge = {}; // the edge it is about
    std::vector<Fix> fixes = {};
    bool operator==(const Problem&) const = default;
};

struct StoredPipeline {
    Pipeline pipeline;
    std::vector<Problem> problems; // what could be read around
    std::map<QString, SourcePlace> places; // of nodes, groups and notes by id
    std::map<QString, SourcePlace> lines = {}; // of settings and edges by settingPath(), edgePath()
};

// `id` as in SetSetting; an empty name means the whole list.
QString settingPath(Section section, const QString& id, const QString& name);
QString edgePath(const Edge& edge); // by its ends

struct StoredFile {
    std::vector<StoredPipeline> pipelines; // most stores hold one
    std::vector<Problem> problems; // with an error nothing could be read
    bool isReadable() const
    {
        for (const Problem& problem : problems)
            if (problem.severity == Problem::Severity::Error)
                return false;
        return true;
    }
};

class DocumentStore
{
public:
    virtual ~DocumentStore() = default;

    virtual StoredFile read(const QByteArray& text) const = 0;
    // Why this store cannot hold such an edit in this pipeline; none: it can. Without asking, apply
    // refuses.
    virtual std::optional<Text> refuses(const Pipeline& pipeline, const Edit& edit) const = 0;
    // The text after the edits, which are of the pipeline called `name` (in `text` as it is); edits
    // of the layout alone change nothing. The result reads back as a pipeline that means the same
    // as the edited one (diff/changes.h: the order of edges and places in the text may be others),
    // or it is an error.
    virtual Result<QByteArray> apply(
        const QByteArray& text, const QString& name, const Edits& edits) const = 0;
    // A new text with this pipeline alone.
    virtual Result<QByteArray> written(const Pipeline& pipeline) const = 0;
};

} // namespace pilothouse::pipelines
