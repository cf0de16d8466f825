// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstrun/choicecard.h"

#include "app/firstrun/checklist.h"
#include "ui/controls/keycap.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;

ChoiceCard::ChoiceCard(
    const QString& iconName, ui::Token tone, const QString& title, int number, QWidget* parent)
    : QFrame(parent)
    , m_description(new QLabel)
    , m_body(new QVBoxLayout)
    , m_footer(new QHBoxLayout)
{
    setAccessibleName(title);
    setMinimumWidth(300);
    ui::followTheme(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 18, 18, 18);
    column->setSpacing(12);

    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    auto* sign = new IconSign(iconName, tone, 20);
    auto* name = new QLabel(title);
    ui::setTextStyle(name, ui::TextStyle::Heading);
    head->addWidget(sign);
    head->addWidget(name, 1);
    head->addWidget(new ui::KeyCap(QString::number(number)));
    column->addLayout(head);

    m_description->setWordWrap(true);
    m_description->setTextFormat(Qt::PlainText);
    ui::setTextStyle(m_description, ui::TextStyle::Body);
    ui::setTone(m_description, ui::Token::Text2);
    column->addWidget(m_description);
    m_body->setSpacing(10);
    column->addLayout(m_body, 1);
    m_footer->setSpacing(8);
    column->addLayout(m_footer);

    // The card that holds the focus is outlined.
    connect(qApp, &QApplication::focusChanged, this, [this] { update(); });
}

void ChoiceCard::setDescription(const QString& text)
{
    m_description->setText(text);
}

QFrame* ChoiceCard::line()
{
    auto* rule = new QFrame;
    ui::setLook(rule, "variant", u"hline"_s);
    return rule;
}

void ChoiceCard::paintEvent(QPaintEvent*)
{
    const ui::Theme& theme = ui::Theme::of(this);
    const QWidget* focus = QApplication::focusWidget();
    const bool chosen = focus && isAncestorOf(focus);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(chosen ? ui::Token::Accent : ui::Token::LineStrong), 1));
    painter.setBrush(theme.color(ui::Token::Raised));
    const double radius = theme.metric(ui::Metric::RadiusDialog);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace pilothouse::app
