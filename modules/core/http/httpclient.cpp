// SPDX-License-Identifier: GPL-3.0-or-later
// One easy handle in one multi handle: the multi's poll can be woken by a canceller, the easy's
// cannot.
#include "core/http/httpclient.h"

#include "core/http/httperror.h"
#include "core/http/httphandles.h"
#include "core/http/linesplitter.h"

#include <QFile>
#include <QRandomGenerator>

#include <array>
#include <csignal>
#include <exception>
#include <mutex>
#include <optional>

#include <curl/curl.h>
#include <pthread.h>

namespace pilothouse
{

using namespace Qt::StringLiterals;

namespace
{

constexpr milliseconds kLook{1000}; // polls end by themselves this often, should a wake-up be lost
constexpr qsizetype kErrorBody = 64 * 1024;

void initCurlOnce()
{
    static std::once_flag once;
    std::call_once(once, [] { ::curl_global_init(CURL_GLOBAL_DEFAULT); });
}

struct ListDeleter {
    void operator()(curl_slist* list) const { ::curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, ListDeleter>;

void append(HeaderList& list, const QByteArray& line)
{
    curl_slist* longer = ::curl_slist_append(list.get(), line.constData());
    if (longer) {
        (void)list.release();
        list.reset(longer);
    }
}

// Where the body of an answer goes that is not kept.
struct BodySink {
    std::function<LineSplitter::State(QByteArrayView piece)> feed;
    std::function<LineSplitter::State()> finish;
    std::function<bool()> started;
};

// What one attempt has received so far.
struct Exchange {
    CURL* easy = nullptr;
    HttpResponse response;
    qint64 maxBody = 0;
    const BodySink* sink = nullptr;
    LineSplitter::State lines = LineSplitter::State::Open;
    bool tooBig = false;
    std::function<void()> alive;
    std::exception_ptr thrown;

    int status() const
    {
        long value = 0;
        ::curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &value);
        return int(value);
    }
};

size_t onHeader(char* data, size_t, size_t size, void* user)
{
    auto& x = *static_cast<Exchange*>(user);
    const QByteArray line = QByteArray(data, qsizetype(size)).trimmed();
    if (line.startsWith("HTTP/")) {
        x.response.headers.clear(); // of a 100 Continue or a proxy before
    } else if (const qsizetype colon = line.indexOf(':'); colon > 0) {
        x.response.headers.append(
            {line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed()});
    }
    return size;
}

// No exception may pass through libcurl; returning less than `size` ends the transfer.
size_t onBody(char* data, size_t, size_t size, void* user)
{
    auto& x = *static_cast<Exchange*>(user);
    try {
        if (x.alive)
            x.alive();
        const QByteArrayView piece(data, qsizetype(size));
        const bool refused = x.status() >= 400;
        if (x.sink && !refused) {
            x.lines = x.sink->feed(piece);
            return x.lines == LineSplitter::State::Open ? size : 0;
        }
        if (refused && x.response.body.size() >= kErrorBody)
            return size; // enough to tell what is wrong
        if (x.response.body.size() + qint64(size) > x.maxBody) {
            x.tooBig = true;
            return 0;
        }
        x.response.body.append(piece);
        return size;
    } catch (...) {
        x.thrown = std::current_exception();
        return 0;
    }
}

} // namespace

class HttpClient::Session final
{
public:
    explicit Session(HttpOptions o)
        : options(std::move(o))
    {
        initCurlOnce();
        m_handles.emplace();
        m_multi = m_handles->multi;
        m_easy = m_handles->easy;
    }
    Q_DISABLE_COPY_MOVE(Session)

    Result<HttpResponse> exchange(
        const HttpRequest& request, const Token& token, const BodySink* sink, milliseconds silence);

    const HttpOptions options;

private:
    // An attempt's end: an answer below 400, or why not and whether another attempt could help.
    struct Outcome {
        Result<HttpResponse> result;
        bool worthAnother = false;
        std::optional<milliseconds> retryAfter;
    };
    Outcome attempt(
        const HttpRequest& request, const Token& token, const BodySink* sink, milliseconds silence);
    HeaderList prepare(const HttpRequest& request, const Token& token, Exchange& x);
    void prepareTls();
    // Empty: stopped before the end.
    std::optional<CURLcode> perform(const Token& token);
    Outcome judge(CURLcode code, Exchange& x);
    void pause(milliseconds time, const Token& token);

    template <class T>
    void set(CURLoption option, T value)
    {
        ::curl_easy_setopt(m_easy, option, value);
    }

