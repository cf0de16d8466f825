// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/airsession.h"

namespace pilothouse::workflow
{

namespace
{
// A wait is cut into pieces so that a stop asked for between two checks is not missed.
constexpr milliseconds kPiece{50};
} // namespace

AirSession::Login AirSession::login() const
{
    std::lock_guard lock(m_mutex);
    return m_login;
}

void AirSession::setLogin(Login login)
{
    std::lock_guard lock(m_mutex);
    login.serial = m_login.serial + 1;
    m_login = std::move(login);
    m_needsVersion = false;
}

void AirSession::lost()
{
    std::lock_guard lock(m_mutex);
    m_needsVersion = true;
    m_capabilities.reset();
}

bool AirSession::needsVersion() const
{
    std::lock_guard lock(m_mutex);
    return m_needsVersion;
}

void AirSession::refuseLogin(std::optional<Error> refusal)
{
    std::lock_guard lock(m_mutex);
    m_refusal = std::move(refusal);
}

std::optional<Error> AirSession::loginRefusal() const
{
    std::lock_guard lock(m_mutex);
    return m_refusal;
}

bool AirSession::beginLogin(const Token& token)
{
    std::unique_lock lock(m_mutex);
    while (m_loggingIn) {
        if (token.stopped())
            return false;
        m_changed.wait_for(lock, kPiece);
    }
    m_loggingIn = true;
    return true;
}

void AirSession::endLogin()
{
    {
        std::lock_guard lock(m_mutex);
        m_loggingIn = false;
    }
    m_changed.notify_all();
}

bool AirSession::mayWrite() const
{
    std::lock_guard lock(m_mutex);
    return m_mayWrite;
}

void AirSession::refusedWrite()
{
    std::lock_guard lock(m_mutex);
    m_mayWrite = false;
    if (m_capabilities)
        m_capabilities->mayWrite = false;
}

bool AirSession::privateApi() const
{
    std::lock_guard lock(m_mutex);
    return m_private;
}

void AirSession::refusedPrivate()
{
    std::lock_guard lock(m_mutex);
    m_private = false;
}

void AirSession::allowPrivate(bool allowed)
{
    std::lock_guard lock(m_mutex);
    m_private = allowed;
}

void AirSession::setSkew(qint64 ms, const QDateTime& serverTime)
{
    std::lock_guard lock(m_mutex);
    m_skew = ms;
    m_serverTime = serverTime;
}

std::pair<qint64, QDateTime> AirSession::skew() const
{
    std::lock_guard lock(m_mutex);
    return {m_skew, m_serverTime};
}

std::optional<Capabilities> AirSession::capabilities() const
{
    std::lock_guard lock(m_mutex);
    return m_capabilities;
}

void AirSession::setCapabilities(const Capabilities& capabilities)
{
    std::lock_guard lock(m_mutex);
    m_capabilities = capabilities;
}

AirSession::Permit::Permit(AirSession& session, const Token& token, bool log)
    : m_session(session)
    , m_log(log)
{
    std::unique_lock lock(m_session.m_mutex);
    while (m_session.m_requests >= kRequests || (log && m_session.m_logs >= kLogs)) {
        if (token.stopped())
            return;
        m_session.m_changed.wait_for(lock, kPiece);
    }
    ++m_session.m_requests;
    m_session.m_logs += log ? 1 : 0;
    m_held = true;
}

AirSession::Permit::~Permit()
{
    if (!m_held)
        return;
    {
        std::lock_guard lock(m_session.m_mutex);
        --m_session.m_requests;
        m_session.m_logs -= m_log ? 1 : 0;
    }
    m_session.m_changed.notify_all();
}

} // namespace pilothouse::workflow
