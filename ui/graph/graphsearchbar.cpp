// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphsearchbar.h"

#include "ui/controls/searchfield.h"
#include "ui/theme/theme.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

#include <algorithm>

namespace pilothouse::ui
{

namespace
{
constexpr int kFieldWidth = 220;
constexpr int kEdge = 4; // of the plate about the field
constexpr int kAway = 8; // from the corner of the canvas
} // namespace

GraphSearchBar::GraphSearchBar(QWidget* canvas)
    : QWidget(canvas)
    , m_field(new SearchField(tr("Find a node"), this))
    , m_count(new QLabel(this))
{
    setPlate(this, Token::Overlay);
    setTextStyle(m_count, TextStyle::Caption);
    m_count->hide();
    m_field->setFixedWidth(kFieldWidth);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kEdge, kEdge, kEdge, kEdge);
    layout->setSpacing(8);
    layout->addSpacing(kEdge);
    layout->addWidget(m_count);
    layout->addWidget(m_field);
    followTheme(this);
    hide();
}

void GraphSearchBar::setCount(int at, int count, int hidden)
{
    m_count->setVisible(!m_field->text().isEmpty());
    QString words = count <= 0 ? tr("no node")
        : at < 0               ? tr("%n found", nullptr, count)
                               : tr("%1 of %2").arg(at + 1).arg(count);
    if (hidden > 0)
        words = tr("%1, %n in closed groups", nullptr, hidden).arg(words);
    m_count->setText(words);
    setTone(m_count, count > 0 ? Token::Text2 : Token::StatusWarn);
    if (parentWidget())
        placeIn(parentWidget()->size());
}

void GraphSearchBar::placeIn(QSize canvas)
{
    layout()->activate();
    adjustSize();
    move(std::max(0, canvas.width() - width() - kAway), kAway);
}

// Enter goes from match to match; it does not open the node behind.
void GraphSearchBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QWidget::keyPressEvent(event);
}

void GraphSearchBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Overlay));
    painter.setPen(theme.color(Token::LineStrong));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace pilothouse::ui
