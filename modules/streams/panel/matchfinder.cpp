// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/matchfinder.h"

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kMostMarks = 64;

// "$.order.items[0].sku" → sku
QString lastName(const QString& path)
{
    const QString plain = path.section(u'[', 0, 0);
    return plain.section(u'.', -1).remove(u'$');
}

QString anyOf(QStringList values)
{
    std::stable_sort(values.begin(), values.end(),
        [](const QString& a, const QString& b) { return a.size() > b.size(); });
    for (QString& value : values)
        value = QRegularExpression::escape(value);
    return values.join(u'|');
}

} // namespace

MatchFinder::MatchFinder(const MessagePattern& pattern)
    : m_pattern(pattern)
{
    using Mode = MessagePattern::Mode;
    if (pattern.pattern.isEmpty() || pattern.mode == Mode::Contains)
        return;
    QString text = pattern.pattern;
    if (pattern.mode == Mode::Field) {
        // The longest first: of "TW" and "TWN" the one that stands there is marked.
        QStringList values = QStringList{pattern.equals} + pattern.others;
        text = u"\"%1\"\\s*:\\s*\"?(%2)"_s.arg(QRegularExpression::escape(lastName(text)),
            pattern.equals.isEmpty() && pattern.others.isEmpty() ? u"[^,}\\]]*"_s
                                                                 : anyOf(std::move(values)));
    } else if (pattern.mode == Mode::OneOf) {
        text = u"^(?:%1)$"_s.arg(anyOf(pattern.others));
    }
    m_regex.setPattern(text);
    if (!pattern.caseSensitive)
        m_regex.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
    m_regex.optimize();
}

bool MatchFinder::looksAt(MessagePattern::Where where) const
{
    if (m_pattern.pattern.isEmpty())
        return false;
    return m_pattern.mode == MessagePattern::Mode::Field ? where == MessagePattern::Value
                                                         : (m_pattern.where & where) != 0;
}

QList<TextSpan> MatchFinder::marks(const QString& text) const
{
    QList<TextSpan> out;
    if (m_pattern.pattern.isEmpty())
        return out;
    if (m_pattern.mode == MessagePattern::Mode::Contains) {
        const auto cases = m_pattern.caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive;
        const QString& what = m_pattern.pattern;
        for (qsizetype at = text.indexOf(what, 0, cases); at >= 0 && out.size() < kMostMarks;
             at = text.indexOf(what, at + what.size(), cases))
            out.append({at, what.size()});
        return out;
    }
    if (!m_regex.isValid())
        return out;
    const int group = m_pattern.mode == MessagePattern::Mode::Field ? 1 : 0;
    auto all = m_regex.globalMatch(text);
    while (all.hasNext() && out.size() < kMostMarks) {
        const QRegularExpressionMatch match = all.next();
        if (match.capturedLength(group) > 0)
            out.append({match.capturedStart(group), match.capturedLength(group)});
    }
    return out;
}

qsizetype MatchFinder::firstIn(const QByteArray& bytes) const
{
    if (m_pattern.pattern.isEmpty())
        return -1;
    if (m_pattern.mode == MessagePattern::Mode::Contains && m_pattern.caseSensitive)
        return bytes.indexOf(m_pattern.pattern.toUtf8());
    const QString text = QString::fromUtf8(bytes);
    const QList<TextSpan> found = marks(text);
    return found.isEmpty() ? -1 : text.first(found.front().start).toUtf8().size();
}

} // namespace pilothouse::streams
