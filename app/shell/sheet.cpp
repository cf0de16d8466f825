// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/sheet.h"

#include "ui/controls/button.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

Sheet::Sheet(const QString& title, int width, QWidget* window)
    : QDialog(window)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setAccessibleName(title);
    setFixedWidth(width);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(20, 16, 12, 12);
    auto* label = new QLabel(title, this);
    ui::setTextStyle(label, TextStyle::Title);
    head->addWidget(label, 1);
    auto* close = new ui::IconButton(u"close"_s, tr("Close"), QKeySequence(Qt::Key_Escape), this);
    connect(close, &QAbstractButton::clicked, this, &QDialog::reject);
    head->addWidget(close);
    column->addLayout(head);
    auto* line = new QFrame(this);
    ui::setLook(line, "variant", u"hline"_s);
    column->addWidget(line);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(title);
    m_inner = new QWidget(m_scroll);
    ui::setPlate(m_inner, Token::Overlay);
    m_body = new QVBoxLayout(m_inner);
    m_body->setContentsMargins(20, 14, 20, 20);
    m_body->setSpacing(8);
    m_scroll->setWidget(m_inner);
    column->addWidget(m_scroll, 1);
}

void Sheet::addSection(const QString& heading)
{
    if (m_body->count() > 0)
        m_body->addSpacing(10);
    auto* label = new QLabel(heading, m_inner);
    ui::setTextStyle(label, TextStyle::ControlStrong);
    ui::setTone(label, Token::Text);
    m_body->addWidget(label);
}

void Sheet::addRow(const QString& text, QWidget* control, const QString& hint)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    auto* label = new QLabel(text, m_inner);
    ui::setTextStyle(label, TextStyle::Cell);
    label->setBuddy(control);
    label->setWordWrap(true);
    words->addWidget(label);
    if (!hint.isEmpty()) {
        auto* more = new QLabel(hint, m_inner);
        ui::setTextStyle(more, TextStyle::Micro);
        ui::setTone(more, Token::Text3);
        more->setWordWrap(true);
        words->addWidget(more);
    }
    row->addLayout(words, 1);
    row->addWidget(control, 0, Qt::AlignRight | Qt::AlignTop);
    m_body->addLayout(row);
}

void Sheet::focusBody()
{
    m_scroll->setFocus(Qt::OtherFocusReason);
}

void Sheet::keyPressEvent(QKeyEvent* event)
{
    QScrollBar* bar = m_scroll->verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_PageUp:
        return bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    case Qt::Key_PageDown:
        return bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    case Qt::Key_Home:
        return bar->triggerAction(QAbstractSlider::SliderToMinimum);
    case Qt::Key_End:
        return bar->triggerAction(QAbstractSlider::SliderToMaximum);
    default:
        QDialog::keyPressEvent(event);
    }
}

void Sheet::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    const QWidget* window = parentWidget() ? parentWidget()->window() : nullptr;
    if (!window)
        return;
    m_body->activate();
    const int wanted = 62 + m_body->totalHeightForWidth(width());
    const int height
        = qMin(wanted > 62 ? wanted : 62 + m_body->totalSizeHint().height(), window->height() - 96);
    setFixedHeight(qMax(160, height));
    const QPoint centre = window->mapToGlobal(window->rect().center());
    move(centre.x() - width() / 2, centre.y() - this->height() / 2);
}

} // namespace pilothouse::app
