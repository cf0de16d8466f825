// SPDX-License-Identifier: GPL-3.0-or-later
// SandboxCard: the first way in. Looks before its button is pressed, starts the sandbox as a task
// and opens its profile.
#pragma once

#include "app/firstrun/choicecard.h"
#include "app/firstrun/firstruncontext.h"
#include "app/firstrun/sandboxchecks.h"

#include <QPointer>

namespace pilothouse
{
class Task;
}

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
class ProgressLine;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::app
{

class SandboxCard final : public ChoiceCard
{
    Q_OBJECT

public:
    SandboxCard(
        ui::Workbench& workbench, const FirstRunContext& context, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(SandboxCard)

    QWidget* firstControl() const override;
    void look(); // asks again what is there

Q_SIGNALS:
    void ready(); // its checks are done

private:
    void buildLayout();
    void showStatus(const Result<SandboxStatus>& status);
    void showChips(const SandboxStatus& status);
    void press();
    void start();
    void follow();
    void finished();

    ui::Workbench& m_workbench;
    const FirstRunContext& m_context;
    std::unique_ptr<QObject> m_asking; // context of the status asked for
    SandboxStatus m_status;
    QList<CheckLine> m_failure; // of the last start, until the next
    QPointer<Task> m_task;
    QWidget* m_chips = nullptr;
    CheckList* m_checks = nullptr;
    ui::ProgressLine* m_progress = nullptr;
    ui::Button* m_start = nullptr;
    ui::ElidedLabel* m_note = nullptr;
};

} // namespace pilothouse::app
