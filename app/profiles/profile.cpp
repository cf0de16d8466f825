// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/profile.h"

#include <QRegularExpression>
#include <QTimeZone>
#include <QUrl>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

template <class E, size_t N>
QString wordIn(const std::array<std::pair<E, QLatin1StringView>, N>& table, E value)
{
    for (const auto& [e, word] : table)
        if (e == value)
            return word;
    return {};
}

template <class E, size_t N>
std::optional<E> valueIn(
    const std::array<std::pair<E, QLatin1StringView>, N>& table, QStringView word)
{
    for (const auto& [e, w] : table)
        if (w == word)
            return e;
    return {};
}

constexpr std::array kEnvironments{
    std::pair{Environment::Sandbox, "sandbox"_L1},
    std::pair{Environment::Staging, "staging"_L1},
    std::pair{Environment::Production, "production"_L1},
};
constexpr std::array kWriteModes{
    std::pair{WriteMode::On, "on"_L1},
    std::pair{WriteMode::Ask, "ask"_L1},
    std::pair{WriteMode::Off, "off"_L1},
    std::pair{WriteMode::Never, "never"_L1},
};
constexpr std::array kTlsModes{
    std::pair{TlsConfig::Mode::Off, "off"_L1},
    std::pair{TlsConfig::Mode::Prefer, "prefer"_L1},
    std::pair{TlsConfig::Mode::Require, "require"_L1},
    std::pair{TlsConfig::Mode::VerifyCa, "verify-ca"_L1},
    std::pair{TlsConfig::Mode::VerifyFull, "verify-full"_L1},
};

bool portInRange(QStringView digits)
{
    bool ok = false;
    const int port = digits.toInt(&ok);
    return ok && port >= 1 && port <= 65535 && digits.size() <= 5;
}

Text problemWithHostPort(const QString& part)
{
    static const QRegularExpression form(
        u"^(\\[[0-9A-Fa-f:.%A-Za-z0-9]+\\]|[^\\s:/\\\\@\\[\\]?#]+)(?::([0-9]+))?$"_s);
    if (part.startsWith(u'-'))
        return PH_TEXT("Profile", "an address must not begin with a hyphen");
    if (part.contains(u'@'))
        return PH_TEXT("Profile", "user and password do not belong in the address");
    const auto match = form.match(part);
    if (!match.hasMatch())
        return PH_TEXT("Profile", "not an address; write host:port, a socket path or a URL");
    const QString port = match.captured(2);
    if (!port.isNull() && !portInRange(port))
        return PH_TEXT("Profile", "a port is a number from 1 to 65535");
    return {};
}

} // namespace

const ProfileService* Profile::service(const ServiceId& id) const
{
    const auto it
        = std::ranges::find_if(services, [&](const auto& s) { return s.config.id == id; });
    return it == services.end() ? nullptr : &*it;
}

WriteMode defaultWrites(Environment environment)
{
    return environment == Environment::Sandbox ? WriteMode::On : WriteMode::Off;
}

QString wordOf(Environment environment)
{
    return wordIn(kEnvironments, environment);
}
QString wordOf(WriteMode mode)
{
    return wordIn(kWriteModes, mode);
}
QString wordOf(TlsConfig::Mode mode)
{
    return wordIn(kTlsModes, mode);
}
std::optional<Environment> environmentOf(QStringView word)
{
    return valueIn(kEnvironments, word);
}
std::optional<WriteMode> writeModeOf(QStringView word)
{
    return valueIn(kWriteModes, word);
}
std::optional<TlsConfig::Mode> tlsModeOf(QStringView word)
{
    return valueIn(kTlsModes, word);
}

QString wordOf(const SecretSource& source)
{
    switch (source.kind) {
    case SecretSource::Kind::None:
        return u"none"_s;
    case SecretSource::Kind::Keychain:
        return u"keychain"_s;
    case SecretSource::Kind::Environment:
        return u"env:"_s + source.variable;
    case SecretSource::Kind::Sandbox:
        return u"sandbox"_s;
    }
    return {};
}

std::optional<SecretSource> secretSourceOf(QStringView word)
{
    static const QRegularExpression variable(u"^[A-Za-z_][A-Za-z0-9_]{0,127}$"_s);
    if (word == u"none")
        return SecretSource{};
    if (word == u"keychain")
        return SecretSource{SecretSource::Kind::Keychain, {}};
    if (word == u"sandbox")
        return SecretSource{SecretSource::Kind::Sandbox, {}};
    if (word.startsWith(u"env:") && variable.match(word.mid(4).toString()).hasMatch())
        return SecretSource{SecretSource::Kind::Environment, word.mid(4).toString()};
    return {};
}

Text problemWithLine(const QString& text, int limit)
{
    if (text.size() > limit)
        return PH_TEXT("Profile", "longer than %1 characters").arg(limit);
    const bool printable = std::ranges::all_of(text, [](QChar c) {
        return c.category() != QChar::Other_Control && c != QChar::LineSeparator
            && c != QChar::ParagraphSeparator;
    });
    return printable ? Text{} : PH_TEXT("Profile", "control characters are not allowed here");
}

Text problemWithId(const QString& id)
{
    static const QRegularExpression form(u"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"_s);
    return form.match(id).hasMatch()
        ? Text{}
        : PH_TEXT(
            "Profile", "an id is 1 to 64 of A-Z a-z 0-9 . _ - and begins with a letter or digit");
}

Text problemWithAddress(const QString& address)
{
    if (address.isEmpty())
        return PH_TEXT("Profile", "the address is empty");
    if (Text problem = problemWithLine(address, 1000); !problem.isEmpty())
        return problem;
    if (address.startsWith(u'/')) // a unix socket
        return {};
    if (!address.contains("://"_L1)) {
        for (const QString& part : address.split(u','))
            if (Text problem = problemWithHostPort(part.trimmed()); !problem.isEmpty())
                return problem;
        return {};
    }
    const QUrl url(address, QUrl::StrictMode);
    // QUrl refuses a port above 65535 by being invalid, and takes 0.
    if (!url.isValid() || (url.host().isEmpty() && url.path().isEmpty()) || url.port() == 0)
        return PH_TEXT("Profile", "not a valid URL");
    if (!url.userInfo().isEmpty() || address.contains(u'@'))
        return PH_TEXT("Profile", "user and password do not belong in the address");
    return {};
}

Text problemWithJump(const QString& jump)
{
    // Goes to the system's ssh as an argument: nothing that ssh could take for an option.
    static const QRegularExpression form(
        u"^(?:[A-Za-z0-9_][A-Za-z0-9._-]*@)?(?:[A-Za-z0-9][A-Za-z0-9._-]*|\\[[0-9A-Fa-f:.]+\\])"
        "(?::([0-9]{1,5}))?$"_s);
    const auto match = form.match(jump);
    if (!match.hasMatch())
        return PH_TEXT("Profile", "a jump is [user@]host[:port]");
    if (!match.captured(1).isNull() && !portInRange(match.captured(1)))
        return PH_TEXT("Profile", "a port is a number from 1 to 65535");
    return {};
}

QString systemTimezone()
{
    const QString id = QString::fromUtf8(QTimeZone::systemTimeZoneId());
    return problemWithTimezone(id).isEmpty() ? id : u"UTC"_s;
}

Text problemWithTimezone(const QString& timezone)
{
    return QTimeZone::isTimeZoneIdAvailable(timezone.toUtf8())
        ? Text{}
        : PH_TEXT("Profile", "not a time zone of this computer; write Europe/Berlin or UTC");
}

} // namespace pilothouse::app
