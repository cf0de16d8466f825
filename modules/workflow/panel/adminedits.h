// SPDX-License-Identifier: GPL-3.0-or-later
// AdminEdits: what was typed for pools and variables of a server and not yet set. A draft on the
// disk where the server shows the value too; a masked one stays in memory, for all tabs.
#pragma once

#include "core/service.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace pilothouse
{
class ServiceHub;
}

namespace pilothouse::ui
{
class Drafts;
}

namespace pilothouse::workflow
{

class AdminEdits final
{
    Q_DISABLE_COPY_MOVE(AdminEdits)

public:
    AdminEdits(ui::Drafts& drafts, ServiceHub& hub, ServiceId service);

    // `key` is the line's own ("pool/name", "variable/name").
    std::optional<QString> get(const QString& key) const;
    void put(const QString& key, const QString& text, bool masked);
    void remove(const QString& key);
    bool isEmpty() const;

private:
    class Memory;
    QString draftKey(const QString& key) const;
    Memory& memory() const;

    ui::Drafts& m_drafts;
    ServiceHub& m_hub;
    const ServiceId m_service;
};

} // namespace pilothouse::workflow
