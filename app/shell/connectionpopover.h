// SPDX-License-Identifier: GPL-3.0-or-later
// What a click on a connection pill opens: address, version, last answer, last error, reconnect and
// the write switch of this one connection.
#pragma once

#include "app/shell/popover.h"
#include "core/service.h"

#include <QTimer>

class QLabel;
class QVBoxLayout;

namespace pilothouse
{
class Sampler;
class ServiceHub;
} // namespace pilothouse

namespace pilothouse::ui
{
class Button;
class ToggleSwitch;
} // namespace pilothouse::ui

namespace pilothouse::app
{

class ConnectionPopover final : public Popover
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionPopover)

public:
    ConnectionPopover(ServiceHub& hub, Sampler& sampler, QWidget* window);

    void openFor(const ServiceId& id, QWidget* anchor);
    ServiceId service() const { return m_id; }

Q_SIGNALS:
    void panelRequested(const QString& service); // show it in its module

protected:
    QWidget* firstFocus() override;

private:
    void buildLayout();
    QLabel* addFact(QVBoxLayout* column, const QString& name, bool mono);
    void refresh();

    ServiceHub& m_hub;
    Sampler& m_sampler;
    ServiceId m_id;
    QLabel* m_title = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_address = nullptr;
    QLabel* m_version = nullptr;
    QLabel* m_connections = nullptr;
    QLabel* m_lastGood = nullptr;
    QFrame* m_errorBox = nullptr;
    QLabel* m_error = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_writes = nullptr;
    ui::ToggleSwitch* m_switch = nullptr;
    ui::Button* m_reconnect = nullptr;
    QTimer m_tick;
};

} // namespace pilothouse::app
