// SPDX-License-Identifier: GPL-3.0-or-later
// Finding out who answers, and logging in: a token on Airflow 3, the login form's cookie on Airflow
// 2 (a Basic call there costs a quarter of a second), or what the user's command prints.
#include "workflow/airflow/airconnection.h"

#include "core/log.h"
#include "workflow/airflow/airlogin.h"
#include "workflow/airflow/decode.h"

#include <QJsonDocument>
#include <QUrl>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

struct LoginTurn {
    explicit LoginTurn(AirSession& s)
        : session(s)
    {
    }
    ~LoginTurn() { session.endLogin(); }
    Q_DISABLE_COPY_MOVE(LoginTurn)
    AirSession& session;
};

bool isReady(const AirSession::Login& login, bool needsVersion)
{
    return login.valid && !needsVersion && Clock::now() < login.renewAt;
}

// The server's word on user and password; a certificate or a gateway is another matter.
bool isRefusal(const Error& error)
{
    return error.kind == Error::Kind::Auth && (error.code == "401"_L1 || error.code == "403"_L1);
}

QByteArray formValue(const QString& text)
{
    return QUrl::toPercentEncoding(text);
}

} // namespace

VoidResult AirConnection::open(const Token& token)
{
    if (isReady(m_session->login(), m_session->needsVersion()))
        return {};
    const AirRequest nothing;
    if (!m_setup->usable())
        return tl::unexpected(m_setup->problem);
    if (!m_session->beginLogin(token))
        return tl::unexpected(
            told({token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, {}, {}, {}, {}},
                nothing));
    const LoginTurn turn(*m_session);
    AirSession::Login login = m_session->login();
    const bool needsVersion = m_session->needsVersion();
    if (isReady(login, needsVersion))
        return {}; // another lane was faster
    if (const auto refusal = m_session->loginRefusal())
        return tl::unexpected(*refusal);
    if (needsVersion) {
        const auto found = version(token);
        if (!found)
            return tl::unexpected(found.error());
        if (found->major != login.major)
            login = *found;
        login.version = found->version;
    }
    if (!login.valid || Clock::now() >= login.renewAt) {
        login.headers.clear();
        login.cookie = false;
        login.renewAt = Clock::time_point::max();
        login.since = Clock::now();
        if (const auto done = logIn(login, token); !done) {
            if (isRefusal(done.error()) && m_setup->auth == AirAuth::Password)
                m_session->refuseLogin(done.error());
            return done;
        }
        m_session->refuseLogin({});
        login.valid = true;
    }
    m_session->setLogin(std::move(login));
    return {};
}

Result<AirSession::Login> AirConnection::version(const Token& token)
{
    AirSession::Login login;
    std::optional<Error> first;
    for (const int major : {3, 2}) {
        AirRequest ask;
        ask.path = major == 3 ? "/api/v2/version" : "/api/v1/version";
        const auto response = once(ask, {}, token, plain(token));
        if (response && response->status < 300) {
            const auto json = objectOf(response->body);
            const QString text = json ? json->value("version"_L1).toString() : QString();
            if (!text.isEmpty()) {
                login.major = major;
                login.version = text;
                return login;
            }
            if (!json)
                first = json.error();
            continue;
        }
        if (response) {
            first = Error{Error::Kind::Auth, {},
                u"%1 → %2"_s.arg(response->status)
                    .arg(QString::fromUtf8(response->header("location"))),
                {}, u"redirect"_s};
            continue;
        }
        if (response.error().kind != Error::Kind::NotFound
            && response.error().kind != Error::Kind::Unsupported)
            return tl::unexpected(told(response.error(), ask));
    }
    const AirRequest nothing;
    if (first)
        return tl::unexpected(told(*first, nothing));
    return tl::unexpected(told({Error::Kind::Unsupported, {}, m_setup->base.toString(),
                                   PH_TEXT("workflow",
                                       "No Airflow 2 or 3 answers here. Does the address miss a "
                                       "path?"),
                                   u"version"_s},
        nothing));
}

VoidResult AirConnection::logIn(AirSession::Login& login, const Token& token)
{
    switch (m_setup->auth) {
    case AirAuth::None:
        return {};
    case AirAuth::TokenCommand:
        return logInCommand(login, token);
    case AirAuth::Password:
        break;
    }
    return login.major == 3 ? logInToken(login, token) : logInForm(login, token);
}

VoidResult AirConnection::logInCommand(AirSession::Login& login, const Token& token)
{
    const auto bearer = tokenOfCommand(m_setup->tokenCommand, m_setup->tokenLimit, token);
    if (!bearer)
        return tl::unexpected(told(bearer.error(), {}));
    redactInLogs(Secret(QString::fromUtf8(*bearer)));
    login.headers = {{"Authorization", "Bearer " + *bearer}};
    login.renewAt = renewalOf(Clock::now(), lifeOfToken(*bearer, QDateTime::currentDateTimeUtc()));
    return {};
}

VoidResult AirConnection::logInToken(AirSession::Login& login, const Token& token)
{
    AirRequest ask;
    ask.method = "POST";
    ask.path = "/auth/token";
    ask.body = QJsonDocument(QJsonObject{{u"username"_s, m_setup->config.user},
                                 {u"password"_s, m_setup->secret.reveal()}})
                   .toJson(QJsonDocument::Compact);
    const auto response = once(ask, {}, token, plain(token));
    if (!response)
        return tl::unexpected(told(response.error(), ask));
    const auto json = objectOf(response->body);
    if (!json)
        return tl::unexpected(told(json.error(), ask));
    QString bearer = json->value("access_token"_L1).toString();
    if (bearer.isEmpty())
        bearer = json->value("jwt_token"_L1).toString();
    if (bearer.isEmpty())
        return tl::unexpected(
            told({Error::Kind::Auth, {}, u"no token in the answer"_s, {}, {}}, ask));
    redactInLogs(Secret(bearer));
    const QByteArray bytes = bearer.toUtf8();
    login.headers = {{"Authorization", "Bearer " + bytes}};
    login.renewAt = renewalOf(Clock::now(), lifeOfToken(bytes, QDateTime::currentDateTimeUtc()));
    return {};
}

