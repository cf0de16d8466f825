// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/kafkalink.h"

#include "core/tunnel/tcpconnect.h"
#include "streams/kafka/scram.h"
#include "streams/kafka/wireerror.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <poll.h>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr milliseconds kPiece{50}; // how soon a cancel is noticed
constexpr qint32 kLongestAnswer = 256 << 20;
constexpr qsizetype kReadSize = 256 << 10;

// Readiness of `fd`, a cancel, the deadline: whatever comes first.
VoidResult waitFor(int fd, short events, const Token& token, Clock::time_point until)
{
    for (;;) {
        const bool late = token.timedOut() || Clock::now() >= until;
        if (late || token.stopped())
            return fail(late ? Error::Kind::Timeout : Error::Kind::Cancelled,
                late ? u"the broker did not answer in time"_s : QString());
        pollfd p{fd, events, 0};
        const auto left = std::chrono::ceil<milliseconds>(until - Clock::now());
        const auto piece
            = std::clamp(std::min(token.remaining(kPiece), left), milliseconds(1), kPiece);
        const int n = ::poll(&p, 1, int(piece.count()));
        if (n > 0)
            return {};
        if (n < 0 && errno != EINTR)
            return fail(Error::Kind::Internal, QString::fromLocal8Bit(std::strerror(errno)));
    }
}

Result<Endpoint> parsedAddress(const QString& word, quint16 port)
{
    Endpoint at{word, port, {}};
    const qsizetype bracket = word.lastIndexOf(u']');
    const qsizetype colon = word.lastIndexOf(u':');
    const bool bareV6 = bracket < 0 && word.count(u':') > 1;
    bool ok = true;
    if (colon > bracket && !bareV6) {
        at.port = word.sliced(colon + 1).toUShort(&ok);
        at.host = word.first(colon);
    }
    if (at.host.startsWith(u'[') && at.host.endsWith(u']'))
        at.host = at.host.sliced(1, at.host.size() - 2);
    const bool odd = std::any_of(at.host.begin(), at.host.end(),
        [](QChar c) { return c.isSpace() || c == u'/' || c == u'@'; });
    if (!ok || at.port == 0 || at.host.isEmpty() || odd)
        return fail(Error::Kind::Refused, u"not an address: %1"_s.arg(word), {},
            PH_TEXT("streams", "Write the brokers as host:port, several with commas between."),
            u"guard"_s);
    return at;
}

// Brokers close the connection instead of answering a login or a first request they cannot make
// sense of (TLS spoken to a plain port, plain to TLS).
Error hungUp(bool beforeLogin)
{
    return {Error::Kind::Protocol, {}, u"the broker closed the connection"_s,
        beforeLogin ? PH_TEXT("streams",
            "It may expect TLS or a login there, or none. Check the port and the settings.")
                    : Text(),
        u"io"_s};
}

} // namespace

Result<std::vector<Endpoint>> parsedAddresses(const QString& text, quint16 port)
{
    std::vector<Endpoint> out;
    for (const QString& word : text.split(u',', Qt::SkipEmptyParts)) {
        auto at = parsedAddress(word.trimmed(), port);
        if (!at)
            return tl::unexpected(at.error());
        out.push_back(std::move(*at));
    }
    if (out.empty())
        return tl::unexpected(parsedAddress(QString(), port).error());
    return out;
}

QString nameOf(const Endpoint& at)
{
    return at.host.contains(u':') ? u"[%1]:%2"_s.arg(at.host).arg(at.port)
                                  : u"%1:%2"_s.arg(at.host).arg(at.port);
}

KafkaLink::KafkaLink(std::shared_ptr<const KafkaSetup> setup, Endpoint at)
    : m_setup(std::move(setup))
    , m_at(std::move(at))
{
}

void KafkaLink::close()
{
    if (m_fd) {
        m_fd.reset();
        m_setup->open.fetch_sub(1);
    }
    m_pump.reset();
    m_in.clear();
    m_from = 0;
    m_waiting.clear();
}

