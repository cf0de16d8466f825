// SPDX-License-Identifier: GPL-3.0-or-later
// Profile: one profile file as values. It names secrets, it never holds one.
#pragma once

#include "core/service.h"
#include "core/yaml/yamltree.h"

#include <vector>

namespace pilothouse::app
{

// Where a service's password comes from.
struct SecretSource {
    enum class Kind { None, Keychain, Environment, Sandbox };

    Kind kind = Kind::None;
    QString variable; // of Kind::Environment
    bool operator==(const SecretSource&) const = default;
};

struct ProfileService {
    ServiceConfig config; // ns may be empty: then the tool's scheme and the id make it
    SecretSource secret;
    YamlMark mark; // of the entry; {0, 0} for one that is not in the file yet

    // Equal in what the file says, wherever it says it.
    bool same(const ProfileService& other) const
    {
        return config == other.config && secret == other.secret;
    }
};

// One remark about a file. `fatal`: the profile cannot be used.
struct ProfileIssue {
    YamlMark mark;
    Text message;
    bool fatal = false;
};

struct Profile {
    static constexpr int kVersion = 1;

    QString file; // absolute path; empty for one that was never saved
    int version = kVersion;
    QString name;
    Environment environment = Environment::Sandbox;
    WriteMode writes = WriteMode::On;
    QString timezone; // IANA id
    std::vector<ProfileService> services;

    QByteArray text; // the file as it was read
    std::vector<ProfileIssue> warnings; // unknown keys and what else is not fatal
    bool readOnly = false; // made by a newer version: shown and used, never rewritten

    const ProfileService* service(const ServiceId& id) const;
};

// The computer's own zone as an IANA id; UTC where it has none.
QString systemTimezone();

// `off` for staging and production, `on` for the sandbox. A profile the window makes for the user's
// own servers says `ask`.
WriteMode defaultWrites(Environment environment);

// The words of the file format.
QString wordOf(Environment environment);
QString wordOf(WriteMode mode);
QString wordOf(TlsConfig::Mode mode);
QString wordOf(const SecretSource& source); // "keychain", "env:NAME" …
std::optional<Environment> environmentOf(QStringView word);
std::optional<WriteMode> writeModeOf(QStringView word);
std::optional<TlsConfig::Mode> tlsModeOf(QStringView word);
std::optional<SecretSource> secretSourceOf(QStringView word);

// Rules for single values, shared with the dialogs. Empty when the value is good, else the reason,
// which never repeats the value.
Text problemWithId(const QString& id);
Text problemWithAddress(const QString& address);
Text problemWithJump(const QString& jump);
Text problemWithTimezone(const QString& timezone);
Text problemWithLine(const QString& text, int limit = 200); // one line, printable, not too long

} // namespace pilothouse::app
