// SPDX-License-Identifier: GPL-3.0-or-later
// SessionBook: the open documents of the window. Whoever opens the same file gets the same session;
// it is closed with the last one who holds it.
#pragma once

#include "pipelines/session/documentsession.h"

namespace pilothouse::pipelines
{

using SessionPtr = std::shared_ptr<DocumentSession>;

class SessionBook final
{
public:
    SessionBook(Runtime& runtime, QString folder)
        : m_runtime(runtime)
        , m_folder(std::move(folder))
    {
    }

    SessionPtr open(const QString& file, const QString& pipeline = {});
    SessionPtr create(const QString& draft, const Pipeline& pipeline);
    // All that are open now.
    std::vector<SessionPtr> sessions() const;

private:
    SessionPtr made(SessionPtr session);

    Runtime& m_runtime;
    const QString m_folder;
    std::vector<std::weak_ptr<DocumentSession>> m_sessions;
};

} // namespace pilothouse::pipelines
