// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/queuemodule.h"

#include "queue/panel/queuepanel.h"

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

ui::ModuleDescriptor queueModule()
{
    ui::ModuleDescriptor module;
    module.id = u"queue"_s;
    module.title = PH_TEXT("queue", "Queue");
    module.iconName = u"layers"_s;
    module.railSlot = 4;
    module.panels = {{u"queue.keys"_s, PH_TEXT("queue", "Keys"), u"layers"_s, true,
        [](ui::Workbench& workbench, const ServiceId& service, QWidget* parent) -> ui::Panel* {
            return new QueuePanel(workbench, service, parent);
        }}};
    module.panelFor = [](const Link&) {
        return u"queue.keys"_s;
    };
    return module;
}

} // namespace pilothouse::queue