VoidResult AirConnection::logInForm(AirSession::Login& login, const Token& token)
{
    // Does this identification open the API? Airflow answers 401 or 403 without one.
    std::optional<Error> refusal;
    const auto opens = [&](const HttpHeaders& headers) -> Result<bool> {
        AirRequest ask;
        ask.path = "/api/v1/dags";
        ask.query = "limit=1";
        AirSession::Login as;
        as.headers = headers;
        const auto response = once(ask, as, token, plain(token));
        if (response)
            return response->status < 300;
        if (response.error().kind != Error::Kind::Auth || response.error().code.isEmpty())
            return tl::unexpected(told(response.error(), ask));
        refusal = response.error();
        return false;
    };

    bool in = false;
    HttpHeaders cookie;
    AirRequest page;
    page.path = "/login/";
    page.accept = "text/html";
    const auto form = once(page, {}, token, plain(token));
    if (!form && form.error().code.isEmpty())
        return tl::unexpected(told(form.error(), page));
    const QByteArray csrf = form ? csrfOf(form->body) : QByteArray();
    if (!csrf.isEmpty()) {
        AirSession::Login begun;
        const QByteArray first = cookiesOf(form->headers);
        begun.headers = {{"Cookie", first}};
        AirRequest post = page;
        post.method = "POST";
        post.form = true;
        post.body = "username=" + formValue(m_setup->config.user)
            + "&password=" + formValue(m_setup->secret.reveal())
            + "&csrf_token=" + formValue(QString::fromUtf8(csrf));
        const auto done = once(post, begun, token, plain(token));
        if (done && done->status >= 300 && !done->header("location").contains("/login")) {
            cookie = {{"Cookie", cookiesOf(done->headers, first)}};
            const auto opened = opens(cookie);
            if (!opened)
                return tl::unexpected(opened.error());
            in = true;
            if (*opened) {
                login.headers = cookie;
                login.cookie = true;
                return {};
            }
        }
    }
    const QByteArray pair
        = (m_setup->config.user + u':' + m_setup->secret.reveal()).toUtf8().toBase64();
    const HttpHeaders basic{{"Authorization", "Basic " + pair}};
    const auto opened = opens(basic);
    if (!opened)
        return tl::unexpected(opened.error());
    if (*opened) {
        login.headers = basic;
        return {};
    }
    if (in) { // a user who may not see DAGs but is who he says
        login.headers = cookie;
        login.cookie = true;
        return {};
    }
    Error error = refusal.value_or(Error{Error::Kind::Auth, {}, {}, {}, u"401"_s});
    error.code = u"401"_s; // whatever the status, the server did not take user and password
    return tl::unexpected(told(error, page));
}

Error AirConnection::told(Error error, const AirRequest& request) const
{
    error.where = m_setup->config.id;
    bool isStatus = false;
    const int status = error.code.toInt(&isStatus);
    if (isStatus)
        error.detail = wordsOf(error.detail);
    error.detail = redacted(error.detail);
    if (!error.hint.isEmpty())
        return error;
    const bool command = m_setup->auth == AirAuth::TokenCommand;
    if (error.code == "guard"_L1) {
        error.hint = PH_TEXT("workflow", "This request is not in the list of what may be sent.");
    } else if (error.code == "redirect"_L1 || error.code == "login"_L1) {
        error.hint = PH_TEXT("workflow",
            "The server wants a login in a browser. Behind a gateway use a token command or its "
            "headers.");
    } else if (status == 401 || status == 407) {
        error.kind = Error::Kind::Auth;
        error.hint = command ? PH_TEXT("workflow", "The token the command printed is not accepted.")
            : m_setup->auth == AirAuth::None
            ? PH_TEXT("workflow", "The server wants a login. Enter a user or a token command.")
            : PH_TEXT("workflow", "User or password is not accepted.");
    } else if (status == 403) {
        error.hint = PH_TEXT("workflow", "The role of this user does not allow it.");
    } else if (status == 404 && request.method == "GET") {
        error.hint = PH_TEXT("workflow", "It is not there, or not any more.");
    } else if (status == 409) {
        error.hint = PH_TEXT("workflow", "It exists already, or it was changed meanwhile.");
    } else if (status == 400 || status == 422) {
        error.kind = Error::Kind::Refused;
        error.hint = PH_TEXT("workflow", "The server does not accept these values.");
    } else if (status == 502 || status == 504) {
        error.hint = PH_TEXT("workflow", "The gateway in front did not reach Airflow.");
    } else if (status >= 500) {
        error.hint = PH_TEXT("workflow", "The server failed. The log of its API server says why.");
    } else if (error.kind == Error::Kind::Timeout) {
        if (error.detail.isEmpty())
            error.detail = u"no answer in time"_s;
        error.hint = PH_TEXT(
            "workflow", "The server is busy, or its database hangs. It is asked again by itself.");
    } else if (error.kind == Error::Kind::Refused) {
        error.hint = PH_TEXT("workflow", "Is the server running, and is address and port right?");
    } else if (error.kind == Error::Kind::Auth) {
        error.hint = PH_TEXT("workflow", "Check the certificates of this connection.");
    } else if (error.kind == Error::Kind::Protocol && error.code == "limit"_L1) {
        error.hint = PH_TEXT("workflow", "The answer is too large to be taken in one piece.");
    }
    return error;
}

} // namespace pilothouse::workflow
