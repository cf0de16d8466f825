// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/template/quotes.h"

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

// The end of the string or comment that begins here; empty: none does.
QString Quotes::opened(QStringView rest) const
{
    if (m_language == Language::Sql) {
        if (rest.startsWith(u"--"))
            return u"\n"_s;
        if (rest.startsWith(u"/*"))
            return u"*/"_s;
        if (rest.startsWith(u"$$"))
            return u"$$"_s;
    } else if (rest.startsWith(u'#')) {
        return u"\n"_s;
    }
    if (m_language == Language::Python) {
        for (const QStringView quotes : {u"\"\"\"", u"'''"})
            if (rest.startsWith(quotes))
                return quotes.toString();
    }
    if (rest.startsWith(u'"') || rest.startsWith(u'\''))
        return rest.first(1).toString();
    return {};
}

void Quotes::read(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QStringView rest = text.mid(i);
        if (m_until.isEmpty()) {
            m_until = opened(rest);
            i += m_until == u"\n" ? 0 : std::max<qsizetype>(m_until.size() - 1, 0);
            continue;
        }
        if (rest.startsWith(m_until)) {
            i += m_until.size() - 1;
            m_until.clear();
        } else if (rest.startsWith(u'\\') && m_language != Language::Sql && m_until != u"\n") {
            ++i;
        }
    }
}

} // namespace pilothouse::pipelines
