// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/statestrip.h"

#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>

namespace pilothouse::ui
{

StateStrip::StateStrip(QWidget* parent)
    : QFrame(parent)
    , m_text(new ElidedLabel({}, TextStyle::Cell, Token::Text))
    , m_action(new Button({}, ButtonVariant::Default))
{
    setFixedHeight(30);
    m_action->setSmall(true);
    m_action->hide();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12 + 12 + 8, 0, 8, 1);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    connect(m_action, &Button::clicked, this, &StateStrip::actionTriggered);
    followTheme(this);
}

void StateStrip::say(Glyph glyph, const QString& text)
{
    m_glyph = glyph;
    m_text->setText(text);
    setAccessibleName(text);
    update();
}

void StateStrip::setActionText(const QString& text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void StateStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    const Token tone = glyphColor(m_glyph);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(softOf(tone)));
    painter.fillRect(0, height() - 1, width(), 1, theme.color(tone));
    paintGlyph(painter, QRectF(12, 8.5, 12, 12), m_glyph, theme, softOf(tone));
}

} // namespace pilothouse::ui
