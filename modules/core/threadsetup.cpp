// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/threadsetup.h"

#include <csignal>

#include <pthread.h>

namespace pilothouse::detail
{

void setUpThread(const QString& name)
{
    constexpr int kLongestName = 15;
    pthread_setname_np(pthread_self(), name.left(kLongestName).toLatin1().constData());
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

} // namespace pilothouse::detail
