// SPDX-License-Identifier: GPL-3.0-or-later
// AirSession: what all lanes of one Airflow connection share: which major version answers, the
// login, what was found out about the server, and who may send now. Thread-safe.
#pragma once

#include "core/http/httptypes.h"
#include "core/token.h"
#include "workflow/api/admin.h"

#include <condition_variable>
#include <mutex>

namespace pilothouse::workflow
{

class AirSession final
{
public:
    // Requests under way at once on one server, of these at most kLogs for logs: somebody reading
    // a gigabyte must not hold up the grid.
    static constexpr int kRequests = 4;
    static constexpr int kLogs = 3;

    struct Login {
        int major = 0; // 2 or 3; 0: not known yet
        QString version; // "3.3.2"
        HttpHeaders headers; // how this session identifies itself; secret
        bool cookie = false; // the private calls of Airflow 2 want one
        bool valid = false;
        quint64 serial = 0; // grows with each login
        Clock::time_point since{};
        Clock::time_point renewAt = Clock::time_point::max(); // before it expires
    };
    Login login() const;
    void setLogin(Login login); // gives it the next serial
    // The connection was lost: the next request asks for the version again, as somebody may have
    // upgraded the server.
    void lost();
    bool needsVersion() const;

    // One at a time logs in; the others wait for it. False: stopped while waiting.
    bool beginLogin(const Token& token);
    void endLogin();
    // User and password were not accepted: nobody sends them again until this is taken back, as a
    // few more tries may lock the account.
    void refuseLogin(std::optional<Error> refusal);
    std::optional<Error> loginRefusal() const;

    // What the server answered or refused so far.
    bool mayWrite() const;
    void refusedWrite();
    bool privateApi() const; // as long as they answer
    void refusedPrivate();
    void setSkew(qint64 ms, const QDateTime& serverTime);
    std::pair<qint64, QDateTime> skew() const;
    std::optional<Capabilities> capabilities() const;
    void setCapabilities(const Capabilities& capabilities);

    // The right to send one request.
    class Permit final
    {
    public:
        Permit(AirSession& session, const Token& token, bool log);
        ~Permit();
        Permit(const Permit&) = delete;
        Permit& operator=(const Permit&) = delete;
        explicit operator bool() const { return m_held; }

    private:
        AirSession& m_session;
        const bool m_log;
        bool m_held = false;
    };

    void allowPrivate(bool allowed);

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    Login m_login;
    bool m_loggingIn = false;
    std::optional<Error> m_refusal;
    bool m_needsVersion = true;
    bool m_mayWrite = true;
    bool m_private = true;
    qint64 m_skew = 0;
    QDateTime m_serverTime;
    std::optional<Capabilities> m_capabilities;
    int m_requests = 0;
    int m_logs = 0;
};

} // namespace pilothouse::workflow
