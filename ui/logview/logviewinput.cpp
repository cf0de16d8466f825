// SPDX-License-Identifier: GPL-3.0-or-later
// What keys and the pointer do in a log.
#include "ui/controls/button.h"
#include "ui/logview/logscrollbar.h"
#include "ui/logview/logview.h"

#include <QtGui/QAction>
#include <QtGui/QHelpEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

constexpr int kWheelLines = 3;
constexpr int kNotch = 120;

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c.isMark();
}

} // namespace

void LogView::makeActions()
{
    const auto add = [this](const QString& text, const QKeySequence& keys, auto act) {
        auto* action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
        m_actions.append(action);
        return action;
    };
    add(tr("Copy the selected lines"), QKeySequence::Copy, [this] { copy(); });
    add(tr("Select all lines"), QKeySequence::SelectAll, [this] { selectAll(); });
    m_followAction
        = add(tr("Follow the end of the log"), Qt::Key_F, [this] { setFollow(!m_follow); });
    add(tr("Next error"), Qt::Key_E, [this] { nextProblem(LogFilter::Errors, true); });
    add(tr("Previous error"), Qt::SHIFT | Qt::Key_E,
        [this] { nextProblem(LogFilter::Errors, false); });
    add(tr("Next warning"), Qt::Key_W, [this] { nextProblem(LogFilter::Warnings, true); });
    add(tr("Previous warning"), Qt::SHIFT | Qt::Key_W,
        [this] { nextProblem(LogFilter::Warnings, false); });
    add(tr("Find in the log"), Qt::CTRL | Qt::Key_F, [this] { Q_EMIT findRequested(); });
    add(tr("Next match"), Qt::Key_F3, [this] { nextMatch(true); });
    add(tr("Previous match"), Qt::SHIFT | Qt::Key_F3, [this] { nextMatch(false); });
    add(tr("Go to a line or time"), Qt::CTRL | Qt::Key_G, [this] { Q_EMIT jumpRequested(); });
    m_wrapAction = add(tr("Wrap long lines"), Qt::ALT | Qt::Key_Z, [this] { setWrap(!m_wrap); });
    m_utcAction = add(tr("Times in UTC"), Qt::Key_U, [this] { setUtc(!m_utc); });
    for (QAction* toggle : {m_followAction, m_wrapAction, m_utcAction})
        toggle->setCheckable(true);
}

void LogView::setCaret(LogPlace place, Select select, bool extend)
{
    const bool moved = place.row != m_caret.row;
    m_caret = place;
    if (!extend)
        m_anchor = place;
    m_select = extend && select != Select::None && (m_anchor != m_caret || select == Select::Lines)
        ? select
        : Select::None;
    viewport()->update();
    if (moved)
        Q_EMIT currentRowChanged(place.row);
}

void LogView::moveCaret(qint64 row, bool extend)
{
    if (m_shown.count() == 0)
        return;
    if (extend && m_select != Select::Lines)
        m_anchor.at = 0;
    setCaret({row, 0}, Select::Lines, extend);
    ensureVisible(row);
}

