// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/gitlog.h"

#include "pipelines/deploy/systemcommand.h"

#include <QFileInfo>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kMostText = 16 << 20;

// Nothing of the repository is run, and no question is asked.
Result<CommandAnswer> git(const QString& file, const QStringList& words, const Token& token)
{
    SystemCommand command{u"git"_s,
        QStringList{u"-c"_s, u"core.fsmonitor=false"_s, u"-c"_s, u"core.hooksPath=/dev/null"_s,
            u"-c"_s, u"log.showSignature=false"_s, u"--no-pager"_s}
            + words};
    command.folder = QFileInfo(file).absolutePath();
    command.environment = {{u"GIT_TERMINAL_PROMPT"_s, u"0"_s}, {u"GIT_OPTIONAL_LOCKS"_s, u"0"_s},
        {u"GIT_LITERAL_PATHSPECS"_s, u"1"_s}};
    command.mostOutput = kMostText;
    return runCommand(command, token);
}

bool isCommit(const QString& commit)
{
    return commit.size() >= 7 && commit.size() <= 64 && std::ranges::all_of(commit, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

} // namespace

Result<std::vector<GitVersion>> gitVersions(const QString& file, int most, const Token& token)
{
    const auto answer = git(file,
        {u"log"_s, u"-n%1"_s.arg(most), u"--format=%H%x1f%ct%x1f%an%x1f%s%x1e"_s, u"--"_s,
            QFileInfo(file).fileName()},
        token);
    if (!answer)
        return tl::unexpected(answer.error());
    std::vector<GitVersion> versions;
    if (answer->code != 0)
        return versions;
    for (const QByteArray& entry : answer->output.split('\x1e')) {
        const QStringList parts = QString::fromUtf8(entry.trimmed()).split(QChar(0x1f));
        if (parts.size() == 4 && isCommit(parts[0]))
            versions.push_back({parts[0],
                QDateTime::fromSecsSinceEpoch(parts[1].toLongLong(), Qt::UTC), parts[2], parts[3]});
    }
    return versions;
}

Result<QByteArray> gitText(const QString& file, const QString& commit, const Token& token)
{
    if (!isCommit(commit))
        return fail(Error::Kind::Refused, commit, {}, {}, u"guard"_s);
    auto answer = git(file,
        {u"show"_s, u"--no-textconv"_s, u"--no-ext-diff"_s,
            commit + u":./"_s + QFileInfo(file).fileName()},
        token);
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->code != 0)
        return fail(Error::Kind::NotFound, answer->words);
    return std::move(answer->output);
}

} // namespace pilothouse::pipelines
