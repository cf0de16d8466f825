// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What one types into to find a node, and how many were found: a plate of its own over the canvas,
// so that nothing shines through the words.

#include <QtWidgets/QWidget>

class QLabel;

namespace pilothouse::ui
{

class SearchField;

class GraphSearchBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphSearchBar)

public:
    explicit GraphSearchBar(QWidget* canvas);

    [[nodiscard]] SearchField* field() const { return m_field; }
    // `at` from 0, -1: none yet; `hidden` of them stand in closed groups.
    void setCount(int at, int count, int hidden);
    void placeIn(QSize canvas); // in its upper right corner

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    SearchField* m_field;
    QLabel* m_count;
};

} // namespace pilothouse::ui
