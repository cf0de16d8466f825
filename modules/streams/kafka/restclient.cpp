// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/restclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kMostBody = 32 << 20;
constexpr qsizetype kShownBody = 300;

QByteArray urlOf(const RestPlace& place, const RestRequest& request)
{
    QByteArray url = place.base.toEncoded() + request.path;
    if (!request.query.isEmpty())
        url += '?' + request.query;
    return url;
}

// What both kinds of server answer: {"error_code": 40401, "message": "…"}.
void readWords(Error& error)
{
    const QJsonObject body = QJsonDocument::fromJson(error.detail.toUtf8()).object();
    const QString message = body.value("message"_L1).toString();
    if (!message.isEmpty())
        error.detail = message;
    if (const int code = body.value("error_code"_L1).toInt(); code > 0)
        error.code = QString::number(code);
}

} // namespace

QByteArray restPart(const QString& name)
{
    return QUrl::toPercentEncoding(name);
}

RestVerdict restVerdict(const QByteArray& method, const QByteArray& path)
{
    if (method == "GET")
        return RestVerdict::Reads;
    const QByteArrayList parts = path.split('/');
    const auto fits = [&parts](std::initializer_list<const char*> words) {
        qsizetype i = 1;
        for (const char* word : words) {
            if (i >= parts.size() || parts[i].isEmpty() || (*word != '*' && parts[i] != word))
                return false;
            ++i;
        }
        return i == parts.size();
    };
    if (method == "POST"
        && (fits({"compatibility", "subjects", "*", "versions"})
            || fits({"compatibility", "subjects", "*", "versions", "*"})))
        return RestVerdict::Reads;
    const bool writes = method == "POST"
        ? fits({"subjects", "*", "versions"}) || fits({"connectors", "*", "restart"})
            || fits({"connectors", "*", "tasks", "*", "restart"})
        : method == "PUT"
            && (fits({"config"}) || fits({"config", "*"}) || fits({"connectors", "*", "pause"})
                || fits({"connectors", "*", "resume"}));
    return writes ? RestVerdict::Writes : RestVerdict::Refused;
}

QString textOf(const RestPlace& place, const RestRequest& request)
{
    QString out = QString::fromUtf8(request.method + ' ' + urlOf(place, request));
    if (!request.body.isEmpty())
        out += u'\n' + QString::fromUtf8(request.body);
    return out;
}

RestClient::RestClient(std::shared_ptr<const RestPlace> place)
    : m_place(std::move(place))
{
}

RestClient::~RestClient()
{
    if (m_client)
        --m_place->open;
}

// The client of this lane; a new one when the tunnel has another near end.
Result<HttpClient*> RestClient::client(const Token& token)
{
    if (!m_place->usable())
        return tl::unexpected(m_place->problem);
    QString socket;
    if (m_place->tunnel) {
        const int standard = m_place->base.scheme() == "https"_L1 ? 443 : 80;
        const auto near = m_place->tunnel->open(
            m_place->base.host(), quint16(m_place->base.port(standard)), token);
        if (!near)
            return tl::unexpected(near.error());
        socket = near->path;
    }
    if (!m_client || socket != m_socket) {
        HttpOptions options;
        options.tls = m_place->tls;
        options.unixSocket = socket;
        options.user = m_place->user;
        options.password = m_place->password;
        options.connectLimit = m_place->connectLimit;
        if (!m_client)
            ++m_place->open;
        m_client = std::make_unique<HttpClient>(std::move(options));
        m_socket = socket;
    }
    return m_client.get();
}

HttpRequest RestClient::raw(const RestRequest& request) const
{
    HttpRequest out;
    out.method = request.method;
    out.url = QUrl::fromEncoded(urlOf(*m_place, request), QUrl::StrictMode);
    out.headers = m_place->headers;
    out.headers.emplaceBack("Accept", m_place->type + ", application/json");
    if (request.method != "GET") // also without a body: Connect refuses curl's own
        out.headers.emplaceBack("Content-Type", m_place->type);
    out.body = request.body;
    out.idempotent = restVerdict(request.method, request.path) == RestVerdict::Reads;
    out.retry.attempts = 2;
    out.maxBody = kMostBody;
    return out;
}

Error RestClient::told(Error error) const
{
    const QString status = error.code;
    readWords(error);
    error.where = m_place->service;
    // The server knows what was asked of it and does not want it.
    if (status == "400"_L1 || status == "422"_L1)
        error.kind = Error::Kind::Refused;
    if (error.kind == Error::Kind::Auth && error.hint.isEmpty() && status == "401"_L1)
        error.hint = PH_TEXT("streams",
            "The options of the connection say how to log in there: with the user of the service, "
            "or by a header.");
    return error;
}

Result<QJsonValue> RestClient::json(const Result<HttpResponse>& response) const
{
    if (!response)
        return tl::unexpected(told(response.error()));
    if (response->status >= 300)
        return tl::unexpected(told({Error::Kind::Auth, {},
            u"%1 → %2"_s.arg(response->status).arg(QString::fromUtf8(response->header("location"))),
            {}, u"redirect"_s}));
    if (response->body.trimmed().isEmpty())
        return QJsonValue(QJsonValue::Null);
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(response->body, &problem);
    if (problem.error != QJsonParseError::NoError)
        return tl::unexpected(told({Error::Kind::Protocol, {},
            problem.errorString() + u": "_s
                + QString::fromUtf8(response->body.left(kShownBody)).trimmed(),
            PH_TEXT("streams", "Is the address the one of the API, with its path?"), {}}));
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

Result<QJsonValue> RestClient::read(const RestRequest& request, const Token& token)
{
    if (restVerdict(request.method, request.path) != RestVerdict::Reads)
        return tl::unexpected(
            told({Error::Kind::Refused, {}, textOf(*m_place, request), {}, u"guard"_s}));
    const auto http = client(token);
    if (!http)
        return tl::unexpected(told(http.error()));
    return json((*http)->send(raw(request), token));
}

VoidResult RestClient::mayChange() const
{
    if (m_place->gate->allows())
        return {};
    return tl::unexpected(told({Error::Kind::Refused, {}, {},
        m_place->gate->canLift()
            ? PH_TEXT("streams", "Writing is off for this connection. Lift it first.")
            : PH_TEXT("streams", "This connection is protected: nothing is written over it."),
        u"guard"_s}));
}

Result<QJsonValue> RestClient::change(
    const RestRequest& request, const Token& token, TaskProgress& progress)
{
    if (restVerdict(request.method, request.path) != RestVerdict::Writes)
        return tl::unexpected(told({Error::Kind::Refused, {}, {}, {}, u"guard"_s}));
    const auto http = client(token);
    if (!http)
        return tl::unexpected(told(http.error()));
    if (const auto may = mayChange(); !may) // as late as possible
        return tl::unexpected(may.error());
    progress.sent();
    const auto answer = (*http)->send(raw(request), token);
    // A status is an answer; so is that nobody listens. A gateway that gave up waiting is not.
    const bool gateway
        = !answer && (answer.error().code == "502"_L1 || answer.error().code == "504"_L1);
    if (answer || (!answer.error().code.isEmpty() && !gateway)
        || (answer.error().kind == Error::Kind::Refused && !gateway))
        progress.answered();
    return json(answer);
}

} // namespace pilothouse::streams
