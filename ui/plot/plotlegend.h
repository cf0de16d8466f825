// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The legend of a plot, for the right end of its panel header: the mark of each line as it is
// drawn, its name and its newest value. What does not fit loses its name first, never its mark.

#include <QtWidgets/QWidget>

namespace pilothouse::ui
{

class PlotView;

class PlotLegend final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlotLegend)

public:
    explicit PlotLegend(PlotView* plot, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int widthWith(bool names) const;

    PlotView* m_plot;
};

} // namespace pilothouse::ui
