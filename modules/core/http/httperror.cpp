// SPDX-License-Identifier: GPL-3.0-or-later
// Status and CURLcode tables.
#include "core/http/httperror.h"

#include <algorithm>

#include <curl/curl.h>

namespace pilothouse
{

using namespace Qt::StringLiterals;

namespace
{

Error::Kind kindOfStatus(int status)
{
    switch (status) {
    case 401:
    case 403:
    case 407:
        return Error::Kind::Auth;
    case 404:
    case 410:
        return Error::Kind::NotFound;
    case 409:
    case 412:
    case 423:
        return Error::Kind::Conflict;
    case 405:
    case 501:
    case 505:
        return Error::Kind::Unsupported;
    case 408:
    case 504:
        return Error::Kind::Timeout;
    case 429:
    case 502: // a proxy in front found nobody
    case 503:
        return Error::Kind::Refused;
    default:
        return Error::Kind::Protocol;
    }
}

bool carriesSecret(const QByteArray& name)
{
    const QByteArray lower = name.toLower();
    return lower == "authorization" || lower == "cookie" || lower == "proxy-authorization"
        || lower.contains("key") || lower.contains("token") || lower.contains("secret");
}

} // namespace

Error errorOfStatus(int status, const QByteArray& body)
{
    constexpr qsizetype kDetail = 2048;
    return Error{kindOfStatus(status), {}, QString::fromUtf8(body.left(kDetail)).trimmed(), {},
        QString::number(status)};
}

Error errorOfCurl(int curlCode, const QString& words)
{
    Error error{Error::Kind::Protocol, {}, words, {}, {}};
    if (words.isEmpty())
        error.detail = QString::fromUtf8(::curl_easy_strerror(CURLcode(curlCode)));
    switch (curlCode) {
    case CURLE_COULDNT_CONNECT:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        error.kind = Error::Kind::Refused;
        break;
    case CURLE_OPERATION_TIMEDOUT:
        error.kind = Error::Kind::Timeout;
        break;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
        error.kind = Error::Kind::Auth;
        break;
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_NOT_BUILT_IN:
        error.kind = Error::Kind::Unsupported;
        break;
    case CURLE_OUT_OF_MEMORY:
    case CURLE_FAILED_INIT:
    case CURLE_BAD_FUNCTION_ARGUMENT:
        error.kind = Error::Kind::Internal;
        break;
    default:
        // TLS 1.3 servers reject a client certificate after the handshake.
        if (words.contains("certificate required"_L1) || words.contains("alert bad certificate"_L1)
            || words.contains("alert unknown ca"_L1))
            error.kind = Error::Kind::Auth;
        break;
    }
    return error;
}

bool mayPass(int status)
{
    return status == 429 || status == 408 || (status >= 500 && status != 501 && status != 505);
}

bool isIdempotent(const HttpRequest& request)
{
    if (request.idempotent)
        return *request.idempotent;
    const QByteArray& m = request.method;
    return m == "GET" || m == "HEAD" || m == "OPTIONS" || m == "PUT" || m == "DELETE";
}

VoidResult checkRequest(const HttpRequest& request)
{
    const auto refused = [](const QString& what) -> VoidResult {
        return fail(Error::Kind::Refused, what, {}, {}, u"guard"_s);
    };
    const QString scheme = request.url.scheme();
    if (!request.url.isValid() || (scheme != u"http"_s && scheme != u"https"_s))
        return refused(u"not an http address"_s);
    if (!request.url.userInfo().isEmpty())
        return refused(u"user and password do not belong into the address"_s);
    const auto broken = [](const QByteArray& text) {
        return text.contains('\r') || text.contains('\n') || text.contains('\0');
    };
    if (request.method.isEmpty()
        || !std::all_of(request.method.begin(), request.method.end(),
            [](char c) { return c >= 'A' && c <= 'Z'; }))
        return refused(u"not an http method"_s);
    for (const auto& [name, value] : request.headers)
        if (name.isEmpty() || name.contains(':') || broken(name) || broken(value))
            return refused(u"a line end in a header"_s);
    return {};
}

QString withoutSecrets(QString text, const HttpRequest& request, const HttpOptions& options)
{
    const auto hide = [&text](const QString& secret) {
        if (secret.size() >= 4)
            text.replace(secret, u"•••"_s);
    };
    hide(options.password.reveal());
    hide(options.bearer.reveal());
    if (!options.user.isEmpty())
        hide(QString::fromLatin1(
            QString(options.user + u':' + options.password.reveal()).toUtf8().toBase64()));
    for (const auto& [name, value] : request.headers) {
        if (!carriesSecret(name))
            continue;
        hide(QString::fromUtf8(value));
        // "Bearer xyz": a server may repeat only the second word.
        if (const qsizetype space = value.indexOf(' '); space > 0)
            hide(QString::fromUtf8(value.mid(space + 1)));
    }
    return text;
}

} // namespace pilothouse
