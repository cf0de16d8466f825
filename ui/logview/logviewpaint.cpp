// SPDX-License-Identifier: GPL-3.0-or-later
// How a log looks: columns, tints of warnings and errors, matches, selection; and where its lines
// stand.
#include "ui/controls/button.h"
#include "ui/logview/logscrollbar.h"
#include "ui/logview/logview.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QtCore/QLocale>
#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <climits>
#include <cmath>
#include <tuple>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

constexpr int kLeft = 6;
constexpr int kGap = 10;
constexpr int kMessageGap = 16; // room for the chevron of a group
constexpr int kSourceColumns = 20;
constexpr int kChevron = 11;
constexpr int kGroupRule = 24; // where a group ends

Token levelInk(LogLevel level)
{
    switch (level) {
    case LogLevel::Warning:
        return Token::StatusWarn;
    case LogLevel::Error:
    case LogLevel::Critical:
        return Token::StatusError;
    case LogLevel::Debug:
        return Token::Text3;
    default:
        return Token::Text2;
    }
}

Token messageInk(const LogRow& row)
{
    if (row.mark.groupEnd() || row.level == LogLevel::Debug)
        return Token::Text3;
    if (row.mark.kind() == LogFilter::All)
        return Token::Text;
    if (row.mark.continued() && !row.exception)
        return Token::Text2;
    return row.mark.kind() == LogFilter::Errors ? Token::StatusError : Token::StatusWarn;
}

} // namespace

int LogView::lineHeight() const
{
    return Theme::of(this).metric(Metric::TaskLogLine);
}

int LogView::pageLines() const
{
    return std::max(1, viewport()->height() / lineHeight());
}

void LogView::measure()
{
    const qreal column = m_rows.measure().column();
    const auto wide = [column](int n) {
        return int(std::ceil(column * n));
    };
    const int room = viewport()->width();
    Columns c;
    c.numberRight = kLeft + wide(m_digits);
    int x = c.numberRight + kGap;
    const bool times = (!m_store || m_store->hasTimes()) && room > wide(60);
    c.time = times ? x : -1;
    x += times ? wide(12) + kGap + 2 : 0;
    c.level = x;
    x += wide(5);
    // The source gives way first: the message is what is read.
    const bool sources = m_store && m_store->hasSources() && room > wide(85);
    c.source = x + 2 * kGap;
    c.sourceWidth = sources ? wide(kSourceColumns) : 0;
    x = sources ? c.source + c.sourceWidth : x;
    c.message = x + kMessageGap;
    m_columns = c;
    m_rows.setWrap(m_wrap, std::max(wide(10), room - c.message - 8));
}

int LogView::linesAt(qint64 index) const
{
    return m_rows.varies() ? m_rows.linesOf(m_shown.rowAt(index)) : 1;
}

LogView::Top LogView::topAtEnd() const
{
    const qint64 count = m_shown.count();
    int left = pageLines();
    if (!m_rows.varies())
        return {std::max<qint64>(0, count - left), 0};
    for (qint64 index = count - 1; index >= 0; --index) {
        const int lines = linesAt(index);
        if (lines >= left)
            return {index, lines - left};
        left -= lines;
    }
    return {};
}

void LogView::updateBars()
{
    const Top end = topAtEnd();
    m_settingBar = true;
    m_bar->setRange(0, int(std::min<qint64>(end.index + (end.line > 0 ? 1 : 0), INT_MAX)));
    m_bar->setPageStep(pageLines());
    if (std::tie(m_top.index, m_top.line) > std::tie(end.index, end.line))
        m_top = end;
    m_bar->setValue(int(m_top == end ? m_bar->maximum() : m_top.index));
    const int room = viewport()->width() - m_columns.message - 8;
    QScrollBar* across = horizontalScrollBar();
    across->setSingleStep(int(m_rows.measure().column() * 8));
    across->setPageStep(std::max(1, room));
    across->setRange(0, m_wrap ? 0 : std::max(0, int(m_widest) - room));
    m_settingBar = false;
}

void LogView::setTop(Top top)
{
    top.index = std::clamp<qint64>(top.index, 0, std::max<qint64>(0, m_shown.count() - 1));
    m_top = top;
    updateBars();
    if (atEnd())
        m_leftAt = m_store ? m_store->rowCount() : 0;
    if (!m_chip->isHidden() || m_follow)
        updateChip();
    viewport()->update();
}

bool LogView::atEnd() const
{
    return m_bar->value() == m_bar->maximum();
}

