// SPDX-License-Identifier: GPL-3.0-or-later
// The small parts of logging in: tokens, the web form of Airflow 2, the user's token command.
#pragma once

#include "core/error.h"
#include "core/http/httptypes.h"
#include "core/token.h"

#include <QStringList>

#include <optional>

namespace pilothouse::workflow
{

// How long a JWT lives, by its own claims (exp - iat, else exp - now); none: it is none.
std::optional<std::chrono::seconds> lifeOfToken(const QByteArray& token, const QDateTime& now);
// When to renew a login of that life: a minute before its end, of short ones a tenth.
Clock::time_point renewalOf(Clock::time_point since, std::optional<std::chrono::seconds> life);

// The hidden csrf_token of the login page; empty: it has no such form.
QByteArray csrfOf(const QByteArray& page);
// "name=value; name=value" of all Set-Cookie headers, for a Cookie header; `before` are
// overwritten.
QByteArray cookiesOf(const HttpHeaders& headers, const QByteArray& before = {});

// Runs the user's command and returns what it prints, trimmed. Its words on stderr are not
// repeated: they may hold secrets.
Result<QByteArray> tokenOfCommand(
    const QStringList& command, milliseconds limit, const Token& token);

} // namespace pilothouse::workflow
