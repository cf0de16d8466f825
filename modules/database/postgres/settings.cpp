// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/postgres/settings.h"

#include <QByteArray>

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;

namespace
{

const char* sslModeOf(TlsConfig::Mode mode)
{
    switch (mode) {
    case TlsConfig::Mode::Off:
        return "disable";
    case TlsConfig::Mode::Prefer:
        return "prefer";
    case TlsConfig::Mode::Require:
        return "require";
    case TlsConfig::Mode::VerifyCa:
        return "verify-ca";
    case TlsConfig::Mode::VerifyFull:
        return "verify-full";
    }
    return "verify-full";
}

bool takePort(QStringView text, quint16& port)
{
    bool ok = false;
    const int n = text.toInt(&ok);
    if (!ok || n < 1 || n > 65'535)
        return false;
    port = static_cast<quint16>(n);
    return true;
}

bool takeAddress(const QString& address, ConnectionSettings& s)
{
    if (address.startsWith(u'/')) {
        // …/.s.PGSQL.5432 names the socket itself.
        const auto file = address.lastIndexOf("/.s.PGSQL."_L1);
        s.host = file < 0 ? address : address.left(file);
        return file < 0 || takePort(QStringView(address).mid(file + 10), s.port);
    }
    if (address.startsWith(u'[')) {
        const auto close = address.indexOf(u']');
        if (close < 2)
            return false;
        s.host = address.mid(1, close - 1);
        const QStringView rest = QStringView(address).mid(close + 1);
        return rest.isEmpty() || (rest.startsWith(u':') && takePort(rest.mid(1), s.port));
    }
    const auto colon = address.lastIndexOf(u':');
    s.host = colon < 0 ? address : address.left(colon);
    return !s.host.isEmpty()
        && (colon < 0 || takePort(QStringView(address).mid(colon + 1), s.port));
}

} // namespace

Result<ConnectionSettings> settingsOf(const ServiceConfig& config, const Secret& secret)
{
    ConnectionSettings s;
    s.service = config.id;
    if (!takeAddress(config.address, s))
        return fail(Error::Kind::Refused, config.address, config.id,
            PH_TEXT("postgres", "The address must be host:port or the path of a socket."));
    if (const int port = config.options.value(u"port"_s).toInt(); port > 0 && port <= 65'535)
        s.port = static_cast<quint16>(port);
    s.user = config.user;
    s.secret = secret;
    s.tls = config.tls;
    s.sshJump = config.sshJump;
    s.database = config.options.value(u"database"_s).toString();
    s.useEnvironment = config.options.value(u"useEnvironment"_s).toBool();
    if (const int ms = config.options.value(u"connectTimeout"_s).toInt(); ms > 0)
        s.connectSeconds = std::max(2, (ms + 999) / 1000);
    if (s.database.isEmpty() && !s.useEnvironment)
        s.database = s.user;
    return s;
}

Keywords keywordsOf(const ConnectionSettings& s, const QString& label)
{
    Keywords k;
    const auto add = [&](const char* key, const QString& value) {
        k.emplace_back(key, value.toStdString());
    };
    const auto unless = [&](const char* key, const char* value) { // closes a door to PG* and files
        if (!s.useEnvironment)
            k.emplace_back(key, value);
    };
    add("host", s.host);
    if (!s.hostAddress.isEmpty() || !s.useEnvironment)
        add("hostaddr", s.hostAddress);
    add("port", QString::number(s.port));
    if (!s.database.isEmpty() || !s.useEnvironment)
        add("dbname", s.database);
    if (!s.user.isEmpty() || !s.useEnvironment)
        add("user", s.user);
    if (!s.secret.isEmpty() || !s.useEnvironment)
        add("password", s.secret.reveal());
    unless("passfile", "/nonexistent/pgpass");
    unless("options", "");
    unless("channel_binding", "prefer");
    unless("gssencmode", "disable");
    unless("target_session_attrs", "any");
    unless("requirepeer", "");
    unless("krbsrvname", "postgres");
    unless("ssl_min_protocol_version", "TLSv1.2");
    k.emplace_back("sslmode", s.host.startsWith(u'/') ? "disable" : sslModeOf(s.tls.mode));
    // Files that do not exist are not used; libpq would look into ~/.postgresql otherwise.
    k.emplace_back("sslrootcert",
        s.tls.ca.isEmpty()
            ? (s.tls.mode >= TlsConfig::Mode::VerifyCa ? "/etc/ssl/certs/ca-certificates.crt"
                                                       : "/nonexistent/root.crt")
            : s.tls.ca.toStdString());
    k.emplace_back(
        "sslcert", s.tls.cert.isEmpty() ? "/nonexistent/client.crt" : s.tls.cert.toStdString());
    k.emplace_back(
        "sslkey", s.tls.key.isEmpty() ? "/nonexistent/client.key" : s.tls.key.toStdString());
    k.emplace_back("sslcrl", "/nonexistent/root.crl");
    k.emplace_back("sslcrldir", "");
    k.emplace_back("sslcompression", "0");
    k.emplace_back("client_encoding", "UTF8");
    k.emplace_back("connect_timeout", std::to_string(s.connectSeconds));
    k.emplace_back("keepalives", "1");
    k.emplace_back("keepalives_idle", "10");
    k.emplace_back("keepalives_interval", "5");
    k.emplace_back("keepalives_count", "4");
    k.emplace_back("tcp_user_timeout", "30000");
    // The server cuts at 63 bytes.
    k.emplace_back("application_name",
        label.isEmpty() ? "Pilothouse" : "Pilothouse " + label.left(40).toStdString());
    return k;
}

std::string conninfoOf(const Keywords& keywords)
{
    std::string out;
    for (const auto& [key, value] : keywords) {
        out += key + "='";
        for (const char c : value) {
            if (c == '\'' || c == '\\')
                out += '\\';
            out += c;
        }
        out += "' ";
    }
    return out;
}

} // namespace pilothouse::database::postgres
