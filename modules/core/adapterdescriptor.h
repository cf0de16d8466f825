// SPDX-License-Identifier: GPL-3.0-or-later
// AdapterDescriptor: all that the rest of the program must know of a tool before it is used.
#pragma once

#include "core/adapter.h"
#include "core/text.h"

#include <QVariant>

#include <functional>
#include <vector>

namespace pilothouse
{

// One entry of `options:` in a profile, and one field of the connection dialog.
struct OptionField {
    enum class Type { Text, Integer, Boolean, Choice, Milliseconds };

    QString key;
    Text label;
    Type type = Type::Text;
    QVariant defaultValue;
    QStringList choices; // for Choice
    Text help;
};

struct AdapterDescriptor {
    QString module; // "database"
    QString tool; // "postgresql", as in profiles
    QString title; // "PostgreSQL"
    quint16 defaultPort = 0;
    QString nsScheme; // "postgres": namespaces are scheme://service-id
    bool takesUser = true;
    bool takesSecret = true;
    bool takesUnixSocket = false;
    bool takesTls = true;
    std::vector<OptionField> options;
    std::function<std::unique_ptr<Adapter>(AdapterContext)> make;
};

} // namespace pilothouse
