// SPDX-License-Identifier: GPL-3.0-or-later
// A hidden tab asks nothing, not even when its countdown runs out.
#include "database/panel/objecttab.h"

#include "ui/errors/panelretry.h"
#include "ui/states/stateframe.h"
#include "ui/workbench.h"

#include <QVBoxLayout>

namespace pilothouse::database
{

ObjectTab::ObjectTab(ui::Workbench& workbench, const ServiceId& service, QWidget* content,
    std::function<void()> load, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_load(std::move(load))
    , m_content(content)
    , m_frame(new ui::StateFrame(this))
{
    m_frame->setContent(content);
    m_retry = new ui::PanelRetry(
        *m_frame, workbench.hub(), service, [this] { expire(); }, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
}

void ObjectTab::restart()
{
    m_asking = m_have = false;
    expire();
}

void ObjectTab::expire()
{
    m_wanted = true;
    if (isVisible())
        ask();
}

void ObjectTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_wanted)
        ask();
}

void ObjectTab::ask()
{
    if (m_asking)
        return;
    m_asking = true;
    m_wanted = false;
    m_frame->showLoading({tr("asking %1").arg(m_service), -1, -1}, m_have);
    m_load();
}

void ObjectTab::arrived()
{
    m_asking = m_wanted = false;
    m_have = true;
    m_retry->succeeded();
}

void ObjectTab::arrivedEmpty(const ui::EmptyInfo& info)
{
    m_asking = m_have = false;
    m_retry->succeeded();
    m_frame->showEmpty(info);
}

void ObjectTab::refused(const ui::ErrorInfo& info)
{
    m_asking = m_have = false;
    m_retry->succeeded();
    m_frame->showError(info);
}

void ObjectTab::failed(const Error& error)
{
    m_asking = false;
    m_retry->failed(error, m_have);
}

} // namespace pilothouse::database
