// SPDX-License-Identifier: GPL-3.0-or-later
// ChildProcess: a helper program in a process group of its own, without a shell, killed with all
// its children when the object goes, and by the kernel when our process is killed. Needs no event
// loop, so it can live on a lane.
#pragma once

#include "core/error.h"
#include "core/tunnel/uniquefd.h"

#include <QByteArray>
#include <QStringList>

#include <thread>

#include <sys/types.h>

namespace pilothouse
{

// Used by one thread at a time. The child gets nothing to read and no descriptor of ours; what it
// writes to stdout is dropped unless it is asked for.
class ChildProcess final
{
public:
    ChildProcess() = default;
    ~ChildProcess() { kill(); }
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    enum class Output { Drop, Keep };

    // Looks in PATH. Unsupported when there is no such program.
    VoidResult start(
        const QString& program, const QStringList& arguments, Output output = Output::Drop);
    bool isRunning(); // reaps it when it has ended
    // SIGKILL to the group, then reaps; does not linger.
    void kill();
    // The end of what it wrote to stderr so far (at most 4 KB), trimmed; also after its end.
    QString lastWords() const;
    // What it wrote to stdout so far (at most 64 KB), when it is kept.
    QByteArray output() const;
    // Once it has ended by itself: its exit code, 128 and more for a signal; -1 before.
    int exitCode() const { return m_exitCode; }
    qint64 pid() const { return m_pid; }

private:
    void letKeeperGo();

    pid_t m_pid = -1;
    int m_exitCode = -1;
    // The kernel ends the child with the thread that forked it, so that thread lives as long as the
    // child: it waits until the other end of this pipe is closed.
    std::thread m_keeper;
    UniqueFd m_hold;
    UniqueFd m_output;
    UniqueFd m_words; // memory the child writes to: never full, so nobody needs to drain it
};

} // namespace pilothouse
