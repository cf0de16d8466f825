// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/pipelinesmodule.h"

#include "pipelines/catalogue/loader.h"
#include "pipelines/panel/editorpanel.h"

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

ui::ModuleDescriptor pipelinesModule(Runtime& runtime, const QString& stateFolder)
{
    const auto book = std::make_shared<SessionBook>(runtime, stateFolder + u"/drafts/pipelines"_s);
    ui::ModuleDescriptor module;
    module.id = u"pipelines"_s;
    module.title = PH_TEXT("pipelines", "Pipelines");
    module.iconName = u"pipeline"_s;
    module.railSlot = 2;
    module.needsService = false;
    module.panels
        = {{u"pipelines.editor"_s, PH_TEXT("pipelines", "Pipeline editor"), u"pipeline"_s, true,
            [book](ui::Workbench& workbench, const ServiceId&, QWidget* parent) -> ui::Panel* {
                return new EditorPanel(workbench, book, builtInCatalogue(), parent);
            },
            PH_TEXT("pipelines", "Canvas, DAG, draw, new pipeline")}};
    return module;
}

} // namespace pilothouse::pipelines