tl::unexpected<Error> KafkaLink::broken(Error error)
{
    if (error.code == "io"_L1 && m_pump) {
        if (const auto told = m_pump->error()) {
            error.kind = told->kind;
            error.detail = told->detail;
            error.hint = told->hint;
        }
    } else if (error.code == "io"_L1 && m_setup->tunnel) {
        const QString words = m_setup->tunnel->lastWords(m_at.host, m_at.port);
        if (!words.isEmpty())
            error.detail = words;
    }
    close();
    error.where = m_setup->config.id;
    if (!error.detail.contains(nameOf(m_at)))
        error.detail = nameOf(m_at) + u": "_s + error.detail;
    return tl::unexpected(std::move(error));
}

VoidResult KafkaLink::open(const Token& token, bool again)
{
    if (m_fd) {
        pollfd p{m_fd.get(), POLLIN, 0};
        if (!m_waiting.empty() || ::poll(&p, 1, 0) == 0)
            return {};
        close(); // the peer has closed, or said what nobody asked
    }
    return m_setup->login.enter(token, again, [&]() -> VoidResult {
        const auto until = std::min(token.deadline(), Clock::now() + m_setup->connectLimit);
        if (const auto done = connect(token, until); !done)
            return broken(done.error());
        if (const auto done = introduce(token, until); !done)
            return broken(done.error());
        return {};
    });
}

VoidResult KafkaLink::connect(const Token& token, Clock::time_point until)
{
    Endpoint near = m_at;
    if (m_setup->tunnel) {
        auto opened = m_setup->tunnel->open(m_at.host, m_at.port, token);
        if (!opened)
            return tl::unexpected(opened.error());
        near = *opened;
    }
    if (m_setup->config.tls.mode != TlsConfig::Mode::Off) {
        m_pump = std::make_unique<TlsPump>();
        const auto fd = m_pump->connect(near, m_at.host, m_setup->config.tls, token);
        if (!fd)
            return tl::unexpected(fd.error());
        m_fd = UniqueFd(*fd);
    } else {
        const auto addresses = addressesOf(near);
        if (!addresses)
            return tl::unexpected(addresses.error());
        auto fd = connectSocket(
            near, *addresses, until, [&](int socket, short events, Clock::time_point limit) {
                return waitFor(socket, events, token, std::min(limit, until));
            });
        if (!fd)
            return tl::unexpected(fd.error());
        m_fd = std::move(*fd);
    }
    m_setup->open.fetch_add(1);
    return {};
}

// What the broker can do, then who we are. A broker older than version 3 of the request answers
// it in the form of version 0, with the error UNSUPPORTED_VERSION.
VoidResult KafkaLink::introduce(const Token& token, Clock::time_point until)
{
    m_versions.clear();
    const WireCall ask{api::ApiVersions, [](WireWriter& w, qint16 version) {
                           if (version >= 3) {
                               w.string(u"pilothouse");
                               w.string(u"1");
                           }
                           w.end();
                       }};
    std::optional<WireAnswer> answer;
    for (const qint16 version : {qint16(3), qint16(0)}) {
        if (auto sent = sendAs(ask, version, token, until); !sent)
            return sent;
        auto got = receive(token, until);
        if (!got)
            return tl::unexpected(got.error());
        const qint16 code = WireReader(got->frame).int16();
        if (code == wire::kNone) {
            answer = std::move(*got);
            break;
        }
        if (code != wire::kUnsupportedVersion || version == 0)
            return tl::unexpected(errorOfCode(code));
    }
    WireReader r = answer->reader();
    r.skip(2);
    const qsizetype count = r.array();
    for (qsizetype i = 0; i < count && r.ok(); ++i) {
        const qint16 key = r.int16();
        const qint16 least = r.int16();
        const qint16 most = r.int16();
        r.end();
        m_versions.insert(key, {least, most});
    }
    if (answer->version >= 3 && r.ok()) {
        r.skip(4); // throttle time
        const quint32 fields = r.uvarint();
        for (quint32 i = 0; i < fields && r.ok(); ++i) {
            const quint32 tag = r.uvarint();
            WireReader field(r.raw(qsizetype(r.uvarint())), true);
            if (tag != 0) // the features it supports
                continue;
            const qsizetype features = field.array();
            for (qsizetype f = 0; f < features && field.ok(); ++f) {
                const QString name = field.string();
                field.skip(2);
                const qint16 most = field.int16();
                field.end();
                if (name == "metadata.version"_L1)
                    m_metadataLevel = most;
            }
        }
    }
    if (!r.ok() || m_versions.isEmpty())
        return fail(Error::Kind::Protocol, u"ApiVersions: the answer has another shape"_s, {},
            PH_TEXT("streams", "Is this a Kafka broker?"));
    return m_setup->config.user.isEmpty() ? VoidResult() : logIn(token, until);
}

