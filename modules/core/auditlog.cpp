// SPDX-License-Identifier: GPL-3.0-or-later
// Appends whole lines and flushes them to the disk before returning.
#include "core/auditlog.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pilothouse
{

using namespace Qt::StringLiterals;

namespace
{

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

QString word(AuditLog::Outcome outcome)
{
    switch (outcome) {
    case AuditLog::Outcome::Done:
        return u"done"_s;
    case AuditLog::Outcome::Refused:
        return u"refused"_s;
    case AuditLog::Outcome::Failed:
        return u"failed"_s;
    case AuditLog::Outcome::Cancelled:
        return u"cancelled"_s;
    case AuditLog::Outcome::Unknown:
        break;
    }
    return u"unknown"_s;
}

QByteArray line(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

AuditLog::AuditLog(QString file)
    : m_file(std::move(file))
{
}

Result<QString> AuditLog::begin(const AuditRecord& r)
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto written = append(line({
        {u"schema"_s, 1},
        {u"id"_s, id},
        {u"time"_s, now()},
        {u"phase"_s, u"before"_s},
        {u"profile"_s, r.profile},
        {u"environment"_s, r.environment},
        {u"service"_s, r.service},
        {u"target"_s, r.target},
        {u"act"_s, r.act},
        {u"statement"_s, r.statement},
    }));
    if (!written)
        return tl::unexpected(written.error());
    return id;
}

void AuditLog::end(const QString& id, Outcome outcome, const QString& detail)
{
    // The act is over: a line that cannot be written now changes nothing, and the missing "after"
    // is itself read as unknown.
    (void)append(line({
        {u"schema"_s, 1},
        {u"id"_s, id},
        {u"time"_s, now()},
        {u"phase"_s, u"after"_s},
        {u"outcome"_s, word(outcome)},
        {u"detail"_s, detail},
    }));
}

VoidResult AuditLog::append(const QByteArray& bytes)
{
    std::lock_guard lock(m_mutex);
    const auto failed = [this]() -> VoidResult {
        return fail(Error::Kind::Refused,
            u"%1: %2"_s.arg(m_file, QString::fromLocal8Bit(std::strerror(errno))), {},
            PH_TEXT("core", "The audit log cannot be written, so nothing was sent."), u"audit"_s);
    };
    const int fd = ::open(QFile::encodeName(m_file).constData(),
        O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (fd < 0)
        return failed();
    const bool ok
        = ::write(fd, bytes.constData(), static_cast<size_t>(bytes.size())) == bytes.size()
        && ::fdatasync(fd) == 0;
    const VoidResult result = ok ? VoidResult() : failed();
    ::close(fd);
    return result;
}

} // namespace pilothouse
