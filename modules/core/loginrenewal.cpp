// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginrenewal.h"

#include "core/facets/login.h"
#include "core/servicehub.h"

#include <QPointer>

namespace pilothouse
{

namespace
{
const QString kName = QString::fromLatin1("login renewal");
} // namespace

LoginRenewal::LoginRenewal(ServiceHub& hub)
    : QObject(&hub)
    , m_hub(hub)
{
    setObjectName(kName);
}

LoginRenewal& LoginRenewal::of(ServiceHub& hub)
{
    if (auto* known = hub.findChild<QObject*>(kName, Qt::FindDirectChildrenOnly))
        return *static_cast<LoginRenewal*>(known);
    return *new LoginRenewal(hub);
}

void LoginRenewal::setLacking(std::function<bool(const ServiceId&)> lacking)
{
    m_lacking = std::move(lacking);
}

void LoginRenewal::ask(const ServiceId& id, QObject* context, const Done& done) const
{
    const auto answer = [this, id, context = QPointer(context), done](bool renewed) {
        auto* login = renewed ? nullptr : m_hub.facet<LoginFacet>(id);
        if (login)
            login->askAgain();
        if (context)
            done(renewed);
    };
    if (m_fetch)
        m_fetch(id, answer);
    else
        answer(false);
}

} // namespace pilothouse
