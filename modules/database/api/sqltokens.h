// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a PostgreSQL script, as the server's own scanner would cut them. Pure; positions are
// UTF-16 indexes into the text.
#pragma once

#include <QString>

#include <vector>

namespace pilothouse::database
{

struct SqlToken {
    enum class Kind {
        Word, // unquoted identifier or keyword
        QuotedName, // "…" or U&"…"
        Text, // '…', E'…', B'…', X'…', U&'…', N'…', $tag$…$tag$
        Number,
        Parameter, // $1
        Operator, // + <> :: := …
        Symbol, // ( ) [ ] , ; . :
        Comment, // -- … and nested /* … */
        Broken, // an unfinished text, name or comment: reaches to the end
    };

    Kind kind = Kind::Word;
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const SqlToken&) const = default;
};

// White space is left out; comments are in. `standardStrings` false: backslash escapes in '…'.
std::vector<SqlToken> sqlTokens(QStringView text, bool standardStrings = true);

} // namespace pilothouse::database
