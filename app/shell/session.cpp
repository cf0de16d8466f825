// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/session.h"

#include "core/wholefile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto kWriteAfter = 800ms;
constexpr auto kRetryAfter = 5s;
constexpr qint64 kMaxBytes = 32 << 20;

} // namespace

Session::Session(Runtime& runtime, QString file, QObject* parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_lane(runtime, u"session"_s)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Session::write);
    QFile saved(m_file);
    if (saved.open(QIODevice::ReadOnly) && saved.size() <= kMaxBytes) {
        m_content = QJsonDocument::fromJson(saved.readAll()).object();
        if (m_content[u"schema"_s].toInt() > kSchema) {
            m_content = {};
            m_mayWrite = false;
        }
    }
}

VoidResult Session::writeFile(const QString& file, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(file).absolutePath());
    WholeFile out(file);
    out.setDirectWriteFallback(false);
    if (out.open(QIODevice::WriteOnly) && out.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && out.write(bytes) == bytes.size() && out.commit())
        return {};
    return fail(Error::Kind::Refused, file % u": "_s % out.errorString(), {},
        PH_TEXT("core",
            "Open tabs cannot be remembered: the file cannot be written. It is tried "
            "again."),
        u"session"_s);
}

QByteArray Session::collectBytes()
{
    QJsonObject content = m_collect();
    content[u"schema"_s] = kSchema;
    m_content = content; // a window made anew in this run starts from here
    return QJsonDocument(content).toJson(QJsonDocument::Compact);
}

void Session::touch()
{
    // Not restarted by further changes: whoever never stops typing is saved all the same.
    if (m_mayWrite && m_collect && !m_timer.isActive())
        m_timer.start(kWriteAfter);
}

void Session::write()
{
    if (!m_collect)
        return;
    if (m_write.running()) {
        m_timer.start(kWriteAfter);
        return;
    }
    m_bytes = collectBytes();
    if (m_bytes == m_writtenBytes)
        return;
    m_write
        = m_lane
              .run(20s,
                  [file = m_file, bytes = m_bytes](NoConnection&, const Token&) -> Result<bool> {
                      if (const auto done = writeFile(file, bytes); !done)
                          return tl::unexpected(done.error());
                      return true;
                  })
              .onDone(this, [this, bytes = m_bytes](Result<bool> result) {
                  if (result) {
                      m_failing = false;
                      m_writtenBytes = bytes;
                      Q_EMIT written();
                      return;
                  }
                  if (!std::exchange(m_failing, true))
                      Q_EMIT failed(result.error());
                  m_timer.start(kRetryAfter);
              });
}

void Session::flush()
{
    m_timer.stop();
    if (!m_mayWrite || !m_collect)
        return;
    m_write.cancel();
    m_bytes = collectBytes();
    if (m_bytes != m_writtenBytes && writeFile(m_file, m_bytes))
        m_writtenBytes = m_bytes;
}

} // namespace pilothouse::app
