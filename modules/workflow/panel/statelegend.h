// SPDX-License-Identifier: GPL-3.0-or-later
// The legend below the grid: glyph, cell, word and meaning of every state; folds away.
#pragma once

#include <QWidget>

namespace pilothouse::ui
{
class IconButton;
}

namespace pilothouse::workflow
{

class StateLegend final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateLegend)

public:
    explicit StateLegend(QWidget* parent = nullptr);

    void setOpen(bool open);
    bool isOpen() const { return m_open; }
    void setCompact(bool compact); // the words alone; what they mean is in the tooltip
    void setAwaitsInput(bool known); // whether the server has awaiting_input
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

Q_SIGNALS:
    void openChanged(bool open);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int rowsOpen() const;
    int rowHeight() const;

    ui::IconButton* m_fold;
    bool m_open = true;
    bool m_input = true;
    bool m_compact = false;
};

} // namespace pilothouse::workflow
