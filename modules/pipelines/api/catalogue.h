// SPDX-License-Identifier: GPL-3.0-or-later
// Catalogue: what kinds of nodes there are, as read from resources/nodes. Forms, palette, checks
// and generators know kinds only through it. Plain values, any thread; shared as one immutable
// whole.
#pragma once

#include "pipelines/api/value.h"

#include <QStringList>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace pilothouse::pipelines
{

// The same words in the languages of the program; data, so not in the translation files.
struct Words {
    QString en;
    std::map<QString, QString> others; // by language: "zh_TW", "ko"
    bool operator==(const Words&) const = default;

    const QString& in(const QString& language) const;
    bool isEmpty() const { return en.isEmpty(); }
};

enum class PortType { Stream, Table, File, Model, Check };

struct PortSpec {
    QString name;
    Words title;
    PortType type = PortType::Table;
    bool required = false; // an input that must have an edge
    bool many = false; // an input that takes several edges; outputs always do
    bool operator==(const PortSpec&) const = default;
};

enum class FieldType {
    Text, // one line
    Lines, // several lines
    Code, // `language` names its highlighting
    Number,
    Bool,
    Choice, // one of `choices`
    Duration, // "90s", "15m", "2h", "1d"
    List, // of texts
    Map, // of texts by text
    Columns, // list of {name, type, nullable}
    Connection, // id of a connection of the target; never its secret
    Table, // schema.table
    Topic,
    Path,
    Url,
    Cron,
    TimeZone,
    DateTime
};

// What a target must have so that a field or template can be used. All that is given must hold.
struct Needs {
    QString tool; // "airflow"; empty: any
    QString from; // version, inclusive; empty: any
    QString before; // version, exclusive; empty: any
    std::map<QString, QString> providers; // name of the Python package: least version, or empty
    Words reason; // said where it is not given; empty: worded from the rest
    bool operator==(const Needs&) const = default;
};

struct ChoiceSpec {
    QString value;
    Words title;
    Needs needs;
    bool operator==(const ChoiceSpec&) const = default;
};

struct FieldSpec {
    QString name;
    FieldType type = FieldType::Text;
    Words title;
    Words help;
    QString section; // id of a SectionSpec; empty: the first
    QString unit; // behind the field, "min"
    QString language; // of Code: "sql", "python", "json"
    Value standard; // used when it is not set; None: nothing
    bool required = false;
    std::vector<ChoiceSpec> choices;
    std::optional<double> least, most;
    QString pattern; // regular expression the whole text must match
    std::map<QString, QStringList> when; // shown and used only if these fields have one of these
    Needs needs;
    bool rendered = false; // the target renders it as a template when the task runs
    bool operator==(const FieldSpec&) const = default;
};

// How a node comes to run, which decides the states it can be in.
enum class Runs {
    Task, // of a DAG: has tries and succeeds or fails
    Stream, // a job of its own: streams, stops, lags; never succeeds
    Thing // is there: a topic, a table; created on deploy, has no run
};

// A file that generates the node for a target. The first whose needs hold is taken.
struct TemplateSpec {
    Needs needs;
    QString file; // in resources/nodes/templates
    QString unit; // "airflow", "worker", "dbt", "spark", "sql"
    QStringList imports; // "module:name" lines of Python the text needs
    QStringList parts; // shared pieces of code the text needs, by name
    bool operator==(const TemplateSpec&) const = default;
};

struct NodeKind {
    QString id; // "process.sql"
    QString category; // "source" "ingest" "process" "quality" "store" "serve" "publish"
    QString icon;
    Words title;
    Words summary;
    QStringList words; // by which the palette finds it too, in English
    Runs runs = Runs::Task;
    QStringList services; // kinds of services it works on: "postgres", "kafka"
    bool tried = false; // against a real service of a sandbox recipe
    std::vector<PortSpec> inputs;
    std::vector<PortSpec> outputs;
    std::vector<FieldSpec> fields;
    std::vector<TemplateSpec> templates;
    QString folder; // where its file lies, with `templates` beside it
    bool operator==(const NodeKind&) const = default;

    const FieldSpec* field(QStringView name) const;
    const PortSpec* input(
        QStringView name) const; // empty: the first; portsOf() of check/ports.h knows better
    const PortSpec* output(QStringView name) const;
};

struct CategorySpec {
    QString id;
    Words title;
    QString icon;
    bool operator==(const CategorySpec&) const = default;
};

// A group of fields in a form.
struct SectionSpec {
    QString id;
    Words title;
    bool operator==(const SectionSpec&) const = default;
};

struct Catalogue {
    std::vector<CategorySpec> categories; // in the palette's order
    std::vector<SectionSpec> sections; // in the order of forms
    std::vector<NodeKind> kinds; // by category, then as listed there
    std::vector<FieldSpec> task; // fields of every task
    std::vector<FieldSpec> schedule; // fields of a pipeline's schedule
    std::map<QString, QString> parts; // shared pieces of code by name (parts/NAME.py)
    std::map<QString, QString> texts; // of templates by path: FOLDER/templates/FILE

    const NodeKind* kind(QStringView id) const;
    const SectionSpec* section(QStringView id) const;
    const FieldSpec* taskField(QStringView name) const;
    const FieldSpec* scheduleField(QStringView name) const;
};
using CataloguePtr = std::shared_ptr<const Catalogue>;

} // namespace pilothouse::pipelines
