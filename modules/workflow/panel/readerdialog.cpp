// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/readerdialog.h"

#include "ui/controls/button.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace pilothouse::workflow
{

ReaderDialog::ReaderDialog(const QString& title, const QString& text, QWidget* parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    m_text = new QPlainTextEdit(this);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(title);
    ui::setTextStyle(m_text, ui::TextStyle::Mono);
    auto* copy = new ui::Button(tr("Copy"), ui::ButtonVariant::Default, this);
    auto* close = new ui::Button(tr("Close"), ui::ButtonVariant::Primary, this);
    connect(copy, &QAbstractButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(close, &QAbstractButton::clicked, this, &QDialog::close);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(copy);
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addLayout(buttons);
    resize(860, 520);
    setText(text);
    m_text->setFocus();
}

void ReaderDialog::setText(const QString& text)
{
    m_text->setPlainText(text);
}

QString ReaderDialog::text() const
{
    return m_text->toPlainText();
}

} // namespace pilothouse::workflow
