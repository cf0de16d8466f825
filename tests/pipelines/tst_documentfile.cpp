// SPDX-License-Identifier: GPL-3.0-or-later
// Documents as files: whatever lies under a name, nothing hangs and nothing is lost.
#include "pipelines/files/documentfile.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray kSmall = "pipeline: 1\nname: small\nnodes:\n  a:\n    kind: process.sql\n";

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray got(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("nothing");
}

} // namespace

class DocumentFileTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString at(const QString& name) { return m_folder->filePath(name); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void namesAreTaken()
    {
        QCOMPARE(documentStem(u"/a/b.c/orders.v1.pipeline.yaml"_s), u"orders.v1"_s);
        QCOMPARE(documentStem(u"flow.json"_s), u"flow"_s);
        QCOMPARE(layoutPath(u"/a/orders.pipeline.yaml"_s), u"/a/orders.pipeline.layout"_s);
        QVERIFY(isDocumentName(u"a.pipeline.yaml"_s));
        QVERIFY(!isDocumentName(u"docker-compose.yaml"_s));
    }

    void aDocumentComesWithItsPlaces()
    {
        put(at(u"small.pipeline.yaml"_s), kSmall);
        put(at(u"small.pipeline.layout"_s), "places:\n  a: [10, 20]\n");
        const auto read = readDocumentWithLayout(at(u"small.pipeline.yaml"_s));
        QVERIFY(read.has_value());
        QCOMPARE(read->stored.pipelines.front().pipeline.name, u"small"_s);
        QCOMPARE(read->layouts.front().places.at(u"a"_s), QPointF(10, 20));
    }

    void namesWithQuotesNewlinesAndUnicode()
    {
        for (const QString& name :
            {u"it's \"quoted\"\nand broken.pipeline.yaml"_s, u"訂單 주문 😀.pipeline.yaml"_s}) {
            put(at(name), kSmall);
            QVERIFY(readDocumentWithLayout(at(name)).has_value());
            QVERIFY(writeDocumentFile(at(name), kSmall + "# more\n", kSmall).has_value());
            QCOMPARE(got(at(name)), kSmall + "# more\n");
        }
    }

    void whatIsNoFileIsRefusedAtOnce()
    {
        const QString pipe = at(u"pipe.pipeline.yaml"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(QDir().mkpath(at(u"folder.pipeline.yaml"_s)));
        QVERIFY(QFile::link(u"/dev/zero"_s, at(u"zero.pipeline.yaml"_s)));
        QVERIFY(QFile::link(at(u"loop.pipeline.yaml"_s), at(u"loop.pipeline.yaml"_s)));
        for (const QString& name :
            {u"pipe.pipeline.yaml"_s, u"folder.pipeline.yaml"_s, u"zero.pipeline.yaml"_s}) {
            const auto read = readDocumentFile(at(name));
            QVERIFY(!read.has_value());
            QCOMPARE(read.error().kind, Error::Kind::Refused);
            QVERIFY(read.error().hint.key.contains("no ordinary file"));
            QVERIFY(!writeDocumentFile(at(name), kSmall, std::nullopt).has_value());
        }
        QVERIFY(!readDocumentFile(at(u"loop.pipeline.yaml"_s)).has_value());
        const auto gone = readDocumentFile(at(u"none/gone.pipeline.yaml"_s));
        QCOMPARE(gone.error().kind, Error::Kind::NotFound);
    }

    void sixteenMegabytesAreTheEnd()
    {
        const QByteArray line = "# " + QByteArray(1021, 'x') + "\n";
        QByteArray most = kSmall;
        while (most.size() + line.size() <= 16 << 20)
            most += line;
        most += QByteArray((16 << 20) - most.size(), '\n');
        put(at(u"most.pipeline.yaml"_s), most);
        const auto read = readDocumentWithLayout(at(u"most.pipeline.yaml"_s));
        QVERIFY(read.has_value());
        QVERIFY(read->stored.isReadable());
        put(at(u"more.pipeline.yaml"_s), most + '\n');
        const auto more = readDocumentFile(at(u"more.pipeline.yaml"_s));
        QVERIFY(!more.has_value());
        QVERIFY(more.error().hint.key.contains("16 MB"));
    }

    void whatSomebodyElseWroteStays()
    {
        const QString path = at(u"small.pipeline.yaml"_s);
        QVERIFY(writeDocumentFile(path, kSmall, std::nullopt).has_value());
        // The same again is no quarrel.
        QVERIFY(writeDocumentFile(path, kSmall, std::nullopt).has_value());
        const auto other = writeDocumentFile(path, "other", std::nullopt);
        QCOMPARE(other.error().kind, Error::Kind::Conflict);
        put(path, "by hand");
        const auto changed = writeDocumentFile(path, "mine", kSmall);
        QCOMPARE(changed.error().kind, Error::Kind::Conflict);
        QCOMPARE(got(path), QByteArray("by hand"));
        QVERIFY(QFile::remove(path));
        QCOMPARE(writeDocumentFile(path, "mine", kSmall).error().kind, Error::Kind::Conflict);
        QVERIFY(!QFile::exists(path));
    }

    void aFolderThatCannotBeWrittenIsToldInItsWords()
    {
        // Nobody makes files there, not even root.
        const auto refused = writeDocumentFile(u"/proc/new.pipeline.yaml"_s, kSmall, std::nullopt);
        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().detail.contains(u"/proc/new.pipeline.yaml"_s));
        const auto gone = writeDocumentFile(at(u"none/new.pipeline.yaml"_s), kSmall, std::nullopt);
        QVERIFY(!gone.has_value());
        QVERIFY(!QFile::exists(at(u"none"_s)));
    }

    void aLinkIsWrittenThrough()
    {
        put(at(u"real.pipeline.yaml"_s), kSmall);
        QVERIFY(QFile::link(at(u"real.pipeline.yaml"_s), at(u"link.pipeline.yaml"_s)));
        QVERIFY(writeDocumentFile(at(u"link.pipeline.yaml"_s), kSmall + "#\n", kSmall));
        QCOMPARE(got(at(u"real.pipeline.yaml"_s)), kSmall + "#\n");
        QVERIFY(QFileInfo(at(u"link.pipeline.yaml"_s)).isSymLink());
    }

    void theStampFollowsTheFile()
    {
        const QString path = at(u"small.pipeline.yaml"_s);
        put(path, kSmall);
        const auto first = readDocumentFile(path);
        QCOMPARE(readDocumentFile(path)->stamp, first->stamp);
        QVERIFY(writeDocumentFile(path, kSmall + "#\n", kSmall));
        QVERIFY(readDocumentFile(path)->stamp != first->stamp);
    }
};

PH_TEST_MAIN(QCoreApplication, DocumentFileTest)
#include "tst_documentfile.moc"
