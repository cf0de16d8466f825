// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/queuemodule.h"

#include "queue/panel/consolepanel.h"
#include "queue/panel/queuepanel.h"

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

ui::ModuleDescriptor queueModule(std::shared_ptr<History> history)
{
    ui::ModuleDescriptor module;
    module.id = u"queue"_s;
    module.title = PH_TEXT("queue", "Queue");
    module.iconName = u"layers"_s;
    module.railSlot = 4;
    module.panels = {
        {u"queue.keys"_s, PH_TEXT("queue", "Keys"), u"layers"_s, true,
            [](ui::Workbench& workbench, const ServiceId& service, QWidget* parent) -> ui::Panel* {
                return new QueuePanel(workbench, service, parent);
            },
            PH_TEXT("queue", "Key browser, streams, groups")},
        {u"queue.console"_s, PH_TEXT("queue", "Console"), u"terminal"_s, true,
            [history = std::move(history)](
                ui::Workbench& workbench, const ServiceId& service, QWidget* parent) -> ui::Panel* {
                return new ConsolePanel(workbench, service, history, parent);
            },
            PH_TEXT("queue", "Commands, terminal, command line")}};
    module.panelFor = [](const Link&) {
        return u"queue.keys"_s;
    };
    return module;
}

} // namespace pilothouse::queue
