// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/scram.h"

#include <QHash>
#include <QMessageAuthenticationCode>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

// RFC 7677 asks for 4096 at least; a server that wants more than this wants to keep us busy.
constexpr int kLeastRounds = 4096;
constexpr int kMostRounds = 1'000'000;

QCryptographicHash::Algorithm algorithmOf(Scram::Digest digest)
{
    return digest == Scram::Digest::Sha256 ? QCryptographicHash::Sha256
                                           : QCryptographicHash::Sha512;
}

// Overwrites what must not stay in memory.
void wipe(QByteArray& bytes)
{
    volatile char* at = bytes.data();
    for (qsizetype i = 0; i < bytes.size(); ++i)
        at[i] = 0;
}

void exclusiveOr(QByteArray& into, const QByteArray& with)
{
    for (qsizetype i = 0; i < into.size(); ++i)
        into[i] = char(into[i] ^ with[i]);
}

// Hi() of RFC 5802: PBKDF2 with one block.
QByteArray stretched(QCryptographicHash::Algorithm algorithm, const QByteArray& password,
    const QByteArray& salt, int rounds)
{
    QMessageAuthenticationCode code(algorithm, password);
    code.addData(salt + QByteArray("\0\0\0\1", 4));
    QByteArray last = code.result();
    QByteArray out = last;
    for (int i = 1; i < rounds; ++i) {
        code.reset();
        code.addData(last);
        last = code.result();
        exclusiveOr(out, last);
    }
    wipe(last);
    return out;
}

// Takes as long whatever they hold.
bool same(const QByteArray& a, const QByteArray& b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a[i] ^ b[i];
    return difference == 0;
}

QByteArray escaped(const QString& user)
{
    return user.toUtf8().replace('=', "=3D").replace(',', "=2C");
}

QHash<char, QByteArray> attributes(const QByteArray& words)
{
    QHash<char, QByteArray> out;
    for (const QByteArray& part : words.split(',')) {
        if (part.size() >= 2 && part[1] == '=')
            out.insert(part[0], part.sliced(2));
    }
    return out;
}

tl::unexpected<Error> refused(const QByteArray& words)
{
    return fail(Error::Kind::Auth, QString::fromUtf8(words), {},
        PH_TEXT("streams", "Check user, password and login mechanism."), u"SCRAM"_s);
}

} // namespace

Scram::Scram(Digest digest, const QString& user, Secret password, const QByteArray& nonce)
    : m_digest(digest)
    , m_user(escaped(user))
    , m_password(std::move(password))
    , m_nonce(nonce)
{
}

QByteArray Scram::first() const
{
    return "n,,n=" + m_user + ",r=" + m_nonce;
}

Result<QByteArray> Scram::finish(const QByteArray& serverFirst)
{
    const auto said = attributes(serverFirst);
    if (said.contains('e'))
        return refused(said.value('e'));
    const QByteArray nonce = said.value('r');
    const QByteArray salt = QByteArray::fromBase64(said.value('s'));
    const int rounds = said.value('i').toInt();
    if (!nonce.startsWith(m_nonce) || nonce.size() == m_nonce.size() || salt.isEmpty()
        || rounds < kLeastRounds || rounds > kMostRounds)
        return refused("the server's challenge is not one of SCRAM");

    const auto algorithm = algorithmOf(m_digest);
    const auto hmac = [algorithm](const QByteArray& key, const QByteArray& data) {
        return QMessageAuthenticationCode::hash(data, key, algorithm);
    };
    QByteArray password = m_password.reveal().toUtf8();
    QByteArray salted = stretched(algorithm, password, salt, rounds);
    wipe(password);

    const QByteArray clientKey = hmac(salted, "Client Key");
    const QByteArray withoutProof = "c=biws,r=" + nonce;
    const QByteArray message
        = "n=" + m_user + ",r=" + m_nonce + ',' + serverFirst + ',' + withoutProof;
    QByteArray proof = clientKey;
    exclusiveOr(proof, hmac(QCryptographicHash::hash(clientKey, algorithm), message));
    m_serverSignature = hmac(hmac(salted, "Server Key"), message);
    wipe(salted);
    return QByteArray(withoutProof + ",p=" + proof.toBase64());
}

VoidResult Scram::check(const QByteArray& serverLast) const
{
    const auto said = attributes(serverLast);
    if (said.contains('e'))
        return refused(said.value('e'));
    const QByteArray told = QByteArray::fromBase64(said.value('v'));
    if (m_serverSignature.isEmpty() || !same(told, m_serverSignature))
        return refused("the server does not know the password");
    return {};
}

} // namespace pilothouse::streams
