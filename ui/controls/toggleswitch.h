// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A switch for something that takes effect at once. Give it a name or a label as buddy.

#include <QtWidgets/QAbstractButton>

namespace pilothouse::ui
{

class ToggleSwitch final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToggleSwitch)

public:
    explicit ToggleSwitch(const QString& accessibleName, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace pilothouse::ui
