// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/rungrid.h"

#include "ui/theme/theme.h"
#include "workflow/panel/mappedtasks.h"
#include "workflow/panel/rungridaccess.h"
#include "workflow/panel/worktext.h"

#include <QAccessible>
#include <QScrollBar>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kEdge = 12; // columns from the left end at which older runs are asked for
constexpr int kPitches[] = {20, 13, 7, 4};
constexpr int kCells[] = {14, 9, 5, 3};
constexpr int kZooms = 4;
} // namespace

RunGrid::RunGrid(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    installGridAccess();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("focusRing", u"none"_s); // its cursor says where one is
    setAccessibleName(tr("Runs and tasks"));
    viewport()->setMouseTracking(true);
    horizontalScrollBar()->setSingleStep(kPitches[0]);
    connect(&ui::Theme::of(this), &ui::Theme::changed, this, [this] {
        m_pictures.clear();
        measure();
        viewport()->update();
    });
}

int RunGrid::columns() const
{
    return m_book ? int(m_book->runs().size()) : 0;
}

void RunGrid::show(const RunBook* book)
{
    const bool hadBook = m_book;
    const bool other = !book || !m_book || book->dag() != m_book->dag();
    const bool atEnd
        = other || horizontalScrollBar()->value() >= horizontalScrollBar()->maximum() - 2;
    m_book = book;
    m_rows = {};
    if (book)
        m_rows.build(*book, m_folded, openIndexes(), m_shown);
    int grown = 0;
    if (book && !other && !m_oldest.isEmpty())
        grown = std::max(0, book->indexOf(m_oldest));
    m_oldest = columns() > 0 ? m_book->runs().front().info.ref.run : QString();
    // A cursor that was set before the first answer came is kept for it, however often something
    // else is told until then.
    if (hadBook && other) {
        m_openMapped.clear();
        m_shown.clear();
        m_run.clear();
        m_task.clear();
        m_a.clear();
        m_b.clear();
        m_rings.clear();
    }
    measure();
    updateScrollBars(atEnd);
    // Older runs came in at the left: what was seen stays where it was.
    if (grown > 0 && !atEnd)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + grown * m_layout.pitch);
    viewport()->update();
    tellShown();
    leaveGone();
}

// The run with the cursor was deleted: its neighbour has it now, the newer one if there is one.
void RunGrid::leaveGone()
{
    const int column = m_book && !m_run.isEmpty() ? m_book->indexOf(m_run) : -1;
    if (column >= 0 || m_column < 0 || !m_book || m_run.isEmpty()) {
        m_column = column;
        return;
    }
    const int next = std::min(m_column, columns() - 1);
    m_column = next;
    if (next < 0)
        setCurrent({}, {});
    else // an instance has its number in its own run
        setCurrent(m_book->runs()[size_t(next)].info.ref.run, taskOfKey(m_task).first);
}

void RunGrid::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    viewport()->update();
}

void RunGrid::setNow(const QDateTime& now)
{
    m_now = now;
}

void RunGrid::setStale(bool stale)
{
    if (std::exchange(m_stale, stale) != stale)
        viewport()->update();
}

void RunGrid::setCompared(const QString& a, const QString& b)
{
    m_a = a;
    m_b = b;
    measure();
    updateScrollBars(false);
    viewport()->update();
}

void RunGrid::setRings(const QSet<CellId>& cells)
{
    m_rings = cells;
    viewport()->update();
}

void RunGrid::setFolded(const QSet<QString>& groups)
{
    m_folded = groups;
    show(m_book);
}

QStringList RunGrid::openMapped() const
{
    QStringList tasks = m_openMapped.values();
    tasks.sort();
    return tasks;
}

// Of the run with the cursor: instances are numbered anew in each run.
GridRows::Opened RunGrid::openIndexes() const
{
    GridRows::Opened found;
    for (const QString& task : m_openMapped)
        found.insert(task,
            m_mapped && m_book ? m_mapped->indexes({m_book->dag(), m_run}, task)
                               : std::vector<MappedIndex>());
    return found;
}

void RunGrid::setGroupOpen(const QString& group, bool open)
{
    const int row = m_rows.indexOf(group);
    if (row < 0 || open == m_rows.at(row).open)
        return;
    // A group is open until it is folded, a mapped task is not.
    QSet<QString>& set = m_rows.at(row).group ? m_folded : m_openMapped;
    if (open == m_rows.at(row).group)
        set.remove(group);
    else
        set.insert(group);
    show(m_book);
    if (!m_task.isEmpty() && m_rows.indexOf(m_task) < 0)
        setCurrent(m_run, group);
    Q_EMIT foldedChanged();
}

