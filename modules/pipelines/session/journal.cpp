// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/session/journal.h"

#include "core/wholefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto kWriteAfter = 300ms; // after the first change
constexpr auto kRetryAfter = 2s;
constexpr auto kPatience = 1s; // with a disk that hangs, at the end
constexpr qint64 kLargest = 24 << 20; // then it is begun anew
constexpr qsizetype kHistory = 8 << 20; // of steps in a snapshot
constexpr int kClosedKept = 64;
constexpr qint64 kClosedBytes = 128 << 20;
const QString kOpen = u".journal"_s;
const QString kClosed = u".closed"_s;

QString closedPath(const QString& path)
{
    return path.chopped(kOpen.size()) + kClosed;
}

} // namespace

Journal::Journal(Runtime& runtime, QString path, QObject* parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_lane(runtime, u"pipeline-journal"_s)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Journal::send);
}

Journal::~Journal()
{
    flush();
}

QString Journal::pathFor(const QString& folder, const QString& key)
{
    const auto hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha1).toHex();
    return folder + u'/' + QString::fromLatin1(hash) + kOpen;
}

std::optional<JournalContent> Journal::load(const QString& path)
{
    QFile file(QFile::exists(path) ? path : closedPath(path));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return readJournal(file.read(2 * kLargest));
}

void Journal::prune(const QString& folder)
{
    const auto closed = QDir(folder).entryInfoList({u'*' + kClosed}, QDir::Files, QDir::Time);
    int count = 0;
    qint64 bytes = 0;
    for (const QFileInfo& info : closed) {
        bytes += info.size();
        if (++count > kClosedKept || bytes > kClosedBytes)
            QFile::remove(info.filePath());
    }
}

void Journal::resume(qint64 size)
{
    m_size = size;
}

void Journal::write(JournalRecord record)
{
    if (m_done)
        return;
    if (std::holds_alternative<JournalSnapshot>(record)) {
        // What has not been sent is in the snapshot.
        m_pending.clear();
        m_sent = 0;
        m_asked = false;
    }
    m_pending.push_back(std::move(record));
    if (!m_timer.isActive() && !m_write.running())
        m_timer.start(kWriteAfter);
}

Result<qint64> Journal::append(
    const QString& path, const std::vector<JournalRecord>& records, qint64 size)
{
    const auto broken = [&](const QString& words) {
        return fail(Error::Kind::Refused, path + u": "_s + words, {},
            PH_TEXT("pipelines",
                "Unsaved work cannot be written to the disk. It stays in memory and is tried "
                "again."),
            u"drafts"_s);
    };
    QByteArray lines;
    bool anew = false;
    for (const JournalRecord& record : records) {
        if (const auto* snapshot = std::get_if<JournalSnapshot>(&record)) {
            JournalSnapshot bounded = *snapshot;
            bound(bounded, kHistory);
            lines = lineOf(bounded);
            anew = true;
        } else {
            lines += lineOf(record);
        }
    }
    if (anew) {
        QDir().mkpath(QFileInfo(path).path());
        WholeFile file(path);
        const bool ok = file.open(QIODevice::WriteOnly)
            && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
            && file.write(lines) == lines.size() && file.commit();
        if (!ok)
            return broken(file.errorString());
        QFile::remove(closedPath(path));
        return lines.size();
    }
    if (!QFile::exists(path))
        QFile::rename(closedPath(path), path);
    QFile file(path);
    // A line that was cut by a full disk does not stay.
    const bool ok = file.open(QIODevice::ReadWrite) && file.resize(size) && file.seek(size)
        && file.write(lines) == lines.size() && file.flush();
    if (!ok)
        return broken(file.errorString());
    return size + lines.size();
}

void Journal::send()
{
    if (m_pending.empty() || m_done)
        return;
    m_sent = m_pending.size();
    const quint64 now = ++m_turn->now; // nothing older writes any more
    m_write = m_lane
                  .run(20s,
                      [path = m_path, records = m_pending, size = m_size, turn = m_turn, now](
                          NoConnection&, const Token&) -> Result<qint64> {
                          const std::scoped_lock lock(turn->mutex);
                          if (turn->now != now)
                              return fail(Error::Kind::Cancelled, {});
                          return append(path, records, size);
                      })
                  .onDone(this, [this](Result<qint64> result) { onWritten(std::move(result)); });
}

void Journal::onWritten(Result<qint64> result)
{
    if (!result) {
        Q_EMIT failed(result.error());
        m_timer.start(kRetryAfter);
        return;
    }
    m_size = *result;
    m_pending.erase(m_pending.begin(), m_pending.begin() + qsizetype(std::exchange(m_sent, 0)));
    if (!m_pending.empty())
        m_timer.start(kWriteAfter);
    else
        Q_EMIT written();
    if (m_size > kLargest && !std::exchange(m_asked, true))
        Q_EMIT grown();
}

// What the lane has begun is written again, from the same place.
void Journal::flush()
{
    m_timer.stop();
    if (m_pending.empty() || m_done || !takeOver())
        return;
    if (const auto size = append(m_path, m_pending, m_size)) {
        m_size = *size;
        m_pending.clear();
        m_sent = 0;
        Q_EMIT written();
    }
}

// Nothing of the lane touches the file any more; false: it hangs in the disk.
bool Journal::takeOver()
{
    m_write = {};
    ++m_turn->now;
    std::unique_lock lock(m_turn->mutex, kPatience);
    return lock.owns_lock();
}

void Journal::close(bool unsaved)
{
    flush();
    if (unsaved || m_done)
        return;
    QFile::remove(closedPath(m_path));
    QFile::rename(m_path, closedPath(m_path));
}

void Journal::discard()
{
    m_done = true;
    m_timer.stop();
    takeOver();
    m_pending.clear();
    QFile::remove(m_path);
    QFile::remove(closedPath(m_path));
}

} // namespace pilothouse::pipelines
