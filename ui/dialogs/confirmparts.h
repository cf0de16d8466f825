// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The pieces a confirmation is built from; used only inside ui/dialogs.

#include "ui/dialogs/confirmdialog.h"

#include <QtWidgets/QPlainTextEdit>

class QGridLayout;

namespace pilothouse::ui
{

// A flat veil over the window below; lies over everything in it and takes no input.
class Scrim final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Scrim)

public:
    explicit Scrim(QWidget* window);

protected:
    void paintEvent(QPaintEvent* event) override;
};

// 34 px in the environment's colour, with its icon and its name.
class EnvironmentBanner final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EnvironmentBanner)

public:
    EnvironmentBanner(
        Token environment, const QString& name, const QString& target, const QString& user);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Token m_environment;
};

class EffectList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EffectList)

public:
    EffectList();
    void setEffects(const QList<ConfirmEffect>& effects);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<ConfirmEffect> m_effects;
};

// The exact statement, read only; Tab leaves it.
class StatementBox final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatementBox)

public:
    StatementBox(const QString& statement,
        const std::function<QSyntaxHighlighter*(QTextDocument*)>& highlight);
};

} // namespace pilothouse::ui
