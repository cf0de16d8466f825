// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/template/templateparser.h"

#include <QRegularExpression>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

bool knowsFilter(Language language, QStringView filter)
{
    if (filter.isEmpty())
        return true;
    if (language == Language::Sql)
        return filter == u"name" || filter == u"table" || filter == u"type" || filter == u"code";
    return language == Language::Python
        && (filter == u"jinja" || filter == u"verbatim" || filter == u"body"
            || filter == u"parameters" || filter == u"keywords");
}

} // namespace

tl::unexpected<Error> TemplateParser::wrong(const Text& what) const
{
    const qsizetype line = QStringView(m_text).first(m_at).count(u'\n') + 1;
    return fail(Error::Kind::Protocol, u"line %1"_s.arg(line), {}, what);
}

void TemplateParser::note(const QString& name)
{
    if (!name.startsWith(u'.'))
        m_names.insert(name);
}

Result<TemplateParser::Tag> TemplateParser::readTag()
{
    static const QRegularExpression pattern(
        u"\\A([#^*/<>]?) ?(\\.|\\.?[a-z_][a-z0-9_]*)(?:\\|([a-z]+)|( = ?[A-Za-z0-9_.-]+))? ?\\z"_s);
    const qsizetype end = m_text.indexOf(u"}}"_s, m_at);
    if (end < 0)
        return wrong(PH_TEXT("Pipelines", "A place in the template is not closed."));
    const QString inside = m_text.mid(m_at + 2, end - m_at - 2).trimmed();
    const QRegularExpressionMatch match = pattern.match(inside);
    if (!match.hasMatch())
        return wrong(PH_TEXT("Pipelines", "{{%1}} is no place for a value.").arg(inside));
    Tag tag;
    tag.sign = match.capturedLength(1) > 0 ? match.captured(1).at(0) : QChar();
    tag.name = match.captured(2);
    tag.filter = match.captured(3);
    tag.compares = match.capturedLength(4) > 0;
    tag.equals = match.captured(4).remove(0, 2).trimmed();
    if (tag.sign == u'<') {
        if (tag.name != u"sql" && tag.name != u"shell" && tag.name != u"yaml")
            return wrong(PH_TEXT("Pipelines", "No language is called %1.").arg(tag.name));
    } else if (!tag.filter.isEmpty()
        && (!tag.sign.isNull() || !knowsFilter(m_language, tag.filter))) {
        return wrong(PH_TEXT("Pipelines", "%1 is no way to write a value here.").arg(tag.filter));
    }
    m_at = end + 2;
    return tag;
}

// A value must be a literal of its own: not in a string or comment, nor behind a letter that would
// change its meaning (f"…", E'…', --1).
VoidResult TemplateParser::mayStand(const Tag& tag, QStringView before, bool joined) const
{
    if (m_quotes.isInside())
        return wrong(PH_TEXT("Pipelines", "%1 stands in a string or a comment.").arg(tag.name));
    if (tag.sign == u'>' || isCodeName(tag.name) || tag.filter == u"body")
        return {};
    const QChar last = before.isEmpty() ? QChar() : before.back();
    const bool joins = joined || last.isLetterOrNumber() || last == u'_' || last == u'\\'
        || last == u'"' || last == u'\'' || last == u'}'
        || (m_language == Language::Sql && (last == u'$' || last == u'&' || last == u'-'));
    const QStringView after = QStringView(m_text).mid(m_at);
    // What a block begins with is text of its own.
    const bool runsOn = tag.sign != u'<' && !after.isEmpty()
        && (after.front().isLetterOrNumber() || after.front() == u'_' || after.front() == u'"'
            || after.front() == u'\'');
    // Words of a shell may be joined, quotes and all.
    if ((joins || runsOn) && m_language != Language::Shell)
        return wrong(PH_TEXT("Pipelines", "%1 does not stand alone.").arg(tag.name));
    return {};
}

