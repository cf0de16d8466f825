// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ownkafka.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <csignal>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kStartLimitMs = 150'000; // three brokers on a busy machine
constexpr int kAnswerLimitMs = 120'000;

QString script(const QString& name)
{
    return QString::fromUtf8(PH_SERVERS_FOLDER) + u'/' + name;
}

// Below the ephemeral range, so that no outgoing connection sits on it while the broker is away.
quint16 freePort()
{
    for (;;) {
        const auto port = quint16(QRandomGenerator::global()->bounded(20'000, 32'000));
        const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const bool free = ::bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
        ::close(fd);
        if (free)
            return port;
    }
}

QString loopback(const QString& port)
{
    return u"127.0.0.1:"_s + port;
}

QJsonValue answerOf(
    const QString& address, const QStringList& words, const QByteArray& input, QByteArray& problem)
{
    QProcess process;
    process.start(script(u"kafka-ask"_s), QStringList{address} + words);
    process.write(input);
    process.closeWriteChannel();
    // Events go on, so that a test may fill a topic while its panel shows it.
    (void)QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, kAnswerLimitMs);
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
        problem = "no answer";
        return QJsonValue(QJsonValue::Undefined);
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        problem = process.readAllStandardError().trimmed() + " failed";
        return QJsonValue(QJsonValue::Undefined);
    }
    // A document is never a single word.
    return QJsonDocument::fromJson('[' + process.readAllStandardOutput() + ']').array().at(0);
}

bool allThere(const QJsonObject& metadata, int brokers)
{
    if (metadata.value(u"brokers"_s).toObject().size() != brokers)
        return false;
    const QJsonObject topics = metadata.value(u"topics"_s).toObject();
    for (const auto& topic : topics) {
        const QJsonObject parts = topic.toObject();
        for (const auto& part : parts) {
            const QJsonObject p = part.toObject();
            if (p.value(u"leader"_s).toInt() < 1
                || p.value(u"isr"_s).toArray().size() < p.value(u"replicas"_s).toArray().size())
                return false;
        }
    }
    return true;
}

} // namespace

OwnKafka::OwnKafka(const Options& options)
    : m_options(options)
{
    QStringList words{options.major == 4 ? u"4"_s : u"3.9"_s, options.kind, options.certificate,
        u"brokers=%1"_s.arg(options.brokers)};
    if (!options.advertise.isEmpty())
        words.append(u"advertise="_s + options.advertise);
    if (options.proxied) {
        QStringList ports, shown;
        for (int i = 0; i < options.brokers; ++i) {
            const quint16 port = freePort();
            m_proxies.push_back(std::make_unique<FaultProxy>(port));
            ports.append(QString::number(port));
            shown.append(loopback(QString::number(m_proxies.back()->port())));
        }
        words += {u"port="_s + ports.join(u','), u"advertise="_s + shown.join(u',')};
    }
    m_script = std::make_unique<ServerScript>(script(u"kafka"_s), words, kStartLimitMs);
    m_problem = m_script->problem();
}

OwnKafka::~OwnKafka()
{
    if (m_problem.isEmpty())
        for (int i = 1; i <= m_options.brokers; ++i)
            freeze(i, false); // a frozen one does not end
}

QString OwnKafka::address(int broker) const
{
    if (m_options.proxied)
        return loopback(QString::number(proxy(broker).port()));
    return loopback(m_script->fact("port").split(u',').value(broker - 1));
}

QString OwnKafka::address() const
{
    QStringList out;
    for (int i = 1; i <= m_options.brokers; ++i)
        out.append(address(i));
    return out.join(u',');
}

QString OwnKafka::innerAddress() const
{
    QStringList out;
    for (const QString& port : m_script->fact("inner").split(u','))
        out.append(loopback(port));
    return out.join(u',');
}

QString OwnKafka::user() const
{
    return m_options.kind.startsWith(u"sasl"_s) ? u"pilot"_s : QString();
}

