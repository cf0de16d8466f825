// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spillfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

using namespace Qt::StringLiterals;

namespace pilothouse::detail
{

namespace
{

constexpr qint64 kMostBytes = qint64(8) << 30;

tl::unexpected<Error> full(const QString& detail)
{
    return fail(Error::Kind::Refused, detail, {},
        PH_TEXT("TableStore",
            "The result is longer than the space for results. The rows that arrived can be read "
            "and exported; export the query straight to a file for all of them."),
        u"spill-full"_s);
}

tl::unexpected<Error> broken(const QString& doing, int error)
{
    return fail(Error::Kind::Internal,
        doing + u": "_s + QString::fromLocal8Bit(std::strerror(error)), {},
        PH_TEXT("TableStore", "Check the folder for results and the space left on its disk."),
        u"spill-failed"_s);
}

} // namespace

QString defaultSpillFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
        + u"/pilothouse/spill"_s;
}

Result<std::shared_ptr<SpillFile>> SpillFile::open(const QString& folder, qint64 limit)
{
    const QByteArray path = QFile::encodeName(folder.isEmpty() ? defaultSpillFolder() : folder);
    if (!QFileInfo::exists(QFile::decodeName(path))) {
        QDir().mkpath(QFileInfo(QFile::decodeName(path)).path());
        if (::mkdir(path.constData(), 0700) != 0 && errno != EEXIST)
            return broken(QFile::decodeName(path), errno);
    }
    int fd = ::open(path.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
    if (fd < 0) { // a file system without nameless files
        QByteArray name = path + "/result-XXXXXX";
        fd = ::mkostemp(name.data(), O_CLOEXEC);
        if (fd >= 0)
            ::unlink(name.constData());
    }
    if (fd < 0) {
        const int error = errno;
        return error == ENOSPC || error == EDQUOT
            ? full(QFile::decodeName(path) + u": "_s + QString::fromLocal8Bit(std::strerror(error)))
            : broken(QFile::decodeName(path), error);
    }
    if (limit <= 0) {
        struct statvfs fs {
        };
        limit = kMostBytes;
        if (::fstatvfs(fd, &fs) == 0)
            limit = std::min(limit, static_cast<qint64>(fs.f_bavail * fs.f_frsize / 5));
    }
    return std::shared_ptr<SpillFile>(new SpillFile(fd, limit));
}

SpillFile::SpillFile(int fd, qint64 limit)
    : m_fd(fd)
    , m_limit(limit)
{
}

SpillFile::~SpillFile()
{
    ::close(m_fd);
}

Result<qint64> SpillFile::append(const char* data, qint64 size)
{
    const qint64 start = m_size.load(std::memory_order_relaxed);
    if (size > m_limit - start)
        return full(u"%1 of %2 bytes are in use"_s.arg(start).arg(m_limit));
    qint64 done = 0;
    while (done < size) {
        const ssize_t n
            = ::pwrite(m_fd, data + done, static_cast<size_t>(size - done), start + done);
        if (n > 0) {
            done += n;
            continue;
        }
        if (n < 0 && errno == EINTR)
            continue;
        const int error = n < 0 ? errno : ENOSPC;
        if (::ftruncate(m_fd, start) != 0) { } // only gives space back; nothing depends on it
        if (error == ENOSPC || error == EDQUOT || error == EFBIG)
            return full(QString::fromLocal8Bit(std::strerror(error)));
        return broken(u"write"_s, error);
    }
    m_size.store(start + size, std::memory_order_relaxed);
    return start;
}

VoidResult SpillFile::read(qint64 offset, char* data, qint64 size) const
{
    while (size > 0) {
        const ssize_t n = ::pread(m_fd, data, static_cast<size_t>(size), offset);
        if (n > 0) {
            offset += n;
            data += n;
            size -= n;
            continue;
        }
        if (n < 0 && errno == EINTR)
            continue;
        return broken(u"read"_s, n < 0 ? errno : EIO);
    }
    return {};
}

} // namespace pilothouse::detail
