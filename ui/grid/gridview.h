// SPDX-License-Identifier: GPL-3.0-or-later
// GridView: the grid of every panel that shows rows. Keys: arrows, Space preview, Ctrl+C copy,
// Ctrl+Shift+C copy as, Ctrl+F find, F3 / Shift+F3 next and previous match, Esc closes the
// innermost.
#pragma once

#include "core/lane.h"
#include "ui/grid/gridwork.h"

#include <QtCore/QJsonObject>
#include <QtCore/QTimer>
#include <QtWidgets/QTableView>

#include <map>
#include <memory>

class QMenu;

namespace pilothouse::ui
{

class CellDelegate;
class FindBar;
class GridHeader;
class GridModel;
class RowNumbers;
class Theme;
class ValueView;
struct ColumnPlan;

class GridView final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GridView)

public:
    // The runtime outlives the view; copying, finding and measuring run on a lane of its own.
    explicit GridView(Runtime& runtime, QWidget* parent = nullptr);
    ~GridView() override;

    void setGridModel(GridModel* model); // not owned
    [[nodiscard]] GridModel* gridModel() const { return m_model; }
    void setTableName(const QString& sqlName); // for INSERT; quoted where needed

    void copy(CopyFormat format);
    void showCopyMenu();
    void showPreview();
    void showFind();
    void findNext();
    void findPrevious();
    // True when there was something to close (preview, find bar); Esc then went no further.
    bool closeInnermost();
    // Every column at once: shown, order, width, form and states.
    void showColumns(int current = -1);
    // Actions of the column under the cursor: grouping, bar, states.
    void fillColumnMenu(QMenu& menu, int column);

    // For rows that can be read in another order: a click on a header asks for it (upwards,
    // downwards, none), as its menu does. What is shown is said by whoever read the rows.
    void setSortable();
    void showOrder(int column, Qt::SortOrder order); // -1: by no column

    // Widths, order, hidden columns and column settings by column name, for the panel's saved
    // state.
    [[nodiscard]] QJsonObject saveState() const;
    void restoreState(const QJsonObject& json);

Q_SIGNALS:
    void cellOpened(const QModelIndex& index); // Enter, double click
    void copied(qint64 rows, const QString& message);
    void reported(const pilothouse::Error& error); // copy or find failed
    void orderRequested(int column, Qt::SortOrder order); // -1: by no column
    void stateEdited(); // a width or a column setting changed by the user

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static constexpr int kWidest = 360;
    static constexpr int kSampleRows = 40; // a screen

    void addActions();
    [[nodiscard]] std::vector<ColumnPlan> columnPlan() const;
    void applyPlan(const std::vector<ColumnPlan>& plan);
    void resetColumns();
    void arrangeColumns(); // as kept: hidden ones and the order
    void keepArrangement();
    void sizeColumns(); // from the first screen, once per set of columns
    void widenSoon();
    void widenNumbers(); // to what is on screen: digits cut off would be another number
    void applyTheme();
    void find(bool forward, bool fromHere);
    void fillCopyMenu(QMenu& menu);
    void fillOrderMenu(QMenu& menu, int column);
    void measureScale(int column);
    void updateCursor();
    [[nodiscard]] RowSelection selection() const;
    [[nodiscard]] Lane<>& lane();

    Runtime& m_runtime;
    const Theme& m_theme;
    GridModel* m_model = nullptr;
    CellDelegate* m_delegate;
    GridHeader* m_header;
    RowNumbers* m_numbers;
    FindBar* m_findBar;
    QPointer<QFrame> m_preview;
    ValueView* m_previewValue = nullptr;
    QString m_table;
    QJsonObject m_widths; // by column name, what the user or the first screen set
    QStringList m_order; // names, as far as the user moved any
    QStringList m_hidden;
    bool m_sized = false;
    bool m_sizing = false;
    QTimer m_widen;
    std::unique_ptr<Lane<>> m_lane;
    Call<CopiedRows> m_copying;
    Call<std::optional<FoundCell>> m_finding;
    std::map<int, Call<double>> m_measuring;
};

} // namespace pilothouse::ui
