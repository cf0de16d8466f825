// SPDX-License-Identifier: GPL-3.0-or-later
// What is done from the library: new, rename, copy, move, throw away, import.
#include "core/servicehub.h"
#include "pipelines/files/documentfile.h"
#include "pipelines/panel/libraryacts.h"
#include "pipelines/panel/librarypanel.h"
#include "pipelines/panel/panelkinds.h"
#include "pipelines/panel/pipelinedialog.h"
#include "pipelines/panel/templates.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/workbench.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QListView>
#include <QMenu>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using Kind = LibraryRow::Kind;

namespace
{

constexpr std::chrono::seconds kWork{60};

} // namespace

QAction* LibraryPanel::add(const QString& text, const QKeySequence& key, std::function<void()> act)
{
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(act));
    addAction(action);
    m_actions.append(action);
    return action;
}

void LibraryPanel::buildActions()
{
    add(tr("Read the folders again"), QKeySequence(Qt::Key_F5), [this] { refresh(); });
    add(tr("New pipeline…"), QKeySequence(Qt::CTRL | Qt::Key_N), [this] { askNew(); });
    add(tr("Import a JSON flow…"), QKeySequence(Qt::CTRL | Qt::Key_O), [this] { askImport(); });
    add(tr("Add a folder…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
        [this] { askFolder(); });
    m_removeFolder = add(tr("Take the folder off the list"),
        QKeySequence(Qt::SHIFT | Qt::Key_Delete), [this] { removeFolder(); });
    add(tr("Order by name, or by the last run"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
        [this] { m_order->setCurrentIndex(1 - m_order->currentIndex()); });
    add(tr("Filter the pipelines"), QKeySequence(Qt::CTRL | Qt::Key_F),
        [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    m_open = add(tr("Open"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { openCurrent(); });
    m_ofDocument = {add(tr("Rename…"), QKeySequence(Qt::Key_F2), [this] { askRename(); }),
        add(tr("Duplicate…"), QKeySequence(Qt::CTRL | Qt::Key_D), [this] { askDuplicate(); }),
        add(tr("Move to a folder…"), QKeySequence(Qt::CTRL | Qt::Key_M), [this] { askMove(); }),
        add(tr("Move to the trash…"), QKeySequence(Qt::Key_Delete), [this] { askTrash(); })};
}

void LibraryPanel::updateActions()
{
    const LibraryRow* row = current();
    const bool document = row && row->kind == Kind::Document;
    const bool sound = document && row->item.broken.isEmpty();
    m_open->setEnabled(row != nullptr);
    // The usual one comes back when no other is left, and the profile's are the profile's.
    const QStringList own = m_library->roots();
    m_removeFolder->setEnabled(row && row->kind == Kind::Folder && row->place.isEmpty()
        && own.contains(row->root) && own != QStringList{Library::usualRoot()});
    m_ofDocument[0]->setEnabled(sound);
    m_ofDocument[1]->setEnabled(sound);
    m_ofDocument[2]->setEnabled(document);
    m_ofDocument[3]->setEnabled(document);
}

void LibraryPanel::showMenu(const QPoint& at)
{
    // The key for menus asks for the current row, wherever the pointer is.
    const QModelIndex index = m_list->indexAt(at);
    if (index.isValid())
        m_list->setCurrentIndex(index);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_open);
    menu->addSeparator();
    menu->addActions(m_ofDocument);
    menu->addSeparator();
    menu->addActions(m_actions.mid(0, 5));
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

QString LibraryPanel::folderHere() const
{
    const LibraryRow* row = current();
    if (!row || row->root.isEmpty())
        return m_library->roots().first();
    return row->place.isEmpty() ? row->root : row->root + u'/' + row->place;
}

void LibraryPanel::work(const QString& name, std::function<Result<QString>()> job, bool opens)
{
    m_work
        = m_library->lane()
              .run(kWork,
                  [job = std::move(job)](
                      NoConnection&, const Token&) -> Result<QString> { return job(); })
              .onDone(this, [this, name, opens](Result<QString> path) {
                  if (!path)
                      workbench().report(path.error());
                  else {
                      m_comingTo = *path;
                      m_comingName = name;
                  }
                  m_library->refresh();
                  m_list->setFocus();
                  if (path && opens)
                      workbench().openPanel(kCanvasPanel.toString(), {}, canvasState(*path, name));
              });
}

PipelineDialog* LibraryPanel::nameDialog(
    const QString& question, const QString& button, const QString& name)
{
    auto* dialog = new PipelineDialog(question, button, name, window());
    QStringList taken;
    if (m_library->content()) {
        for (const LibraryItem& item : m_library->content()->items)
            taken.append(item.name);
    }
    dialog->setTaken(taken);
    return dialog;
}

void LibraryPanel::askNew()
{
    auto* dialog = nameDialog(tr("New pipeline"), tr("Create"), {});
    QList<PipelineDialog::Choice> folders;
    const QString here = folderHere();
    int chosen = 0;
    const auto offer = [&](const QString& path) {
        if (path == here)
            chosen = int(folders.size());
        folders.append({path, path});
    };
    if (m_library->content()) {
        for (const LibraryFolder& folder : m_library->content()->folders) {
            offer(folder.root);
            for (const QString& place : folder.places)
                offer(folder.root + u'/' + place);
        }
    }
    if (folders.isEmpty())
        offer(here);
    QList<PipelineDialog::Choice> begins{{tr("Nothing"), {}}};
    for (const PipelineTemplate& one : pipelineTemplates())
        begins.append({one.title, one.file,
            QString(one.note.simplified() + u'\n' + LibraryModel::missingWords(one.missing))
                .trimmed()});
    dialog->offer(folders, chosen, begins);
    connect(dialog, &PipelineDialog::wanted, this,
        [this](const QString& name, const QString& folder, const QString& from) {
            work(
                name,
                [name, folder, from]() -> Result<QString> {
                    if (!from.isEmpty()) {
                        const QByteArray text = templateText(from);
                        return libraryacts::createFrom(folder, text, name, {});
                    }
                    Pipeline pipeline;
                    pipeline.id = libraryacts::freshId();
                    pipeline.name = name;
                    return libraryacts::create(folder, pipeline);
                },
                true);
        });
    dialog->open();
}

void LibraryPanel::askRename()
{
    const LibraryItem item = current()->item;
    auto* dialog = nameDialog(tr("Rename %1").arg(item.name), tr("Rename"), item.name);
    connect(dialog, &PipelineDialog::wanted, this, [this, item](const QString& name) {
        work(name, [item, name] { return libraryacts::rename(item.file, item.name, name); });
    });
    dialog->open();
}

void LibraryPanel::askDuplicate()
{
    const LibraryItem item = current()->item;
    auto* dialog = nameDialog(tr("Copy of %1").arg(item.name), tr("Duplicate"),
        libraryacts::freeName(QFileInfo(item.file).path(), item.name));
    connect(dialog, &PipelineDialog::wanted, this, [this, item](const QString& name) {
        work(name, [item, name] { return libraryacts::duplicate(item.file, item.name, name); });
    });
    dialog->open();
}

void LibraryPanel::askMove()
{
    const LibraryItem item = current()->item;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const LibraryFolder& folder : m_library->content()->folders) {
        const auto offer = [&](const QString& path) {
            QAction* action = menu->addAction(path);
            action->setEnabled(QFileInfo(item.file).absolutePath() != path);
            connect(action, &QAction::triggered, this, [this, item, path] {
                work(item.name, [item, path] { return libraryacts::move(item.file, path); });
            });
        };
        offer(folder.root);
        for (const QString& place : folder.places)
            offer(folder.root + u'/' + place);
    }
    const QRect row = m_list->visualRect(m_list->currentIndex());
    menu->popup(m_list->viewport()->mapToGlobal(row.bottomLeft()));
    // Enter takes the first other folder.
    const auto actions = menu->actions();
    for (QAction* action : actions) {
        if (action->isEnabled())
            return menu->setActiveAction(action);
    }
}

void LibraryPanel::askTrash()
{
    const LibraryItem item = current()->item;
    Act act;
    act.title = PH_TEXT("pipelines", "Move to the trash…");
    act.question = PH_TEXT("pipelines", "Move %1 to the trash?").arg(item.name);
    act.consequence = item.flow
        ? PH_TEXT("pipelines",
            "The whole file goes, with every pipeline in it. What is deployed "
            "stays.")
        : PH_TEXT("pipelines", "The document goes, with its layout. What is deployed stays.");
    act.button = PH_TEXT("pipelines", "Move to the trash");
    act.icon = u"trash"_s;
    act.statement = item.file;
    act.destructive = true;
    act.make = [this, item] {
        TaskInfo info;
        info.title = PH_TEXT("pipelines", "%1 to the trash").arg(item.name);
        return m_library->lane().task(std::move(info), kWork,
            [item](NoConnection&, const Token&, TaskProgress&) -> Result<Text> {
                const auto gone = libraryacts::trash(item.file);
                if (!gone)
                    return tl::unexpected(gone.error());
                return PH_TEXT("pipelines", "%1 is in the trash.").arg(item.name);
            });
    };
    workbench().confirm(std::move(act), this, [this](Task* task) {
        if (task && !task->outcome())
            workbench().report(task->outcome().error());
        m_library->refresh();
        m_list->setFocus();
    });
}

void LibraryPanel::askImport()
{
    auto* dialog = new QFileDialog(
        window(), tr("Import a JSON flow"), QDir::homePath(), tr("JSON flows (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &LibraryPanel::importFlow);
    dialog->open();
}

void LibraryPanel::importFlow(const QString& file)
{
    work({}, [file, folder = folderHere()]() -> Result<QString> {
        const auto paths = libraryacts::import(file, folder);
        if (!paths)
            return tl::unexpected(paths.error());
        return paths->value(0);
    });
}

void LibraryPanel::askFolder()
{
    auto* dialog = new QFileDialog(window(), tr("Add a folder of pipelines"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &LibraryPanel::addFolder);
    dialog->open();
}

void LibraryPanel::addFolder(const QString& folder)
{
    QStringList roots = m_library->roots();
    const QString path = QDir::cleanPath(folder);
    if (!m_library->allRoots().contains(path))
        m_library->setRoots(roots << path);
}

void LibraryPanel::removeFolder()
{
    const LibraryRow* row = current();
    if (!row || row->kind != Kind::Folder)
        return;
    QStringList roots = m_library->roots();
    const QString gone = row->root;
    if (roots.removeAll(gone) == 0)
        return;
    m_library->setRoots(roots);
    workbench().notify(tr("%1 is off the list").arg(gone), tr("Its files stay where they are."));
}

} // namespace pilothouse::pipelines
