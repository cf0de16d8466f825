// SPDX-License-Identifier: GPL-3.0-or-later
// PanelRetry: what every panel does when its service fails: the error page with its countdown when
// there is nothing to show, the dated values when there is; tries again, slower and slower.
#pragma once

#include "core/error.h"
#include "core/servicehub.h"
#include "ui/states/panelstate.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <functional>

namespace pilothouse::ui
{

class StateFrame;

class PanelRetry final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PanelRetry)

public:
    // `again` asks the service once more; the panel then calls succeeded() or failed().
    PanelRetry(StateFrame& frame, const ServiceHub& hub, ServiceId service,
        std::function<void()> again, QObject* parent);

    void succeeded(); // shows the content
    void failed(const Error& error, bool haveContent);
    int failures() const { return m_failures; }

private:
    StateFrame& m_frame;
    const ServiceHub& m_hub;
    const ServiceId m_service;
    const std::function<void()> m_again;
    QTimer m_timer; // while stale; the error page counts down by itself
    QList<Attempt> m_attempts;
    QDateTime m_lastGood;
    int m_failures = 0;
    bool m_stopped = false;
};

} // namespace pilothouse::ui
