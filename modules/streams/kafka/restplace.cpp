// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/restplace.h"

#include "core/log.h"

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

Error unusable(const QString& detail, Text hint)
{
    return {Error::Kind::Unsupported, {}, detail, std::move(hint), u"configuration"_s};
}

QUrl baseOf(const QString& address, bool tls)
{
    QString text = address.trimmed();
    if (!text.contains("://"_L1))
        text.prepend(tls ? "https://"_L1 : "http://"_L1);
    while (text.endsWith(u'/'))
        text.chop(1);
    const QUrl url(text, QUrl::StrictMode);
    const bool http = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    const bool plain = url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    return url.isValid() && http && plain && !url.host().isEmpty() ? url : QUrl();
}

} // namespace

Result<HttpHeaders> restHeadersOf(const QString& text)
{
    HttpHeaders headers;
    for (const QString& line : text.split(u';', Qt::SkipEmptyParts)) {
        const qsizetype colon = line.indexOf(u':');
        const QByteArray name = line.left(std::max<qsizetype>(colon, 0)).trimmed().toLatin1();
        QByteArray value = line.mid(colon + 1).trimmed().toUtf8();
        if (name.isEmpty())
            return tl::unexpected(unusable(u"headers"_s,
                PH_TEXT("streams", "Write headers as name: value, parted by semicolons.")));
        if (value.startsWith("env:")) {
            const QByteArray variable = value.mid(4);
            if (!qEnvironmentVariableIsSet(variable.constData()))
                return tl::unexpected(unusable(QString::fromUtf8(variable),
                    PH_TEXT("streams", "The environment variable %1 of a header is not set.")
                        .arg(QString::fromUtf8(variable))));
            value = qgetenv(variable.constData());
            redactInLogs(Secret(QString::fromUtf8(value)));
        }
        headers.emplaceBack(name, value);
    }
    return headers;
}

RestPlaces restPlacesOf(const AdapterContext& context, const QString& option,
    const std::shared_ptr<WriteGate>& gate, const std::shared_ptr<SshTunnel>& tunnel)
{
    RestPlaces out;
    const QVariantMap& options = context.config.options;
    const bool registry = option == "registry"_L1;
    for (const QString& address :
        options.value(option).toString().split(u',', Qt::SkipEmptyParts)) {
        if (address.trimmed().isEmpty())
            continue;
        auto place = std::make_shared<RestPlace>();
        place->service = context.config.id;
        place->tls = context.config.tls;
        place->base = baseOf(address, place->tls.mode != TlsConfig::Mode::Off);
        if (place->base.isEmpty())
            place->problem = unusable(address.trimmed(),
                PH_TEXT("streams",
                    "Write the address as http://host:port, with a path where there is one, and "
                    "without user and password."));
        if (options.value(option + u"_login"_s).toString() == "service"_L1) {
            place->user = context.config.user;
            place->password = context.secret;
        }
        if (auto headers = restHeadersOf(options.value(option + u"_headers"_s).toString()))
            place->headers = std::move(*headers);
        else
            place->problem = headers.error();
        place->type = registry ? "application/vnd.schemaregistry.v1+json" : "application/json";
        const int limit = options.value(u"connect_timeout"_s, 5000).toInt();
        place->connectLimit = milliseconds(std::clamp(limit, 100, 60'000));
        place->gate = gate;
        place->tunnel = tunnel;
        place->problem.where = context.config.id;
        out.push_back(std::move(place));
    }
    return out;
}

} // namespace pilothouse::streams
