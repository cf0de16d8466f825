// SPDX-License-Identifier: GPL-3.0-or-later
// RunGrid: painting, and the words of a cell. Only what is on screen is looked at.
#include "workflow/panel/rungrid.h"

#include "ui/theme/glyphs.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "workflow/panel/worktext.h"

#include <QLocale>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Theme;
using ui::Token;

namespace
{

constexpr int kLeft = 12;
constexpr qreal kOld = 0.45; // opacity of what was known last

// Two steps that hold the longest bar, in round figures.
double stepFor(double longest)
{
    for (const double step : {1., 2., 5., 10., 15., 30., 60., 120., 300., 600., 900., 1200., 1800.,
             3600., 7200., 10800., 21600., 43200., 86400., 172800., 604800.})
        if (step * 2 >= longest)
            return step;
    return longest / 2;
}

QString tickText(double seconds)
{
    if (seconds < 60)
        return WorkText::tr("%1 s").arg(qint64(seconds));
    if (seconds < 3600)
        return WorkText::tr("%1 m").arg(qint64(seconds / 60));
    if (seconds < 86400)
        return WorkText::tr("%1 h").arg(qint64(seconds / 3600));
    return WorkText::tr("%1 d").arg(qint64(seconds / 86400));
}

} // namespace

double RunGrid::usualDuration() const
{
    if (!m_book)
        return -1;
    if (m_book->details() && m_book->details()->runTimeout)
        return *m_book->details()->runTimeout;
    std::vector<double> past;
    for (auto run = m_book->runs().rbegin(); run != m_book->runs().rend() && past.size() < 60;
         ++run)
        if (run->info.state == "success"_L1)
            past.push_back(spanOf(run->info.start, run->info.end, m_now));
    const Usual usual = usualOf(past);
    return usual.isKnown() ? usual.high : -1;
}

void RunGrid::paintEvent(QPaintEvent*)
{
    QPainter p(viewport());
    const Theme& theme = Theme::of(this);
    p.fillRect(viewport()->rect(), theme.color(Token::Surface));
    m_painted = 0;
    if (!m_book || columns() == 0)
        return;
    const QRect right = viewport()->rect().adjusted(m_layout.labels - 3, 0, 0, 0);
    const auto [row, column] = cursor();
    if (row >= 0)
        p.fillRect(QRect(0, yOf(row), viewport()->width(), m_layout.row)
                & viewport()->rect().adjusted(0, m_layout.head, 0, 0),
            theme.color(Token::Hover));
    p.setClipRect(right);
    paintColumns(p, theme);
    p.setClipRect(right.adjusted(0, m_layout.head, 0, 0));
    paintCells(p, theme);
    p.setClipping(false);
    p.setClipRect(right);
    paintBars(p, theme);
    paintHours(p, theme);
    paintHead(p, theme);
    paintCursor(p, theme);
    p.setClipping(false);
    paintLabels(p, theme);
}

// The plates of A, B and of the column with the cursor.
void RunGrid::paintColumns(QPainter& p, const Theme& theme) const
{
    const bool comparing = !m_a.isEmpty() || !m_b.isEmpty();
    const auto plate = [&](const QString& run, Token token) {
        const int column = run.isEmpty() ? -1 : m_book->indexOf(run);
        if (column < 0)
            return;
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(Qt::NoPen);
        p.setBrush(theme.color(token));
        const int bottom = std::min(viewport()->height(), yOf(m_rows.size()) + 2);
        p.drawRoundedRect(QRectF(xOf(column), 2, m_layout.pitch, std::max(0, bottom - 2)), 3, 3);
    };
    if (comparing) {
        plate(m_a, Token::Hover);
        plate(m_b, Token::Selection);
    } else {
        plate(m_run, Token::Selection);
    }
    if (!comparing)
        return;
    const auto mark = [&](const QString& run, const QString& letter, bool strong) {
        const int column = run.isEmpty() ? -1 : m_book->indexOf(run);
        if (column < 0)
            return;
        const QRectF box(xOf(column) + m_layout.pitch / 2.0 - 8, 4, 16, 16);
        p.setBrush(theme.color(strong ? Token::AccentFill : Token::Press));
        p.setPen(Qt::NoPen);
        p.drawRoundedRect(box, 3, 3);
        p.setFont(theme.font(TextStyle::Micro));
        p.setPen(theme.color(strong ? Token::OnFill : Token::Text));
        p.drawText(box, Qt::AlignCenter, letter);
    };
    mark(m_a, u"A"_s, false);
    mark(m_b, u"B"_s, true);
}

