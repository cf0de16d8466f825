// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Segments switch between views of the same data; one is always current. Arrow keys move.

#include <QtWidgets/QWidget>

class QButtonGroup;

namespace pilothouse::ui
{

class SegmentedControl final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SegmentedControl)

public:
    // The name says what is switched, for assistive technology.
    explicit SegmentedControl(const QString& accessibleName, QWidget* parent = nullptr);

    int addSegment(const QString& text, const QString& iconName = {});
    void setSegmentText(int index, const QString& text);
    void setSegmentEnabled(int index, bool enabled);
    [[nodiscard]] int count() const;
    [[nodiscard]] int currentIndex() const;
    void setCurrentIndex(int index);
    QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged(int index); // by the user or by setCurrentIndex

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* m_group;
};

} // namespace pilothouse::ui
