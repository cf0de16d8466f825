// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/airconnection.h"

#include "workflow/airflow/airguard.h"
#include "workflow/airflow/decode.h"

#include <QLocale>
#include <QUrl>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

QByteArray pathPart(const QString& id)
{
    return QUrl::toPercentEncoding(id);
}

AirQuery& AirQuery::add(const char* name, const QString& value)
{
    m_text
        += (m_text.isEmpty() ? "" : "&") + QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
    return *this;
}

QString AirRequest::text() const
{
    QString out = QString::fromUtf8(method) + u' ' + QString::fromUtf8(path);
    if (!query.isEmpty())
        out += u'?' + QString::fromUtf8(query);
    if (!body.isEmpty())
        out += u' ' + QString::fromUtf8(shown.isEmpty() ? body : shown);
    return out;
}

AirConnection::AirConnection(std::shared_ptr<const AirSetup> setup,
    std::shared_ptr<AirSession> session, std::shared_ptr<AirHelpers> helpers)
    : m_setup(std::move(setup))
    , m_session(std::move(session))
    , m_helpers(std::move(helpers))
{
}

AirConnection::Send AirConnection::plain(const Token& token)
{
    return [&token](HttpClient& http, const HttpRequest& raw) {
        return http.send(raw, token);
    };
}

AirConnection::~AirConnection()
{
    if (m_client)
        --m_setup->open;
}

// The client of this lane; a new one when the tunnel has another near end.
Result<HttpClient*> AirConnection::client(const Token& token)
{
    if (!m_setup->usable())
        return tl::unexpected(m_setup->problem);
    QString socket;
    if (m_setup->tunnel) {
        const int standard = m_setup->base.scheme() == "https"_L1 ? 443 : 80;
        const auto near = m_setup->tunnel->open(
            m_setup->base.host(), quint16(m_setup->base.port(standard)), token);
        if (!near)
            return tl::unexpected(near.error());
        socket = near->path;
    }
    if (!m_client || socket != m_socket) {
        HttpOptions options;
        options.tls = m_setup->config.tls;
        options.unixSocket = socket;
        options.connectLimit = m_setup->connectLimit;
        if (!m_client)
            ++m_setup->open;
        m_client = std::make_unique<HttpClient>(std::move(options));
        m_socket = socket;
    }
    return m_client.get();
}

Result<HttpResponse> AirConnection::once(
    const AirRequest& request, const AirSession::Login& login, const Token& token, const Send& send)
{
    const auto http = client(token);
    if (!http)
        return tl::unexpected(http.error());
    HttpRequest raw;
    raw.method = request.method;
    QByteArray url = m_setup->base.toEncoded() + request.path;
    if (!request.query.isEmpty())
        url += '?' + request.query;
    raw.url = QUrl::fromEncoded(url, QUrl::StrictMode);
    raw.headers = m_setup->headers + login.headers;
    raw.headers.emplaceBack("Accept", request.accept);
    if (!request.body.isEmpty()) // Airflow 2 answers 400 to a JSON type without a body
        raw.headers.emplaceBack("Content-Type",
            request.form ? "application/x-www-form-urlencoded" : "application/json");
    raw.body = request.body;
    raw.idempotent = judge(request.method, request.path, request.body) == AirVerdict::Reads;
    raw.retry.attempts = request.log ? 1 : 2; // who reads a log goes on where it broke
    raw.maxLine = 256 << 20;
    if (request.log)
        raw.maxBody = 512 << 20;
    const QDateTime sent = QDateTime::currentDateTimeUtc();
    auto response = send(**http, raw);
    if (response) {
        noteTime(*response, sent);
    } else if (response.error().code.isEmpty() && response.error().kind != Error::Kind::Cancelled) {
        m_session->lost();
    }
    return response;
}

void AirConnection::noteTime(const HttpResponse& response, const QDateTime& sent) const
{
    const QDateTime date = QLocale::c().toDateTime(
        QString::fromLatin1(response.header("date")).left(25), u"ddd, dd MMM yyyy HH:mm:ss"_s);
    if (!date.isValid())
        return;
    QDateTime server(date.date(), date.time(), Qt::UTC);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    // The header has whole seconds; the answer was made between sending and now.
    const qint64 low = sent.msecsTo(server), high = now.msecsTo(server);
    qint64 skew = 0;
    if (low > 0)
        skew = -low;
    else if (high + 999 < 0)
        skew = -(high + 999);
    m_session->setSkew(skew, server);
}

bool AirConnection::expired(const Error& error, const AirSession::Login& login) const
{
    if (error.kind != Error::Kind::Auth || m_setup->auth == AirAuth::None)
        return false;
    if (error.code == "401"_L1 || error.code == "login"_L1)
        return true;
    if (error.code != "403"_L1)
        return false;
    // Airflow 3 refuses a token it cannot read with 403; Airflow 2 a cookie that is over, but also
    // what is forbidden, so that only a login of some age is worth another one.
    if (login.major == 3)
        return error.detail.contains("Invalid JWT"_L1) || error.detail.contains("Token Expired"_L1);
    constexpr std::chrono::seconds kFresh{30};
    return Clock::now() - login.since > kFresh;
}

