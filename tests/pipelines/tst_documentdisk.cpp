// SPDX-License-Identifier: GPL-3.0-or-later
// A document and its disk: nothing is lost by a kill -9, a full disk or a torn journal, and what
// somebody else writes into the file is never written over.
#include "pipelines/files/documentfile.h"
#include "tests/pipelines/documents.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>

#include <csignal>

#include <sys/resource.h>
#include <unistd.h>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

// In a process of its own that is killed: opens, edits, and says when its journal is written.
int editAndWait(QCoreApplication& app, const QString& folder, const QString& file)
{
    Runtime runtime;
    DocumentSession session(runtime, folder);
    session.open(file);
    if (!ready(session))
        return 1;
    (void)session.edit(kTitle, {addNode(u"kept"_s)});
    (void)session.edit(kTitle, {addNode(u"undone"_s)});
    session.undo();
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &session, [&] {
        if (!QDir(folder).entryList({u"*.journal"_s}).isEmpty() && session.isJournalWritten()) {
            std::puts("written");
            std::fflush(stdout);
            look.stop();
        }
    });
    look.start(20);
    return app.exec();
}

} // namespace

class TestDocumentDisk : public QObject
{
    Q_OBJECT

    Documents m_docs;

private Q_SLOTS:
    void init() { m_docs.next(); }
    void cleanup() { m_docs.runtime.reset(); }

