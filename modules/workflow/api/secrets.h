// SPDX-License-Identifier: GPL-3.0-or-later
// Which names mean a value that is not shown, kept or logged: the server's own list.
#pragma once

#include <QStringView>

namespace pilothouse::workflow
{

inline constexpr QStringView kHidden = u"•••";

bool namesSecret(QStringView name);

} // namespace pilothouse::workflow
