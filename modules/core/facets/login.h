// SPDX-License-Identifier: GPL-3.0-or-later
// Facet Login: a refused password is not sent again by anybody himself, as a few more tries may
// lock the account; only the user makes another try.
#pragma once

namespace pilothouse
{

class LoginFacet
{
public:
    virtual ~LoginFacet() = default;
    // The next request may log in once more.
    virtual void askAgain() = 0;
};

} // namespace pilothouse
