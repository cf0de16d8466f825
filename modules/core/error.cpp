// SPDX-License-Identifier: GPL-3.0-or-later
// The stable words of error kinds.
#include "core/error.h"

namespace pilothouse
{

using namespace Qt::StringLiterals;

QString wordOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Refused:
        return u"refused"_s;
    case Error::Kind::Timeout:
        return u"timeout"_s;
    case Error::Kind::Auth:
        return u"auth"_s;
    case Error::Kind::NotFound:
        return u"not-found"_s;
    case Error::Kind::Conflict:
        return u"conflict"_s;
    case Error::Kind::Protocol:
        return u"protocol"_s;
    case Error::Kind::Unsupported:
        return u"unsupported"_s;
    case Error::Kind::Cancelled:
        return u"cancelled"_s;
    case Error::Kind::Internal:
        break;
    }
    return u"internal"_s;
}

} // namespace pilothouse
