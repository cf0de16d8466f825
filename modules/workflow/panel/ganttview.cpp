// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/ganttview.h"

#include "ui/theme/theme.h"
#include "workflow/panel/statemark.h"
#include "workflow/panel/worktext.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

namespace
{
constexpr int kHead = 28;
constexpr int kRow = 24;
constexpr int kBar = 12;
constexpr int kBeforeName = 28; // glyph and margins
constexpr double kTimeRoom = 84; // of one time at the top
constexpr double kVeil = 0.55; // over what was known last
} // namespace

GanttView::GanttView(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("focusRing", u"none"_s);
    setAccessibleName(tr("Gantt of the run"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    ui::followTheme(this);
}

void GanttView::show(
    const RunEntry* run, const GridRows& rows, const std::vector<TaskInstance>& instances)
{
    m_rows.clear();
    m_bars.clear();
    m_barsOf.clear();
    m_from = m_to = {};
    m_run = run ? run->info.ref.run : QString();
    m_open = run && run->isActive();
    if (run) {
        QSet<QString> detailed;
        for (const TaskInstance& one : instances) {
            if (one.ref.run != run->info.ref.run)
                continue;
            detailed.insert(one.ref.task);
            m_bars.push_back({one.ref.task, one.ref.map, one.tryNumber, one.state, one.scheduled,
                one.queued, one.start, one.end});
            // The cell is asked for all the time, the instance only now and then.
            const Cell* cell = one.ref.map < 0 ? run->cell(one.ref.task) : nullptr;
            if (cell && cell->start.isValid() && one.tryNumber >= cell->tries) {
                m_bars.back().state = cell->state;
                m_bars.back().start = cell->start;
                m_bars.back().end = cell->end;
            }
        }
        for (int i = 0; i < rows.size(); ++i) {
            const GridRow& row = rows.at(i);
            if (row.map >= 0 || row.more > 0)
                continue; // the bars of its task are those of its instances
            const auto cell = GridRows::cell(*run, row);
            if (!row.group || !row.open)
                m_rows.emplace_back(row.id, row.label);
            if (cell && (!row.group || !row.open) && !detailed.contains(row.id))
                m_bars.push_back(
                    {row.id, -1, cell->tries, cell->state, {}, {}, cell->start, cell->end});
        }
        m_from = run->info.start;
        m_to = run->info.end;
        partTries();
    }
    for (size_t i = 0; i < m_bars.size(); ++i) {
        const Bar& bar = m_bars[i];
        m_barsOf[bar.task].push_back(int(i));
        for (const QDateTime& time : {bar.queued, bar.start})
            if (time.isValid() && (!m_from.isValid() || time < m_from))
                m_from = time;
        if (bar.end.isValid() && (!m_to.isValid() || bar.end > m_to))
            m_to = bar.end;
    }
    measure();
    describe();
    viewport()->update();
}

// A task that was cleared keeps the times of the try before until it is scheduled again.
void GanttView::partTries()
{
    QHash<std::pair<QString, int>, QDateTime> ended; // by task and index: the last try so far
    for (Bar& bar : m_bars) {
        QDateTime& before = ended[{bar.task, bar.map}];
        if (before.isValid()) {
            for (QDateTime* time : {&bar.scheduled, &bar.queued, &bar.start})
                if (*time < before)
                    *time = {};
            if (!bar.start.isValid())
                bar.end = {};
        }
        if (bar.end.isValid())
            before = bar.end;
    }
}

void GanttView::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    viewport()->update();
}

void GanttView::setNow(const QDateTime& now)
{
    m_now = now;
    if (m_open)
        viewport()->update();
}

void GanttView::setStale(bool stale)
{
    if (std::exchange(m_stale, stale) != stale)
        viewport()->update();
}

void GanttView::setCurrent(const QString& task)
{
    if (m_current == task)
        return;
    m_current = task;
    describe();
    viewport()->update();
}

void GanttView::describe()
{
    QStringList words;
    for (const Bar& bar : m_bars)
        if (bar.task == m_current)
            words.append(tr("try %1 %2, %3")
                             .arg(bar.tryNumber)
                             .arg(bar.state, durationText(spanOf(bar.start, bar.end, m_now))));
    setAccessibleDescription(m_current.isEmpty()
            ? m_run
            : tr("%1, run %2: %3").arg(m_current, m_run, words.join(u"; "_s)));
}

void GanttView::measure()
{
    // As wide as the chosen one, whose name is strong.
    QFont strong = ui::Theme::of(this).font(TextStyle::Cell);
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(strong);
    int widest = 80;
    for (const auto& row : m_rows)
        widest = std::max(widest, metrics.horizontalAdvance(row.second));
    m_labels = std::min(widest + kBeforeName + 8, std::max(100, viewport()->width() / 3));
    const int height = std::max(1, viewport()->height() - kHead);
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setSingleStep(kRow);
    verticalScrollBar()->setRange(0, std::max(0, int(m_rows.size()) * kRow - height));
}

double GanttView::xOf(const QDateTime& time) const
{
    const QDateTime to = m_open || !m_to.isValid() ? m_now : m_to;
    const double all = std::max<double>(1000, double(m_from.msecsTo(to)));
    const double width = std::max(20, viewport()->width() - m_labels - 70);
    return m_labels + double(m_from.msecsTo(time)) / all * width;
}

void GanttView::paintAxis(QPainter& p, const ui::Theme& theme) const
{
    const QDateTime to = m_open || !m_to.isValid() ? m_now : m_to;
    const double all = std::max(1.0, double(m_from.msecsTo(to)) / 1000);
    // As many times as have room beside each other.
    const double most = std::clamp((xOf(to) - m_labels) / kTimeRoom, 1.0, 6.0);
    double step = 1;
    for (const double s : {1., 2., 5., 10., 30., 60., 120., 300., 600., 1800., 3600., 7200., 21600.,
             43200., 86400.}) {
        step = s;
        if (all / s <= most)
            break;
    }
    p.setFont(theme.font(TextStyle::MonoAxis));
    for (double at = 0; at <= all; at += step) {
        const QDateTime time = m_from.addMSecs(qint64(at * 1000));
        const double x = std::round(xOf(time));
        p.setPen(theme.color(Token::Line));
        p.drawLine(QPointF(x, kHead), QPointF(x, viewport()->height()));
        p.setPen(theme.color(Token::Text3));
        p.drawText(QRectF(x - 40, 4, 80, 16), Qt::AlignCenter,
            at == 0 ? time.toTimeZone(m_zone).toString(u"HH:mm:ss"_s)
                    : QString(u'+' + durationText(at)));
    }
    p.fillRect(0, kHead - 1, viewport()->width(), 1, theme.color(Token::Line));
}

// Waiting is thin, running is solid; what still runs is open at its end.
void GanttView::paintBar(QPainter& p, const ui::Theme& theme, const Bar& bar, int y) const
{
    const QDateTime waits = bar.scheduled.isValid() ? bar.scheduled : bar.queued;
    const double middle = y + kRow / 2.0;
    if (waits.isValid()) {
        const QDateTime until = bar.start.isValid() ? bar.start : m_now;
        QPen pen(theme.color(Token::StatusQueued), 2);
        p.setPen(pen);
        if (until > waits)
            p.drawLine(QPointF(xOf(waits), middle), QPointF(xOf(until), middle));
    }
    if (!bar.start.isValid())
        return;
    const double from = xOf(bar.start);
    const double to = std::max(from + 3, xOf(bar.end.isValid() ? bar.end : m_now));
    const QRectF box(from, middle - kBar / 2.0, to - from, kBar);
    const Token tone = stateColor(bar.state);
    if (isFinal(bar.state) || bar.end.isValid()) {
        p.setPen(Qt::NoPen);
        p.setBrush(theme.color(tone, bar.state == "success"_L1 ? 0.85 : 1));
        p.drawRoundedRect(box, 2, 2);
    } else {
        p.setPen(QPen(theme.color(tone), 1.3));
        p.setBrush(theme.color(ui::softOf(tone)));
        p.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), 2, 2);
    }
}

