// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Access: the access rules (ACLs) of the cluster.
// Source: kafka.apache.org, "Authorization and ACLs".
#pragma once

#include "core/act.h"
#include "core/call.h"

#include <vector>

namespace pilothouse::streams
{

// The words are Kafka's own, as its tools write them.
struct AccessRule {
    QString resource; // "TOPIC", "GROUP", "CLUSTER", "TRANSACTIONAL_ID", "DELEGATION_TOKEN", "USER"
    QString name; // of the resource; "*": all
    bool prefix = false; // the name is the beginning of names
    QString principal; // "User:alice"
    QString host; // "*": any
    QString operation; // "READ", "WRITE", "ALL" …
    bool allow = true; // false: denied, which goes before all that is allowed
    bool operator==(const AccessRule&) const = default;
};

class Access
{
public:
    virtual ~Access() = default;

    // Unsupported where the cluster has no authorizer, Auth without the right to ask.
    virtual Call<std::vector<AccessRule>> rules() = 0;
    virtual Act add(const AccessRule& rule) = 0;
    virtual Act remove(const std::vector<AccessRule>& rules) = 0;
};

} // namespace pilothouse::streams
