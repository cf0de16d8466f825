// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstrun/sandboxcard.h"

#include "core/task.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/meters.h"
#include "ui/words.h"
#include "ui/workbench.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Glyph;

SandboxCard::SandboxCard(ui::Workbench& workbench, const FirstRunContext& context, QWidget* parent)
    : ChoiceCard(u"cube"_s, ui::Token::EnvSandbox, tr("Start the sandbox"), 1, parent)
    , m_workbench(workbench)
    , m_context(context)
{
    buildLayout();
    connect(&m_context.sandbox, &SandboxControl::statusChanged, this, &SandboxCard::look);
    look();
}

void SandboxCard::buildLayout()
{
    setDescription(tr("Real servers on this computer with the sample data of a shop, and a little "
                      "live traffic. Nothing leaves the machine."));
    m_chips = new QWidget;
    auto* chips = new QHBoxLayout(m_chips);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(6);
    body()->addWidget(m_chips);
    body()->addWidget(line());
    m_checks = new CheckList;
    body()->addWidget(m_checks);
    body()->addStretch(1);
    m_progress = new ui::ProgressLine(tr("Progress of the sandbox"));
    m_progress->hide();
    body()->addWidget(m_progress);
    m_start = new ui::Button(tr("Start the sandbox"), ui::ButtonVariant::Primary);
    m_start->setIconName(u"play"_s);
    m_start->setKey(QKeySequence(Qt::Key_Return), false); // answers Enter through the panel
    m_start->setEnabled(false);
    m_note = new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::Text3);
    footer()->addWidget(m_start);
    footer()->addWidget(m_note, 1);
    connect(m_start, &QPushButton::clicked, this, &SandboxCard::press);
}

QWidget* SandboxCard::firstControl() const
{
    return m_start;
}

void SandboxCard::look()
{
    m_asking = std::make_unique<QObject>();
    m_context.sandbox.readStatus(
        m_asking.get(), [this](Result<SandboxStatus> status) { showStatus(status); });
}

void SandboxCard::showStatus(const Result<SandboxStatus>& status)
{
    if (m_task && !m_task->isFinished())
        return;
    if (!status) {
        const QString hint = ui::words(status.error().hint);
        m_checks->setLines({{m_context.sandbox.isAvailable() ? Glyph::Error : Glyph::Unknown,
            hint.isEmpty() ? tr("The sandbox does not answer") : hint, {}, status.error().detail}});
        m_start->setEnabled(false);
        return;
    }
    m_status = *status;
    const auto facts = MachineFacts::ofThisMachine(m_status.folder);
    showChips(m_status);
    m_checks->setLines(m_failure + SandboxChecks::lines(m_status, facts));
    m_start->setEnabled(SandboxChecks::mayStart(m_status, facts));
    m_start->setText(m_status.ready ? tr("Open the sandbox") : tr("Start the sandbox"));
    m_start->setIconName(m_status.ready ? u"external"_s : u"play"_s);
    const bool first = m_status.profile.isEmpty();
    m_note->setText(m_status.ready                        ? QString()
            : !SandboxChecks::missing(m_status).isEmpty() ? tr("a few minutes")
            : first                                       ? tr("about a minute")
                                                          : tr("a few seconds"));
    Q_EMIT ready();
}

void SandboxCard::showChips(const SandboxStatus& status)
{
    QLayout* row = m_chips->layout();
    while (QLayoutItem* item = row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const SandboxServer& server : status.servers) {
        if (server.onDemand && server.version.isEmpty())
            continue; // the button does not start it
        row->addWidget(
            new ui::Chip(server.version.isEmpty() ? server.title
                                                  : u"%1 %2"_s.arg(server.title, server.version)));
    }
    static_cast<QHBoxLayout*>(row)->addStretch(1);
}

void SandboxCard::press()
{
    if (m_task && !m_task->isFinished())
        m_task->cancel();
    else if (m_status.ready && !m_status.profile.isEmpty())
        m_context.openProfile(m_status.profile);
    else
        start();
}

void SandboxCard::start()
{
    m_asking.reset();
    m_failure.clear();
    m_task = m_workbench.startTask(m_context.sandbox.startTask());
    connect(m_task, &Task::changed, this, &SandboxCard::follow);
    connect(m_task, &Task::finished, this, &SandboxCard::finished);
    m_start->setText(tr("Cancel"));
    m_start->setIconName(u"stop"_s);
    m_progress->setFraction(-1);
    m_progress->show();
    follow();
}

void SandboxCard::follow()
{
    const TaskStatus& status = m_task->status();
    m_progress->setFraction(status.total > 0 ? double(status.done) / double(status.total) : -1);
    m_note->setText(status.step.isEmpty() ? tr("starting") : ui::words(status.step));
    if (m_task->isFinished())
        finished();
}

void SandboxCard::finished()
{
    if (!m_task)
        return;
    const Task* task = m_task;
    const bool done = task->status().state == TaskStatus::State::Done;
    const Result<Text> outcome = task->outcome();
    m_task.clear();
    m_progress->hide();
    m_note->setText({});
    m_start->setText(tr("Start the sandbox"));
    m_start->setIconName(u"play"_s);
    if (done) {
        const QString file = m_context.profiles.places().sandboxProfile();
        m_context.profiles.refresh();
        m_context.openProfile(file);
        return;
    }
    if (!outcome && outcome.error().kind != Error::Kind::Cancelled) {
        m_failure = {{Glyph::Error, outcome.error().detail, {}, outcome.error().detail}};
        if (const QString hint = ui::words(outcome.error().hint); !hint.isEmpty())
            m_failure.append({Glyph::Unknown, hint, {}, hint});
        m_checks->setLines(m_failure);
    }
    look();
}

} // namespace pilothouse::app
