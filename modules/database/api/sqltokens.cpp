// SPDX-License-Identifier: GPL-3.0-or-later
// After the rules of the manual's chapter "Lexical Structure" (scan.l of the server is the oracle).
#include "database/api/sqltokens.h"

namespace pilothouse::database
{

namespace
{

using Kind = SqlToken::Kind;

bool startsWord(QChar c)
{
    return c == u'_' || c.isLetter() || c.unicode() >= 0x80;
}
bool inWord(QChar c)
{
    return startsWord(c) || c == u'$' || (c >= u'0' && c <= u'9');
}
bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}
bool isSpace(QChar c)
{
    return c == u' ' || (c >= u'\t' && c <= u'\r');
}
bool isOperator(QChar c)
{
    return QStringView(u"+-*/<>=~!@#%^&|`?").contains(c);
}

class Scanner final
{
public:
    Scanner(QStringView text, bool standardStrings)
        : m_text(text)
        , m_standard(standardStrings)
    {
    }

    std::vector<SqlToken> run()
    {
        std::vector<SqlToken> out;
        while (m_at < m_text.size()) {
            if (isSpace(m_text[m_at])) {
                ++m_at;
                continue;
            }
            const qsizetype start = m_at;
            const Kind kind = next();
            out.push_back({kind, start, m_at - start});
        }
        return out;
    }

private:
    QChar at(qsizetype offset) const
    {
        const auto i = m_at + offset;
        return i < m_text.size() ? m_text[i] : QChar();
    }

    Kind next()
    {
        const QChar c = at(0);
        if (c == u'-' && at(1) == u'-')
            return lineComment();
        if (c == u'/' && at(1) == u'*')
            return blockComment();
        if (c == u'\'')
            return quoted(u'\'', !m_standard, Kind::Text);
        if (c == u'"')
            return quoted(u'"', false, Kind::QuotedName);
        if (c == u'$')
            return dollar();
        if (isDigit(c) || (c == u'.' && isDigit(at(1))))
            return number();
        if (startsWord(c))
            return word();
        if (isOperator(c))
            return op();
        if (c == u':' && (at(1) == u':' || at(1) == u'=')) {
            m_at += 2;
            return Kind::Operator;
        }
        ++m_at;
        return Kind::Symbol;
    }

    Kind lineComment()
    {
        while (m_at < m_text.size() && m_text[m_at] != u'\n' && m_text[m_at] != u'\r')
            ++m_at;
        return Kind::Comment;
    }

    Kind blockComment()
    {
        int depth = 0;
        while (m_at < m_text.size()) {
            if (at(0) == u'/' && at(1) == u'*') {
                ++depth;
                m_at += 2;
            } else if (at(0) == u'*' && at(1) == u'/') {
                m_at += 2;
                if (--depth == 0)
                    return Kind::Comment;
            } else {
                ++m_at;
            }
        }
        return Kind::Broken;
    }

    Kind quoted(QChar quote, bool backslash, Kind kind)
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (backslash && m_text[m_at] == u'\\') {
                ++m_at;
            } else if (m_text[m_at] == quote) {
                if (at(1) != quote) {
                    ++m_at;
                    return kind;
                }
                ++m_at;
            }
        }
        m_at = m_text.size();
        return Kind::Broken;
    }

    Kind dollar()
    {
        if (isDigit(at(1))) {
            for (++m_at; isDigit(at(0));)
                ++m_at;
            return Kind::Parameter;
        }
        qsizetype end = 1;
        if (startsWord(at(1)))
            while (at(end) != u'$' && inWord(at(end)))
                ++end;
        if (at(end) != u'$') {
            ++m_at;
            return Kind::Symbol;
        }
        const QStringView tag = m_text.mid(m_at, end + 1);
        const auto close = m_text.indexOf(tag, m_at + tag.size());
        m_at = close < 0 ? m_text.size() : close + tag.size();
        return close < 0 ? Kind::Broken : Kind::Text;
    }

    Kind number()
    {
        while (isDigit(at(0)) || at(0) == u'_')
            ++m_at;
        if (at(0) == u'.' && at(1) != u'.') {
            ++m_at;
            while (isDigit(at(0)))
                ++m_at;
        }
        if ((at(0) == u'e' || at(0) == u'E')
            && (isDigit(at(1)) || ((at(1) == u'+' || at(1) == u'-') && isDigit(at(2))))) {
            m_at += 2;
            while (isDigit(at(0)))
                ++m_at;
        }
        return Kind::Number;
    }

    Kind word()
    {
        const QChar c = at(0).toLower();
        if (at(1) == u'\'') {
            if (c == u'e' || c == u'b' || c == u'x' || c == u'n') {
                ++m_at;
                return quoted(u'\'', c == u'e' || (c == u'n' && !m_standard), Kind::Text);
            }
        }
        if (c == u'u' && at(1) == u'&' && (at(2) == u'\'' || at(2) == u'"')) {
            m_at += 2;
            return quoted(at(0), false, at(0) == u'"' ? Kind::QuotedName : Kind::Text);
        }
        while (m_at < m_text.size() && inWord(m_text[m_at]))
            ++m_at;
        return Kind::Word;
    }

    Kind op()
    {
        // An operator ends where a comment begins.
        while (m_at < m_text.size() && isOperator(m_text[m_at])) {
            if ((at(0) == u'-' && at(1) == u'-') || (at(0) == u'/' && at(1) == u'*'))
                break;
            ++m_at;
        }
        return Kind::Operator;
    }

    const QStringView m_text;
    const bool m_standard;
    qsizetype m_at = 0;
};

} // namespace

std::vector<SqlToken> sqlTokens(QStringView text, bool standardStrings)
{
    return Scanner(text, standardStrings).run();
}

} // namespace pilothouse::database
