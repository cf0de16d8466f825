// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside the brokers in tests: a schema registry, a Kafka Connect worker, a Python
// with fastavro. Each starts once and ends with its owner.
#pragma once

#include "core/http/httpclient.h"
#include "core/service.h"
#include "tests/support/serverscript.h"

#include <memory>

namespace pilothouse::test
{

class StreamServer final
{
public:
    // `script`: "schema-registry", or "kafka-connect" with a broker's address.
    explicit StreamServer(const QString& script, const QStringList& words = {})
        : m_script(QString::fromUtf8(PH_SERVERS_FOLDER) + u'/' + script, words, 150'000)
    {
    }
    QString problem() const { return m_script.problem(); }
    QString url() const { return m_script.fact("url"); }
    QString folder() const { return m_script.folder(); }

    // What a client says to it besides the adapter.
    Result<HttpResponse> send(
        const QByteArray& method, const QString& path, const QByteArray& body = {}) const
    {
        HttpRequest request;
        request.method = method;
        request.url = QUrl(url() + path);
        request.body = body;
        request.headers = {{"Content-Type", "application/json"}};
        HttpClient client;
        const auto job = std::make_shared<detail::JobState>();
        job->deadline = (Clock::now() + std::chrono::seconds(60)).time_since_epoch().count();
        return client.send(request, Token(job));
    }

private:
    ServerScript m_script;
};

} // namespace pilothouse::test