void RunGrid::paintBars(QPainter& p, const Theme& theme) const
{
    const auto [first, last] = shownColumns();
    const double usual = usualDuration();
    double longest = std::max(1.0, usual);
    for (int i = first; i <= last; ++i) {
        const RunInfo& run = m_book->runs()[size_t(i)].info;
        longest = std::max(longest, spanOf(run.start, run.end, m_now));
    }
    const double step = stepFor(longest);
    const double top = std::max(step * 2, longest);
    const int base = m_layout.marks + m_layout.bars - 2;
    const int height = m_layout.bars - 12;
    const auto yFor = [&](double seconds) {
        return base - seconds / top * height;
    };
    p.setRenderHint(QPainter::Antialiasing, false);
    p.setClipping(false);
    p.setFont(theme.font(TextStyle::MonoAxis));
    const int right = std::min(viewport()->width() - 4, xOf(columns()) + 6);
    for (int i = 0; i <= 2; ++i) {
        const int y = int(std::round(yFor(step * i)));
        p.setPen(theme.color(Token::Line));
        p.drawLine(m_layout.labels - 4, y, right, y);
        p.setPen(theme.color(Token::Text3));
        p.drawText(QRect(0, y - 7, m_layout.labels - 10, 14),
            int(Qt::AlignRight | Qt::AlignVCenter), i == 0 ? u"0"_s : tickText(step * i));
    }
    p.setClipRect(viewport()->rect().adjusted(m_layout.labels - 3, 0, 0, 0));
    p.setRenderHint(QPainter::Antialiasing);
    p.setOpacity(m_stale ? kOld : 1);
    const qreal width = std::max(2, m_layout.cell);
    for (int i = first; i <= last; ++i) {
        const RunInfo& run = m_book->runs()[size_t(i)].info;
        const double span = spanOf(run.start, run.end, m_now);
        if (span < 0)
            continue;
        const qreal tall = std::max(2.0, base - yFor(span));
        const QRectF bar(xOf(i) + (m_layout.pitch - width) / 2.0, base - tall, width, tall);
        const Token tone = stateColor(run.state);
        const qreal radius = std::min(2.0, width / 3);
        if (isFinal(run.state)) {
            p.setPen(Qt::NoPen);
            p.setBrush(theme.color(tone, run.state == "success"_L1 ? 0.8 : 1.0));
            p.drawRoundedRect(bar, radius, radius);
        } else {
            p.setPen(QPen(theme.color(tone), 1.3));
            p.setBrush(theme.color(ui::softOf(tone)));
            p.drawRoundedRect(bar.adjusted(0.7, 0.7, -0.7, 0), radius, radius);
        }
    }
    if (m_layout.pitch >= 13)
        for (int i = first; i <= last; ++i)
            if (missedDeadline(m_book->runs()[size_t(i)]))
                ui::paintGlyph(p,
                    QRectF(xOf(i) + (m_layout.pitch - 10) / 2.0, m_layout.marks - 1, 10, 10),
                    ui::Glyph::Warn, theme);
    p.setOpacity(1);
    if (usual > 0 && usual <= top) {
        QPen pen(theme.color(Token::StatusWarn), 1);
        pen.setDashPattern({3, 3});
        p.setPen(pen);
        p.setRenderHint(QPainter::Antialiasing, false);
        const int y = int(std::round(yFor(usual)));
        p.drawLine(m_layout.labels - 4, y, right, y);
    }
}