    void survivesAKill()
    {
        QProcess process;
        process.start(
            QCoreApplication::applicationFilePath(), {u"--edit"_s, m_docs.journals(), m_docs.file});
        QVERIFY(process.waitForStarted());
        QByteArray said;
        QVERIFY(QTest::qWaitFor(
            [&] {
                process.waitForReadyRead(10);
                said += process.readAllStandardOutput();
                return said.contains("written");
            },
            30'000));
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(contentOf(m_docs.file), kByHand);
        const auto session = m_docs.opened();
        QVERIFY(session->wasRecovered());
        QVERIFY(session->pipeline().node(u"kept"));
        QVERIFY(!session->pipeline().node(u"undone"));
        session->redo();
        QVERIFY(session->pipeline().node(u"undone"));
        session->undo();
        session->undo();
        QCOMPARE(m_docs.text(*session), kByHand);
    }

    // Whatever of the journal's end is missing, the rest comes back.
    void tornJournal()
    {
        {
            const auto session = m_docs.opened();
            for (int i = 0; i < 5; ++i)
                QVERIFY(session->edit(kTitle, {addNode(u"n%1"_s.arg(i))}));
        }
        const QDir folder(m_docs.journals());
        const QStringList names = folder.entryList({u"*.journal"_s});
        QCOMPARE(names.size(), 1);
        const QString path = folder.filePath(names.front());
        const QByteArray whole = contentOf(path);
        qsizetype most = 0;
        for (qsizetype size = 0; size <= whole.size(); size += 97) {
            put(path, whole.first(size));
            const auto session = m_docs.opened();
            QCOMPARE(session->state(), DocumentSession::State::Ready);
            const auto nodes = qsizetype(session->pipeline().nodes.size());
            QVERIFY(nodes >= most);
            most = nodes;
            // And goes on from there.
            QVERIFY(session->edit(kTitle, {addNode(u"more"_s)}));
        }
        QVERIFY(most >= 6);
    }

    void aSecondWriter()
    {
        const auto session = m_docs.opened();
        QSignalSpy disk(session.get(), &DocumentSession::diskChanged);
        QSignalSpy failed(session.get(), &DocumentSession::saveFailed);
        QVERIFY(session->edit(kTitle, {addNode(u"mine"_s)}));
        QByteArray theirs = kByHand;
        theirs.replace("shop.orders.v1", "shop.orders.v9");
        put(m_docs.file, theirs);
        // Noticed by itself, or at the latest by the save.
        session->save();
        QTRY_COMPARE(session->disk(), DocumentSession::Disk::Changed);
        QTRY_VERIFY(disk.count() > 0);
        QTRY_VERIFY(!session->isSaving());
        session->save();
        QTRY_VERIFY(failed.count() > 0);
        QCOMPARE(failed.last().first().value<Error>().kind, Error::Kind::Conflict);
        QCOMPARE(contentOf(m_docs.file), theirs);
        QCOMPARE(session->theirs().text, theirs);

        // Theirs, and back.
        QSignalSpy replaced(session.get(), &DocumentSession::replaced);
        session->reload();
        QTRY_COMPARE(replaced.count(), 1);
        QVERIFY(!session->isDirty());
        QVERIFY(!session->pipeline().node(u"mine"));
        QCOMPARE(m_docs.text(*session), theirs);
        session->undo();
        QVERIFY(session->pipeline().node(u"mine"));
        QVERIFY(session->isDirty());
        QVERIFY(m_docs.save(*session));
        QVERIFY(contentOf(m_docs.file).contains("mine:"));
        QVERIFY(contentOf(m_docs.file).contains("shop.orders.v1"));

        // Ours all the same.
        QVERIFY(session->edit(kTitle, {addNode(u"again"_s)}));
        put(m_docs.file, theirs);
        QTRY_COMPARE(session->disk(), DocumentSession::Disk::Changed);
        session->keepMine();
        QVERIFY(session->isDirty());
        QVERIFY(m_docs.save(*session));
        QVERIFY(contentOf(m_docs.file).contains("again:"));
    }

    void readsAnewWhatNobodyEdits()
    {
        const auto session = m_docs.opened();
        QSignalSpy reloaded(session.get(), &DocumentSession::reloaded);
        QByteArray theirs = kByHand;
        theirs.replace("shop.orders.v1", "shop.orders.v9");
        put(m_docs.file, theirs);
        QTRY_COMPARE(reloaded.count(), 1);
        QCOMPARE(m_docs.text(*session), theirs);
        QVERIFY(!session->isDirty());
        // A comment changes nothing that would have to be undone.
        const auto steps = session->history().steps().size();
        theirs.prepend("# read me\n");
        put(m_docs.file, theirs);
        QTRY_COMPARE(m_docs.text(*session), theirs);
        QCOMPARE(session->history().steps().size(), steps);
        QVERIFY(QFile::remove(m_docs.file));
        QTRY_COMPARE(session->disk(), DocumentSession::Disk::Gone);
        session->keepMine();
        QVERIFY(session->isDirty());
        QVERIFY(m_docs.save(*session));
        QCOMPARE(contentOf(m_docs.file), theirs);
    }

    // Somebody wrote into the file while our unsaved work waited for the next start.
    void overtaken()
    {
        {
            const auto session = m_docs.opened();
            QVERIFY(session->edit(kTitle, {addNode(u"mine"_s)}));
        }
        put(m_docs.file, kByHand + "# theirs\n");
        const auto session = m_docs.opened();
        QCOMPARE(session->disk(), DocumentSession::Disk::Changed);
        QVERIFY(session->pipeline().node(u"mine"));
        QVERIFY(session->isDirty());
        session->keepMine();
        QVERIFY(m_docs.save(*session));
        QVERIFY(contentOf(m_docs.file).contains("mine:"));
    }

    void readOnlyFolder()
    {
        if (::geteuid() == 0)
            m_docs.file
                = u"/proc/orders.pipeline.yaml"_s; // the superuser may write everywhere else
        else
            QVERIFY(QFile(m_docs.dir.path()).setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        DocumentSession session(*m_docs.runtime, m_docs.journals());
        Pipeline pipeline;
        pipeline.name = u"orders"_s;
        session.create(u"new"_s, pipeline);
        QVERIFY(ready(session));
        QVERIFY(session.edit(kTitle, {addNode(u"mine"_s)}));
        QSignalSpy failed(&session, &DocumentSession::saveFailed);
        session.saveAs(m_docs.file);
        QTRY_COMPARE(failed.count(), 1);
        (void)QFile(m_docs.dir.path())
            .setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const auto error = failed.first().first().value<Error>();
        QCOMPARE(error.kind, Error::Kind::Refused);
        QVERIFY(error.detail.contains(m_docs.file));
        QVERIFY(session.isDirty());
        QVERIFY(session.pipeline().node(u"mine"));
        const QString other = m_docs.dir.filePath(u"elsewhere.pipeline.yaml"_s);
        session.saveAs(other);
        QTRY_VERIFY(!session.isDirty());
        QVERIFY(contentOf(other).contains("mine:"));
    }

    // No file can grow beyond a few bytes, as on a disk that is full.
    void fullDisk()
    {
        const auto session = m_docs.opened();
        QSignalSpy failed(session.get(), &DocumentSession::saveFailed);
        QSignalSpy journal(session.get(), &DocumentSession::journalFailed);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit small{64, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const bool edited = session->edit(kTitle, {addNode(u"mine"_s)}).has_value();
        session->save();
        const bool told = QTest::qWaitFor([&] { return failed.count() > 0 && !journal.empty(); });
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(edited && told);
        QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::Refused);
        QCOMPARE(contentOf(m_docs.file), kByHand); // not half-written
        QVERIFY(session->isDirty());
        QVERIFY(m_docs.save(*session));
        QVERIFY(contentOf(m_docs.file).contains("mine:"));
        QTRY_VERIFY(session->isJournalWritten());
    }

    void unreadable()
    {
        put(m_docs.file, "pipeline: 1\nname: a\nnodes:\n\t- x\n");
        DocumentSession session(*m_docs.runtime, m_docs.journals());
        session.open(m_docs.file);
        QTRY_COMPARE(session.state(), DocumentSession::State::Unreadable);
        QVERIFY(!session.problems().empty());
        QVERIFY(session.problems().front().place.line > 0);
        QVERIFY(!session.edit(kTitle, {addNode(u"x"_s)}));
        session.save();
        QCOMPARE(contentOf(m_docs.file), QByteArray("pipeline: 1\nname: a\nnodes:\n\t- x\n"));
        put(m_docs.file, kByHand); // mended elsewhere
        QTRY_COMPARE(session.state(), DocumentSession::State::Ready);
        DocumentSession missing(*m_docs.runtime, m_docs.journals());
        missing.open(m_docs.dir.filePath(u"nothing.pipeline.yaml"_s));
        QTRY_COMPARE(missing.state(), DocumentSession::State::Failed);
        QCOMPARE(missing.error().kind, Error::Kind::NotFound);
    }

    void layouts()
    {
        const auto session = m_docs.opened();
        const QString path = layoutPath(m_docs.file);
        QVERIFY(path.endsWith(u".pipeline.layout"_s));
        QVERIFY(session->edit(kTitle, {Move{{{u"orders"_s, QPointF(1, 2)}}}}));
        QVERIFY(m_docs.save(*session));
        QCOMPARE(contentOf(m_docs.file), kByHand); // moves make no noise
        QVERIFY(contentOf(path).contains("orders"));
        // Somebody else has moved another node meanwhile.
        put(path, "places:\n  orders: [1, 2]\n  clean: [7, 8]\n");
        QVERIFY(session->edit(kTitle, {Move{{{u"orders"_s, QPointF(3, 4)}}}}));
        QVERIFY(m_docs.save(*session));
        QVERIFY(contentOf(path).contains("[3, 4]") && contentOf(path).contains("[7, 8]"));
    }
};

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 4 && QByteArray(argv[1]) == "--edit")
        return editAndWait(app, QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]));
    TestDocumentDisk test;
    return pilothouse::test::runTrapped(&test, argc, argv);
}

#include "tst_documentdisk.moc"
