// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/diffdelegate.h"

#include "ui/theme/theme.h"
#include "workflow/panel/statemark.h"

#include <QPainter>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

DiffDelegate::DiffDelegate(const RunDiff& diff, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_diff(diff)
{
}

QSize DiffDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {60, ui::Theme::of(option.widget).metric(ui::Metric::GridRow)};
}

// A above B; a try that failed is red, what runs is open.
void DiffDelegate::paintBars(
    QPainter& p, const QRect& box, const DiffRow& row, const QWidget* widget) const
{
    const ui::Theme& theme = ui::Theme::of(widget);
    const double scale = m_diff.longest > 0 ? (box.width() - 8) / m_diff.longest : 0;
    p.setRenderHint(QPainter::Antialiasing);
    const auto line = [&](const std::vector<DiffTry>& tries, double y, Token tone) {
        double x = box.left() + 2;
        for (size_t i = 0; i < tries.size(); ++i) {
            const double width = std::max(2.0, tries[i].seconds * scale - (i + 1 < tries.size()));
            const bool failed = i + 1 < tries.size() || tries[i].state == "failed"_L1
                || tries[i].state == "up_for_retry"_L1;
            const bool open = !isFinal(tries[i].state) && !failed;
            const QRectF bar(x, y, width, 5);
            const Token color = open ? Token::StatusRunning : failed ? Token::StatusError : tone;
            if (open) {
                p.setPen(QPen(theme.color(color), 1.2));
                p.setBrush(Qt::NoBrush);
                p.drawRoundedRect(bar.adjusted(0.6, 0.6, -0.6, -0.6), 1, 1);
            } else {
                p.setPen(Qt::NoPen);
                p.setBrush(theme.color(color));
                p.drawRoundedRect(bar, 1, 1);
            }
            x += width + 1;
        }
    };
    line(row.triesA, box.center().y() - 6, Token::TextOff);
    line(row.triesB, box.center().y() + 1, Token::Accent);
}

void DiffDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const size_t at = size_t(index.siblingAtColumn(0).data(kRowRole).toInt());
    if (at >= m_diff.rows.size())
        return;
    const DiffRow& row = m_diff.rows[at];
    const ui::Theme& theme = ui::Theme::of(option.widget);
    QPainter& p = *painter;
    p.save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const Token ground = selected ? Token::Selection : row.changed ? Token::Raised : Token::Surface;
    p.fillRect(option.rect, theme.color(ground));
    if (selected && index.column() == Task)
        p.fillRect(QRect(option.rect.topLeft(), QSize(2, option.rect.height())),
            theme.color(Token::Accent));
    p.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
        theme.color(Token::Line));
    const QRect box = option.rect.adjusted(index.column() == Task ? 12 : 6, 0, -6, 0);
    switch (index.column()) {
    case Task: {
        QFont font = theme.font(TextStyle::Cell);
        if (row.changed)
            font.setWeight(QFont::DemiBold);
        p.setFont(font);
        p.setPen(theme.color(row.changed ? Token::Text : Token::Text2));
        p.drawText(box, int(Qt::AlignLeft | Qt::AlignVCenter),
            p.fontMetrics().elidedText(row.task, Qt::ElideMiddle, box.width()));
        break;
    }
    case State: {
        const QRectF sign(box.left(), box.center().y() - 5, 11, 11);
        paintStateGlyph(p, sign, stateWord(row.a), theme, ground);
        if (row.a != row.b) {
            p.setFont(theme.font(TextStyle::Cell));
            p.setPen(theme.color(Token::Text3));
            p.drawText(
                QRect(box.left() + 13, box.top(), 14, box.height()), Qt::AlignCenter, u"→"_s);
            paintStateGlyph(p, sign.translated(29, 0), stateWord(row.b), theme, ground);
        }
        break;
    }
    case Bars:
        paintBars(p, box, row, option.widget);
        break;
    default: {
        const bool both = row.secondsA >= 0 && row.secondsB >= 0;
        const QString text = index.column() == A ? durationText(row.secondsA)
            : index.column() == B                ? durationText(row.secondsB)
            : both                               ? differenceText(row.secondsB - row.secondsA)
                                                 : u"–"_s;
        p.setFont(theme.font(TextStyle::Mono));
        p.setPen(theme.color(index.column() == Difference && row.beyond ? Token::StatusWarn
                : index.column() == B                                   ? Token::Text
                                                                        : Token::Text2));
        p.drawText(box, int(Qt::AlignRight | Qt::AlignVCenter), text);
        break;
    }
    }
    p.restore();
}

} // namespace pilothouse::workflow
