// SPDX-License-Identifier: GPL-3.0-or-later
// ObjectTab: one tab of the object page with a state of its own. It asks when it is first seen, and
// again after F5 or when the page shows another object.
#pragma once

#include "core/error.h"
#include "core/service.h"
#include "ui/states/panelstate.h"

#include <QWidget>

#include <functional>

namespace pilothouse::ui
{
class PanelRetry;
class StateFrame;
struct ErrorInfo;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::database
{

class ObjectTab final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ObjectTab)

public:
    // `load` asks the service; it leads to one of arrived(), arrivedEmpty() and failed().
    ObjectTab(ui::Workbench& workbench, const ServiceId& service, QWidget* content,
        std::function<void()> load, QWidget* parent = nullptr);

    void restart(); // another object: nothing of the old one stays on screen
    void expire(); // what is shown may be old; asks now when seen
    void arrived();
    void arrivedEmpty(const ui::EmptyInfo& info);
    void failed(const Error& error);
    // The service is well, its answer is a no: nothing asks again but the user.
    void refused(const ui::ErrorInfo& info);
    bool hasContent() const { return m_have; }
    bool isAsking() const { return m_asking; }
    ui::StateFrame& frame() const { return *m_frame; }
    QWidget* content() const { return m_content; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void ask();

    const ServiceId m_service;
    const std::function<void()> m_load;
    QWidget* m_content;
    ui::StateFrame* m_frame;
    ui::PanelRetry* m_retry;
    bool m_wanted = false; // there is an object, and no fresh answer about it
    bool m_asking = false;
    bool m_have = false;
};

} // namespace pilothouse::database
