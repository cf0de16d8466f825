// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/librarydelegate.h"

#include "pipelines/panel/librarymodel.h"
#include "pipelines/panel/runglyphs.h"
#include "ui/controls/chip.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;
using Kind = LibraryRow::Kind;

namespace
{

constexpr int kRow = 52;
constexpr int kHeading = 30;
constexpr int kSide = 12;
constexpr int kIndent = 14; // of a folder in a folder
constexpr int kWide = 620; // from here on there are columns
constexpr double kTagsAt = 0.46;
constexpr double kRunAt = 0.74;

void text(QPainter& painter, const QRect& box, const QString& words, const ui::Theme& theme,
    TextStyle style, Token ink, Qt::TextElideMode elide = Qt::ElideRight)
{
    painter.setFont(theme.font(style));
    painter.setPen(theme.color(ink));
    painter.drawText(box, int(Qt::AlignLeft | Qt::AlignVCenter),
        painter.fontMetrics().elidedText(words, elide, box.width()));
}

} // namespace

QSize LibraryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const LibraryModel*>(index.model());
    return {320, model && model->row(index.row()).isHeading() ? kHeading : kRow};
}

void LibraryDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const LibraryModel*>(index.model());
    if (!model)
        return;
    painter->save();
    const LibraryRow& row = model->row(index.row());
    if (row.isHeading())
        paintHeading(*painter, option, index, row);
    else
        paintEntry(*painter, option, index, row);
    painter->restore();
}

void LibraryDelegate::paintHeading(QPainter& painter, const QStyleOptionViewItem& option,
    const QModelIndex& index, const LibraryRow& row) const
{
    const ui::Theme& theme = ui::Theme::of(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter.fillRect(option.rect, theme.color(selected ? Token::Selection : Token::Raised));
    if (selected)
        painter.fillRect(QRect(option.rect.topLeft(), QSize(2, option.rect.height())),
            theme.color(Token::Accent));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
        theme.color(Token::Line));
    QRect box = option.rect.adjusted(kSide + row.depth * kIndent, 0, -kSide, 0);
    ui::paintIcon(painter, QRectF(box.left(), box.center().y() - 5, 11, 11),
        row.open ? u"chevron-down"_s : u"chevron-right"_s, theme.color(Token::Text3));
    ui::paintIcon(painter, QRectF(box.left() + 16, box.center().y() - 6.5, 14, 14),
        row.kind == Kind::Server ? u"server"_s : u"folder"_s, theme.color(Token::Text3));
    box.setLeft(box.left() + 36);
    painter.setFont(theme.font(TextStyle::Control));
    const QString title = index.data(Qt::DisplayRole).toString();
    const int wide = painter.fontMetrics().horizontalAdvance(title) + 1;
    text(painter, box, title, theme, TextStyle::Control, row.missing ? Token::Text3 : Token::Text2,
        Qt::ElideMiddle);
    box.setLeft(box.left() + wide + 10);
    if (box.width() < 20)
        return;
    const QString count = row.count > 0 ? QString::number(row.count) : QString();
    text(painter, box, count, theme, TextStyle::MonoSmall, Token::Text3);
    if (!count.isEmpty())
        box.setLeft(box.left() + 34);
    text(painter, box, index.data(LibraryModel::LineRole).toString(), theme, TextStyle::Micro,
        row.problem.isEmpty() ? Token::Text3 : Token::StatusWarn);
}

void LibraryDelegate::paintPicture(QPainter& painter, const QStyleOptionViewItem& option,
    const QRect& box, const LibraryRow& row) const
{
    const ui::Theme& theme = ui::Theme::of(option.widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Token::Line));
    painter.setBrush(theme.color(Token::Canvas));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (row.kind == Kind::Document && row.item.broken.isEmpty()) {
        const QImage image = m_pictures.picture(
            row.item, PictureInks(theme), painter.device()->devicePixelRatioF());
        if (!image.isNull())
            painter.drawImage(box.topLeft(), image);
        return;
    }
    const bool broken = !row.item.broken.isEmpty();
    const QRectF sign(box.center().x() - 8, box.center().y() - 7, 16, 16);
    if (broken)
        ui::paintGlyph(painter, sign, ui::Glyph::Error, theme, Token::Canvas);
    else
        ui::paintIcon(painter, sign, u"share"_s, theme.color(Token::Text3));
}