VoidResult KafkaLink::logIn(const Token& token, Clock::time_point until)
{
    const QString mechanism = m_setup->mechanism == Mechanism::Plain ? u"PLAIN"_s
        : m_setup->mechanism == Mechanism::Scram256                  ? u"SCRAM-SHA-256"_s
                                                                     : u"SCRAM-SHA-512"_s;
    const auto shaken = exchange({api::SaslHandshake,
                                     [&](WireWriter& w, qint16) {
                                         w.string(mechanism);
                                     }},
        token, until);
    if (!shaken)
        return tl::unexpected(shaken.error());
    WireReader r = shaken->reader();
    if (const qint16 code = r.int16(); code != wire::kNone) {
        QStringList offered;
        for (qsizetype i = 0, n = r.array(); i < n; ++i)
            offered += r.string();
        Error error = errorOfCode(code);
        error.kind = Error::Kind::Auth;
        if (!offered.isEmpty())
            error.hint = PH_TEXT("streams", "The broker takes these logins: %1.")
                             .arg(offered.join(u", "_s));
        return tl::unexpected(std::move(error));
    }
    const QString& user = m_setup->config.user;
    if (m_setup->mechanism == Mechanism::Plain) {
        QByteArray words = '\0' + user.toUtf8() + '\0' + m_setup->secret.reveal().toUtf8();
        return authenticate(words, token, until).map([](const QByteArray&) {});
    }
    QByteArray nonce(24, '\0');
    for (char& c : nonce)
        c = char(QRandomGenerator::system()->bounded(256));
    Scram scram(
        m_setup->mechanism == Mechanism::Scram256 ? Scram::Digest::Sha256 : Scram::Digest::Sha512,
        user, m_setup->secret, nonce.toBase64(QByteArray::OmitTrailingEquals));
    const auto first = authenticate(scram.first(), token, until);
    if (!first)
        return tl::unexpected(first.error());
    const auto proof = scram.finish(*first);
    if (!proof)
        return tl::unexpected(proof.error());
    const auto last = authenticate(*proof, token, until);
    return last ? scram.check(*last) : tl::unexpected(last.error());
}

Result<QByteArray> KafkaLink::authenticate(
    const QByteArray& words, const Token& token, Clock::time_point until)
{
    const auto got = exchange({api::SaslAuthenticate,
                                  [&](WireWriter& w, qint16) {
                                      w.bytes(words);
                                  }},
        token, until);
    if (!got)
        return tl::unexpected(got.error());
    WireReader r = got->reader();
    const qint16 code = r.int16();
    const QString message = r.string();
    if (code != wire::kNone) {
        Error error = errorOfCode(code, message);
        error.kind = Error::Kind::Auth;
        error.hint = PH_TEXT("streams", "Check user, password and login mechanism.");
        return tl::unexpected(std::move(error));
    }
    return r.bytes().toByteArray();
}

Result<WireAnswer> KafkaLink::exchange(
    const WireCall& call, const Token& token, Clock::time_point until)
{
    if (const auto sent = send(call, token, until); !sent)
        return tl::unexpected(sent.error());
    return receive(token, until);
}

Result<qint16> KafkaLink::versionOf(const WireApi& api) const
{
    const auto it = m_versions.constFind(api.key);
    const auto [least, most]
        = it == m_versions.cend() ? std::pair<qint16, qint16>{1, 0} : it.value();
    const qint16 best = std::min(most, api.most);
    if (best < least || best < api.least)
        return fail(Error::Kind::Unsupported,
            u"request %1: the broker knows versions %2 to %3"_s.arg(api.key).arg(least).arg(most),
            m_setup->config.id, PH_TEXT("streams", "This version of Kafka cannot do that."),
            u"version"_s);
    return best;
}

