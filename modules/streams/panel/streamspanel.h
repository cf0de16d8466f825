// SPDX-License-Identifier: GPL-3.0-or-later
// StreamsPanel: topics by lag at the left with groups and brokers, the lag of the chosen one at the
// right.
#pragma once

#include "ui/panel.h"

namespace pilothouse::ui
{
class PanelRetry;
class StateFrame;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class StreamsPanel final : public ui::Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamsPanel)

public:
    StreamsPanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);
    ~StreamsPanel() override;

    QString title() const override;
    QString iconName() const override;
    ServiceId serviceId() const override { return m_service; }
    QString kind() const override;
    void refresh() override;

private:
    const ServiceId m_service;
    ui::StateFrame* m_frame = nullptr;
};

} // namespace pilothouse::streams
