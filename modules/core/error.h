// SPDX-License-Identifier: GPL-3.0-or-later
// Error and Result<T>: how every failure travels, from a client library to a state strip.
#pragma once

#include "core/text.h"

#include <QString>

#include <tl/expected.hpp>

namespace pilothouse
{

struct Error {
    enum class Kind {
        Refused, // nobody listens, or the act is not allowed by our own guard
        Timeout, // the deadline passed, or the peer fell silent
        Auth, // user, password, certificate or missing right
        NotFound, // the object is not there
        Conflict, // it changed under us, or is locked
        Protocol, // the reply makes no sense, or the connection broke in the middle
        Unsupported, // this server or library version cannot do it
        Cancelled, // asked for by the user or by a newer request
        Internal, // our own fault
    };

    Kind kind = Kind::Internal;
    QString where; // the service id, never credentials
    QString detail; // the service's own words, verbatim
    Text hint; // what to do about it
    QString code; // SQLSTATE, Redis error prefix, HTTP status, "guard" for our own refusal

    bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;
using VoidResult = Result<void>;

inline tl::unexpected<Error> fail(
    Error::Kind kind, QString detail, QString where = {}, Text hint = {}, QString code = {})
{
    return tl::unexpected<Error>(
        Error{kind, std::move(where), std::move(detail), std::move(hint), std::move(code)});
}

// A stable lower-case word for logs and JSON.
QString wordOf(Error::Kind kind);

} // namespace pilothouse
