// SPDX-License-Identifier: GPL-3.0-or-later
// Names are checked against allow-lists: ~/.ssh/config may hand them to a shell (ProxyCommand,
// Match exec), and a leading dash would be an option.
#include "core/tunnel/sshjump.h"

#include <algorithm>

namespace pilothouse
{

using namespace Qt::StringLiterals;

namespace
{

bool onlyOf(const QString& text, QLatin1StringView others)
{
    return std::all_of(text.begin(), text.end(), [others](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || others.contains(c);
    });
}

bool isName(const QString& text)
{
    return !text.isEmpty() && !text.startsWith(u'-') && text.size() <= 253;
}

bool isHost(const QString& host)
{
    // The colon and the percent sign are those of IPv6 addresses and their zones.
    return isName(host) && onlyOf(host, host.contains(u':') ? ".-_:%"_L1 : ".-_"_L1);
}

tl::unexpected<Error> refused(const QString& what)
{
    return fail(Error::Kind::Refused, what, {},
        PH_TEXT("core",
            "Names for ssh may hold letters, digits, dots and dashes, and may not begin "
            "with a dash."),
        u"guard"_s);
}

} // namespace

Result<SshJump> SshJump::parse(const QString& text)
{
    SshJump jump;
    QString rest = text;
    if (const qsizetype at = rest.lastIndexOf(u'@'); at >= 0) {
        jump.user = rest.left(at);
        rest = rest.mid(at + 1);
        if (!isName(jump.user) || !onlyOf(jump.user, ".-_+@"_L1))
            return refused(u"ssh user name: "_s + jump.user);
    }
    QString port;
    if (rest.startsWith(u'[')) {
        const qsizetype close = rest.indexOf(u']');
        if (close < 0)
            return refused(u"ssh host: "_s + rest);
        jump.host = rest.mid(1, close - 1);
        const QString tail = rest.mid(close + 1);
        if (!tail.isEmpty() && !tail.startsWith(u':'))
            return refused(u"ssh host: "_s + rest);
        port = tail.isEmpty() ? QString() : tail.mid(1);
        if (!tail.isEmpty() && port.isEmpty())
            return refused(u"ssh port: "_s + rest);
    } else if (rest.count(u':') == 1) {
        const qsizetype colon = rest.indexOf(u':');
        jump.host = rest.left(colon);
        port = rest.mid(colon + 1);
        if (port.isEmpty())
            return refused(u"ssh port: "_s + rest);
    } else {
        jump.host = rest;
    }
    if (!isHost(jump.host))
        return refused(u"ssh host: "_s + jump.host);
    if (!port.isEmpty()) {
        bool ok = false;
        jump.port = port.toUShort(&ok);
        if (!ok || jump.port == 0)
            return refused(u"ssh port: "_s + port);
    }
    return jump;
}

Result<QString> forwardTarget(const QString& host, quint16 port)
{
    if (host.startsWith(u'/')) {
        if (!onlyOf(host, "/.-_"_L1))
            return refused(u"socket path: "_s + host);
        return host;
    }
    if (!isHost(host) || port == 0)
        return refused(u"host: "_s + host);
    return (host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host).arg(port);
}

QStringList sshArguments(const SshJump& jump, const QString& near, const QString& target,
    int aliveSeconds, const QString& configFile)
{
    QStringList args;
    if (!configFile.isEmpty())
        args << u"-F"_s << configFile;
    args << u"-N"_s << u"-T"_s << u"-L"_s << near + u':' + target;
    const QStringList options{
        u"BatchMode=yes"_s,
        u"ExitOnForwardFailure=yes"_s,
        u"ServerAliveInterval=%1"_s.arg(aliveSeconds),
        u"ServerAliveCountMax=3"_s,
        u"StreamLocalBindUnlink=yes"_s,
        u"StreamLocalBindMask=0177"_s,
        // A connection of its own: a forward handed to a shared master would outlive us.
        u"ControlMaster=no"_s,
        u"ControlPath=none"_s,
        // What the user's entry for this host may add for his own sessions.
        u"RemoteCommand=none"_s,
        u"PermitLocalCommand=no"_s,
        u"ForwardAgent=no"_s,
        u"ForwardX11=no"_s,
    };
    for (const QString& option : options)
        args << u"-o"_s << option;
    if (jump.port != 0)
        args << u"-p"_s << QString::number(jump.port);
    if (!jump.user.isEmpty())
        args << u"-l"_s << jump.user;
    args << u"--"_s << jump.host;
    return args;
}

Error::Kind kindOfSshWords(const QString& words)
{
    const auto says = [&words](QLatin1StringView part) {
        return words.contains(part, Qt::CaseInsensitive);
    };
    if (says("Permission denied"_L1) || says("Host key verification failed"_L1)
        || says("Too many authentication failures"_L1) || says("No supported authentication"_L1))
        return Error::Kind::Auth;
    if (says("timed out"_L1) || says("not responding"_L1))
        return Error::Kind::Timeout;
    if (says("Connection refused"_L1) || says("Could not resolve"_L1) || says("No route"_L1)
        || says("unreachable"_L1) || says("Name or service not known"_L1))
        return Error::Kind::Refused;
    return Error::Kind::Protocol;
}

} // namespace pilothouse
