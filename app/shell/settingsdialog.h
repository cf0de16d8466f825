// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: look, language, motion and every shortcut. Everything takes effect at once.
#pragma once

#include "app/shell/sheet.h"
#include "app/shell/shellcontext.h"

class QLabel;

namespace pilothouse::app
{

class ShellActions;

class SettingsDialog final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

public:
    SettingsDialog(ShellContext& context, ShellActions& actions, QWidget* window);

private:
    void buildLook();
    void buildKeys();
    bool setKeys(QAction* action, const QKeySequence& keys); // false: another has them

    ShellContext& m_context;
    ShellActions& m_actions;
    QLabel* m_problem = nullptr;
};

} // namespace pilothouse::app
