// SPDX-License-Identifier: GPL-3.0-or-later
// Bars take their place from the tree's own rows, so both scroll as one.
#include "database/panel/sessiontimeline.h"

#include "database/panel/lockmodel.h"
#include "database/panel/sessionhistory.h"
#include "ui/shownzone.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QTreeView>

#include <algorithm>
#include <array>
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

constexpr int kTickDistance = 84;
constexpr int kLegendBox = 14;

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

// The smallest round step whose labels stand clear of each other.
qint64 SessionTimeline::tickStep() const
{
    constexpr std::array kSteps{5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400};
    const auto all = std::max<qint64>(1, m_range.from.msecsTo(m_range.to));
    for (const int seconds : kSteps)
        if (double(seconds) * 1000 * (width() - 12) / double(all) >= kTickDistance)
            return qint64(seconds) * 1000;
    return std::max<qint64>(all / 4, 1);
}

void SessionTimeline::paintAxis(QPainter& p) const
{
    const Theme& theme = Theme::of(this);
    const int header = m_rows->header()->height();
    p.fillRect(0, 0, width(), header, theme.color(Token::Raised));
    p.setFont(theme.font(ui::TextStyle::MonoAxis));
    const qint64 step = tickStep();
    const QString format = step < 60'000 ? u"HH:mm:ss"_s : u"HH:mm"_s;
    // Steps are counted from local midnight, so that labels are round in the user's clock.
    const QDateTime local = ui::shownTime(m_range.from);
    const qint64 into = local.time().msecsSinceStartOfDay() % step;
    for (QDateTime tick = local.addMSecs(into == 0 ? 0 : step - into); tick <= m_range.to;
         tick = tick.addMSecs(step)) {
        const double x = std::round(xOf(tick)) + 0.5;
        p.setPen(theme.color(Token::Line));
        p.drawLine(QPointF(x, header), QPointF(x, height()));
        const QRectF box(x - 40, 0, 80, header);
        if (box.left() < 0 || box.right() > width())
            continue;
        p.setPen(theme.color(Token::Text3));
        p.drawText(box, Qt::AlignCenter, tick.toString(format));
    }
    p.fillRect(0, header - 1, width(), 1, theme.color(Token::LineStrong));
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
                u"%1 – %2\n%3"_s.arg(ui::shownTime(span.from).toString(u"HH:mm:ss"_s),
                    ui::shownTime(span.to).toString(u"HH:mm:ss"_s), span.text),
                this);
            return true;
        }
    QToolTip::hideText();
    return true;
}

struct SpanLegend::Entry {
    SessionSpan::Kind kind;
    QString word;
};

std::vector<SpanLegend::Entry> SpanLegend::entries()
{
    return {{SessionSpan::Kind::Active, tr("active")},
        {SessionSpan::Kind::IdleInTransaction, tr("idle in transaction")},
        {SessionSpan::Kind::Waiting, tr("waiting for a lock")}};
}

SpanLegend::SpanLegend(QWidget* parent)
    : QWidget(parent)
{
    QStringList words;
    for (const Entry& entry : entries())
        words.append(entry.word);
    setAccessibleName(tr("Colours: %1").arg(words.join(u", "_s)));
    setToolTip(words.join(u'\n'));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    ui::followTheme(this);
}

QSize SpanLegend::sizeHint() const
{
    const QFontMetrics metrics(Theme::of(this).font(ui::TextStyle::Cell));
    int width = 0;
    for (const Entry& entry : entries())
        width += kLegendBox + 6 + metrics.horizontalAdvance(entry.word) + 14;
    return {width, 20};
}

// The colours alone.
QSize SpanLegend::minimumSizeHint() const
{
    return {int(entries().size()) * (kLegendBox + 20), 20};
}

void SpanLegend::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    const Theme& theme = Theme::of(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setFont(theme.font(ui::TextStyle::Cell));
    double x = 0.5;
    const QFontMetricsF metrics(p.font());
    // What is lacking is taken from the longest words: a short one says nothing when cut.
    double lacking = sizeHint().width() - width();
    double most = 0;
    for (const Entry& entry : entries())
        most = std::max(most, metrics.horizontalAdvance(entry.word));
    for (; lacking > 0 && most > 0; --most) {
        for (const Entry& entry : entries())
            lacking -= metrics.horizontalAdvance(entry.word) >= most ? 1 : 0;
    }
    for (const Entry& entry : entries()) {
        const Token token = tokenOf(entry.kind);
        p.setPen(theme.color(token));
        p.setBrush(theme.color(ui::softOf(token)));
        p.drawRoundedRect(QRectF(x, height() / 2.0 - 5, kLegendBox, 10), 3, 3);
        x += kLegendBox + 6;
        const double words = std::min(most, metrics.horizontalAdvance(entry.word));
        p.setPen(theme.color(Token::Text2));
        p.drawText(QRectF(x, 0, words + 2, height()), Qt::AlignVCenter,
            metrics.elidedText(entry.word, Qt::ElideRight, words + 1));
        x += words + 14;
    }
}

} // namespace pilothouse::database
