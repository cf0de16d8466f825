// SPDX-License-Identifier: GPL-3.0-or-later
// RowMeter: how much has been read of a row that is not complete yet. libpq keeps such a row in its
// own buffer and tells nobody, so the kernel is asked.
#pragma once

#include <QtGlobal>

namespace pilothouse::database::postgres
{

class RowMeter final
{
public:
    static constexpr qint64 kLimit = 256LL << 20;

    explicit RowMeter(int fd)
        : m_fd(fd)
    {
    }
    // A row was completed.
    void reset() { m_waits = 0; }
    // Before waiting for more of the same row; true: it is longer than the limit.
    bool tooLong();

private:
    static constexpr int kFirstLook = 16; // waits for one row

    qint64 counter() const; // bytes received so far, or resident memory for unix sockets

    int m_fd;
    int m_waits = 0;
    qint64 m_start = 0;
};

} // namespace pilothouse::database::postgres
