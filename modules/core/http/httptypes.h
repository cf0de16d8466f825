// SPDX-License-Identifier: GPL-3.0-or-later
// What goes to an HTTP service and what comes back.
#pragma once

#include "core/http/retry.h"
#include "core/secret.h"
#include "core/service.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <optional>
#include <utility>

namespace pilothouse
{

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url; // http or https, without user and password
    HttpHeaders headers;
    QByteArray body;
    // May it be sent twice? Empty: GET, HEAD, OPTIONS, PUT and DELETE may. A search by POST may say
    // so.
    std::optional<bool> idempotent;
    RetryPolicy retry; // of idempotent requests only
    qint64 maxBody = 64 << 20; // bytes after decompression; more is a Protocol error
    qint64 maxLine = 1 << 20; // bytes, of sendLines
};

struct HttpResponse {
    int status = 0; // 200 … 399; what is above is an Error
    HttpHeaders headers; // of the last answer, names in lower case
    QByteArray body;

    QByteArray header(const QByteArray& lowerName) const
    {
        for (const auto& [name, value] : headers)
            if (name == lowerName)
                return value;
        return {};
    }
};

// One per service and lane.
struct HttpOptions {
    // For https. Off, Prefer and VerifyFull: chain and name are checked. VerifyCa: the chain. Only
    // Require, chosen by the user, checks nothing.
    TlsConfig tls;
    QString unixSocket; // the URL's host is then only a name in the request
    QString user; // Basic, when not empty
    Secret password;
    Secret bearer;
    std::chrono::milliseconds connectLimit{10'000}; // per attempt
};

} // namespace pilothouse
