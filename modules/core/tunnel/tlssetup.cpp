// SPDX-License-Identifier: GPL-3.0-or-later
// OpenSSL 3: context, verification parameters, reasons.
#include "core/tunnel/tlssetup.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <openssl/err.h>
#include <openssl/x509v3.h>

namespace pilothouse
{

using namespace Qt::StringLiterals;

namespace
{

struct ContextDeleter {
    void operator()(SSL_CTX* c) const { ::SSL_CTX_free(c); }
};

QString reasonOf(unsigned long error)
{
    if (ERR_SYSTEM_ERROR(error))
        return QString::fromLocal8Bit(std::strerror(ERR_GET_REASON(error)));
    const char* reason = ::ERR_reason_error_string(error);
    return reason ? QString::fromUtf8(reason) : u"error %1"_s.arg(error, 0, 16);
}

// The oldest entry tells the cause ("No such file"), the later ones where it passed through.
tl::unexpected<Error> fileError(const QString& file)
{
    const QString reason = reasonOf(::ERR_get_error());
    ::ERR_clear_error();
    return fail(Error::Kind::Auth, file + u": "_s + reason, {},
        PH_TEXT("core",
            "Check the certificate files of this service in the profile. A key must be "
            "readable and without a passphrase."));
}

bool isAddress(const QByteArray& name)
{
    ASN1_OCTET_STRING* ip = ::a2i_IPADDRESS(name.constData());
    ::ASN1_OCTET_STRING_free(ip);
    return ip != nullptr;
}

// The other side said no to our certificate, or to us having none.
bool isAlertAboutUs(int reason)
{
    constexpr std::array kAlerts{SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED,
        SSL_R_SSLV3_ALERT_BAD_CERTIFICATE, SSL_R_SSLV3_ALERT_CERTIFICATE_EXPIRED,
        SSL_R_SSLV3_ALERT_CERTIFICATE_REVOKED, SSL_R_SSLV3_ALERT_CERTIFICATE_UNKNOWN,
        SSL_R_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE, SSL_R_SSLV3_ALERT_NO_CERTIFICATE,
        SSL_R_SSLV3_ALERT_HANDSHAKE_FAILURE, SSL_R_TLSV1_ALERT_UNKNOWN_CA,
        SSL_R_TLSV1_ALERT_ACCESS_DENIED};
    return std::find(kAlerts.begin(), kAlerts.end(), reason) != kAlerts.end();
}

} // namespace

Result<SslHandle> makeTlsSession(const TlsConfig& tls, const QString& serverName)
{
    if (tls.mode == TlsConfig::Mode::Off)
        return fail(Error::Kind::Internal, u"TLS is off for this service"_s);
    ::ERR_clear_error();
    const std::unique_ptr<SSL_CTX, ContextDeleter> context(::SSL_CTX_new(::TLS_client_method()));
    ::SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    // Never ask for a passphrase on the terminal.
    ::SSL_CTX_set_default_passwd_cb(context.get(), [](char*, int, int, void*) { return -1; });

    const bool verify = tls.mode >= TlsConfig::Mode::VerifyCa;
    if (verify) {
        ::SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
        if (tls.ca.isEmpty()) {
            ::SSL_CTX_set_default_verify_paths(context.get());
        } else if (::SSL_CTX_load_verify_file(context.get(), QFile::encodeName(tls.ca).constData())
            != 1) {
            return fileError(tls.ca);
        }
    }
    if (!tls.cert.isEmpty()) {
        if (::SSL_CTX_use_certificate_chain_file(
                context.get(), QFile::encodeName(tls.cert).constData())
            != 1)
            return fileError(tls.cert);
        // One file may hold both.
        const QString key = tls.key.isEmpty() ? tls.cert : tls.key;
        if (::SSL_CTX_use_PrivateKey_file(
                context.get(), QFile::encodeName(key).constData(), SSL_FILETYPE_PEM)
                != 1
            || ::SSL_CTX_check_private_key(context.get()) != 1)
            return fileError(key);
    }

    SslHandle ssl(::SSL_new(context.get()));
    ::SSL_set_mode(ssl.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    const QByteArray name = serverName.toUtf8();
    const bool address = isAddress(name);
    if (!name.isEmpty() && !address)
        ::SSL_set_tlsext_host_name(ssl.get(), name.constData());
    if (tls.mode == TlsConfig::Mode::VerifyFull) {
        X509_VERIFY_PARAM* param = ::SSL_get0_param(ssl.get());
        ::X509_VERIFY_PARAM_set_hostflags(param, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
        const int set = address
            ? ::X509_VERIFY_PARAM_set1_ip_asc(param, name.constData())
            : ::X509_VERIFY_PARAM_set1_host(param, name.constData(), size_t(name.size()));
        // An empty name would switch the check off.
        if (set != 1 || name.isEmpty())
            return fail(Error::Kind::Internal, u"no server name to check"_s);
    }
    return ssl;
}

Error tlsError(SSL* ssl, int result, int systemError)
{
    Error out{Error::Kind::Protocol, {}, {}, {}, {}};
    const long verified = ::SSL_get_verify_result(ssl);
    const unsigned long error = ::ERR_peek_last_error();
    const int reason = ERR_GET_REASON(error);
    if (error != 0 && reason == SSL_R_CERTIFICATE_VERIFY_FAILED) {
        out.kind = Error::Kind::Auth;
        out.detail = QString::fromUtf8(::X509_verify_cert_error_string(verified));
        if (verified == X509_V_ERR_HOSTNAME_MISMATCH || verified == X509_V_ERR_IP_ADDRESS_MISMATCH)
            out.hint = PH_TEXT("core",
                "The server's certificate was made for another name. Use the "
                "name it was made for, or have a new one made.");
        else if (verified == X509_V_ERR_CERT_HAS_EXPIRED)
            out.hint = PH_TEXT("core", "The server's certificate has expired and must be renewed.");
        else
            out.hint = PH_TEXT("core",
                "Name the authority that signed the server's certificate in "
                "the profile (tls: ca).");
    } else if (error != 0 && isAlertAboutUs(reason)) {
        out.kind = Error::Kind::Auth;
        out.detail = reasonOf(error);
        out.hint
            = PH_TEXT("core", "The server wants a client certificate it knows (tls: cert, key).");
    } else if (error != 0) {
        out.detail = reasonOf(error);
        if (reason == SSL_R_WRONG_VERSION_NUMBER || reason == SSL_R_UNEXPECTED_EOF_WHILE_READING)
            out.hint = PH_TEXT("core", "The server may not speak TLS on this port.");
    } else if (systemError == ETIMEDOUT) {
        out.kind = Error::Kind::Timeout;
        out.detail = QString::fromLocal8Bit(std::strerror(systemError));
    } else if (::SSL_get_error(ssl, result) == SSL_ERROR_SYSCALL && systemError != 0) {
        out.detail = QString::fromLocal8Bit(std::strerror(systemError));
    } else {
        out.detail = u"the connection was closed"_s;
    }
    ::ERR_clear_error();
    return out;
}

} // namespace pilothouse
