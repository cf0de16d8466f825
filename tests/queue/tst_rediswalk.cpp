// SPDX-License-Identifier: GPL-3.0-or-later
// A walk over the names whose server vanishes between two steps: a scripted server goes away at
// each command in turn, so every point of the walk is one where the connection ends.
#include "tests/queue/redislive.h"
#include "tests/support/testmain.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

// Answers what a walk asks, endlessly, until it has answered `last` commands: then nobody listens
// any more and the connection is closed.
class VanishingRedis final : public QTcpServer
{
public:
    explicit VanishingRedis(int last)
        : m_left(last)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(*socket); });
        });
        listen(QHostAddress::LocalHost);
    }

private:
    void serve(QTcpSocket& socket)
    {
        m_bytes += socket.readAll();
        for (QByteArray word = takeCommand(); !word.isEmpty() && m_left > 0; word = takeCommand()) {
            socket.write(answerTo(word));
            if (--m_left == 0) {
                close();
                socket.disconnectFromHost();
            }
        }
    }

    // The first word of the next whole command; "*2\r\n$4\r\nINFO\r\n$3\r\ncpu\r\n" on the wire.
    QByteArray takeCommand()
    {
        QList<QByteArray> lines = m_bytes.split('\n');
        const qsizetype needed = 1 + 2 * lines.front().mid(1).trimmed().toInt();
        if (needed < 3 || lines.size() <= needed)
            return {};
        const QByteArray word = lines.at(2).trimmed();
        m_bytes = lines.mid(needed).join('\n');
        return word;
    }

    static QByteArray answerTo(const QByteArray& word)
    {
        if (word == "SCAN")
            return "*2\r\n$1\r\n7\r\n*1\r\n$1\r\nk\r\n";
        if (word == "DBSIZE")
            return ":1000\r\n";
        if (word == "COMMAND")
            return "*0\r\n";
        if (word == "INFO")
            return "$0\r\n\r\n";
        return "+OK\r\n";
    }

    QByteArray m_bytes;
    int m_left;
};

} // namespace

class RedisWalkTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theServerVanishes_data()
    {
        QTest::addColumn<int>("answers");
        for (int n = 1; n <= 24; ++n)
            QTest::addRow("after %d answers", n) << n;
    }
    void theServerVanishes()
    {
        QFETCH(int, answers);
        VanishingRedis server(answers);
        ServiceConfig config;
        config.id = u"cache"_s;
        config.tool = u"redis"_s;
        config.address = u"127.0.0.1:%1"_s.arg(server.serverPort());
        RedisClient client(config);
        QObject context;
        std::optional<VoidResult> end;
        const auto stream = client.as<Keyspace>().scan({}).attach(
            &context, [](std::vector<NameBatch>&&) {},
            [&](VoidResult result) { end = std::move(result); });
        QTRY_VERIFY_WITH_TIMEOUT(end.has_value(), 20'000);
        QVERIFY(!end->has_value());
        QVERIFY(end->error().kind == Error::Kind::Protocol
            || end->error().kind == Error::Kind::Refused);
        QVERIFY(!end->error().detail.isEmpty());
    }
};

PH_TEST_MAIN(QCoreApplication, RedisWalkTest)

#include "tst_rediswalk.moc"
