// SPDX-License-Identifier: GPL-3.0-or-later
// PasswordPrompt: asks for the password of one service, one after the other when several are
// missing.
#pragma once

#include "app/profiles/secretstore.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QLineEdit;

namespace pilothouse::app
{

class PasswordPrompt final : public QDialog
{
    Q_OBJECT

public:
    PasswordPrompt(const SecretRequest& request, const Error& reason, QWidget* parent);
    Q_DISABLE_COPY_MOVE(PasswordPrompt)

    SecretStore::Reply reply() const;

private:
    void buildLayout(const SecretRequest& request, const Error& reason);

    QLineEdit* m_password = nullptr;
    QCheckBox* m_remember = nullptr;
};

// For SecretStore::setPrompt(): dialogs over what `window` gives (may change, may be null).
SecretStore::Prompt promptOver(std::function<QWidget*()> window);

} // namespace pilothouse::app
