// SPDX-License-Identifier: GPL-3.0-or-later
// ComposeImport: from a docker-compose.yaml (and the .env beside it) to a proposed profile. The
// files are only read. Passwords go out as Secrets beside the services, never inside the profile.
#pragma once

#include "app/profiles/composetools.h"
#include "app/profiles/composevariables.h"
#include "app/profiles/profile.h"
#include "core/adapterdescriptor.h"
#include "core/secret.h"

#include <functional>

namespace pilothouse::app
{

struct ComposeFinding {
    QString service; // its key in the file
    QString image;
    YamlMark mark;
    QString toolTitle; // "PostgreSQL"
    ProfileService entry;
    Secret secret; // empty: none was found
    Text note; // what the user should know, may be empty
};

struct ComposeLeftOut {
    QString service;
    QString image;
    YamlMark mark;
    Text why;
};

struct ComposeReading {
    QString file;
    std::vector<ComposeFinding> found;
    std::vector<ComposeLeftOut> leftOut;
    std::vector<ProfileIssue> remarks; // variables without a value, what is not followed

    int services() const { return int(found.size() + leftOut.size()); }
};

// Reads a file the compose file names (env_file, a secret), by its path as written there. Empty
// when it cannot be read.
using ComposeFileReader = std::function<std::optional<QByteArray>(const QString& path)>;

// Pure but for `readFile`. The error is as a profile's: "file:line:column: message".
Result<ComposeReading> readCompose(const QByteArray& text, const QString& file,
    const ComposeVariables& variables, const ComposeFileReader& readFile);
// Reads file, .env and what they name; blocks, for a lane.
Result<ComposeReading> loadCompose(const QString& file);

// The proposed profile: staging, every write asked, namespaces fixed by the tools this version has.
Profile profileFrom(const ComposeReading& reading, const QString& name, const QString& timezone,
    const std::vector<AdapterDescriptor>& descriptors);

} // namespace pilothouse::app
