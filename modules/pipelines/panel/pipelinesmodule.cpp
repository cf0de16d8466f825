// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/pipelinesmodule.h"

#include "pipelines/catalogue/loader.h"
#include "pipelines/panel/editorpanel.h"
#include "pipelines/panel/librarypanel.h"
#include "pipelines/panel/panelkinds.h"
#include "pipelines/panel/serverdagpanel.h"
#include "ui/words.h"
#include "ui/workbench.h"

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

// One library for all panels of a window, made with the first.
class SharedLibrary final
{
public:
    LibraryPtr of(ui::Workbench& workbench)
    {
        LibraryPtr library = m_library.lock();
        if (!library) {
            library = std::make_shared<Library>(workbench.hub(), workbench.settings());
            m_library = library;
        }
        return library;
    }

private:
    std::weak_ptr<Library> m_library;
};

std::vector<ui::FoundPanel> found(const LibraryContentPtr& content)
{
    std::vector<ui::FoundPanel> list;
    if (!content)
        return list;
    for (const LibraryItem& item : content->items) {
        if (item.broken.isEmpty())
            list.push_back({item.shownTitle(), item.place.isEmpty() ? item.root : item.place,
                QStringList{item.name, item.owner} + item.tags, kCanvasPanel.toString(), {},
                canvasState(item.file, item.name)});
    }
    return list;
}

// For the palette; the library is kept from its first question on.
std::function<std::vector<ui::FoundPanel>(ui::Workbench&, std::function<void()>)> finder(
    const std::shared_ptr<SharedLibrary>& shared)
{
    const auto known = std::make_shared<LibraryPtr>();
    const auto told = std::make_shared<QMetaObject::Connection>();
    return [shared, known, told](ui::Workbench& workbench,
               std::function<void()> changed) -> std::vector<ui::FoundPanel> {
        *known = shared->of(workbench);
        QObject::disconnect(*told);
        *told = QObject::connect(known->get(), &Library::changed, known->get(), std::move(changed));
        (*known)->scan();
        return found((*known)->content());
    };
}

QStringList wordsOf(const KnownKinds& kinds)
{
    QStringList words;
    for (const CatalogueProblem& problem : kinds.problems)
        words.append(problem.where() + u": "_s + ui::words(problem.message));
    return words;
}

Error noticeOf(const KnownKinds& kinds)
{
    return {Error::Kind::Protocol, wordsOf(kinds).join(u'\n'), {},
        PH_PLURAL("pipelines", "%n of your own kinds of nodes cannot be used.")
            .plural(int(kinds.problems.size())),
        {}};
}

} // namespace

ui::ModuleDescriptor pipelinesModule(Runtime& runtime, const QString& stateFolder)
{
    const auto book = std::make_shared<SessionBook>(runtime, stateFolder + u"/drafts/pipelines"_s);
    const auto shared = std::make_shared<SharedLibrary>();
    ui::ModuleDescriptor module;
    module.id = u"pipelines"_s;
    module.title = PH_TEXT("pipelines", "Pipelines");
    module.iconName = u"pipeline"_s;
    module.railSlot = 2;
    module.needsService = false;
    module.panels = {
        {u"pipelines.library"_s, PH_TEXT("pipelines", "Library of pipelines"), u"pipeline"_s, true,
            [shared](ui::Workbench& workbench, const ServiceId&, QWidget* parent) -> ui::Panel* {
                return new LibraryPanel(workbench, shared->of(workbench), parent);
            },
            PH_TEXT("pipelines", "DAGs, workflows, documents, templates")},
        {u"pipelines.editor"_s, PH_TEXT("pipelines", "Pipeline editor"), u"pipeline"_s, true,
            [book, told = std::make_shared<bool>(false)](
                ui::Workbench& workbench, const ServiceId&, QWidget* parent) -> ui::Panel* {
                const KnownKinds& kinds = knownKinds();
                auto* panel = new EditorPanel(workbench, book, kinds.catalogue, parent);
                panel->setBrokenKinds(wordsOf(kinds));
                if (!kinds.problems.empty() && !std::exchange(*told, true))
                    workbench.report(noticeOf(kinds));
                return panel;
            },
            PH_TEXT("pipelines", "Canvas, DAG, draw, new pipeline")},
        {u"pipelines.dag"_s, PH_TEXT("pipelines", "DAG of a server"), u"pipeline"_s, false,
            [](ui::Workbench& workbench, const ServiceId& service, QWidget* parent) -> ui::Panel* {
                return new ServerDagPanel(workbench, service, parent);
            }}};
    module.find = finder(shared);
    return module;
}

} // namespace pilothouse::pipelines
