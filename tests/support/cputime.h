// SPDX-License-Identifier: GPL-3.0-or-later
// What a thread did, in milliseconds: a promise of speed measured by it holds on a busy machine
// too.
#pragma once

#include <time.h> // clock_gettime is POSIX, not ctime

namespace pilothouse::test
{

inline double threadCpuMs()
{
    timespec t{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return double(t.tv_sec) * 1e3 + double(t.tv_nsec) / 1e6;
}

} // namespace pilothouse::test
