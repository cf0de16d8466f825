// SPDX-License-Identifier: GPL-3.0-or-later
// Bars take their place from the tree's own rows, so both scroll as one.
#include "database/panel/sessiontimeline.h"

#include "database/panel/lockmodel.h"
#include "database/panel/sessionhistory.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QTreeView>

#include <algorithm>
#include <cmath>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using ui::Theme;
using ui::Token;

namespace
{

Token tokenOf(SessionSpan::Kind kind)
{
    switch (kind) {
    case SessionSpan::Kind::Active:
        return Token::StatusRunning;
    case SessionSpan::Kind::IdleInTransaction:
        return Token::StatusWarn;
    case SessionSpan::Kind::Waiting:
        break;
    }
    return Token::StatusError;
}

QList<QModelIndex> visibleRows(const QTreeView& view)
{
    QList<QModelIndex> rows;
    for (auto i = view.indexAt({0, 0}); i.isValid(); i = view.indexBelow(i)) {
        rows.append(i);
        if (view.visualRect(i).top() > view.viewport()->height())
            break;
    }
    return rows;
}

} // namespace

SessionTimeline::SessionTimeline(const SessionHistory& history, QTreeView* rows, QWidget* parent)
    : QWidget(parent)
    , m_history(history)
    , m_rows(rows)
{
    setAccessibleName(tr("Sessions over time"));
    ui::followTheme(this);
    const auto again = qOverload<>(&QWidget::update);
    connect(rows->verticalScrollBar(), &QScrollBar::valueChanged, this, again);
    connect(rows, &QTreeView::expanded, this, again);
    connect(rows, &QTreeView::collapsed, this, again);
}

void SessionTimeline::setRange(const TimeRange& range)
{
    m_range = range;
    update();
}

double SessionTimeline::xOf(const QDateTime& time) const
{
    const auto all = std::max<qint64>(1, m_range.from.msecsTo(m_range.to));
    return double(m_range.from.msecsTo(time)) * (width() - 12) / double(all);
}

QDateTime SessionTimeline::timeAt(double x) const
{
    const auto all = double(m_range.from.msecsTo(m_range.to));
    return m_range.from.addMSecs(qint64(std::clamp(x, 0.0, width() - 12.0) / (width() - 12) * all));
}

void SessionTimeline::paintAxis(QPainter& p) const
{
    const Theme& theme = Theme::of(this);
    constexpr int kTicks = 4;
    p.setFont(theme.font(ui::TextStyle::MonoAxis));
    for (int i = 0; i < kTicks; ++i) {
        const double x = (i + 0.25) * (width() - 12) / kTicks;
        p.setPen(theme.color(Token::Line));
        p.drawLine(QPointF(x, m_rows->header()->height()), QPointF(x, height()));
        p.setPen(theme.color(Token::Text3));
        p.drawText(QRectF(x - 40, 0, 80, m_rows->header()->height()), Qt::AlignCenter,
            timeAt(x).toLocalTime().toString(u"HH:mm:ss"_s));
    }
    p.fillRect(0, m_rows->header()->height() - 1, width(), 1, theme.color(Token::LineStrong));
}

void SessionTimeline::paintBars(QPainter& p) const
{
    const Theme& theme = Theme::of(this);
    const QFont font = theme.font(ui::TextStyle::Micro);
    const QFontMetrics metrics(font);
    p.setFont(font);
    p.setRenderHint(QPainter::Antialiasing);
    const int offset
        = m_rows->viewport()->mapTo(m_rows->window(), QPoint()).y() - mapTo(window(), QPoint()).y();
    const auto rows = visibleRows(*m_rows);
    const auto selected = m_rows->currentIndex();
    for (const QModelIndex& index : rows) {
        const QRect row = m_rows->visualRect(index);
        const int top = row.top() + offset;
        if (selected.isValid() && selected.siblingAtColumn(0) == index.siblingAtColumn(0))
            p.fillRect(0, top, width(), row.height(), theme.color(Token::Selection));
        p.fillRect(0, top + row.height() - 1, width(), 1, theme.color(Token::Line));
        for (const SessionSpan& span : m_history.of(index.data(LockModel::PidRole).toInt())) {
            if (span.to < m_range.from || span.from > m_range.to)
                continue;
            const double x0 = std::max(0.0, xOf(span.from));
            const double x1 = std::max(x0 + 4, std::min<double>(width() - 12, xOf(span.to)));
            const QRectF bar(x0 + 0.5, top + row.height() / 2.0 - 9.5, x1 - x0, 19);
            const Token token = tokenOf(span.kind);
            p.setPen(theme.color(token));
            p.setBrush(theme.color(ui::softOf(token)));
            p.drawRoundedRect(bar, 3, 3);
            if (bar.width() > 30 && !span.text.isEmpty())
                p.drawText(bar.adjusted(6, 0, -4, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                    metrics.elidedText(span.text, Qt::ElideRight, int(bar.width()) - 10));
        }
    }
}

void SessionTimeline::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    const Theme& theme = Theme::of(this);
    p.fillRect(rect(), theme.color(Token::Surface));
    if (!m_rows || !m_range.isValid())
        return;
    paintAxis(p);
    p.save();
    p.setClipRect(0, m_rows->header()->height(), width(), height());
    paintBars(p);
    p.restore();
    if (m_dragFrom >= 0 && m_dragTo >= 0)
        p.fillRect(QRect(QPoint(std::min(m_dragFrom, m_dragTo), 0),
                       QPoint(std::max(m_dragFrom, m_dragTo), height())),
            theme.color(Token::Accent, 0.12));
}

int SessionTimeline::pidAt(int y) const
{
    const int local = m_rows->viewport()->mapFromGlobal(mapToGlobal(QPoint(0, y))).y();
    const auto index = m_rows->indexAt({0, local});
    return index.isValid() ? index.data(LockModel::PidRole).toInt() : -1;
}

void SessionTimeline::mousePressEvent(QMouseEvent* event)
{
    m_dragFrom = event->pos().x();
    m_dragTo = -1;
    if (const int pid = pidAt(event->pos().y()); pid >= 0)
        Q_EMIT pidClicked(pid);
}

void SessionTimeline::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragFrom >= 0 && std::abs(event->pos().x() - m_dragFrom) > 4) {
        m_dragTo = event->pos().x();
        update();
    }
}

void SessionTimeline::mouseReleaseEvent(QMouseEvent*)
{
    if (m_dragFrom >= 0 && m_dragTo >= 0)
        Q_EMIT rangeSelected(TimeRange{timeAt(std::min(m_dragFrom, m_dragTo)).toUTC(),
            timeAt(std::max(m_dragFrom, m_dragTo)).toUTC()});
    m_dragFrom = m_dragTo = -1;
    update();
}

bool SessionTimeline::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !m_range.isValid() || !m_rows)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QDateTime at = timeAt(help->pos().x());
    for (const SessionSpan& span : m_history.of(pidAt(help->pos().y())))
        if (span.from <= at && at <= span.to) {
            QToolTip::showText(help->globalPos(),
                u"%1 – %2\n%3"_s.arg(span.from.toLocalTime().toString(u"HH:mm:ss"_s),
                    span.to.toLocalTime().toString(u"HH:mm:ss"_s), span.text),
                this);
            return true;
        }
    QToolTip::hideText();
    return true;
}

} // namespace pilothouse::database
