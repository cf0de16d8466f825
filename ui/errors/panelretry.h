// SPDX-License-Identifier: GPL-3.0-or-later
// PanelRetry: what every panel does when its service fails: the error page with its countdown when
// there is nothing to show, the dated values when there is; tries again, slower and slower. After a
// refused login only the user tries again.
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
    PanelRetry(StateFrame& frame, ServiceHub& hub, ServiceId service, std::function<void()> again,
        QObject* parent);

    void succeeded(); // shows the content
    void failed(const Error& error, bool haveContent);
    int failures() const { return m_failures; }

private Q_SLOTS:
    void logInAgain(); // the user wants it

private:
    void watchRefreshKey();
    void probe();

    StateFrame& m_frame;
    ServiceHub& m_hub;
    const ServiceId m_service;
    const std::function<void()> m_again;
    QTimer m_timer; // while stale; the error page counts down by itself
    QList<Attempt> m_attempts;
    QDateTime m_lastGood;
    Call<HealthReport> m_probe; // asked for by the user, after a refused login
    int m_failures = 0;
    bool m_refused = false; // the login, at the last try
    bool m_haveContent = false;
    bool m_stopped = false;
};

} // namespace pilothouse::ui