void LogView::keyPressEvent(QKeyEvent* event)
{
    const qint64 count = m_shown.count();
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const qint64 here
        = m_caret.row >= 0 && m_shown.shows(m_caret.row) ? m_shown.indexOf(m_caret.row) : -1;
    const auto go = [&](qint64 index) {
        if (count == 0)
            return;
        index = std::clamp<qint64>(index, 0, count - 1);
        if (m_follow && index < count - 1)
            setFollow(false);
        moveCaret(m_shown.rowAt(index), shift);
    };
    const qint64 start = here >= 0 ? here : m_top.index;
    switch (event->key()) {
    case Qt::Key_Up:
        go(here < 0 ? start : here - 1);
        return;
    case Qt::Key_Down:
        go(here < 0 ? start : here + 1);
        return;
    case Qt::Key_PageUp:
        scrollLines(-(pageLines() - 1));
        go(start - (pageLines() - 1));
        return;
    case Qt::Key_PageDown:
        scrollLines(pageLines() - 1);
        go(start + (pageLines() - 1));
        return;
    case Qt::Key_Home:
        go(0);
        return;
    case Qt::Key_End:
        go(count - 1);
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
        horizontalScrollBar()->triggerAction(event->key() == Qt::Key_Left
                ? QAbstractSlider::SliderSingleStepSub
                : QAbstractSlider::SliderSingleStepAdd);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_caret.row >= 0)
            toggleRow(m_caret.row);
        return;
    case Qt::Key_Slash:
        Q_EMIT findRequested();
        return;
    case Qt::Key_Escape:
        if (m_select != Select::None) {
            setCaret(m_caret, Select::None, false);
            return;
        }
        break;
    default:
        break;
    }
    event->ignore(); // not the area's own keys: they would scroll past the caret
}

void LogView::wheelEvent(QWheelEvent* event)
{
    const QPoint pixels = event->pixelDelta();
    const bool across = event->modifiers().testFlag(Qt::ShiftModifier)
        || std::abs(event->angleDelta().x()) > std::abs(event->angleDelta().y());
    if (across) {
        const int angle
            = event->angleDelta().x() != 0 ? event->angleDelta().x() : event->angleDelta().y();
        QScrollBar* bar = horizontalScrollBar();
        bar->setValue(
            bar->value() - (pixels.x() != 0 ? pixels.x() : angle * bar->singleStep() / kNotch));
        event->accept();
        return;
    }
    // A touchpad's small steps add up to lines.
    m_wheel += pixels.y() != 0 ? pixels.y() * kNotch / (lineHeight() * kWheelLines)
                               : event->angleDelta().y();
    const int lines = m_wheel * kWheelLines / kNotch;
    if (lines != 0) {
        m_wheel -= lines * kNotch / kWheelLines;
        scrollLines(-lines);
    }
    event->accept();
}

LogView::Hit LogView::hitAt(QPoint point) const
{
    Hit hit;
    const auto rows = visibleRows();
    if (rows.empty())
        return hit;
    auto at = std::find_if(rows.begin(), rows.end(),
        [point](const auto& one) { return point.y() < one.second.bottom() + 1; });
    const bool below = at == rows.end();
    if (below)
        at = std::prev(rows.end());
    hit.row = at->first;
    hit.onMessage = point.x() >= m_columns.message - 3;
    LogRow* made = m_rows.row(hit.row);
    if (!made)
        return hit;
    const int line = std::clamp(
        (point.y() - at->second.top()) / lineHeight(), 0, std::max(0, made->lines - 1));
    if (made->mark.groupBegin() && point.x() >= m_columns.message - 16
        && point.x() < m_columns.message - 1)
        hit.onChevron = true;
    hit.onShowAll = !below && made->shown.hidden > 0
        && showAllBox(*made, at->second.bottom() + 1 - lineHeight()).contains(point);
    if (below) {
        hit.at = int(made->shown.text.size());
        return hit;
    }
    const qreal x
        = point.x() - m_columns.message + (made->lines > 1 ? 0 : horizontalScrollBar()->value());
    for (LogPiece& piece : made->pieces) {
        if (piece.line != line)
            continue;
        const QTextLayout& layout = m_rows.layout(*made, piece);
        hit.at = piece.begin;
        if (layout.lineCount() > 0)
            hit.at += layout.lineAt(0).xToCursor(x - piece.x);
        if (x < piece.x + piece.width)
            break;
    }
    return hit;
}

