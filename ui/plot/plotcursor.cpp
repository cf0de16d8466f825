// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plotcursor.h"

namespace pilothouse::ui
{

PlotCursor::PlotCursor(QObject* parent)
    : QObject(parent)
{
}

void PlotCursor::setTime(std::optional<qint64> time)
{
    if (time == m_time)
        return;
    m_time = time;
    Q_EMIT timeChanged();
}

} // namespace pilothouse::ui
