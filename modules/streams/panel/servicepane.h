// SPDX-License-Identifier: GPL-3.0-or-later
// ServicePane: what the panes of the registry, of Connect and of the access rules have in common:
// their states, their acts with a key each, the way through a confirmation.
#pragma once

#include "core/act.h"
#include "core/servicehub.h"
#include "ui/states/stateframe.h"
#include "ui/workbench.h"

#include <QKeySequence>
#include <QWidget>

#include <functional>
#include <optional>

class QAction;

namespace pilothouse::ui
{
class PanelRetry;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class ServicePane : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServicePane)

public:
    const ServiceId& service() const { return m_service; }
    ui::PanelState state() const { return m_frame->state(); }
    QList<QAction*> paneActions() const { return m_actions; }
    virtual void refresh() = 0;

protected:
    ServicePane(ui::Workbench& workbench, ServiceId service, const QString& iconName,
        QWidget* parent = nullptr);

    template <class T>
    T* contract() const
    {
        return m_workbench.hub().contract<T>(m_service);
    }
    ui::Workbench& workbench() const { return m_workbench; }
    ui::StateFrame* frame() const { return m_frame; }
    void setContent(QWidget* content) { m_frame->setContent(content); }

    void showAsking(const QString& step, bool keepContent);
    void showContent();
    void showNothing(const QString& heading, const QString& line);
    // What this service cannot do, or does not allow, is no error: it is said as a fact.
    void showFailure(const Error& error, bool haveContent);

    // The key holds in `scope` and below.
    QAction* addAct(
        QWidget* scope, const QString& text, const QKeySequence& key, std::function<void()> run);
    // Through Workbench::confirm; `then` hears of an act that was sent.
    void confirm(Act act, std::function<void(const Result<Text>&)> then);
    virtual void judge() = 0; // what may be done now
    QString refusal() const; // why nothing may be written now; empty: it may
    QString line(const Error& error) const;

    void showEvent(QShowEvent* event) override;

private:
    ui::Workbench& m_workbench;
    const ServiceId m_service;
    const QString m_iconName;
    QList<QAction*> m_actions;
    ui::StateFrame* m_frame;
    ui::PanelRetry* m_retry;
    bool m_asked = false;
};

} // namespace pilothouse::streams
