// SPDX-License-Identifier: GPL-3.0-or-later
// Editing: applies one edit to a document; private to applyTo() of edits.h.
#pragma once

#include "pipelines/api/edits.h"

namespace pilothouse::pipelines
{

class Editing final
{
public:
    explicit Editing(Document& document)
        : m_pipeline(document.pipeline)
        , m_layout(document.layout)
    {
    }

    Result<Edits> operator()(const AddNode& edit);
    Result<Edits> operator()(const RemoveNode& edit);
    Result<Edits> operator()(const Rename& edit);
    Result<Edits> operator()(const AddEdge& edit);
    Result<Edits> operator()(const RemoveEdge& edit);
    Result<Edits> operator()(const SetTrigger& edit);
    Result<Edits> operator()(const AddGroup& edit);
    Result<Edits> operator()(const RemoveGroup& edit);
    Result<Edits> operator()(const PutInto& edit);
    Result<Edits> operator()(const AddNote& edit);
    Result<Edits> operator()(const RemoveNote& edit);
    Result<Edits> operator()(const SetSetting& edit);
    Result<Edits> operator()(const SetField& edit);
    Result<Edits> operator()(const AddEnvironment& edit);
    Result<Edits> operator()(const RemoveEnvironment& edit);
    Result<Edits> operator()(const Move& edit);
    Result<Edits> operator()(const Collapse& edit);

private:
    static tl::unexpected<Error> refused(const Text& why);
    static tl::unexpected<Error> missing(const QString& what);
    VoidResult freeForNew(const QString& id) const;
    VoidResult mayHold(const QString& group, const QString& member) const;
    Settings* settings(Section section, const QString& id);
    QString* words(const QString& id, Field field);
    void forgetPlace(const QString& id, Edits& undo);

    Pipeline& m_pipeline;
    Layout& m_layout;
};

} // namespace pilothouse::pipelines
