// SPDX-License-Identifier: GPL-3.0-or-later
// posix_spawn with everything inherited taken away.
#include "core/tunnel/childprocess.h"

#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>

extern char** environ;

namespace pilothouse
{

using namespace Qt::StringLiterals;

namespace
{

struct Actions {
    Actions() { ::posix_spawn_file_actions_init(&value); }
    ~Actions() { ::posix_spawn_file_actions_destroy(&value); }
    Q_DISABLE_COPY_MOVE(Actions)
    posix_spawn_file_actions_t value{};
};

struct Attributes {
    Attributes() { ::posix_spawnattr_init(&value); }
    ~Attributes() { ::posix_spawnattr_destroy(&value); }
    Q_DISABLE_COPY_MOVE(Attributes)
    posix_spawnattr_t value{};
};

} // namespace

VoidResult ChildProcess::start(const QString& program, const QStringList& arguments, Output output)
{
    kill();
    m_exitCode = -1;
    m_output.reset();
    if (output == Output::Keep) {
        m_output = UniqueFd(::memfd_create("stdout", MFD_CLOEXEC));
        if (!m_output)
            return fail(Error::Kind::Internal, QString::fromLocal8Bit(std::strerror(errno)));
    }
    m_words = UniqueFd(::memfd_create("stderr", MFD_CLOEXEC));
    if (!m_words)
        return fail(Error::Kind::Internal, QString::fromLocal8Bit(std::strerror(errno)));

    Actions actions;
    ::posix_spawn_file_actions_addopen(&actions.value, 0, "/dev/null", O_RDONLY, 0);
    if (m_output)
        ::posix_spawn_file_actions_adddup2(&actions.value, m_output.get(), 1);
    else
        ::posix_spawn_file_actions_addopen(&actions.value, 1, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions.value, m_words.get(), 2);
    // Client libraries open sockets without CLOEXEC; a copy in a child would keep them alive.
    ::posix_spawn_file_actions_addclosefrom_np(&actions.value, 3);

    Attributes attributes;
    sigset_t none;
    sigset_t all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&attributes.value, &none);
    ::posix_spawnattr_setsigdefault(&attributes.value, &all);
    ::posix_spawnattr_setpgroup(&attributes.value, 0);
    ::posix_spawnattr_setflags(
        &attributes.value, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

    std::vector<QByteArray> words{QFile::encodeName(program)};
    for (const QString& a : arguments)
        words.push_back(QFile::encodeName(a));
    std::vector<char*> argv;
    for (QByteArray& w : words)
        argv.push_back(w.data());
    argv.push_back(nullptr);

    const int error
        = ::posix_spawnp(&m_pid, argv[0], &actions.value, &attributes.value, argv.data(), environ);
    if (error != 0) {
        m_pid = -1;
        return fail(error == ENOENT ? Error::Kind::Unsupported : Error::Kind::Internal,
            program + u": "_s + QString::fromLocal8Bit(std::strerror(error)));
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
    return false;
}

void ChildProcess::kill()
{
    if (m_pid < 0)
        return;
    ::kill(-m_pid, SIGKILL);
    while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) { }
    m_pid = -1;
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