// As much of the time as tells neighbours apart.
void RunGrid::paintHours(QPainter& p, const Theme& theme) const
{
    const auto [first, last] = shownColumns();
    if (last < first)
        return;
    std::vector<qint64> gaps;
    for (int i = std::max(first, 1); i <= last; ++i)
        gaps.push_back(whenOf(m_book->runs()[size_t(i) - 1].info)
                           .secsTo(whenOf(m_book->runs()[size_t(i)].info)));
    std::sort(gaps.begin(), gaps.end());
    const qint64 gap = gaps.empty() ? 3600 : gaps[gaps.size() / 2];
    // Alone, it has room for all of its time.
    const QString format = gaps.empty() ? u"MM-dd HH:mm"_s
        : gap >= 72'000                 ? (m_layout.pitch >= 20 ? u"dd"_s : u"MM-dd"_s)
        : gap >= 3000                   ? u"HH"_s
                                        : u"HH:mm"_s;
    p.setFont(theme.font(TextStyle::MonoAxis));
    const int text = p.fontMetrics().horizontalAdvance(format) + 6;
    const int every = std::max(1, (text + m_layout.pitch - 1) / m_layout.pitch);
    const int y = m_layout.marks + m_layout.bars;
    const int chosen = cursor().second;
    for (int i = last; i >= first; --i) {
        const bool current = i == chosen;
        if (!current && (columns() - 1 - i) % every != 0)
            continue;
        if (!current && chosen >= 0 && std::abs(chosen - i) < every)
            continue;
        const QDateTime when = whenOf(m_book->runs()[size_t(i)].info);
        p.setPen(theme.color(current ? Token::Text : Token::Text3));
        const QString words = when.toTimeZone(m_zone).toString(format);
        const int wide = p.fontMetrics().horizontalAdvance(words);
        int left = gaps.empty() ? xOf(i) : xOf(i) + (m_layout.pitch - wide) / 2;
        if (left < m_layout.labels - 3) { // it would be cut
            if (!current)
                continue;
            left = m_layout.labels - 3;
        }
        p.drawText(
            QRect(left, y, wide + 2, m_layout.hours), int(Qt::AlignVCenter | Qt::AlignLeft), words);
    }
}

// States of the runs and the versions of the code over them.
void RunGrid::paintHead(QPainter& p, const Theme& theme)
{
    const auto [first, last] = shownColumns();
    const int y = m_layout.marks + m_layout.bars + m_layout.hours;
    const qreal size = m_layout.pitch >= 13 ? 11 : 4;
    p.setOpacity(m_stale ? kOld : 1);
    for (int i = first; i <= last; ++i) {
        const StateWord& state = m_book->runs()[size_t(i)].info.state;
        const QRectF box(
            xOf(i) + (m_layout.pitch - size) / 2.0, y + (m_layout.state - size) / 2.0, size, size);
        if (size > 8)
            paintStateGlyph(p, box, state, theme);
        else
            p.fillRect(box, theme.color(stateColor(state)));
    }
    p.setOpacity(1);
    if (m_layout.versions > 0)
        paintVersions(p, theme);
}

void RunGrid::paintVersions(QPainter& p, const Theme& theme) const
{
    const auto [first, last] = shownColumns();
    const auto versionOf = [this](int i) {
        const auto& versions = m_book->runs()[size_t(i)].info.versions;
        return versions.empty() ? 0 : versions.back();
    };
    const int y = m_layout.marks + m_layout.bars + m_layout.hours + m_layout.state + 2;
    p.setFont(theme.font(TextStyle::MonoAxis));
    p.setRenderHint(QPainter::Antialiasing);
    for (int i = first; i <= last;) {
        int end = i;
        while (end < last && versionOf(end + 1) == versionOf(i))
            ++end;
        if (versionOf(i) > 0) {
            const QRectF box(xOf(i) + 1.5, y + 0.5, (end - i + 1) * m_layout.pitch - 3, 14);
            p.setPen(theme.color(Token::LineStrong));
            p.setBrush(theme.color(Token::Raised));
            p.drawRoundedRect(box, 3, 3);
            const QString text = u"v%1"_s.arg(versionOf(i));
            if (p.fontMetrics().horizontalAdvance(text) + 2 <= box.width()) {
                p.setPen(theme.color(Token::Text2));
                p.drawText(box, Qt::AlignCenter, text);
            }
        }
        i = end + 1;
    }
}

