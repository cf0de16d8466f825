// SPDX-License-Identifier: GPL-3.0-or-later
// What can be typed next in a statement: names from the catalogue's local snapshot, aliases and
// CTEs from the statement itself, keywords. Pure and within one frame at 200,000 columns; never
// asks the server, so it works while the connection is down.
#pragma once

#include "database/api/catalogue.h"

#include <QString>

#include <memory>
#include <vector>

namespace pilothouse::database
{

struct SqlSuggestion {
    enum class Kind { Column, Relation, Schema, Function, Keyword, Alias, Type };

    Kind kind = Kind::Keyword;
    QString text; // what is inserted, quoted where needed
    QString detail; // type, schema, arguments
    bool operator==(const SqlSuggestion&) const = default;
};

struct SqlSuggestions {
    qsizetype replaceFrom = 0; // start of the word being typed
    std::vector<SqlSuggestion> items; // best first, at most SqlCompleter::kLimit
};

class SqlCompleter final
{
public:
    static constexpr int kLimit = 200;

    SqlCompleter() = default;
    // The snapshot is indexed once here (a few ms for 20,000 tables; call it on a lane).
    explicit SqlCompleter(std::shared_ptr<const CompletionSnapshot> snapshot);

    SqlSuggestions suggest(const QString& text, qsizetype caret) const;
    bool hasCatalogue() const { return m_snapshot != nullptr; }

private:
    using Relation = CompletionSnapshot::Relation;
    struct Scope;
    struct Matches;

    const Relation* find(const QString& schema, const QString& name) const;
    Scope scopeOf(QStringView statement) const;
    void addColumns(const Relation& relation, Matches& out) const;
    void addRelations(const QString& schema, Matches& out) const;
    void addSchemas(Matches& out) const;
    void addFunctions(const QString& schema, Matches& out) const;
    void addTypes(Matches& out) const;

    std::shared_ptr<const CompletionSnapshot> m_snapshot;
};

} // namespace pilothouse::database
