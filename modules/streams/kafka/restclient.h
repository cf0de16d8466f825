// SPDX-License-Identifier: GPL-3.0-or-later
// RestClient: one lane's way to a schema registry or a Connect cluster: the guard, and errors in
// the server's words. Blocking; lane thread only.
#pragma once

#include "core/http/httpclient.h"
#include "core/task.h"
#include "streams/kafka/restplace.h"

#include <QJsonValue>

namespace pilothouse::streams
{

struct RestRequest {
    QByteArray method = "GET";
    QByteArray path; // escaped, below the address: "/subjects"
    QByteArray query = {}; // escaped, without '?'
    QByteArray body = {}; // JSON
};

// One part of a path, escaped: names hold '/', ':' and spaces.
QByteArray restPart(const QString& name);

enum class RestVerdict {
    Reads, // always
    Writes, // where the gate allows it
    Refused, // never
};
// The table of verbs and paths that may be sent at all. Pure.
RestVerdict restVerdict(const QByteArray& method, const QByteArray& path);

class RestClient final
{
public:
    explicit RestClient(std::shared_ptr<const RestPlace> place);
    ~RestClient();
    Q_DISABLE_COPY_MOVE(RestClient)

    Result<QJsonValue> read(const RestRequest& request, const Token& token);
    // Refused where the connection may not write, never sent twice.
    Result<QJsonValue> change(
        const RestRequest& request, const Token& token, TaskProgress& progress);

    VoidResult mayChange() const; // by the gate, as it stands now

    const RestPlace& place() const { return *m_place; }

private:
    Result<HttpClient*> client(const Token& token);
    HttpRequest raw(const RestRequest& request) const;
    Result<QJsonValue> json(const Result<HttpResponse>& response) const;
    Error told(Error error) const;

    const std::shared_ptr<const RestPlace> m_place;
    std::unique_ptr<HttpClient> m_client;
    QString m_socket; // near end of the tunnel the client was made for
};

// "POST http://host:8081/subjects/x/versions" and the body below it: exactly what is sent.
QString textOf(const RestPlace& place, const RestRequest& request);

} // namespace pilothouse::streams
