// SPDX-License-Identifier: GPL-3.0-or-later
// Versions: what was deployed where and when, so that it can be compared and deployed again. One
// file each, whole or not there, readable only by the user. At most fifty of a pipeline on a target
// are kept, the newest. Blocks: on a lane only.
#pragma once

#include "pipelines/api/generated.h"

#include <QDateTime>

namespace pilothouse::pipelines
{

struct DeployVersion {
    int number = 0; // from 1, of this pipeline on this target
    QDateTime time; // UTC
    QString document; // id of the pipeline
    QString pipeline; // its name then
    QString target; // "sandbox/shop-airflow"
    QString environment; // of the document's values
    QString message;
    QString commit; // of git, else empty
    int backTo = 0; // the version that was rolled back to; 0: a deploy of its own
    QByteArray text; // the document as it was
    Generated generated; // without problems
    std::map<QString, QByteArray> replaced; // files changed by hand that were written over
    bool operator==(const DeployVersion&) const;

    QByteArray hash() const; // of the document
};

class VersionShelf final
{
public:
    static constexpr int kMost = 50;

    explicit VersionShelf(QString folder) // $XDG_STATE_HOME/pilothouse/deploys
        : m_folder(std::move(folder))
    {
    }

    // Newest first. What cannot be read is left out.
    std::vector<DeployVersion> versions(const QString& document, const QString& target) const;
    std::optional<DeployVersion> newest(const QString& document, const QString& target) const;
    // With the next number, which it gets; the oldest goes.
    Result<DeployVersion> put(DeployVersion version) const;
    // One that was taken back.
    VoidResult remove(const DeployVersion& version) const;

private:
    std::optional<DeployVersion> read(
        const QString& file, const QString& document, const QString& target) const;
    QString folderOf(const QString& document, const QString& target) const;
    QString fileOf(const DeployVersion& version) const;

    const QString m_folder;
};

QByteArray jsonOf(const DeployVersion& version);
Result<DeployVersion> versionOf(const QByteArray& json);

// The text a file had when it was deployed with this hash in its head.
std::optional<QByteArray> deployedText(
    const std::vector<DeployVersion>& versions, const QString& path, const QByteArray& hash);

} // namespace pilothouse::pipelines
