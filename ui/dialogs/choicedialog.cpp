// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/choicedialog.h"

#include "ui/controls/button.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

namespace pilothouse::ui
{

ChoiceDialog::ChoiceDialog(const QString& question, const QString& detail,
    const QStringList& choices, const QString& stay, QWidget* over)
    : QDialog(over)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(question);
    setAccessibleName(question);
    setAccessibleDescription(detail);
    setMinimumWidth(480);
    buildLayout(question, detail, choices, stay);
}

void ChoiceDialog::buildLayout(
    const QString& question, const QString& detail, const QStringList& choices, const QString& stay)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 16);
    column->setSpacing(4);
    auto* title = new QLabel(question, this);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    setTextStyle(title, TextStyle::Title);
    auto* words = new QLabel(detail, this);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    setTextStyle(words, TextStyle::Body);
    setTone(words, Token::Text2);
    column->addWidget(title);
    column->addWidget(words);
    column->addSpacing(12);

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    for (int i = 0; i < choices.size(); ++i) {
        auto* choice = new Button(choices[i], ButtonVariant::Default, this);
        row->addWidget(choice);
        connect(choice, &Button::clicked, this, [this, i] {
            accept(); // first: what was chosen may close the window below
            Q_EMIT chosen(i);
        });
    }
    auto* staying = new Button(stay, ButtonVariant::Default, this);
    staying->setKey(Qt::Key_Escape, false); // Esc is heard by the dialog itself
    staying->setDefault(true);
    row->addWidget(staying);
    column->addLayout(row);
    connect(staying, &Button::clicked, this, &QDialog::reject);
    staying->setFocus();
}

} // namespace pilothouse::ui
