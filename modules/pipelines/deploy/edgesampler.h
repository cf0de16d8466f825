// SPDX-License-Identifier: GPL-3.0-or-later
// EdgeSampler: a few rows of what flows along an edge, read from the service it lies on: rows of a
// table, the newest messages of a topic, what a task told. GUI thread; nothing waits on it.
#pragma once

#include "core/facets/rows.h"
#include "core/servicehub.h"
#include "pipelines/generate/edgedata.h"
#include "workflow/api/admin.h"

#include <QElapsedTimer>
#include <QObject>

namespace pilothouse::pipelines
{

class EdgeSampler final : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Asking, Ready, Nothing, Failed, Cancelled };
    static constexpr int kRows = 50;

    explicit EdgeSampler(ServiceHub& hub, QObject* parent = nullptr);
    ~EdgeSampler() override;

    // `dag` is on the server `airflow`, whose connections tell where a table or topic lies.
    void look(const EdgeData& data, const ServiceId& airflow, const QString& dag);
    void cancel();
    void clear();

    State state() const { return m_state; }
    const EdgeData& data() const { return m_data; }
    const ServiceId& service() const { return m_service; } // empty: not known
    const std::optional<Error>& error() const { return m_error; } // of Failed
    const RowSet& rows() const { return m_rows; } // of Ready
    qint64 milliseconds() const { return m_took; }

Q_SIGNALS:
    void changed();

private:
    void onConnections(const std::vector<workflow::ConnectionInfo>& told);
    void ask(const EntityId& entity);
    void enter(State state);
    void fail(const Error& error);

    ServiceHub& m_hub;
    State m_state = State::Idle;
    EdgeData m_data;
    ServiceId m_airflow;
    QString m_dag;
    ServiceId m_service;
    std::optional<Error> m_error;
    RowSet m_rows;
    qint64 m_took = 0;
    QElapsedTimer m_clock;
    Call<std::vector<workflow::ConnectionInfo>> m_connections;
    Call<RowSet> m_call;
};

} // namespace pilothouse::pipelines
