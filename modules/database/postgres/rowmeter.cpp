// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/postgres/rowmeter.h"

#include <cstdio>
#include <memory>

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pilothouse::database::postgres
{

namespace
{

qint64 residentMemory()
{
    const std::unique_ptr<FILE, int (*)(FILE*)> file(
        std::fopen("/proc/self/statm", "r"), std::fclose);
    long pages = 0;
    if (!file || std::fscanf(file.get(), "%*s %ld", &pages) != 1)
        return 0;
    return qint64(pages) * ::sysconf(_SC_PAGESIZE);
}

} // namespace

qint64 RowMeter::counter() const
{
    tcp_info info{};
    socklen_t size = sizeof info;
    if (::getsockopt(m_fd, IPPROTO_TCP, TCP_INFO, &info, &size) == 0
        && size >= offsetof(tcp_info, tcpi_bytes_received) + sizeof info.tcpi_bytes_received)
        return static_cast<qint64>(info.tcpi_bytes_received);
    return residentMemory(); // libpq's buffer grows with what it reads
}

bool RowMeter::tooLong()
{
    // A question to the kernel costs more than an ordinary row does, and such a row is complete
    // after a wait or two.
    if (++m_waits < kFirstLook)
        return false;
    if (m_waits == kFirstLook) {
        m_start = counter();
        return false;
    }
    return counter() - m_start > kLimit;
}

} // namespace pilothouse::database::postgres
