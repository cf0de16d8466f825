// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/retryplot.h"

#include "pipelines/api/duration.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{

constexpr int kMargin = 14;
constexpr int kLane = 20;
constexpr int kLine = 16; // of text
constexpr double kMark = 7; // of a try whose length nobody knows
constexpr double kLeastLabel = 26;

QString range(const SecondsRange& seconds)
{
    return seconds.least == seconds.most
        ? durationText(seconds.least)
        : RetryPlot::tr("%1 to %2").arg(durationText(seconds.least), durationText(seconds.most));
}

} // namespace

RetryPlot::RetryPlot(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    ui::followTheme(this);
}

QSize RetryPlot::sizeHint() const
{
    return {240, 8 + kLine + kLane * 2 + kLine + 6};
}

void RetryPlot::setRule(const RetryRule& rule)
{
    m_rule = rule;
    m_plan = retryPlan(rule, rule.timeout.value_or(0));
    setAccessibleName(words());
    setToolTip(words());
    update();
}

QString RetryPlot::words() const
{
    const int tries = int(m_plan.tries.size());
    if (tries < 2)
        return tr("One try, no retries.");
    QString words = tr("%n tries", nullptr, tries);
    QStringList waits;
    for (size_t at = 0; at < std::min<size_t>(m_plan.waits.size(), 4); ++at)
        waits.append(range(m_plan.waits[at]));
    if (m_plan.waits.size() > 4)
        waits.append(u"…"_s);
    words += tr("; waits between them: %1").arg(waits.join(u", "_s));
    words += m_rule.timeout
        ? tr("; gives up after %1 at the worst.").arg(range(m_plan.end))
        : tr("; gives up after %1 and the tries themselves.").arg(range(m_plan.end));
    return words;
}

double RetryPlot::at(qint64 seconds, const QRectF& lane) const
{
    const qint64 limit = m_rule.finishWithin.value_or(0);
    const qint64 most = std::max<qint64>({m_plan.end.most, limit, 1});
    return lane.left() + (lane.width() - kMark) * double(seconds) / double(most);
}

void RetryPlot::paintLane(QPainter& painter, const QRectF& lane, bool late) const
{
    const ui::Theme& theme = ui::Theme::of(this);
    const double middle = lane.center().y();
    painter.setPen(QPen(theme.color(Token::LineStrong), 1));
    const auto& last = m_plan.tries.back();
    painter.drawLine(QPointF(lane.left(), middle),
        QPointF(at(late ? last.end.most : last.end.least, lane), middle));
    for (size_t i = 0; i < m_plan.tries.size(); ++i) {
        const PlannedTry& one = m_plan.tries[i];
        const double from = at(late ? one.start.most : one.start.least, lane);
        const double to = at(late ? one.end.most : one.end.least, lane);
        const QRectF box(from, lane.top() + 3, std::max(kMark, to - from), lane.height() - 6);
        QPen pen(theme.color(Token::StatusError), 1);
        if (late)
            pen.setStyle(Qt::DashLine);
        painter.setPen(pen);
        painter.setBrush(theme.color(late ? Token::Surface : Token::StatusErrorSoft));
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        if (box.width() >= kLeastLabel) {
            painter.setPen(theme.color(Token::Text2));
            painter.drawText(box, Qt::AlignCenter, QString::number(i + 1));
        }
    }
}

void RetryPlot::paintEvent(QPaintEvent*)
{
    const ui::Theme& theme = ui::Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(ui::TextStyle::Caption));
    const QRectF inner(kMargin, 8, width() - 2 * kMargin, height() - 14);
    const auto line = [&](const QRectF& place, int align, const QString& text) {
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(place, align | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(text, Qt::ElideRight, int(place.width())));
    };
    const QRectF head(inner.left(), inner.top(), inner.width(), kLine);
    if (m_plan.tries.size() < 2)
        return line(head, Qt::AlignLeft, words());
    line(head, Qt::AlignLeft,
        tr("%n tries, waits %1", nullptr, int(m_plan.tries.size())).arg(range(m_plan.waiting)));
    const QRectF early(inner.left(), head.bottom(), inner.width(), kLane);
    const QRectF late = early.translated(0, kLane);
    paintLane(painter, early, false);
    paintLane(painter, late, true);
    if (m_rule.finishWithin) {
        QPen pen(theme.color(Token::StatusWarn), 1, Qt::DashLine);
        painter.setPen(pen);
        const double x = at(*m_rule.finishWithin, early);
        painter.drawLine(QPointF(x, early.top()), QPointF(x, late.bottom()));
    }
    const QRectF foot(inner.left(), late.bottom(), inner.width(), kLine);
    QString end = tr("gives up after %1").arg(range(m_plan.end));
    if (!m_rule.timeout)
        end += tr(" and the tries");
    if (m_rule.finishWithin)
        end += tr(", limit %1").arg(durationText(*m_rule.finishWithin));
    line(foot, Qt::AlignLeft, end);
}

} // namespace pilothouse::pipelines
