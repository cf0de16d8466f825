// SPDX-License-Identifier: GPL-3.0-or-later
// Changes a profile's text in place: what is not concerned (comments, order, unknown keys) stays as
// the user wrote it. Pure; saveProfile() blocks and is called on a lane.
#pragma once

#include "app/profiles/profile.h"

namespace pilothouse::app
{

// The text after the change. Every change is read back and compared before it is given out; a form
// of YAML that cannot be edited in place is Unsupported and nothing is lost. Read-only profiles:
// Refused.
Result<QByteArray> withService(const Profile& profile, const ProfileService& service); // by its id
Result<QByteArray> withoutService(const Profile& profile, const ServiceId& id);
Result<QByteArray> withSetting(const Profile& profile, const QString& key, const QString& value);

// A new file's text: head and services in the documented order.
QByteArray profileText(const Profile& profile);

// Writes the file whole or not at all; a new file is readable by its owner alone. `expected` is
// what the file held when it was read (empty: it must not exist): Conflict when somebody else
// changed it meanwhile.
VoidResult saveProfile(const QString& file, const QByteArray& text, const QByteArray& expected);

} // namespace pilothouse::app
