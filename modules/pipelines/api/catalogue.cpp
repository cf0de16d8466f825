// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/api/catalogue.h"

#include <algorithm>

namespace pilothouse::pipelines
{

namespace
{

template <typename Specs>
const typename Specs::value_type* named(const Specs& specs, QStringView name)
{
    const auto found
        = std::ranges::find_if(specs, [&](const auto& one) { return one.name == name; });
    return found == specs.end() ? nullptr : &*found;
}

template <typename Specs>
const typename Specs::value_type* withId(const Specs& specs, QStringView id)
{
    const auto found = std::ranges::find_if(specs, [&](const auto& one) { return one.id == id; });
    return found == specs.end() ? nullptr : &*found;
}

const PortSpec* port(const std::vector<PortSpec>& ports, QStringView name)
{
    if (name.isEmpty())
        return ports.empty() ? nullptr : ports.data();
    return named(ports, name);
}

} // namespace

const QString& Words::in(const QString& language) const
{
    const auto found = others.find(language);
    return found == others.end() ? en : found->second;
}

const FieldSpec* NodeKind::field(QStringView name) const
{
    return named(fields, name);
}
const PortSpec* NodeKind::input(QStringView name) const
{
    return port(inputs, name);
}
const PortSpec* NodeKind::output(QStringView name) const
{
    return port(outputs, name);
}

const NodeKind* Catalogue::kind(QStringView id) const
{
    return withId(kinds, id);
}
const SectionSpec* Catalogue::section(QStringView id) const
{
    return withId(sections, id);
}
const FieldSpec* Catalogue::taskField(QStringView name) const
{
    return named(task, name);
}
const FieldSpec* Catalogue::scheduleField(QStringView name) const
{
    return named(schedule, name);
}

} // namespace pilothouse::pipelines
