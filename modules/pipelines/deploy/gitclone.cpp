// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/gitclone.h"

#include "pipelines/deploy/fileswap.h"
#include "pipelines/deploy/localfolder.h"

#include <QFile>
#include <QFileInfo>

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

tl::unexpected<Error> gitFailed(const CommandAnswer& answer)
{
    const auto says = [&answer](QLatin1StringView part) {
        return answer.words.contains(part);
    };
    Error error{Error::Kind::Refused, {}, answer.words, {}, u"git"_s};
    if (says("Please tell me who you are"_L1) || says("empty ident"_L1)) {
        error.hint = PH_TEXT("pipelines",
            "git does not know the author: set user.name and "
            "user.email in the clone.");
    } else if (says("index.lock"_L1)) {
        error.kind = Error::Kind::Conflict;
        error.hint
            = PH_TEXT("pipelines", "Another git is at work in the clone, or one was broken off.");
    } else if (says("not a git repository"_L1)) {
        error.kind = Error::Kind::NotFound;
        error.hint = PH_TEXT("pipelines", "The folder is in no clone of git.");
    } else if (says("are ignored by one of your .gitignore"_L1)) {
        error.hint = PH_TEXT("pipelines", "The clone's .gitignore leaves the file out.");
    } else if (says("[rejected]"_L1) || says("fetch first"_L1) || says("non-fast-forward"_L1)) {
        error.kind = Error::Kind::Conflict;
        error.hint = PH_TEXT("pipelines",
            "Somebody else has pushed meanwhile. Nothing was "
            "deployed: pull first.");
    } else if (says("Permission denied"_L1) || says("Authentication failed"_L1)
        || says("could not read Username"_L1) || says("Host key verification failed"_L1)) {
        error.kind = Error::Kind::Auth;
        error.hint = PH_TEXT("pipelines", "The remote does not let git in.");
    }
    return tl::unexpected(error);
}

QByteArray pathList(const QStringList& paths)
{
    QByteArray list;
    for (const QString& path : paths)
        list += QFile::encodeName(path) + '\0';
    return list;
}

} // namespace

Result<CommandAnswer> GitClone::run(
    const QStringList& words, const Token& token, const QByteArray& input) const
{
    SystemCommand command{u"git"_s, QStringList{u"-C"_s, m_folder} + words, input};
    command.environment = {{u"GIT_TERMINAL_PROMPT"_s, u"0"_s}, {u"GIT_LITERAL_PATHSPECS"_s, u"1"_s},
        {u"GIT_EDITOR"_s, u"true"_s},
        {u"GIT_SSH_COMMAND"_s, u"ssh -o BatchMode=yes -o ConnectTimeout=15"_s}};
    struct stat about {
    };
    // Hooks and settings of a clone run programs, so they run as who owns it.
    if (::geteuid() == 0 && ::stat(QFile::encodeName(m_folder).constData(), &about) == 0
        && about.st_uid != 0) {
        command.program = u"setpriv"_s;
        command.arguments = QStringList{u"--reuid=%1"_s.arg(about.st_uid),
                                u"--regid=%1"_s.arg(about.st_gid), u"--clear-groups"_s, u"git"_s}
            + command.arguments;
        passwd entry{};
        passwd* found = nullptr;
        char space[4096];
        if (::getpwuid_r(about.st_uid, &entry, space, sizeof space, &found) == 0 && found)
            command.environment.emplace_back(u"HOME"_s, QFile::decodeName(entry.pw_dir));
    }
    return runCommand(command, token);
}

Result<QString> GitClone::ask(const QStringList& words, const Token& token) const
{
    const auto answer = run(words, token);
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->code != 0)
        return gitFailed(*answer);
    return QString::fromUtf8(answer->output).trimmed();
}

Result<GitClone::Head> GitClone::head(const Token& token) const
{
    if (!QFileInfo(m_folder).isDir())
        return tl::unexpected(folderError(ENOENT, m_folder));
    const auto folder = ask({u"rev-parse"_s, u"--absolute-git-dir"_s}, token);
    if (!folder)
        return tl::unexpected(folder.error());
    for (const QString& name : {u"MERGE_HEAD"_s, u"rebase-merge"_s, u"rebase-apply"_s,
             u"CHERRY_PICK_HEAD"_s, u"REVERT_HEAD"_s}) {
        if (QFileInfo::exists(*folder + u'/' + name))
            return fail(Error::Kind::Conflict, m_folder, {},
                PH_TEXT("pipelines", "A merge or rebase is not finished in the clone."));
    }
    Head head;
    const auto branch = run({u"symbolic-ref"_s, u"--short"_s, u"-q"_s, u"HEAD"_s}, token);
    if (!branch)
        return tl::unexpected(branch.error());
    head.branch = QString::fromUtf8(branch->output).trimmed();
    if (head.branch.isEmpty() || (!m_branch.isEmpty() && head.branch != m_branch))
        return fail(Error::Kind::Conflict, m_folder, {},
            PH_TEXT("pipelines", "The clone is on %1, not on branch %2.")
                .arg(head.branch.isEmpty() ? u"HEAD"_s : head.branch)
                .arg(m_branch));
    if (const auto commit = ask({u"rev-parse"_s, u"-q"_s, u"--verify"_s, u"HEAD"_s}, token))
        head.commit = *commit;
    if (const auto remote = ask({u"config"_s, u"branch.%1.remote"_s.arg(head.branch)}, token))
        head.remote = *remote;
    if (!head.remote.isEmpty()) {
        const auto upstream = ask({u"rev-parse"_s, u"--abbrev-ref"_s, u"@{upstream}"_s}, token);
        head.upstream = upstream ? *upstream : QString();
    }
    return head;
}

