// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/streamsmodule.h"

#include "streams/panel/deadletterpanel.h"
#include "streams/panel/searchpanel.h"
#include "streams/panel/streamspanel.h"

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

ui::PanelEntry part(const QString& view, const Text& title, const Text& words)
{
    return {title, words, {{u"view"_s, view}}};
}

} // namespace

ui::ModuleDescriptor streamsModule()
{
    ui::ModuleDescriptor module;
    module.id = u"streams"_s;
    module.title = PH_TEXT("streams", "Streams");
    module.iconName = u"waves"_s;
    module.railSlot = 5;
    module.panels = {
        {u"streams.topics"_s, PH_TEXT("streams", "Topics and groups"), u"waves"_s, true,
            [](ui::Workbench& workbench, const ServiceId& service, QWidget* parent) -> ui::Panel* {
                return new StreamsPanel(workbench, service, parent);
            },
            PH_TEXT("streams", "Topics, partitions, consumer groups, lag, brokers"),
            {part(u"groups"_s, PH_TEXT("streams", "Consumer groups"),
                 PH_TEXT("streams", "Members, lag, committed offsets, reset")),
                part(u"brokers"_s, PH_TEXT("streams", "Brokers"),
                    PH_TEXT(
                        "streams", "Cluster, controller, disks, settings, quotas, reassignments")),
                part(u"schemas"_s, PH_TEXT("streams", "Schema registry"),
                    PH_TEXT("streams", "Subjects, versions, compatibility, Avro, Protobuf")),
                part(u"connect"_s, PH_TEXT("streams", "Kafka Connect"),
                    PH_TEXT("streams", "Connectors, tasks, pause, restart"))}},
        {u"streams.search"_s, PH_TEXT("streams", "Search through a topic"), u"search"_s, true,
            [](ui::Workbench& workbench, const ServiceId& service, QWidget* parent) -> ui::Panel* {
                return new SearchPanel(workbench, service, parent);
            },
            PH_TEXT("streams", "Messages that hold a text, a field's value or an expression")},
        {u"streams.deadletters"_s, PH_TEXT("streams", "Dead letters"), u"undo"_s, true,
            [](ui::Workbench& workbench, const ServiceId& service, QWidget* parent) -> ui::Panel* {
                return new DeadLetterPanel(workbench, service, parent);
            },
            PH_TEXT("streams", "Failed messages, DLQ, DLT, edit, redrive")},
    };
    module.panelFor = [](const Link&) {
        return u"streams.topics"_s;
    };
    return module;
}

} // namespace pilothouse::streams
