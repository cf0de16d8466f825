// SPDX-License-Identifier: GPL-3.0-or-later
// Which panels there are: those of the modules and the application's own ("app.…"), by their kind.
#pragma once

#include "ui/moduledescriptor.h"

namespace pilothouse
{
class ServiceHub;
}

namespace pilothouse::app
{

// One way to a new tab: a panel that is offered, for a service of the profile.
struct NewTab {
    const ui::ModuleDescriptor* module;
    const ui::PanelFactory* panel;
    ServiceId service;
    QString serviceTitle;
    bool onlyService; // of its module
};

class PanelRegistry final
{
public:
    PanelRegistry(const std::vector<ui::ModuleDescriptor>& modules, const ServiceHub& hub);

    void setAppPanels(std::vector<ui::PanelFactory> panels) { m_appPanels = std::move(panels); }

    const ui::PanelFactory* factory(const QString& kind) const;
    const ui::ModuleDescriptor* module(const QString& id) const;
    const std::vector<ui::ModuleDescriptor>& modules() const { return m_modules; }
    // Modules that have a service, and with any service those that need none: what the rail and the
    // new-tab menu offer.
    std::vector<const ui::ModuleDescriptor*> inProfile() const;

    // In the order of the modules: for the new-tab menu and the palette.
    std::vector<NewTab> newTabs() const;

    // Null when this build has no such panel, or its service is not in the profile.
    ui::Panel* make(const QString& kind, const ServiceId& service, ui::Workbench& workbench,
        QWidget* parent = nullptr) const;

    static QString moduleOf(const QString& kind) { return kind.section(u'.', 0, 0); }

private:
    const std::vector<ui::ModuleDescriptor>& m_modules;
    const ServiceHub& m_hub;
    std::vector<ui::PanelFactory> m_appPanels;
};

} // namespace pilothouse::app
