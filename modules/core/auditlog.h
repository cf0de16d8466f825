// SPDX-License-Identifier: GPL-3.0-or-later
// The audit log: every change of a service, one JSON line before it is sent and one after it is
// answered ($XDG_STATE_HOME/pilothouse/audit.jsonl, mode 0600). Thread-safe.
#pragma once

#include "core/error.h"

#include <QString>

#include <mutex>

namespace pilothouse
{

struct AuditRecord {
    QString profile;
    QString environment;
    QString service;
    QString target; // entity, e.g. "shop.gold.fct_orders"
    QString act; // stable word, e.g. "truncate", "set-ttl"
    QString statement; // exactly what is sent, secrets removed
};

class AuditLog final
{
public:
    enum class Outcome { Done, Refused, Failed, Cancelled, Unknown };

    explicit AuditLog(QString file);
    Q_DISABLE_COPY_MOVE(AuditLog)

    // Returns the id that end() wants; an error means the act must not be sent.
    Result<QString> begin(const AuditRecord& record);
    void end(const QString& id, Outcome outcome, const QString& detail);

private:
    VoidResult append(const QByteArray& line);

    const QString m_file;
    std::mutex m_mutex;
};

} // namespace pilothouse