    std::optional<HttpHandles> m_handles; // after curl itself is set up
    CURLM* m_multi = nullptr;
    CURL* m_easy = nullptr;
    std::array<char, CURL_ERROR_SIZE> m_words{};
};

void HttpClient::Session::prepareTls()
{
    const TlsConfig& tls = options.tls;
    set(CURLOPT_SSL_VERIFYPEER, tls.mode == TlsConfig::Mode::Require ? 0L : 1L);
    set(CURLOPT_SSL_VERIFYHOST,
        tls.mode == TlsConfig::Mode::Require || tls.mode == TlsConfig::Mode::VerifyCa ? 0L : 2L);
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    // libcurl copies strings.
    if (!tls.ca.isEmpty()) {
        set(CURLOPT_CAINFO, QFile::encodeName(tls.ca).constData());
        set(CURLOPT_CAPATH, static_cast<char*>(nullptr)); // this authority and no other
    }
    if (!tls.cert.isEmpty()) {
        set(CURLOPT_SSLCERT, QFile::encodeName(tls.cert).constData());
        set(CURLOPT_SSLKEY, QFile::encodeName(tls.key.isEmpty() ? tls.cert : tls.key).constData());
        set(CURLOPT_KEYPASSWD, ""); // never ask on the terminal
    }
}

HeaderList HttpClient::Session::prepare(const HttpRequest& request, const Token& token, Exchange& x)
{
    ::curl_easy_reset(m_easy); // keeps connections
    m_words.fill('\0');
    set(CURLOPT_ERRORBUFFER, m_words.data());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L); // do not wait for the resolver's thread
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_URL, request.url.toEncoded(QUrl::RemoveFragment).constData());
    const QString host = request.url.host();
    if (!options.unixSocket.isEmpty())
        set(CURLOPT_UNIX_SOCKET_PATH, QFile::encodeName(options.unixSocket).constData());
    if (host == u"localhost"_s || host.startsWith(u"127."_s) || host == u"::1"_s)
        set(CURLOPT_PROXY, "");
    set(CURLOPT_CONNECTTIMEOUT_MS,
        long(std::max<qint64>(1, token.remaining(options.connectLimit).count())));
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_TCP_KEEPIDLE, 15L);
    set(CURLOPT_TCP_KEEPINTVL, 5L);
    set(CURLOPT_ACCEPT_ENCODING, "");
    set(CURLOPT_FRESH_CONNECT, isIdempotent(request) ? 0L : 1L);
    prepareTls();

    set(CURLOPT_CUSTOMREQUEST, request.method.constData());
    if (request.method == "HEAD") {
        set(CURLOPT_NOBODY, 1L);
    } else if (!request.body.isEmpty() || request.method == "POST" || request.method == "PUT") {
        set(CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
        set(CURLOPT_POSTFIELDS, request.body.constData()); // lives until the end of the attempt
    }

    HeaderList headers;
    append(headers, "Expect:"); // no waiting for 100 Continue
    if (!request.body.isEmpty())
        append(headers, "Content-Type:"); // curl's guess is a web form
    for (const auto& [name, value] : request.headers)
        append(headers, value.isEmpty() ? QByteArray(name + ";") : QByteArray(name + ": " + value));
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_USERAGENT, "pilothouse");
    if (!options.bearer.isEmpty()) {
        set(CURLOPT_HTTPAUTH, long(CURLAUTH_BEARER));
        set(CURLOPT_XOAUTH2_BEARER, options.bearer.reveal().toUtf8().constData());
    } else if (!options.user.isEmpty()) {
        set(CURLOPT_HTTPAUTH, long(CURLAUTH_BASIC));
        set(CURLOPT_USERNAME, options.user.toUtf8().constData());
        set(CURLOPT_PASSWORD, options.password.reveal().toUtf8().constData());
    }
    set(CURLOPT_HEADERFUNCTION, &onHeader);
    set(CURLOPT_HEADERDATA, &x);
    set(CURLOPT_WRITEFUNCTION, &onBody);
    set(CURLOPT_WRITEDATA, &x);
    return headers;
}

std::optional<CURLcode> HttpClient::Session::perform(const Token& token)
{
    const Interrupt interrupt(token, [this] { ::curl_multi_wakeup(m_multi); });
    ::curl_multi_add_handle(m_multi, m_easy);
    std::optional<CURLcode> code;
    while (!code && !token.stopped()) {
        int running = 0;
        if (::curl_multi_perform(m_multi, &running) != CURLM_OK) {
            code = CURLE_FAILED_INIT;
            break;
        }
        int left = 0;
        while (const CURLMsg* message = ::curl_multi_info_read(m_multi, &left))
            if (message->msg == CURLMSG_DONE)
                code = message->data.result;
        if (!code)
            ::curl_multi_poll(
                m_multi, nullptr, 0, int(token.remaining(kLook).count()) + 1, nullptr);
    }
    ::curl_multi_remove_handle(m_multi, m_easy);
    return code;
}

