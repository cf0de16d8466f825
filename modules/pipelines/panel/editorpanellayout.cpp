// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of an EditorPanel, their places and keys.
#include "core/servicehub.h"
#include "pipelines/deploy/targetfacts.h"
#include "pipelines/panel/belowpane.h"
#include "pipelines/panel/comparebar.h"
#include "pipelines/panel/deploydock.h"
#include "pipelines/panel/deployedchip.h"
#include "pipelines/panel/editorpanel.h"
#include "pipelines/panel/inspector.h"
#include "pipelines/panel/nodepalette.h"
#include "pipelines/panel/nodestates.h"
#include "pipelines/panel/pipelinecanvas.h"
#include "pipelines/panel/portsign.h"
#include "pipelines/panel/problempane.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/dialogs/choicedialog.h"
#include "ui/focusguide.h"
#include "ui/states/stateframe.h"
#include "ui/states/statestrip.h"
#include "ui/theme/theme.h"
#include "ui/workbench.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <cmath>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kPalette = 184;
constexpr int kInspector = 300;
constexpr int kBelow = 220;

QSplitter* splitter(Qt::Orientation orientation, QWidget* parent)
{
    auto* made = new QSplitter(orientation, parent);
    made->setHandleWidth(1);
    made->setChildrenCollapsible(false);
    return made;
}

} // namespace

