// SPDX-License-Identifier: GPL-3.0-or-later
// DagModel: the DAGs of a server as rows, filtered and sorted; merged by id, so that selection and
// scroll survive every answer.
#pragma once

#include "workflow/api/dags.h"
#include "workflow/api/runs.h"

#include <QAbstractListModel>
#include <QTimeZone>

namespace pilothouse::workflow
{

class RunFeed;

// "orders tag:gold owner:data is:paused state:failed"; words are found in id, title and tags.
struct DagFilter {
    QStringList words;
    QStringList tags;
    QStringList owners;
    QStringList states; // of the newest run
    std::optional<bool> paused;

    static DagFilter parse(const QString& text);
    bool isEmpty() const { return *this == DagFilter(); }
    bool accepts(const DagInfo& dag, const StateWord& state) const;
    bool operator==(const DagFilter&) const = default;
};

class DagModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DagModel)

public:
    enum class Order { Name, Attention, NextRun };
    enum Role { IdRole = Qt::UserRole, StateRole, ScheduleRole, PausedRole, LineRole };

    struct Row {
        DagInfo info;
        std::vector<RunInfo> runs; // oldest first
        StateWord state; // of the newest run; empty: no run known
        bool attention = false; // failed last, or its file has an error
        bool operator==(const Row&) const = default;
    };

    explicit DagModel(QObject* parent = nullptr);

    void take(const RunFeed& feed);
    void setFilter(const QString& text);
    void setZone(const QTimeZone& zone) { m_zone = zone; }
    void setOrder(Order order);
    Order order() const { return m_order; }

    const Row& row(int index) const { return m_all[size_t(m_shown[size_t(index)])]; }
    int indexOf(const QString& dag) const; // -1: filtered out
    int total() const { return int(m_all.size()); }
    int attention() const { return m_attention; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void countsChanged();

private:
    void arrange();
    QString spoken(const Row& row) const;
    QString line(const DagInfo& dag) const; // below its name

    std::vector<Row> m_all; // by id
    std::vector<int> m_shown;
    std::vector<QString> m_ids; // of the rows shown
    DagFilter m_filter;
    Order m_order = Order::Name;
    int m_attention = 0;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace pilothouse::workflow
