// SPDX-License-Identifier: GPL-3.0-or-later
// A failed question is asked again at the earliest ten seconds later.
#include "database/panel/completioncache.h"

#include "core/servicehub.h"

#include <QDateTime>

namespace pilothouse::database
{

namespace
{
constexpr qint64 kAskAgainMs = 10'000;
}

const SqlCompleter& CompletionCache::completer(ServiceHub& hub, const ServiceId& service)
{
    Entry& entry = m_entries[service];
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (!entry.completer.hasCatalogue() && !entry.ask.running()
        && now - entry.askedAt > kAskAgainMs)
        refresh(hub, service);
    return entry.completer;
}

void CompletionCache::refresh(ServiceHub& hub, const ServiceId& service)
{
    auto* catalogue = hub.contract<Catalogue>(service);
    if (!catalogue)
        return;
    Entry& entry = m_entries[service];
    entry.askedAt = QDateTime::currentMSecsSinceEpoch();
    entry.ask = catalogue->completion().onDone(
        this, [this, service](Result<CompletionSnapshot> snapshot) {
            if (!snapshot)
                return; // the old one stays; the panel's own state says what is wrong
            m_entries[service].completer
                = SqlCompleter(std::make_shared<const CompletionSnapshot>(std::move(*snapshot)));
            Q_EMIT loaded(service);
        });
}

} // namespace pilothouse::database
