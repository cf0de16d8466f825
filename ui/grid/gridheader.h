// SPDX-License-Identifier: GPL-3.0-or-later
// The two headers of a grid: names with their types below, and row numbers.
#pragma once

#include <QtWidgets/QHeaderView>

namespace pilothouse::ui
{

class Theme;

class GridHeader final : public QHeaderView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GridHeader)

public:
    explicit GridHeader(const Theme& theme, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    [[nodiscard]] int widthOf(int section) const; // shows name, type and arrow whole

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;

private:
    const Theme& m_theme;
};

class RowNumbers final : public QHeaderView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowNumbers)

public:
    explicit RowNumbers(const Theme& theme, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    void setCurrentRow(int row);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;

private:
    const Theme& m_theme;
    int m_current = -1;
};

} // namespace pilothouse::ui
