// SPDX-License-Identifier: GPL-3.0-or-later
// One catalogue snapshot per service for completion, shared by all query tabs, kept while the
// connection is down.
#pragma once

#include "core/call.h"
#include "core/service.h"
#include "database/panel/sqlcompleter.h"

#include <QObject>

#include <map>
#include <memory>

namespace pilothouse
{
class ServiceHub;
}

namespace pilothouse::database
{

class CompletionCache final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompletionCache)

public:
    using QObject::QObject;

    // Without a catalogue until the first answer; asks the service when there is none yet.
    const SqlCompleter& completer(ServiceHub& hub, const ServiceId& service);
    void refresh(ServiceHub& hub, const ServiceId& service); // after DDL, or by hand

Q_SIGNALS:
    void loaded(const QString& service);

private:
    struct Entry {
        SqlCompleter completer;
        Call<CompletionSnapshot> ask;
        qint64 askedAt = 0; // ms since epoch
    };
    std::map<ServiceId, Entry> m_entries;
};

} // namespace pilothouse::database
