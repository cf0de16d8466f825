// SPDX-License-Identifier: GPL-3.0-or-later
// A profile against the tools this version has: what is kept without a tool, which options are not
// declared, and the ServiceConfig an adapter is made with.
#pragma once

#include "app/profiles/profile.h"
#include "core/adapterdescriptor.h"

namespace pilothouse::app
{

const AdapterDescriptor* descriptorFor(
    const std::vector<AdapterDescriptor>& descriptors, const ServiceConfig& config);

// Remarks only: a service of an unknown tool stays in the profile and is shown so.
std::vector<ProfileIssue> checkAgainst(
    const Profile& profile, const std::vector<AdapterDescriptor>& descriptors);

// Options in their declared types with defaults filled in, the namespace as the tool writes it,
// relative certificate paths made absolute beside the profile file.
ServiceConfig prepared(
    const Profile& profile, const ProfileService& service, const AdapterDescriptor* descriptor);

// scheme://id, the namespace a service is given when it is added.
QString namespaceFor(const ServiceConfig& config, const AdapterDescriptor* descriptor);

// The value as the option's type has it; invalid when it cannot be one.
QVariant typedOption(const OptionField& field, const QVariant& value);

} // namespace pilothouse::app
