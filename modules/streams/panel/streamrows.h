// SPDX-License-Identifier: GPL-3.0-or-later
// StreamRows: what a list of the streams panel is made of, told row by row when it is drawn.
// StreamModel: those rows filtered and in order, merged by name so that selection and scroll stay.
#pragma once

#include "ui/theme/glyphs.h"

#include <QAbstractTableModel>
#include <QList>

#include <vector>

namespace pilothouse::streams
{

struct StreamCell {
    QString text;
    QString tip;
    ui::Glyph glyph = ui::Glyph::None;
    ui::Token tone = ui::Token::Text;
    double bar = -1; // 0 to 1; below 0: none
    ui::Token barTone = ui::Token::Series1;
    QList<double> spark; // NaN: a gap
};

struct StreamColumn {
    QString title;
    int width = 80;
    bool number = false; // right, mono, first sorted downwards
    bool mono = false;
    bool stretches = false;
    int rank = 0; // the highest go first where there is no room
    int bar = 0; // width of the bar before the text
};

class StreamRows
{
public:
    virtual ~StreamRows() = default;

    virtual std::vector<StreamColumn> columns() const = 0;
    virtual QStringList ids() const = 0; // of all rows
    virtual StreamCell cell(const QString& id, int column) const = 0;
    virtual double number(const QString& id, int column) const = 0; // NaN: not known, or a text
    virtual QString title(const QString& id) const { return id; } // of a row
    virtual void prepare() { } // before a round: what all cells share
    virtual bool isOld() const { return false; } // nobody knows how it is now
};

class StreamModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamModel)

public:
    // The rows outlive the model.
    explicit StreamModel(StreamRows& rows, QObject* parent = nullptr);

    void update(); // the rows have changed
    void setFilter(const QString& text); // words that all are in the title
    void setOrder(int column, Qt::SortOrder order);
    int orderColumn() const { return m_column; }
    Qt::SortOrder order() const { return m_order; }
    const QString& filter() const { return m_filter; }
    int total() const { return m_total; } // with those the filter hides

    QString idAt(int row) const { return m_ids.value(row); }
    int rowOf(const QString& id) const { return int(m_ids.indexOf(id)); }
    const StreamColumn& column(int i) const { return m_columns[size_t(i)]; }
    StreamCell cell(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override { setOrder(column, order); }

private:
    QStringList wanted();
    void merge(const QStringList& ids);

    StreamRows& m_rows;
    std::vector<StreamColumn> m_columns;
    QStringList m_ids;
    QString m_filter;
    int m_column = 0;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    int m_total = 0;
};

} // namespace pilothouse::streams
