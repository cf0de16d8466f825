// SPDX-License-Identifier: GPL-3.0-or-later
// StreamTable: a list of the streams panel: rows with bars and courses, ordered by a click on a
// head. Columns that have no room go, the least telling first.
#pragma once

#include <QTableView>

#include <functional>

namespace pilothouse::streams
{

class StreamModel;

class StreamTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamTable)

public:
    // The model is not owned.
    StreamTable(const QString& accessibleName, StreamModel& model, QWidget* parent = nullptr);

    StreamModel& rows() const { return m_model; }
    QString current() const { return m_current; } // also while the filter hides it
    bool choose(const QString& id); // false: it is not in the list; chosen when it comes
    void setOrder(int column, Qt::SortOrder order);
    void setWanted(std::function<bool(int)> column); // columns there are at all
    QStringList shown() const; // rows in the viewport
    qint64 drawnRows() const;

Q_SIGNALS:
    void chosen(const QString& id); // another row is the current one
    void opened(const QString& id); // Enter, double click
    void shownChanged();
    void menuAsked(const QString& id, const QPoint& global);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void orderBy(int column);
    void fit();
    void keepCurrent(); // after rows came anew

    StreamModel& m_model;
    QString m_current;
    std::function<bool(int)> m_wanted;
    bool m_keeping = false;
};

} // namespace pilothouse::streams
