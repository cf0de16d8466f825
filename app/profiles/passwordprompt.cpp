// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/passwordprompt.h"

#include "ui/controls/button.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include <deque>
#include <memory>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

PasswordPrompt::PasswordPrompt(const SecretRequest& request, const Error& reason, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Password"));
    setAttribute(Qt::WA_DeleteOnClose);
    buildLayout(request, reason);
    setMinimumWidth(480);
}

void PasswordPrompt::buildLayout(const SecretRequest& request, const Error& reason)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    auto* question = new QLabel(request.user.isEmpty()
            ? tr("Password for %1").arg(request.title)
            : tr("Password of %1 for %2").arg(request.user, request.title));
    question->setTextFormat(Qt::PlainText);
    ui::setTextStyle(question, ui::TextStyle::Heading);
    const bool noKeychain = reason.kind != Error::Kind::NotFound;
    auto* why = new QLabel(noKeychain
            ? tr("The system's keychain cannot be used, so the password is kept in memory until "
                 "Pilothouse ends.")
            : tr("Profile %1. The keychain has no password for it yet.").arg(request.profileName));
    why->setTextFormat(Qt::PlainText);
    why->setWordWrap(true);
    ui::setTone(why, ui::Token::Text2);
    m_password = new QLineEdit;
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(
        Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_password->setAccessibleName(tr("Password"));
    m_remember = new QCheckBox(tr("Keep it in the system's keychain"));
    m_remember->setChecked(!noKeychain);
    m_remember->setVisible(!noKeychain);
    auto* buttons = new QHBoxLayout;
    auto* without = new ui::Button(tr("Not now"));
    without->setAutoDefault(false);
    auto* use = new ui::Button(tr("Connect"), ui::ButtonVariant::Primary);
    use->setDefault(true);
    use->setEnabled(false);
    buttons->addStretch(1);
    buttons->addWidget(without);
    buttons->addWidget(use);
    column->addWidget(question);
    column->addWidget(why);
    column->addWidget(m_password);
    column->addWidget(m_remember);
    column->addLayout(buttons);
    connect(m_password, &QLineEdit::textChanged, use,
        [use](const QString& text) { use->setEnabled(!text.isEmpty()); });
    connect(without, &QPushButton::clicked, this, &QDialog::reject);
    connect(use, &QPushButton::clicked, this, &QDialog::accept);
    m_password->setFocus();
}

SecretStore::Reply PasswordPrompt::reply() const
{
    return {Secret(m_password->text()), m_remember->isVisibleTo(this) && m_remember->isChecked()};
}

SecretStore::Prompt promptOver(std::function<QWidget*()> window)
{
    struct Waiting {
        SecretRequest request;
        Error reason;
        std::function<void(std::optional<SecretStore::Reply>)> answer;
    };
    struct Queue {
        std::deque<Waiting> waiting;
        bool showing = false;
        std::function<QWidget*()> window;
        static void next(const std::shared_ptr<Queue>& self)
        {
            if (self->showing || self->waiting.empty())
                return;
            self->showing = true;
            const Waiting first = std::move(self->waiting.front());
            self->waiting.pop_front();
            auto* dialog = new PasswordPrompt(first.request, first.reason, self->window());
            // Also when the window goes and takes the dialog along: then nothing is answered.
            QObject::connect(
                dialog, &QObject::destroyed, dialog, [self] { self->showing = false; });
            QObject::connect(dialog, &QDialog::finished, dialog, [self, dialog, first](int result) {
                self->showing = false;
                first.answer(
                    result == QDialog::Accepted ? std::optional(dialog->reply()) : std::nullopt);
                next(self);
            });
            dialog->open();
        }
    };
    auto queue = std::make_shared<Queue>();
    queue->window = std::move(window);
    return [queue](const SecretRequest& request, const Error& reason, auto answer) {
        queue->waiting.push_back({request, reason, std::move(answer)});
        Queue::next(queue);
    };
}

} // namespace pilothouse::app
