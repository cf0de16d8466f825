// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/rdkafkaconf.h"

#include "streams/kafka/wireerror.h"

#include <QFile>

#include <spdlog/spdlog.h>

#include <sys/socket.h>
#include <unistd.h>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kSteadyQueue = 0x020200ff; // has fetch.queue.backoff.ms
constexpr int kScramNonce = 0x020601ff;

// Settings one after the other; the first that is not taken is remembered.
class Settings final
{
public:
    explicit Settings(rd_kafka_conf_t* conf)
        : m_conf(conf)
    {
    }
    void set(const char* name, const QByteArray& value)
    {
        char words[512];
        if (!m_failed
            && rd_kafka_conf_set(m_conf, name, value.constData(), words, sizeof words)
                != RD_KAFKA_CONF_OK)
            m_failed = Error{Error::Kind::Internal, {}, QString::fromUtf8(words), {}, {}};
    }
    void set(const char* name, const QString& value) { set(name, value.toUtf8()); }
    void set(const char* name, qint64 value) { set(name, QByteArray::number(value)); }
    const std::optional<Error>& failed() const { return m_failed; }

private:
    rd_kafka_conf_t* const m_conf;
    std::optional<Error> m_failed;
};

void setSecurity(Settings& conf, const KafkaSetup& setup)
{
    const TlsConfig& tls = setup.config.tls;
    const bool encrypted = tls.mode != TlsConfig::Mode::Off;
    const bool login = !setup.config.user.isEmpty();
    conf.set("security.protocol",
        QByteArray(login    ? encrypted ? "sasl_ssl" : "sasl_plaintext"
                : encrypted ? "ssl"
                            : "plaintext"));
    if (encrypted) {
        if (!tls.ca.isEmpty())
            conf.set("ssl.ca.location", QFile::encodeName(tls.ca));
        if (!tls.cert.isEmpty())
            conf.set("ssl.certificate.location", QFile::encodeName(tls.cert));
        if (!tls.key.isEmpty())
            conf.set("ssl.key.location", QFile::encodeName(tls.key));
        conf.set("enable.ssl.certificate.verification",
            QByteArray(tls.mode >= TlsConfig::Mode::VerifyCa ? "true" : "false"));
        conf.set("ssl.endpoint.identification.algorithm",
            QByteArray(tls.mode == TlsConfig::Mode::VerifyFull ? "https" : "none"));
    }
    if (login) {
        conf.set("sasl.mechanisms",
            QByteArray(setup.mechanism == Mechanism::Plain   ? "PLAIN"
                    : setup.mechanism == Mechanism::Scram256 ? "SCRAM-SHA-256"
                                                             : "SCRAM-SHA-512"));
        conf.set("sasl.username", setup.config.user);
        conf.set("sasl.password", setup.secret.reveal());
    }
}

void onLog(const rd_kafka_t*, int, const char* facility, const char* words)
{
    spdlog::debug("librdkafka {}: {}", facility, words);
}

void onError(rd_kafka_t*, int code, const char* words, void* opaque)
{
    auto& news = *static_cast<RdkafkaNews*>(opaque);
    news.trouble = true;
    Error error = errorOfRdkafka(rd_kafka_resp_err_t(code), words);
    if (error.kind == Error::Kind::Auth) {
        error.where = news.setup->config.id;
        news.refused = std::move(error);
    }
}

// Connections are counted with all others of the service.
int onSocket(int domain, int type, int protocol, void* opaque)
{
    const int fd = ::socket(domain, type | SOCK_CLOEXEC, protocol);
    if (fd >= 0)
        static_cast<RdkafkaNews*>(opaque)->setup->open.fetch_add(1);
    return fd;
}

int onClose(int fd, void* opaque)
{
    static_cast<RdkafkaNews*>(opaque)->setup->open.fetch_sub(1);
    return ::close(fd);
}

