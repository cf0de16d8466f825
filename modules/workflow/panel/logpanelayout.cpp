// SPDX-License-Identifier: GPL-3.0-or-later
// How the log pane is put together, its tries, and what it says when there is no log.
#include "core/servicehub.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/logview/logbar.h"
#include "ui/logview/logjumpbar.h"
#include "ui/states/stateframe.h"
#include "ui/workbench.h"
#include "workflow/panel/logfeed.h"
#include "workflow/panel/logpane.h"
#include "workflow/panel/statemark.h"

#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pilothouse::workflow
{

namespace
{

constexpr int kTabs = 4; // the latest tries; older ones are in a menu
constexpr int kWideEnough = 780; // px: below, the search has a row of its own
constexpr int kStaleChip = 170; // px the header needs for the time of the last answer

} // namespace

void LogPane::buildLayout()
{
    m_view = new ui::LogView(m_workbench.hub().runtime(), this);
    new ui::LogJumpBar(*m_view);
    m_bar = new ui::LogBar(*m_view, this);
    m_barRow = new QWidget(this);
    auto* barRow = new QHBoxLayout(m_barRow);
    barRow->setContentsMargins(8, 4, 8, 4);
    ui::setPlate(m_barRow, ui::Token::Surface);
    m_frame = new ui::StateFrame(this);
    m_frame->setContent(m_view);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(m_barRow);
    layout->addWidget(m_frame, 1);
    layout->addWidget(buildFooter());
    m_frame->setHeader(m_header);
    setMinimumHeight(120);
    setFocusProxy(m_view);
    connect(m_frame, &ui::StateFrame::stateChanged, this, &LogPane::placeBar);
    placeBar();
}

QWidget* LogPane::buildHeader()
{
    m_header = new ui::PanelHeader({}, this);
    m_header->setIconName(u"terminal"_s);
    m_state = new ui::StatusChip(ui::Glyph::None, {}, this);
    m_olderTries = new ui::IconButton(u"more"_s, tr("Older tries"), {}, this);
    m_acrossButton = new ui::IconButton(u"layers"_s, tr("Search the logs of all tasks"), {}, this);
    m_saveButton = new ui::IconButton(u"download"_s, tr("Save the log to a file"), {}, this);
    m_headRight = new QWidget(this);
    auto* right = new QHBoxLayout(m_headRight);
    right->setContentsMargins(0, 0, 0, 0);
    m_triesHome = new QWidget(this);
    auto* tries = new QHBoxLayout(m_triesHome);
    tries->setContentsMargins(0, 0, 0, 0);
    m_header->addLeft(m_triesHome);
    m_header->addLeft(m_olderTries);
    m_header->addLeft(m_state);
    m_header->addRight(m_headRight);
    m_header->addRight(m_acrossButton);
    m_header->addRight(m_saveButton);
    const auto act = [this](ui::IconButton* button, const QString& text, auto does) {
        connect(button, &QToolButton::clicked, this, does);
        auto* action = new QAction(text, this);
        connect(action, &QAction::triggered, this, does);
        m_actions.append(action);
    };
    act(m_saveButton, tr("Save the log to a file"), [this] { download(); });
    act(m_acrossButton, tr("Search the logs of all tasks"),
        [this] { Q_EMIT runSearchRequested(m_view->search().pattern().text); });
    connect(m_olderTries, &QToolButton::clicked, this, [this] {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (qsizetype i = qsizetype(m_tries.size()) - kTabs - 1; i >= 0; --i) {
            const int number = m_tries[size_t(i)].tryNumber;
            connect(menu->addAction(tr("Try %1").arg(number)), &QAction::triggered, this,
                [this, number] { selectTry(number); });
        }
        menu->popup(m_olderTries->mapToGlobal(m_olderTries->rect().bottomLeft()));
    });
    return m_header;
}

QWidget* LogPane::buildFooter()
{
    m_footer = new ui::PanelFooter(this);
    m_lines = new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::Text2);
    m_host = new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::Text2);
    m_rate = new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::StatusRunning);
    m_footer->addLeft(m_lines);
    m_footer->addLeft(m_host);
    m_footer->addLeft(m_rate);
    return m_footer;
}

void LogPane::placeBar()
{
    const bool stale = m_frame->state() == ui::PanelState::Stale;
    const bool wide = width() >= kWideEnough + (stale ? kStaleChip : 0);
    QWidget* home = wide ? m_headRight : m_barRow;
    if (m_bar->parentWidget() != home) {
        home->layout()->addWidget(m_bar);
        m_bar->show();
    }
    m_barRow->setVisible(!wide);
}

void LogPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeBar();
}

void LogPane::fillTries()
{
    const TaskInstance* one = instance();
    QString title = m_task.task;
    if (m_task.map >= 0)
        title += u'[' + QString::number(m_task.map) + u']';
    m_header->setTitle(title.isEmpty() ? tr("Log") : title);
    m_state->setVisible(one != nullptr);
    if (one)
        m_state->setState(stateGlyph(one->state), one->state);
    m_olderTries->setVisible(m_tries.size() > size_t(kTabs));
    m_acrossButton->setEnabled(!m_task.task.isEmpty());

    // Made anew: tabs come and go with tries.
    if (m_segments) {
        m_segments->hide();
        m_segments->deleteLater();
    }
    m_segments = nullptr;
    if (m_tries.empty() || m_tries.back().tryNumber < 1) // it has not been tried yet
        return;
    m_segments = new ui::SegmentedControl(tr("Tries"), this);
    const size_t first = m_tries.size() > size_t(kTabs) ? m_tries.size() - size_t(kTabs) : 0;
    QList<int> numbers;
    if (m_try > 0 && m_try < m_tries[first].tryNumber)
        numbers << m_try; // an older one that was chosen from the menu
    for (size_t i = first; i < m_tries.size(); ++i)
        numbers << m_tries[i].tryNumber;
    for (const int number : numbers)
        m_segments->addSegment(tr("Try %1").arg(number));
    m_segments->setCurrentIndex(int(numbers.indexOf(m_try)));
    connect(
        m_segments, &ui::SegmentedControl::currentChanged, this,
        [this, numbers](int index) { selectTry(numbers.value(index)); }, Qt::QueuedConnection);
    m_triesHome->layout()->addWidget(m_segments);
}

void LogPane::tellEmpty()
{
    ui::EmptyInfo info;
    info.iconName = u"terminal"_s;
    const TaskInstance* one = instance();
    if (m_task.task.isEmpty()) {
        info.heading = tr("No task is chosen");
        info.line = tr("Choose a task in the grid or in the graph to read its log.");
    } else if (m_try <= 0 && isFinal(one ? one->state : m_taskState)) {
        info.heading = tr("%1 did not run").arg(m_task.task);
        info.line = tr("It ended as %1 without a try, so there is no log.")
                        .arg(one ? one->state : m_taskState);
    } else if (m_try <= 0) {
        info.heading = tr("%1 has not started").arg(m_task.task);
        info.line = tr("Its log is here as soon as a worker has it.");
    } else {
        info.heading = tr("Try %1 has no log").arg(m_try);
        info.line = one && mayGrow()
            ? tr("The task is %1. Its log is here as soon as a worker writes it.").arg(one->state)
            : tr("Nothing was written, or the server no longer keeps it.");
        info.actions << ui::StateAction{
            u"retry"_s, tr("Ask again"), u"refresh"_s, Qt::Key_F5, true};
    }
    m_frame->showEmpty(info);
}

QList<QAction*> LogPane::paneActions() const
{
    return m_actions + m_view->viewActions();
}

} // namespace pilothouse::workflow
