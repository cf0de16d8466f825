// SPDX-License-Identifier: GPL-3.0-or-later
// ServiceConfig: one entry of a profile, as the adapters see it. Holds no secret.
#pragma once

#include <QString>
#include <QStringList>
#include <QVariantMap>

namespace pilothouse
{

using ServiceId = QString; // the profile's key

enum class Environment { Sandbox, Staging, Production };

// Who may write (profile field `writes`). Ask: every act is confirmed with its preview. Off: like
// read-only, can be lifted for 15 minutes. Never: protected, cannot be lifted in the window.
enum class WriteMode { On, Ask, Off, Never };

struct TlsConfig {
    enum class Mode { Off, Prefer, Require, VerifyCa, VerifyFull };

    Mode mode = Mode::Off;
    QString ca; // PEM file, empty: the system's
    QString cert; // client certificate and key, PEM files
    QString key;
    bool operator==(const TlsConfig&) const = default;
};

struct ServiceConfig {
    ServiceId id;
    QString module; // "database"
    QString tool; // "postgresql"
    QString title;
    QString address; // host:port, a unix socket path, or a URL, as the tool takes it
    QString ns; // EntityId namespace, fixed when the service is added
    QStringList aliases;
    QString user;
    TlsConfig tls;
    QString sshJump; // [user@]host[:port] for the system's ssh, empty: direct
    QVariantMap options; // declared by the tool's descriptor
    Environment environment = Environment::Sandbox;
    WriteMode writes = WriteMode::Ask;
    QString profile; // name of the profile it belongs to
    QString timezone; // IANA id of the profile
    bool operator==(const ServiceConfig&) const = default;
};

} // namespace pilothouse