Error::Kind kindOf(rd_kafka_resp_err_t code)
{
    switch (code) {
    case RD_KAFKA_RESP_ERR__AUTHENTICATION:
    case RD_KAFKA_RESP_ERR__SSL:
        return Error::Kind::Auth;
    case RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC:
    case RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION:
        return Error::Kind::NotFound;
    case RD_KAFKA_RESP_ERR__TRANSPORT:
    case RD_KAFKA_RESP_ERR__RESOLVE:
    case RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN:
        return Error::Kind::Refused;
    case RD_KAFKA_RESP_ERR__TIMED_OUT:
    case RD_KAFKA_RESP_ERR__MSG_TIMED_OUT:
        return Error::Kind::Timeout;
    default:
        return Error::Kind::Protocol;
    }
}

} // namespace

bool canUseRdkafka(const KafkaSetup& setup)
{
    const bool scram = !setup.config.user.isEmpty() && setup.mechanism != Mechanism::Plain;
    return !setup.tunnel && setup.instead.isEmpty() && !setup.bootstrap.empty()
        && (!scram || rd_kafka_version() >= kScramNonce);
}

void wakeFetchers(rd_kafka_t* handle, const KafkaSetup& setup)
{
    if (rd_kafka_version() >= kSteadyQueue)
        return;
    const QByteArray user = setup.config.user.toUtf8();
    const QByteArray password = setup.secret.reveal().toUtf8();
    const ErrorHandle ignored(
        rd_kafka_sasl_set_credentials(handle, user.constData(), password.constData()));
}

Result<ConfHandle> readerConf(
    const KafkaSetup& setup, Isolation isolation, ReadKind kind, RdkafkaNews& news)
{
    ConfHandle out(rd_kafka_conf_new());
    Settings conf(out.get());
    QStringList places;
    for (const Endpoint& at : setup.bootstrap)
        places.append(nameOf(at));
    conf.set("bootstrap.servers", places.join(u','));
    conf.set("client.id", QByteArray("pilothouse"));
    conf.set("allow.auto.create.topics", QByteArray("false"));
    conf.set("enable.auto.commit", QByteArray("false"));
    conf.set("auto.commit.enable", QByteArray("false")); // the simple consumer's name of it
    conf.set("enable.auto.offset.store", QByteArray("false"));
    conf.set("enable.partition.eof", QByteArray("true"));
    conf.set("auto.offset.reset", QByteArray("error"));
    conf.set("isolation.level",
        QByteArray(isolation == Isolation::Committed ? "read_committed" : "read_uncommitted"));
    // What lies here at most: the queue, and one answer of each broker on its way.
    conf.set("queued.max.messages.kbytes", 32 << 10);
    conf.set("queued.min.messages", 1'000'000);
    conf.set("fetch.message.max.bytes", 1 << 20);
    conf.set("fetch.max.bytes", 8 << 20);
    conf.set("receive.message.max.bytes", 256 << 20);
    conf.set("fetch.wait.max.ms", kind == ReadKind::Scan ? 100 : 500);
    conf.set("fetch.error.backoff.ms", 200);
    if (rd_kafka_version() >= kSteadyQueue)
        conf.set("fetch.queue.backoff.ms", 5);
    conf.set("socket.timeout.ms", 10'000);
    conf.set(
        "socket.connection.setup.timeout.ms", std::max<qint64>(1000, setup.connectLimit.count()));
    conf.set("reconnect.backoff.max.ms", 2000);
    conf.set("topic.metadata.propagation.max.ms", 1000);
    conf.set("log.connection.close", QByteArray("false"));
    setSecurity(conf, setup);
    if (conf.failed())
        return tl::unexpected(*conf.failed());
    rd_kafka_conf_set_opaque(out.get(), &news);
    rd_kafka_conf_set_log_cb(out.get(), onLog);
    rd_kafka_conf_set_error_cb(out.get(), onError);
    rd_kafka_conf_set_socket_cb(out.get(), onSocket);
    rd_kafka_conf_set_closesocket_cb(out.get(), onClose);
    return out;
}

Error errorOfRdkafka(rd_kafka_resp_err_t code, const char* words)
{
    const QString detail = QString::fromUtf8(words ? words : rd_kafka_err2str(code));
    if (code > 0) // as brokers say it
        return errorOfCode(qint16(code), detail);
    return {kindOf(code), {}, detail, {}, QString::fromLatin1(rd_kafka_err2name(code))};
}

} // namespace pilothouse::streams
