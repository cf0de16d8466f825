// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/servicepane.h"

#include "streams/panel/servicename.h"
#include "ui/errors/errorwords.h"
#include "ui/errors/panelretry.h"
#include "ui/words.h"
#include "ui/writemode.h"

#include <QAction>
#include <QVBoxLayout>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

// A right the brokers' login has not, or a login of a registry or of Connect: asking the user for
// the brokers' password would not help.
bool isMissingRight(const Error& error)
{
    const bool byHttp = !error.code.isEmpty() && error.code.front().isDigit();
    return error.kind == Error::Kind::Auth
        && (byHttp || error.code == "redirect"_L1
            || error.code.endsWith("AUTHORIZATION_FAILED"_L1));
}

} // namespace

ServicePane::ServicePane(
    ui::Workbench& workbench, ServiceId service, const QString& iconName, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_service(std::move(service))
    , m_iconName(iconName)
    , m_frame(new ui::StateFrame(this))
    , m_retry(new ui::PanelRetry(
          *m_frame, workbench.hub(), m_service, [this] { refresh(); }, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
    connect(&workbench.hub(), &ServiceHub::writesChanged, this, [this](const QString& id) {
        if (id == m_service)
            judge();
    });
}

void ServicePane::showAsking(const QString& step, bool keepContent)
{
    m_asked = true;
    m_frame->showLoading({step}, keepContent);
}

void ServicePane::showContent()
{
    m_retry->succeeded();
}

void ServicePane::showNothing(const QString& heading, const QString& line)
{
    m_frame->showEmpty({m_iconName, heading, line, {}});
}

void ServicePane::showFailure(const Error& error, bool haveContent)
{
    if (error.kind == Error::Kind::Unsupported || isMissingRight(error))
        showNothing(ui::ErrorWords::heading(error, serviceName(m_workbench.hub(), m_service)),
            ui::ErrorWords::original(error));
    else
        m_retry->failed(error, haveContent);
}

QAction* ServicePane::addAct(
    QWidget* scope, const QString& text, const QKeySequence& key, std::function<void()> run)
{
    auto* action = new QAction(text, scope);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    scope->addAction(action);
    m_actions.append(action);
    return action;
}

void ServicePane::confirm(Act act, std::function<void(const Result<Text>&)> then)
{
    m_workbench.confirm(std::move(act), this, [then = std::move(then)](Task* task) {
        if (task)
            then(task->outcome());
    });
}

QString ServicePane::refusal() const
{
    const Service* service = m_workbench.hub().service(m_service);
    if (!service || service->gate->allows())
        return {};
    return ui::words(ui::WriteModes::whyOff(*service->gate));
}

QString ServicePane::line(const Error& error) const
{
    return ui::ErrorWords::line(error, serviceName(m_workbench.hub(), m_service));
}

void ServicePane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_asked)
        refresh();
}

} // namespace pilothouse::streams
