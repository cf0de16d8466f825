// SPDX-License-Identifier: GPL-3.0-or-later
// Help: where to begin, and Diagnostics: stalls of the window, folders and versions, ready to copy.
#pragma once

#include "app/shell/sheet.h"
#include "app/shell/shellcontext.h"

#include <QTimer>

class QLabel;

namespace pilothouse::app
{

class ShellActions;

class HelpDialog final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HelpDialog)

public:
    HelpDialog(ShellContext& context, const ShellActions& actions, QWidget* window);

    QString diagnostics() const; // what Copy copies; holds no secret and no host name

private:
    QLabel* addFact(const QString& name, const QString& value);
    void refresh();

    ShellContext& m_context;
    QLabel* m_stalls = nullptr;
    QTimer m_tick;
};

} // namespace pilothouse::app
