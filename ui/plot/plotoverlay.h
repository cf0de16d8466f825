// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What moves over a plot: the cursor line, its tooltip, and the brush that chooses a time range.

#include "ui/theme/tokens.h"

#include <QtCore/QList>
#include <QtCore/QRect>
#include <QtWidgets/QWidget>

#include <functional>
#include <optional>

namespace pilothouse::ui
{

// A line of the tooltip; the mark of its series stands before it.
struct PlotTip {
    QString text;
    std::optional<Token> tone;
    bool dashed = false;
};

// The plot's side of the overlay: where things are, and what stands there.
struct PlotGeometry {
    std::function<QRect()> area;
    std::function<qint64(int)> timeAt; // milliseconds at a pixel column
    std::function<double(qint64)> xAt;
    std::function<QList<PlotTip>(qint64)> tooltip; // first line is the time
    std::function<QString()> unrecorded; // words for the stretch before the first value, or none
};

class PlotOverlay final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlotOverlay)

public:
    PlotOverlay(PlotGeometry geometry, QWidget* parent);
    void setCursorTime(std::optional<qint64> time); // from another plot or from this one

Q_SIGNALS:
    void pointerMoved(std::optional<qint64> time);
    void rangeChosen(qint64 from, qint64 to);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void step(int pixels, bool select);
    void choose();
    void paintUnrecorded(QPainter& painter) const;
    void paintTooltip(QPainter& painter, double x) const;
    [[nodiscard]] int inside(int x) const;

    PlotGeometry m_plot;
    std::optional<qint64> m_time;
    std::optional<qint64> m_brushFrom;
    std::optional<qint64> m_brushTo;
    bool m_dragging = false;
    bool m_own = false; // the pointer or the keyboard is here: only then the tooltip
};

} // namespace pilothouse::ui
