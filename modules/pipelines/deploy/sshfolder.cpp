// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/sshfolder.h"

#include "pipelines/deploy/sshscripts.h"

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kSshFailed = 255; // ssh itself, not what it ran

QStringList arguments(const SshPlace& place)
{
    QStringList words;
    if (!place.config.isEmpty())
        words << u"-F"_s << place.config;
    for (const QString& option : {u"BatchMode=yes"_s, u"ConnectTimeout=15"_s,
             u"ServerAliveInterval=5"_s, u"ServerAliveCountMax=3"_s, u"ControlMaster=no"_s,
             u"ControlPath=none"_s, u"RemoteCommand=none"_s, u"PermitLocalCommand=no"_s,
             u"ForwardAgent=no"_s, u"ForwardX11=no"_s, u"ClearAllForwardings=yes"_s})
        words << u"-o"_s << option;
    if (place.host.port != 0)
        words << u"-p"_s << QString::number(place.host.port);
    if (!place.host.user.isEmpty())
        words << u"-l"_s << place.host.user;
    return words << u"-T"_s << u"--"_s << place.host.host << u"sh"_s;
}

tl::unexpected<Error> sshFailed(const QString& words, const QString& host)
{
    Error error{kindOfSshWords(words), {}, words, {}, u"ssh"_s};
    if (words.contains("Host key verification failed"_L1))
        error.hint = PH_TEXT("pipelines",
            "ssh does not know %1, or its key has changed. Connect once in a terminal.")
                         .arg(host);
    else if (error.kind == Error::Kind::Auth)
        error.hint = PH_TEXT("pipelines", "%1 does not let ssh in without asking for a password.")
                         .arg(host);
    return tl::unexpected(error);
}

} // namespace

Result<SshPlace> SshPlace::parse(const QString& text, const QString& config)
{
    qsizetype colon = text.indexOf(":/"_L1);
    if (colon < 0)
        colon = text.lastIndexOf(u':');
    SshPlace place{{}, text.mid(colon + 1), config};
    if (colon < 0 || place.folder.isEmpty())
        return fail(Error::Kind::Refused, text, {},
            PH_TEXT("pipelines", "A folder behind ssh is written ssh:HOST:FOLDER."), u"guard"_s);
    auto host = SshJump::parse(text.left(colon));
    if (!host)
        return tl::unexpected(host.error());
    place.host = *host;
    return place;
}

Result<QByteArray> SshFolder::run(const QByteArray& script, const Token& token, bool changes) const
{
    // The script goes in as what sh reads, so no shell between takes its signs for its own.
    const auto answer = runCommand({u"ssh"_s, arguments(m_place), script}, token);
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->code == kSshFailed && !(changes && answer->output.contains("done\n")))
        return sshFailed(answer->words, m_place.host.host);
    if (answer->output.isEmpty() && !answer->words.isEmpty())
        return fail(Error::Kind::Protocol, answer->words);
    return answer->output;
}

Result<LookAnswer> SshFolder::look(const LookRequest& request, const Token& token)
{
    const auto answer = run(lookScript(m_place.folder.toUtf8(), request), token, false);
    if (!answer)
        return tl::unexpected(answer.error());
    auto files = readLookAnswer(*answer);
    if (!files)
        return tl::unexpected(files.error());
    return LookAnswer{std::move(*files), {}, {}};
}

Result<WriteReceipt> SshFolder::write(const WriteRequest& request, const Token& token)
{
    if (const auto checked = checkPaths(request); !checked)
        return tl::unexpected(checked.error());
    const auto answer = run(writeScript(m_place.folder.toUtf8(), request), token, true);
    if (!answer)
        return tl::unexpected(answer.error());
    if (const auto done = readWriteAnswer(*answer); !done)
        return tl::unexpected(done.error());
    return WriteReceipt();
}

} // namespace pilothouse::pipelines
