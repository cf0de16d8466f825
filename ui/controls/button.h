// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Push buttons with icon and key cap, and icon-only buttons that cannot be made without a name.

#include <QtGui/QKeySequence>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace pilothouse::ui
{

// At most one Primary per panel; Destructive only inside a confirmation.
enum class ButtonVariant { Default, Primary, Quiet, Destructive, Link };

class Button final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Button)

public:
    explicit Button(const QString& text, ButtonVariant variant = ButtonVariant::Default,
        QWidget* parent = nullptr);

    void setVariant(ButtonVariant variant);
    void setIconName(const QString& name); // one of iconNames()
    void setSmall(bool small);
    // Shows the cap; `active` also makes the button answer the keys while it is visible.
    void setKey(const QKeySequence& keys, bool active = true);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int contentWidth() const;
    [[nodiscard]] QColor ink() const;

    ButtonVariant m_variant;
    QString m_iconName;
    QString m_cap;
    bool m_small = false;
};

// An icon alone: name and shortcut make the accessible name and the tooltip "Refresh (F5)".
class IconButton final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IconButton)

public:
    // Empty keys: no shortcut. `size` is the icon's, the click target is at least 24 x 22.
    IconButton(const QString& iconName, const QString& name, const QKeySequence& keys,
        QWidget* parent = nullptr, int size = 14);

    void setIconName(const QString& iconName);
    void setName(const QString& name);
    [[nodiscard]] QString iconName() const { return m_iconName; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    QString m_iconName;
    QString m_name;
    int m_size;
};

} // namespace pilothouse::ui
