// SPDX-License-Identifier: GPL-3.0-or-later
// RetryPlot: when the tries of a task would be, should every one fail: as early as they can be, and
// as late, since the scheduler adds a random part to each wait.
#pragma once

#include "pipelines/check/retries.h"

#include <QWidget>

namespace pilothouse::pipelines
{

class RetryPlot final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RetryPlot)

public:
    explicit RetryPlot(QWidget* parent = nullptr);

    void setRule(const RetryRule& rule);
    const RetryPlan& plan() const { return m_plan; }
    QString words() const; // what is painted, for assistive technology

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintLane(QPainter& painter, const QRectF& lane, bool late) const;
    double at(qint64 seconds, const QRectF& lane) const;

    RetryRule m_rule;
    RetryPlan m_plan;
};

} // namespace pilothouse::pipelines
