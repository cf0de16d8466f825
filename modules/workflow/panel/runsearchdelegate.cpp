// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/runsearchdelegate.h"

#include "ui/controls/chip.h"
#include "ui/logview/logtext.h"
#include "ui/logview/logwork.h"
#include "ui/theme/theme.h"
#include "workflow/panel/runsearch.h"
#include "workflow/panel/runsearchmodel.h"

#include <QLocale>
#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace pilothouse::workflow
{

namespace
{

ui::Token levelInk(LogLevel level)
{
    return level == LogLevel::Warning                             ? ui::Token::StatusWarn
        : level == LogLevel::Error || level == LogLevel::Critical ? ui::Token::StatusError
                                                                  : ui::Token::Text;
}

} // namespace

RunSearchDelegate::RunSearchDelegate(
    const RunSearchModel& model, const RunSearch& search, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_search(search)
{
}

QSize RunSearchDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {100, ui::Theme::of(option.widget).metric(ui::Metric::TaskLogLine)};
}

void RunSearchDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ui::Theme& theme = ui::Theme::of(option.widget);
    const QRect box = option.rect;
    painter->save();
    painter->setClipRect(box);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(box, theme.color(selected ? ui::Token::Selection : ui::Token::Hover));
    if (m_model.hit(index)) {
        paintHit(*painter, option, index, box);
    } else if (const RunLog* log = m_model.log(index)) {
        QString task = log->task.task;
        if (log->task.map >= 0)
            task += u'[' + QString::number(log->task.map) + u']';
        painter->setFont(theme.font(ui::TextStyle::ControlStrong));
        painter->setPen(theme.color(ui::Token::Text));
        const int width = painter->fontMetrics().horizontalAdvance(task);
        painter->drawText(box.adjusted(4, 0, 0, 0), int(Qt::AlignVCenter), task);
        painter->setFont(theme.font(ui::TextStyle::Caption));
        painter->setPen(theme.color(ui::Token::Text3));
        painter->drawText(box.adjusted(4 + width + 10, 0, -4, 0), int(Qt::AlignVCenter),
            tr("Try %1, %2, %n hit(s)", nullptr, m_model.hitsOf(index))
                .arg(log->tryNumber)
                .arg(log->state));
    }
    painter->restore();
}

void RunSearchDelegate::paintHit(QPainter& painter, const QStyleOptionViewItem& option,
    const QModelIndex& index, const QRect& box) const
{
    const ui::Theme& theme = ui::Theme::of(option.widget);
    const RunHit& hit = *m_model.hit(index);
    painter.setFont(theme.font(ui::TextStyle::Mono));
    painter.setPen(theme.color(ui::Token::Text3));
    const int numbers = painter.fontMetrics().horizontalAdvance(u"00000000"_s);
    painter.drawText(QRect(box.left(), box.top(), numbers, box.height()),
        int(Qt::AlignRight | Qt::AlignVCenter), QString::number(hit.row + 1));
    if (!m_matcher || m_pattern != m_search.pattern()) {
        m_pattern = m_search.pattern();
        m_matcher = std::make_unique<ui::LogMatcher>(m_pattern);
    }
    const ui::LogShown shown = ui::shownLine(hit.text, 2048);
    QTextLayout layout(shown.text, painter.font());
    QTextOption text;
    text.setWrapMode(QTextOption::NoWrap);
    text.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(text);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setLineWidth(1e6);
    layout.endLayout();
    QList<QTextLayout::FormatRange> marks;
    for (const auto& [begin, end] : m_matcher->all(hit.text)) {
        const QByteArrayView bytes(hit.text);
        const int from = int(QString::fromUtf8(bytes.first(begin)).size());
        const int to = int(QString::fromUtf8(bytes.first(end)).size());
        QTextCharFormat format;
        format.setBackground(theme.color(ui::Token::Mark));
        format.setForeground(theme.color(ui::Token::OnMark));
        marks.append({from, to - from, format});
    }
    painter.setPen(theme.color(levelInk(hit.level)));
    const qreal height = layout.boundingRect().height();
    layout.draw(&painter,
        QPointF(box.left() + numbers + 12, box.top() + (box.height() - height) / 2), marks);
}

} // namespace pilothouse::workflow
