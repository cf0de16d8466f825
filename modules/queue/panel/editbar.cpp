// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/editbar.h"

#include "ui/controls/button.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace pilothouse::queue
{

EditBar::EditBar(QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_first(new QLineEdit(this))
    , m_second(new QLineEdit(this))
    , m_note(new QLabel(this))
    , m_apply(new ui::Button({}, ui::ButtonVariant::Default, this))
    , m_cancel(new ui::Button(tr("Cancel"), ui::ButtonVariant::Quiet, this))
{
    ui::setPlate(this, ui::Token::Raised);
    ui::setTextStyle(m_title, ui::TextStyle::Control);
    ui::setTextStyle(m_note, ui::TextStyle::Caption);
    ui::setTone(m_note, ui::Token::StatusWarn);
    ui::setTextStyle(m_first, ui::TextStyle::Mono);
    ui::setTextStyle(m_second, ui::TextStyle::Mono);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_first, 1);
    layout->addWidget(m_second, 2);
    layout->addWidget(m_note);
    layout->addWidget(m_cancel);
    layout->addWidget(m_apply);
    connect(m_first, &QLineEdit::returnPressed, this, &EditBar::apply);
    connect(m_second, &QLineEdit::returnPressed, this, &EditBar::apply);
    connect(m_apply, &QAbstractButton::clicked, this, &EditBar::apply);
    connect(m_cancel, &QAbstractButton::clicked, this, &QWidget::hide);
    hide();
}

void EditBar::ask(const Ask& ask, Done done)
{
    m_done = std::move(done);
    m_title->setText(ask.title);
    m_first->setPlaceholderText(ask.first);
    m_first->setAccessibleName(ask.first);
    m_second->setPlaceholderText(ask.second);
    m_second->setAccessibleName(ask.second);
    m_second->setVisible(!ask.second.isEmpty());
    m_first->setText(ask.firstText);
    m_second->clear();
    m_note->clear();
    m_apply->setText(ask.button);
    show();
    m_first->setFocus(Qt::OtherFocusReason);
    m_first->selectAll();
}

void EditBar::apply()
{
    const auto done = m_done; // it may ask again
    const QString wrong = done ? done(m_first->text(), m_second->text()) : QString();
    m_note->setText(wrong);
    if (wrong.isEmpty())
        hide();
}

void EditBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace pilothouse::queue
