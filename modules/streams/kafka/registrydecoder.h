// SPDX-License-Identifier: GPL-3.0-or-later
// RegistryDecoder: a lane's decoder with the schemas of its registry and commands of the user's
// own.
#pragma once

#include "streams/decode/messagedecoder.h"
#include "streams/kafka/registryclient.h"

namespace pilothouse::streams
{

class RegistryDecoder final
{
public:
    // `place` null: no registry.
    RegistryDecoder(std::shared_ptr<const RestPlace> place, std::shared_ptr<SchemaCache> cache);
    Q_DISABLE_COPY_MOVE(RegistryDecoder)

    std::vector<DecodedMessage> decode(
        const std::vector<Message>& messages, const DecodeChoice& choice, const Token& token);
    // For searching: the value as JSON where it is framed or packed, and can be read.
    std::optional<QByteArray> framedJson(
        QByteArrayView value, const std::vector<MessageHeader>& headers, const Token& token);

private:
    SchemaSource source();
    Result<SchemaInfo> asked(const std::function<Result<SchemaInfo>(RegistryClient&)>& ask);

    std::unique_ptr<RegistryClient> m_registry;
    const Token* m_token = nullptr; // of the job that runs
    std::optional<Error> m_down; // the registry, told once for all messages
    Clock::time_point m_downUntil;
    int m_strange = 0; // numbers the registry did not know
    MessageDecoder m_decoder;
};

// A program without a shell: its input is written, its output is the answer. It is killed at the
// deadline, when it writes too much, and when nobody wants the answer any more.
Result<QByteArray> runCommand(
    const QStringList& command, const QByteArray& input, milliseconds limit, const Token& token);

} // namespace pilothouse::streams
