// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/airsetup.h"

#include "core/log.h"

#include <QProcess>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kDefaultPort = 8080;
constexpr int kServerPageLimit = 100; // [api] maximum_page_limit's default; more is cut silently

milliseconds limitOf(const QVariantMap& options, const QString& key, int otherwise)
{
    return milliseconds(std::clamp(options.value(key, otherwise).toInt(), 100, 600'000));
}

Error unusable(const QString& detail, Text hint)
{
    return {Error::Kind::Unsupported, {}, detail, std::move(hint), u"configuration"_s};
}

} // namespace

QUrl airBaseOf(const QString& address, bool tls)
{
    QString text = address.trimmed();
    const bool bare = !text.contains("://"_L1);
    if (bare)
        text.prepend(tls ? "https://"_L1 : "http://"_L1);
    while (text.endsWith(u'/'))
        text.chop(1);
    QUrl url(text, QUrl::StrictMode);
    const bool http = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !http || url.host().isEmpty() || !url.userInfo().isEmpty()
        || url.hasQuery() || url.hasFragment())
        return {};
    if (bare && url.port() < 0)
        url.setPort(kDefaultPort);
    return url;
}

Result<HttpHeaders> airHeadersOf(const QString& text)
{
    HttpHeaders headers;
    QString lines = text;
    for (const QString& line : lines.replace(u'\n', u';').split(u';', Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype colon = line.indexOf(u':');
        const QByteArray name = line.left(colon).trimmed().toLatin1();
        QByteArray value = line.mid(colon + 1).trimmed().toUtf8();
        if (colon <= 0 || name.isEmpty())
            return tl::unexpected(unusable(u"headers"_s,
                PH_TEXT("workflow", "Write headers as name: value, one per line or parted by ;")));
        if (value.startsWith("env:")) {
            const QByteArray variable = value.mid(4);
            if (!qEnvironmentVariableIsSet(variable.constData()))
                return tl::unexpected(unusable(QString::fromUtf8(variable),
                    PH_TEXT("workflow", "The environment variable %1 of a header is not set.")
                        .arg(QString::fromUtf8(variable))));
            value = qgetenv(variable.constData());
            redactInLogs(Secret(QString::fromUtf8(value)));
        }
        headers.append({name, value});
    }
    return headers;
}

std::shared_ptr<const AirSetup> airSetupOf(const AdapterContext& context)
{
    auto setup = std::make_shared<AirSetup>();
    const QVariantMap& options = context.config.options;
    setup->config = context.config;
    setup->secret = context.secret;
    setup->gate = context.gate ? context.gate : std::make_shared<WriteGate>(context.config.writes);
    if (!context.secret.isEmpty())
        redactInLogs(context.secret);

    setup->base
        = airBaseOf(context.config.address, context.config.tls.mode != TlsConfig::Mode::Off);
    if (!setup->base.isValid() || setup->base.isEmpty())
        setup->problem = unusable(context.config.address,
            PH_TEXT("workflow",
                "Write the address as http://host:port, with a path where Airflow has one, and "
                "without user and password."));

    setup->tokenCommand = QProcess::splitCommand(options.value(u"tokenCommand"_s).toString());
    setup->tokenLimit = limitOf(options, u"tokenTimeout"_s, 10'000);
    const QString auth = options.value(u"auth"_s, u"auto"_s).toString();
    if (auth == "token-command"_L1 || (auth == "auto"_L1 && !setup->tokenCommand.isEmpty()))
        setup->auth = AirAuth::TokenCommand;
    else if (auth == "password"_L1 || (auth == "auto"_L1 && !context.config.user.isEmpty()))
        setup->auth = AirAuth::Password;
    if (setup->auth == AirAuth::TokenCommand && setup->tokenCommand.isEmpty())
        setup->problem = unusable(
            u"tokenCommand"_s, PH_TEXT("workflow", "Name the command that prints the token."));

    const auto headers = airHeadersOf(options.value(u"headers"_s).toString());
    if (headers)
        setup->headers = *headers;
    else
        setup->problem = headers.error();
    setup->pageSize
        = std::clamp(options.value(u"pageSize"_s, kServerPageLimit).toInt(), 1, kServerPageLimit);
    setup->connectLimit = limitOf(options, u"connect_timeout"_s, 5'000);
    setup->answerLimit = limitOf(options, u"answer_timeout"_s, 15'000);
    setup->privateApi = options.value(u"privateApi"_s, u"auto"_s).toString() != "off"_L1;
    if (!context.config.sshJump.isEmpty()) {
        SshOptions ssh;
        ssh.configFile = options.value(u"ssh_config"_s).toString();
        setup->tunnel
            = std::make_shared<SshTunnel>(context.config.sshJump, SshTunnel::Near::Unix, ssh);
    }
    setup->problem.where = context.config.id;
    return setup;
}

} // namespace pilothouse::workflow
