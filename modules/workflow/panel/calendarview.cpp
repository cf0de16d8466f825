// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/calendarview.h"

#include "ui/theme/theme.h"
#include "workflow/panel/statemark.h"
#include "workflow/panel/worktext.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

namespace
{
constexpr int kLeft = 52;
constexpr int kTop = 44;
constexpr int kPitch = 34;
constexpr int kBox = 28;
constexpr size_t kMostRuns = 3000; // paged in for the calendar by itself
} // namespace

CalendarView::CalendarView(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setProperty("focusRing", u"none"_s);
    setAccessibleName(tr("Runs by day"));
    ui::followTheme(this);
}

void CalendarView::show(const RunBook* book)
{
    m_book = book;
    m_days.clear();
    if (book) {
        for (const RunEntry& run : book->runs()) {
            const QDateTime when = whenOf(run.info);
            if (!when.isValid())
                continue;
            Day& day = m_days[when.toTimeZone(m_zone).date()];
            ++day.count;
            day.worst = day.worst.isEmpty() ? run.info.state : worseOf(day.worst, run.info.state);
            day.lastRun = run.info.ref.run;
            const auto known = std::find_if(day.states.begin(), day.states.end(),
                [&run](const auto& s) { return s.first == run.info.state; });
            if (known == day.states.end())
                day.states.emplace_back(run.info.state, 1);
            else
                ++known->second;
        }
    }
    if (!m_days.isEmpty() && !m_current.isValid())
        m_current = m_days.lastKey();
    wantMore();
    update();
}

void CalendarView::wantMore()
{
    if (isVisible() && m_book && m_book->hasOlder() && m_book->runs().size() < kMostRuns
        && !m_days.isEmpty() && m_days.firstKey() > firstDay())
        Q_EMIT olderWanted();
}

void CalendarView::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    show(m_book);
}

int CalendarView::weeks() const
{
    return std::max(1, (width() - kLeft - 12) / kPitch);
}

QDate CalendarView::firstDay() const
{
    const QDate last = m_days.isEmpty() ? QDate::currentDate() : m_days.lastKey();
    const QDate monday = last.addDays(1 - last.dayOfWeek());
    return monday.addDays(-7 * (weeks() - 1));
}

QRectF CalendarView::boxOf(const QDate& day) const
{
    const qint64 days = firstDay().daysTo(day);
    return {double(kLeft + days / 7 * kPitch), double(kTop + (day.dayOfWeek() - 1) * kPitch), kBox,
        kBox};
}

QDate CalendarView::dayAt(const QPointF& at) const
{
    const int week = int((at.x() - kLeft) / kPitch);
    const int weekday = int((at.y() - kTop) / kPitch);
    if (at.x() < kLeft || at.y() < kTop || week >= weeks() || weekday > 6)
        return {};
    return firstDay().addDays(week * 7 + weekday);
}

QString CalendarView::words(const QDate& day) const
{
    const QString date = QLocale().toString(day, QLocale::LongFormat);
    const auto found = m_days.constFind(day);
    return found == m_days.constEnd() ? tr("%1: no run").arg(date)
                                      : u"%1: %2"_s.arg(date, WorkText::counts(found->states));
}

void CalendarView::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    const ui::Theme& theme = ui::Theme::of(this);
    p.fillRect(rect(), theme.color(Token::Surface));
    if (m_days.isEmpty())
        return;
    p.setRenderHint(QPainter::Antialiasing);
    p.setFont(theme.font(TextStyle::Caption));
    p.setPen(theme.color(Token::Text3));
    const QLocale locale;
    for (int weekday = 1; weekday <= 7; ++weekday)
        p.drawText(QRect(12, kTop + (weekday - 1) * kPitch, kLeft - 16, kBox),
            int(Qt::AlignLeft | Qt::AlignVCenter), locale.dayName(weekday, QLocale::ShortFormat));
    const QDate first = firstDay();
    for (int week = 0; week < weeks(); ++week) {
        const QDate monday = first.addDays(week * 7);
        if (monday.day() <= 7) {
            p.setFont(theme.font(TextStyle::Caption));
            p.setPen(theme.color(Token::Text2));
            p.drawText(QRect(kLeft + week * kPitch, 18, 90, 20),
                int(Qt::AlignLeft | Qt::AlignVCenter),
                monday.month() == 1 ? locale.toString(monday, u"MMM yyyy"_s)
                                    : locale.toString(monday, u"MMM"_s));
        }
        for (int i = 0; i < 7; ++i) {
            const QDate day = monday.addDays(i);
            const QRectF box = boxOf(day);
            const auto found = m_days.constFind(day);
            if (found == m_days.constEnd()) {
                p.setPen(Qt::NoPen);
                p.setBrush(theme.color(Token::Raised));
                p.drawRoundedRect(box, 3, 3);
            } else {
                const Token tone = stateColor(found->worst);
                p.setPen(QPen(theme.color(tone), 1));
                p.setBrush(theme.color(ui::softOf(tone)));
                p.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
                paintStateGlyph(p, QRectF(box.left() + 8, box.top() + 3, 11, 11), found->worst,
                    theme, ui::softOf(tone));
                p.setFont(theme.font(TextStyle::MonoAxis));
                p.setPen(theme.color(Token::Text));
                p.drawText(box.adjusted(0, 13, 0, 0), Qt::AlignCenter,
                    found->count < 1000 ? QString::number(found->count) : u"999+"_s);
            }
            if (day == m_current) {
                p.setBrush(Qt::NoBrush);
                p.setPen(QPen(theme.color(hasFocus() ? Token::Accent : Token::LineStrong), 2));
                p.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 4, 4);
            }
        }
    }
    p.setFont(theme.font(TextStyle::Cell));
    p.setPen(theme.color(Token::Text2));
    p.drawText(QRect(12, kTop + 7 * kPitch + 6, width() - 24, 22),
        int(Qt::AlignLeft | Qt::AlignVCenter),
        p.fontMetrics().elidedText(words(m_current), Qt::ElideRight, width() - 24));
}

void CalendarView::setCurrent(const QDate& day)
{
    if (!day.isValid() || day < firstDay() || day > firstDay().addDays(7 * weeks() - 1))
        return;
    m_current = day;
    setAccessibleDescription(words(day));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    update();
}

void CalendarView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrent(m_current.addDays(-7));
        break;
    case Qt::Key_Right:
        setCurrent(m_current.addDays(7));
        break;
    case Qt::Key_Up:
        setCurrent(m_current.addDays(-1));
        break;
    case Qt::Key_Down:
        setCurrent(m_current.addDays(1));
        break;
    case Qt::Key_Home:
        setCurrent(firstDay());
        break;
    case Qt::Key_End:
        setCurrent(m_days.isEmpty() ? QDate() : m_days.lastKey());
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const auto day = m_days.constFind(m_current); day != m_days.constEnd())
            Q_EMIT opened(day->lastRun);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CalendarView::mousePressEvent(QMouseEvent* event)
{
    setCurrent(dayAt(event->position()));
}

void CalendarView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto day = m_days.constFind(dayAt(event->position())); day != m_days.constEnd())
        Q_EMIT opened(day->lastRun);
}

bool CalendarView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QDate day = dayAt(help->pos());
        if (day.isValid())
            QToolTip::showText(help->globalPos(), words(day), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void CalendarView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    wantMore();
}

void CalendarView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void CalendarView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace pilothouse::workflow
