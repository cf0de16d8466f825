// SPDX-License-Identifier: GPL-3.0-or-later
// TextRows: rows of words for a SheetTable, each with a key that stays with it. What is chosen
// stays chosen while the key is there.
#pragma once

#include "ui/theme/glyphs.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>

#include <vector>

class QTableView;

namespace pilothouse::streams
{

struct TextRow {
    QString key;
    QStringList cells;
    ui::Glyph glyph = ui::Glyph::None; // before the first cell
    ui::Token tone = ui::Token::Text;
    bool operator==(const TextRow&) const = default;
};

class TextRows final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextRows)

public:
    TextRows(QStringList titles, QObject* parent);

    void setRows(std::vector<TextRow> rows);
    // Rows that hold the text in a cell; empty: all.
    void setFilter(const QString& text);
    int total() const { return int(m_all.size()); }
    QString keyAt(int row) const; // of those shown
    int rowOf(const QString& key) const; // -1: not shown

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void apply();
    bool fits(const TextRow& row) const;

    const QStringList m_titles;
    std::vector<TextRow> m_all;
    std::vector<TextRow> m_rows;
    QString m_filter;
};

QString currentKey(const QTableView& view); // of a view on TextRows
QStringList selectedKeys(const QTableView& view);
void choose(QTableView& view, const QString& key); // else the first row
// The first columns as wide as their words, within reason; the last takes the rest.
void fitColumns(QTableView& view, int count);

} // namespace pilothouse::streams
