// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/api/document.h"

#include <algorithm>

namespace pilothouse::pipelines
{

namespace
{

template <class T>
const T* byId(const std::vector<T>& list, QStringView id)
{
    const auto at
        = std::find_if(list.begin(), list.end(), [&](const T& entry) { return entry.id == id; });
    return at == list.end() ? nullptr : &*at;
}

} // namespace

const Setting* find(const Settings& settings, QStringView name)
{
    const auto at = std::find_if(settings.begin(), settings.end(),
        [&](const Setting& setting) { return setting.name == name; });
    return at == settings.end() ? nullptr : &*at;
}

const Node* Pipeline::node(QStringView key) const
{
    return byId(nodes, key);
}

const Group* Pipeline::group(QStringView key) const
{
    return byId(groups, key);
}

const Note* Pipeline::comment(QStringView key) const
{
    return byId(notes, key);
}

} // namespace pilothouse::pipelines
