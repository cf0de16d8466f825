// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/panelstate.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

namespace pilothouse::ui
{

int retryWaitMs(int failures, double jitter)
{
    const int doublings = std::clamp(failures - 1, 0, 5); // 2, 4, 8, 16, 32, then 60 s
    const double wait = std::min(2000.0 * (1 << doublings), 60000.0);
    return static_cast<int>(std::lround(wait * (1.0 + std::clamp(jitter, -0.1, 0.1))));
}

QString panelStateName(PanelState state)
{
    const auto word = [](const char* text) {
        return QCoreApplication::translate("PanelState", text);
    };
    switch (state) {
    case PanelState::NotConnected:
        return word(QT_TRANSLATE_NOOP("PanelState", "Not connected"));
    case PanelState::Loading:
        return word(QT_TRANSLATE_NOOP("PanelState", "Loading"));
    case PanelState::Empty:
        return word(QT_TRANSLATE_NOOP("PanelState", "Empty"));
    case PanelState::Error:
        return word(QT_TRANSLATE_NOOP("PanelState", "Error"));
    case PanelState::Stale:
        return word(QT_TRANSLATE_NOOP("PanelState", "Stale"));
    case PanelState::Ready:
        return word(QT_TRANSLATE_NOOP("PanelState", "Ready"));
    }
    return {};
}

} // namespace pilothouse::ui