ServiceConfig OwnKafka::config(WriteMode writes) const
{
    ServiceConfig config;
    config.id = u"own-kafka"_s;
    config.module = u"streams"_s;
    config.tool = u"kafka"_s;
    config.title = u"Own Kafka"_s;
    config.address = address();
    config.ns = u"kafka://own-kafka"_s;
    config.user = user();
    config.writes = writes;
    if (m_options.kind.contains(u"tls"_s) || m_options.kind == u"mutual"_s) {
        config.tls.mode = TlsConfig::Mode::VerifyFull;
        config.tls.ca = m_script->fact("ca");
    }
    if (m_options.kind == u"mutual"_s) {
        const QString folder = QFileInfo(config.tls.ca).path();
        config.tls.cert = folder + u"/client.crt"_s;
        config.tls.key = folder + u"/client.key"_s;
    }
    return config;
}

qint64 OwnKafka::process(int broker) const
{
    QFile file(m_script->fact("pids").split(u',').value(broker - 1));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
}

QString OwnKafka::downFile(int broker) const
{
    return m_script->folder() + u"/%1.down"_s.arg(broker);
}

QString OwnKafka::logFolder(int broker) const
{
    return m_script->folder() + u"/%1/log"_s.arg(broker);
}

void OwnKafka::kill(int broker) const
{
    if (const qint64 pid = process(broker); pid > 1)
        ::kill(pid_t(pid), SIGKILL);
}

bool OwnKafka::takeDown(int broker) const
{
    const qint64 pid = process(broker);
    QFile mark(downFile(broker));
    if (pid <= 1 || !mark.open(QIODevice::WriteOnly) || ::kill(pid_t(pid), SIGTERM) != 0)
        return false;
    return QTest::qWaitFor([pid] { return ::kill(pid_t(pid), 0) != 0; }, kAnswerLimitMs);
}

void OwnKafka::bringBack(int broker) const
{
    QFile::remove(downFile(broker));
}

void OwnKafka::freeze(int broker, bool stopped) const
{
    if (const qint64 pid = process(broker); pid > 1)
        ::kill(pid_t(pid), stopped ? SIGSTOP : SIGCONT);
}

bool OwnKafka::isWhole() const
{
    // Each of them is asked: the others take a while to notice that one is gone.
    const QStringList places = innerAddress().split(u',');
    return std::all_of(places.begin(), places.end(), [this](const QString& place) {
        QByteArray problem; // while brokers come and go there may be no answer
        return allThere(
            answerOf(place, {u"metadata"_s}, {}, problem).toObject(), m_options.brokers);
    });
}

bool OwnKafka::waitUntilWhole() const
{
    return QTest::qWaitFor([this] { return isWhole(); }, kAnswerLimitMs);
}

QJsonValue OwnKafka::ask(const QStringList& words, const QByteArray& input) const
{
    return askKafka(innerAddress(), words, input);
}

GroupMember::GroupMember(
    const QString& address, const QString& group, const QString& topic, const QStringList& words)
{
    m_process.start(script(u"kafka-member"_s), QStringList{address, group, topic} + words);
}

bool GroupMember::waitForPartitions(int count)
{
    const QByteArray wanted = "ready partitions=" + QByteArray::number(count) + '\n';
    return QTest::qWaitFor(
        [&] {
            m_said += m_process.readAllStandardOutput();
            return m_said.endsWith(wanted);
        },
        60'000);
}

void GroupMember::leave()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(20'000))
        vanish();
}

void GroupMember::vanish()
{
    m_process.kill();
    m_process.waitForFinished();
}

QJsonValue askKafka(const QString& address, const QStringList& words, const QByteArray& input)
{
    QByteArray problem;
    const QJsonValue answer = answerOf(address, words, input, problem);
    if (!problem.isEmpty())
        qWarning("kafka-ask %s: %s", qPrintable(words.join(u' ')), problem.constData());
    return answer;
}

} // namespace pilothouse::test
