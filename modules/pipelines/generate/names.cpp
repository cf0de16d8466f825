// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/generate/names.h"

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

// Python's keywords, and names a file or its reader expects to mean something else.
const QSet<QString>& reserved()
{
    static const QSet<QString> words = [] {
        const QStringList list
            = u"False None True and as assert async await break class continue def del elif else "
              "except finally for from global if import in is lambda nonlocal not or pass raise "
              "return try while with yield match case type print len str int float bool list dict "
              "set tuple open range sum min max any all id input map filter sorted vars super "
              "object hash format next iter zip bytes dag task DAG"_s.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return words;
}

} // namespace

Names::Names(const QSet<QString>& taken)
    : m_taken(reserved() | taken)
{
}

QString Names::take(const QString& wanted, const QString& also)
{
    const QString name = identifierOf(wanted);
    QString free = name;
    for (int number = 2;
         m_taken.contains(free) || (!also.isEmpty() && m_taken.contains(also + free)); ++number)
        free = name + u'_' + QString::number(number);
    m_taken.insert(free);
    if (!also.isEmpty())
        m_taken.insert(also + free);
    return free;
}

QString identifierOf(const QString& text)
{
    QString out;
    for (const QChar sign : text) {
        const bool plain = (sign >= u'a' && sign <= u'z') || (sign >= u'A' && sign <= u'Z')
            || (sign >= u'0' && sign <= u'9');
        out += plain ? sign : u'_';
    }
    if (out.isEmpty() || (out[0] >= u'0' && out[0] <= u'9'))
        out.prepend(u"node_"_s);
    return out.left(80);
}

} // namespace pilothouse::pipelines