void LogView::scrollLines(int lines)
{
    Top top = m_top;
    if (lines < 0 && m_follow)
        setFollow(false);
    if (!m_rows.varies()) {
        top.index = std::max<qint64>(0, top.index + lines);
        setTop(top);
        return;
    }
    top.line += lines;
    while (top.line < 0 && top.index > 0)
        top.line += linesAt(--top.index);
    top.line = std::max(0, top.line);
    for (int here = linesAt(top.index); top.line >= here; here = linesAt(top.index)) {
        if (top.index + 1 >= m_shown.count())
            break;
        top.line -= here;
        ++top.index;
    }
    setTop(top);
}

void LogView::scrollToEnd()
{
    setTop(topAtEnd());
}

void LogView::ensureVisible(qint64 row)
{
    const qint64 index = m_shown.indexOf(row);
    if (index < m_top.index || (index == m_top.index && m_top.line > 0)) {
        setTop({index, 0});
        return;
    }
    // Lines from the top down to the end of this row, as far as a page.
    int used = -m_top.line;
    for (qint64 i = m_top.index; i <= index; ++i) {
        used += linesAt(i);
        if (!m_rows.varies()) {
            used = int(std::min<qint64>(index - m_top.index + 1, 1 << 20));
            break;
        }
        if (used > pageLines() * 3)
            break;
    }
    const int over = used - pageLines();
    if (over <= 0)
        viewport()->update();
    else if (over < pageLines() && linesAt(index) <= pageLines())
        scrollLines(over);
    else
        setTop({std::max<qint64>(0, m_rows.varies() ? index : index - pageLines() + 1), 0});
}

void LogView::scrollContentsBy(int, int)
{
    if (m_settingBar)
        return;
    const int value = m_bar->value();
    const Top end = topAtEnd();
    const Top now = value >= m_bar->maximum() ? end : Top{value, 0};
    if (!(now == m_top)) {
        const bool up = now.index < m_top.index;
        m_top = now;
        if (up && m_follow)
            setFollow(false);
        if (now == end && m_store)
            m_leftAt = m_store->rowCount();
        updateChip();
    }
    viewport()->update();
}

void LogView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    const bool stay = m_follow || (m_store && atEnd() && m_top.index > 0);
    measure();
    updateBars();
    if (stay)
        scrollToEnd();
    updateChip();
}

std::vector<std::pair<qint64, QRect>> LogView::visibleRows() const
{
    std::vector<std::pair<qint64, QRect>> out;
    const int height = lineHeight();
    int y = -m_top.line * height;
    const qint64 count = m_shown.count();
    for (qint64 index = m_top.index; index < count && y < viewport()->height(); ++index) {
        const int tall = linesAt(index) * height;
        out.emplace_back(m_shown.rowAt(index), QRect(0, y, viewport()->width(), tall));
        y += tall;
    }
    return out;
}

void LogView::paintEvent(QPaintEvent* event)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(viewport());
    painter.fillRect(event->rect(), theme.color(Token::Surface));
    painter.setFont(theme.font(TextStyle::Mono));
    const qreal widest = m_widest;
    for (const auto& [row, box] : visibleRows()) {
        if (!box.intersects(event->rect()))
            continue;
        LogRow* made = m_rows.row(row);
        paintRow(painter, row, made, box.top());
        if (made && made->lines == 1)
            m_widest = std::max(m_widest, made->width);
    }
    if (m_widest > widest) // only now it is known how wide they are
        updateBars();
}

bool LogView::lineSelected(qint64 row) const
{
    if (m_select != Select::Lines)
        return false;
    const auto [from, to] = selection();
    return row >= from.row && row <= to.row;
}

std::pair<int, int> LogView::selectedPart(qint64 row, int length) const
{
    if (m_select != Select::Text)
        return {0, 0};
    const auto [from, to] = selection();
    if (row < from.row || row > to.row)
        return {0, 0};
    return {row == from.row ? std::min(from.at, length) : 0,
        row == to.row ? std::min(to.at, length) : length};
}

