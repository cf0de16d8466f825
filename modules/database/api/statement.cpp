// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/api/statement.h"

#include "database/api/sqlscript.h"

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

namespace
{

using Kind = SqlToken::Kind;

class Words final
{
public:
    explicit Words(const Statement& s)
        : m_s(s)
    {
    }
    // Upper-case text of an unquoted word, else empty.
    QString word(size_t i) const
    {
        if (i >= m_s.tokens.size() || m_s.tokens[i].kind != Kind::Word)
            return {};
        return text(i).toUpper();
    }
    QString text(size_t i) const
    {
        return i < m_s.tokens.size() ? m_s.text.mid(m_s.tokens[i].start, m_s.tokens[i].length)
                                     : QString();
    }
    bool symbol(size_t i, QChar c) const
    {
        return i < m_s.tokens.size() && m_s.tokens[i].kind == Kind::Symbol
            && m_s.text[m_s.tokens[i].start] == c;
    }
    size_t size() const { return m_s.tokens.size(); }

    // The index behind the bracket that closes the one at `open`.
    size_t behind(size_t open) const
    {
        int depth = 0;
        for (size_t i = open; i < size(); ++i) {
            if (symbol(i, u'('))
                ++depth;
            else if (symbol(i, u')') && --depth == 0)
                return i + 1;
        }
        return size();
    }

private:
    const Statement& m_s;
};

bool startsQuery(const Words& w, size_t i)
{
    while (w.symbol(i, u'('))
        ++i;
    const QString word = w.word(i);
    return word == "SELECT"_L1 || word == "VALUES"_L1 || word == "TABLE"_L1 || word == "WITH"_L1;
}

// INTO, row locks and writing words; `from` is where the query begins.
void readQuery(Statement& s, const Words& w, size_t from)
{
    for (size_t i = from; i < w.size(); ++i) {
        const QString word = w.word(i);
        const QString next = w.word(i + 1);
        if (word == "INTO"_L1)
            s.writes = true;
        if (word == "FOR"_L1
            && (next == "UPDATE"_L1 || next == "SHARE"_L1 || next == "NO"_L1 || next == "KEY"_L1))
            s.locksRows = true;
        const bool verb = word == "INSERT"_L1 || word == "UPDATE"_L1 || word == "DELETE"_L1
            || word == "MERGE"_L1;
        if (verb && i > 0 && (w.symbol(i - 1, u'(') || w.symbol(i - 1, u')')))
            s.writes = true;
    }
}

void readExplain(Statement& s, const Words& w)
{
    size_t i = 1;
    if (w.symbol(i, u'(')) {
        const size_t end = w.behind(i);
        for (size_t k = i + 1; k < end; ++k) {
            if (w.word(k) != "ANALYZE"_L1 && w.word(k) != "ANALYSE"_L1)
                continue;
            const QString value = w.text(k + 1).toLower();
            s.analyze = !(value == "false"_L1 || value == "off"_L1 || value == "0"_L1);
        }
        i = end;
    } else {
        while (
            w.word(i) == "ANALYZE"_L1 || w.word(i) == "ANALYSE"_L1 || w.word(i) == "VERBOSE"_L1) {
            s.analyze = s.analyze || w.word(i) != "VERBOSE"_L1;
            ++i;
        }
    }
    s.body = i < w.size() ? s.tokens[i].start : s.text.size();
    if (startsQuery(w, i)) {
        s.kind = Statement::Kind::Explain;
        readQuery(s, w, i);
    }
}

void readCopy(Statement& s, const Words& w)
{
    size_t i = 1;
    const bool query = w.symbol(i, u'(');
    if (query) {
        if (!startsQuery(w, i + 1))
            return;
        readQuery(s, w, i + 1);
        i = w.behind(i);
    } else {
        while (i < w.size() && w.word(i) != "TO"_L1 && w.word(i) != "FROM"_L1)
            i = w.symbol(i, u'(') ? w.behind(i) : i + 1;
    }
    if (w.word(i) == "TO"_L1 && w.word(i + 1) == "STDOUT"_L1)
        s.kind = Statement::Kind::CopyOut;
}

void readEnd(Statement& s, const Words& w)
{
    s.kind = Statement::Kind::Transaction;
    s.rollback = s.keyword == "ROLLBACK"_L1 || s.keyword == "ABORT"_L1;
    for (size_t i = 1; i < w.size(); ++i)
        if (w.word(i) != "WORK"_L1 && w.word(i) != "TRANSACTION"_L1)
            return; // TO SAVEPOINT, PREPARED, AND CHAIN
    s.kind = Statement::Kind::TransactionEnd;
}

QString folded(const QString& text, bool quoted)
{
    QString name = text;
    if (quoted) {
        name = text.mid(1, text.size() - 2);
        name.replace("\"\""_L1, "\""_L1);
    } else {
        for (QChar& c : name)
            if (c >= u'A' && c <= u'Z')
                c = QChar(c.unicode() + 32);
    }
    QByteArray bytes = name.toUtf8();
    if (bytes.size() <= 63)
        return name;
    qsizetype cut = 63; // not inside a character
    while (cut > 0 && (static_cast<unsigned char>(bytes[cut]) & 0xC0u) == 0x80u)
        --cut;
    return QString::fromUtf8(bytes.left(cut));
}

} // namespace

