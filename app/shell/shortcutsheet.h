// SPDX-License-Identifier: GPL-3.0-or-later
// All shortcuts that work now: those of the view in front, then those of the window.
#pragma once

#include "app/shell/sheet.h"

namespace pilothouse::ui
{
class Panel;
}

namespace pilothouse::app
{

class ShellActions;

class ShortcutSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutSheet)

public:
    ShortcutSheet(const ShellActions& actions, const ui::Panel* panel, QWidget* window);

private:
    void addKeys(const QString& text, const QList<QKeySequence>& keys);
};

} // namespace pilothouse::app
