// SPDX-License-Identifier: GPL-3.0-or-later
// What this computer has for the sandbox and what the sandbox needs, as lines of a check list.
#pragma once

#include "app/firstrun/checklist.h"
#include "app/sandbox/sandboxcontrol.h"

#include <QCoreApplication>

namespace pilothouse::app
{

struct MachineFacts {
    qint64 memoryFree = -1; // bytes; -1: not known
    qint64 diskFree = -1;

    static MachineFacts ofThisMachine(const QString& folder); // reads /proc and asks the disk
};

class SandboxChecks final
{
    Q_DECLARE_TR_FUNCTIONS(SandboxChecks)

public:
    // Measured with all servers, their demo data and the live traffic.
    static constexpr qint64 kMemoryNeed = qint64(600) << 20;
    static constexpr qint64 kDiskNeed = qint64(2) << 30;

    static QList<CheckLine> lines(const SandboxStatus& status, const MachineFacts& facts);
    static bool mayStart(const SandboxStatus& status, const MachineFacts& facts);
    static QStringList missing(const SandboxStatus& status); // titles of servers without packages
};

} // namespace pilothouse::app
