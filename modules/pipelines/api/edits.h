// SPDX-License-Identifier: GPL-3.0-or-later
// Edits: every change one can make to a pipeline, as plain values. Applying one gives the edits
// that take it back exactly, order included. An edit that makes no sense (an id that is taken, a
// group in itself, a node that is gone) is refused and changes nothing. Pure, any thread.
#pragma once

#include "core/error.h"
#include "pipelines/api/document.h"

#include <variant>

namespace pilothouse::pipelines
{

// `at` is the place in the list; -1: at the end.
struct AddNode {
    Node node;
    int at = -1;
    bool operator==(const AddNode&) const = default;
};
struct RemoveNode { // and its edges and place
    QString id;
    bool operator==(const RemoveNode&) const = default;
};
// Node, group or note; edges, members and places follow.
struct Rename {
    QString from;
    QString to;
    bool operator==(const Rename&) const = default;
};
struct AddEdge {
    Edge edge;
    int at = -1;
    bool operator==(const AddEdge&) const = default;
};
struct RemoveEdge { // by its ends
    Edge edge;
    bool operator==(const RemoveEdge&) const = default;
};
struct SetTrigger {
    Edge edge; // by its ends
    QString trigger;
    bool operator==(const SetTrigger&) const = default;
};
struct AddGroup {
    Group group;
    int at = -1;
    bool operator==(const AddGroup&) const = default;
};
struct RemoveGroup { // what was in it goes to the group around it
    QString id;
    bool operator==(const RemoveGroup&) const = default;
};
struct PutInto { // a node or a group
    QString id;
    QString group; // empty: out of all
    bool operator==(const PutInto&) const = default;
};
struct AddNote {
    Note note;
    int at = -1;
    bool operator==(const AddNote&) const = default;
};
struct RemoveNote {
    QString id;
    bool operator==(const RemoveNote&) const = default;
};

// Which list of settings: of a node (its id), of the pipeline (empty id), of an environment (its
// name as id).
enum class Section { Params, Task, Schedule, Environment };
struct SetSetting {
    Section section = Section::Params;
    QString id;
    QString name;
    std::optional<Setting> setting; // none: as if it were not written
    int at = -1; // where a new one stands
    bool operator==(const SetSetting&) const = default;
};
// A field of words: of a node, group or note by its id, of the pipeline with an empty id.
enum class Field { Title, Comment, Layer, Kind, Owner, Name, Tags };
struct SetField {
    QString id;
    Field field = Field::Title;
    QString text; // Tags: one a line
    bool operator==(const SetField&) const = default;
};
struct AddEnvironment {
    Environment environment;
    int at = -1;
    bool operator==(const AddEnvironment&) const = default;
};
struct RemoveEnvironment {
    QString name;
    bool operator==(const RemoveEnvironment&) const = default;
};
// Places and closed groups: changes the layout alone.
struct Move {
    std::map<QString, std::optional<QPointF>> places; // none: back to the automatic layout
    bool operator==(const Move&) const = default;
};
struct Collapse {
    QString group;
    bool closed = true;
    bool operator==(const Collapse&) const = default;
};

using Edit = std::variant<AddNode, RemoveNode, Rename, AddEdge, RemoveEdge, SetTrigger, AddGroup,
    RemoveGroup, PutInto, AddNote, RemoveNote, SetSetting, SetField, AddEnvironment,
    RemoveEnvironment, Move, Collapse>;
using Edits = std::vector<Edit>;

// The edits that undo it, in the order they are to be applied.
Result<Edits> applyTo(Document& document, const Edit& edit);
// All or none.
Result<Edits> applyTo(Document& document, const Edits& edits);

bool isLayoutOnly(const Edit& edit);
// Why a name cannot be an id: empty, too long, signs a DAG or task id cannot hold.
std::optional<Text> idProblem(const QString& id);
// `wanted`, or with a number behind it when that is taken.
QString freeId(const Pipeline& pipeline, const QString& wanted);

} // namespace pilothouse::pipelines
