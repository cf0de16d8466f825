// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/objectindex.h"

#include <algorithm>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

ObjectIndex::ObjectIndex(std::vector<ObjectGroup> groups)
    : m_groups(std::move(groups))
{
    size_t names = 0;
    size_t characters = 0;
    for (const ObjectGroup& group : m_groups) {
        names += group.items.size();
        for (const SearchItem& item : group.items)
            characters += static_cast<size_t>(item.name.size());
    }
    m_index.reserve(names, characters);
    for (const ObjectGroup& group : m_groups) {
        m_begins.push_back(m_index.size());
        for (const SearchItem& item : group.items)
            m_index.add(item.name);
    }
}

size_t ObjectIndex::groupIndex(size_t entry) const
{
    const auto after = std::upper_bound(m_begins.begin(), m_begins.end(), entry);
    return static_cast<size_t>(after - m_begins.begin()) - 1;
}

const ObjectGroup& ObjectIndex::group(size_t entry) const
{
    return m_groups[groupIndex(entry)];
}

const SearchItem& ObjectIndex::item(size_t entry) const
{
    const size_t index = groupIndex(entry);
    return m_groups[index].items[entry - m_begins[index]];
}

std::vector<std::pair<size_t, size_t>> ObjectIndex::ranges(const QString& module) const
{
    std::vector<std::pair<size_t, size_t>> list;
    for (size_t i = 0; i < m_groups.size(); ++i)
        if (module.isEmpty() || m_groups[i].module == module)
            list.emplace_back(m_begins[i], i + 1 < m_groups.size() ? m_begins[i + 1] : size());
    return list;
}

QString iconOfKind(const QString& kind)
{
    static const std::pair<QLatin1StringView, QLatin1StringView> icons[] = {
        {"table"_L1, "table"_L1}, {"partition"_L1, "partition"_L1}, {"view"_L1, "view"_L1},
        {"materialized-view"_L1, "view-materialised"_L1}, {"matview"_L1, "view-materialised"_L1},
        {"foreign-table"_L1, "external"_L1}, {"function"_L1, "function"_L1},
        {"procedure"_L1, "function"_L1}, {"index"_L1, "index"_L1}, {"sequence"_L1, "hash"_L1},
        {"type"_L1, "tag"_L1}, {"schema"_L1, "folder"_L1}, {"database"_L1, "database"_L1},
        {"role"_L1, "user"_L1}, {"column"_L1, "columns"_L1}, {"key"_L1, "key"_L1},
        {"string"_L1, "text"_L1}, {"hash"_L1, "braces"_L1}, {"list"_L1, "list"_L1},
        {"set"_L1, "layers"_L1}, {"zset"_L1, "sort"_L1}, {"stream"_L1, "waves"_L1},
        {"prefix"_L1, "folder"_L1}, {"group"_L1, "share"_L1}, {"topic"_L1, "waves"_L1},
        {"connector"_L1, "plug"_L1}, {"subject"_L1, "braces"_L1}};
    for (const auto& [name, icon] : icons)
        if (kind == name)
            return icon;
    return u"cube"_s;
}

} // namespace pilothouse::ui
