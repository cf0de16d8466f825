// SPDX-License-Identifier: GPL-3.0-or-later
// ModuleDescriptor: how a module appears in the window. Joined with the adapters only in
// app/modules.cpp.
#pragma once

#include "core/text.h"
#include "ui/panel.h"

#include <QJsonObject>

#include <functional>
#include <vector>

namespace pilothouse::ui
{

// A part of a panel one looks for by its own name.
struct PanelEntry {
    Text title; // "Server: Import errors"
    Text words; // by which the palette finds it too, with commas between them
    QJsonObject state; // the panel opens with it
};

struct PanelFactory {
    QString kind; // "database.query"
    Text title; // for the new-tab menu and the palette
    QString iconName;
    bool offeredForNewTab = true;
    std::function<Panel*(Workbench&, const ServiceId&, QWidget* parent)> make;
    Text words = {}; // as of an entry
    std::vector<PanelEntry> entries = {}; // more ways in, for the palette
};

// Something of a module that is found by its name and has no service that could tell of it.
struct FoundPanel {
    QString name;
    QString context; // one line
    QStringList words; // by which it is found too
    QString kind; // the panel that shows it
    ServiceId service;
    QJsonObject state;
};

struct ModuleDescriptor {
    QString id; // "database"
    Text title;
    QString iconName;
    int railSlot
        = 0; // order on the rail and its key: 1 Overview Alt+1 … 10 Alt+0, 11 Alt+-, 12 Alt+=
    std::vector<PanelFactory> panels; // the first is what the rail opens
    bool needsService = true; // else it is there in every profile
    // Which of `panels` shows a link's entity; empty when none does.
    std::function<QString(const Link&)> panelFor;
    // What is known now, for the palette; calls back on the GUI thread when there is more.
    std::function<std::vector<FoundPanel>(Workbench&, std::function<void()> changed)> find;
};

} // namespace pilothouse::ui
