// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet under the time range: usual spans, both ends to type, and the way back and forward.
#pragma once

#include "app/shell/popover.h"

class QLineEdit;
class QLabel;

namespace pilothouse::ui
{
class Button;
class TimeContext;
} // namespace pilothouse::ui

namespace pilothouse::app
{

class TimeRangePopover final : public Popover
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeRangePopover)

public:
    TimeRangePopover(ui::TimeContext& time, QWidget* window);

protected:
    QWidget* firstFocus() override;
    void showEvent(QShowEvent* event) override;

private:
    void buildLayout();
    void apply();

    ui::TimeContext& m_time;
    ui::Button* m_first = nullptr;
    QLineEdit* m_from = nullptr;
    QLineEdit* m_to = nullptr;
    QLabel* m_problem = nullptr;
    QLabel* m_zone = nullptr;
    ui::Button* m_apply = nullptr;
};

} // namespace pilothouse::app
