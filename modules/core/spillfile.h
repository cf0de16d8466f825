// SPDX-License-Identifier: GPL-3.0-or-later
// SpillFile: a file without a name, mode 0600, for what does not fit in memory. Gone with its last
// user, also after a crash.
#pragma once

#include "core/error.h"

#include <QString>
#include <QtGlobal>

#include <atomic>
#include <memory>

namespace pilothouse::detail
{

class SpillFile final
{
public:
    // `limit` 0: min(8 GB, 20 % of what is free in the folder now). Codes: see TableWriter::append.
    static Result<std::shared_ptr<SpillFile>> open(const QString& folder, qint64 limit);
    ~SpillFile();
    Q_DISABLE_COPY_MOVE(SpillFile)

    // One thread writes. Returns where it was put; after a failure the file is as it was before.
    Result<qint64> append(const char* data, qint64 size);
    // Any thread; fails when fewer bytes are there.
    VoidResult read(qint64 offset, char* data, qint64 size) const;

    qint64 size() const { return m_size.load(std::memory_order_relaxed); }

private:
    SpillFile(int fd, qint64 limit);

    const int m_fd;
    const qint64 m_limit;
    std::atomic<qint64> m_size{0};
};

// $XDG_CACHE_HOME/pilothouse/spill
QString defaultSpillFolder();

} // namespace pilothouse::detail
