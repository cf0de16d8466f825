// SPDX-License-Identifier: GPL-3.0-or-later
// FieldReader: fields, what they need, and the fields many kinds share. Pure.
#pragma once

#include "pipelines/catalogue/mapreader.h"

namespace pilothouse::pipelines
{

Needs readNeeds(MapReader& from);

class FieldReader final
{
public:
    // The fields kinds may `use`, by name.
    void readShared(ProblemList& problems, const YamlNode& root);
    // The list of fields under `fields`; names are checked for clashes, `when` for sense.
    std::vector<FieldSpec> read(MapReader& from) const;

private:
    FieldSpec readField(ProblemList& problems, const YamlNode& node) const;
    static void checkField(MapReader& keys, const FieldSpec& field);
    static void checkConditions(
        ProblemList& problems, const YamlNode& list, const std::vector<FieldSpec>& fields);

    std::map<QString, FieldSpec> m_shared;
};

} // namespace pilothouse::pipelines
