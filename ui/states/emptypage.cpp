// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/emptypage.h"

#include "ui/controls/button.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

#include <algorithm>
#include <memory>

namespace pilothouse::ui
{

namespace
{
constexpr int iconSide = 44;
constexpr int iconGap = 20;
constexpr int margin = 24;
constexpr int widest = 560;
} // namespace

EmptyPage::EmptyPage(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QWidget)
    , m_heading(new QLabel)
    , m_line(new QLabel)
    , m_actions(new QHBoxLayout)
{
    setPlate(this, Token::Surface);
    setTextStyle(m_heading, TextStyle::Heading);
    setTextStyle(m_line, TextStyle::Body);
    setTone(m_line, Token::Text2);
    m_heading->setTextFormat(Qt::PlainText);
    m_line->setTextFormat(Qt::PlainText);
    m_line->setWordWrap(true);
    m_line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_icon->setFixedSize(iconSide, iconSide);
    buildLayout();
    followTheme(this);
}

void EmptyPage::buildLayout()
{
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_heading);
    words->addWidget(m_line);
    words->addSpacing(8);
    m_actions->setSpacing(8);
    words->addLayout(m_actions);
    auto* block = new QHBoxLayout;
    block->setSpacing(iconGap);
    block->addWidget(m_icon, 0, Qt::AlignVCenter);
    block->addLayout(words);
    auto* page = new QGridLayout(this);
    page->setContentsMargins(margin, margin, margin, margin);
    page->setRowStretch(0, 1);
    page->setRowStretch(2, 1);
    page->setColumnStretch(0, 1);
    page->setColumnStretch(2, 1);
    page->addLayout(block, 1, 1);
}

void EmptyPage::setInfo(const EmptyInfo& info)
{
    if (info == m_info)
        return;
    m_info = info;
    m_heading->setText(info.heading);
    m_line->setText(info.line);
    m_line->setVisible(!info.line.isEmpty());
    m_icon->setVisible(!info.iconName.isEmpty());
    while (const std::unique_ptr<QLayoutItem> item{m_actions->takeAt(0)}) {
        if (item->widget())
            item->widget()->deleteLater();
    }
    // The first way on is a plain button unless it is the primary one; the last of three is quiet.
    for (qsizetype i = 0; i < info.actions.size(); ++i) {
        const StateAction& action = info.actions[i];
        const ButtonVariant variant = action.primary ? ButtonVariant::Primary
            : i == 2                                 ? ButtonVariant::Quiet
                                                     : ButtonVariant::Default;
        auto* button = new Button(action.title, variant);
        button->setIconName(action.iconName);
        if (!action.key.isEmpty())
            button->setKey(action.key);
        connect(
            button, &Button::clicked, this, [this, id = action.id] { Q_EMIT actionTriggered(id); });
        m_actions->addWidget(button);
    }
    m_actions->addStretch(1);
    fitLine();
    update();
}

// Wrapping labels would otherwise ask for a width of their own choosing.
void EmptyPage::fitLine()
{
    const int room = width() - 2 * margin - (m_icon->isHidden() ? 0 : iconSide + iconGap);
    const int words = m_line->fontMetrics().horizontalAdvance(m_info.line) + 2;
    m_line->setMinimumWidth(std::min({widest, words, std::max(room, 120)}));
}

void EmptyPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitLine();
}

void EmptyPage::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Surface));
    if (!m_icon->isHidden())
        paintIcon(painter, m_icon->geometry(), m_info.iconName, theme.color(Token::TextOff));
}

} // namespace pilothouse::ui
