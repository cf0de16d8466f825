// SPDX-License-Identifier: GPL-3.0-or-later
// Access rules (ACLs) in Kafka's protocol, and as its tool writes them. Pure.
#pragma once

#include "streams/api/access.h"
#include "streams/kafka/wireapi.h"

namespace pilothouse::streams
{

WireCall describeAclsCall(); // all of them
Result<std::vector<AccessRule>> aclsOf(const WireAnswer& answer);

// The words of a rule must be Kafka's; see accessProblem().
WireCall createAclsCall(const std::vector<AccessRule>& rules);
VoidResult createdAclsOf(const WireAnswer& answer);

// Each filter is one rule, exactly.
WireCall deleteAclsCall(const std::vector<AccessRule>& rules);
Result<int> deletedAclsOf(const WireAnswer& answer); // how many

// Why this is no rule that can be sent; none: it can.
std::optional<Error> accessProblem(const AccessRule& rule);
// "kafka-acls --bootstrap-server HOST --add --allow-principal User:alice …"
QString aclCommand(const QString& servers, const AccessRule& rule, bool add);

} // namespace pilothouse::streams
