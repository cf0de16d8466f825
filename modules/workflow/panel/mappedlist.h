// SPDX-License-Identifier: GPL-3.0-or-later
// MappedList: the instances of a mapped task in one run: state, duration, tries of each; filtered
// by index, name or state. The counts per state stand above them.
#pragma once

#include "workflow/api/runs.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QListView;

namespace pilothouse::ui
{
class ElidedLabel;
class SearchField;
} // namespace pilothouse::ui

namespace pilothouse::workflow
{

class MappedModel final : public QAbstractListModel
{
public:
    enum Role { MapRole = Qt::UserRole, FilterRole };

    using QAbstractListModel::QAbstractListModel;

    void take(const std::vector<TaskInstance>& instances); // by index
    void setNow(const QDateTime& now);
    const TaskInstance& at(int row) const { return m_all[size_t(row)]; }
    const QDateTime& now() const { return m_now; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<TaskInstance> m_all;
    QDateTime m_now; // UTC, the server's clock
};

class MappedList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MappedList)

public:
    explicit MappedList(QWidget* parent = nullptr);

    void show(const TaskRef& task, const std::vector<TaskInstance>* instances); // null: being read
    using QWidget::show;
    void setNow(const QDateTime& now) { m_model.setNow(now); }
    QListView* list() const { return m_list; }
    ui::SearchField* filter() const { return m_filter; }
    QString counts() const;
    int current() const; // index, -1: none

Q_SIGNALS:
    void chosen(int map); // by arrow, click, or the first that tells most
    void opened(int map); // Enter, double click

private:
    void buildLayout();
    void chooseTelling();

    TaskRef m_task;
    bool m_first = false; // nothing was chosen yet
    MappedModel m_model;
    QSortFilterProxyModel m_proxy;
    ui::ElidedLabel* m_counts = nullptr;
    ui::SearchField* m_filter = nullptr;
    QListView* m_list = nullptr;
};

} // namespace pilothouse::workflow
