// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/servers/redisfixture.h"

#include <QStandardPaths>
#include <QTest>

#include <csignal>

#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

namespace
{

quint16 freePort()
{
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(fd, reinterpret_cast<sockaddr*>(&address), size);
    ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(fd);
    return ntohs(address.sin_port);
}

} // namespace

RedisFixture::RedisFixture(Options options)
    : m_options(std::move(options))
    , m_port(freePort())
{
    if (QStandardPaths::findExecutable(u"redis-server"_s).isEmpty())
        m_problem = u"redis-server is not installed"_s;
    else if (!start())
        m_problem = u"redis-server does not answer"_s;
}

RedisFixture::~RedisFixture()
{
    kill();
}

QString RedisFixture::address() const
{
    return u"127.0.0.1:%1"_s.arg(m_port);
}

bool RedisFixture::start()
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setStandardOutputFile(m_folder.filePath(u"log"_s));
    m_process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    QStringList arguments{u"--port"_s, QString::number(m_port), u"--bind"_s, u"127.0.0.1"_s,
        u"--unixsocket"_s, socket(), u"--dir"_s, m_folder.path(), u"--save"_s, u""_s,
        u"--enable-debug-command"_s, u"yes"_s, u"--slowlog-log-slower-than"_s, u"10000"_s};
    if (!m_options.password.isEmpty())
        arguments += {u"--requirepass"_s, m_options.password};
    arguments += m_options.arguments;
    m_process->start(u"redis-server"_s, arguments);
    return QTest::qWaitFor([this] { return cli({u"PING"_s}) == "PONG"; }, 10'000);
}

void RedisFixture::kill()
{
    if (!m_process || m_process->state() == QProcess::NotRunning)
        return;
    m_process->kill();
    m_process->waitForFinished(5000);
}

void RedisFixture::freeze(bool stopped)
{
    ::kill(pid_t(m_process->processId()), stopped ? SIGSTOP : SIGCONT);
}

QByteArray RedisFixture::cli(const QStringList& arguments) const
{
    QProcess cli;
    auto environment = QProcessEnvironment::systemEnvironment();
    if (!m_options.password.isEmpty())
        environment.insert(u"REDISCLI_AUTH"_s, m_options.password);
    cli.setProcessEnvironment(environment);
    cli.start(u"redis-cli"_s, QStringList{u"-s"_s, socket()} + arguments);
    if (!cli.waitForFinished(30'000))
        return {};
    QByteArray out = cli.readAllStandardOutput();
    while (out.endsWith('\n'))
        out.chop(1);
    return out;
}

QByteArray RedisFixture::script(const QByteArray& lines) const
{
    QProcess cli;
    auto environment = QProcessEnvironment::systemEnvironment();
    if (!m_options.password.isEmpty())
        environment.insert(u"REDISCLI_AUTH"_s, m_options.password);
    cli.setProcessEnvironment(environment);
    cli.start(u"redis-cli"_s, {u"-s"_s, socket()});
    cli.write(lines);
    cli.closeWriteChannel();
    cli.waitForFinished(60'000);
    return cli.readAllStandardOutput();
}

ServiceConfig RedisFixture::config(WriteMode writes) const
{
    ServiceConfig config;
    config.id = u"cache"_s;
    config.module = u"queue"_s;
    config.tool = u"redis"_s;
    config.title = u"Cache"_s;
    config.address = address();
    config.ns = u"redis://cache"_s;
    config.writes = writes;
    config.profile = u"test"_s;
    config.timezone = u"Asia/Taipei"_s;
    return config;
}

} // namespace pilothouse::test
