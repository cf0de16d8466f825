// SPDX-License-Identifier: GPL-3.0-or-later
// From a profile file to a Profile. Pure but for the reading; blocks, so the window calls it on a
// lane.
#pragma once

#include "app/profiles/profile.h"

namespace pilothouse::app
{

// The file and all that is wrong with it. `profile` is empty when an issue is fatal.
struct ProfileReading {
    std::optional<Profile> profile;
    std::vector<ProfileIssue> issues; // in the order of the file
};

ProfileReading readProfile(const QByteArray& text, const QString& file);

// The error's detail is one line per problem, "file:line:column: message", at most 20 of them. No
// line repeats a value of the file.
Result<Profile> parseProfile(const QByteArray& text, const QString& file);
Result<Profile> loadProfile(const QString& file);

// "file:line:column: message", in the user's language where a translator is installed.
QString issueLine(const QString& file, const ProfileIssue& issue);

} // namespace pilothouse::app
