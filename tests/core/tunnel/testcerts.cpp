// SPDX-License-Identifier: GPL-3.0-or-later
// X.509 by OpenSSL's functions: quicker than the openssl program, and can make expired
// certificates.
#include "tests/core/tunnel/testcerts.h"

#include <QFile>

#include <cstdio>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

namespace
{

void extend(X509* cert, X509* issuer, int nid, const QByteArray& value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, cert, nullptr, nullptr, 0);
    X509_EXTENSION* e = ::X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    if (!e)
        qFatal("bad certificate extension %s", value.constData());
    ::X509_add_ext(cert, e, -1);
    ::X509_EXTENSION_free(e);
}

X509* makeCert(const QByteArray& name, EVP_PKEY* key, long serial, int days)
{
    constexpr long kDay = 86'400;
    X509* cert = ::X509_new();
    ::X509_set_version(cert, 2);
    ::ASN1_INTEGER_set(::X509_get_serialNumber(cert), serial);
    ::X509_gmtime_adj(::X509_getm_notBefore(cert), -10 * kDay);
    ::X509_gmtime_adj(::X509_getm_notAfter(cert), days * kDay);
    ::X509_set_pubkey(cert, key);
    ::X509_NAME_add_entry_by_txt(::X509_get_subject_name(cert), "CN", MBSTRING_UTF8,
        reinterpret_cast<const unsigned char*>(name.constData()), -1, -1, 0);
    return cert;
}

void write(const QString& path, X509* cert, EVP_PKEY* key)
{
    FILE* file = std::fopen(QFile::encodeName(path).constData(), "w");
    if (!file)
        qFatal("cannot write %s", qPrintable(path));
    if (cert)
        ::PEM_write_X509(file, cert);
    if (key)
        ::PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
    std::fclose(file);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace

struct TestCerts::Authority {
    EVP_PKEY* key = nullptr;
    X509* cert = nullptr;
    long serial = 1;
};

TestCerts::TestCerts()
    : m_authority(std::make_unique<Authority>())
{
    Authority& a = *m_authority;
    a.key = ::EVP_EC_gen("P-256");
    a.cert = makeCert("Pilothouse test authority", a.key, 1, 10);
    ::X509_set_issuer_name(a.cert, ::X509_get_subject_name(a.cert));
    extend(a.cert, a.cert, NID_basic_constraints, "critical,CA:TRUE");
    extend(a.cert, a.cert, NID_key_usage, "critical,keyCertSign,cRLSign");
    extend(a.cert, a.cert, NID_subject_key_identifier, "hash");
    ::X509_sign(a.cert, a.key, ::EVP_sha256());
    write(ca(), a.cert, nullptr);
}

TestCerts::~TestCerts()
{
    ::X509_free(m_authority->cert);
    ::EVP_PKEY_free(m_authority->key);
}

QString TestCerts::ca() const
{
    return path(u"ca.pem"_s);
}

TestCerts::Pair TestCerts::issue(const QString& file, const QString& names, int validDays)
{
    Authority& a = *m_authority;
    EVP_PKEY* key = ::EVP_EC_gen("P-256");
    X509* cert = makeCert(file.toUtf8(), key, ++a.serial, validDays);
    ::X509_set_issuer_name(cert, ::X509_get_subject_name(a.cert));
    extend(cert, a.cert, NID_basic_constraints, "CA:FALSE");
    extend(cert, a.cert, NID_subject_alt_name, names.toUtf8());
    extend(cert, a.cert, NID_authority_key_identifier, "keyid");
    ::X509_sign(cert, a.key, ::EVP_sha256());
    const Pair pair{path(file + u".pem"_s), path(file + u".key"_s)};
    write(pair.cert, cert, nullptr);
    write(pair.key, nullptr, key);
    ::X509_free(cert);
    ::EVP_PKEY_free(key);
    return pair;
}

} // namespace pilothouse::test