void GanttView::paintEvent(QPaintEvent*)
{
    QPainter p(viewport());
    const ui::Theme& theme = ui::Theme::of(this);
    p.fillRect(viewport()->rect(), theme.color(Token::Surface));
    if (!m_from.isValid()) {
        p.setFont(theme.font(TextStyle::Body));
        p.setPen(theme.color(Token::Text3));
        p.drawText(viewport()->rect(), Qt::AlignCenter,
            m_run.isEmpty() ? tr("No run chosen") : tr("Nothing of this run has started"));
        return;
    }
    paintAxis(p, theme);
    p.setClipRect(0, kHead, viewport()->width(), viewport()->height());
    p.setRenderHint(QPainter::Antialiasing);
    const int scrolled = verticalScrollBar()->value();
    const int from = scrolled / kRow;
    const int to
        = std::min(int(m_rows.size()) - 1, (scrolled + viewport()->height() - kHead) / kRow);
    for (int i = from; i <= to; ++i) {
        const auto& [task, label] = m_rows[size_t(i)];
        const int y = kHead + i * kRow - scrolled;
        const bool current = task == m_current;
        if (current)
            p.fillRect(0, y, viewport()->width(), kRow, theme.color(Token::Hover));
        double last = 0;
        double span = -1;
        StateWord state;
        for (const int b : m_barsOf.value(task)) {
            const Bar& bar = m_bars[size_t(b)];
            paintBar(p, theme, bar, y);
            state = bar.state;
            if (bar.start.isValid()) {
                span = spanOf(bar.start, bar.end, m_now);
                last = std::max(last, xOf(bar.end.isValid() ? bar.end : m_now));
            }
        }
        if (span >= 0) {
            p.setFont(theme.font(TextStyle::MonoAxis));
            p.setPen(theme.color(Token::Text2));
            p.drawText(QRectF(last + 6, y, 90, kRow), int(Qt::AlignLeft | Qt::AlignVCenter),
                durationText(span));
        }
        QFont font = theme.font(TextStyle::Cell);
        font.setWeight(current ? QFont::DemiBold : QFont::Normal);
        p.setFont(font);
        p.fillRect(
            QRect(0, y, m_labels - 6, kRow), theme.color(current ? Token::Hover : Token::Surface));
        if (!state.isEmpty())
            paintStateGlyph(p, QRectF(10, y + 6, 12, 12), state, theme);
        p.setPen(theme.color(current ? Token::Text : Token::Text2));
        p.drawText(QRect(kBeforeName, y, m_labels - 36, kRow),
            int(Qt::AlignLeft | Qt::AlignVCenter),
            p.fontMetrics().elidedText(label, Qt::ElideMiddle, m_labels - 36));
        if (current && hasFocus()) {
            p.setPen(QPen(theme.color(Token::Accent), 1));
            p.setBrush(Qt::NoBrush);
            p.drawRect(QRectF(0.5, y + 0.5, viewport()->width() - 1, kRow - 1));
        }
    }
    if (m_stale) // as in the grid
        p.fillRect(viewport()->rect(), theme.color(Token::Surface, kVeil));
}

