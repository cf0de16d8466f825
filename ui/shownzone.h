// SPDX-License-Identifier: GPL-3.0-or-later
// The zone every time is shown in: the open profile's, else the computer's. GUI thread.
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>
#include <QVariant>

namespace pilothouse::ui
{

inline constexpr char kShownZone[] = "pilothouseShownZone";

// By whoever opens profiles; what is on screen already follows at its next change.
inline void setShownZone(const QTimeZone& zone)
{
    qApp->setProperty(kShownZone, QVariant::fromValue(zone));
}

inline QDateTime shownTime(const QDateTime& time)
{
    const auto zone = qApp->property(kShownZone).value<QTimeZone>();
    return zone.isValid() ? time.toTimeZone(zone) : time.toLocalTime();
}

} // namespace pilothouse::ui
