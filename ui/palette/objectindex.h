// SPDX-License-Identifier: GPL-3.0-or-later
// ObjectIndex: every object the search facets told of, ready to be searched on a lane. Built once
// per snapshot and never changed afterwards.
#pragma once

#include "core/facets/search.h"
#include "core/service.h"
#include "ui/palette/fuzzyindex.h"

#include <memory>

namespace pilothouse::ui
{

struct ObjectGroup {
    QString module; // scope and heading: "database"
    ServiceId service;
    std::vector<SearchItem> items;
};

class ObjectIndex final
{
public:
    explicit ObjectIndex(std::vector<ObjectGroup> groups);

    size_t size() const { return m_index.size(); }
    const FuzzyIndex& names() const { return m_index; }
    const SearchItem& item(size_t entry) const;
    const ObjectGroup& group(size_t entry) const;
    // The entries of one module, as ranges of search(); all of them when `module` is empty.
    std::vector<std::pair<size_t, size_t>> ranges(const QString& module) const;

private:
    size_t groupIndex(size_t entry) const;

    std::vector<ObjectGroup> m_groups;
    std::vector<size_t> m_begins; // first entry of each group
    FuzzyIndex m_index;
};

using ObjectIndexPtr = std::shared_ptr<const ObjectIndex>;

// The icon of an object's kind ("table", "key").
QString iconOfKind(const QString& kind);

} // namespace pilothouse::ui
