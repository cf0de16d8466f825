// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/sheettable.h"

#include "ui/theme/glyphs.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace pilothouse::streams
{

using ui::TextStyle;
using ui::Theme;
using ui::Token;

namespace
{

constexpr int kGlyph = 12;

class CellLook final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Theme& theme = Theme::of(option.widget);
        const bool edited = index.data(SheetTable::EditedRole).toBool();
        if (edited)
            painter->fillRect(option.rect, theme.color(Token::AccentSoft));
        QStyleOptionViewItem box = option;
        const int glyph = index.data(SheetTable::GlyphRole).toInt();
        if (glyph != 0)
            box.rect.setLeft(box.rect.left() + kGlyph + 8);
        QStyledItemDelegate::paint(painter, box, index);
        if (glyph != 0) {
            const bool chosen = option.state.testFlag(QStyle::State_Selected);
            const Token ground = chosen ? Token::Selection : Token::Surface;
            const QRect gap(option.rect.topLeft(), QSize(kGlyph + 8, option.rect.height()));
            painter->fillRect(gap, theme.color(ground));
            const int top = option.rect.center().y() - kGlyph / 2 + 1;
            painter->setRenderHint(QPainter::Antialiasing);
            ui::paintGlyph(*painter, QRectF(option.rect.left() + 8, top, kGlyph, kGlyph),
                ui::Glyph(glyph), theme, ground);
        }
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
            theme.color(Token::Line));
        if (edited)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(2, option.rect.height())),
                theme.color(Token::Accent));
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Theme& theme = Theme::of(option->widget);
        const bool mono = index.data(SheetTable::MonoRole).toBool();
        option->font = theme.font(mono ? TextStyle::Mono : TextStyle::Cell);
        option->font.setItalic(index.data(SheetTable::ItalicRole).toBool());
        const QVariant tone = index.data(SheetTable::ToneRole);
        const QColor ink = theme.color(tone.isValid() ? Token(tone.toInt()) : Token::Text);
        option->palette.setColor(QPalette::Text, ink);
        option->palette.setColor(QPalette::HighlightedText, ink);
    }
};

} // namespace

SheetTable::SheetTable(const QString& accessibleName, QWidget* parent)
    : QTableView(parent)
{
    setAccessibleName(accessibleName);
    setItemDelegate(new CellLook(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    const int row = Theme::of(this).metric(ui::Metric::GridRow);
    verticalHeader()->setDefaultSectionSize(row);
    verticalHeader()->setMinimumSectionSize(row);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumHeight(row * 3);
    ui::followTheme(this);
}

void SheetTable::stretch(int column)
{
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

qint64 SheetTable::drawnRows() const
{
    if (!model() || model()->rowCount() == 0 || !isVisible())
        return 0;
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    return first < 0 ? 0 : (last < 0 ? model()->rowCount() : last + 1) - first;
}

} // namespace pilothouse::streams