void RunGrid::paintCells(QPainter& p, const Theme& theme)
{
    const auto [first, last] = shownColumns();
    const int from = verticalScrollBar()->value() / m_layout.row;
    const int to = std::min(m_rows.size() - 1,
        (verticalScrollBar()->value() + viewport()->height() - m_layout.head) / m_layout.row);
    const qreal size = m_layout.cell;
    const QString unread = stateWord(u"");
    p.setOpacity(m_stale ? kOld : 1);
    for (int c = first; c <= last; ++c) {
        const RunEntry& run = m_book->runs()[size_t(c)];
        const qreal x = xOf(c) + (m_layout.pitch - size) / 2.0;
        for (int r = from; r <= to; ++r) {
            const GridRow& row = m_rows.at(r);
            if (row.more > 0)
                continue;
            const qreal y = yOf(r) + (m_layout.row - size) / 2.0;
            if (!run.cellsRead.isValid()) {
                p.fillRect(QRectF(x, y, size, size), theme.color(Token::Press, 0.5));
                continue;
            }
            const Cell* told = row.map < 0 ? run.cell(row.id) : nullptr;
            StateWord state;
            if (told)
                state = told->state;
            else if (row.group || row.map >= 0)
                state = cellOf(run, row).value_or(Cell{}).state;
            if (state.isEmpty() && row.map >= 0)
                continue; // not read, or the run has fewer
            ++m_painted;
            if (state.isEmpty() && !run.cells.empty() && run.isActive() == false)
                continue; // the task was not part of that run
            m_pictures.paint(p, {x, y}, size, state.isEmpty() ? unread : state, theme);
        }
    }
    p.setOpacity(1);
    paintNotes(p, theme);
    if (m_rings.isEmpty())
        return;
    QPen pen(theme.color(Token::Accent), 1.5);
    pen.setDashPattern({2.4, 1.8});
    p.setPen(pen);
    p.setBrush(Qt::NoBrush);
    p.setRenderHint(QPainter::Antialiasing);
    for (const CellId& cell : m_rings) {
        const int column = m_book->indexOf(cell.first);
        const int row = m_rows.rowShowing(cell.second);
        if (column < first || column > last || row < from || row > to)
            continue;
        const QRectF box(xOf(column) + (m_layout.pitch - size) / 2.0 - 2.5,
            yOf(row) + (m_layout.row - size) / 2.0 - 2.5, size + 5, size + 5);
        p.drawRoundedRect(box, 4, 4);
    }
}

// A cell with a note has a small corner.
void RunGrid::paintNotes(QPainter& p, const Theme& theme) const
{
    if (m_layout.pitch < 13)
        return;
    const auto [first, last] = shownColumns();
    const int from = verticalScrollBar()->value() / m_layout.row;
    const int to = std::min(m_rows.size() - 1,
        (verticalScrollBar()->value() + viewport()->height() - m_layout.head) / m_layout.row);
    p.setPen(Qt::NoPen);
    p.setBrush(theme.color(Token::Text));
    p.setRenderHint(QPainter::Antialiasing);
    for (int c = first; c <= last; ++c)
        for (int r = from; r <= to; ++r) {
            const Cell* cell = m_book->runs()[size_t(c)].cell(m_rows.at(r).id);
            if (!cell || !cell->hasNote)
                continue;
            const qreal right = xOf(c) + (m_layout.pitch + m_layout.cell) / 2.0;
            const qreal top = yOf(r) + (m_layout.row - m_layout.cell) / 2.0;
            p.drawPolygon(QPolygonF{{right - 5, top}, {right, top}, {right, top + 5}});
        }
}

