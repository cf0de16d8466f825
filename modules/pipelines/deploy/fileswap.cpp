// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/fileswap.h"

#include "core/tunnel/uniquefd.h"

#include <QFile>
#include <QRandomGenerator>

#include <cerrno>
#include <cstdio>
#include <ctime>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kMost = 16 << 20; // bytes of a file
constexpr time_t kOld = 3600; // seconds; no deploy takes as long
// Hidden, and without a suffix: no server takes it for one of its files.
constexpr char kPrefix[] = ".pilothouse-";

tl::unexpected<Error> failed(int number, const QString& path)
{
    return tl::unexpected(folderError(number, path));
}

QString shown(const QByteArray& path)
{
    return QFile::decodeName(path);
}

QByteArray folderOf(const QByteArray& path)
{
    return path.left(path.lastIndexOf('/'));
}

QByteArray hiddenIn(const QByteArray& folder)
{
    return folder + '/' + kPrefix
        + QByteArray::number(QRandomGenerator::system()->generate64(), 16);
}

bool writeAll(int descriptor, const QByteArray& text)
{
    qsizetype done = 0;
    while (done < text.size()) {
        const ssize_t n = ::write(descriptor, text.constData() + done, size_t(text.size() - done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        done += n;
    }
    return true;
}

} // namespace

Result<std::optional<QByteArray>> readOrdinary(const QString& path)
{
    const UniqueFd file(::open(
        QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC));
    struct stat about {
    };
    if (!file && errno == ENOENT)
        return std::nullopt;
    const auto odd = [&path] {
        return fail(Error::Kind::Refused, path, {},
            PH_TEXT("pipelines", "This is no ordinary file, so it stays as it is."));
    };
    if (!file && errno == ELOOP)
        return odd();
    if (!file || ::fstat(file.get(), &about) != 0)
        return failed(errno, path);
    if (!S_ISREG(about.st_mode))
        return odd();
    QByteArray text;
    QByteArray block(64 * 1024, Qt::Uninitialized);
    while (true) {
        const ssize_t n = ::read(file.get(), block.data(), size_t(block.size()));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return failed(errno, path);
        if (n == 0)
            return text;
        text.append(block.constData(), n);
        if (text.size() > kMost)
            return fail(Error::Kind::Refused, path, {},
                PH_TEXT("pipelines", "The file is larger than 16 MB."));
    }
}

FileSwap::~FileSwap()
{
    takeBack();
}

VoidResult FileSwap::stage(const std::vector<FileWrite>& files, const Token& token)
{
    struct stat about {
    };
    const QByteArray folder = QFile::encodeName(m_folder);
    if (::stat(folder.constData(), &about) != 0)
        return failed(errno, m_folder);
    if (!S_ISDIR(about.st_mode))
        return failed(ENOTDIR, m_folder);
    m_mode = about.st_mode & 0777;
    if (::geteuid() == 0) { // root's files would be lost to the folder's account
        m_owner = about.st_uid;
        m_group = about.st_gid;
    }
    for (const FileWrite& file : files) {
        if (token.stopped())
            return fail(token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, {});
        if (file.after)
            if (const auto made = makeFolders(file.path); !made)
                return made;
        Item item{file, folder + '/' + QFile::encodeName(file.path), {}, false};
        sweep(folderOf(item.target));
        item.hidden = hiddenIn(folderOf(item.target));
        const auto now = readOrdinary(shown(item.target));
        if (!now)
            return tl::unexpected(now.error());
        if (*now != file.before)
            return tl::unexpected(changedMeanwhile(file.path));
        m_items.push_back(std::move(item));
        if (const auto written = write(m_items.back()); !written)
            return written;
    }
    return {};
}

VoidResult FileSwap::makeFolders(const QString& path)
{
    QString folder = m_folder;
    QStringList parts = path.split(u'/');
    parts.removeLast();
    for (const QString& part : std::as_const(parts)) {
        folder += u'/' + part;
        const QByteArray name = QFile::encodeName(folder);
        if (::mkdir(name.constData(), m_mode) == 0) {
            m_made.append(name);
            ::chmod(name.constData(), m_mode); // whatever the umask
            if (m_owner != uid_t(-1) && ::chown(name.constData(), m_owner, m_group) != 0)
                return failed(errno, folder);
        } else if (errno != EEXIST) {
            return failed(errno, folder);
        }
    }
    return {};
}

VoidResult FileSwap::write(Item& item)
{
    if (!item.file.after)
        return {};
    const UniqueFd file(::open(
        item.hidden.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file) {
        const int number = errno;
        item.hidden.clear();
        return failed(number, shown(folderOf(item.target)));
    }
    struct stat old {
    };
    const bool replaces = ::lstat(item.target.constData(), &old) == 0;
    // As the one it replaces; a new one can be read by those who can read the folder.
    const mode_t mode = replaces ? old.st_mode & 0777 : m_mode & 0666;
    if (!writeAll(file.get(), *item.file.after) || ::fchmod(file.get(), mode) != 0
        || (m_owner != uid_t(-1)
            && ::fchown(
                   file.get(), replaces ? old.st_uid : m_owner, replaces ? old.st_gid : m_group)
                != 0)
        || ::fsync(file.get()) != 0)
        return failed(errno, shown(item.target));
    return {};
}

VoidResult FileSwap::put()
{
    for (Item& item : m_items)
        if (const auto placed = place(item); !placed)
            return placed;
    for (const Item& item : m_items) { // so that names outlive a power failure
        const UniqueFd folder(
            ::open(folderOf(item.target).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (folder)
            ::fsync(folder.get());
    }
    return {};
}

VoidResult FileSwap::place(Item& item)
{
    const auto exchange = [&item](unsigned flags) {
        return ::renameat2(
            AT_FDCWD, item.hidden.constData(), AT_FDCWD, item.target.constData(), flags);
    };
    const bool creates = !item.file.before;
    int done = 0;
    if (!item.file.after) {
        if (creates)
            return {};
        done = ::rename(item.target.constData(), item.hidden.constData());
    } else {
        done = exchange(creates ? RENAME_NOREPLACE : RENAME_EXCHANGE);
        if (done != 0 && errno == EINVAL) { // a file system that cannot: look, then replace
            const auto now = readOrdinary(shown(item.target));
            if (!now || *now != item.file.before)
                return tl::unexpected(changedMeanwhile(item.file.path));
            done = ::rename(item.hidden.constData(), item.target.constData());
            if (done == 0) {
                item.hidden.clear(); // takeBack() writes the old text anew
                item.placed = true;
                return {};
            }
        }
    }
    if (done != 0 && (errno == EEXIST || errno == ENOENT))
        return tl::unexpected(changedMeanwhile(item.file.path));
    if (done != 0)
        return failed(errno, shown(item.target));
    item.placed = true;
    if (creates)
        return {};
    const auto out = readOrdinary(shown(item.hidden));
    if (!out || *out != item.file.before)
        return tl::unexpected(changedMeanwhile(item.file.path));
    return {};
}

void FileSwap::takeBack()
{
    for (auto item = m_items.rbegin(); item != m_items.rend(); ++item) {
        if (item->placed && !item->file.before) {
            ::unlink(item->target.constData());
        } else if (item->placed && item->hidden.isEmpty()) {
            Item old{{item->file.path, item->file.after, item->file.before}, item->target,
                hiddenIn(folderOf(item->target)), false};
            if (write(old))
                ::rename(old.hidden.constData(), old.target.constData());
        } else if (item->placed && item->file.after) {
            ::renameat2(AT_FDCWD, item->hidden.constData(), AT_FDCWD, item->target.constData(),
                RENAME_EXCHANGE);
        } else if (item->placed) {
            ::renameat2(AT_FDCWD, item->hidden.constData(), AT_FDCWD, item->target.constData(),
                RENAME_NOREPLACE);
        }
        // Of a file that was to go the hidden name holds its only copy: never removed here.
        if (!item->hidden.isEmpty() && item->file.after)
            ::unlink(item->hidden.constData());
    }
    m_items.clear();
    for (auto folder = m_made.crbegin(); folder != m_made.crend(); ++folder)
        ::rmdir(folder->constData());
    m_made.clear();
}

void FileSwap::keep()
{
    for (const Item& item : m_items) {
        if (!item.hidden.isEmpty())
            ::unlink(item.hidden.constData());
        if (item.file.after)
            continue;
        // Folders that held nothing else go too; rmdir leaves the others alone.
        QByteArray folder = folderOf(item.target);
        const QByteArray root = QFile::encodeName(m_folder);
        while (folder.size() > root.size() && ::rmdir(folder.constData()) == 0)
            folder = folderOf(folder);
    }
    m_items.clear();
    m_made.clear();
}

void FileSwap::sweep(const QByteArray& folder) const
{
    const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(folder.constData()), &::closedir);
    const time_t before = ::time(nullptr) - kOld;
    while (const dirent* entry = open ? ::readdir(open.get()) : nullptr) {
        const QByteArray path = folder + '/' + entry->d_name;
        struct stat about {
        };
        if (QByteArrayView(entry->d_name).startsWith(kPrefix)
            && ::lstat(path.constData(), &about) == 0 && S_ISREG(about.st_mode)
            && about.st_ctime < before)
            ::unlink(path.constData());
    }
}

} // namespace pilothouse::pipelines
