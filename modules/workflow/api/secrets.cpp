// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/api/secrets.h"

#include <algorithm>
#include <array>

namespace pilothouse::workflow
{

// As Airflow hides them in its own pages and logs.
bool namesSecret(QStringView name)
{
    static constexpr std::array<QStringView, 10> kParts{u"access_token", u"api_key", u"apikey",
        u"authorization", u"passphrase", u"passwd", u"password", u"private_key", u"secret",
        u"token"};
    return std::any_of(kParts.begin(), kParts.end(),
        [name](QStringView part) { return name.contains(part, Qt::CaseInsensitive); });
}

} // namespace pilothouse::workflow
