// SPDX-License-Identifier: GPL-3.0-or-later
// Ownership of the C library's objects and of sockets: the only place that frees or closes them.
#pragma once

#include <memory>
#include <utility>

#include <hiredis/hiredis.h>
#include <unistd.h>

namespace pilothouse::queue
{

struct FreeContext {
    void operator()(redisContext* c) const { redisFree(c); } // closes its descriptor too
};
using ContextHandle = std::unique_ptr<redisContext, FreeContext>;

struct FreeReader {
    void operator()(redisReader* r) const { redisReaderFree(r); }
};
using ReaderHandle = std::unique_ptr<redisReader, FreeReader>;

struct FreeCommand {
    void operator()(char* c) const { redisFreeCommand(c); }
};
using FormattedCommand = std::unique_ptr<char, FreeCommand>;

// A descriptor until it is handed to a context.
class SocketHandle final
{
public:
    SocketHandle() = default;
    explicit SocketHandle(int fd)
        : m_fd(fd)
    {
    }
    ~SocketHandle() { reset(); }
    SocketHandle(SocketHandle&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    SocketHandle& operator=(SocketHandle&& other) noexcept
    {
        if (this != &other) {
            reset();
            m_fd = std::exchange(other.m_fd, -1);
        }
        return *this;
    }

    int get() const { return m_fd; }
    explicit operator bool() const { return m_fd >= 0; }
    int release() { return std::exchange(m_fd, -1); }
    void reset()
    {
        if (m_fd >= 0)
            ::close(std::exchange(m_fd, -1));
    }

private:
    int m_fd = -1;
};

} // namespace pilothouse::queue
