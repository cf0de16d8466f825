// SPDX-License-Identifier: GPL-3.0-or-later
// fork and exec with everything inherited taken away. Between the two only calls that are safe in
// the child of a program with threads.
#include "core/tunnel/childprocess.h"

#include <QFile>
#include <QStandardPaths>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace pilothouse
{

using namespace Qt::StringLiterals;

namespace
{

struct Pipe {
    UniqueFd read;
    UniqueFd write;

    bool open()
    {
        int fds[2];
        if (::pipe2(fds, O_CLOEXEC) != 0)
            return false;
        read = UniqueFd(fds[0]);
        write = UniqueFd(fds[1]);
        return true;
    }
};

// In the child. What goes wrong is written to `report` as a number.
[[noreturn]] void becomeProgram(
    const char* path, char* const* argv, int output, int words, int report, pid_t parent)
{
    const auto fail = [report] {
        const int code = errno;
        (void)!::write(report, &code, sizeof code);
        ::_exit(127);
    };
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) // it went before it could be watched
        ::_exit(127);
    for (int number = 1; number < NSIG; ++number)
        ::signal(number, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    const int in = ::open("/dev/null", O_RDONLY);
    const int out = output < 0 ? ::open("/dev/null", O_WRONLY) : output;
    if (in < 0 || out < 0 || ::dup2(in, 0) < 0 || ::dup2(out, 1) < 0 || ::dup2(words, 2) < 0)
        fail();
    // Client libraries open sockets without CLOEXEC; a copy in a child would keep them alive.
    if (::dup2(report, 3) < 0 || ::fcntl(3, F_SETFD, FD_CLOEXEC) != 0)
        fail();
    ::close_range(4, ~0U, 0);
    ::execve(path, argv, environ);
    const int code = errno;
    (void)!::write(3, &code, sizeof code);
    ::_exit(127);
}

} // namespace

VoidResult ChildProcess::start(const QString& program, const QStringList& arguments, Output output)
{
    kill();
    m_exitCode = -1;
    m_output.reset();
    const auto failed = [&program](int code) -> VoidResult {
        return fail(code == ENOENT ? Error::Kind::Unsupported : Error::Kind::Internal,
            program + u": "_s + QString::fromLocal8Bit(std::strerror(code)));
    };
    const QString path = QStandardPaths::findExecutable(program);
    if (path.isEmpty())
        return failed(ENOENT);
    if (output == Output::Keep)
        m_output = UniqueFd(::memfd_create("stdout", MFD_CLOEXEC));
    m_words = UniqueFd(::memfd_create("stderr", MFD_CLOEXEC));
    Pipe report;
    Pipe hold;
    if (!m_words || (output == Output::Keep && !m_output) || !report.open() || !hold.open())
        return failed(errno);

    const QByteArray file = QFile::encodeName(path);
    std::vector<QByteArray> words{QFile::encodeName(program)};
    for (const QString& a : arguments)
        words.push_back(QFile::encodeName(a));
    std::vector<char*> argv;
    for (QByteArray& w : words)
        argv.push_back(w.data());
    argv.push_back(nullptr);

    Pipe forked; // tells the pid, or the error below zero
    if (!forked.open())
        return failed(errno);
    m_keeper = std::thread([&file, &argv, stdoutFd = m_output.get(), stderrFd = m_words.get(),
                               reportFd = report.write.get(), forkedFd = forked.write.get(),
                               held = std::move(hold.read)] {
        const pid_t parent = ::getpid();
        const pid_t pid = ::fork();
        if (pid == 0)
            becomeProgram(file.constData(), argv.data(), stdoutFd, stderrFd, reportFd, parent);
        const int told = pid > 0 ? pid : -errno;
        (void)!::write(forkedFd, &told, sizeof told);
        char end = 0; // from here on nothing of start() is touched
        while (::read(held.get(), &end, 1) < 0 && errno == EINTR) { }
    });
    m_hold = std::move(hold.write);

    int code = 0;
    if (::read(forked.read.get(), &code, sizeof code) != sizeof code || code <= 0) {
        letKeeperGo();
        return failed(code < 0 ? -code : EIO);
    }
    m_pid = code;
    report.write = UniqueFd();
    // Ends without a word when the program runs: exec has closed the other end.
    ssize_t n = 0;
    while ((n = ::read(report.read.get(), &code, sizeof code)) < 0 && errno == EINTR) { }
    if (n == sizeof code) {
        kill();
        return failed(code);
    }
    return {};
}

bool ChildProcess::isRunning()
{
    if (m_pid < 0)
        return false;
    int status = 0;
    const pid_t ended = ::waitpid(m_pid, &status, WNOHANG);
    if (ended == 0)
        return true;
    if (ended == m_pid)
        m_exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    // Its own children (a ProxyCommand) may have stayed.
    ::kill(-m_pid, SIGKILL);
    m_pid = -1;
    letKeeperGo();
    return false;
}

void ChildProcess::kill()
{
    if (m_pid < 0)
        return;
    ::kill(-m_pid, SIGKILL);
    ::kill(m_pid, SIGKILL); // before it has a group of its own
    while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) { }
    m_pid = -1;
    letKeeperGo();
}

void ChildProcess::letKeeperGo()
{
    m_hold = UniqueFd();
    if (m_keeper.joinable())
        m_keeper.join(); // it waits for nothing else
}

QByteArray ChildProcess::output() const
{
    constexpr qsizetype kMost = 64 * 1024;
    QByteArray text(kMost, Qt::Uninitialized);
    const ssize_t n = m_output ? ::pread(m_output.get(), text.data(), size_t(kMost), 0) : 0;
    text.truncate(std::max<ssize_t>(0, n));
    return text;
}

QString ChildProcess::lastWords() const
{
    struct stat info {
    };
    if (!m_words || ::fstat(m_words.get(), &info) != 0)
        return {};
    constexpr off_t kMost = 4096;
    QByteArray text(qsizetype(std::min(info.st_size, kMost)), Qt::Uninitialized);
    const ssize_t n = ::pread(
        m_words.get(), text.data(), size_t(text.size()), std::max<off_t>(0, info.st_size - kMost));
    text.truncate(std::max<ssize_t>(0, n));
    return QString::fromLocal8Bit(text).trimmed().remove(u'\r');
}

} // namespace pilothouse
