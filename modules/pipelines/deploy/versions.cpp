// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/versions.h"

#include "pipelines/deploy/destination.h"
#include "pipelines/deploy/fileswap.h"
#include "pipelines/generate/fingerprint.h"

#include "core/wholefile.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

bool DeployVersion::operator==(const DeployVersion& other) const
{
    return jsonOf(*this) == jsonOf(other);
}

QByteArray DeployVersion::hash() const
{
    return contentHash(text);
}

QString VersionShelf::folderOf(const QString& document, const QString& target) const
{
    // A name of a folder, whatever the id and the target hold.
    const QByteArray key = contentHash(document.toUtf8() + '\0' + target.toUtf8());
    return m_folder + u'/' + QString::fromLatin1(key.left(32));
}

QString VersionShelf::fileOf(const DeployVersion& version) const
{
    const QString number = QString::number(version.number).rightJustified(6, u'0');
    return folderOf(version.document, version.target) + u'/' + number + u".json"_s;
}

std::optional<DeployVersion> VersionShelf::read(
    const QString& file, const QString& document, const QString& target) const
{
    const auto text = readOrdinary(file);
    if (!text || !*text)
        return {};
    auto version = versionOf(**text);
    if (!version || version->document != document || version->target != target)
        return {};
    return std::move(*version);
}

// Names are numbers of one length, so the last name is the newest.
std::optional<DeployVersion> VersionShelf::newest(
    const QString& document, const QString& target) const
{
    const QDir folder(folderOf(document, target));
    for (const QString& name :
        folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name | QDir::Reversed))
        if (auto version = read(folder.filePath(name), document, target))
            return version;
    return {};
}

std::vector<DeployVersion> VersionShelf::versions(
    const QString& document, const QString& target) const
{
    std::vector<DeployVersion> all;
    const QDir folder(folderOf(document, target));
    for (const QString& name : folder.entryList({u"*.json"_s}, QDir::Files))
        if (auto version = read(folder.filePath(name), document, target))
            all.push_back(std::move(*version));
    std::sort(all.begin(), all.end(),
        [](const DeployVersion& a, const DeployVersion& b) { return a.number > b.number; });
    return all;
}

Result<DeployVersion> VersionShelf::put(DeployVersion version) const
{
    const auto known = versions(version.document, version.target);
    version.number = known.empty() ? 1 : known.front().number + 1;
    const QString folder = folderOf(version.document, version.target);
    const auto failed = [&folder](const QString& words) {
        return fail(Error::Kind::Refused, folder + u": "_s + words, {},
            PH_TEXT("pipelines", "The version could not be kept."));
    };
    if (!QDir().mkpath(folder))
        return failed(u"mkpath"_s);
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    WholeFile file(fileOf(version));
    const QByteArray json = jsonOf(version);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(json) != json.size() || !file.commit())
        return failed(file.errorString());
    for (size_t at = kMost - 1; at < known.size(); ++at)
        QFile::remove(fileOf(known[at]));
    return version;
}

VoidResult VersionShelf::remove(const DeployVersion& version) const
{
    QFile file(fileOf(version));
    if (!file.remove() && file.exists())
        return fail(Error::Kind::Refused, file.fileName() + u": "_s + file.errorString());
    return {};
}

std::optional<QByteArray> deployedText(
    const std::vector<DeployVersion>& versions, const QString& path, const QByteArray& hash)
{
    for (const DeployVersion& version : versions)
        for (const GeneratedFile& file : version.generated.files)
            if (file.path == path && fingerprint(file.text).hash == hash)
                return file.text;
    return {};
}

} // namespace pilothouse::pipelines
