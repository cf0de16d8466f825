// SPDX-License-Identifier: GPL-3.0-or-later
// GridModel: a TableStore as a table model. Rows only grow; what is not in memory is a loading role
// and comes by itself. Above ten million rows it shows one page at a time.
#pragma once

#include "ui/grid/celltype.h"
#include "ui/grid/columnsettings.h"

#include <QtCore/QAbstractTableModel>

#include <memory>

namespace pilothouse::ui
{

class GridModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GridModel)

public:
    enum Role {
        RawRole = Qt::UserRole + 1, // QByteArray exactly as stored; null for NULL
        NullRole, // bool
        LoadingRole, // bool
        CutRole, // bool: only the first part is held
        TypeRole, // header: the service's type name
    };
    // Views keep 8 bytes a row, and more rows than this wrap their lengths.
    static constexpr qint64 kPageRows = 10'000'000;

    explicit GridModel(QObject* parent = nullptr);
    ~GridModel() override;

    // A new subject: the view starts over. The model keeps the store alive. Null shows nothing.
    void setStore(std::shared_ptr<TableStore> store);
    [[nodiscard]] const std::shared_ptr<TableStore>& store() const { return m_store; }

    [[nodiscard]] qint64 totalRows() const; // of all pages
    [[nodiscard]] int pageCount() const;
    [[nodiscard]] int page() const { return m_page; }
    void setPage(int page);
    void setPageRows(qint64 rows); // for tests; before the store
    [[nodiscard]] qint64 storeRow(int row) const { return m_page * m_pageRows + row; }
    [[nodiscard]] qint64 pageRows() const { return m_pageRows; }

    // The fast way for painting and measuring; valid until control returns to the event loop.
    [[nodiscard]] CellView cell(int row, int column) const;
    [[nodiscard]] CellType cellType(int column) const
    {
        return m_types[static_cast<size_t>(column)];
    }
    [[nodiscard]] const TableColumn& column(int column) const;

    [[nodiscard]] const ColumnSettings& columnSettings(int column) const;
    void setColumnSettings(int column, const ColumnSettings& settings);
    // By column name, for the caller to keep. Names the result does not have are kept for later.
    [[nodiscard]] QJsonObject saveColumnSettings() const;
    void restoreColumnSettings(const QJsonObject& json);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void totalRowsChanged(qint64 rows);
    void columnSettingsChanged(int column);
    void readFailed(const pilothouse::Error& error);

private:
    void grow(qint64 total);
    void onLoaded(qint64 first, qint64 last);
    [[nodiscard]] int rowsOnPage(qint64 total) const;
    [[nodiscard]] QVariant text(const CellView& cell, int column) const;

    std::shared_ptr<TableStore> m_store;
    std::vector<CellType> m_types;
    std::vector<ColumnSettings> m_settings;
    QJsonObject m_kept; // settings by name, of columns seen before
    qint64 m_pageRows = kPageRows;
    qint64 m_total = 0;
    int m_page = 0;
    int m_rows = 0;
};

} // namespace pilothouse::ui
