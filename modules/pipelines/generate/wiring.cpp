// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/generate/wiring.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

class Wiring final
{
public:
    Wiring(const std::vector<std::pair<QString, QString>>& edges, int width)
        : m_width(width)
    {
        for (const auto& [from, to] : edges) {
            if (m_after[from].contains(to))
                continue;
            m_after[from].append(to);
            m_before[to].append(from);
            if (!m_order.contains(from))
                m_order.append(from);
        }
    }

    QStringList lines()
    {
        QStringList out;
        while (const QString* first = begin())
            out.append(broken(chain(*first)));
        return out;
    }

private:
    // A start nobody leads to any more, else any.
    const QString* begin() const
    {
        const QString* any = nullptr;
        for (const QString& from : m_order) {
            if (m_after.at(from).isEmpty())
                continue;
            if (const auto before = m_before.find(from);
                before == m_before.end() || before->second.isEmpty())
                return &from;
            any = any ? any : &from;
        }
        return any;
    }

    // All that lead exactly where `from` does.
    QStringList besides(const QString& from) const
    {
        const QStringList& targets = m_after.at(from);
        QStringList all;
        for (const QString& other : m_before.at(targets.constFirst())) {
            const auto after = m_after.find(other);
            if (after != m_after.end() && after->second == targets)
                all.append(other);
        }
        return all;
    }

    // A list that is too wide stands one name a line.
    QString broken(const QString& line) const
    {
        const qsizetype open = line.lastIndexOf(u'[');
        const qsizetype close = line.indexOf(u']', open);
        if (line.size() <= m_width || open < 0)
            return line;
        QString names = line.mid(open + 1, close - open - 1);
        return line.first(open + 1) + u"\n    "_s + names.replace(u", "_s, u",\n    "_s) + u",\n"_s
            + line.sliced(close);
    }

    static QString written(const QStringList& names)
    {
        return names.size() == 1 ? names.constFirst() : u'[' + names.join(u", "_s) + u']';
    }

    QString chain(const QString& first)
    {
        QStringList here = besides(first);
        // A list leads to one only: lists have no >> between them.
        if (here.size() > 1 && m_after[first].size() > 1)
            here = {first};
        QString line = written(here);
        while (true) {
            const auto after = m_after.find(here.constFirst());
            if (after == m_after.end() || after->second.isEmpty())
                return line;
            const QStringList targets = after->second;
            if (here.size() > 1) {
                const bool same = targets.size() == 1
                    && std::all_of(here.begin(), here.end(), [&](const QString& name) {
                           const auto found = m_after.find(name);
                           return found != m_after.end() && found->second == targets;
                       });
                if (!same)
                    return line;
            }
            const QString next = u" >> "_s + written(targets);
            if (line.contains(u" >> "_s) && line.size() + next.size() > m_width)
                return line;
            line += next;
            for (const QString& name : here) {
                for (const QString& target : targets)
                    m_before[target].removeAll(name);
                m_after[name].clear();
            }
            here = targets;
        }
    }

    int m_width;
    QStringList m_order;
    std::map<QString, QStringList> m_after;
    std::map<QString, QStringList> m_before;
};

} // namespace

QStringList wiringLines(const std::vector<std::pair<QString, QString>>& edges, int width)
{
    return Wiring(edges, width).lines();
}

} // namespace pilothouse::pipelines
