// SPDX-License-Identifier: GPL-3.0-or-later
// PartitionBars: hits of a search by partition as bars, under each the share of its range that is
// read. A click, or Enter on the bar the arrows chose, shows the hits of that partition alone.
#pragma once

#include <QWidget>

#include <set>
#include <vector>

namespace pilothouse::streams
{

struct PartitionBar {
    int partition = 0;
    qint64 hits = 0;
    double read = 0; // 0 to 1
    bool failing = false; // it cannot be read now
    bool operator==(const PartitionBar&) const = default;
};

class PartitionBars final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PartitionBars)

public:
    explicit PartitionBars(QWidget* parent = nullptr);

    void setBars(std::vector<PartitionBar> bars); // by partition
    const std::vector<PartitionBar>& bars() const { return m_bars; }
    void setChosen(std::set<int> partitions); // empty: all
    const std::set<int>& chosen() const { return m_chosen; }
    QRectF barBox(size_t index) const; // with the line under it
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosenChanged(); // by the user

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    int indexAt(const QPointF& at) const;
    void toggle(int index, bool several);
    QString words(const PartitionBar& bar) const;
    qint64 top() const; // of the axis

    std::vector<PartitionBar> m_bars;
    std::set<int> m_chosen;
    int m_current = 0; // the arrows'
};

} // namespace pilothouse::streams
