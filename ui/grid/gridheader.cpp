// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/gridheader.h"

#include "ui/grid/celltext.h"
#include "ui/grid/gridmodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

constexpr int kPadding = 8;
constexpr int kArrow = 14; // of the column the rows are ordered by, with its distance

// In one line, whatever is in it; the tooltip has it as it is.
QString nameOf(const QAbstractItemModel* model, int section)
{
    return withSymbols(model->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString());
}

bool hasTypes(const QAbstractItemModel* model)
{
    if (!model)
        return false;
    for (int c = 0; c < model->columnCount(); ++c)
        if (!model->headerData(c, Qt::Horizontal, GridModel::TypeRole).toString().isEmpty())
            return true;
    return false;
}

} // namespace

GridHeader::GridHeader(const Theme& theme, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setSectionResizeMode(QHeaderView::Interactive);
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(40);
    setDefaultSectionSize(120);
    setResizeContentsPrecision(0);
    setMouseTracking(true);
}

QSize GridHeader::sizeHint() const
{
    return {0, m_theme.metric(hasTypes(model()) ? Metric::GridTypedHeader : Metric::GridHeader)};
}

int GridHeader::widthOf(int section) const
{
    const QString name = nameOf(model(), section);
    const QString type
        = model()->headerData(section, Qt::Horizontal, GridModel::TypeRole).toString();
    const qreal width
        = std::max(QFontMetricsF(m_theme.font(TextStyle::Caption)).horizontalAdvance(name),
            QFontMetricsF(m_theme.font(TextStyle::MonoAxis)).horizontalAdvance(type));
    return static_cast<int>(std::ceil(width)) + 2 * kPadding + 1
        + (isSortIndicatorShown() ? kArrow : 0);
}

void GridHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    if (!rect.isValid())
        return;
    QPainter& p = *painter;
    p.fillRect(rect, m_theme.color(Token::Raised));
    p.fillRect(rect.left(), rect.bottom(), rect.width(), 1, m_theme.color(Token::LineStrong));
    const QString name = nameOf(model(), logicalIndex);
    const QString type
        = model()->headerData(logicalIndex, Qt::Horizontal, GridModel::TypeRole).toString();
    const auto alignment
        = model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole).toInt()
        & Qt::AlignHorizontal_Mask;
    QRect box = rect.adjusted(kPadding, 0, -kPadding, -1);
    if (isSortIndicatorShown() && sortIndicatorSection() == logicalIndex) {
        paintIcon(p, QRectF(box.right() - 10, box.center().y() - 5, 11, 11),
            sortIndicatorOrder() == Qt::AscendingOrder ? u"arrow-up"_s : u"arrow-down"_s,
            m_theme.color(Token::Accent));
        box.setRight(box.right() - kArrow);
    }
    const auto line = [&](const QFont& font, Token tone, const QRect& where, const QString& text) {
        p.setFont(font);
        p.setPen(m_theme.color(tone));
        p.drawText(where, alignment | Qt::AlignVCenter,
            QFontMetricsF(font).elidedText(text, Qt::ElideRight, where.width()));
    };
    if (type.isEmpty()) {
        line(m_theme.font(TextStyle::Caption), Token::Text2, box, name);
    } else {
        const int half = box.height() / 2;
        line(m_theme.font(TextStyle::Caption), Token::Text2,
            QRect(box.left(), box.top() + 2, box.width(), half), name);
        line(m_theme.font(TextStyle::MonoAxis), Token::Text3,
            QRect(box.left(), box.top() + half, box.width(), half - 1), type);
    }
}

RowNumbers::RowNumbers(const Theme& theme, QWidget* parent)
    : QHeaderView(Qt::Vertical, parent)
    , m_theme(theme)
{
    // Before any model: a size set on five million sections freezes for seconds.
    setSectionResizeMode(QHeaderView::Fixed);
    setDefaultSectionSize(theme.metric(Metric::GridRow));
    setMinimumSectionSize(theme.metric(Metric::GridRow));
    setSectionsClickable(true);
    setHighlightSections(false);
}

QSize RowNumbers::sizeHint() const
{
    qint64 last = 1;
    if (model() && model()->rowCount() > 0)
        last = model()
                   ->headerData(model()->rowCount() - 1, Qt::Vertical, Qt::DisplayRole)
                   .toLongLong();
    const auto digits = std::max<qsizetype>(3, QString::number(last).size());
    const qreal advance = QFontMetricsF(m_theme.font(TextStyle::MonoSmall)).horizontalAdvance(u'0');
    return {static_cast<int>(std::ceil(static_cast<qreal>(digits) * advance)) + 2 * kPadding, 0};
}

void RowNumbers::setCurrentRow(int row)
{
    if (row == m_current)
        return;
    m_current = row;
    viewport()->update();
}

void RowNumbers::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    QPainter& p = *painter;
    const bool current = logicalIndex == m_current;
    p.fillRect(rect, m_theme.color(current ? Token::Selection : Token::Surface));
    p.fillRect(rect.left(), rect.bottom(), rect.width(), 1, m_theme.color(Token::Line));
    if (current)
        p.fillRect(rect.left(), rect.top(), 2, rect.height(), m_theme.color(Token::Accent));
    p.setFont(m_theme.font(TextStyle::MonoSmall));
    p.setPen(m_theme.color(Token::Text3));
    p.drawText(rect.adjusted(0, 0, -kPadding, -1), Qt::AlignRight | Qt::AlignVCenter,
        model()->headerData(logicalIndex, Qt::Vertical, Qt::DisplayRole).toString());
}

} // namespace pilothouse::ui
