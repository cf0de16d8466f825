// SPDX-License-Identifier: GPL-3.0-or-later
// A pipeline as the canvas edits it, whatever it is stored as: nodes, edges, groups, notes, and how
// it runs. Where things stand on the canvas is a Layout, kept apart. Plain values, any thread.
#pragma once

#include "core/text.h"
#include "pipelines/api/value.h"

#include <QPointF>
#include <QStringList>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace pilothouse::pipelines
{

// Counted from 1, columns in characters; 0: not known.
struct SourcePlace {
    int line = 0;
    int column = 0;
    auto operator<=>(const SourcePlace&) const = default;
};
struct SourceRange {
    SourcePlace begin;
    SourcePlace end; // exclusive
    bool operator==(const SourceRange&) const = default;
};

// An argument that is program text: of a node whose kind no catalogue knows.
struct SourceText {
    QString text;
    bool readOnly = false;
    Text reason; // why it cannot be edited
    SourceRange range;
    bool operator==(const SourceText&) const = default;
};

// A named value: a parameter of a node, a field of its task, of the schedule, of an environment.
struct Setting {
    QString name;
    Value value;
    std::optional<SourceText> source = {}; // instead of `value`
    bool operator==(const Setting&) const = default;
};
using Settings = std::vector<Setting>; // in the document's order, each name once

const Setting* find(const Settings& settings, QStringView name);

struct Node {
    QString id; // unique in the pipeline; the task's id where one is generated
    QString kind; // of the catalogue ("process.sql"), or the class path of an operator
    QString title; // empty: the id
    QString group; // id of the enclosing group; empty: none
    QString layer; // "bronze", "silver", "gold", "ODS" …; empty: none
    QString note;
    Settings params; // of its kind
    Settings task; // retries, waits, limits … where they differ from the pipeline's
    bool locked = false; // its store cannot edit it
    Text lockReason;
    SourceRange origin; // where it is written, in stores that tell
    bool operator==(const Node&) const = default;

    const QString& shownTitle() const { return title.isEmpty() ? id : title; }
};

// From an output of one node to an input of another, by the names of ports.
struct Edge {
    QString from;
    QString fromPort; // empty: the first that fits
    QString to;
    QString toPort;
    QString trigger; // stream to batch: "asset", "sensor", "available_now"; else empty
    bool locked = false; // its store cannot remove it
    Text lockReason = {};
    SourceRange origin = {}; // where it is written, in stores that tell
    bool operator==(const Edge&) const = default;

    bool sameEnds(const Edge& other) const
    {
        return from == other.from && fromPort == other.fromPort && to == other.to
            && toPort == other.toPort;
    }
};

struct Group {
    QString id; // unique among nodes, groups and notes
    QString title; // empty: the id
    QString parent; // id of a group; empty: none
    QString note;
    bool locked = false; // its store cannot edit it
    Text lockReason = {};
    bool operator==(const Group&) const = default;
};

// A comment on the canvas.
struct Note {
    QString id;
    QString text;
    bool operator==(const Note&) const = default;
};

// Values that differ between dev, staging and production; parameters name them as ${name}.
struct Environment {
    QString name;
    Settings values;
    bool operator==(const Environment&) const = default;
};

struct Pipeline {
    QString id; // stays for ever; generated files carry it
    QString name; // the DAG's id where one is generated
    QString title; // empty: the name
    QString owner;
    QStringList tags;
    QString note;
    Settings schedule; // when it runs: cron or preset, time zone, catch-up …
    Settings task; // fields of every task, unless a node says otherwise
    std::vector<Environment> environments;
    std::vector<Group> groups;
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<Note> notes;
    bool operator==(const Pipeline&) const = default;

    const Node* node(QStringView key) const;
    const Group* group(QStringView key) const;
    const Note* comment(QStringView key) const;
    const QString& shownTitle() const { return title.isEmpty() ? name : title; }
};

// Where nodes, closed groups and notes stand: scene units, from the enclosing group's corner as
// GraphNode::pinned. What has no place is laid out.
struct Layout {
    std::map<QString, QPointF> places; // by id
    std::set<QString> closed; // groups
    bool operator==(const Layout&) const = default;
};

struct Document {
    Pipeline pipeline;
    Layout layout;
    bool operator==(const Document&) const = default;
};

} // namespace pilothouse::pipelines
