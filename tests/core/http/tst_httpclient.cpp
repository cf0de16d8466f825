// SPDX-License-Identifier: GPL-3.0-or-later
// The client against a real server on the loopback, with the network failing in between.
#include "core/http/httpclient.h"

#include "core/lane.h"

#include "tests/core/http/testserver.h"
#include "tests/core/tunnel/tlsecho.h"
#include "tests/support/await.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class HttpClientTest final : public QObject
{
    Q_OBJECT

    Runtime m_runtime;
    using ClientLane = Lane<HttpClient>;

    std::unique_ptr<ClientLane> laneFor(const HttpOptions& options = {})
    {
        return std::make_unique<ClientLane>(
            m_runtime, u"http"_s, [options] { return std::make_shared<HttpClient>(options); });
    }
    static HttpRequest get(quint16 port, const QString& path = u"/"_s)
    {
        HttpRequest r;
        r.url = QUrl(u"http://127.0.0.1:%1%2"_s.arg(port).arg(path));
        r.retry = {3, 20ms, 100ms};
        return r;
    }
    static Result<HttpResponse> send(
        ClientLane& lane, const HttpRequest& request, milliseconds limit = 10s)
    {
        return await(lane.run(limit, [request](HttpClient& client, const Token& token) {
            return client.send(request, token);
        }));
    }
    Result<HttpResponse> sendOnce(
        const HttpRequest& request, const HttpOptions& options = {}, milliseconds limit = 10s)
    {
        const auto lane = laneFor(options);
        return send(*lane, request, limit);
    }

private Q_SLOTS:
    void sendsAndKeepsTheConnection()
    {
        TestServer server([](const ServerRequest& r, const TestServer::Write& write) {
            QByteArray seen = r.method + ' ' + r.target + ' ' + r.headers.value("x-a") + ' '
                + r.headers.value("content-type") + ' ' + r.body;
            return write(TestServer::answer(200, seen, "X-Reply: Yes\r\n"));
        });
        const auto lane = laneFor();
        auto reply = send(*lane, get(server.port(), u"/a%20b?c=d"_s));
        QVERIFY2(reply, reply ? "" : qPrintable(reply.error().detail));
        QCOMPARE(reply->status, 200);
        QCOMPARE(reply->header("x-reply"), "Yes");
        QCOMPARE(reply->body.trimmed(), "GET /a%20b?c=d");

        HttpRequest put = get(server.port());
        put.method = "PUT";
        put.headers = {{"X-A", "1"}, {"Content-Type", "application/json"}};
        put.body = "{}";
        QCOMPARE(send(*lane, put).value().body, "PUT / 1 application/json {}");
        HttpRequest head = get(server.port());
        head.method = "HEAD";
        const auto noBody = await(
            lane->run(10s, [head](HttpClient& c, const Token& t) { return c.send(head, t); }));
        QVERIFY(noBody);
        QCOMPARE(noBody->status, 200);
        QVERIFY(noBody->body.isEmpty());
        QCOMPARE(server.accepted(), 1);
    }

    void usesAUnixSocket()
    {
        QTemporaryDir dir;
        TestServer server(
            [](const ServerRequest& r, const TestServer::Write& write) {
                return write(TestServer::answer(200, r.headers.value("host")));
            },
            dir.filePath(u"sock"_s));
        HttpOptions options;
        options.unixSocket = dir.filePath(u"sock"_s);
        HttpRequest request;
        request.url = QUrl(u"http://docker/info"_s);
        QCOMPARE(sendOnce(request, options).value().body, "docker");
    }

    void sendsCredentialsAndHidesThem()
    {
        TestServer server([](const ServerRequest& r, const TestServer::Write& write) {
            const QByteArray auth = r.headers.value("authorization");
            return r.target == "/in" ? write(TestServer::answer(200, auth))
                                     : write(TestServer::answer(403, "no: " + auth));
        });
        HttpOptions basic;
        basic.user = u"ada"_s;
        basic.password = Secret(u"hunter22"_s);
        QCOMPARE(sendOnce(get(server.port(), u"/in"_s), basic).value().body,
            "Basic " + QByteArray("ada:hunter22").toBase64());
        HttpOptions bearer;
        bearer.bearer = Secret(u"tok-abc"_s);
        QCOMPARE(sendOnce(get(server.port(), u"/in"_s), bearer).value().body, "Bearer tok-abc");
        for (const HttpOptions& options : {basic, bearer}) {
            const auto reply = sendOnce(get(server.port(), u"/out"_s), options);
            QVERIFY(!reply);
            QCOMPARE(reply.error().kind, Error::Kind::Auth);
            QCOMPARE(reply.error().code, u"403"_s);
            QVERIFY2(reply.error().detail.endsWith(u"•••"_s), qPrintable(reply.error().detail));
        }
    }

    void triesAgainOnlyWhatIsIdempotent()
    {
        std::atomic<int> failures{2};
        TestServer server([&](const ServerRequest&, const TestServer::Write& write) {
            return failures-- > 0 ? write(TestServer::answer(503, "busy"))
                                  : write(TestServer::answer(200, "ok"));
        });
        QCOMPARE(sendOnce(get(server.port())).value().body, "ok");
        QCOMPARE(server.requests(), 3);
        failures = 5;
        HttpRequest post = get(server.port());
        post.method = "POST";
        const auto reply = sendOnce(post);
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Refused);
        QCOMPARE(reply.error().detail, u"busy"_s);
        QCOMPARE(server.requests(), 4);
        post.idempotent = true;
        QVERIFY(!sendOnce(post));
        QCOMPARE(server.requests(), 7);
        failures = 0;
        HttpRequest other = get(server.port());
        other.retry.attempts = 1;
        QVERIFY(sendOnce(other));
    }

    void respectsRetryAfterWithinTheDeadline()
    {
        std::atomic<int> failures{1};
        TestServer server([&](const ServerRequest& r, const TestServer::Write& write) {
            const QByteArray wait = "Retry-After: " + r.target.mid(1) + "\r\n";
            return failures-- > 0 ? write(TestServer::answer(429, "slow down", wait))
                                  : write(TestServer::answer(200, "ok"));
        });
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(sendOnce(get(server.port(), u"/1"_s)).value().body, "ok");
        QVERIFY2(clock.elapsed() >= 1000, qPrintable(QString::number(clock.elapsed())));
        failures = 1;
        clock.restart();
        const auto reply = sendOnce(get(server.port(), u"/60"_s), {}, 5s);
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, u"429"_s); // at once, not at the deadline
        QVERIFY(clock.elapsed() < 4000);
    }

    // A server that takes the request and closes a kept connection without an answer.
    void neverSendsAPostTwice()
    {
        std::atomic<int> posts{0};
        TestServer server([&](const ServerRequest& r, const TestServer::Write& write) {
            if (r.method == "POST") {
                ++posts;
                return false;
            }
            return write(TestServer::answer(200, "ok"));
        });
        const auto lane = laneFor();
        QVERIFY(send(*lane, get(server.port())));
        HttpRequest post = get(server.port());
        post.method = "POST";
        const auto reply = send(*lane, post);
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Protocol);
        QCOMPARE(posts.load(), 1);
    }

    void boundsTheBody()
    {
        TestServer server([](const ServerRequest&, const TestServer::Write& write) {
            return write(TestServer::answer(200, QByteArray(1'000'000, 'x')));
        });
        HttpRequest request = get(server.port());
        request.maxBody = 1'000'000;
        QCOMPARE(sendOnce(request).value().body.size(), 1'000'000);
        request.maxBody = 999'999;
        const auto reply = sendOnce(request);
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, u"limit"_s);
        QCOMPARE(server.requests(), 2);
    }

    void networkFails()
    {
        TestServer server([](const ServerRequest&, const TestServer::Write& write) {
            return write(TestServer::answer(200, QByteArray(100'000, 'x')));
        });
        FaultProxy proxy(server.port());
        proxy.cutAfter(50'000);
        auto reply = sendOnce(get(proxy.port()));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Protocol);
        QCOMPARE(proxy.counters().accepted, 3);
        proxy.reset();
        reply = sendOnce(get(proxy.port()));
        QVERIFY(!reply);
        qInfo() << "reset:" << wordOf(reply.error().kind) << reply.error().detail;
        proxy.refuse();
        reply = sendOnce(get(proxy.port()));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Refused);
        proxy.pass();
        QVERIFY(sendOnce(get(proxy.port())));
    }

    void blackHoleTimesOutAndIsCancelled()
    {
        TestServer server([](const ServerRequest&, const TestServer::Write& write) {
            return write(TestServer::answer(200, "ok"));
        });
        FaultProxy proxy(server.port());
        proxy.blackHole();
        auto reply = sendOnce(get(proxy.port()), {}, 300ms);
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Timeout);

        const auto lane = laneFor();
        std::atomic<bool> ended{false};
        const int before = proxy.counters().accepted;
        auto call = lane->run(60s, [&](HttpClient& client, const Token& token) {
            auto r = client.send(get(proxy.port()), token);
            ended = true;
            return r;
        });
        QTRY_VERIFY(proxy.counters().accepted > before);
        QElapsedTimer clock;
        clock.start();
        call.cancel();
        (void)QTest::qWaitFor([&] { return ended.load(); }, 2500);
        qInfo() << "request in a black hole cancelled after" << clock.elapsed() << "ms";
        QVERIFY(ended);
    }

    void cancelsThePauseBeforeARetry()
    {
        TestServer server([](const ServerRequest&, const TestServer::Write& write) {
            return write(TestServer::answer(503, "", "Retry-After: 30\r\n"));
        });
        const auto lane = laneFor();
        std::atomic<bool> ended{false};
        auto call = lane->run(90s, [&](HttpClient& client, const Token& token) {
            auto r = client.send(get(server.port()), token);
            ended = true;
            return r;
        });
        QTRY_COMPARE(server.requests(), 1);
        call.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(ended, 2500);
        QCOMPARE(server.requests(), 1);
    }

    void streamsLines()
    {
        std::atomic<bool> more{false};
        TestServer server([&](const ServerRequest& r, const TestServer::Write& write) {
            if (r.target == "/refused")
                return write(TestServer::answer(404, "{\"error\": 1}\n"));
            write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                  "9\r\ndata: a\nd\r\n8\r\nata: b\n\n\r\n");
            while (!more) // the first lines must come before the rest is sent
                if (!QTest::qWaitFor([&] { return more.load(); }, 5000))
                    return false;
            return write("5\r\nlast\n\r\n0\r\n\r\n");
        });
        const auto lane = laneFor();
        auto lines = std::make_shared<QByteArrayList>();
        const auto run = [&](const QString& path, int most) {
            lines->clear();
            return await(lane->run(20s, [&, path, most](HttpClient& client, const Token& token) {
                return client.sendLines(
                    get(server.port(), path),
                    [&](QByteArrayView line) {
                        lines->append(line.toByteArray());
                        if (lines->size() == 2)
                            more = true;
                        return lines->size() < most;
                    },
                    token, 5s);
            }));
        };
        const auto all = run(u"/"_s, 100);
        QVERIFY2(all, all ? "" : qPrintable(all.error().detail));
        QCOMPARE(*lines, (QByteArrayList{"data: a", "data: b", "", "last"}));
        QVERIFY(all->body.isEmpty());
        more = false;
        const auto some = run(u"/"_s, 2);
        QVERIFY2(some, some ? "" : qPrintable(some.error().detail));
        QCOMPARE(lines->size(), 2);
        const auto refused = run(u"/refused"_s, 100);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::NotFound);
        QCOMPARE(refused.error().detail, u"{\"error\": 1}"_s);
        QVERIFY(lines->isEmpty());
    }

    void streamsChunks()
    {
        std::atomic<bool> more{false};
        TestServer server([&](const ServerRequest& r, const TestServer::Write& write) {
            if (r.target == "/refused")
                return write(TestServer::answer(404, "no"));
            write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc");
            while (!more) // the first piece must come before the rest is sent
                if (!QTest::qWaitFor([&] { return more.load(); }, 5000))
                    return false;
            if (r.target == "/broken")
                return false;
            return write("def\nhi");
        });
        const auto lane = laneFor();
        auto got = std::make_shared<QByteArray>();
        const auto run = [&](const QString& path, bool enough) {
            got->clear();
            more = false;
            return await(lane->run(20s, [&, path, enough](HttpClient& client, const Token& token) {
                return client.sendChunks(
                    get(server.port(), path),
                    [&, enough](QByteArrayView piece) {
                        got->append(piece);
                        more = true;
                        return !enough;
                    },
                    token, 5s);
            }));
        };
        const auto all = run(u"/"_s, false);
        QVERIFY2(all, all ? "" : qPrintable(all.error().detail));
        QCOMPARE(*got, QByteArray("abcdef\nhi"));
        QVERIFY(all->body.isEmpty());
        QVERIFY(run(u"/"_s, true));
        QCOMPARE(*got, QByteArray("abc"));
        const int before = server.requests();
        const auto broken = run(u"/broken"_s, false);
        QVERIFY(!broken);
        QCOMPARE(broken.error().kind, Error::Kind::Protocol);
        QCOMPARE(server.requests(), before + 1); // not sent again: a piece was handed on
        const auto refused = run(u"/refused"_s, false);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::NotFound);
        QVERIFY(got->isEmpty());
    }

    void aThrowingReaderIsAnError()
    {
        TestServer server([](const ServerRequest&, const TestServer::Write& write) {
            return write(TestServer::answer(200, "a\nb\n"));
        });
        const auto lane = laneFor();
        const auto reply = await(lane->run(10s, [&](HttpClient& client, const Token& token) {
            return client.sendLines(
                get(server.port()),
                [](QByteArrayView) -> bool { throw std::runtime_error("reader"); }, token);
        }));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Internal);
        QCOMPARE(reply.error().detail, u"reader"_s);
        QVERIFY(send(*lane, get(server.port()))); // and the client goes on
    }

    void verifiesTls()
    {
        TestCerts certs;
        const auto good = certs.issue(u"good"_s, u"DNS:localhost"_s);
        const QByteArray answer = TestServer::answer(200, "tls");
        TlsEcho server(good);
        server.setReply(answer);
        TlsEcho expired(certs.issue(u"old"_s, u"DNS:localhost"_s, -1));
        expired.setReply(answer);
        TlsEcho mutual(good, certs.ca());
        mutual.setReply(answer);
        const auto ask = [&](const TlsEcho& echo, const QString& host, const TlsConfig& tls) {
            HttpOptions options;
            options.tls = tls;
            HttpRequest request;
            request.url = QUrl(u"https://%1:%2/"_s.arg(host).arg(echo.port()));
            return sendOnce(request, options);
        };
        using Mode = TlsConfig::Mode;
        const TlsConfig full{Mode::VerifyFull, certs.ca(), {}, {}};
        QCOMPARE(ask(server, u"localhost"_s, full).value_or(HttpResponse{}).body, "tls");

        const auto systemCa = ask(server, u"localhost"_s, {});
        const auto wrongName = ask(server, u"127.0.0.1"_s, full);
        const auto old = ask(expired, u"localhost"_s, full);
        const auto noCert = ask(mutual, u"localhost"_s, full);
        for (const auto* reply : {&systemCa, &wrongName, &old, &noCert}) {
            QVERIFY(!*reply);
            qInfo() << reply->error().detail;
            QCOMPARE(reply->error().kind, Error::Kind::Auth);
        }
        QVERIFY(ask(server, u"127.0.0.1"_s, {Mode::VerifyCa, certs.ca(), {}, {}}));
        QVERIFY(ask(server, u"127.0.0.1"_s, {Mode::Require, {}, {}, {}}));
        const auto mine = certs.issue(u"client"_s, u"email:ada@example.org"_s);
        QVERIFY(ask(mutual, u"localhost"_s, {Mode::VerifyFull, certs.ca(), mine.cert, mine.key}));
    }
};

PH_TEST_MAIN(QCoreApplication, HttpClientTest)
#include "tst_httpclient.moc"
