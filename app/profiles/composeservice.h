// SPDX-License-Identifier: GPL-3.0-or-later
// ComposeService: one entry of a compose file, read with its variables filled in.
#pragma once

#include "app/profiles/composetools.h"
#include "app/profiles/composevariables.h"
#include "core/yaml/yamltree.h"

#include <functional>
#include <optional>

namespace pilothouse::app
{

struct ComposePort {
    QString host; // "localhost" or the address it is bound to
    int published = 0; // on this computer; 0: chosen at each start
    int target = 0; // inside the container
    bool operator==(const ComposePort&) const = default;
};

// Both spellings of one entry; a range gives several. Empty for udp and for what cannot be read.
QList<ComposePort> composePorts(const YamlNode& entry, const ComposeVariables& variables);

class ComposeService final
{
public:
    using FileReader = std::function<std::optional<QByteArray>(const QString&)>;

    ComposeService(
        const YamlEntry& entry, const ComposeVariables& variables, const FileReader& read);

    QString name;
    YamlMark mark;
    QString image;
    bool built = false; // from a Dockerfile
    bool hostNetwork = false;
    bool extends = false;
    QStringList command; // words
    ComposeEnvironment environment; // env_file first, environment wins
    QList<ComposePort> ports;

    // The value of a key, or of KEY_FILE through the file it names (`secrets`: name → path).
    QString valueOf(const QStringList& keys, const QMap<QString, QString>& secrets,
        const FileReader& read) const;
    const ComposePort* portFor(int target) const;
};

} // namespace pilothouse::app
