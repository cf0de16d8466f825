// SPDX-License-Identifier: GPL-3.0-or-later
// What a statement is, by its words: its leading keyword, what it names, and whether it may be one
// that only reads. Pure; the guard, the runner and the panel go by it.
#pragma once

#include "database/api/sqltokens.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace pilothouse::database
{

struct Statement {
    enum class Kind {
        Query, // SELECT, VALUES, TABLE, WITH …, without INTO
        Show,
        Explain, // of a Query; `analyze` says whether it runs
        CopyOut, // COPY … TO STDOUT
        TransactionEnd, // COMMIT, END, ROLLBACK, ABORT (not TO SAVEPOINT, not PREPARED)
        Transaction, // BEGIN, START, SAVEPOINT …
        Other,
    };

    QString text;
    std::vector<SqlToken> tokens; // comments left out
    Kind kind = Kind::Other;
    QString keyword; // the first word, upper case
    bool analyze = false;
    bool rollback = false; // a TransactionEnd that undoes
    bool locksRows = false; // FOR UPDATE, FOR SHARE …
    bool writes = false; // INSERT, UPDATE … anywhere in a query (a data-modifying WITH)
    bool broken = false; // an unfinished text, or U&"…"
    qsizetype body = 0; // start of the query inside EXPLAIN

    bool plainlyReads() const;
};

Statement readStatement(const QString& text);

// Names as the server would read them: folded to lower case unless quoted, cut at 63 bytes.
struct NamesUsed {
    QStringList called; // followed by "("
    QStringList attribute; // behind a dot: may be a call in disguise
    QStringList all; // every identifier; may be a relation or a type
    QStringList operators;
};
NamesUsed namesIn(const Statement& statement);

} // namespace pilothouse::database
