// SPDX-License-Identifier: GPL-3.0-or-later
// An Airflow 3 played by a small HTTP server; a test says what it answers.
#pragma once

#include "core/service.h"
#include "tests/core/http/testserver.h"

#include <atomic>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

inline const QByteArray kJson = "Content-Type: application/json\r\n";
inline const QByteArray kDags
    = R"({"dags": [{"dag_id": "a", "is_paused": false}], "total_entries": 1})";
inline const QString kPassword = u"open-sesame-77"_s;

using Write = TestServer::Write;

inline bool json(const Write& write, const QByteArray& body, int status = 200)
{
    return write(TestServer::answer(status, body, kJson));
}

// An Airflow 3 that lets everybody in unless told; a test says what else it does.
class Scripted final
{
public:
    using Answer = std::function<bool(const ServerRequest&, const Write&)>;

    explicit Scripted(Answer answer)
        : m_answer(std::move(answer))
        , server([this](const ServerRequest& r, const Write& write) { return handle(r, write); })
    {
    }

    ServiceConfig config() const
    {
        ServiceConfig config;
        config.id = u"scripted"_s;
        config.address = u"http://127.0.0.1:%1"_s.arg(server.port());
        config.ns = u"airflow://scripted"_s;
        config.user = u"admin"_s;
        config.writes = WriteMode::On;
        config.options = {{u"answer_timeout"_s, 3000}};
        return config;
    }

    std::atomic<bool> letsIn{true};
    std::atomic<int> logins{0};
    std::atomic<int> versions{0};
    std::atomic<int> asked{0}; // everything else
    std::atomic<int> atOnce{0};
    std::atomic<int> mostAtOnce{0};

private:
    bool handle(const ServerRequest& r, const Write& write)
    {
        if (r.target == "/api/v2/version") {
            ++versions;
            return json(write, R"({"version": "3.3.2"})");
        }
        if (r.target == "/auth/token") {
            const int n = ++logins;
            if (!letsIn)
                return json(write, R"({"detail": "Invalid credentials"})", 401);
            return json(
                write, R"({"access_token": "token-secret-)" + QByteArray::number(n) + "\"}", 201);
        }
        ++asked;
        const int now = ++atOnce;
        for (int most = mostAtOnce; now > most && !mostAtOnce.compare_exchange_weak(most, now);) { }
        const bool on = m_answer(r, write);
        --atOnce;
        return on;
    }

    const Answer m_answer;

public:
    TestServer server;
};

} // namespace pilothouse::test
