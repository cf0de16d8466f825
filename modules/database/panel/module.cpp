// SPDX-License-Identifier: GPL-3.0-or-later
// The panels of the module and which of them shows a link.
#include "database/panel/module.h"

#include "core/history/history.h"
#include "database/panel/completioncache.h"
#include "database/panel/lockspanel.h"
#include "database/panel/objectpanel.h"
#include "database/panel/querypanel.h"

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

ui::ModuleDescriptor databaseModule(std::shared_ptr<History> history)
{
    const auto completion = std::make_shared<CompletionCache>();
    ui::ModuleDescriptor module;
    module.id = u"database"_s;
    module.title = PH_TEXT("database", "Database");
    module.iconName = u"database"_s;
    module.railSlot = 3;
    module.panels = {
        {u"database.query"_s, PH_TEXT("database", "Query"), u"database"_s, true,
            [history, completion](ui::Workbench& w, const ServiceId& id, QWidget* parent) {
                return new QueryPanel(w, id, history, completion, parent);
            },
            PH_TEXT("database", "New query, SQL editor, worksheet")},
        {u"database.locks"_s, PH_TEXT("database", "Locks"), u"lock"_s, true,
            [](ui::Workbench& w, const ServiceId& id, QWidget* parent) {
                return new LocksPanel(w, id, parent);
            },
            PH_TEXT("database", "Lock cockpit, blocking, blocked, waiting, sessions, deadlock")},
        {u"database.object"_s, PH_TEXT("database", "Object"), u"table"_s, false,
            [](ui::Workbench& w, const ServiceId& id, QWidget* parent) {
                return new ObjectPanel(w, id, parent);
            }},
    };
    module.panelFor = [](const Link& link) {
        if (link.view.startsWith("locks"_L1))
            return u"database.locks"_s;
        if (link.view == "query"_L1 || link.entity.name.isEmpty())
            return u"database.query"_s;
        return u"database.object"_s;
    };
    return module;
}

} // namespace pilothouse::database