Statement readStatement(const QString& text)
{
    Statement s;
    s.text = text;
    for (const SqlToken& token : sqlTokens(text)) {
        if (token.kind == Kind::Broken)
            s.broken = true;
        if (token.kind == Kind::QuotedName
            && (text[token.start] == u'U' || text[token.start] == u'u'))
            s.broken = true; // its real name depends on escapes
        if (token.kind != Kind::Comment)
            s.tokens.push_back(token);
    }
    const Words w(s);
    s.keyword = w.word(0);
    if (startsQuery(w, 0)) {
        s.kind = Statement::Kind::Query;
        if (s.keyword.isEmpty())
            s.keyword = u"SELECT"_s;
        readQuery(s, w, 0);
    } else if (s.keyword == "SHOW"_L1) {
        s.kind = Statement::Kind::Show;
    } else if (s.keyword == "EXPLAIN"_L1) {
        readExplain(s, w);
    } else if (s.keyword == "COPY"_L1) {
        readCopy(s, w);
    } else if (s.keyword == "COMMIT"_L1 || s.keyword == "END"_L1 || s.keyword == "ROLLBACK"_L1
        || s.keyword == "ABORT"_L1) {
        readEnd(s, w);
    } else if (s.keyword == "BEGIN"_L1 || s.keyword == "START"_L1 || s.keyword == "SAVEPOINT"_L1
        || s.keyword == "RELEASE"_L1 || s.keyword == "PREPARE"_L1) {
        s.kind = s.keyword == "PREPARE"_L1 && w.word(1) != "TRANSACTION"_L1
            ? Statement::Kind::Other
            : Statement::Kind::Transaction;
    }
    return s;
}

bool Statement::plainlyReads() const
{
    const bool reading = kind == Kind::Query || kind == Kind::Show || kind == Kind::Explain
        || kind == Kind::CopyOut;
    return reading && !broken && !writes && !locksRows;
}

bool plainlyReads(QStringView statement)
{
    return readStatement(statement.toString()).plainlyReads();
}

NamesUsed namesIn(const Statement& s)
{
    const Words w(s);
    NamesUsed out;
    const auto add = [](QStringList& list, const QString& name) {
        if (!list.contains(name))
            list.append(name);
    };
    for (size_t i = 0; i < s.tokens.size(); ++i) {
        const SqlToken& t = s.tokens[i];
        if (t.kind == Kind::Operator)
            add(out.operators, w.text(i));
        if (t.kind != Kind::Word && t.kind != Kind::QuotedName)
            continue;
        const QString name = folded(w.text(i), t.kind == Kind::QuotedName);
        add(out.all, name);
        if (w.symbol(i + 1, u'('))
            add(out.called, name);
        else if (i > 0 && w.symbol(i - 1, u'.'))
            add(out.attribute, name);
    }
    return out;
}

} // namespace pilothouse::database
