// SPDX-License-Identifier: GPL-3.0-or-later
// The sign of a port's type, as on the canvas: in the palette and in the legend.
#pragma once

#include "ui/graph/graphscene.h"

#include <QColor>
#include <QWidget>

class QPainter;

namespace pilothouse::pipelines
{

void paintPortSign(
    QPainter& painter, QPointF at, ui::PortShape shape, double radius, const QColor& color);

// The five types in a row, with their words.
class PortLegend final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PortLegend)

public:
    explicit PortLegend(QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace pilothouse::pipelines
