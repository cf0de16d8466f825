// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The point in time the pointer is at, shared by every plot that shows the same axis.

#include <QtCore/QObject>

#include <optional>

namespace pilothouse::ui
{

class PlotCursor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlotCursor)

public:
    explicit PlotCursor(QObject* parent = nullptr);

    // Milliseconds since 1970 in UTC; none while no pointer is over a plot.
    [[nodiscard]] std::optional<qint64> time() const { return m_time; }
    void setTime(std::optional<qint64> time);

Q_SIGNALS:
    void timeChanged();

private:
    std::optional<qint64> m_time;
};

} // namespace pilothouse::ui