// The cursor goes to the first of those that come.
void RunGrid::showMore(const GridRow& row)
{
    const QString task = row.of;
    const int shown = m_shown.value(task, GridRows::kPageIndexes);
    m_shown[task] = shown + GridRows::kPageIndexes;
    show(m_book);
    const int first = m_rows.indexOf(task) + 1 + shown;
    setCurrent(m_run, m_rows.at(std::min(first, m_rows.size() - 1)).id);
}

void RunGrid::setZoom(int level)
{
    level = std::clamp(level, 0, kZooms - 1);
    if (level == m_zoom)
        return;
    const auto [row, column] = cursor();
    m_zoom = level;
    m_pictures.clear();
    measure();
    updateScrollBars(false);
    ensureVisible(row, column >= 0 ? column : columns() - 1);
    viewport()->update();
    tellShown();
}

void RunGrid::find(const QString& text, bool next)
{
    m_find = text;
    viewport()->update();
    if (text.isEmpty() || m_rows.size() == 0)
        return;
    const auto [row, column] = cursor();
    // A task inside a folded group is found too: its group opens.
    const auto tasks = m_rows.allTasks(); // a copy: the rows are made anew with each group
    for (const QString& task : tasks) {
        if (!task.contains(text, Qt::CaseInsensitive) || m_rows.indexOf(task) >= 0)
            continue;
        for (int shown = m_rows.rowShowing(task); shown >= 0 && m_rows.indexOf(task) < 0;
             shown = m_rows.rowShowing(task)) {
            const QString group = m_rows.at(shown).id;
            setGroupOpen(group, true);
        }
    }
    const int from = std::max(0, next ? row + 1 : row);
    for (int i = 0; i < m_rows.size(); ++i) {
        const int at = (from + i) % m_rows.size();
        if (m_rows.at(at).id.contains(text, Qt::CaseInsensitive)) {
            moveTo(at, column >= 0 ? column : columns() - 1);
            return;
        }
    }
}

// Cursor ---------------------------------------------------------------------------------------

std::pair<int, int> RunGrid::cursor() const
{
    if (!m_book || m_run.isEmpty())
        return {-2, -1};
    const int column = m_book->indexOf(m_run);
    return {m_task.isEmpty() ? -1 : m_rows.rowShowing(m_task), column};
}

void RunGrid::setCurrent(const QString& run, const QString& task)
{
    if (run == m_run && task == m_task)
        return;
    const bool otherRun = run != m_run;
    m_run = run;
    m_task = task;
    if (otherRun)
        m_column = -1; // it may be one that is not paged in
    if (const auto [of, map] = taskOfKey(task); map >= 0) {
        m_openMapped.insert(of);
        constexpr int kPage = GridRows::kPageIndexes;
        if (m_rows.indexOf(task) < 0 && map >= m_shown.value(of, kPage))
            m_shown[of] = (map / kPage + 1) * kPage;
    }
    if (m_book && !m_openMapped.isEmpty() && (otherRun || m_rows.indexOf(task) < 0))
        show(m_book);
    const auto [row, column] = cursor();
    m_column = column;
    if (column >= 0)
        ensureVisible(row, column);
    viewport()->update();
    Q_EMIT currentChanged(m_run, m_task);
    speak();
}

void RunGrid::moveTo(int row, int column)
{
    if (columns() == 0)
        return;
    column = std::clamp(column, 0, columns() - 1);
    row = std::clamp(row, -1, m_rows.size() - 1);
    setCurrent(
        m_book->runs()[size_t(column)].info.ref.run, row < 0 ? QString() : m_rows.at(row).id);
    if (column < kEdge && m_book->hasOlder())
        Q_EMIT olderWanted();
}

void RunGrid::speak()
{
    const auto [row, column] = cursor();
    if (column < 0 || !hasFocus())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(gridAccessChild(*this, row, column));
    QAccessible::updateAccessibility(&event);
}

// Places ---------------------------------------------------------------------------------------

