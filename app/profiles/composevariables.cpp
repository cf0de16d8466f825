// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/composevariables.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

constexpr int kDeepest = 8;
constexpr qsizetype kLongest = 64 << 10;

bool isNameChar(QChar c)
{
    return c == u'_' || (c.isLetterOrNumber() && c.unicode() < 128);
}

QString doubleQuoted(const QString& text) // from after the opening quote
{
    QString out;
    for (qsizetype i = 0; i < text.size() && text[i] != u'"'; ++i) {
        if (text[i] != u'\\' || i + 1 >= text.size()) {
            out += text[i];
            continue;
        }
        const QChar next = text[++i];
        out += next == u'n' ? u'\n' : next == u't' ? u'\t' : next;
    }
    return out;
}

QString valueOf(QString raw)
{
    raw = raw.trimmed();
    if (raw.startsWith(u'"'))
        return doubleQuoted(raw.mid(1));
    if (raw.startsWith(u'\''))
        return raw.mid(1).section(u'\'', 0, 0);
    static const QRegularExpression comment(u"\\s#.*$"_s);
    return raw.remove(comment).trimmed();
}

} // namespace

QMap<QString, QString> ComposeVariables::parse(const QByteArray& dotEnv)
{
    static const QRegularExpression line(
        u"^\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.]*)\\s*[=:]\\s?(.*)$"_s);
    QMap<QString, QString> values;
    const QStringList lines = QString::fromUtf8(dotEnv).split(u'\n');
    for (const QString& text : lines)
        if (const auto match = line.match(text); match.hasMatch())
            values.insert(match.captured(1), valueOf(match.captured(2)));
    return values;
}

QString ComposeVariables::expanded(const QString& text, int depth) const
{
    if (depth > kDeepest || !text.contains(u'$'))
        return text;
    QString out;
    for (qsizetype i = 0; i < text.size() && out.size() < kLongest; ++i) {
        if (text[i] != u'$' || i + 1 >= text.size()) {
            out += text[i];
            continue;
        }
        const QChar next = text[i + 1];
        if (next == u'$') {
            out += u'$';
            ++i;
        } else if (next == u'{') {
            int open = 1;
            qsizetype end = i + 2;
            for (; end < text.size() && open > 0; ++end)
                open += text[end] == u'{' ? 1 : text[end] == u'}' ? -1 : 0;
            out += replaced(text.mid(i + 2, end - i - 2 - (open == 0 ? 1 : 0)), depth);
            i = end - 1;
        } else if (isNameChar(next) && !next.isDigit()) {
            qsizetype end = i + 1;
            while (end < text.size() && isNameChar(text[end]))
                ++end;
            out += replaced(text.mid(i + 1, end - i - 1), depth);
            i = end - 1;
        } else {
            out += text[i];
        }
    }
    return out;
}

QString ComposeVariables::replaced(const QString& inside, int depth) const
{
    qsizetype end = 0;
    while (end < inside.size() && isNameChar(inside[end]))
        ++end;
    const QString name = inside.left(end);
    QString rest = inside.mid(end);
    const bool emptyCounts = rest.startsWith(u':');
    if (emptyCounts)
        rest.remove(0, 1);
    const QString now = m_values.value(name);
    const bool has = m_values.contains(name) && !(emptyCounts && now.isEmpty());
    if (rest.startsWith(u'+'))
        return has ? expanded(rest.mid(1), depth + 1) : QString();
    if (has)
        return now;
    if (rest.startsWith(u'-'))
        return expanded(rest.mid(1), depth + 1);
    if (!name.isEmpty())
        m_unset.insert(name);
    return {};
}

} // namespace pilothouse::app
