// SPDX-License-Identifier: GPL-3.0-or-later
// SCRAM-SHA-256 and -512, the client's side: RFC 5802 and RFC 7677. Pure.
#pragma once

#include "core/error.h"
#include "core/secret.h"

namespace pilothouse::streams
{

// One login: first() → the server's first words → finish() → the server's last words → check().
class Scram final
{
public:
    enum class Digest { Sha256, Sha512 };

    Scram(Digest digest, const QString& user, Secret password, const QByteArray& nonce);

    QByteArray first() const; // "n,,n=user,r=nonce"
    Result<QByteArray> finish(const QByteArray& serverFirst);
    // The server proves that it knows the password as well.
    VoidResult check(const QByteArray& serverLast) const;

private:
    const Digest m_digest;
    const QByteArray m_user; // "=" and "," replaced
    const Secret m_password;
    const QByteArray m_nonce;
    QByteArray m_serverSignature;
};

} // namespace pilothouse::streams
