// SPDX-License-Identifier: GPL-3.0-or-later
// How the fields of a service are written: one list of keys with their YAML, used for new entries
// and for changed ones.
#pragma once

#include "app/profiles/profile.h"

namespace pilothouse::app
{

struct WrittenField {
    QString key;
    QByteArray value; // YAML after "key: "; empty: the key is left out
};

// Every known key in the documented order. `old` is the entry that is there now, if any: keys
// inside tls, ssh and options that this version does not know are carried over from it.
std::vector<WrittenField> writtenFields(
    const ProfileService& service, const YamlNode* old = nullptr);

// "  - id: …" and so on, each line ended.
QByteArray writtenService(const ProfileService& service, int indent);

} // namespace pilothouse::app
