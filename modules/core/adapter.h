// SPDX-License-Identifier: GPL-3.0-or-later
// Adapter: one service seen through one tool. It offers contracts and facets by type; what it does
// not offer, the window does not show.
#pragma once

#include "core/runtime.h"
#include "core/secret.h"
#include "core/service.h"
#include "core/writegate.h"

#include <memory>
#include <typeindex>
#include <unordered_map>

namespace pilothouse
{

class AuditLog;

// What an adapter is made with. GUI thread.
struct AdapterContext {
    ServiceConfig config;
    Secret secret;
    std::shared_ptr<WriteGate> gate;
    std::shared_ptr<AuditLog> audit;
    Runtime* runtime = nullptr; // outlives every adapter
};

// GUI thread only; its work happens on lanes. Making one connects to nothing: the first call does.
class Adapter
{
public:
    virtual ~Adapter() = default;
    Q_DISABLE_COPY_MOVE(Adapter)

    // The contract or facet, or null. Never kept across hub events.
    template <class Interface>
    Interface* as() const
    {
        const auto it = m_offers.find(std::type_index(typeid(Interface)));
        return it == m_offers.end() ? nullptr : static_cast<Interface*>(it->second);
    }

    // Connections open now, for the pill.
    virtual int connections() const = 0;

protected:
    Adapter() = default;
    template <class Interface>
    void offer(Interface* implementation)
    {
        m_offers[std::type_index(typeid(Interface))] = implementation;
    }

private:
    std::unordered_map<std::type_index, void*> m_offers;
};

} // namespace pilothouse
