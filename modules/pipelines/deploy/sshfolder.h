// SPDX-License-Identifier: GPL-3.0-or-later
// A folder behind ssh as a destination, over the system's ssh and a plain shell on the other side
// (sh, base64, sha256sum, mv). Never asks: keys and known hosts are those of the user's ssh.
#pragma once

#include "core/tunnel/sshjump.h"
#include "pipelines/deploy/destination.h"
#include "pipelines/deploy/systemcommand.h"

namespace pilothouse::pipelines
{

struct SshPlace {
    SshJump host;
    QString folder; // absolute, or below the home folder there
    QString config; // instead of ~/.ssh/config; empty: that

    // "[user@]host[:port]:folder"
    static Result<SshPlace> parse(const QString& text, const QString& config);
};

class SshFolder final : public Destination
{
public:
    explicit SshFolder(SshPlace place)
        : m_place(std::move(place))
    {
    }

    QString place() const override { return m_place.host.host + u':' + m_place.folder; }
    Result<LookAnswer> look(const LookRequest& request, const Token& token) override;
    Result<WriteReceipt> write(const WriteRequest& request, const Token& token) override;

private:
    // Runs `script` in the folder there.
    Result<QByteArray> run(const QByteArray& script, const Token& token, bool changes) const;

    const SshPlace m_place;
};

} // namespace pilothouse::pipelines
