// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of what goes on in a cluster, asked for while they are seen: MovesPane, QuotasPane,
// ProducersPane.
#pragma once

#include "streams/panel/clusterrows.h"
#include "streams/panel/servicepane.h"

#include <memory>

namespace pilothouse::streams
{

class StreamsFeed;
class StreamTable;

// Asks again whenever the feed had an answer of its cluster.
class ClusterPane : public ServicePane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClusterPane)

public:
    ~ClusterPane() override;
    StreamTable* table() const { return m_table.get(); }

protected:
    // The rows are a member of who calls; they are not touched before there is a table.
    ClusterPane(ui::Workbench& workbench, const ServiceId& service, StreamsFeed& feed,
        const QString& iconName, QWidget* parent);
    void setRows(StreamRows& rows, const QString& name, int column, Qt::SortOrder order);
    void dropTable(); // before the rows go
    void showRows(bool any, const QString& heading, const QString& line);
    void judge() override { }

private:
    std::unique_ptr<StreamModel> m_model;
    std::unique_ptr<StreamTable> m_table;
};

// What the feed knows: it looks for moves while brokers are shown.
class MovesPane final : public ClusterPane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MovesPane)

public:
    MovesPane(ui::Workbench& workbench, const ServiceId& service, StreamsFeed& feed,
        QWidget* parent = nullptr);
    ~MovesPane() override { dropTable(); }
    void refresh() override;

private:
    StreamsFeed& m_feed;
    MoveRows m_rows;
};

class QuotasPane final : public ClusterPane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuotasPane)

public:
    QuotasPane(ui::Workbench& workbench, const ServiceId& service, StreamsFeed& feed,
        QWidget* parent = nullptr);
    ~QuotasPane() override { dropTable(); }
    void refresh() override;

private:
    QuotaRows m_rows;
    bool m_known = false;
    Call<std::vector<Quota>> m_call;
};

class ProducersPane final : public ClusterPane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProducersPane)

public:
    ProducersPane(ui::Workbench& workbench, const ServiceId& service, StreamsFeed& feed,
        QWidget* parent = nullptr);
    ~ProducersPane() override { dropTable(); }
    void showTopic(const QString& topic);
    void refresh() override;

private:
    ProducerRows m_rows;
    QString m_topic;
    bool m_known = false;
    Call<std::vector<ProducerState>> m_call;
};

} // namespace pilothouse::streams