// True when the tag from `begin` to here is alone on its line, which then goes with it.
bool TemplateParser::takeLine(qsizetype begin)
{
    qsizetype from = begin;
    while (from > 0 && m_text[from - 1] == u' ')
        --from;
    qsizetype to = m_at;
    while (to < m_text.size() && m_text[to] == u' ')
        ++to;
    if ((from > 0 && m_text[from - 1] != u'\n') || (to < m_text.size() && m_text[to] != u'\n'))
        return false;
    m_at = std::min(to + 1, m_text.size());
    return true;
}

VoidResult TemplateParser::readInto(TemplateParts& parts, const QString& until)
{
    while (m_at < m_text.size()) {
        const qsizetype begin = m_text.indexOf(u"{{"_s, m_at);
        QString text = m_text.mid(m_at, begin < 0 ? -1 : begin - m_at);
        m_quotes.read(text);
        m_at = begin < 0 ? m_text.size() : begin;
        if (begin < 0) {
            parts.push_back({TemplatePart::Kind::Text, text, {}, {}, false, m_language, {}});
            break;
        }
        auto tag = readTag();
        if (!tag)
            return tl::unexpected(tag.error());
        const bool opens = tag->sign == u'#' || tag->sign == u'^' || tag->sign == u'*';
        if (opens || tag->sign == u'/') {
            if (takeLine(begin)) {
                while (text.endsWith(u' '))
                    text.chop(1);
            }
        }
        const bool joined = text.isEmpty() && !parts.empty()
            && (parts.back().kind == TemplatePart::Kind::Place
                || parts.back().kind == TemplatePart::Kind::Block);
        if (!text.isEmpty())
            parts.push_back({TemplatePart::Kind::Text, text, {}, {}, false, m_language, {}});
        if (tag->sign == u'/') {
            if (tag->name != until)
                return wrong(
                    PH_TEXT("Pipelines", "%1 ends here but did not begin.").arg(tag->name));
            return {};
        }
        TemplatePart part;
        part.text = tag->name;
        part.language = m_language;
        if (opens) {
            part.kind = tag->sign == u'#' ? TemplatePart::Kind::Section
                : tag->sign == u'*'       ? TemplatePart::Kind::Each
                                          : TemplatePart::Kind::Inverted;
            part.equals = tag->equals;
            part.compares = tag->compares;
            note(tag->name);
            const Quotes around = m_quotes;
            if (const auto read = readInto(part.parts, tag->name); !read)
                return read;
            if (!(m_quotes == around))
                return wrong(PH_TEXT("Pipelines", "A string or comment crosses the end of %1.")
                                 .arg(tag->name));
        } else if (tag->sign == u'<') {
            if (const auto may = mayStand(*tag, text, joined); !may)
                return may;
            if (m_at < m_text.size() && m_text[m_at] == u'\n')
                ++m_at;
            part.kind = TemplatePart::Kind::Block;
            part.language = tag->name == u"sql" ? Language::Sql
                : tag->name == u"shell"         ? Language::Shell
                                                : Language::Yaml;
            const Quotes around = std::exchange(m_quotes, Quotes(part.language));
            const Language outer = std::exchange(m_language, part.language);
            if (const auto read = readInto(part.parts, tag->name); !read)
                return read;
            if (m_quotes.isInside())
                return wrong(PH_TEXT("Pipelines", "A string or comment is not closed."));
            m_language = outer;
            m_quotes = around;
        } else {
            if (const auto may = mayStand(*tag, text, joined); !may)
                return may;
            part.kind
                = tag->sign == u'>' ? TemplatePart::Kind::Arguments : TemplatePart::Kind::Place;
            part.filter = tag->filter;
            note(tag->name);
        }
        parts.push_back(std::move(part));
    }
    if (!until.isEmpty())
        return wrong(PH_TEXT("Pipelines", "%1 begins but does not end.").arg(until));
    return {};
}

Result<TemplateParts> TemplateParser::parse()
{
    TemplateParts parts;
    if (const auto read = readInto(parts, {}); !read)
        return tl::unexpected(read.error());
    return parts;
}

} // namespace pilothouse::pipelines
