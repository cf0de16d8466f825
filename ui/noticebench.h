// SPDX-License-Identifier: GPL-3.0-or-later
// NoticeBench: a workbench whose good news carry a button, like Undo.
#pragma once

#include "ui/workbench.h"

namespace pilothouse::ui
{

class NoticeBench
{
public:
    virtual ~NoticeBench() = default;

    // As Workbench::notify. The button stays in the list of notices too; it is pressed once, and
    // nothing comes of it when `context` is gone by then.
    virtual void offer(const QString& title, const QString& detail, const QString& button,
        QObject* context, std::function<void()> act)
        = 0;
};

// Without the button where the workbench has none.
inline void offer(Workbench& bench, const QString& title, const QString& detail,
    const QString& button, QObject* context, std::function<void()> act)
{
    if (auto* notices = dynamic_cast<NoticeBench*>(&bench))
        notices->offer(title, detail, button, context, std::move(act));
    else
        bench.notify(title, detail);
}

} // namespace pilothouse::ui
