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
            PH_TEXT("workflow", "Administration, components"),
            {{PH_TEXT("workflow", "Import errors"),
                 PH_TEXT("workflow", "Import error, broken DAG, DAG file"),
                 AdminPanel::stateOf(AdminPanel::Errors)},
                {PH_TEXT("workflow", "Missed deadlines"),
                    PH_TEXT("workflow", "Deadlines, SLA, SLA misses, late runs"),
                    AdminPanel::stateOf(AdminPanel::Deadlines)},
                {PH_TEXT("workflow", "Pools"), PH_TEXT("workflow", "Slots"),
                    AdminPanel::stateOf(AdminPanel::Pools)},
                {PH_TEXT("workflow", "Variables"), PH_TEXT("workflow", "Variable"),
                    AdminPanel::stateOf(AdminPanel::Variables)},
                {PH_TEXT("workflow", "Connections"), PH_TEXT("workflow", "Connection"),
                    AdminPanel::stateOf(AdminPanel::Connections)},
                {PH_TEXT("workflow", "Assets"), PH_TEXT("workflow", "Datasets"),
                    AdminPanel::stateOf(AdminPanel::Assets)}}}};
    module.panelFor = [](const Link&) {
        return u"workflow.runs"_s;
    };
    return module;
}

} // namespace pilothouse::workflow
