// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/dagdelegate.h"

#include "ui/theme/glyphs.h"
#include "ui/theme/theme.h"
#include "workflow/panel/dagmodel.h"
#include "workflow/panel/statemark.h"
#include "workflow/panel/worktext.h"

#include <QPainter>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

namespace
{
constexpr int kBars = 12;
constexpr int kLeastBars = 6; // the older ones give way to the name
constexpr qreal kBarPitch = 5;
constexpr qreal kOld = 0.45; // opacity of what was known last

// Newest at the right; height by duration against the longest of the twelve.
void paintRunBars(QPainter& p, const QRectF& box, const std::vector<RunInfo>& runs,
    const ui::Theme& theme, int most, bool dim, const QDateTime& now)
{
    double longest = 0;
    for (const RunInfo& run : runs)
        longest = std::max(longest, spanOf(run.start, run.end, now));
    p.setRenderHint(QPainter::Antialiasing, false);
    const int count = std::min(int(runs.size()), most);
    for (int i = 0; i < count; ++i) {
        const RunInfo& run = runs[runs.size() - size_t(count) + size_t(i)];
        const double span = std::max(0.0, spanOf(run.start, run.end, now));
        const qreal tall
            = longest > 0 ? std::max(3.0, span / longest * box.height()) : box.height() / 3;
        const qreal x = box.right() - (count - i) * kBarPitch + 1;
        const Token tone = dim ? Token::StatusIdle : stateColor(run.state);
        p.fillRect(QRectF(x, box.bottom() - tall, kBarPitch - 1.5, tall),
            theme.color(tone, dim || run.state == "success"_L1 ? 0.75 : 1.0));
    }
}
} // namespace

QSize DagDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {220, ui::Theme::of(option.widget).metric(ui::Metric::ListRow)};
}

void DagDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const DagModel*>(index.model());
    if (!model)
        return;
    const DagModel::Row& row = model->row(index.row());
    const ui::Theme& theme = ui::Theme::of(option.widget);
    QPainter& p = *painter;
    p.save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const Token ground = selected ? Token::Selection : hovered ? Token::Hover : Token::Surface;
    p.fillRect(option.rect, theme.color(ground));
    if (selected)
        p.fillRect(QRect(option.rect.left(), option.rect.top(), 2, option.rect.height()),
            theme.color(Token::Accent));
    QRect box = option.rect.adjusted(12, 0, -10, 0);

    const bool old = m_known.isValid();
    const QRectF sign(box.left(), box.center().y() - 5.5, 12, 12);
    p.setOpacity(old ? kOld : 1);
    if (row.info.importErrors)
        ui::paintGlyph(p, sign, ui::Glyph::Warn, theme, ground);
    else if (row.info.paused)
        ui::paintGlyph(p, sign, ui::Glyph::Paused, theme, ground);
    else
        paintStateGlyph(p, sign, stateWord(row.state), theme, ground);
    box.setLeft(box.left() + 22);

    const QFont nameFont = theme.font(TextStyle::Control);
    const QString name = index.data(Qt::DisplayRole).toString();
    const int room = box.width() - 8 - QFontMetrics(nameFont).horizontalAdvance(name);
    const int known = std::min(int(row.runs.size()), kBars);
    const int bars = std::min(known, std::max(kLeastBars, int(room / kBarPitch)));
    const int barsWidth = int(bars * kBarPitch);
    if (bars > 0 && box.width() > barsWidth + 80) {
        paintRunBars(p,
            QRectF(box.right() - barsWidth, box.top() + 8, barsWidth, box.height() - 15), row.runs,
            theme, bars, row.info.paused, old ? m_known : QDateTime::currentDateTimeUtc());
        box.setRight(box.right() - barsWidth - 8);
    }
    p.setOpacity(1);
    const int half = box.height() / 2;
    p.setFont(nameFont);
    p.setPen(theme.color(old || row.info.paused ? Token::Text3 : Token::Text));
    p.drawText(QRect(box.left(), box.top() + 2, box.width(), half),
        int(Qt::AlignLeft | Qt::AlignVCenter),
        p.fontMetrics().elidedText(name, Qt::ElideMiddle, box.width()));
    p.setFont(theme.font(TextStyle::Micro));
    p.setPen(theme.color(Token::Text3));
    p.drawText(QRect(box.left(), box.top() + half - 1, box.width(), half - 1),
        int(Qt::AlignLeft | Qt::AlignVCenter),
        p.fontMetrics().elidedText(
            index.data(DagModel::LineRole).toString(), Qt::ElideRight, box.width()));
    p.restore();
}

} // namespace pilothouse::workflow
