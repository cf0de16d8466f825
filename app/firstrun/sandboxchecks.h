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
    // Measured with both servers, all demo data and the live traffic: 577 MB (PSS), 1.1 GB on disk;
    // the disk doubled for write-ahead logs and what the traffic adds.
    static constexpr qint64 kMemoryNeed = qint64(600) << 20;
    static constexpr qint64 kDiskNeed = qint64(2) << 30;

    static QList<CheckLine> lines(const SandboxStatus& status, const MachineFacts& facts);
    static bool mayStart(const SandboxStatus& status, const MachineFacts& facts);
    static QStringList missing(const SandboxStatus& status); // titles of servers without packages
};

} // namespace pilothouse::app
