// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one place that speaks QCustomPlot. Axes, grid, lines, fills and the limit; nothing that moves
// with the pointer, so hovering never draws a plot again.

#include "ui/theme/tokens.h"

#include <QtCore/QList>
#include <QtCore/QTimeZone>
#include <QtWidgets/QWidget>

#include <functional>

class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;

namespace pilothouse::ui
{

class PlotCanvas final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlotCanvas)

public:
    explicit PlotCanvas(QWidget* parent);

    int addLine(Token tone, bool filled, bool dashed);
    void clearLines();
    // Keys in milliseconds since 1970; NaN values leave a gap.
    void setLine(int line, const QList<double>& times, const QList<double>& values);
    void setRange(double from, double to); // milliseconds
    void setZone(const QTimeZone& zone);
    void setValueText(std::function<QString(double)> text);
    void setBinarySteps(bool on);
    void setLimit(double value, const QString& label, Token tone);
    void clearLimit();
    void draw(); // fits the value axis and repaints now

    [[nodiscard]] QRect plotArea() const;
    [[nodiscard]] double timeAt(int x) const;
    [[nodiscard]] double xAt(double time) const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Line {
        QCPGraph* graph;
        Token tone;
        bool filled;
        bool dashed;
    };

    void recolour();
    void fitValues();
    void renewTicker();

    QCustomPlot* m_plot;
    QList<Line> m_lines;
    QCPItemStraightLine* m_limitLine;
    QCPItemText* m_limitLabel;
    bool m_hasLimit = false;
    double m_limit = 0;
    Token m_limitTone = Token::StatusError;
    QTimeZone m_zone;
    std::function<QString(double)> m_valueText;
    bool m_binarySteps = false;
};

} // namespace pilothouse::ui
