// SPDX-License-Identifier: GPL-3.0-or-later
// Why a panel has no service to talk to: it is not in the profile, or its password is on its way.
#pragma once

#include "core/servicehub.h"
#include "ui/states/panelstate.h"

namespace pilothouse::ui
{

// In the hub without an adapter, although there is a tool for it: it gets one with its password.
bool isAwaited(const ServiceHub& hub, const ServiceId& service);
// One line for a strip.
QString absenceLine(const ServiceHub& hub, const ServiceId& service);
// For StateFrame::showNotConnected().
EmptyInfo absencePage(const QString& icon, const ServiceHub& hub, const ServiceId& service);

} // namespace pilothouse::ui
