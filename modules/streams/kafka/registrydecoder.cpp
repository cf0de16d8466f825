// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/registrydecoder.h"

#include <QProcess>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr milliseconds kCommandLimit{5'000}; // of one value
constexpr milliseconds kDownFor{5'000}; // a registry that failed is left alone
constexpr qsizetype kMostOutput = 8 << 20;
constexpr int kLookMs = 20;
constexpr int kMostStrange = 200;

} // namespace

Result<QByteArray> runCommand(
    const QStringList& command, const QByteArray& input, milliseconds limit, const Token& token)
{
    const auto failed = [&command](Error::Kind kind, const QString& why) {
        return fail(kind, command.value(0) + u": "_s + why, {}, {}, u"command"_s);
    };
    if (command.isEmpty())
        return failed(Error::Kind::Refused, u"no program"_s);
    QProcess process;
    process.start(command.front(), command.mid(1));
    if (!process.waitForStarted(int(token.remaining(limit).count())))
        return failed(Error::Kind::NotFound, process.errorString());
    process.write(input);
    process.closeWriteChannel();
    const auto until = Clock::now() + limit;
    QByteArray output;
    std::optional<Error> problem;
    while (!problem && process.state() != QProcess::NotRunning) {
        process.waitForFinished(kLookMs);
        output += process.readAllStandardOutput();
        if (token.stopped())
            problem = Error{token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, {},
                command.front(), {}, u"command"_s};
        else if (Clock::now() > until)
            problem = failed(Error::Kind::Timeout, u"no answer in time"_s).value();
        else if (output.size() > kMostOutput)
            problem = failed(Error::Kind::Protocol, u"too much output"_s).value();
    }
    if (problem) {
        process.kill();
        process.waitForFinished(1000);
        return tl::unexpected(*problem);
    }
    output += process.readAllStandardOutput();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return failed(Error::Kind::Protocol,
            u"%1 "_s.arg(process.exitCode())
                + QString::fromUtf8(process.readAllStandardError().left(500)).trimmed());
    return output;
}

RegistryDecoder::RegistryDecoder(
    std::shared_ptr<const RestPlace> place, std::shared_ptr<SchemaCache> cache)
    : m_registry(
        place ? std::make_unique<RegistryClient>(std::move(place), std::move(cache)) : nullptr)
    , m_decoder(source())
{
}

// A registry that is away is asked once, not for each of a thousand messages.
Result<SchemaInfo> RegistryDecoder::asked(
    const std::function<Result<SchemaInfo>(RegistryClient&)>& ask)
{
    if (m_down && Clock::now() < m_downUntil)
        return tl::unexpected(*m_down);
    m_down.reset();
    // These are no frames, whatever they begin with.
    if (m_strange >= kMostStrange)
        return fail(Error::Kind::NotFound, {}, {}, {}, u"40403"_s);
    auto told = ask(*m_registry);
    if (!told && told.error().kind == Error::Kind::NotFound)
        ++m_strange;
    if (!told && told.error().kind != Error::Kind::NotFound) {
        m_down = told.error();
        m_downUntil = Clock::now() + kDownFor;
    }
    return told;
}

SchemaSource RegistryDecoder::source()
{
    SchemaSource out;
    if (!m_registry)
        return out;
    out.byId = [this](int id) -> Result<SchemaInfo> {
        return asked([&](RegistryClient& r) { return r.schemaById(id, *m_token); });
    };
    out.byGuid = [this](const QString& guid) -> Result<SchemaInfo> {
        return asked([&](RegistryClient& r) { return r.schemaByGuid(guid, *m_token); });
    };
    out.byVersion = [this](const QString& subject, int version) -> Result<SchemaInfo> {
        return asked([&](RegistryClient& r) { return r.schema(subject, version, *m_token); });
    };
    return out;
}

std::vector<DecodedMessage> RegistryDecoder::decode(
    const std::vector<Message>& messages, const DecodeChoice& choice, const Token& token)
{
    m_token = &token;
    m_down.reset();
    m_strange = 0;
    m_decoder.forgetProblems();
    CommandRunner run;
    if (!choice.command.isEmpty())
        run = [&](const QByteArray& input) -> Result<QByteArray> {
            return runCommand(choice.command, input, kCommandLimit, token);
        };
    std::vector<DecodedMessage> out;
    out.reserve(messages.size());
    for (const Message& message : messages) {
        if (token.stopped())
            break; // nobody waits for the rest
        out.push_back(m_decoder.decode(message, choice, run));
    }
    m_token = nullptr;
    return out;
}

std::optional<QByteArray> RegistryDecoder::framedJson(
    QByteArrayView value, const std::vector<MessageHeader>& headers, const Token& token)
{
    m_token = &token;
    if (m_down && Clock::now() >= m_downUntil)
        m_decoder.forgetProblems();
    auto out = m_decoder.framedJson(value, headers);
    m_token = nullptr;
    return out;
}

} // namespace pilothouse::streams
