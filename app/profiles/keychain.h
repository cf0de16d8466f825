// SPDX-License-Identifier: GPL-3.0-or-later
// Keychain: the system's store of passwords (secret service or KWallet), behind a small interface
// so that tests can put a silent or a missing one in its place. GUI thread; answers later, maybe
// never.
#pragma once

#include "core/error.h"
#include "core/secret.h"

#include <functional>
#include <memory>

namespace pilothouse::app
{

class Keychain
{
public:
    virtual ~Keychain() = default;
    Q_DISABLE_COPY_MOVE(Keychain)

    using Read = std::function<void(Result<Secret>)>; // NotFound: no entry of that key
    using Written = std::function<void(VoidResult)>;

    virtual void read(const QString& key, Read done) = 0;
    virtual void write(const QString& key, const Secret& secret, Written done) = 0;
    virtual void remove(const QString& key, Written done) = 0;

protected:
    Keychain() = default;
};

// QtKeychain without its clear-text fallback: where there is no keychain every call is an error.
std::unique_ptr<Keychain> makeSystemKeychain();

} // namespace pilothouse::app
