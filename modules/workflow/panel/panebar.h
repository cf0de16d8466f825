// SPDX-License-Identifier: GPL-3.0-or-later
// PaneBar: tabs over the panes of a workflow panel that is too narrow to show all of them at once.
#pragma once

#include <QFrame>
#include <QList>

namespace pilothouse::ui
{
class SegmentedControl;
}

namespace pilothouse::workflow
{

enum class Pane { Dags, Runs, Graph, Diff, Log, Task };

class PaneBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaneBar)

public:
    // Of the overview one pane above and one below, of a comparison one; beside the comparison one.
    enum class Way { Overview, Compare, Beside };

    explicit PaneBar(QWidget* parent = nullptr);

    void setWay(Way way); // which panes there are to choose from
    void choose(Pane pane); // one the way has not: nothing
    bool shows(Pane pane) const;

Q_SIGNALS:
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Row {
        ui::SegmentedControl* control;
        QList<Pane> panes;
    };
    Row makeRow(const QString& name, const QList<Pane>& panes);
    static Pane current(const Row& row);
    static bool choose(const Row& row, Pane pane);
    void place();

    Way m_way = Way::Overview;
    Row m_upper;
    Row m_lower;
    Row m_compared;
    Row m_beside;
};

} // namespace pilothouse::workflow