void LogView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    const Hit hit = hitAt(event->position().toPoint());
    if (hit.row < 0)
        return;
    if (hit.onChevron || hit.onShowAll) {
        setCaret({hit.row, 0}, Select::None, false);
        toggleRow(hit.row);
        return;
    }
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier) && m_caret.row >= 0;
    setCaret({hit.row, hit.at}, hit.onMessage ? Select::Text : Select::Lines, extend);
    m_dragAt = event->position().toPoint();
    if (!hit.onMessage && !extend) {
        m_select = Select::Lines;
        m_anchor.at = m_caret.at = 0;
    }
    m_dragTimer.start(40, this);
}

void LogView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    if (!m_dragTimer.isActive()) {
        const Hit hit = hitAt(point);
        viewport()->setCursor(hit.onShowAll || hit.onChevron ? Qt::PointingHandCursor
                : hit.onMessage                              ? Qt::IBeamCursor
                                                             : Qt::ArrowCursor);
        return;
    }
    m_dragAt = point;
    const Hit hit = hitAt(point);
    if (hit.row < 0)
        return;
    const Select kind = m_select == Select::Lines ? Select::Lines : Select::Text;
    setCaret({hit.row, kind == Select::Lines ? 0 : hit.at}, kind, true);
}

void LogView::mouseReleaseEvent(QMouseEvent*)
{
    m_dragTimer.stop();
}

void LogView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const Hit hit = hitAt(event->position().toPoint());
    const LogRow* made = hit.row >= 0 ? m_rows.row(hit.row) : nullptr;
    if (!made || !hit.onMessage || event->button() != Qt::LeftButton)
        return;
    const QString& text = made->shown.text;
    int begin = std::min(hit.at, int(text.size()));
    int end = begin;
    while (begin > 0 && isWord(text[begin - 1]))
        --begin;
    while (end < text.size() && isWord(text[end]))
        ++end;
    m_anchor = {hit.row, begin};
    setCaret({hit.row, end}, Select::Text, true);
}

// While the pointer is dragged beyond an edge the log goes on.
void LogView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_dragTimer.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const int above = -m_dragAt.y();
    const int below = m_dragAt.y() - viewport()->height();
    if (above <= 0 && below <= 0)
        return;
    scrollLines(above > 0 ? -1 - above / 20 : 1 + below / 20);
    const Hit hit = hitAt({m_dragAt.x(), std::clamp(m_dragAt.y(), 0, viewport()->height() - 1)});
    if (hit.row >= 0 && m_select != Select::None)
        setCaret({hit.row, m_select == Select::Lines ? 0 : hit.at}, m_select, true);
}

void LogView::toggleRow(qint64 row)
{
    const LogMark mark = m_store->mark(row);
    if (mark.groupBegin() && filter() == LogFilter::All) {
        if (m_shown.isFolded(row))
            m_shown.unfold(row);
        else
            m_shown.fold(row);
    } else if (const LogRow* made = m_rows.row(row);
               made && (made->shown.hidden > 0 || m_rows.isExpanded(row))) {
        m_rows.setExpanded(row, !m_rows.isExpanded(row));
    } else {
        return;
    }
    updateBars();
    m_bar->setTicksChanged();
    ensureVisible(row);
    viewport()->update();
}

void LogView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_actions);
    menu->popup(event->globalPos());
}

QString LogView::tipAt(QPoint point) const
{
    const Hit hit = hitAt(point);
    if (hit.row < 0 || hit.onMessage || !m_store)
        return {};
    const LogLine line = m_store->line(hit.row);
    if (line.loading)
        return {};
    if (m_columns.sourceWidth > 0 && point.x() >= m_columns.source)
        return QString::fromUtf8(line.facts.source);
    if (line.facts.time == 0 || m_columns.time < 0 || point.x() < m_columns.time)
        return {};
    const QString utc = QDateTime::fromMSecsSinceEpoch(line.facts.time / 1000, Qt::UTC)
                            .toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
    return u"%1\n%2 UTC"_s.arg(m_rows.timeText(line.facts.time, true), utc);
}

bool LogView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), tipAt(help->pos()), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace pilothouse::ui