VoidResult KafkaLink::send(const WireCall& call, const Token& token, Clock::time_point until)
{
    const auto version = versionOf(call.api);
    if (!version)
        return tl::unexpected(version.error());
    return sendAs(call, *version, token, until);
}

VoidResult KafkaLink::sendAs(
    const WireCall& call, qint16 version, const Token& token, Clock::time_point until)
{
    if (!m_fd)
        return broken(hungUp(false));
    const bool flexible = version >= call.api.flexibleFrom;
    WireWriter head;
    head.int16(call.api.key);
    head.int16(version);
    head.int32(++m_number);
    head.nullableString(u"pilothouse"_s);
    WireWriter body(flexible);
    body.end(); // of the header
    call.write(body, version);
    WireWriter frame;
    frame.int32(qint32(head.data().size() + body.data().size()));
    frame.raw(head.data());
    frame.raw(body.data());

    const QByteArray& out = frame.data();
    qsizetype done = 0;
    while (done < out.size()) {
        const ssize_t n = ::send(m_fd.get(), out.constData() + done, size_t(out.size() - done),
            MSG_DONTWAIT | MSG_NOSIGNAL);
        if (n > 0) {
            done += n;
        } else if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            if (const auto ready = waitFor(m_fd.get(), POLLOUT, token, until); !ready)
                return broken(ready.error());
        } else if (!(n < 0 && errno == EINTR)) {
            return broken(hungUp(m_versions.isEmpty()));
        }
    }
    m_setup->requests.fetch_add(1, std::memory_order_relaxed);
    m_waiting.push_back(
        {m_number, version, flexible, flexible && call.api.key != api::ApiVersions.key});
    return {};
}

VoidResult KafkaLink::readSome(const Token& token, Clock::time_point until)
{
    const qsizetype have = m_in.size();
    m_in.resize(have + kReadSize);
    for (;;) {
        const ssize_t n = ::recv(m_fd.get(), m_in.data() + have, size_t(kReadSize), MSG_DONTWAIT);
        if (n > 0) {
            m_in.resize(have + qsizetype(n));
            return {};
        }
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            if (const auto ready = waitFor(m_fd.get(), POLLIN, token, until); !ready)
                return broken(ready.error());
            continue;
        }
        return broken(hungUp(m_versions.isEmpty()));
    }
}

Result<WireAnswer> KafkaLink::receive(const Token& token, Clock::time_point until)
{
    if (!m_fd || m_waiting.empty())
        return broken(hungUp(false));
    const auto have = [this] {
        return m_in.size() - m_from;
    };
    while (have() < 4)
        if (const auto done = readSome(token, until); !done)
            return tl::unexpected(done.error());
    const qint32 size = WireReader(QByteArrayView(m_in).sliced(m_from, 4)).int32();
    if (size < 4 || size > kLongestAnswer)
        return broken({Error::Kind::Protocol, {}, u"an answer of %1 bytes"_s.arg(size),
            PH_TEXT("streams", "Is this a Kafka broker?"), {}});
    if (m_from > 0) {
        m_in.remove(0, m_from);
        m_from = 0;
    }
    m_in.reserve(qsizetype(size) + 4 + kReadSize);
    while (have() < qsizetype(size) + 4)
        if (const auto done = readSome(token, until); !done)
            return tl::unexpected(done.error());

    const Waiting asked = m_waiting.front();
    m_waiting.pop_front();
    // An answer to ApiVersions in another version than asked is always of version 0.
    WireReader r(QByteArrayView(m_in).sliced(4, size), asked.flexibleHeader);
    const qint32 number = r.int32();
    r.end();
    if (number != asked.number || !r.ok())
        return broken({Error::Kind::Protocol, {}, u"an answer to another request"_s, {}, {}});
    WireAnswer answer{m_in.sliced(4 + r.at(), size - r.at()), asked.version, asked.flexible};
    m_from = qsizetype(size) + 4;
    if (m_from == m_in.size()) {
        m_in.clear();
        m_from = 0;
    }
    return answer;
}

} // namespace pilothouse::streams
