// SPDX-License-Identifier: GPL-3.0-or-later
// LoginRenewal: who tries a refused login again may have changed the password where it is kept:
// whoever fetches passwords is asked first. One per hub, a child of it.
#pragma once

#include "core/service.h"

#include <QObject>

#include <functional>

namespace pilothouse
{

class ServiceHub;

// GUI thread.
class LoginRenewal final : public QObject
{
    Q_DISABLE_COPY_MOVE(LoginRenewal)

public:
    using Done = std::function<void(bool renewed)>;
    // `renewed`: it is another password, and the service is added to the hub anew with it.
    using Fetch = std::function<void(const ServiceId&, Done)>;

    static LoginRenewal& of(ServiceHub& hub);
    void setFetch(Fetch fetch) { m_fetch = std::move(fetch); }
    // Whose password nobody has told yet: to try again is to enter it.
    void setLacking(std::function<bool(const ServiceId&)> lacking);
    bool lacksPassword(const ServiceId& id) const { return m_lacking && m_lacking(id); }
    // The user wants another try: with the same password the service may log in once more. No
    // answer after `context` has gone.
    void ask(const ServiceId& id, QObject* context, const Done& done) const;

private:
    explicit LoginRenewal(ServiceHub& hub);

    ServiceHub& m_hub;
    Fetch m_fetch;
    std::function<bool(const ServiceId&)> m_lacking;
};

} // namespace pilothouse
