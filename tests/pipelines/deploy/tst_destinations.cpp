// SPDX-License-Identifier: GPL-3.0-or-later
// Folder, clone of git and folder behind ssh, by the same rules: all or none, each file whole,
// nobody's work lost.
#include "pipelines/deploy/destination.h"
#include "pipelines/deploy/systemcommand.h"
#include "tests/support/serverscript.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QTemporaryDir>

#include <csignal>

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

Token within(int seconds = 60)
{
    const auto job = std::make_shared<detail::JobState>();
    job->deadline = (Clock::now() + std::chrono::seconds(seconds)).time_since_epoch().count();
    return Token(job);
}

QByteArray textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
}

bool put(const QString& path, const QByteArray& text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

// All files below, hidden ones too, but git's.
QStringList filesIn(const QString& folder)
{
    QStringList names;
    QDirIterator all(folder, QDir::Files | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
        QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString name = all.next().mid(folder.size() + 1);
        if (!name.startsWith(".git/"_L1))
            names.append(name);
    }
    names.sort();
    return names;
}

QString git(const QString& folder, const QStringList& words)
{
    const auto answer = runCommand({u"git"_s, QStringList{u"-C"_s, folder} + words}, within());
    return answer ? QString::fromUtf8(answer->output).trimmed() + answer->words : u"<failed>"_s;
}

FileWrite creation(const QString& path, const QByteArray& text)
{
    return {path, std::nullopt, text};
}

QByteArray words(const Error& error)
{
    return error.hint.key + ' ' + error.detail.toUtf8() + ' ' + error.hint.args.join(u' ').toUtf8();
}

} // namespace

class DestinationsTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ServerScript> m_sshd;

    QString folder() const { return m_dir->filePath(u"dags"_s); }

    std::shared_ptr<Destination> destination(const QString& kind)
    {
        if (kind == u"git" && !QFileInfo::exists(folder() + u"/.git"_s)) {
            git(folder(), {u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
            git(folder(), {u"config"_s, u"user.name"_s, u"Pilot"_s});
            git(folder(), {u"config"_s, u"user.email"_s, u"pilot@example.org"_s});
        }
        const QString option = kind == u"git" ? u"git:"_s + folder() + u"#main"_s
            : kind == u"ssh"                  ? u"ssh:jump:"_s + folder()
                                              : folder();
        const auto made
            = destinationOf(option, kind == u"ssh" ? m_sshd->fact("config") : QString());
        return made ? *made : nullptr;
    }
    static void kinds()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"folder", "git", "ssh"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_sshd = std::make_unique<ServerScript>(QString::fromUtf8(PH_SERVERS_FOLDER "/sshd"));
        QVERIFY2(m_sshd->isReady(), qPrintable(m_sshd->problem()));
    }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(folder()));
    }

    void writesChangesAndRemoves_data() { kinds(); }
    void writesChangesAndRemoves()
    {
        QFETCH(QString, kind);
        const auto to = destination(kind);
        QVERIFY(to);
        QVERIFY(put(folder() + u"/foreign.py"_s, "mine"));
        const QByteArray big(300'000, 'x');
        const QByteArray odd("a\0b'\"$(x)`\nEND\n.\n\xc3\xa9", 21);
        auto done = to->write(
            {{creation(u"sql/it's $x.sql"_s, odd), creation(u"orders.py"_s, big)}, u"orders v1"_s},
            within());
        QVERIFY2(done, done ? "" : words(done.error()).constData());
        QCOMPARE(textOf(folder() + u"/sql/it's $x.sql"_s), odd);
        QCOMPARE(textOf(folder() + u"/orders.py"_s), big);

        auto look
            = to->look({{u"orders.py"_s, u"none.py"_s, u"../etc/passwd"_s}, "$(x)`"}, within());
        QVERIFY2(look, look ? "" : words(look.error()).constData());
        QCOMPARE(look->files, (FileTexts{{u"orders.py"_s, big}, {u"sql/it's $x.sql"_s, odd}}));

        done = to->write({{{u"sql/it's $x.sql"_s, odd, std::nullopt}, {u"orders.py"_s, big, "v2"}},
                             u"orders v2"_s},
            within());
        QVERIFY2(done, done ? "" : words(done.error()).constData());
        QCOMPARE(textOf(folder() + u"/orders.py"_s), "v2");
        QCOMPARE(filesIn(folder()), (QStringList{u"foreign.py"_s, u"orders.py"_s}));
        if (kind == u"git") {
            QCOMPARE(git(folder(), {u"log"_s, u"--format=%s"_s}), u"orders v2\norders v1"_s);
            QCOMPARE(git(folder(), {u"status"_s, u"--porcelain"_s}), u"?? foreign.py"_s);
            QCOMPARE(done->commit, git(folder(), {u"rev-parse"_s, u"HEAD"_s}));
        }
    }

    void aSecondWriterIsFound_data() { kinds(); }
    void aSecondWriterIsFound()
    {
        QFETCH(QString, kind);
        const auto to = destination(kind);
        QVERIFY(
            to->write({{creation(u"a.py"_s, "a1"), creation(u"b.py"_s, "b1")}, u"v1"_s}, within()));
        QVERIFY(put(folder() + u"/b.py"_s, "by hand"));
        const auto commits = git(folder(), {u"log"_s, u"--format=%H"_s});
        auto done
            = to->write({{{u"a.py"_s, "a1", "a2"}, {u"b.py"_s, "b1", "b2"}}, u"v2"_s}, within());
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Conflict);
        QVERIFY(words(done.error()).contains("b.py"));
        // One that was to be new is there; one that was to go was changed.
        QVERIFY(!to->write({{creation(u"b.py"_s, "b2")}, u"v2"_s}, within()));
        QVERIFY(!to->write(
            {{{u"a.py"_s, "a1", std::nullopt}, {u"b.py"_s, "b1", std::nullopt}}, u"v2"_s},
            within()));
        QCOMPARE(textOf(folder() + u"/a.py"_s), "a1");
        QCOMPARE(textOf(folder() + u"/b.py"_s), "by hand");
        QCOMPARE(filesIn(folder()), (QStringList{u"a.py"_s, u"b.py"_s}));
        QCOMPARE(git(folder(), {u"log"_s, u"--format=%H"_s}), commits);
    }

    void allOrNone_data() { kinds(); }
    void allOrNone()
    {
        QFETCH(QString, kind);
        const auto to = destination(kind);
        QVERIFY(to->write({{creation(u"a.py"_s, "a1")}, u"v1"_s}, within()));
        QVERIFY(QDir().mkpath(folder() + u"/c.py"_s)); // a folder where a file is to be
        const auto done = to->write(
            {{{u"a.py"_s, "a1", "a2"}, creation(u"new/b.py"_s, "b"), creation(u"c.py"_s, "c")},
                u"v2"_s},
            within());
        QVERIFY(!done);
        QCOMPARE(textOf(folder() + u"/a.py"_s), "a1");
        QCOMPARE(filesIn(folder()), QStringList{u"a.py"_s});
    }

    void namesThatLeadElsewhereAreRefused_data() { kinds(); }
    void namesThatLeadElsewhereAreRefused()
    {
        QFETCH(QString, kind);
        const auto to = destination(kind);
        for (const QString& path : {u"../x.py"_s, u"/tmp/x.py"_s, u"a//b.py"_s, u".git/config"_s,
                 u".airflowignore"_s, u"a/.."_s, u""_s, u"a\nb.py"_s}) {
            const auto done = to->write({{creation(path, "x")}, u"v1"_s}, within());
            QVERIFY2(!done && done.error().code == u"guard", qPrintable(path));
        }
        QVERIFY(put(m_dir->filePath(u"secret"_s), "kept"));
        QVERIFY(QFile::link(m_dir->filePath(u"secret"_s), folder() + u"/link.py"_s));
        QVERIFY(!to->write({{creation(u"link.py"_s, "x")}, u"v1"_s}, within()));
        QVERIFY(!to->write({{{u"link.py"_s, "kept", "x"}}, u"v1"_s}, within()));
        QVERIFY(!to->look({{u"link.py"_s}, {}}, within()));
        QCOMPARE(textOf(m_dir->filePath(u"secret"_s)), "kept");
    }

    void whatAirflowNeedNotReadIsWritten_data() { kinds(); }
    void whatAirflowNeedNotReadIsWritten()
    {
        QFETCH(QString, kind);
        const QString path = u"orders.bronze/.airflowignore"_s;
        const auto done = destination(kind)->write({{creation(path, "job.py")}, u"v1"_s}, within());
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QCOMPARE(textOf(folder() + u'/' + path), "job.py");
    }

    void aFolderThatIsNotThere_data() { kinds(); }
    void aFolderThatIsNotThere()
    {
        QFETCH(QString, kind);
        const auto to = destination(kind);
        QVERIFY(QDir(folder()).removeRecursively());
        const auto look = to->look({{u"a.py"_s}, {}}, within());
        QVERIFY(!look);
        QCOMPARE(look.error().kind, Error::Kind::NotFound);
        QVERIFY(!to->write({{creation(u"a.py"_s, "a")}, u"v1"_s}, within()));
    }

    void aFullDisk_data() { kinds(); }
    void aFullDisk()
    {
        QFETCH(QString, kind);
        if (::geteuid() != 0)
            QSKIP("only root can mount a small disk");
        const QByteArray place = QFile::encodeName(folder());
        QCOMPARE(::mount("tmpfs", place.constData(), "tmpfs", 0, "size=400k,mode=0755"), 0);
        const auto unmount = qScopeGuard([&] { ::umount(place.constData()); });
        const auto to = destination(kind);
        auto done = to->write({{creation(u"a.py"_s, "a1")}, u"v1"_s}, within());
        QVERIFY2(done, done ? "" : words(done.error()).constData());
        done = to->write(
            {{{u"a.py"_s, "a1", "a2"}, creation(u"big.sql"_s, QByteArray(600'000, 'x'))}, u"v2"_s},
            within());
        QVERIFY(!done);
        QVERIFY2(words(done.error()).contains("full"), words(done.error()).constData());
        QCOMPARE(textOf(folder() + u"/a.py"_s), "a1");
        QCOMPARE(filesIn(folder()), QStringList{u"a.py"_s});
        done = to->write({{{u"a.py"_s, "a1", "a2"}}, u"v2"_s}, within());
        QVERIFY2(done, done ? "" : words(done.error()).constData());
    }

    void aReadOnlyFolder_data() { kinds(); }
    void aReadOnlyFolder()
    {
        QFETCH(QString, kind);
        const auto to = destination(kind);
        QVERIFY(to->write({{creation(u"a.py"_s, "a1")}, u"v1"_s}, within()));
        const QByteArray place = QFile::encodeName(folder());
        const bool root = ::geteuid() == 0;
        if (root) { // whom permissions do not stop
            QCOMPARE(::mount(place.constData(), place.constData(), "", MS_BIND, nullptr), 0);
            QCOMPARE(
                ::mount("", place.constData(), "", MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr), 0);
        } else {
            QCOMPARE(::chmod(place.constData(), 0555), 0);
        }
        const auto back = qScopeGuard(
            [&] { root ? ::umount(place.constData()) : ::chmod(place.constData(), 0755); });
        const auto done = to->write({{{u"a.py"_s, "a1", "a2"}}, u"v2"_s}, within());
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Auth);
        QVERIFY2(words(done.error()).contains("may not write"), words(done.error()).constData());
        QVERIFY(to->look({{u"a.py"_s}, {}}, within()));
        QCOMPARE(textOf(folder() + u"/a.py"_s), "a1");
    }

    void theFolderKeepsItsOwner_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("folder") << u"folder"_s;
        QTest::newRow("git") << u"git"_s;
    }
    void theFolderKeepsItsOwner()
    {
        QFETCH(QString, kind);
        if (::geteuid() != 0)
            QSKIP("only root writes into folders of others");
        const auto to = destination(kind);
        ::chmod(QFile::encodeName(m_dir->path()).constData(), 0755);
        constexpr uid_t kOther = 65534;
        QVERIFY(runCommand({u"chown"_s, {u"-R"_s, u"65534:65534"_s, folder()}}, within()));
        ::chmod(QFile::encodeName(folder()).constData(), 0750);
        const mode_t umask = ::umask(077);
        const auto done = to->write({{creation(u"sql/a.sql"_s, "a1")}, u"v1"_s}, within());
        ::umask(umask);
        QVERIFY2(done, done ? "" : words(done.error()).constData());
        for (const QString& path : {u"/sql"_s, u"/sql/a.sql"_s}) {
            struct stat about {
            };
            QCOMPARE(::stat(QFile::encodeName(folder() + path).constData(), &about), 0);
            QCOMPARE(about.st_uid, kOther);
            QCOMPARE(about.st_gid, gid_t(kOther));
            QCOMPARE(int(about.st_mode & 0777),
                path.endsWith(u"sql"_s) && path != u"/sql" ? 0640 : 0750);
        }
        if (kind == u"git") { // also what git itself has written
            QDirIterator all(
                folder() + u"/.git"_s, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (all.hasNext())
                QCOMPARE(QFileInfo(all.next()).ownerId(), uint(kOther));
        }
    }

    // Killed by the kernel while it writes: what was there is whole, and is written over later.
    void aCrashInTheMiddle()
    {
        const auto to = destination(u"folder"_s);
        QVERIFY(to->write({{creation(u"a.py"_s, "a1")}, {}}, within()));
        const pid_t child = ::fork();
        if (child == 0) {
            ::signal(SIGXFSZ, SIG_DFL);
            const rlimit cores{0, 0};
            ::setrlimit(RLIMIT_CORE, &cores);
            const rlimit limit{70'000, 70'000};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            (void)to->write({{{u"a.py"_s, "a1", QByteArray(200'000, 'x')}}, {}}, within());
            ::_exit(0);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(textOf(folder() + u"/a.py"_s), "a1");
        const QStringList left = filesIn(folder());
        QCOMPARE(left.size(), 2); // and what it was writing, hidden
        QVERIFY(left.first().startsWith(u'.') && !left.first().endsWith(".py"_L1));
        QVERIFY(to->write({{{u"a.py"_s, "a1", "a2"}}, {}}, within()));
        QCOMPARE(textOf(folder() + u"/a.py"_s), "a2");
    }

    void gitLeavesTheWorkOfOthersAlone()
    {
        const auto to = destination(u"git"_s);
        QVERIFY(put(folder() + u"/other.py"_s, "committed"));
        git(folder(), {u"add"_s, u"-A"_s});
        git(folder(), {u"commit"_s, u"-q"_s, u"-m"_s, u"theirs"_s});
        QVERIFY(put(folder() + u"/other.py"_s, "being edited"));
        QVERIFY(put(folder() + u"/staged.py"_s, "staged"));
        git(folder(), {u"add"_s, u"staged.py"_s});
        QVERIFY(to->write({{creation(u"a.py"_s, "a1")}, u"-q: it's \"v1\""_s}, within()));
        QCOMPARE(git(folder(), {u"show"_s, u"--format=%s"_s, u"--name-only"_s}),
            u"-q: it's \"v1\"\n\na.py"_s);
        QCOMPARE(git(folder(), {u"status"_s, u"--porcelain"_s}), u"M other.py\nA  staged.py"_s);
        QCOMPARE(textOf(folder() + u"/other.py"_s), "being edited");
    }

    void gitOnAnotherBranchOrInAMerge()
    {
        const auto to = destination(u"git"_s);
        QVERIFY(to->write({{creation(u"a.py"_s, "a1")}, u"v1"_s}, within()));
        git(folder(), {u"checkout"_s, u"-q"_s, u"-b"_s, u"side"_s});
        auto done = to->write({{{u"a.py"_s, "a1", "a2"}}, u"v2"_s}, within());
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Conflict);
        QVERIFY(words(done.error()).contains("side main"));
        QVERIFY(!to->look({{u"a.py"_s}, {}}, within()));

        QVERIFY(put(folder() + u"/a.py"_s, "side"));
        git(folder(), {u"commit"_s, u"-q"_s, u"-a"_s, u"-m"_s, u"side"_s});
        git(folder(), {u"checkout"_s, u"-q"_s, u"main"_s});
        QVERIFY(put(folder() + u"/a.py"_s, "main"));
        git(folder(), {u"commit"_s, u"-q"_s, u"-a"_s, u"-m"_s, u"main"_s});
        git(folder(), {u"merge"_s, u"-q"_s, u"side"_s});
        done = to->write({{creation(u"b.py"_s, "b")}, u"v2"_s}, within());
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Conflict);
        QVERIFY(words(done.error()).contains("merge"));
        QVERIFY(!QFileInfo::exists(folder() + u"/b.py"_s));
    }

    void gitPushesOrTakesBack()
    {
        const QString origin = m_dir->filePath(u"origin.git"_s);
        const QString other = m_dir->filePath(u"other"_s);
        const auto to = destination(u"git"_s);
        QVERIFY(to->write({{creation(u"a.py"_s, "a1")}, u"v1"_s}, within()));
        git(m_dir->path(), {u"clone"_s, u"-q"_s, u"--bare"_s, folder(), origin});
        git(folder(), {u"remote"_s, u"add"_s, u"origin"_s, origin});
        git(folder(), {u"fetch"_s, u"-q"_s, u"origin"_s});
        git(folder(), {u"branch"_s, u"-q"_s, u"-u"_s, u"origin/main"_s});
        auto done = to->write({{{u"a.py"_s, "a1", "a2"}}, u"v2"_s}, within());
        QVERIFY2(done, done ? "" : words(done.error()).constData());
        QVERIFY(done->pushed);
        QCOMPARE(git(origin, {u"log"_s, u"--format=%s"_s, u"main"_s}), u"v2\nv1"_s);

        // Somebody else pushes: found before anything is written.
        git(m_dir->path(), {u"clone"_s, u"-q"_s, origin, other});
        QVERIFY(put(other + u"/b.py"_s, "b"));
        git(other, {u"add"_s, u"-A"_s});
        git(other,
            {u"-c"_s, u"user.name=X"_s, u"-c"_s, u"user.email=x@y"_s, u"commit"_s, u"-q"_s, u"-m"_s,
                u"theirs"_s});
        git(other, {u"push"_s, u"-q"_s});
        done = to->write({{{u"a.py"_s, "a2", "a3"}}, u"v3"_s}, within());
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Conflict);
        QVERIFY(words(done.error()).contains("pull"));
        QCOMPARE(textOf(folder() + u"/a.py"_s), "a2");

        // The remote says no: commit and files go back.
        git(folder(), {u"pull"_s, u"-q"_s, u"--ff-only"_s});
        QVERIFY(put(origin + u"/hooks/pre-receive"_s, "#!/bin/sh\necho not today\nexit 1\n"));
        QVERIFY(QFile::setPermissions(origin + u"/hooks/pre-receive"_s,
            QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        done = to->write({{{u"a.py"_s, "a2", "a3"}, creation(u"c.py"_s, "c")}, u"v3"_s}, within());
        QVERIFY(!done);
        QVERIFY(words(done.error()).contains("not today"));
        QCOMPARE(textOf(folder() + u"/a.py"_s), "a2");
        QCOMPARE(git(folder(), {u"log"_s, u"--format=%s"_s, u"-1"_s}), u"theirs"_s);
        QCOMPARE(git(folder(), {u"status"_s, u"--porcelain"_s}), QString());
    }

    void sshSaysWhyItDoesNotConnect()
    {
        const auto error = [this](const QString& option, const QString& config) {
            const auto to = destinationOf(option, config);
            const auto look = (*to)->look({{u"a.py"_s}, {}}, within());
            return look ? Error() : look.error();
        };
        const QString place = u":"_s + folder();
        QFile known(m_sshd->fact("known_hosts"));
        const QByteArray right = textOf(known.fileName());
        QVERIFY(put(known.fileName(), ""));
        Error stranger = error(u"ssh:jump"_s + place, m_sshd->fact("config"));
        QVERIFY(put(known.fileName(), right));
        QCOMPARE(stranger.kind, Error::Kind::Auth);
        QVERIFY(words(stranger).contains("does not know"));

        const QString config = m_dir->filePath(u"config"_s);
        QVERIFY(put(config,
            textOf(m_sshd->fact("config"))
                .replace(QByteArray("Port " + m_sshd->fact("port").toUtf8()), "Port 1")));
        QCOMPARE(error(u"ssh:jump"_s + place, config).kind, Error::Kind::Refused);
        for (const QString& option : {u"ssh:-oProxyCommand=x:/tmp"_s, u"ssh:jump"_s, u"relative"_s,
                 u"git:relative#main"_s, u""_s})
            QVERIFY2(!destinationOf(option, {}), qPrintable(option));
    }

    void aProgramThatHangsIsEnded()
    {
        const QString note = m_dir->filePath(u"note"_s);
        const QString script = u"trap 'echo ended > %1; exit' TERM; sleep 100 & wait"_s.arg(note);
        QElapsedTimer clock;
        clock.start();
        const auto answer = runCommand({u"sh"_s, {u"-c"_s, script}}, within(1));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Timeout);
        QVERIFY(clock.elapsed() < 5'000);
        QCOMPARE(textOf(note), "ended\n"); // it was told, and could tidy up
        const auto none = runCommand({u"no-such-program"_s, {}}, within());
        QCOMPARE(none.error().kind, Error::Kind::Unsupported);
    }
};

PH_TEST_MAIN(QCoreApplication, DestinationsTest)
#include "tst_destinations.moc"