Result<LookAnswer> GitClone::look(const LookRequest& request, const Token& token)
{
    const auto now = head(token);
    if (!now)
        return tl::unexpected(now.error());
    auto answer = LocalFolder(m_folder).look(request, token);
    if (!answer)
        return answer;
    answer->branch = now->branch;
    if (!now->upstream.isEmpty()) {
        const auto ahead = ask({u"rev-list"_s, u"--count"_s, u"@{upstream}..HEAD"_s}, token);
        if (ahead && ahead->toInt() > 0)
            answer->notes.push_back(
                PH_PLURAL("pipelines", "%n earlier commits that were never pushed go along.")
                    .plural(ahead->toInt()));
    }
    return answer;
}

VoidResult GitClone::notBehind(const Head& head, const Token& token) const
{
    if (head.upstream.isEmpty())
        return {};
    if (const auto fetched = ask({u"fetch"_s, u"-q"_s, head.remote}, token); !fetched)
        return tl::unexpected(fetched.error());
    const auto behind = ask({u"rev-list"_s, u"--count"_s, u"HEAD..@{upstream}"_s}, token);
    if (!behind)
        return tl::unexpected(behind.error());
    if (behind->toInt() > 0)
        return fail(Error::Kind::Conflict, head.upstream, {},
            PH_PLURAL("pipelines", "The remote has %n commits the clone lacks: pull them first.")
                .plural(behind->toInt()));
    return {};
}

Result<WriteReceipt> GitClone::write(const WriteRequest& request, const Token& token)
{
    if (const auto checked = checkPaths(request); !checked)
        return tl::unexpected(checked.error());
    const auto before = head(token);
    if (!before)
        return tl::unexpected(before.error());
    if (const auto fresh = notBehind(*before, token); !fresh)
        return tl::unexpected(fresh.error());
    FileSwap swap(m_folder); // goes back by itself until the commit stands
    if (const auto staged = swap.stage(request.files, token); !staged)
        return tl::unexpected(staged.error());
    if (const auto put = swap.put(); !put)
        return tl::unexpected(put.error());
    auto receipt = commit(request, *before, token);
    if (receipt)
        swap.keep();
    return receipt;
}

Result<WriteReceipt> GitClone::commit(
    const WriteRequest& request, const Head& before, const Token& token) const
{
    QStringList paths;
    for (const FileWrite& file : request.files) {
        const auto known = run({u"ls-files"_s, u"--error-unmatch"_s, u"--"_s, file.path}, token);
        if (!known)
            return tl::unexpected(known.error());
        if (file.after || known->code == 0)
            paths.append(file.path);
    }
    const QStringList fromList{u"--pathspec-from-file=-"_s, u"--pathspec-file-nul"_s};
    const QByteArray list = pathList(paths);
    // What a commit has begun is taken back with a time of its own: the token's may be over.
    const auto unstage = [&] {
        const auto rest = std::make_shared<detail::JobState>();
        rest->deadline = (Clock::now() + std::chrono::seconds(20)).time_since_epoch().count();
        (void)run(QStringList{u"reset"_s, u"-q"_s} + fromList, Token(rest), list);
    };
    WriteReceipt receipt{before.commit, false};
    if (paths.isEmpty())
        return receipt;
    for (const QStringList& words : {QStringList{u"add"_s, u"-A"_s} + fromList,
             QStringList{u"commit"_s, u"-q"_s, u"--only"_s, u"-m"_s, request.message} + fromList}) {
        const auto done = run(words, token, list);
        if (!done || done->code != 0) {
            // Nothing to commit: the files were in the branch already, only not in the folder.
            if (done && words.first() == u"commit"_s && done->words.isEmpty()
                && (done->output.contains("nothing to commit")
                    || done->output.contains("nothing added to commit")
                    || done->output.contains("no changes added to commit")))
                return receipt;
            unstage();
            return done ? gitFailed(*done) : tl::unexpected(done.error());
        }
    }
    const auto commit = ask({u"rev-parse"_s, u"HEAD"_s}, token);
    if (!commit)
        return tl::unexpected(commit.error());
    receipt.commit = *commit;
    if (before.remote.isEmpty())
        return receipt;
    if (const auto pushed = push(before, token); !pushed) {
        unstage();
        return tl::unexpected(pushed.error());
    }
    receipt.pushed = true;
    return receipt;
}

VoidResult GitClone::push(const Head& before, const Token& token) const
{
    const auto pushed = run({u"push"_s, u"-q"_s, before.remote, u"HEAD"_s}, token);
    if (pushed && pushed->code == 0)
        return {};
    // Not pushed: the commit goes back, and with it (by the caller) the files.
    const auto rest = std::make_shared<detail::JobState>();
    rest->deadline = (Clock::now() + std::chrono::seconds(20)).time_since_epoch().count();
    if (before.commit.isEmpty())
        (void)run({u"update-ref"_s, u"-d"_s, u"HEAD"_s}, Token(rest));
    else
        (void)run({u"reset"_s, u"-q"_s, u"--soft"_s, before.commit}, Token(rest));
    return pushed ? gitFailed(*pushed) : tl::unexpected(pushed.error());
}

} // namespace pilothouse::pipelines
