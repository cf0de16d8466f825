// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/session/sessionbook.h"

#include <QFileInfo>

namespace pilothouse::pipelines
{

std::vector<SessionPtr> SessionBook::sessions() const
{
    std::vector<SessionPtr> open;
    for (const auto& weak : m_sessions)
        if (auto session = weak.lock())
            open.push_back(std::move(session));
    return open;
}

SessionPtr SessionBook::made(SessionPtr session)
{
    std::erase_if(m_sessions, [](const auto& weak) { return weak.expired(); });
    m_sessions.push_back(session);
    return session;
}

SessionPtr SessionBook::open(const QString& file, const QString& pipeline)
{
    const QFileInfo info(file);
    const QString whole = info.canonicalFilePath();
    for (const SessionPtr& session : sessions()) {
        const bool same = session->file() == (whole.isEmpty() ? info.absoluteFilePath() : whole);
        // What the file holds may have another name by now.
        const bool one = !session->isFlow() || pipeline.isEmpty();
        if (same && (one || session->pipeline().name == pipeline))
            return session;
    }
    auto session = made(std::make_shared<DocumentSession>(m_runtime, m_folder));
    session->open(file, pipeline);
    return session;
}

SessionPtr SessionBook::create(const QString& draft, const Pipeline& pipeline)
{
    for (const SessionPtr& session : sessions())
        if (!session->draft().isEmpty() && session->draft() == draft)
            return session;
    auto session = made(std::make_shared<DocumentSession>(m_runtime, m_folder));
    session->create(draft, pipeline);
    return session;
}

} // namespace pilothouse::pipelines
