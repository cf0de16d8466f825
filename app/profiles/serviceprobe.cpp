// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/serviceprobe.h"

#include "core/auditlog.h"
#include "core/log.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

ServiceProbe::ServiceProbe(Runtime& runtime, QObject* parent)
    : QObject(parent)
    , m_runtime(runtime)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this,
        [this] { finish(fail(Error::Kind::Timeout, tr("no answer in time"))); });
}

ServiceProbe::~ServiceProbe()
{
    cancel();
}

void ServiceProbe::cancel()
{
    m_limit.stop();
    m_done = {};
    m_call.cancel();
    m_adapter.reset();
}

void ServiceProbe::ask(const AdapterDescriptor& descriptor, ServiceConfig config,
    const Secret& secret, milliseconds limit, Answer done)
{
    cancel();
    redactInLogs(secret);
    config.writes = WriteMode::Never;
    m_adapter = descriptor.make(AdapterContext{
        config, secret, std::make_shared<WriteGate>(WriteMode::Never), nullptr, &m_runtime});
    m_done = std::move(done);
    m_limit.start(limit);
    auto* health = m_adapter ? m_adapter->as<HealthFacet>() : nullptr;
    if (!health) {
        QTimer::singleShot(0, this, [this] { finish(fail(Error::Kind::Unsupported, {})); });
        return;
    }
    m_call = health->probe().onDone(
        this, [this](Result<HealthReport> report) { finish(std::move(report)); });
}

void ServiceProbe::finish(Result<HealthReport> result)
{
    const Answer done = std::exchange(m_done, {});
    m_limit.stop();
    // The adapter goes after its own handler has returned.
    if (m_adapter)
        QTimer::singleShot(0, this, [adapter = std::shared_ptr<Adapter>(std::move(m_adapter))] {});
    if (done)
        done(std::move(result));
}

} // namespace pilothouse::app
