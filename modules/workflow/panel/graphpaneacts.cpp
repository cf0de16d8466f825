// SPDX-License-Identifier: GPL-3.0-or-later
// GraphPane: what one may do with the graph: the menu of a node, neighbourhoods, pins, files.
#include "core/error.h"
#include "core/wholefile.h"
#include "ui/graph/graphview.h"
#include "ui/workbench.h"
#include "workflow/panel/graphpane.h"
#include "workflow/panel/runfeed.h"

#include <QAction>
#include <QCoreApplication>
#include <QFileDialog>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

// Keys are the view's own while it has the focus; here they are named for the list of keys.
void GraphPane::buildActions()
{
    const auto add = [this](const QString& text, const QKeySequence& key, auto does) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, [this, does] {
            m_view->setFocus(Qt::ShortcutFocusReason);
            does();
        });
        m_actions.append(action);
        return action;
    };
    const auto press = [this](Qt::Key key) {
        return [this, key] {
            QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
            QCoreApplication::sendEvent(m_view, &event);
        };
    };
    add(tr("Graph: find a node"), Qt::Key_Slash, [this] { m_view->openSearch(); });
    add(tr("Graph: the next node"), Qt::Key_Tab, press(Qt::Key_Tab));
    add(tr("Graph: along an edge"), Qt::Key_Right, press(Qt::Key_Right));
    add(tr("Graph: the next edge of the node"), Qt::Key_E, press(Qt::Key_E));
    add(tr("Graph: open or close the group"), Qt::Key_Space, [this] {
        const auto& nodes = m_view->scene().nodes;
        for (const ui::GraphNode& node : nodes)
            if (node.isGroup && node.id == m_view->current()) {
                m_view->setGroupOpen(node.id, !node.open);
                return;
            }
    });
    add(tr("Graph: all of it"), Qt::Key_0, [this] { m_view->fit(); });
    add(tr("Graph: only what is next to the node"), {}, [this] { m_view->setNeighbourhood(1); });
    add(tr("Graph: only what is two steps away"), {}, [this] { m_view->setNeighbourhood(2); });
    add(tr("Graph: every node again"), {}, [this] { m_view->setNeighbourhood(0); });
    add(tr("Graph: pin the node, or let it go"), {}, [this] {
        if (const QString id = m_view->current(); !id.isEmpty() && !m_showsMap)
            setPinned(id, !m_pins.contains(id));
    });
    add(tr("Graph: let all pins go"), {}, [this] { letPinsGo(); });
    for (QAction* save : {add(tr("Graph: save as SVG…"), {}, [this] { askFile(u"svg"_s); }),
             add(tr("Graph: save as PNG…"), {}, [this] { askFile(u"png"_s); })})
        save->setProperty("words", tr("export, picture, image, file"));
}

QMenu* GraphPane::menuFor(const QString& id)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString& text, auto does) {
        QAction* action = menu->addAction(text);
        connect(action, &QAction::triggered, this, does);
        return action;
    };
    const auto& nodes = m_view->scene().nodes;
    const auto node = std::find_if(
        nodes.begin(), nodes.end(), [&id](const ui::GraphNode& one) { return one.id == id; });
    if (node != nodes.end()) {
        if (node->isGroup)
            add(node->open ? tr("Close the group") : tr("Open the group"),
                [this, id, open = !node->open] { m_view->setGroupOpen(id, open); });
        else if (!m_showsMap)
            add(tr("Why is this task not running?"), [this] { Q_EMIT whyAsked(); });
        add(tr("Only what is next to it"), [this, id] {
            m_view->choose(id);
            m_view->setNeighbourhood(1);
        });
        add(tr("Only what is two steps away"), [this, id] {
            m_view->choose(id);
            m_view->setNeighbourhood(2);
        });
        if (!m_showsMap)
            add(m_pins.contains(id) ? tr("Let it go") : tr("Pin it here"),
                [this, id] { setPinned(id, !m_pins.contains(id)); });
        menu->addSeparator();
    }
    if (m_view->neighbourhood() > 0)
        add(tr("Every node again"), [this] { m_view->setNeighbourhood(0); });
    if (!m_pins.isEmpty() && !m_showsMap)
        add(tr("Let all pins go"), [this] { letPinsGo(); });
    add(tr("Fit the graph"), [this] { m_view->fit(); });
    add(tr("Find a node"), [this] { m_view->openSearch(); });
    menu->addSeparator();
    add(tr("Save as SVG…"), [this] { askFile(u"svg"_s); });
    add(tr("Save as PNG…"), [this] { askFile(u"png"_s); });
    return menu;
}

void GraphPane::setPinned(const QString& id, bool pinned)
{
    if (!pinned)
        m_pins.remove(id);
    else if (const auto at = m_view->placeOf(id))
        m_pins.insert(id, *at);
    m_kept.keep(m_dag, m_pins);
    update();
}

void GraphPane::letPinsGo()
{
    if (m_showsMap || m_pins.isEmpty())
        return;
    m_pins.clear();
    m_kept.keep(m_dag, m_pins);
    update();
}

void GraphPane::askFile(const QString& suffix)
{
    if (m_view->scene().nodes.empty())
        return;
    auto* dialog = new QFileDialog(this, tr("Save the graph"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    const QString name = m_showsMap ? u"dags"_s : m_dag;
    dialog->selectFile(QString(name + u'.' + suffix).replace(u'/', u'_'));
    connect(dialog, &QFileDialog::fileSelected, this, &GraphPane::saveAs);
    dialog->open();
}

bool GraphPane::saveAs(const QString& path)
{
    WholeFile file(path);
    const bool png = path.endsWith(".png"_L1, Qt::CaseInsensitive);
    const bool good = file.open(QIODevice::WriteOnly)
        && (png ? m_view->exportImage().save(&file, "PNG")
                : m_view->exportSvg(&file, m_showsMap ? tr("Map across DAGs") : m_dag))
        && file.commit();
    if (!good)
        m_workbench.report(Error{Error::Kind::Refused, m_feed.service(),
            u"%1: %2"_s.arg(path, file.errorString()), {}, {}});
    return good;
}

} // namespace pilothouse::workflow
