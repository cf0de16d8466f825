// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errors/absence.h"

#include <QCoreApplication>

namespace pilothouse::ui
{

namespace
{

struct Absence {
    Q_DECLARE_TR_FUNCTIONS(Absence)
};

} // namespace

bool isAwaited(const ServiceHub& hub, const ServiceId& service)
{
    const Service* found = hub.service(service);
    return found && found->descriptor && !found->adapter;
}

QString absenceLine(const ServiceHub& hub, const ServiceId& service)
{
    return isAwaited(hub, service) ? Absence::tr("%1 waits for its password").arg(service)
                                   : Absence::tr("%1 is not in this profile").arg(service);
}

EmptyInfo absencePage(const QString& icon, const ServiceHub& hub, const ServiceId& service)
{
    return {icon, absenceLine(hub, service),
        isAwaited(hub, service)
            ? Absence::tr("The keychain has not answered yet. It goes on by itself once it does.")
            : QString(),
        {}};
}

} // namespace pilothouse::ui
