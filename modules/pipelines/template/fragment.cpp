// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/template/fragment.h"

#include <QRegularExpression>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

tl::unexpected<Error> open(const Text& what)
{
    return fail(Error::Kind::Protocol, {}, {}, what);
}

bool isOpening(QChar sign)
{
    return sign == u'(' || sign == u'[' || sign == u'{';
}
bool isClosing(QChar sign)
{
    return sign == u')' || sign == u']' || sign == u'}';
}
bool isPair(QChar opening, QChar closing)
{
    return (opening == u'(' && closing == u')') || (opening == u'[' && closing == u']')
        || (opening == u'{' && closing == u'}');
}

// The brackets around a place.
class Brackets final
{
public:
    bool read(QChar sign) // false: closes what was not opened
    {
        if (isOpening(sign))
            m_open += sign;
        else if (isClosing(sign)) {
            if (m_open.isEmpty() || !isPair(m_open.back(), sign))
                return false;
            m_open.chop(1);
        }
        return true;
    }
    bool isEmpty() const { return m_open.isEmpty(); }

private:
    QString m_open;
};

// Where a string or comment of Python that begins at `at` ends (behind it), -1: it does not. A
// formatted string is taken as one: what is in its braces are expressions of its own, in which its
// quotes cannot stand before Python 3.12; where they do it is refused sooner or later.
qsizetype pythonEnd(const QString& code, qsizetype at)
{
    if (code[at] == u'#') {
        const qsizetype end = code.indexOf(u'\n', at);
        return end < 0 ? code.size() : end;
    }
    const QChar quote = code[at];
    const QString three(3, quote);
    const bool lines = QStringView(code).mid(at).startsWith(three);
    for (qsizetype i = at + (lines ? 3 : 1); i < code.size(); ++i) {
        if (code[i] == u'\\')
            ++i;
        else if (code[i] == u'\n' && !lines)
            return -1;
        else if (lines ? QStringView(code).mid(i).startsWith(three) : code[i] == quote)
            return i + (lines ? 3 : 1);
    }
    return -1;
}

// Behind a string, comment or quoted name of SQL that begins at `at`; -1: it does not end; `at`: it
// is none.
qsizetype sqlEnd(const QString& code, qsizetype at)
{
    const QStringView rest = QStringView(code).mid(at);
    if (rest.startsWith(u"--")) {
        const qsizetype end = code.indexOf(u'\n', at);
        return end < 0 ? code.size() : end;
    }
    if (rest.startsWith(u"/*")) {
        int depth = 0;
        for (qsizetype i = at; i + 1 < code.size(); ++i) {
            const QStringView two = QStringView(code).mid(i, 2);
            if (two == u"/*" || two == u"*/") {
                depth += two == u"/*" ? 1 : -1;
                ++i;
                if (depth == 0)
                    return i + 1;
            }
        }
        return -1;
    }
    if (rest.startsWith(u'$')) {
        static const QRegularExpression tag(
            u"\\$([A-Za-z_\\x80-\\x{ffff}][A-Za-z0-9_\\x80-\\x{ffff}]*)?\\$"_s);
        const auto match = tag.match(code, at, QRegularExpression::NormalMatch,
            QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return at;
        const qsizetype end = code.indexOf(match.captured(), at + match.capturedLength());
        return end < 0 ? -1 : end + match.capturedLength();
    }
    if (!rest.startsWith(u'\'') && !rest.startsWith(u'"'))
        return at;
    const QChar quote = rest.front();
    const bool slashes = quote == u'\'' && at > 0 && (code[at - 1] == u'e' || code[at - 1] == u'E');
    for (qsizetype i = at + 1; i < code.size(); ++i) {
        if (slashes && code[i] == u'\\') {
            ++i;
        } else if (code[i] == quote) {
            if (i + 1 >= code.size() || code[i + 1] != quote)
                return i + 1;
            ++i;
        }
    }
    return -1;
}

} // namespace

Result<QString> pythonBody(const QString& text, int indent)
{
    QString code = text;
    code.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    static const QRegularExpression hidden(u"[\\x00-\\x08\\x0b-\\x1f\\x7f]"_s);
    if (code.contains(hidden))
        return open(PH_TEXT("Pipelines", "The code holds a control character."));
    while (code.endsWith(u'\n') || code.endsWith(u' '))
        code.chop(1);
    if (code.endsWith(u'\\'))
        return open(PH_TEXT("Pipelines", "The code ends with a backslash."));
    const QString margin(indent, u' ');
    QString out;
    Brackets brackets;
    bool begins = true; // of a line that is indented
    for (qsizetype i = 0; i < code.size();) {
        const QChar sign = code[i];
        if (begins && sign != u'\n')
            out += margin;
        begins = sign == u'\n';
        qsizetype end = i + 1;
        if (sign == u'"' || sign == u'\'' || sign == u'#')
            end = pythonEnd(code, i);
        if (end < 0)
            return open(PH_TEXT("Pipelines", "A string in the code is not closed."));
        if (!brackets.read(sign))
            return open(PH_TEXT("Pipelines", "The code closes a bracket it did not open."));
        out += QStringView(code).mid(i, end - i);
        i = end;
    }
    if (!brackets.isEmpty())
        return open(PH_TEXT("Pipelines", "A bracket in the code is not closed."));
    // Comments alone are no body.
    static const QRegularExpression statement(
        u"^\\s*[^\\s#]"_s, QRegularExpression::MultilineOption);
    if (!out.contains(statement))
        out += (out.isEmpty() ? QString() : u"\n"_s) + margin + u"pass"_s;
    return out;
}

Result<QString> sqlFragment(const QString& text)
{
    QString code = text;
    if (code.contains(QChar(u'\0')))
        return open(PH_TEXT("Pipelines", "The target cannot hold a zero byte in a text."));
    static const QRegularExpression tail(u"[\\s;]+\\z"_s);
    code.remove(tail);
    Brackets brackets;
    bool comment = false; // what is last is one to the end of the line
    for (qsizetype i = 0; i < code.size();) {
        const qsizetype end = sqlEnd(code, i);
        if (end < 0)
            return open(PH_TEXT("Pipelines", "A string or comment in the SQL is not closed."));
        comment = end == code.size() && QStringView(code).mid(i).startsWith(u"--");
        if (end > i) {
            i = end;
            continue;
        }
        if (code[i] == u';')
            return open(PH_TEXT("Pipelines", "This must be one statement."));
        if (!brackets.read(code[i]))
            return open(PH_TEXT("Pipelines", "The SQL closes a bracket it did not open."));
        ++i;
    }
    if (!brackets.isEmpty())
        return open(PH_TEXT("Pipelines", "A bracket in the SQL is not closed."));
    return comment ? code + u'\n' : code;
}

} // namespace pilothouse::pipelines
