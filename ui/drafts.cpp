// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts in memory, written behind the user's back; the disk is never touched on the GUI thread but
// at start and at quit.
#include "ui/drafts.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto kWriteAfter = 300ms; // after the first change
constexpr auto kRetryAfter = 2s;
const QString kUnfinished = u".new"_s;

} // namespace

VoidResult Drafts::perform(const Job& job)
{
    if (job.removed) {
        QFile::remove(job.path);
        return {};
    }
    // A megabyte that somebody types in takes its time: not on the GUI thread.
    const QByteArray bytes
        = QJsonDocument(QJsonObject{{u"key"_s, job.key}, {u"content"_s, job.content}})
              .toJson(QJsonDocument::Compact);
    QDir().mkpath(QFileInfo(job.path).absolutePath());
    QFile file(job.path + kUnfinished);
    bool ok = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(bytes) == bytes.size() && file.flush();
    QString words = file.errorString();
    file.close();
    if (ok
        && std::rename(QFile::encodeName(file.fileName()).constData(),
               QFile::encodeName(job.path).constData())
            != 0) {
        words = qt_error_string(errno);
        ok = false;
    }
    if (ok)
        return {};
    file.remove();
    return fail(Error::Kind::Refused, job.path % u": "_s % words, {},
        PH_TEXT("core",
            "Unsaved work cannot be written to the disk. It stays in memory and is tried "
            "again."),
        u"drafts"_s);
}

Drafts::Drafts(Runtime& runtime, QString folder, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_lane(runtime, u"drafts"_s)
    , m_syncLane(runtime, u"drafts sync"_s)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Drafts::writeDirty);
    load();
}

void Drafts::put(const QString& key, const QJsonObject& content)
{
    Draft& draft = m_drafts[key];
    if (!draft.removed && draft.revision > 0 && draft.content == content)
        return;
    draft.content = content;
    draft.removed = false;
    ++draft.revision;
    // Not restarted by further changes: whoever never stops typing is saved all the same.
    if (!m_timer.isActive() && !m_write.running())
        m_timer.start(kWriteAfter);
}

void Drafts::remove(const QString& key)
{
    const auto it = m_drafts.find(key);
    if (it == m_drafts.end() || it->second.removed)
        return;
    it->second.removed = true;
    it->second.content = {};
    ++it->second.revision;
    if (!m_timer.isActive() && !m_write.running())
        m_timer.start(kWriteAfter);
}

QJsonObject Drafts::get(const QString& key) const
{
    const auto it = m_drafts.find(key);
    return it == m_drafts.end() ? QJsonObject() : it->second.content;
}

QStringList Drafts::keys() const
{
    QStringList list;
    for (const auto& [key, draft] : m_drafts)
        if (!draft.removed)
            list.append(key);
    return list;
}

bool Drafts::isWritten(const QString& key) const
{
    const auto it = m_drafts.find(key);
    return it == m_drafts.end() || it->second.writtenRevision == it->second.revision;
}

std::vector<Drafts::Job> Drafts::dirty() const
{
    std::vector<Job> jobs;
    for (const auto& [key, draft] : m_drafts) {
        if (draft.writtenRevision == draft.revision)
            continue;
        jobs.push_back({key, pathOf(key), draft.content, draft.removed, draft.revision});
    }
    return jobs;
}

void Drafts::writeDirty()
{
    auto jobs = dirty();
    if (jobs.empty())
        return;
    m_writing.start();
    m_write = m_lane
                  .run(20s,
                      [jobs = std::move(jobs)](NoConnection&, const Token&) -> Result<Written> {
                          Written written;
                          for (const Job& job : jobs) {
                              if (const auto done = perform(job); !done)
                                  return tl::unexpected(done.error());
                              written.emplace_back(job.key, job.revision);
                          }
                          return written;
                      })
                  .onDone(this, [this](Result<Written> result) { onWritten(std::move(result)); });
}

void Drafts::onWritten(Result<Written> result)
{
    if (!result) {
        Q_EMIT failed(result.error());
        m_timer.start(kRetryAfter);
        return;
    }
    for (const auto& [key, revision] : *result) {
        const auto it = m_drafts.find(key);
        if (it == m_drafts.end())
            continue;
        it->second.writtenRevision = revision;
        if (it->second.removed && it->second.revision == revision)
            m_drafts.erase(it);
        Q_EMIT written(key);
    }
    sync(*result);
    // On a disk that is slow to take one write, what came meanwhile has waited long enough.
    if (!dirty().empty())
        m_timer.start(milliseconds(m_writing.elapsed()) > kWriteAfter ? 0ms : kWriteAfter);
}

// For a loss of power. What a kill -9 leaves is right after the rename, and a sync may take seconds
// on a busy disk, so nothing waits for it.
void Drafts::sync(const Written& written)
{
    if (m_sync.running())
        return; // the next write asks again
    QStringList paths;
    for (const auto& [key, revision] : written)
        paths.append(pathOf(key));
    m_sync = m_syncLane
                 .run(60s,
                     [paths](NoConnection&, const Token&) -> Result<bool> {
                         for (const QString& path : paths) {
                             const int fd = ::open(
                                 QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
                             if (fd < 0)
                                 continue; // removed meanwhile
                             ::fsync(fd);
                             ::close(fd);
                         }
                         return true;
                     })
                 .onDone(this, [](const Result<bool>&) {});
}

void Drafts::flush()
{
    Q_EMIT flushing();
    m_timer.stop();
    for (const Job& job : dirty())
        if (perform(job))
            m_drafts[job.key].writtenRevision = job.revision;
}

QString Drafts::pathOf(const QString& key) const
{
    const auto hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha1).toHex();
    return m_folder % u'/' % QString::fromLatin1(hash) % u".json"_s;
}

void Drafts::load()
{
    const QDir folder(m_folder);
    for (const QString& name : folder.entryList({u"*.json"_s + kUnfinished}, QDir::Files))
        QFile::remove(folder.filePath(name)); // a write that was cut: the draft before it stands
    const auto names = folder.entryList({u"*.json"_s}, QDir::Files);
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto object = QJsonDocument::fromJson(file.readAll()).object();
        const QString key = object[u"key"_s].toString();
        if (key.isEmpty())
            continue; // not ours, or damaged from outside: a write never leaves such a file
        Draft draft;
        draft.content = object[u"content"_s].toObject();
        draft.revision = draft.writtenRevision = 1;
        m_drafts.emplace(key, std::move(draft));
    }
}

} // namespace pilothouse::ui