void RunGrid::measure()
{
    const ui::Theme& theme = ui::Theme::of(this);
    Layout& l = m_layout;
    l.pitch = kPitches[m_zoom];
    l.cell = kCells[m_zoom];
    l.marks = m_a.isEmpty() && m_b.isEmpty() ? 6 : 24;
    l.versions = 0;
    if (m_book)
        for (const RunEntry& run : m_book->runs())
            if (!run.info.versions.empty())
                l.versions = 24;
    l.state = l.pitch >= 13 ? 20 : 8;
    l.head = l.marks + l.bars + l.hours + l.state + l.versions + 4;
    const QFontMetrics metrics(theme.font(ui::TextStyle::Cell));
    int widest = 90;
    for (int i = 0; i < m_rows.size(); ++i) {
        const GridRow& row = m_rows.at(i);
        widest = std::max(widest,
            metrics.horizontalAdvance(row.label) + 12 * row.depth + (row.opens() ? 16 : 0)
                + (row.mapped ? 26 : 0));
        if (widest > 230)
            break;
    }
    const int most = std::max(110, viewport()->width() * 2 / 5);
    l.labels = std::min({widest + 26, 236, most});
}

int RunGrid::xOf(int column) const
{
    return m_layout.labels + column * m_layout.pitch - horizontalScrollBar()->value();
}

int RunGrid::yOf(int row) const
{
    if (row < 0)
        return m_layout.marks + m_layout.bars + m_layout.hours;
    return m_layout.head + row * m_layout.row - verticalScrollBar()->value();
}

int RunGrid::columnAt(int x) const
{
    if (x < m_layout.labels)
        return -1;
    const int column = (x - m_layout.labels + horizontalScrollBar()->value()) / m_layout.pitch;
    return column < columns() ? column : -1;
}

int RunGrid::rowAt(int y) const
{
    if (y < m_layout.head)
        return y >= m_layout.marks ? -1 : -2;
    const int row = (y - m_layout.head + verticalScrollBar()->value()) / m_layout.row;
    return row < m_rows.size() ? row : -2;
}

QRect RunGrid::cellRect(int row, int column) const
{
    const int height = row < 0 ? m_layout.state : m_layout.row;
    return {xOf(column), yOf(row), m_layout.pitch, height};
}

std::pair<int, int> RunGrid::shownColumns() const
{
    if (columns() == 0)
        return {0, -1};
    const int first = horizontalScrollBar()->value() / m_layout.pitch;
    const int width = std::max(0, viewport()->width() - m_layout.labels);
    const int last
        = std::min(columns() - 1, (horizontalScrollBar()->value() + width - 1) / m_layout.pitch);
    return {std::min(first, std::max(0, last)), last};
}

int RunGrid::drawnCells() const
{
    const auto [first, last] = shownColumns();
    const int rows = std::min(
        m_rows.size(), std::max(0, viewport()->height() - m_layout.head) / m_layout.row + 1);
    return std::max(0, last - first + 1) * rows;
}

void RunGrid::updateScrollBars(bool keepRight)
{
    const int width = std::max(1, viewport()->width() - m_layout.labels - 8);
    const int height = std::max(1, viewport()->height() - m_layout.head - 4);
    auto* across = horizontalScrollBar();
    auto* down = verticalScrollBar();
    const bool right = keepRight || across->value() >= across->maximum();
    across->setPageStep(width);
    across->setRange(0, std::max(0, columns() * m_layout.pitch - width));
    if (right)
        across->setValue(across->maximum());
    down->setPageStep(height);
    down->setSingleStep(m_layout.row);
    down->setRange(0, std::max(0, m_rows.size() * m_layout.row - height));
}

void RunGrid::ensureVisible(int row, int column)
{
    const int left = column * m_layout.pitch;
    auto* across = horizontalScrollBar();
    if (left < across->value())
        across->setValue(left);
    else if (left + m_layout.pitch > across->value() + across->pageStep())
        across->setValue(left + m_layout.pitch - across->pageStep());
    if (row < 0)
        return;
    const int top = row * m_layout.row;
    auto* down = verticalScrollBar();
    if (top < down->value())
        down->setValue(top);
    else if (top + m_layout.row > down->value() + down->pageStep())
        down->setValue(top + m_layout.row - down->pageStep());
}

void RunGrid::tellShown()
{
    const auto [first, last] = shownColumns();
    if (last < first)
        return;
    Q_EMIT shownChanged(
        m_book->runs()[size_t(first)].info.ref.run, m_book->runs()[size_t(last)].info.ref.run);
    if (first < kEdge && m_book->hasOlder() && horizontalScrollBar()->maximum() > 0)
        Q_EMIT olderWanted();
}

} // namespace pilothouse::workflow