HttpClient::Session::Outcome HttpClient::Session::judge(CURLcode code, Exchange& x)
{
    if (x.thrown)
        std::rethrow_exception(x.thrown);
    if (x.lines == LineSplitter::State::TooLong)
        return {fail(Error::Kind::Protocol, u"a line of the answer is too long"_s), false, {}};
    if (x.tooBig)
        return {fail(Error::Kind::Protocol, u"the answer is larger than %1 bytes"_s.arg(x.maxBody),
                    {}, PH_TEXT("core", "Ask for less at a time."), u"limit"_s),
            false, {}};
    if (code != CURLE_OK && x.lines != LineSplitter::State::Stopped) {
        const Error error = errorOfCurl(code, QString::fromUtf8(m_words.data()));
        const bool final = error.kind == Error::Kind::Auth || error.kind == Error::Kind::Internal
            || error.kind == Error::Kind::Unsupported;
        return {tl::unexpected(error), !final, {}};
    }
    x.response.status = x.status();
    if (x.response.status >= 400) {
        const int status = x.response.status;
        return {tl::unexpected(errorOfStatus(status, x.response.body)), mayPass(status),
            parseRetryAfter(x.response.header("retry-after"), QDateTime::currentDateTimeUtc())};
    }
    return {std::move(x.response), false, {}};
}

HttpClient::Session::Outcome HttpClient::Session::attempt(
    const HttpRequest& request, const Token& token, const BodySink* sink, milliseconds silence)
{
    Exchange x;
    x.easy = m_easy;
    x.maxBody = request.maxBody;
    x.sink = sink;
    if (silence.count() > 0)
        x.alive = [&token, silence] {
            token.alive(silence);
        };
    const HeaderList headers = prepare(request, token, x);
    const auto code = perform(token);
    if (!code)
        return {token.timedOut() ? fail(Error::Kind::Timeout, u"no answer in time"_s)
                                 : fail(Error::Kind::Cancelled, {}),
            false, {}};
    if (sink && *code == CURLE_OK && x.status() < 400)
        x.lines = sink->finish();
    return judge(*code, x);
}

void HttpClient::Session::pause(milliseconds time, const Token& token)
{
    const Interrupt interrupt(token, [this] { ::curl_multi_wakeup(m_multi); });
    const auto until = Clock::now() + time;
    for (auto now = Clock::now(); now < until && !token.stopped(); now = Clock::now()) {
        const auto left = std::chrono::ceil<milliseconds>(until - now);
        ::curl_multi_poll(m_multi, nullptr, 0, int(std::min(left, kLook).count()), nullptr);
    }
}

Result<HttpResponse> HttpClient::Session::exchange(
    const HttpRequest& request, const Token& token, const BodySink* sink, milliseconds silence)
{
    if (const auto checked = checkRequest(request); !checked)
        return tl::unexpected(checked.error());
    // With NOSIGNAL libcurl leaves SIGPIPE of TLS connections to us; this thread does not want it.
    sigset_t set;
    ::sigemptyset(&set);
    ::sigaddset(&set, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
    const bool again = isIdempotent(request);
    for (int n = 1;; ++n) {
        Outcome outcome = attempt(request, token, sink, silence);
        if (outcome.result)
            return outcome.result;
        Error& error = outcome.result.error();
        error.detail = withoutSecrets(error.detail, request, options);
        const bool started = sink && sink->started();
        if (!again || !outcome.worthAnother || started || token.stopped())
            return outcome.result;
        const auto wait = nextPause(request.retry, n, QRandomGenerator::global()->generateDouble(),
            outcome.retryAfter, token.remaining());
        if (!wait)
            return outcome.result;
        pause(*wait, token);
        if (token.stopped())
            return token.timedOut() ? outcome.result : fail(Error::Kind::Cancelled, {});
    }
}

HttpClient::HttpClient(HttpOptions options)
    : m_session(std::make_unique<Session>(std::move(options)))
{
}

HttpClient::~HttpClient() = default;

Result<HttpResponse> HttpClient::send(const HttpRequest& request, const Token& token)
{
    return m_session->exchange(request, token, nullptr, milliseconds(0));
}

Result<HttpResponse> HttpClient::sendLines(
    const HttpRequest& request, const OnLine& onLine, const Token& token, milliseconds silence)
{
    LineSplitter splitter(request.maxLine, onLine);
    const BodySink sink{[&](QByteArrayView piece) { return splitter.feed(piece); },
        [&] { return splitter.finish(); },
        [&] {
            return splitter.lines() > 0;
        }};
    return m_session->exchange(request, token, &sink, silence);
}

Result<HttpResponse> HttpClient::sendChunks(
    const HttpRequest& request, const OnChunk& onChunk, const Token& token, milliseconds silence)
{
    bool started = false;
    auto state = LineSplitter::State::Open;
    const BodySink sink{[&](QByteArrayView piece) {
                            started = true;
                            if (!onChunk(piece))
                                state = LineSplitter::State::Stopped;
                            return state;
                        },
        [&] { return state; },
        [&] {
            return started;
        }};
    return m_session->exchange(request, token, &sink, silence);
}

} // namespace pilothouse
