// SPDX-License-Identifier: GPL-3.0-or-later
// One ssh process per target, found alive or started again each time a lane asks.
#include "core/tunnel/sshtunnel.h"

#include "core/tunnel/childprocess.h"
#include "core/tunnel/tcpconnect.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace pilothouse
{

using namespace Qt::StringLiterals;

namespace
{

constexpr milliseconds kLook{15}; // how often the start is looked at, also the delay of a cancel
constexpr milliseconds kLongestStart{60'000};
constexpr int kPortAttempts = 3; // another program may take the port before ssh does

struct Forward {
    ChildProcess ssh;
    std::unique_ptr<QTemporaryDir> folder;
    Endpoint near;
};

// ssh expands % and ${} in socket paths, and a path longer than 107 bytes is none.
QString folderTemplate()
{
    const QString name = u"/pilothouse-ssh-XXXXXX"_s;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const bool plain = !runtime.isEmpty() && runtime.size() < 60 && QFileInfo(runtime).isWritable()
        && std::none_of(runtime.begin(), runtime.end(),
            [](QChar c) { return u"%$:\\ \"'"_s.contains(c) || c.unicode() > 126; });
    return (plain ? runtime : u"/tmp"_s) + name;
}

tl::unexpected<Error> gaveUp(const Token& token, const QString& words)
{
    return token.timedOut() ? fail(Error::Kind::Timeout,
               words.isEmpty() ? u"ssh did not finish connecting in time"_s : words)
                            : fail(Error::Kind::Cancelled, words);
}

} // namespace

class SshTunnel::State final
{
public:
    QString jump;
    Near near;
    SshOptions options;

    // One lane starts, others wait for it; a timed mutex so that they can give up.
    mutable std::timed_mutex mutex;
    std::map<std::pair<QString, quint16>, Forward> forwards;

    Result<Endpoint> start(Forward& f, const QString& host, quint16 port, const Token& token);
    VoidResult place(Forward& f, quint16 port) const;
    VoidResult awaitReady(Forward& f, const Token& token) const;
};

SshTunnel::SshTunnel(QString jump, Near near, SshOptions options)
    : m_state(std::make_unique<State>())
{
    m_state->jump = std::move(jump);
    m_state->near = near;
    m_state->options = std::move(options);
}

SshTunnel::~SshTunnel() = default;

Result<Endpoint> SshTunnel::open(const QString& host, quint16 port, const Token& token)
{
    std::unique_lock lock(m_state->mutex, std::defer_lock);
    while (!lock.try_lock_for(kLook)) {
        if (token.stopped())
            return gaveUp(token, {});
    }
    Forward& f = m_state->forwards[{host, port}];
    if (f.ssh.isRunning())
        return f.near;
    for (int attempt = 1;; ++attempt) {
        auto result = m_state->start(f, host, port, token);
        if (result)
            return result;
        f.ssh.kill();
        const bool portTaken = m_state->near == Near::Port
            && result.error().detail.contains("Address already in use"_L1);
        if (!portTaken || attempt == kPortAttempts)
            return result;
    }
}

VoidResult SshTunnel::State::place(Forward& f, quint16 port) const
{
    if (near == Near::Port) {
        const auto free = freeLoopbackPort();
        if (!free)
            return tl::unexpected(free.error());
        f.near = Endpoint{u"127.0.0.1"_s, *free, {}};
        return {};
    }
    if (!f.folder || !f.folder->isValid())
        f.folder = std::make_unique<QTemporaryDir>(folderTemplate());
    if (!f.folder->isValid())
        return fail(Error::Kind::Internal, f.folder->errorString());
    f.near = Endpoint{{}, 0, f.folder->filePath(u".s.PGSQL.%1"_s.arg(port))};
    // A socket left by a killed ssh would pass for the new one for a moment.
    QFile::remove(f.near.path);
    return {};
}

Result<Endpoint> SshTunnel::State::start(
    Forward& f, const QString& host, quint16 port, const Token& token)
{
    const auto parsed = SshJump::parse(jump);
    if (!parsed)
        return tl::unexpected(parsed.error());
    const auto target = forwardTarget(host, port);
    if (!target)
        return tl::unexpected(target.error());
    if (const auto placed = place(f, port); !placed)
        return tl::unexpected(placed.error());
    const QString nearText
        = f.near.isUnix() ? f.near.path : u"%1:%2"_s.arg(f.near.host).arg(f.near.port);
    const auto started = f.ssh.start(options.program,
        sshArguments(*parsed, nearText, *target, options.aliveSeconds, options.configFile));
    if (!started) {
        Error error = started.error();
        if (error.kind == Error::Kind::Unsupported)
            error.hint = PH_TEXT("core", "Install the ssh client of your system.");
        return tl::unexpected(error);
    }
    if (const auto ready = awaitReady(f, token); !ready)
        return tl::unexpected(ready.error());
    return f.near;
}

VoidResult SshTunnel::State::awaitReady(Forward& f, const Token& token) const
{
    const auto end = Clock::now() + kLongestStart;
    for (;;) {
        if (token.stopped() || Clock::now() >= end)
            return gaveUp(token, f.ssh.lastWords());
        if (!f.ssh.isRunning()) {
            const QString words = f.ssh.lastWords();
            const auto kind = kindOfSshWords(words);
            return fail(kind, words.isEmpty() ? u"ssh ended without a word"_s : words, {},
                kind == Error::Kind::Auth ? PH_TEXT("core",
                    "Try the same host with ssh in a terminal: the key must be in "
                    "the agent or without a passphrase, and the host key known.")
                                          : Text{});
        }
        // ssh listens only after it has logged in, so looking for the socket first saves the server
        // a connection that says nothing; with a port there is no other way to know.
        if ((!f.near.isUnix() || QFile::exists(f.near.path)) && accepts(f.near))
            return {};
        std::this_thread::sleep_for(kLook);
    }
}

QString SshTunnel::lastWords(const QString& host, quint16 port) const
{
    std::unique_lock lock(m_state->mutex, std::defer_lock);
    if (!lock.try_lock_for(kLook))
        return {};
    const auto it = m_state->forwards.find({host, port});
    return it == m_state->forwards.end() ? QString() : it->second.ssh.lastWords();
}

int SshTunnel::running() const
{
    std::lock_guard lock(m_state->mutex);
    int n = 0;
    for (auto& [target, f] : m_state->forwards)
        n += f.ssh.isRunning() ? 1 : 0;
    return n;
}

} // namespace pilothouse
