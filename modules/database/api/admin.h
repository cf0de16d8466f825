// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Admin: acts on objects, each with its exact statement and effects counted at the server.
#pragma once

#include "core/act.h"
#include "core/call.h"
#include "database/api/relation.h"

#include <vector>

namespace pilothouse::database
{

enum class AdminAct {
    Truncate,
    Drop,
    DropCascade,
    Analyze,
    Vacuum,
    Reindex,
    Refresh,
    RefreshConcurrently
};

class Admin
{
public:
    virtual ~Admin() = default;

    // What makes sense for the kind, in menu order; no question to the server.
    virtual std::vector<AdminAct> actsFor(ObjectKind kind) const = 0;
    virtual Call<Act> act(AdminAct act, const ObjectRef& object) = 0;
};

} // namespace pilothouse::database