// Chips as long as there is room; how wide they are together.
int LibraryDelegate::paintTags(
    QPainter& painter, const QWidget* widget, const QRect& box, const LibraryRow& row)
{
    const ui::Theme& theme = ui::Theme::of(widget);
    int x = box.left();
    for (const QString& tag : row.tags) {
        const QSize size = ui::chipSize(theme, tag);
        if (x + size.width() > box.right())
            break;
        ui::paintChip(painter,
            QRectF(x, box.center().y() - size.height() / 2.0, size.width(), size.height()), tag,
            Token::StatusIdle, theme);
        x += size.width() + 6;
    }
    return x - box.left();
}

void LibraryDelegate::paintEntry(QPainter& painter, const QStyleOptionViewItem& option,
    const QModelIndex& index, const LibraryRow& row) const
{
    const ui::Theme& theme = ui::Theme::of(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const Token ground = selected ? Token::Selection : hovered ? Token::Hover : Token::Surface;
    painter.fillRect(option.rect, theme.color(ground));
    if (selected)
        painter.fillRect(QRect(option.rect.topLeft(), QSize(2, option.rect.height())),
            theme.color(Token::Accent));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
        theme.color(Token::Line));
    QRect box = option.rect.adjusted(kSide + row.depth * kIndent, 0, -kSide, -1);
    const QSize picture = LibraryPictures::kSize;
    const QRect plate(QPoint(box.left(), box.center().y() - picture.height() / 2 + 1), picture);
    paintPicture(painter, option, plate, row);
    box.setLeft(plate.right() + 12);

    const bool wide = option.rect.width() >= kWide;
    const int full = option.rect.width();
    // Problems stand at the right end, the run before them.
    if (row.item.errors + row.item.warnings > 0 || !row.item.broken.isEmpty()) {
        const bool error = row.item.errors > 0 || !row.item.broken.isEmpty();
        const QString count = QString::number(qMax(1, error ? row.item.errors : row.item.warnings));
        const ui::Glyph glyph = error ? ui::Glyph::Error : ui::Glyph::Warn;
        const QSize size = ui::chipSize(theme, count, glyph);
        ui::paintChip(painter,
            QRectF(box.right() - size.width(), box.center().y() - size.height() / 2.0, size.width(),
                size.height()),
            count, error ? Token::StatusError : Token::StatusWarn, theme, glyph);
        box.setRight(box.right() - size.width() - 12);
    }
    if (row.run || row.paused) {
        const int at = wide ? qMax(box.left(), int(full * kRunAt)) : box.right() - 90;
        const QRect run(at, box.top(), box.right() - at, box.height());
        const ui::Glyph glyph = row.run ? runGlyph(row.run->state) : ui::Glyph::Paused;
        ui::paintGlyph(
            painter, QRectF(run.left(), run.center().y() - 6, 12, 12), glyph, theme, ground);
        QString words = row.run ? row.run->state : LibraryModel::tr("paused");
        if (row.run && row.paused)
            words += u" · "_s + LibraryModel::tr("paused");
        text(painter, run.adjusted(20, 0, 0, 0), words, theme, TextStyle::Cell, Token::Text2);
        box.setRight(at - 12);
    } else if (wide) {
        box.setRight(qMin(box.right(), int(full * kRunAt) - 12));
    }
    if (wide && !row.tags.isEmpty()) {
        const int at = int(full * kTagsAt);
        paintTags(
            painter, option.widget, QRect(at, box.top(), box.right() - at, box.height()), row);
    }
    if (wide)
        box.setRight(int(full * kTagsAt) - 12);
    const int half = box.height() / 2;
    text(painter, QRect(box.left(), box.top() + 5, box.width(), half - 3),
        index.data(Qt::DisplayRole).toString(), theme, TextStyle::Control, Token::Text,
        Qt::ElideMiddle);
    text(painter, QRect(box.left(), box.top() + half + 1, box.width(), half - 7),
        index.data(LibraryModel::LineRole).toString(), theme, TextStyle::Micro,
        row.item.broken.isEmpty() ? Token::Text3 : Token::StatusError);
}

} // namespace pilothouse::pipelines
