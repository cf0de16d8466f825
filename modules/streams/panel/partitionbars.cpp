// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/partitionbars.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace pilothouse::streams
{

using ui::Token;

namespace
{

constexpr int kLeft = 38;
constexpr int kRight = 12;
constexpr int kTop = 4;
constexpr int kUnder = 22; // the lines and the numbers
constexpr int kReadLine = 3;

} // namespace

PartitionBars::PartitionBars(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Matches per partition"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    ui::followTheme(this);
}

QSize PartitionBars::sizeHint() const
{
    return {300, 84};
}

void PartitionBars::setBars(std::vector<PartitionBar> bars)
{
    if (bars == m_bars)
        return;
    m_bars = std::move(bars);
    m_current = std::clamp(m_current, 0, std::max(0, int(m_bars.size()) - 1));
    update();
}

void PartitionBars::setChosen(std::set<int> partitions)
{
    m_chosen = std::move(partitions);
    update();
}

qint64 PartitionBars::top() const
{
    qint64 most = 1;
    for (const PartitionBar& bar : m_bars)
        most = std::max(most, bar.hits);
    const double step = std::pow(10.0, std::floor(std::log10(double(most))));
    return qint64(std::ceil(double(most) / step) * step);
}

QRectF PartitionBars::barBox(size_t index) const
{
    const double wide
        = double(width() - kLeft - kRight) / double(std::max<size_t>(1, m_bars.size()));
    return {kLeft + double(index) * wide, kTop, wide, double(height() - kTop) - kUnder + 8};
}

void PartitionBars::paintEvent(QPaintEvent*)
{
    const ui::Theme& theme = ui::Theme::of(this);
    QPainter p(this);
    const QRectF plot(kLeft, kTop, width() - kLeft - kRight, height() - kTop - kUnder);
    const qint64 highest = top();
    p.setFont(theme.font(ui::TextStyle::MonoAxis));
    const QLocale locale;
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = plot.bottom() - share * plot.height();
        p.fillRect(QRectF(plot.left(), y, plot.width(), 1), theme.color(Token::Line));
        const double value = share * double(highest);
        if (value != std::floor(value))
            continue;
        p.setPen(theme.color(Token::Text3));
        p.drawText(QRectF(0, y - 7, kLeft - 6, 14), int(Qt::AlignRight | Qt::AlignVCenter),
            locale.toString(qint64(value)));
    }
    if (m_bars.empty())
        return;
    const double wide = barBox(0).width();
    const double gap = wide > 6 ? 2 : wide > 3 ? 1 : 0;
    const int every = std::max(1, int(std::ceil(34 / wide)));
    for (size_t i = 0; i < m_bars.size(); ++i) {
        const PartitionBar& bar = m_bars[i];
        const QRectF box = barBox(i);
        const bool on = m_chosen.empty() || m_chosen.count(bar.partition) > 0;
        double high = double(bar.hits) / double(highest) * plot.height();
        if (bar.hits > 0)
            high = std::max(high, 2.0);
        const QRectF body(
            box.left() + gap / 2, plot.bottom() - high, std::max(1.0, wide - gap), high);
        p.fillRect(body, theme.color(Token::Series1, !on ? 0.25 : m_chosen.empty() ? 0.7 : 1.0));
        // What is read of it.
        const QRectF line(body.left(), plot.bottom() + 3, body.width(), kReadLine);
        p.fillRect(line, theme.color(Token::Press));
        p.fillRect(QRectF(line.topLeft(),
                       QSizeF(line.width() * std::clamp(bar.read, 0.0, 1.0), line.height())),
            theme.color(Token::Text3));
        if (bar.failing) {
            const QRectF whole(body.left(), plot.top(), body.width(), plot.height() + 6);
            p.fillRect(whole, QBrush(theme.color(Token::StatusWarn), Qt::BDiagPattern));
        }
        if (hasFocus() && int(i) == m_current) {
            p.setPen(theme.color(Token::Accent));
            p.drawRect(QRectF(body.left() - 1, plot.top(), body.width() + 1, plot.height() + 6));
        }
        if (int(i) % every == 0 || (i + 1 == m_bars.size() && int(i) % every > every / 2)) {
            p.setPen(theme.color(Token::Text3));
            p.drawText(QRectF(box.center().x() - 20, plot.bottom() + 7, 40, 13),
                int(Qt::AlignCenter), QString::number(bar.partition));
        }
    }
}

int PartitionBars::indexAt(const QPointF& at) const
{
    if (m_bars.empty())
        return -1;
    const double wide = barBox(0).width();
    const int index = int(std::floor((at.x() - kLeft) / wide));
    return index >= 0 && index < int(m_bars.size()) ? index : -1;
}

// One alone, or with Ctrl one more; the same once more: all again.
void PartitionBars::toggle(int index, bool several)
{
    if (index < 0)
        return;
    const int partition = m_bars[size_t(index)].partition;
    m_current = index;
    if (several) {
        if (m_chosen.erase(partition) == 0)
            m_chosen.insert(partition);
    } else if (m_chosen == std::set<int>{partition}) {
        m_chosen.clear();
    } else {
        m_chosen = {partition};
    }
    update();
    Q_EMIT chosenChanged();
}

void PartitionBars::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        toggle(indexAt(event->position()), event->modifiers().testFlag(Qt::ControlModifier));
}

void PartitionBars::keyPressEvent(QKeyEvent* event)
{
    const int last = int(m_bars.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        m_current = std::max(0, m_current - 1);
        break;
    case Qt::Key_Right:
        m_current = std::max(0, std::min(last, m_current + 1));
        break;
    case Qt::Key_Home:
        m_current = 0;
        break;
    case Qt::Key_End:
        m_current = std::max(0, last);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (last >= 0 && event->modifiers() != Qt::ControlModifier) {
            toggle(m_current, event->modifiers().testFlag(Qt::ShiftModifier));
            return;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_current <= last) {
        setAccessibleDescription(words(m_bars[size_t(m_current)]));
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
    update();
}

QString PartitionBars::words(const PartitionBar& bar) const
{
    QString text = tr("Partition %1: %2 matches, %3 % read")
                       .arg(bar.partition)
                       .arg(QLocale().toString(bar.hits))
                       .arg(qRound(bar.read * 100));
    if (bar.failing)
        text += u". "_s + tr("It cannot be read now; the search goes on with the rest.");
    return text;
}

bool PartitionBars::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = indexAt(help->pos());
        QToolTip::showText(
            help->globalPos(), index < 0 ? QString() : words(m_bars[size_t(index)]), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace pilothouse::streams
