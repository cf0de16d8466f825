// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences by kind; checks by what usually causes that kind.
#include "ui/errors/errorwords.h"

#include "ui/words.h"

#include <algorithm>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace
{

struct Address {
    QString host;
    QString port;
    bool isSocket = false;
};

Address addressOf(const ServiceConfig& service)
{
    Address a;
    if (service.address.startsWith(u'/')) {
        a.host = service.address;
        a.isSocket = true;
        return a;
    }
    QString rest = service.address;
    if (const auto scheme = rest.indexOf("://"_L1); scheme >= 0)
        rest = rest.mid(scheme + 3);
    rest = rest.section(u'/', 0, 0);
    const auto colon = rest.lastIndexOf(u':');
    a.host = colon > 0 ? rest.left(colon) : rest;
    a.port = colon > 0 ? rest.mid(colon + 1) : QString();
    return a;
}

// A server over HTTP that was reached and says no to what was sent.
bool refusesValues(const Error& error)
{
    return error.kind == Kind::Refused && (error.code == "400"_L1 || error.code == "422"_L1);
}

// A database that was reached and says no to a statement, by its SQLSTATE; not one without room.
bool refusesStatement(const Error& error)
{
    const QString& code = error.code;
    return error.kind == Kind::Refused && code.size() == 5 && code[0].isDigit()
        && !code.startsWith("08"_L1) && !code.startsWith("53"_L1) && !code.startsWith("57"_L1);
}

// A broker that was reached and says no, by the name of its error (POLICY_VIOLATION).
bool refusesByName(const Error& error)
{
    const QString& code = error.code;
    return error.kind == Kind::Refused && code.contains(u'_')
        && std::all_of(code.begin(), code.end(),
            [](QChar c) { return c == u'_' || (c >= u'A' && c <= u'Z'); });
}

// What is shown as a command must be safe to paste into a shell.
QString shellWord(const QString& text)
{
    static const QString kPlain = u"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                  u"._:/-@[]"_s;
    for (const QChar c : text)
        if (!kPlain.contains(c))
            return u'\'' % QString(text).replace(u"'"_s, u"'\\''"_s) % u'\'';
    return text;
}

} // namespace

QString ErrorWords::heading(const Error& error, const QString& title)
{
    if (error.code == "secret-not-kept"_L1)
        return tr("The keychain does not keep the password of %1").arg(title);
    switch (error.kind) {
    case Kind::Refused:
        if (refusesValues(error) || refusesByName(error))
            return tr("%1 refuses this request").arg(title);
        if (refusesStatement(error))
            return tr("%1 refuses this statement").arg(title);
        return error.code == "guard"_L1 ? tr("Writes are off for %1").arg(title)
                                        : tr("%1 cannot be reached").arg(title);
    case Kind::Timeout:
        return tr("%1 does not answer").arg(title);
    case Kind::Auth:
        return tr("%1 does not let us in").arg(title);
    case Kind::NotFound:
        return tr("%1 does not have this object").arg(title);
    case Kind::Conflict:
        return tr("%1 reports a conflict").arg(title);
    case Kind::Protocol:
        return tr("The connection to %1 broke").arg(title);
    case Kind::Unsupported:
        return tr("%1 cannot do this").arg(title);
    case Kind::Cancelled:
        return tr("Stopped");
    case Kind::Internal:
        break;
    }
    return tr("Something went wrong with %1").arg(title);
}

QString ErrorWords::original(const Error& error)
{
    QStringList parts;
    if (!error.detail.isEmpty())
        parts.append(error.detail.trimmed());
    if (!error.hint.isEmpty())
        parts.append(words(error.hint));
    if (!error.code.isEmpty() && error.code != "guard"_L1)
        parts.append(tr("code %1").arg(error.code));
    return parts.join(u'\n');
}

ErrorInfo ErrorWords::page(const Error& error, const ServiceConfig& service)
{
    ErrorInfo info;
    const QString title = service.title.isEmpty() ? service.id : service.title;
    info.heading = heading(error, title);
    info.original = original(error);
    const Address a = addressOf(service);
    const bool answered = refusesValues(error) || refusesStatement(error) || refusesByName(error);
    const bool reaching = (error.kind == Kind::Refused && !answered) || error.kind == Kind::Timeout
        || error.kind == Kind::Protocol || error.kind == Kind::Auth;
    if (reaching && error.code != "guard"_L1)
        info.service = service.id;
    if (answered)
        return info;
    switch (error.kind) {
    case Kind::Refused:
    case Kind::Timeout:
    case Kind::Protocol:
        if (a.isSocket) {
            info.checks.append({tr("Is the server running, and is this its socket?"),
                u"ls -l "_s % shellWord(a.host)});
            break;
        }
        if (!service.sshJump.isEmpty())
            info.checks.append({tr("Does the jump host let you in?"),
                u"ssh "_s % shellWord(service.sshJump) % u" true"_s});
        info.checks.append({tr("Can this computer reach the port?"),
            u"nc -vz "_s % shellWord(a.host) % u' ' % shellWord(a.port)});
        info.checks.append({tr("Is the server running on its machine?"),
            u"ss -ltn sport = :"_s % shellWord(a.port)});
        break;
    case Kind::Auth:
        info.checks.append({tr("Are user and password right?"), {}});
        if (service.tls.mode != TlsConfig::Mode::Off && !a.isSocket)
            info.checks.append({tr("Which certificate does the server show?"),
                u"openssl s_client -connect "_s % shellWord(a.host % u':' % a.port)
                    % u" </dev/null"_s});
        break;
    default:
        break;
    }
    return info;
}

ErrorInfo ErrorWords::page(const Error& error, const ServiceHub& hub, const ServiceId& service)
{
    const Service* known = hub.service(service);
    ErrorInfo info = page(error, known ? known->config : ServiceConfig{});
    info.start = start(error, hub, service);
    return info;
}

QString ErrorWords::start(const Error& error, const ServiceHub& hub, const ServiceId& service)
{
    const ServerStarter* starter = hub.starter(service);
    return starter && worthRetrying(error) ? starter->title : QString();
}

QString ErrorWords::line(const Error& error, const QString& title)
{
    const QString detail = error.detail.section(u'\n', 0, 0).trimmed();
    const QString head = heading(error, title);
    return detail.isEmpty() ? head : head % u": "_s % detail;
}

bool ErrorWords::worthRetrying(const Error& error)
{
    return error.kind == Kind::Refused
        ? error.code != "guard"_L1 && !refusesValues(error) && !refusesStatement(error)
            && !refusesByName(error)
        : error.kind == Kind::Timeout || error.kind == Kind::Protocol;
}

} // namespace pilothouse::ui
