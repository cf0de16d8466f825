// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstrun/checklist.h"

#include "ui/controls/elidedlabel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;

GlyphSign::GlyphSign(ui::Glyph glyph, QWidget* parent)
    : QWidget(parent)
    , m_glyph(glyph)
{
    setFixedSize(sizeHint());
    ui::followTheme(this);
    setGlyph(glyph);
}

void GlyphSign::setGlyph(ui::Glyph glyph, const QString& tip)
{
    m_glyph = glyph;
    setAccessibleName(glyph == ui::Glyph::None ? QString() : ui::glyphWord(glyph));
    setToolTip(tip);
    update();
}

void GlyphSign::paintEvent(QPaintEvent*)
{
    if (m_glyph == ui::Glyph::None)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box((width() - 12) / 2.0, (height() - 12) / 2.0, 12, 12);
    ui::paintGlyph(painter, box, m_glyph, ui::Theme::of(this), ui::Token::Raised);
}

IconSign::IconSign(const QString& iconName, ui::Token tone, int size, QWidget* parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_tone(tone)
    , m_size(size)
{
    setFixedSize(sizeHint());
    ui::followTheme(this);
}

void IconSign::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    ui::paintIcon(painter, rect(), m_iconName, ui::Theme::of(this).color(m_tone));
}

CheckList::CheckList(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
}

void CheckList::setLines(const QList<CheckLine>& lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const CheckLine& line : lines) {
        auto* row = new QWidget;
        auto* box = new QHBoxLayout(row);
        box->setContentsMargins(0, 0, 0, 0);
        box->setSpacing(6);
        box->addWidget(new GlyphSign(line.glyph), 0, Qt::AlignTop);
        if (line.detail.isEmpty()) { // room for a second line
            auto* text = new QLabel(line.text);
            text->setTextFormat(Qt::PlainText);
            text->setWordWrap(true);
            ui::setTextStyle(text, ui::TextStyle::Body);
            box->addWidget(text, 1);
        } else {
            box->addWidget(new ui::ElidedLabel(line.text, ui::TextStyle::Body), 1);
            box->addWidget(
                new ui::ElidedLabel(line.detail, ui::TextStyle::MonoSmall, ui::Token::Text3));
        }
        row->setAccessibleName(
            u"%1: %2 %3"_s.arg(ui::glyphWord(line.glyph), line.text, line.detail).trimmed());
        row->setToolTip(line.tip);
        m_column->addWidget(row);
    }
}

} // namespace pilothouse::app
