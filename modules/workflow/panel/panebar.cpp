// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/panebar.h"

#include "ui/controls/segmentedcontrol.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

#include <utility>

namespace pilothouse::workflow
{

using ui::Token;

PaneBar::PaneBar(QWidget* parent)
    : QFrame(parent)
{
    m_upper = makeRow(tr("What is shown above"), {Pane::Dags, Pane::Runs, Pane::Graph});
    m_lower = makeRow(tr("What is shown below"), {Pane::Log, Pane::Task});
    m_compared = makeRow(tr("What is shown"), {Pane::Runs, Pane::Diff, Pane::Task});
    m_beside = makeRow(tr("What is shown beside the comparison"), {Pane::Runs, Pane::Task});
    choose(m_upper, Pane::Runs);
    choose(m_compared, Pane::Diff);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 5);
    layout->addWidget(m_upper.control);
    layout->addWidget(m_compared.control);
    layout->addWidget(m_beside.control);
    layout->addStretch();
    layout->addWidget(m_lower.control);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    ui::setPlate(this, Token::Ground);
    place();
}

PaneBar::Row PaneBar::makeRow(const QString& name, const QList<Pane>& panes)
{
    Row row{new ui::SegmentedControl(name, this), panes};
    for (const Pane pane : panes) {
        switch (pane) {
        case Pane::Dags:
            row.control->addSegment(tr("DAGs"));
            break;
        case Pane::Runs:
            row.control->addSegment(tr("Runs"));
            break;
        case Pane::Graph:
            row.control->addSegment(tr("Graph"));
            break;
        case Pane::Diff:
            row.control->addSegment(tr("Comparison"));
            break;
        case Pane::Log:
            row.control->addSegment(tr("Log"));
            break;
        case Pane::Task:
            row.control->addSegment(tr("Task"));
            break;
        }
    }
    connect(row.control, &ui::SegmentedControl::currentChanged, this, [this] {
        place();
        Q_EMIT changed();
    });
    return row;
}

Pane PaneBar::current(const Row& row)
{
    return row.panes[row.control->currentIndex()];
}

bool PaneBar::choose(const Row& row, Pane pane)
{
    if (row.panes.contains(pane))
        row.control->setCurrentIndex(int(row.panes.indexOf(pane)));
    return row.panes.contains(pane);
}

void PaneBar::setWay(Way way)
{
    const Way before = std::exchange(m_way, way);
    if (before == way)
        return;
    // A comparison begins with itself, and ends at the runs that were compared.
    const QSignalBlocker quiet(this);
    if (way == Way::Overview) {
        choose(m_upper, Pane::Runs);
    } else if (before == Way::Overview) {
        choose(m_compared, Pane::Diff);
        choose(m_beside, Pane::Runs);
    }
    place();
}

void PaneBar::choose(Pane pane)
{
    if (m_way == Way::Compare) {
        choose(m_compared, pane);
    } else if (m_way == Way::Beside) {
        choose(m_beside, pane);
    } else if (!choose(m_upper, pane)) {
        if (choose(m_lower, pane) && current(m_upper) == Pane::Dags)
            choose(m_upper, Pane::Runs);
    }
}

// The list of DAGs takes the whole height.
bool PaneBar::shows(Pane pane) const
{
    switch (m_way) {
    case Way::Compare:
        return current(m_compared) == pane;
    case Way::Beside:
        return pane == Pane::Diff || current(m_beside) == pane;
    case Way::Overview:
        break;
    }
    return current(m_upper) == pane || (current(m_upper) != Pane::Dags && current(m_lower) == pane);
}

void PaneBar::place()
{
    m_upper.control->setVisible(m_way == Way::Overview);
    m_lower.control->setVisible(m_way == Way::Overview && current(m_upper) != Pane::Dags);
    m_compared.control->setVisible(m_way == Way::Compare);
    m_beside.control->setVisible(m_way == Way::Beside);
}

void PaneBar::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, ui::Theme::of(this).color(Token::Line));
}

} // namespace pilothouse::workflow
