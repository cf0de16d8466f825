// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/undofiles.h"

#include <QDir>
#include <QFileInfo>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kMostFiles = 200;
constexpr qint64 kMostBytes = 16 << 20; // of one that is listed
constexpr qsizetype kMostName = 120;
constexpr milliseconds kLimit{10'000};

std::vector<UndoFile> found(const QString& folder, const QString& cluster)
{
    std::vector<UndoFile> out;
    const auto files = QDir(folder).entryInfoList({u"*.undo"_s}, QDir::Files, QDir::Time);
    for (const QFileInfo& info : files) {
        if (int(out.size()) >= kMostFiles)
            break;
        QFile file(info.filePath());
        if (info.size() > kMostBytes || !file.open(QIODevice::ReadOnly))
            continue;
        if (auto undo = readUndo(file.readAll()); undo && undo->cluster == cluster)
            out.push_back({info.filePath(), std::move(*undo)});
    }
    std::stable_sort(out.begin(), out.end(),
        [](const UndoFile& a, const UndoFile& b) { return a.undo.made > b.undo.made; });
    return out;
}

} // namespace

UndoFiles::UndoFiles(Runtime& runtime, const QString& drafts)
    : m_folder(QFileInfo(drafts).absolutePath() + u"/undo"_s)
    , m_lane(runtime, u"undo files"_s)
{
}

QString UndoFiles::pathFor(const QString& group, const QDateTime& made) const
{
    const QString name = QString::fromLatin1(group.toUtf8().toPercentEncoding()).left(kMostName);
    return u"%1/%2.%3.undo"_s.arg(m_folder, name, made.toUTC().toString(u"yyyyMMdd-HHmmsszzz"_s));
}

Call<std::vector<UndoFile>> UndoFiles::list(const QString& cluster)
{
    return m_lane.run(kLimit,
        [folder = m_folder, cluster](NoConnection&, const Token&) -> Result<std::vector<UndoFile>> {
            QDir dir(folder);
            if (!dir.mkpath(u"."_s))
                return fail(Error::Kind::Refused, folder);
            QFile::setPermissions(
                folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
            return found(folder, cluster);
        });
}

Call<bool> UndoFiles::remove(const QString& path)
{
    return m_lane.run(kLimit,
        [path](NoConnection&, const Token&) -> Result<bool> { return QFile::remove(path); });
}

} // namespace pilothouse::streams
