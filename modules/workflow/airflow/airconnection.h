// SPDX-License-Identifier: GPL-3.0-or-later
// AirConnection: one lane's HTTP connection to Airflow: login, renewal, the guard, and errors in
// words. Blocking: lanes only.
#pragma once

#include "core/http/httpclient.h"
#include "core/task.h"
#include "workflow/airflow/airsession.h"
#include "workflow/airflow/airsetup.h"

#include <QJsonArray>

namespace pilothouse::workflow
{

// One part of a path, escaped: ids hold '+', ':' and sometimes '/'.
QByteArray pathPart(const QString& id);

// A query in the order given.
class AirQuery final
{
public:
    AirQuery& add(const char* name, const QString& value);
    AirQuery& add(const char* name, qint64 value) { return add(name, QString::number(value)); }
    const QByteArray& text() const { return m_text; }

private:
    QByteArray m_text;
};

struct AirRequest {
    QByteArray method = "GET";
    QByteArray path; // escaped, below the address: "/api/v2/dags"
    QByteArray query; // escaped, without '?'
    QByteArray body; // JSON
    QByteArray shown = {}; // in place of a body with secrets, where it is shown or logged
    QByteArray accept = "application/json";
    bool log = false; // counts as a log among the requests under way
    bool form = false; // the body is a web form
    bool mayWait = false; // 409 says that the same request waits already: that is as good as done

    // As the user sees it: "PATCH /api/v2/dags/x {"is_paused": true}".
    QString text() const;
};

class AirHelpers;

class AirConnection final
{
public:
    // `helpers` fetch further pages beside this connection; null: one after the other.
    AirConnection(std::shared_ptr<const AirSetup> setup, std::shared_ptr<AirSession> session,
        std::shared_ptr<AirHelpers> helpers = {});
    ~AirConnection();
    Q_DISABLE_COPY_MOVE(AirConnection)

    // Logged in, so that session().login() is valid. A refused login is repeated from memory.
    VoidResult open(const Token& token);
    // Only what reads; logs in again once when the login has expired.
    Result<HttpResponse> read(const AirRequest& request, const Token& token);
    Result<QByteArray> body(const AirRequest& request, const Token& token);
    Result<QJsonObject> object(const AirRequest& request, const Token& token);
    // The bodies of several requests, in their order; the first error ends it.
    Result<std::vector<QByteArray>> bodies(std::vector<AirRequest> requests, const Token& token);
    // All pages of a list, or its first `most` items; `total`: what the server has.
    struct All {
        std::vector<QJsonArray> pages;
        qint64 total = 0;
    };
    Result<All> all(const AirRequest& request, const QString& name, const Token& token,
        qint64 most = 1'000'000);

    using OnPiece = std::function<bool(QByteArrayView)>;
    Result<HttpResponse> readLines(
        const AirRequest& request, const OnPiece& onLine, const Token& token, milliseconds silence);
    Result<HttpResponse> readChunks(const AirRequest& request, const OnPiece& onChunk,
        const Token& token, milliseconds silence);
    // A write: the gate is asked, and it is sent once.
    Result<QByteArray> change(
        const AirRequest& request, const Token& token, TaskProgress& progress);

    AirSession& session() const { return *m_session; }
    const AirSetup& setup() const { return *m_setup; }
    // "/api/v2" or "/api/v1"; after open().
    QByteArray api() const { return m_session->login().major == 3 ? "/api/v2" : "/api/v1"; }
    bool isThree() const { return m_session->login().major == 3; }
    // An error as this connection tells it: where, the server's words, what to do.
    Error told(Error error, const AirRequest& request) const;

private:
    using Send = std::function<Result<HttpResponse>(HttpClient&, const HttpRequest&)>;
    static Send plain(const Token& token);
    Result<HttpResponse> exchange(const AirRequest& request, const Token& token, const Send& send);
    Result<HttpResponse> once(const AirRequest& request, const AirSession::Login& login,
        const Token& token, const Send& send);
    Result<HttpClient*> client(const Token& token);
    bool expired(const Error& error, const AirSession::Login& login) const;
    void noteTime(const HttpResponse& response, const QDateTime& sent) const;
    QString redacted(QString text) const;

    Result<AirSession::Login> version(const Token& token);
    VoidResult logIn(AirSession::Login& login, const Token& token);
    VoidResult logInToken(AirSession::Login& login, const Token& token);
    VoidResult logInForm(AirSession::Login& login, const Token& token);
    VoidResult logInCommand(AirSession::Login& login, const Token& token);

    const std::shared_ptr<const AirSetup> m_setup;
    const std::shared_ptr<AirSession> m_session;
    const std::shared_ptr<AirHelpers> m_helpers;
    std::unique_ptr<HttpClient> m_client;
    QString m_socket; // near end of the tunnel the client was made for
};

} // namespace pilothouse::workflow
