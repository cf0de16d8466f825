// SPDX-License-Identifier: GPL-3.0-or-later
// Facet Search: the names of a service's objects for the local index of the command palette.
#pragma once

#include "core/call.h"
#include "core/entityid.h"
#include "core/text.h"

#include <vector>

namespace pilothouse
{

struct SearchItem {
    EntityId entity;
    QString kind; // "table", "view", "function", "key" …: names the icon
    QString name; // what is matched and shown first
    QString context; // one line: schema, size as the server says it
    QString view = {}; // of the link to it, where the entity alone does not name it
    Text told = {}; // the context in the user's words, where it is not the server's; goes first
    bool operator==(const SearchItem&) const = default;
};

class SearchFacet
{
public:
    virtual ~SearchFacet() = default;
    // At most `limit` objects, the most telling first. Adapters with more names than that also
    // answer find().
    virtual Call<std::vector<SearchItem>> snapshot(int limit) = 0;
    virtual Call<std::vector<SearchItem>> find(const QString& text, int limit) = 0;
};

} // namespace pilothouse
