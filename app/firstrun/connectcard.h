// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectCard: the second way in: the user's own servers. Those that answer can be used at once,
// the rest can wait.
#pragma once

#include "app/firstrun/choicecard.h"
#include "app/firstrun/connectrow.h"
#include "app/firstrun/firstruncontext.h"

namespace pilothouse::ui
{
class Button;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::app
{

class ConnectCard final : public ChoiceCard
{
    Q_OBJECT

public:
    ConnectCard(
        ui::Workbench& workbench, const FirstRunContext& context, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(ConnectCard)

    QWidget* firstControl() const override;

private:
    void buildLayout();
    void refreshLines();
    void connectThem();
    void addService();
    int answering() const;

    ui::Workbench& m_workbench;
    const FirstRunContext& m_context;
    QList<ConnectRow*> m_rows;
    CheckLine m_keychain;
    CheckLine m_failure;
    CheckList* m_checks = nullptr;
    ui::Button* m_connect = nullptr;
    ui::Button* m_add = nullptr;
};

} // namespace pilothouse::app