void EditorPanel::buildLayout()
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_frame);
    auto* all = new QVBoxLayout(m_content);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);

    auto* outer = splitter(Qt::Horizontal, m_content);
    auto* left = splitter(Qt::Vertical, outer);
    auto* top = splitter(Qt::Horizontal, left);
    m_palette = new NodePalette(m_catalogue, m_language, top);
    ui::setPlate(m_palette, ui::Token::Surface);
    auto* middle = new QWidget(top);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHeader());
    m_strip = new ui::StateStrip(middle);
    m_strip->hide();
    column->addWidget(m_strip);
    m_compare = new CompareBar(workbench().hub().runtime(), middle);
    column->addWidget(m_compare);
    m_canvas = new PipelineCanvas(workbench().hub().runtime(), m_catalogue, middle);
    column->addWidget(m_canvas, 1);
    auto* foot = new QWidget(middle);
    ui::setPlate(foot, ui::Token::Canvas);
    auto* legend = new QHBoxLayout(foot);
    legend->setContentsMargins(8, 0, 8, 2);
    legend->addWidget(new PortLegend(foot));
    legend->addStretch();
    m_target = new ui::SegmentedControl(tr("Target"), foot);
    m_target->addSegment(u"Airflow 3"_s);
    m_target->addSegment(u"Airflow 2"_s);
    m_target->setCurrentIndex(0);
    connect(m_target, &ui::SegmentedControl::currentChanged, this, &EditorPanel::onFacts);
    connect(m_facts, &TargetFacts::changed, this, &EditorPanel::onFacts);
    legend->addWidget(m_target);
    addZoom(*legend, foot);
    column->addWidget(foot);
    left->addWidget(top);
    left->addWidget(buildBelow());
    m_inspector = new Inspector(m_catalogue, m_language, outer);
    ui::setPlate(m_inspector, ui::Token::Surface);
    outer->addWidget(left);
    outer->addWidget(m_inspector);
    onFacts();
    buildDock();
    outer->setStretchFactor(0, 1);
    outer->setSizes({1000, kInspector, kInspector});
    top->setStretchFactor(1, 1);
    top->setSizes({kPalette, 800});
    left->setStretchFactor(0, 1);
    left->setSizes({600, kBelow});
    m_palette->setMinimumWidth(140);
    middle->setMinimumWidth(280);
    m_inspector->setMinimumWidth(240);
    all->addWidget(outer);

    m_picker = new NodePalette(m_catalogue, m_language, this);
    m_picker->hide();
    m_frame->setContent(m_content);
    connect(m_frame, &ui::StateFrame::actionTriggered, this, [this](const QString& id) {
        if (id == u"new"_s)
            askNew();
        else
            askFile();
    });
    connect(m_strip, &ui::StateStrip::actionTriggered, this, &EditorPanel::answerStrip);
    connect(m_palette, &NodePalette::chosen, this, [this](const QString& kind) {
        m_canvas->addKind(kind);
        m_canvas->view()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_picker, &NodePalette::chosen, this, [this](const QString& kind) {
        m_canvas->addWanted(kind);
        m_canvas->view()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_compare, &CompareBar::compared, m_canvas, &PipelineCanvas::compare);
    connect(m_compare, &CompareBar::closed, m_canvas, &PipelineCanvas::stopComparing);
    connect(m_compare, &CompareBar::closed, m_canvas->view(),
        [this] { m_canvas->view()->setFocus(Qt::OtherFocusReason); });
    connect(m_canvas, &PipelineCanvas::kindsWanted, this, &EditorPanel::showKinds);
    connect(m_canvas->view(), &ui::GraphView::contextMenuWanted, this, &EditorPanel::showMenu);
    connect(m_canvas, &PipelineCanvas::chosenChanged, this, &EditorPanel::chosenChanged);
    connect(m_canvas, &PipelineCanvas::nodeActivated, m_inspector,
        [this](const QString&) { m_inspector->focusFirst(); });
    connect(m_canvas, &PipelineCanvas::said, this, &EditorPanel::tell);
    connect(m_inspector, &Inspector::refused, this,
        [this](const QString& words) { tell(words, true); });
    connect(m_problems, &ProblemPane::chosen, this, [this](const Problem& problem) {
        if (!problem.node.isEmpty())
            m_canvas->chooseNode(problem.node);
        else
            m_canvas->chooseNode({});
        if (!problem.field.isEmpty())
            m_inspector->focusField(problem.field);
    });
    connect(m_canvas->view(), &ui::GraphView::zoomChanged, this,
        [this](double zoom) { m_zoom->setText(u"%1%"_s.arg(std::lround(zoom * 100))); });
    new ui::FocusGuide(
        *this, [this]() -> QWidget* { return m_canvas->view(); }, {m_canvas->view()});
}

void EditorPanel::buildDock()
{
    m_dock = new DeployDock(workbench(), m_catalogue, this, m_inspector);
    m_canvas->setStates([this](ui::GraphScene& scene) { putStates(scene, *m_dock->watch()); });
    connect(m_dock, &DeployDock::statesChanged, m_canvas, &PipelineCanvas::statesChanged);
    connect(m_dock, &DeployDock::said, this, &EditorPanel::tell);
    connect(m_dock, &DeployDock::followed, this, [this] {
        m_below->setAirflow(m_dock->watch()->airflow());
        m_facts->follow(m_dock->watch()->airflow());
        m_deployed->setService(m_dock->watch()->airflow());
    });
    connect(m_dock->sheet(), &DeploySheet::deployed, m_below, &BelowPane::soon);
    connect(m_dock->sheet(), &DeploySheet::deployed, m_deployed, &DeployedChip::soon);
    connect(m_dock, &DeployDock::jobLogWanted, m_below,
        [this](const QString&, const QString& job) { m_below->showLog(job); });
    connect(
        m_dock, &DeployDock::importFailed, this, [this](const QString& node, const QString& words) {
            tell(words, true);
            if (!node.isEmpty())
                m_canvas->chooseNode(node);
        });
}

QWidget* EditorPanel::buildHeader()
{
    auto* bar = new QWidget(this);
    ui::setPlate(bar, ui::Token::Canvas);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(10, 8, 10, 8);
    row->setSpacing(8);
    m_name = new ui::ElidedLabel({}, ui::TextStyle::ControlStrong, ui::Token::Text, bar);
    m_draft = new ui::Chip({}, ui::Token::Accent, bar);
    m_draft->hide();
    m_deployed = new DeployedChip(workbench().hub(), DeployDock::versionsFolder(workbench()), bar);
    row->addWidget(m_name);
    row->addWidget(m_deployed);
    row->addWidget(m_draft);
    row->addStretch(1);
    auto* versions = new ui::IconButton(u"history"_s, tr("Compare versions"), {}, bar);
    connect(versions, &QAbstractButton::clicked, this, &EditorPanel::compareVersions);
    row->addWidget(versions);
    auto* validate = new ui::Button(tr("Validate"), ui::ButtonVariant::Default, bar);
    validate->setKey(Qt::Key_F7, false);
    connect(validate, &QAbstractButton::clicked, this, &EditorPanel::check);
    row->addWidget(validate);
    auto* run = new ui::Button(tr("Run once"), ui::ButtonVariant::Default, bar);
    run->setIconName(u"play"_s);
    connect(run, &QAbstractButton::clicked, this, [this] { m_dock->runOnce(); });
    row->addWidget(run);
    auto* deploy = new ui::Button(tr("Deploy…"), ui::ButtonVariant::Primary, bar);
    deploy->setIconName(u"upload"_s);
    connect(deploy, &QAbstractButton::clicked, this, [this] { m_dock->openSheet(); });
    row->addWidget(deploy);
    return bar;
}

void EditorPanel::addZoom(QHBoxLayout& row, QWidget* parent)
{
    auto* out = new ui::IconButton(u"minus"_s, tr("Zoom out"), {}, parent);
    m_zoom = new QLabel(u"100%"_s, parent);
    m_zoom->setMinimumWidth(40);
    m_zoom->setAlignment(Qt::AlignCenter);
    ui::setTextStyle(m_zoom, ui::TextStyle::Mono);
    auto* in = new ui::IconButton(u"plus"_s, tr("Zoom in"), {}, parent);
    auto* fit = new ui::IconButton(u"expand"_s, tr("Show all of it"), {}, parent);
    for (QWidget* one : std::initializer_list<QWidget*>{out, m_zoom, in, fit})
        row.addWidget(one);
    const auto zoom = [this](double by) {
        m_canvas->view()->setZoom(m_canvas->view()->zoom() * by);
    };
    connect(out, &QAbstractButton::clicked, this, [zoom] { zoom(1 / 1.25); });
    connect(in, &QAbstractButton::clicked, this, [zoom] { zoom(1.25); });
    connect(fit, &QAbstractButton::clicked, this, [this] { m_canvas->view()->fit(); });
}

QWidget* EditorPanel::buildBelow()
{
    auto* below = splitter(Qt::Horizontal, this);
    m_below
        = new BelowPane(workbench(), m_catalogue, DeployDock::versionsFolder(workbench()), below);
    m_below->setTarget(target());
    m_problems = new ProblemPane(below);
    ui::setPlate(m_problems, ui::Token::Surface);
    below->addWidget(m_below);
    below->addWidget(m_problems);
    below->setStretchFactor(0, 2);
    below->setStretchFactor(1, 1);
    below->setSizes({640, 320});
    return below;
}

QAction* EditorPanel::add(const QString& text, const QKeySequence& keys, std::function<void()> act)
{
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    m_actions.append(action);
    connect(action, &QAction::triggered, this, [act = std::move(act)] { act(); });
    return action;
}

void EditorPanel::buildActions()
{
    add(tr("New pipeline"), {}, [this] { askNew(); });
    add(tr("Open a pipeline…"), QKeySequence::Open, [this] { askFile(); });
    add(tr("Save the pipeline"), QKeySequence::Save, [this] { saveFile(); });
    add(tr("Save the pipeline as…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, [this] { saveFileAs(); });
    m_undo = add(tr("Undo"), QKeySequence::Undo, [this] {
        if (m_session)
            m_session->undo();
    });
    m_redo = add(tr("Redo"), Qt::CTRL | Qt::SHIFT | Qt::Key_Z, [this] {
        if (m_session)
            m_session->redo();
    });
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
    add(tr("Validate the pipeline"), Qt::Key_F7, [this] {
        check();
        m_problems->list()->setFocus(Qt::ShortcutFocusReason);
    });
    add(tr("Settings of what is chosen"), Qt::ALT | Qt::Key_Return,
        [this] { m_inspector->focusFirst(); });
    auto* back = new QShortcut(Qt::Key_Escape, m_inspector);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, this,
        [this] { m_canvas->view()->setFocus(Qt::ShortcutFocusReason); });
    add(tr("Compare versions on the canvas"), Qt::CTRL | Qt::SHIFT | Qt::Key_V,
        [this] { compareVersions(); });
    const auto below = [this](const QString& text, Qt::Key key, BelowPane::Page page) {
        add(text, Qt::CTRL | Qt::ALT | key, [this, page] {
            m_pageBefore = -1;
            m_below->showPage(page);
        });
    };
    below(tr("Below: generated code"), Qt::Key_1, BelowPane::Code);
    below(tr("Below: changes of the code"), Qt::Key_2, BelowPane::Difference);
    below(tr("Below: document"), Qt::Key_3, BelowPane::Document);
    below(tr("Below: data of the edge"), Qt::Key_4, BelowPane::Data);
    below(tr("Below: log of the streaming job"), Qt::Key_5, BelowPane::Log);
    m_actions.append(m_dock->actions());
    m_actions.append(m_canvas->canvasActions());
}

void EditorPanel::showKinds(const QPoint& at)
{
    m_picker->popupAt(at);
}

void EditorPanel::compareVersions()
{
    if (!m_session || m_session->state() != DocumentSession::State::Ready)
        return;
    if (!m_compare->isHidden())
        return m_compare->close();
    m_compare->open(m_session, m_below->draft().versions(), m_below->draft().service());
    m_compare->before()->setFocus(Qt::ShortcutFocusReason);
}

// What one can do with the node, then with the canvas.
void EditorPanel::showMenu(const QString& id, const QPoint& at)
{
    if (!m_session)
        return;
    if (!id.isEmpty() && !m_canvas->chosen().contains(id))
        m_canvas->view()->choose(id);
    auto* menu = new QMenu(this);
    menu->setObjectName(id.isEmpty() ? u"canvas menu"_s : u"node menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList wanted = id.isEmpty()
        ? QStringList{u"add"_s, u"paste"_s, u"note"_s, u"layout"_s, u"find"_s}
        : QStringList{u"connect"_s, u"rename"_s, u"cut"_s, u"copy"_s, u"duplicate"_s, u"group"_s,
            u"ungroup"_s, u"remove"_s};
    if (!id.isEmpty()) {
        menu->addActions(m_dock->nodeActions(id));
        menu->addSeparator();
    }
    for (const QString& name : wanted)
        for (QAction* action : m_canvas->canvasActions())
            if (action->objectName() == name)
                menu->addAction(action);
    if (id.isEmpty()) {
        menu->addSeparator();
        menu->addActions(m_dock->runActions());
    }
    menu->popup(at);
}

void EditorPanel::answerStrip()
{
    if (!m_session || m_session->disk() == DocumentSession::Disk::Same)
        return;
    const bool gone = m_session->disk() == DocumentSession::Disk::Gone;
    QStringList choices{tr("Keep mine")};
    if (!gone)
        choices.append({tr("Take theirs"), tr("Compare")});
    auto* dialog = new ui::ChoiceDialog(tr("Which of the two is to stay?"),
        gone ? tr("The file is not there any more. Keeping yours writes it anew when you save.")
             : tr("Keeping yours replaces theirs when you save. Taking theirs can be undone."),
        choices, tr("Decide later"), this);
    connect(dialog, &ui::ChoiceDialog::chosen, this, [this](int choice) {
        m_strip->hide();
        if (choice == 0) {
            m_session->keepMine();
        } else if (choice == 1) {
            m_session->reload();
        } else {
            m_below->showTheirs(m_session->theirs().text);
            onDisk();
        }
    });
    dialog->open();
}

} // namespace pilothouse::pipelines
