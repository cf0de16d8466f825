// SPDX-License-Identifier: GPL-3.0-or-later
// HttpClient: HTTP for adapters, blocking inside a lane job, with deadline and cancel.
#pragma once

#include "core/error.h"
#include "core/http/httptypes.h"
#include "core/token.h"

#include <QtGlobal>

#include <functional>
#include <memory>

namespace pilothouse
{

// One per lane (it is the lane's connection); used by one thread. Keeps connections open between
// requests. Redirects are not followed. Errors: see httperror.h; secrets never appear in them.
class HttpClient final
{
public:
    explicit HttpClient(HttpOptions options = {});
    ~HttpClient();
    Q_DISABLE_COPY_MOVE(HttpClient)

    // Idempotent requests are sent again after a failed connection, a broken answer, 429 and 5xx,
    // as long as the deadline allows; others are sent once and on a fresh connection, because
    // libcurl silently repeats a request on a kept connection that turns out to be closed.
    Result<HttpResponse> send(const HttpRequest& request, const Token& token);

    // Hands on the body line by line as it comes, on this thread; a line that is longer than
    // request.maxLine ends it with a Protocol error. `onLine` may block (the server slows down) and
    // returns false when it has enough. `silence` > 0: each piece of the answer is a sign of life
    // (Token::alive), for jobs without a total deadline. The response's body is empty. Not sent
    // again once a line was handed on.
    using OnLine = std::function<bool(QByteArrayView line)>;
    Result<HttpResponse> sendLines(const HttpRequest& request, const OnLine& onLine,
        const Token& token, milliseconds silence = milliseconds(0));

    // The same without cutting into lines: each piece of the body as it comes, decompressed.
    using OnChunk = std::function<bool(QByteArrayView piece)>;
    Result<HttpResponse> sendChunks(const HttpRequest& request, const OnChunk& onChunk,
        const Token& token, milliseconds silence = milliseconds(0));

private:
    class Session;
    std::unique_ptr<Session> m_session;
};

} // namespace pilothouse
