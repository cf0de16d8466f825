// SPDX-License-Identifier: GPL-3.0-or-later
// The mail to the GUI thread and the wait at exit.
#include "core/runtime.h"

#include "core/watch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <mutex>
#include <vector>

namespace pilothouse
{

namespace
{

const QEvent::Type kMail = static_cast<QEvent::Type>(QEvent::registerEventType());

class PostImpl;

// Lives on the GUI thread; one event drains everything that has been posted since the last one.
class Postman final : public QObject
{
public:
    explicit Postman(PostImpl* post)
        : m_post(post)
    {
    }
    bool event(QEvent* e) override;

private:
    PostImpl* m_post;
};

class PostImpl final : public detail::Post
{
public:
    PostImpl()
        : m_postman(std::make_unique<Postman>(this))
    {
    }

    void run(std::function<void()> f) override
    {
        std::lock_guard lock(m_mutex);
        if (!m_postman)
            return;
        m_mail.push_back(std::move(f));
        if (m_mail.size() == 1)
            QCoreApplication::postEvent(m_postman.get(), new QEvent(kMail));
    }

    void drain()
    {
        std::vector<std::function<void()>> mail;
        {
            std::lock_guard lock(m_mutex);
            mail.swap(m_mail);
        }
        for (auto& f : mail) {
            f();
            f = {}; // what it holds goes before the next one runs
        }
    }

    // GUI thread. What is still unread is destroyed here, outside the lock.
    void close()
    {
        std::unique_ptr<Postman> postman;
        std::vector<std::function<void()>> mail;
        std::lock_guard lock(m_mutex);
        postman.swap(m_postman);
        mail.swap(m_mail);
    }

private:
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_mail;
    std::unique_ptr<Postman> m_postman;
};

bool Postman::event(QEvent* e)
{
    if (e->type() != kMail)
        return QObject::event(e);
    m_post->drain();
    return true;
}

} // namespace

Runtime::Runtime()
    : m_post(std::make_shared<PostImpl>())
    , m_watch(detail::makeWatch())
{
}

Runtime::~Runtime()
{
    detail::closeWatch(m_watch, m_exitLimit);
    static_cast<PostImpl*>(m_post.get())->close();
}

int Runtime::abandonedThreads() const
{
    return detail::liveThreads(m_watch);
}

} // namespace pilothouse
