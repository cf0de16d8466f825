// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/workflowmodule.h"

#include "workflow/panel/adminpanel.h"
#include "workflow/panel/workflowpanel.h"

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

ui::ModuleDescriptor workflowModule()
{
    ui::ModuleDescriptor module;
    module.id = u"workflow"_s;
    module.title = PH_TEXT("workflow", "Workflow");
    module.iconName = u"share"_s;
    module.railSlot = 6;
    module.panels = {
        {u"workflow.runs"_s, PH_TEXT("workflow", "DAGs and runs"), u"share"_s, true,
            [](ui::Workbench& workbench, const ServiceId& service, QWidget* parent) -> ui::Panel* {
                return new WorkflowPanel(workbench, service, parent);
            },
            PH_TEXT("workflow", "Pipelines, workflows, tasks, schedule")},
        {u"workflow.admin"_s, PH_TEXT("workflow", "Server: pools, variables, errors"), u"server"_s,
            true,
            [](ui::Workbench& workbench, const ServiceId& service, QWidget* parent) -> ui::Panel* {
                return new AdminPanel(workbench, service, parent);
            },
            PH_TEXT("workflow", "Administration, import errors, components")}};
    module.panelFor = [](const Link&) {
        return u"workflow.runs"_s;
    };
    return module;
}

} // namespace pilothouse::workflow
