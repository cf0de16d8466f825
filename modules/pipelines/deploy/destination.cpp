// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/destination.h"

#include "pipelines/deploy/gitclone.h"
#include "pipelines/deploy/localfolder.h"
#include "pipelines/deploy/sshfolder.h"

#include <QCryptographicHash>

#include <cerrno>
#include <cstring>
#include <set>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

Result<std::shared_ptr<Destination>> destinationOf(const QString& option, const QString& sshConfig)
{
    const auto refused = [&option](Text hint) {
        return fail(Error::Kind::Refused, option, {}, std::move(hint), u"guard"_s);
    };
    if (option.isEmpty())
        return refused(PH_TEXT("pipelines", "The profile names no folder to deploy to."));
    if (option.startsWith("ssh:"_L1)) {
        auto place = SshPlace::parse(option.mid(4), sshConfig);
        if (!place)
            return tl::unexpected(place.error());
        return std::make_shared<SshFolder>(std::move(*place));
    }
    const bool git = option.startsWith("git:"_L1);
    QString folder = git ? option.mid(4) : option;
    QString branch;
    if (git) {
        const qsizetype hash = folder.lastIndexOf(u'#');
        branch = hash < 0 ? QString() : folder.mid(hash + 1);
        folder = hash < 0 ? folder : folder.left(hash);
    }
    if (!folder.startsWith(u'/'))
        return refused(PH_TEXT("pipelines", "The folder to deploy to must begin with a slash."));
    if (git)
        return std::make_shared<GitClone>(folder, branch);
    return std::make_shared<LocalFolder>(folder);
}

bool isPlainPath(const QString& path)
{
    if (path.size() > 1000)
        return false;
    for (QChar sign : path)
        if (sign.unicode() < 32 || sign.unicode() == 127)
            return false;
    QStringList parts = path.split(u'/');
    // The one hidden file of a job's folder: what in it Airflow need not read.
    if (parts.size() > 1 && parts.last() == u".airflowignore")
        parts.removeLast();
    return std::none_of(parts.begin(), parts.end(), [](const QString& part) {
        return part.isEmpty() || part.startsWith(u'.') || part.toUtf8().size() > 200;
    });
}

VoidResult checkPaths(const WriteRequest& request)
{
    std::set<QString> seen;
    for (const FileWrite& file : request.files) {
        if (!isPlainPath(file.path) || !seen.insert(file.path).second)
            return fail(Error::Kind::Refused, file.path, {},
                PH_TEXT("pipelines", "This is no name for a generated file."), u"guard"_s);
    }
    return {};
}

QByteArray contentHash(const QByteArray& text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

Error folderError(int number, const QString& path)
{
    Error error{Error::Kind::Internal, {},
        path + u": "_s + QString::fromLocal8Bit(std::strerror(number)), {}, {}};
    switch (number) {
    case EROFS:
    case EACCES:
    case EPERM:
        error.kind = Error::Kind::Auth;
        error.hint = PH_TEXT("pipelines", "Your account may not write there.");
        break;
    case ENOSPC:
    case EDQUOT:
        error.kind = Error::Kind::Refused;
        error.hint = PH_TEXT("pipelines", "The disk is full.");
        break;
    case ENOENT:
    case ENOTDIR:
        error.kind = Error::Kind::NotFound;
        error.hint = PH_TEXT("pipelines", "There is no such folder.");
        break;
    default:
        break;
    }
    return error;
}

Error changedMeanwhile(const QString& path)
{
    return Error{Error::Kind::Conflict, {}, path,
        PH_TEXT("pipelines", "%1 was changed by somebody else meanwhile. Nothing was written.")
            .arg(path),
        {}};
}

} // namespace pilothouse::pipelines