Result<HttpResponse> AirConnection::exchange(
    const AirRequest& request, const Token& token, const Send& send)
{
    for (int attempt = 1;; ++attempt) {
        if (const auto opened = open(token); !opened)
            return tl::unexpected(opened.error());
        const AirSession::Login login = m_session->login();
        Result<HttpResponse> response = fail(Error::Kind::Cancelled, {});
        {
            const AirSession::Permit permit(*m_session, token, request.log);
            if (!permit)
                return tl::unexpected(
                    told({token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, {},
                             u"other requests to this server took all the time"_s, {}, {}},
                        request));
            response = once(request, login, token, send);
        }
        if (response && response->status >= 300) {
            const QString to = QString::fromUtf8(response->header("location"));
            response = fail(Error::Kind::Auth, u"%1 → %2"_s.arg(response->status).arg(to), {}, {},
                to.contains("login"_L1) ? u"login"_s : u"redirect"_s);
        } else if (response && request.accept == "application/json" && response->body.contains('<')
            && response->header("content-type").startsWith("text/html")) {
            // Airflow 2 calls words HTML too, such as "Duplicate request" of a second parse
            // request.
            response = tl::unexpected(objectOf("<" + response->body.mid(1)).error());
        }
        if (response)
            return response;
        if (attempt > 1 || !expired(response.error(), login))
            return tl::unexpected(told(response.error(), request));
        AirSession::Login again = m_session->login();
        if (again.serial == login.serial) { // nobody else has logged in meanwhile
            again.valid = false;
            m_session->setLogin(again);
        }
    }
}

Result<HttpResponse> AirConnection::read(const AirRequest& request, const Token& token)
{
    if (judge(request.method, request.path, request.body) != AirVerdict::Reads)
        return tl::unexpected(
            told({Error::Kind::Refused, {}, request.text(), {}, u"guard"_s}, request));
    return exchange(request, token, plain(token));
}

Result<QByteArray> AirConnection::body(const AirRequest& request, const Token& token)
{
    auto response = read(request, token);
    if (!response)
        return tl::unexpected(response.error());
    return std::move(response->body);
}

Result<HttpResponse> AirConnection::readLines(
    const AirRequest& request, const OnPiece& onLine, const Token& token, milliseconds silence)
{
    return exchange(request, token, [&](HttpClient& http, const HttpRequest& raw) {
        return http.sendLines(raw, onLine, token, silence);
    });
}

Result<HttpResponse> AirConnection::readChunks(
    const AirRequest& request, const OnPiece& onChunk, const Token& token, milliseconds silence)
{
    return exchange(request, token, [&](HttpClient& http, const HttpRequest& raw) {
        return http.sendChunks(raw, onChunk, token, silence);
    });
}

Result<QByteArray> AirConnection::change(
    const AirRequest& request, const Token& token, TaskProgress& progress)
{
    const AirVerdict verdict = judge(request.method, request.path, request.body);
    if (verdict != AirVerdict::Writes)
        return tl::unexpected(
            told({Error::Kind::Refused, {}, request.text(), {}, u"guard"_s}, request));
    if (!m_setup->gate->allows())
        return tl::unexpected(told({Error::Kind::Refused, {}, request.text(),
                                       PH_TEXT("workflow",
                                           "Writing is switched off for this "
                                           "connection."),
                                       u"guard"_s},
            request));
    auto response = exchange(request, token, [&](HttpClient& http, const HttpRequest& raw) {
        // The switch may have fallen while this waited for its turn.
        if (!m_setup->gate->allows())
            return Result<HttpResponse>(
                fail(Error::Kind::Refused, request.text(), {}, {}, u"guard"_s));
        progress.sent();
        auto answer = http.send(raw, token);
        // A status is an answer; so is that nobody listens. A gateway that gave up waiting is not.
        const bool gateway
            = !answer && (answer.error().code == "502"_L1 || answer.error().code == "504"_L1);
        if (answer || (!answer.error().code.isEmpty() && !gateway)
            || (answer.error().kind == Error::Kind::Refused && !gateway))
            progress.answered();
        return answer;
    });
    if (!response) {
        if (request.mayWait && response.error().code == "409"_L1)
            return QByteArray();
        if (response.error().code == "403"_L1)
            m_session->refusedWrite();
        return tl::unexpected(response.error());
    }
    return std::move(response->body);
}

QString AirConnection::redacted(QString text) const
{
    const auto hide = [&text](const QString& secret) {
        if (secret.size() >= 4)
            text.replace(secret, u"•••"_s);
    };
    hide(m_setup->secret.reveal());
    for (const auto& [name, value] : m_setup->headers)
        hide(QString::fromUtf8(value));
    for (const auto& [name, value] : m_session->login().headers)
        hide(QString::fromUtf8(value.mid(value.indexOf(' ') + 1)));
    return text;
}

} // namespace pilothouse::workflow
