// SPDX-License-Identifier: GPL-3.0-or-later
// ServiceProbe: asks one service whether it is there, through an adapter made for that alone: what
// the first run and the connection dialog do before anything is saved.
#pragma once

#include "core/adapterdescriptor.h"
#include "core/facets/health.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace pilothouse::app
{

// GUI thread. A new ask() drops the one before it; nothing can be written through it.
class ServiceProbe final : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(Result<HealthReport>)>;

    explicit ServiceProbe(Runtime& runtime, QObject* parent = nullptr);
    ~ServiceProbe() override;
    Q_DISABLE_COPY_MOVE(ServiceProbe)

    // Answers once: with the report, the error, or Timeout after `limit`.
    void ask(const AdapterDescriptor& descriptor, ServiceConfig config, const Secret& secret,
        milliseconds limit, Answer done);
    void cancel();
    bool running() const { return m_adapter != nullptr; }

private:
    void finish(Result<HealthReport> result);

    Runtime& m_runtime;
    Answer m_done;
    QTimer m_limit;
    std::unique_ptr<Adapter> m_adapter;
    Call<HealthReport> m_call;
};

} // namespace pilothouse::app
