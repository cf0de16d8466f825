// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/editbar.h"

#include "queue/panel/commandpreview.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace pilothouse::queue
{

EditBar::EditBar(std::function<bool()> asks, QWidget* parent)
    : QFrame(parent)
    , m_asks(std::move(asks))
    , m_title(new ui::ElidedLabel({}, ui::TextStyle::Control, ui::Token::Text, this))
    , m_first(new QLineEdit(this))
    , m_second(new QLineEdit(this))
    , m_note(new QLabel(this))
    , m_apply(new ui::Button({}, ui::ButtonVariant::Default, this))
    , m_cancel(new ui::Button(tr("Cancel"), ui::ButtonVariant::Quiet, this))
    , m_way(new ui::Button({}, ui::ButtonVariant::Link, this))
    , m_preview(new CommandPreview(this))
    , m_fields(new QHBoxLayout)
{
    ui::setPlate(this, ui::Token::Raised);
    ui::setTextStyle(m_note, ui::TextStyle::Caption);
    ui::setTone(m_note, ui::Token::StatusWarn);
    ui::setTextStyle(m_first, ui::TextStyle::Mono);
    ui::setTextStyle(m_second, ui::TextStyle::Mono);
    m_note->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_apply);
    m_fields->setSpacing(8);
    m_fields->addWidget(m_title);
    m_fields->addWidget(m_first, 1);
    m_fields->addWidget(m_second, 2);
    m_fields->addLayout(buttons);
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(12, 6, 12, 6);
    lines->setSpacing(4);
    lines->addLayout(m_fields);
    auto* told = new QHBoxLayout;
    told->setSpacing(8);
    told->addWidget(m_note, 1);
    told->addWidget(m_way);
    lines->addLayout(told);
    lines->addWidget(m_preview);
    connect(m_first, &QLineEdit::textChanged, this, &EditBar::onTyped);
    connect(m_second, &QLineEdit::textChanged, this, &EditBar::onTyped);
    connect(m_first, &QLineEdit::returnPressed, this, &EditBar::apply);
    connect(m_second, &QLineEdit::returnPressed, this, &EditBar::apply);
    connect(m_apply, &QAbstractButton::clicked, this, &EditBar::apply);
    connect(m_way, &QAbstractButton::clicked, this, [this] {
        hide();
        const auto take = m_takeWay; // it may ask again
        take();
    });
    connect(m_cancel, &QAbstractButton::clicked, this, &QWidget::hide);
    hide();
}

void EditBar::ask(const Ask& ask, Make make, Send send)
{
    m_make = nullptr; // not while the fields change
    m_title->setText(ask.title);
    m_first->setPlaceholderText(ask.first);
    m_first->setAccessibleName(ask.first);
    m_second->setPlaceholderText(ask.second);
    m_second->setAccessibleName(ask.second);
    m_second->setVisible(!ask.second.isEmpty());
    m_first->setText(ask.firstText);
    m_second->setText(ask.secondText);
    tell(ask.note);
    m_way->setText(ask.way);
    m_way->setVisible(!ask.way.isEmpty());
    m_takeWay = ask.takeWay;
    const bool asks = m_asks();
    m_apply->setText(CommandPreview::buttonText(ask.button, asks));
    m_preview->setVisible(!asks);
    m_make = std::move(make);
    m_send = std::move(send);
    tellCommand();
    show();
    m_first->setFocus(Qt::OtherFocusReason);
    m_first->selectAll();
}

void EditBar::apply()
{
    if (!m_make)
        return hide();
    Made made = m_make(m_first->text(), m_second->text());
    tell(made ? QString() : made.error());
    if (!made)
        return;
    hide();
    const auto send = m_send; // it may ask again
    send(std::move(*made), m_first->text(), m_second->text());
}

// The other way was for what stood there when it was asked.
void EditBar::onTyped()
{
    m_way->hide();
    tellCommand();
}

void EditBar::tell(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

QString EditBar::note() const
{
    return m_note->text();
}

void EditBar::tellCommand()
{
    if (!m_make || m_asks())
        return;
    const Made made = m_make(m_first->text(), m_second->text());
    m_preview->setStatement(made ? made->statement : QString());
}

void EditBar::resizeEvent(QResizeEvent* event)
{
    constexpr int kBeside = 480; // from here on the fields and their buttons stand in one line
    QFrame::resizeEvent(event);
    m_fields->setDirection(width() < kBeside ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
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