void LogView::paintRow(QPainter& painter, qint64 row, LogRow* made, int y)
{
    const Theme& theme = Theme::of(this);
    const int line = lineHeight();
    const int tall = (made ? made->lines : 1) * line;
    const QRect box(0, y, viewport()->width(), tall);
    if (made && made->mark.kind() == LogFilter::Errors)
        painter.fillRect(box, theme.color(Token::StatusErrorSoft));
    if (lineSelected(row))
        painter.fillRect(box, theme.color(Token::Selection));
    if (row == m_caret.row && hasFocus())
        painter.fillRect(QRect(0, y, 2, tall), theme.color(Token::Accent));
    const auto word = [&](int x, int width, Token ink, const QString& text, int align) {
        painter.setPen(theme.color(ink));
        painter.drawText(QRect(x, y, width, line), align | int(Qt::AlignVCenter), text);
    };
    word(0, m_columns.numberRight, Token::Text3, QString::number(row + 1), Qt::AlignRight);
    if (!made) { // comes back from the file in a moment
        painter.fillRect(
            QRect(m_columns.message, y + line / 2 - 4, 240, 8), theme.color(Token::Press));
        return;
    }
    if (m_columns.time >= 0 && !made->time.isEmpty())
        word(m_columns.time, 200, Token::Text2, made->time, Qt::AlignLeft);
    if (made->level != LogLevel::None)
        word(m_columns.level, 200, levelInk(made->level), levelWord(made->level), Qt::AlignLeft);
    if (m_columns.sourceWidth > 0 && !made->source.isEmpty()) {
        const QString source = painter.fontMetrics().elidedText(
            made->source, Qt::ElideMiddle, m_columns.sourceWidth);
        word(m_columns.source, m_columns.sourceWidth + 4, Token::Text3, source, Qt::AlignLeft);
    }
    paintMessage(painter, row, *made, y);
    if (made->mark.groupEnd())
        painter.fillRect(
            QRect(m_columns.message, y + line / 2, kGroupRule, 1), theme.color(Token::LineStrong));
    if (made->mark.groupBegin() && filter() == LogFilter::All)
        paintIcon(painter,
            QRectF(m_columns.message - kChevron - 3, y + (line - kChevron) / 2, kChevron, kChevron),
            m_shown.isFolded(row) ? u"chevron-right"_s : u"chevron-down"_s,
            theme.color(Token::Text2));
    if (made->shown.hidden > 0 || made->cut)
        paintShowAll(painter, *made, y + tall - line);
}

void LogView::paintMessage(QPainter& painter, qint64 row, LogRow& made, int y)
{
    const Theme& theme = Theme::of(this);
    const int line = lineHeight();
    const int left = horizontalScrollBar()->value();
    const int room = viewport()->width() - m_columns.message;
    painter.save();
    painter.setClipRect(QRect(m_columns.message, y, room, made.lines * line), Qt::IntersectClip);
    painter.setPen(theme.color(messageInk(made)));
    const auto [selectedFrom, selectedTo] = selectedPart(row, int(made.shown.text.size()));
    for (LogPiece& piece : made.pieces) {
        const int top = y + piece.line * line;
        const qreal x = piece.x - (made.lines > 1 ? 0 : left);
        if (top + line <= 0 || top >= viewport()->height() || x > room || x + piece.width < -400)
            continue;
        const QTextLayout& layout = m_rows.layout(made, piece);
        QList<QTextLayout::FormatRange> ranges;
        const auto add = [&](int begin, int end, const QTextCharFormat& format) {
            begin = std::max(begin, piece.begin) - piece.begin;
            end = std::min(end, piece.begin + piece.length) - piece.begin;
            if (begin < end)
                ranges.append({begin, end - begin, format});
        };
        for (const LogSpan& span : made.shown.spans) {
            QTextCharFormat format;
            if (span.ink)
                format.setForeground(theme.color(*span.ink));
            if (span.bold)
                format.setFontWeight(QFont::DemiBold);
            add(span.begin, span.begin + span.length, format);
        }
        QTextCharFormat selected;
        selected.setBackground(theme.color(Token::Selection));
        selected.setForeground(theme.color(Token::Text));
        add(selectedFrom, selectedTo, selected);
        QTextCharFormat marked;
        marked.setBackground(theme.color(Token::Mark));
        marked.setForeground(theme.color(Token::OnMark));
        for (const auto& [begin, end] : made.hits)
            add(begin, end, marked);
        const qreal height = layout.boundingRect().height();
        layout.draw(&painter, QPointF(m_columns.message + x, top + (line - height) / 2), ranges);
    }
    painter.restore();
}

QString LogView::showAllText(const LogRow& made) const
{
    const QString size = QLocale().formattedDataSize(made.bytes);
    return made.shown.hidden > 0 ? tr("Show all, %1").arg(size) : tr("cut at %1").arg(size);
}

QRect LogView::showAllBox(const LogRow& made, int y) const
{
    if (made.shown.hidden == 0 && !made.cut)
        return {};
    const QString text = showAllText(made);
    const QFontMetrics metrics(Theme::of(this).font(TextStyle::Micro));
    const int width = metrics.horizontalAdvance(text) + 16;
    return {viewport()->width() - width - 6, y + 1, width, lineHeight() - 2};
}

void LogView::paintShowAll(QPainter& painter, const LogRow& made, int y)
{
    const Theme& theme = Theme::of(this);
    const QRect box = showAllBox(made, y);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Token::LineStrong));
    painter.setBrush(theme.color(Token::Raised));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setFont(theme.font(TextStyle::Micro));
    const bool link = made.shown.hidden > 0;
    painter.setPen(theme.color(link ? Token::Accent : Token::Text3));
    painter.drawText(box, Qt::AlignCenter, showAllText(made));
    painter.restore();
}

} // namespace pilothouse::ui
