// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paths.h"

#include <QDir>
#include <QFile>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;

namespace
{

// The XDG rule: the variable counts only when it holds an absolute path.
QString xdgFolder(const char* variable, const QString& belowHome)
{
    const QString value = qEnvironmentVariable(variable);
    const QString base = QDir::isAbsolutePath(value) ? value : QDir::homePath() + belowHome;
    return QDir::cleanPath(base + u"/pilothouse"_s);
}

} // namespace

QString configFolder()
{
    return xdgFolder("XDG_CONFIG_HOME", u"/.config"_s);
}

QString stateFolder()
{
    return xdgFolder("XDG_STATE_HOME", u"/.local/state"_s);
}

QString cacheFolder()
{
    return xdgFolder("XDG_CACHE_HOME", u"/.cache"_s);
}

bool makePrivateFolder(const QString& path)
{
    if (QDir(path).exists())
        return true;
    return QDir().mkpath(path)
        && QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace pilothouse::app
