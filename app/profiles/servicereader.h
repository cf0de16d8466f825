// SPDX-License-Identifier: GPL-3.0-or-later
// FieldReader: typed values out of a YAML map, collecting what is wrong with them; and how one
// entry of `services:` is read with it.
#pragma once

#include "app/profiles/profile.h"

#include <initializer_list>

namespace pilothouse::app
{

class FieldReader final
{
public:
    // A file of a newer version: what we do not understand is a remark, not an error.
    void setLenient(bool lenient) { m_lenient = lenient; }

    void problem(const YamlMark& mark, Text message);
    void remark(const YamlMark& mark, Text message);
    const std::vector<ProfileIssue>& issues() const { return m_issues; }
    bool failed() const { return m_failed; } // since the last restart()
    void restart() { m_failed = false; }

    // A scalar's text; empty when absent or null. Lists and maps are problems.
    QString scalar(const YamlNode& map, QStringView key);
    QString line(const YamlNode& map, QStringView key, int limit = 200);
    QString checked(const YamlNode& map, QStringView key, Text (*check)(const QString&));
    QStringList list(const YamlNode& map, QStringView key);
    const YamlNode* map(const YamlNode& parent, QStringView key);

    template <class E>
    std::optional<E> choice(
        const YamlNode& map, QStringView key, std::optional<E> (*parse)(QStringView), Text allowed)
    {
        const YamlEntry* entry = map.find(key);
        const QString word = scalar(map, key);
        if (!entry || entry->value->kind != YamlNode::Kind::Scalar)
            return {};
        const auto value = parse(word);
        if (!value)
            problem(entry->value->mark, std::move(allowed));
        return value;
    }

    void warnUnknown(const YamlNode& map, std::initializer_list<QString> known);

private:
    std::vector<ProfileIssue> m_issues;
    bool m_lenient = false;
    bool m_failed = false;
};

// Empty when the entry cannot be used; the reasons are with the reader.
std::optional<ProfileService> readService(const YamlNode& node, FieldReader& fields);

} // namespace pilothouse::app