void RunGrid::paintCursor(QPainter& p, const Theme& theme) const
{
    const auto [row, column] = cursor();
    if (column < 0 || row < -1)
        return;
    const qreal size = m_layout.cell + 6;
    const QRect cell = cellRect(row, column);
    const QRectF box(
        cell.center().x() + 1 - size / 2, cell.center().y() + 0.5 - size / 2, size, size);
    if (row >= 0 && cell.top() < m_layout.head)
        return;
    p.setRenderHint(QPainter::Antialiasing);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(theme.color(hasFocus() ? Token::Accent : Token::LineStrong),
        hasFocus() ? theme.focusRingWidth() : 1.5));
    p.drawRoundedRect(box, 4, 4);
}

void RunGrid::paintLabels(QPainter& p, const Theme& theme) const
{
    p.setFont(theme.font(TextStyle::Cell));
    p.setPen(theme.color(Token::Text2));
    const int y = m_layout.marks + m_layout.bars + m_layout.hours;
    const int flags = int(Qt::AlignLeft | Qt::AlignVCenter);
    if (m_layout.pitch >= 13)
        p.drawText(QRect(kLeft, y, m_layout.labels - kLeft, m_layout.state), flags, tr("run"));
    if (m_layout.versions > 0)
        p.drawText(QRect(kLeft, y + m_layout.state, m_layout.labels - kLeft, 18), flags,
            p.fontMetrics().elidedText(
                tr("code version"), Qt::ElideRight, m_layout.labels - kLeft - 6));
    p.setClipRect(QRect(0, m_layout.head, m_layout.labels - 4, viewport()->height()));
    const int from = verticalScrollBar()->value() / m_layout.row;
    const int to = std::min(m_rows.size() - 1,
        (verticalScrollBar()->value() + viewport()->height() - m_layout.head) / m_layout.row);
    const int chosen = cursor().first;
    for (int r = from; r <= to; ++r)
        paintLabel(p, theme, r, r == chosen);
    p.setClipping(false);
}

void RunGrid::paintLabel(QPainter& p, const Theme& theme, int r, bool current) const
{
    const GridRow& row = m_rows.at(r);
    QRect box(kLeft + row.depth * 12, yOf(r), 0, m_layout.row);
    box.setRight(m_layout.labels - 8);
    if (row.opens()) {
        ui::paintIcon(p, QRectF(box.left() - 3, box.center().y() - 5, 11, 11),
            row.open ? u"chevron-down"_s : u"chevron-right"_s, theme.color(Token::Text3));
        box.setLeft(box.left() + 12);
    }
    QString count;
    if (row.mapped && m_book && columns() > 0) {
        // Of the run with the cursor; one that is not that far yet: of the newest that is.
        int column = cursor().second >= 0 ? cursor().second : columns() - 1;
        int all = GridRows::instancesOf(m_book->runs()[size_t(column)], row);
        while (all == 0 && cursor().second < 0 && --column >= 0)
            all = GridRows::instancesOf(m_book->runs()[size_t(column)], row);
        count = all > 0 ? u"[%1]"_s.arg(QLocale().toString(all)) : QString(); // not told
    }
    if (!count.isEmpty()) {
        p.setFont(theme.font(TextStyle::MonoAxis));
        p.setPen(theme.color(Token::Text3));
        p.drawText(box, int(Qt::AlignRight | Qt::AlignVCenter), count);
        box.setRight(box.right() - p.fontMetrics().horizontalAdvance(count) - 4);
    }
    QFont font = theme.font(TextStyle::Cell);
    if (current)
        font.setWeight(QFont::DemiBold);
    p.setFont(font);
    const QString text = p.fontMetrics().elidedText(row.label, Qt::ElideMiddle, box.width());
    if (!m_find.isEmpty() && row.id.contains(m_find, Qt::CaseInsensitive)) {
        const QRect mark(
            box.left() - 2, box.center().y() - 8, p.fontMetrics().horizontalAdvance(text) + 4, 17);
        p.fillRect(mark, theme.color(Token::Mark));
        p.setPen(theme.color(Token::OnMark));
    } else {
        p.setPen(theme.color(row.gone || m_stale ? Token::Text3
                : current                        ? Token::Text
                                                 : Token::Text2));
    }
    p.drawText(box, int(Qt::AlignLeft | Qt::AlignVCenter), text);
}

} // namespace pilothouse::workflow
