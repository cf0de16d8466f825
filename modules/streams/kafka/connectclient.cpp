// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/connectclient.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t kMostTopicsAsked = 200; // connectors whose topics are asked for

// jdbc:…//user:password@host, and ?password=… in one.
QString withoutLogin(QString value)
{
    static const QRegularExpression kLogin(u"://([^/@:\\s]+):([^/@\\s]+)@"_s);
    static const QRegularExpression kQuery(u"((?:password|passwd|secret|token)=)[^&;\\s]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    value.replace(kLogin, u"://\\1:"_s + kHiddenValue + u'@');
    return value.replace(kQuery, u"\\1"_s + kHiddenValue);
}

QString shownValue(const QString& setting, const QString& value)
{
    static const QRegularExpression kElsewhere(u"^\\$\\{[^}]*\\}$"_s); // names a place, holds none
    if (holdsSecret(setting) && !value.isEmpty() && !kElsewhere.match(value).hasMatch())
        return kHiddenValue;
    return withoutLogin(value);
}

QStringList namedTopics(const ConnectorInfo& connector)
{
    QStringList out;
    for (const char* setting : {"topics", "topic", "kafka.topic"}) {
        const auto at = connector.config.find(QString::fromLatin1(setting));
        if (at == connector.config.end())
            continue;
        for (const QString& topic : at->second.split(u',', Qt::SkipEmptyParts))
            if (!out.contains(topic.trimmed()))
                out.append(topic.trimmed());
    }
    return out;
}

} // namespace

bool holdsSecret(const QString& setting)
{
    static const QStringList kWords{u"password"_s, u"passwd"_s, u"secret"_s, u"token"_s,
        u"passphrase"_s, u"credential"_s, u"private.key"_s, u"api.key"_s, u"apikey"_s,
        u"access.key"_s, u"account.key"_s, u"jaas.config"_s, u"authorization"_s, u"keyfile"_s};
    const QString name = setting.toLower();
    return std::any_of(
        kWords.begin(), kWords.end(), [&name](const QString& word) { return name.contains(word); });
}

Result<std::vector<ConnectorInfo>> connectorsOf(const QJsonValue& answer)
{
    if (!answer.isObject())
        return fail(Error::Kind::Protocol, u"no list of connectors"_s);
    std::vector<ConnectorInfo> out;
    const QJsonObject all = answer.toObject();
    for (auto at = all.begin(); at != all.end(); ++at) {
        const QJsonObject status = at->toObject().value("status"_L1).toObject();
        const QJsonObject info = at->toObject().value("info"_L1).toObject();
        const QJsonObject own = status.value("connector"_L1).toObject();
        ConnectorInfo one;
        one.name = at.key();
        one.isSource
            = status.value("type"_L1).toString(info.value("type"_L1).toString()) == "source"_L1;
        one.state = own.value("state"_L1).toString();
        one.worker = own.value("worker_id"_L1).toString();
        one.trace = own.value("trace"_L1).toString();
        for (const QJsonValue& value : status.value("tasks"_L1).toArray()) {
            const QJsonObject task = value.toObject();
            one.tasks.push_back({task.value("id"_L1).toInt(), task.value("state"_L1).toString(),
                task.value("worker_id"_L1).toString(), task.value("trace"_L1).toString()});
        }
        std::sort(one.tasks.begin(), one.tasks.end(),
            [](const ConnectorTask& a, const ConnectorTask& b) { return a.id < b.id; });
        const QJsonObject config = info.value("config"_L1).toObject();
        for (auto set = config.begin(); set != config.end(); ++set)
            one.config.emplace(set.key(), shownValue(set.key(), set->toString()));
        one.topics = namedTopics(one);
        out.push_back(std::move(one));
    }
    return out;
}

ConnectClient::ConnectClient(const RestPlaces& places)
{
    for (const auto& place : places)
        m_clients.push_back(std::make_unique<RestClient>(place));
}

Result<std::vector<ConnectorInfo>> ConnectClient::connectorsAt(
    RestClient& client, Topics topics, size_t already, const Token& token)
{
    const auto told = client.read({"GET", "/connectors", "expand=status&expand=info", {}}, token);
    if (!told)
        return tl::unexpected(told.error());
    auto found = connectorsOf(*told);
    if (!found) {
        Error error = found.error();
        error.where = client.place().service;
        return tl::unexpected(std::move(error));
    }
    for (ConnectorInfo& one : *found) {
        // Those it has really used; a worker may be set not to keep them.
        if (topics == Topics::Used && ++already <= kMostTopicsAsked && !token.stopped()) {
            const auto used = client.read(
                {"GET", "/connectors/" + restPart(one.name) + "/topics", {}, {}}, token);
            if (used)
                for (const QJsonValue& topic :
                    used->toObject().value(one.name).toObject().value("topics"_L1).toArray())
                    if (!one.topics.contains(topic.toString()))
                        one.topics.append(topic.toString());
        }
        one.topics.sort();
    }
    return found;
}

Result<ConnectorList> ConnectClient::connectors(const Token& token, Topics topics)
{
    ConnectorList out;
    for (const auto& client : m_clients) {
        const QString address = client->place().base.authority();
        auto found = connectorsAt(*client, topics, out.connectors.size(), token);
        if (!found) {
            if (token.stopped() || m_clients.size() == 1)
                return tl::unexpected(found.error());
            out.failed.emplace(address, found.error());
            continue;
        }
        for (ConnectorInfo& one : *found) {
            if (m_clients.size() > 1)
                one.cluster = address;
            out.connectors.push_back(std::move(one));
        }
    }
    if (!m_clients.empty() && out.failed.size() == m_clients.size())
        return tl::unexpected(out.failed.begin()->second);
    return out;
}

} // namespace pilothouse::streams
