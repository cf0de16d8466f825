// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/panelregistry.h"

#include "core/servicehub.h"

#include <algorithm>

namespace pilothouse::app
{

PanelRegistry::PanelRegistry(
    const std::vector<ui::ModuleDescriptor>& modules, const ServiceHub& hub)
    : m_modules(modules)
    , m_hub(hub)
{
}

const ui::PanelFactory* PanelRegistry::factory(const QString& kind) const
{
    for (const ui::ModuleDescriptor& module : m_modules)
        for (const ui::PanelFactory& panel : module.panels)
            if (panel.kind == kind)
                return &panel;
    for (const ui::PanelFactory& panel : m_appPanels)
        if (panel.kind == kind)
            return &panel;
    return nullptr;
}

const ui::ModuleDescriptor* PanelRegistry::module(const QString& id) const
{
    const auto it = std::find_if(m_modules.begin(), m_modules.end(),
        [&](const ui::ModuleDescriptor& m) { return m.id == id; });
    return it == m_modules.end() ? nullptr : &*it;
}

std::vector<const ui::ModuleDescriptor*> PanelRegistry::inProfile() const
{
    std::vector<const ui::ModuleDescriptor*> list;
    for (const ui::ModuleDescriptor& module : m_modules)
        if (module.needsService ? !m_hub.ofModule(module.id).isEmpty() : !m_hub.ids().isEmpty())
            list.push_back(&module);
    std::stable_sort(list.begin(), list.end(),
        [](const auto* a, const auto* b) { return a->railSlot < b->railSlot; });
    return list;
}

std::vector<NewTab> PanelRegistry::newTabs() const
{
    std::vector<NewTab> list;
    for (const ui::ModuleDescriptor* module : inProfile()) {
        const auto services = m_hub.ofModule(module->id);
        for (const ui::PanelFactory& panel : module->panels) {
            if (!panel.offeredForNewTab)
                continue;
            if (!module->needsService)
                list.push_back({module, &panel, {}, {}, true});
            for (const ServiceId& id : services) {
                const QString title = m_hub.service(id)->config.title;
                list.push_back(
                    {module, &panel, id, title.isEmpty() ? id : title, services.size() == 1});
            }
        }
    }
    return list;
}

ui::Panel* PanelRegistry::make(
    const QString& kind, const ServiceId& service, ui::Workbench& workbench, QWidget* parent) const
{
    const ui::PanelFactory* found = factory(kind);
    if (!found || !found->make || (!service.isEmpty() && !m_hub.service(service)))
        return nullptr;
    return found->make(workbench, service, parent);
}

} // namespace pilothouse::app
