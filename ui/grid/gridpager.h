// SPDX-License-Identifier: GPL-3.0-or-later
// GridPager: for a panel's footer. Invisible until a result is longer than one page.
#pragma once

#include <QtWidgets/QWidget>

class QLabel;

namespace pilothouse::ui
{

class GridModel;
class IconButton;

class GridPager final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GridPager)

public:
    explicit GridPager(GridModel* model, QWidget* parent = nullptr);

private:
    void update();

    GridModel* m_model;
    QLabel* m_label;
    IconButton* m_back;
    IconButton* m_forward;
};

} // namespace pilothouse::ui
