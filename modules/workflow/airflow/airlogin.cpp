// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/airlogin.h"

#include "core/tunnel/childprocess.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <poll.h>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

std::optional<std::chrono::seconds> lifeOfToken(const QByteArray& token, const QDateTime& now)
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3)
        return {};
    const QJsonObject claims = QJsonDocument::fromJson(
        QByteArray::fromBase64(
            parts[1], QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals))
                                   .object();
    const qint64 end = qint64(claims.value("exp"_L1).toDouble());
    if (end <= 0)
        return {};
    const qint64 begin = qint64(claims.value("iat"_L1).toDouble(double(now.toSecsSinceEpoch())));
    return std::chrono::seconds(std::max<qint64>(0, end - begin));
}

Clock::time_point renewalOf(Clock::time_point since, std::optional<std::chrono::seconds> life)
{
    if (!life)
        return Clock::time_point::max();
    return since + *life - std::min<std::chrono::seconds>(std::chrono::seconds(60), *life / 10);
}

QByteArray csrfOf(const QByteArray& page)
{
    const qsizetype name = page.indexOf("name=\"csrf_token\"");
    if (name < 0)
        return {};
    const qsizetype from = page.lastIndexOf('<', name);
    const qsizetype to = page.indexOf('>', name);
    const qsizetype value = page.indexOf("value=\"", from);
    if (from < 0 || to < 0 || value < 0 || value > to)
        return {};
    return page.mid(value + 7, page.indexOf('"', value + 7) - value - 7);
}

QByteArray cookiesOf(const HttpHeaders& headers, const QByteArray& before)
{
    QList<std::pair<QByteArray, QByteArray>> jar;
    const auto put = [&jar](const QByteArray& pair) {
        const qsizetype is = pair.indexOf('=');
        if (is <= 0)
            return;
        const QByteArray name = pair.left(is).trimmed();
        for (auto& [known, value] : jar) {
            if (known == name) {
                value = pair.mid(is + 1).trimmed();
                return;
            }
        }
        jar.append({name, pair.mid(is + 1).trimmed()});
    };
    for (const QByteArray& pair : before.split(';'))
        put(pair);
    for (const auto& [name, value] : headers)
        if (name == "set-cookie")
            put(value.left(value.indexOf(';') < 0 ? value.size() : value.indexOf(';')));
    QByteArray out;
    for (const auto& [name, value] : jar)
        out += (out.isEmpty() ? "" : "; ") + name + '=' + value;
    return out;
}

Result<QByteArray> tokenOfCommand(
    const QStringList& command, milliseconds limit, const Token& token)
{
    const QString program = command.value(0);
    const auto failed = [&program](Error::Kind kind, const QString& why) {
        return fail(kind, program + u": "_s + why, {},
            PH_TEXT("workflow", "Run the token command in a terminal to see what it says."),
            u"token-command"_s);
    };
    ChildProcess child;
    if (const auto started = child.start(program, command.mid(1), ChildProcess::Output::Keep);
        !started)
        return tl::unexpected(Error{Error::Kind::Auth, {}, started.error().detail,
            PH_TEXT("workflow", "Is the token command installed and in the PATH?"),
            u"token-command"_s});
    const auto until = Clock::now() + token.remaining(limit);
    while (child.isRunning()) {
        if (token.stopped() && !token.timedOut())
            return fail(Error::Kind::Cancelled, {});
        if (Clock::now() >= until)
            return failed(Error::Kind::Timeout, u"not done in time"_s);
        ::poll(nullptr, 0, 10);
    }
    if (child.exitCode() != 0)
        return failed(Error::Kind::Auth, u"exit code %1"_s.arg(child.exitCode()));
    const QByteArray out = child.output().trimmed();
    if (out.isEmpty() || out.contains('\n') || out.size() > 16 * 1024)
        return failed(Error::Kind::Auth,
            out.isEmpty() ? u"it printed nothing"_s : u"it printed more than a token"_s);
    return out;
}

} // namespace pilothouse::workflow
