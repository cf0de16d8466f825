// SPDX-License-Identifier: GPL-3.0-or-later
// CellDelegate: draws a cell by its type, straight from the store. No widget, no QVariant, no
// style.
#pragma once

#include "ui/grid/gridmodel.h"

#include <QtGui/QColor>
#include <QtGui/QFont>
#include <QtGui/QFontMetricsF>
#include <QtWidgets/QStyledItemDelegate>

#include <array>

namespace pilothouse::ui
{

class Theme;

class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CellDelegate)

public:
    explicit CellDelegate(const Theme& theme, QObject* parent = nullptr);

    // Cells that hold it are marked. Empty: none.
    void setMarked(const QString& text) { m_marked = text; }
    // The largest absolute value of a column that shows bars.
    void setScale(int column, double maximum);
    void setCurrent(const QModelIndex& index, bool focused);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    // Width that shows the cell whole, at most `most`.
    [[nodiscard]] int widthOf(const GridModel& model, int row, int column, int most) const;

private:
    struct Look {
        QColor surface, selection, line, accent, press, mark, onMark;
        QColor text, text2, text3, ok, series;
        QColor key, string, number, word;
        QFont mono, italic, cell;
        QString today;
        qreal monoAdvance = 7;
        QFontMetricsF cellMetrics{QFont()};
        QFontMetricsF monoMetrics{QFont()};
        std::array<qreal, 0x80> cellAdvances{}; // of each ASCII character alone
    };
    void readLook();
    // One line of ASCII from `x`, in the middle of the box: without the layout of drawText(QRectF).
    static void drawLine(
        QPainter& p, const QRectF& box, qreal x, const QString& text, const QFontMetricsF& metrics);
    void drawValue(QPainter& p, const QRectF& box, const GridModel& model, int column,
        const CellView& cell, bool marked) const;
    void drawMono(QPainter& p, const QRectF& box, QString text, bool right, const QColor& color,
        qsizetype dim = 0, bool dimTail = false) const;
    void drawJson(QPainter& p, const QRectF& box, const CellView& cell) const;
    void drawBoolean(QPainter& p, const QRectF& box, const CellView& cell) const;
    void drawBinary(QPainter& p, const QRectF& box, const CellView& cell, const QColor& ink) const;
    [[nodiscard]] QRectF drawBar(
        QPainter& p, const QRectF& box, int column, const CellView& cell) const;
    [[nodiscard]] bool isMarked(const CellView& cell) const;
    [[nodiscard]] QString monoText(const QString& text, qreal width) const;

    const Theme& m_theme;
    Look m_look;
    QString m_marked;
    QHash<int, double> m_scales;
    QPersistentModelIndex m_current;
    bool m_focused = false;
};

} // namespace pilothouse::ui
