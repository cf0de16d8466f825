// SPDX-License-Identifier: GPL-3.0-or-later
// Where Pilothouse keeps its files: the XDG folders, each ending in /pilothouse. Nothing is made by
// asking.
#pragma once

#include <QString>

namespace pilothouse::app
{

QString configFolder(); // settings.ini, profiles/
QString stateFolder(); // session.json, drafts/, audit.jsonl, logs/, sandbox/
QString cacheFolder(); // spill/

// Makes a folder that only this user may read; false when it cannot be made.
bool makePrivateFolder(const QString& path);

} // namespace pilothouse::app