int GanttView::rowAt(int y) const
{
    const int row = (y - kHead + verticalScrollBar()->value()) / kRow;
    return y >= kHead && row < int(m_rows.size()) ? row : -1;
}

void GanttView::moveTo(int row)
{
    if (m_rows.empty())
        return;
    row = std::clamp(row, 0, int(m_rows.size()) - 1);
    setCurrent(m_rows[size_t(row)].first);
    auto* down = verticalScrollBar();
    down->setValue(
        std::clamp(down->value(), std::max(0, (row + 1) * kRow - down->pageStep()), row * kRow));
    Q_EMIT currentChanged(m_current);
}

void GanttView::keyPressEvent(QKeyEvent* event)
{
    const auto at = std::find_if(
        m_rows.begin(), m_rows.end(), [this](const auto& row) { return row.first == m_current; });
    const int row = at == m_rows.end() ? -1 : int(at - m_rows.begin());
    const int page = std::max(1, verticalScrollBar()->pageStep() / kRow - 1);
    switch (event->key()) {
    case Qt::Key_Up:
        moveTo(row - 1);
        break;
    case Qt::Key_Down:
        moveTo(row + 1);
        break;
    case Qt::Key_PageUp:
        moveTo(row - page);
        break;
    case Qt::Key_PageDown:
        moveTo(row + page);
        break;
    case Qt::Key_Home:
        moveTo(0);
        break;
    case Qt::Key_End:
        moveTo(int(m_rows.size()));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_current.isEmpty())
            Q_EMIT opened(m_current);
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void GanttView::mousePressEvent(QMouseEvent* event)
{
    if (const int row = rowAt(event->position().toPoint().y()); row >= 0)
        moveTo(row);
}

bool GanttView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = rowAt(help->pos().y());
    QStringList lines;
    if (row >= 0) {
        const QString task = m_rows[size_t(row)].first;
        lines.append(task);
        for (const int b : m_barsOf.value(task)) {
            const Bar& bar = m_bars[size_t(b)];
            const QString name = bar.map >= 0 ? tr("[%1] try %2").arg(bar.map).arg(bar.tryNumber)
                                              : tr("try %1").arg(bar.tryNumber);
            lines.append(
                tr("%1: %2, waited %3, ran %4")
                    .arg(name, bar.state, durationText(spanOf(bar.queued, bar.start, m_now)),
                        durationText(spanOf(bar.start, bar.end, m_now))));
            if (lines.size() > 12)
                break;
        }
    }
    if (lines.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), lines.join(u'\n'), viewport());
    return true;
}

void GanttView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    measure();
}

void GanttView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void GanttView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace pilothouse::workflow
