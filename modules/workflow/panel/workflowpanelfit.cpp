// SPDX-License-Identifier: GPL-3.0-or-later
// WorkflowPanel: how its panes share a width; what does not fit beside the rest stands in tabs.
#include "workflow/panel/dagpane.h"
#include "workflow/panel/diffpane.h"
#include "workflow/panel/graphpane.h"
#include "workflow/panel/panebar.h"
#include "workflow/panel/runspane.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/workflowpanel.h"

#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace pilothouse::workflow
{

namespace
{

// The least that is of use; a test looks at every pane at its least.
constexpr int kLeast = 380;
constexpr int kDagsLeast = 200;
constexpr int kRunsLeast = 340;
constexpr int kGraphLeast = 300;
constexpr int kDiffLeast = 480;
constexpr int kSideLeast = 300;

} // namespace

// Narrower than this the window itself cannot make half of itself.
QSize WorkflowPanel::minimumSizeHint() const
{
    return {kLeast, Panel::minimumSizeHint().height()};
}

WorkflowPanel::Fit WorkflowPanel::fit() const
{
    const int side = std::max(kSideLeast, m_side->minimumSizeHint().width());
    if (m_mode == Mode::Compare)
        return width() >= kRunsLeast + kDiffLeast + side         ? Fit::Columns
            : width() >= kDiffLeast + std::max(kRunsLeast, side) ? Fit::Pair
                                                                 : Fit::Tabs;
    const int above = kRunsLeast + kGraphLeast;
    const int below = m_logs->minimumSizeHint().width() + side;
    return width() >= kDagsLeast + std::max(above, below) ? Fit::Columns : Fit::Tabs;
}

void WorkflowPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    if (fit() != m_fit)
        arrange();
}

// Compared runs take the room of the list, as wide as it goes.
void WorkflowPanel::arrange()
{
    m_keeps = false;
    const bool compare = m_mode == Mode::Compare;
    m_fit = fit();
    m_bar->setWay(!compare       ? PaneBar::Way::Overview
            : m_fit == Fit::Pair ? PaneBar::Way::Beside
                                 : PaneBar::Way::Compare);
    m_bar->setVisible(m_fit != Fit::Columns);
    const auto seen = [this](Pane pane) {
        return m_fit == Fit::Columns || m_bar->shows(pane);
    };
    // The right column stands beside the comparison, else below.
    QSplitter* home = compare ? m_rest : m_below;
    if (m_side->parentWidget() != home)
        home->addWidget(m_side);
    m_dags->setVisible(!compare && seen(Pane::Dags));
    m_runs->setVisible(seen(Pane::Runs));
    m_graph->setVisible(!compare && seen(Pane::Graph));
    m_diff->setVisible(compare && seen(Pane::Diff));
    m_logs->setVisible(!compare && seen(Pane::Log));
    m_side->setVisible(seen(Pane::Task));
    m_below->setVisible(!compare && (seen(Pane::Log) || seen(Pane::Task)));
    m_rest->setVisible(compare || seen(Pane::Runs) || seen(Pane::Graph));
    m_down->setVisible(compare || seen(Pane::Runs) || seen(Pane::Graph));
    const bool columns = m_fit == Fit::Columns;
    m_dags->setMinimumWidth(columns ? kDagsLeast : 0);
    m_runs->setMinimumWidth(columns ? kRunsLeast : 0);
    m_graph->setMinimumWidth(columns ? kGraphLeast : 0);
    m_diff->setMinimumWidth(columns ? kDiffLeast : 0);
    if (compare) {
        const int side = std::clamp(width() / 4, m_side->minimumSizeHint().width(), 380);
        const int runs = std::clamp(width() / 3, kRunsLeast, 520);
        m_rest->setSizes({runs, 0, std::max(kDiffLeast, width() - runs - side), side});
    } else {
        shareOut();
    }
    m_runs->setComparing(compare, compare ? tr("End") : tr("Compare"));
}

// As the user had the columns, else by the width.
void WorkflowPanel::shareOut()
{
    if (m_keeps || m_fit != Fit::Columns || m_mode != Mode::Overview || !isVisible())
        return;
    if (!std::exchange(m_divided, true))
        divide();
    else if (m_sizes.size() == 3) {
        m_across->setSizes(m_sizes[0]);
        m_rest->setSizes(m_sizes[1]);
        m_below->setSizes(m_sizes[2]);
    }
    m_keeps = true;
    keepSizes();
}

void WorkflowPanel::keepSizes()
{
    if (m_keeps)
        m_sizes = {m_across->sizes(), m_rest->sizes(), m_below->sizes()};
}

// The list takes its share of a wide window, and what long names need of it.
void WorkflowPanel::divide()
{
    const int wanted = std::max(std::min(width() / 5, 320), m_dags->nameWidth());
    const int list = std::clamp(wanted, 240, std::max(320, width() / 4));
    m_across->setSizes({list, width() - list});
    m_rest->setSizes({540, 600, 0});
    const int side = std::clamp(width() * 6 / 25, m_side->minimumSizeHint().width(), 380);
    m_below->setSizes({width() - list - side, side});
}

void WorkflowPanel::setMode(Mode mode)
{
    if (std::exchange(m_mode, mode) == mode)
        return;
    arrange();
    updateRefused();
}

void WorkflowPanel::reveal(Pane pane)
{
    m_bar->choose(pane);
}

} // namespace pilothouse::workflow
