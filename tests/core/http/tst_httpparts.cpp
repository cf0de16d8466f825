// SPDX-License-Identifier: GPL-3.0-or-later
// The pure parts of HTTP: lines, statuses, what is refused, what is hidden.
#include "core/http/httperror.h"
#include "core/http/linesplitter.h"

#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

using namespace pilothouse;
using namespace Qt::StringLiterals;

class HttpPartsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsAnywhere()
    {
        const QByteArray text = "one\r\ntwo\n\nfour\r\nlast";
        for (qsizetype piece = 1; piece <= text.size(); ++piece) {
            QByteArrayList lines;
            LineSplitter splitter(64, [&lines](QByteArrayView line) {
                lines.append(line.toByteArray());
                return true;
            });
            for (qsizetype at = 0; at < text.size(); at += piece)
                QCOMPARE(splitter.feed(text.mid(at, piece)), LineSplitter::State::Open);
            QCOMPARE(splitter.finish(), LineSplitter::State::Open);
            QCOMPARE(lines, (QByteArrayList{"one", "two", "", "four", "last"}));
            QCOMPARE(splitter.lines(), 5);
        }
    }

    void boundsALine()
    {
        const auto take = [](QByteArrayView) {
            return true;
        };
        LineSplitter exact(4, take);
        QCOMPARE(exact.feed("1234\r\n1234\n"), LineSplitter::State::Open);
        QCOMPARE(exact.feed("12345\n"), LineSplitter::State::TooLong);
        LineSplitter endless(4, take);
        QCOMPARE(endless.feed("123"), LineSplitter::State::Open);
        QCOMPARE(endless.feed("456"), LineSplitter::State::TooLong);
        QCOMPARE(endless.feed("\nok\n"), LineSplitter::State::TooLong);
        LineSplitter stopped(4, [](QByteArrayView line) { return line != "b"; });
        QCOMPARE(stopped.feed("a\nb\nc\n"), LineSplitter::State::Stopped);
        QCOMPARE(stopped.lines(), 2);
    }

    void statusBecomesKind_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        using K = Error::Kind;
        const std::pair<int, K> rows[] = {{400, K::Protocol}, {401, K::Auth}, {403, K::Auth},
            {404, K::NotFound}, {405, K::Unsupported}, {408, K::Timeout}, {409, K::Conflict},
            {412, K::Conflict}, {429, K::Refused}, {500, K::Protocol}, {501, K::Unsupported},
            {503, K::Refused}, {504, K::Timeout}};
        for (const auto& [status, kind] : rows)
            QTest::addRow("%d", status) << status << int(kind);
    }
    void statusBecomesKind()
    {
        QFETCH(int, status);
        QFETCH(int, kind);
        const Error error = errorOfStatus(status, QByteArray(5000, 'x'));
        QCOMPARE(int(error.kind), kind);
        QCOMPARE(error.code, QString::number(status));
        QCOMPARE(error.detail.size(), 2048);
    }

    void guardsRequests()
    {
        HttpRequest request;
        request.url = QUrl(u"http://localhost/x"_s);
        QVERIFY(checkRequest(request));
        for (const QString& url : {u"ftp://localhost/"_s, u"file:///etc/passwd"_s, u""_s,
                 u"http://ada:pw@localhost/"_s}) {
            HttpRequest bad;
            bad.url = QUrl(url);
            const auto checked = checkRequest(bad);
            QVERIFY2(!checked, qPrintable(url));
            QCOMPARE(checked.error().code, u"guard"_s);
            QVERIFY(!checked.error().detail.contains(u"pw"_s));
        }
        request.headers = {{"X-A", "1\r\nX-B: 2"}};
        QVERIFY(!checkRequest(request));
        request.headers = {{"X-A: y", "1"}};
        QVERIFY(!checkRequest(request));
        request.headers.clear();
        request.method = "GET /\r\n";
        QVERIFY(!checkRequest(request));
    }

    void knowsWhatMayBeRepeated()
    {
        HttpRequest request;
        QVERIFY(isIdempotent(request));
        request.method = "POST";
        QVERIFY(!isIdempotent(request));
        request.idempotent = true;
        QVERIFY(isIdempotent(request));
        request.method = "DELETE";
        request.idempotent.reset();
        QVERIFY(isIdempotent(request));
    }

    void hidesSecrets()
    {
        HttpRequest request;
        request.headers = {{"X-Api-Key", "k-12345"}, {"Authorization", "Bearer tok-678"},
            {"Accept", "text/plain"}};
        HttpOptions options;
        options.user = u"ada"_s;
        options.password = Secret(u"s3cret"_s);
        const QString text = withoutSecrets(
            u"bad s3cret k-12345 tok-678 YWRhOnMzY3JldA== text/plain"_s, request, options);
        QCOMPARE(text, u"bad ••• ••• ••• ••• text/plain"_s);
    }
};

PH_TEST_MAIN(QCoreApplication, HttpPartsTest)
#include "tst_httpparts.moc"
