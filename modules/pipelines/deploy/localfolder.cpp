// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/localfolder.h"

#include "pipelines/deploy/fileswap.h"

#include <QDirIterator>
#include <QFileInfo>

#include <cerrno>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kMostFiles = 50'000; // looked through for the mark

// Plain files with the mark in them; hidden ones and what Python leaves are passed by.
VoidResult findMarked(
    const QString& folder, const QByteArray& mark, const Token& token, FileTexts& files)
{
    QDirIterator all(folder, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    int count = 0;
    while (all.hasNext()) {
        const QString path = all.next().mid(folder.size() + 1);
        if (token.stopped() || ++count > kMostFiles)
            return fail(token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, folder,
                {}, PH_TEXT("pipelines", "The folder holds too many files to look through."));
        if (!isPlainPath(path) || path.endsWith(".pyc"_L1) || files.contains(path))
            continue;
        const auto text = readOrdinary(folder + u'/' + path);
        if (text && *text && (*text)->contains(mark))
            files.emplace(path, **text);
    }
    return {};
}

} // namespace

Result<LookAnswer> LocalFolder::look(const LookRequest& request, const Token& token)
{
    const QFileInfo about(m_folder);
    if (!about.isDir())
        return tl::unexpected(folderError(about.exists() ? ENOTDIR : ENOENT, m_folder));
    LookAnswer answer;
    for (const QString& path : request.paths) {
        if (!isPlainPath(path))
            continue;
        const auto text = readOrdinary(m_folder + u'/' + path);
        if (!text)
            return tl::unexpected(text.error());
        if (*text)
            answer.files.emplace(path, **text);
    }
    if (!request.mark.isEmpty())
        if (const auto found = findMarked(m_folder, request.mark, token, answer.files); !found)
            return tl::unexpected(found.error());
    return answer;
}

Result<WriteReceipt> LocalFolder::write(const WriteRequest& request, const Token& token)
{
    if (const auto checked = checkPaths(request); !checked)
        return tl::unexpected(checked.error());
    FileSwap swap(m_folder);
    if (const auto staged = swap.stage(request.files, token); !staged)
        return tl::unexpected(staged.error());
    if (const auto put = swap.put(); !put)
        return tl::unexpected(put.error());
    swap.keep();
    return WriteReceipt();
}

} // namespace pilothouse::pipelines
