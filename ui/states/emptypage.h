// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The picture of an empty or a not connected panel: icon, heading, one helpful line, ways on.

#include "ui/states/panelstate.h"

#include <QtWidgets/QWidget>

class QHBoxLayout;
class QLabel;

namespace pilothouse::ui
{

class EmptyPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyPage)

public:
    explicit EmptyPage(QWidget* parent = nullptr);
    void setInfo(const EmptyInfo& info);

Q_SIGNALS:
    void actionTriggered(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    void fitLine();

    EmptyInfo m_info;
    QWidget* m_icon;
    QLabel* m_heading;
    QLabel* m_line;
    QHBoxLayout* m_actions;
};

} // namespace pilothouse::ui
