// SPDX-License-Identifier: GPL-3.0-or-later
// The library: what its folders and servers hold, whatever lies in them, and what is done with it.
#include "pipelines/files/documentfile.h"
#include "pipelines/panel/libraryacts.h"
#include "pipelines/panel/librarymodel.h"
#include "pipelines/panel/librarypictures.h"
#include "pipelines/panel/serverdag.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "tests/workflow/panel/fakeworkflow.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <sys/stat.h>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

namespace
{

QByteArray document(const QByteArray& name, const QByteArray& more = {})
{
    return "pipeline: 1\nid: \"5f0c7a52\"\nname: " + name + "\n" + more
        + "nodes:\n  a: # first\n    kind: process.sql\n  b:\n    kind: process.sql\n"
          "edges:\n  - a -> b\n";
}

} // namespace

class PipelineLibraryTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::FakeWorkbench> m_bench;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;

    QString root() const { return m_folder->path(); }
    QString at(const QString& name) const { return m_folder->filePath(name); }
    void put(const QString& name, const QByteArray& bytes)
    {
        QDir().mkpath(QFileInfo(at(name)).path());
        QFile file(at(name));
        if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
    }
    QByteArray got(const QString& path) const
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    void begin()
    {
        m_bench->settings().setValue("pipelines/folders", QStringList{root()});
        m_library = std::make_unique<Library>(m_bench->hub(), m_bench->settings());
        m_library->look(this, true);
        QTRY_VERIFY(m_library->isRead());
    }
    QStringList names() const
    {
        QStringList list;
        for (const LibraryItem& item : m_library->content()->items)
            list.append(item.place.isEmpty() ? item.name : item.place + u'/' + item.name);
        list.sort();
        return list;
    }
    QStringList titles(const LibraryModel& model) const
    {
        QStringList list;
        for (int row = 0; row < model.rowCount(); ++row)
            list.append(model.row(row).title);
        return list;
    }

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<test::FakeWorkbench>();
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup()
    {
        m_library.reset();
        m_bench.reset();
    }

    void findsWhatIsThere()
    {
        put(u"orders.pipeline.yaml"_s, document("orders", "owner: data\ntags: [shop, gold]\n"));
        put(u"shop/daily/sales.pipeline.yaml"_s, document("sales", "title: Sales of the day\n"));
        put(u"flows.json"_s,
            R"([{"dag_id":"one","tasks":[]},{"dag_id":"two","tasks":[{"task_id":"t","operator":"B"}]}])");
        put(u"package.json"_s, R"({"name": "not a flow"})");
        put(u"docker-compose.yaml"_s, "services: {}\n");
        put(u".git/config.pipeline.yaml"_s, document("hidden"));
        begin();
        QCOMPARE(names(), (QStringList{u"one"_s, u"orders"_s, u"shop/daily/sales"_s, u"two"_s}));
        QCOMPARE(m_library->content()->folders.front().places,
            (QStringList{u"shop"_s, u"shop/daily"_s}));
        const LibraryItem& orders = m_library->content()->items.back();
        QCOMPARE(orders.nodes, 2);
        QVERIFY(orders.owner == u"data" || orders.title == u"Sales of the day");
    }

    // Each is listed with its error; nothing hangs, and the others are there.
    void whatIsBrokenIsListedWithItsError_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("tabs") << QByteArray("pipeline: 1\nname: a\n\tx: 1\n") << u"3:"_s;
        QTest::newRow("an anchor")
            << QByteArray("pipeline: 1\nname: a\nowner: &x me\n") << u"Anchors"_s;
        QTest::newRow("newer") << QByteArray("pipeline: 9\nname: a\n") << u"newer"_s;
        QTest::newRow("empty") << QByteArray() << u"not a pipeline"_s;
        QTest::newRow("bytes") << QByteArray("\xff\xfe\x00", 3) << QString();
        QTest::newRow("large") << QByteArray((16 << 20) + 1, '#') << u"16 MB"_s;
        QTest::newRow("an edge to nothing")
            << QByteArray("pipeline: 1\nname: a\nedges:\n  - a -> b\n") << u"4:5"_s;
    }
    void whatIsBrokenIsListedWithItsError()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, words);
        put(u"bad.pipeline.yaml"_s, text);
        put(u"good.pipeline.yaml"_s, document("good"));
        begin();
        QCOMPARE(m_library->content()->items.size(), size_t(2));
        const LibraryItem& bad = m_library->content()->items.front();
        QVERIFY(!bad.broken.isEmpty());
        QVERIFY2(bad.broken.contains(words), qPrintable(bad.broken));
        const LibraryItem& good = m_library->content()->items.back();
        QVERIFY(good.broken.isEmpty());
        QVERIFY(good.errors > 0); // it can be read, but its nodes say nothing yet
        LibraryModel model;
        model.take(*m_library);
        QCOMPARE(model.broken(), 1);
        model.setFilter(u"is:broken"_s);
        QCOMPARE(model.broken(), 1);
    }

    void pipesDevicesAndLinksAreNotWaitedFor()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(at(u"pipe.pipeline.yaml"_s)).constData(), 0600), 0);
        QVERIFY(QFile::link(u"/dev/zero"_s, at(u"zero.pipeline.yaml"_s)));
        QVERIFY(QFile::link(root(), at(u"round"_s)));
        put(u"good.pipeline.yaml"_s, document("good"));
        begin();
        QCOMPARE(m_library->content()->items.size(), size_t(3));
        int broken = 0;
        for (const LibraryItem& item : m_library->content()->items)
            broken += item.broken.contains(u"no ordinary file"_s);
        QCOMPARE(broken, 2);
    }

    void oddNamesAreNames()
    {
        put(u"it's \"q\"\nnew.pipeline.yaml"_s, document("quotes", "title: \"a \\\"b\\\"\\nc\"\n"));
        put(u"訂單 주문 😀.pipeline.yaml"_s, document("unicode", "title: 訂單 😀\n"));
        begin();
        QCOMPARE(names(), (QStringList{u"quotes"_s, u"unicode"_s}));
    }

    void aFolderThatVanishesIsSaidAndComesBack()
    {
        put(u"in/a.pipeline.yaml"_s, document("a"));
        m_bench->settings().setValue("pipelines/folders", QStringList{at(u"in"_s)});
        m_library = std::make_unique<Library>(m_bench->hub(), m_bench->settings());
        m_library->look(this, true);
        QTRY_VERIFY(m_library->isRead() && !m_library->content()->items.empty());
        QVERIFY(QDir().rename(at(u"in"_s), at(u"away"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(!m_library->content()->folders.front().exists, 20'000);
        QVERIFY(m_library->content()->items.empty());
        QVERIFY(QDir().rename(at(u"away"_s), at(u"in"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(m_library->content()->items.size(), size_t(1), 20'000);
    }

    // New files, by the watch; changed in place, by looking again.
    void whatChangesIsSeen()
    {
        put(u"a.pipeline.yaml"_s, document("a"));
        begin();
        put(u"b.pipeline.yaml"_s, document("b"));
        QTRY_COMPARE_WITH_TIMEOUT(m_library->content()->items.size(), size_t(2), 20'000);
        QFile file(at(u"b.pipeline.yaml"_s));
        QVERIFY(file.open(QFile::Append));
        file.write("owner: me\n");
        file.close();
        QTRY_VERIFY_WITH_TIMEOUT(m_library->content()->items.back().owner == u"me", 20'000);
    }

    void nobodyLooksNothingIsRead()
    {
        begin();
        m_library->look(this, false);
        QSignalSpy changed(m_library.get(), &Library::changed);
        put(u"a.pipeline.yaml"_s, document("a"));
        // Another one that looks has seen it meanwhile.
        Library other(m_bench->hub(), m_bench->settings());
        other.look(this, true);
        QTRY_VERIFY(other.isRead() && other.content()->items.size() == 1);
        QCOMPARE(changed.size(), 0);
        m_library->look(this, true);
        QTRY_COMPARE(m_library->content()->items.size(), size_t(1));
    }

    void serversAndDocumentsAreOneList()
    {
        const auto world = std::make_shared<test::FakeWorld>();
        test::fillOrders(*world, 3, QDateTime::currentDateTimeUtc().addSecs(-600));
        workflow::DagInfo other;
        other.id = other.title = u"only_there"_s;
        other.owners = {u"ops"_s};
        other.tags = {u"night"_s};
        other.paused = true;
        world->dags.push_back(other);
        test::FakeWorkflow::join(m_bench->hub(), world);
        put(u"orders.pipeline.yaml"_s, document("orders_hourly", "tags: [gold]\n"));
        begin();
        LibraryModel model;
        QAbstractItemModelTester tester(&model);
        connect(m_library.get(), &Library::changed, &model, [&] { model.take(*m_library); });
        model.take(*m_library);
        QTRY_COMPARE(model.servers(), 1);
        QTRY_VERIFY(model.row(1).run.has_value());
        const LibraryRow& orders = model.row(1);
        QCOMPARE(orders.item.name, u"orders_hourly"_s);
        QVERIFY(orders.deployed);
        QCOMPARE(orders.service, u"shop-airflow"_s);
        QCOMPARE(model.row(2).kind, LibraryRow::Kind::Server);
        QCOMPARE(model.row(3).title, u"only_there"_s);
        QVERIFY(model.row(3).paused);

        model.setFilter(u"tag:night"_s);
        QCOMPARE(titles(model).last(), u"only_there"_s);
        QCOMPARE(model.rowCount(), 2);
        model.setFilter(u"state:"_s + orders.run->state);
        QCOMPARE(model.documents(), 1);
        model.setFilter(u"owner:ops nothing"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({});
        model.toggle(model.row(0).id);
        QCOMPARE(model.rowCount(), 3); // the folder is closed
        model.setFilter(u"orders"_s);
        QCOMPARE(model.documents(), 1); // a search looks into it all the same
    }

    void theListFollowsWithoutLosingItsRows()
    {
        for (char c = 'a'; c <= 'h'; ++c)
            put(QString(QLatin1Char(c)) + u".pipeline.yaml"_s, document(QByteArray(1, c)));
        begin();
        LibraryModel model;
        QAbstractItemModelTester tester(&model);
        model.take(*m_library);
        QCOMPARE(titles(model).mid(1), u"a b c d e f g h"_s.split(u' '));
        const QPersistentModelIndex e = model.index(5);
        QCOMPARE(e.data().toString(), u"e"_s);
        QVERIFY(QFile::remove(at(u"a.pipeline.yaml"_s)));
        QVERIFY(QFile::remove(at(u"d.pipeline.yaml"_s)));
        put(u"c.pipeline.yaml"_s, document("c", "title: z\n"));
        put(u"bb.pipeline.yaml"_s, document("bb"));
        m_library->refresh();
        QTRY_VERIFY(m_library->content()->items.size() == 7
            && (model.take(*m_library), titles(model).mid(1)) == u"b bb e f g h z"_s.split(u' '));
        QCOMPARE(e.data().toString(), u"e"_s);
    }

    void namesAreFreeAndIdentitiesNew()
    {
        const auto path = libraryacts::createFrom(
            root(), document("template", "# stays\n"), u"mine"_s, u"Mine"_s);
        QVERIFY(path.has_value());
        const QByteArray text = got(*path);
        QVERIFY(text.contains("name: mine\n") && text.contains("# stays"));
        QVERIFY(!text.contains("5f0c7a52"));
        QCOMPARE(libraryacts::freeName(root(), u"mine"_s), u"mine_2"_s);
        const auto copy = libraryacts::duplicate(*path, u"mine"_s, u"mine_2"_s);
        QVERIFY(copy.has_value());
        QVERIFY(got(*copy).contains("name: mine_2\n") && got(*copy).contains("# stays"));
        const auto idOf = [](const QByteArray& bytes) {
            return YamlIdOf(bytes);
        };
        QVERIFY(idOf(got(*copy)) != idOf(text));
        // Never over another one.
        QVERIFY(!libraryacts::duplicate(*path, u"mine"_s, u"mine_2"_s).has_value());
        QVERIFY(!libraryacts::createFrom(root(), text, u"mine"_s, {}).has_value());
        QVERIFY(!libraryacts::createFrom(root(), text, u"a b"_s, {}).has_value());
        QCOMPARE(got(*path), text);
    }

    void renamingTakesFileNameAndLayout()
    {
        put(u"a.pipeline.yaml"_s, document("a"));
        put(u"a.pipeline.layout"_s, "places:\n  a: [1, 2]\n");
        put(u"taken.pipeline.yaml"_s, document("taken"));
        const auto path = libraryacts::rename(at(u"a.pipeline.yaml"_s), u"a"_s, u"b"_s);
        QCOMPARE(path, Result<QString>(at(u"b.pipeline.yaml"_s)));
        QVERIFY(got(*path).contains("name: b\n") && got(*path).contains("# first"));
        QVERIFY(!QFile::exists(at(u"a.pipeline.yaml"_s)));
        QCOMPARE(got(at(u"b.pipeline.layout"_s)), QByteArray("places:\n  a: [1, 2]\n"));
        const auto taken = libraryacts::rename(*path, u"b"_s, u"taken"_s);
        QCOMPARE(taken.error().kind, Error::Kind::Conflict);
        QVERIFY(got(*path).contains("name: b\n"));
        QVERIFY(got(at(u"taken.pipeline.yaml"_s)).contains("name: taken\n"));
        QVERIFY(!libraryacts::rename(*path, u"b"_s, u"not a name"_s).has_value());
        put(u"f.json"_s, R"([{"dag_id":"one","tasks":[]},{"dag_id":"two","tasks":[]}])");
        QVERIFY(libraryacts::rename(at(u"f.json"_s), u"two"_s, u"three"_s).has_value());
        QCOMPARE(got(at(u"f.json"_s)),
            QByteArray(R"([{"dag_id":"one","tasks":[]},{"dag_id":"three","tasks":[]}])"));
    }

    void movingKeepsWhatIsThere()
    {
        put(u"a.pipeline.yaml"_s, document("a"));
        put(u"a.pipeline.layout"_s, "places:\n  a: [1, 2]\n");
        put(u"in/other.pipeline.yaml"_s, document("other"));
        const auto path = libraryacts::move(at(u"a.pipeline.yaml"_s), at(u"in"_s));
        QCOMPARE(path, Result<QString>(at(u"in/a.pipeline.yaml"_s)));
        QVERIFY(QFile::exists(at(u"in/a.pipeline.layout"_s)));
        put(u"a.pipeline.yaml"_s, document("second"));
        const auto taken = libraryacts::move(at(u"a.pipeline.yaml"_s), at(u"in"_s));
        QCOMPARE(taken.error().kind, Error::Kind::Conflict);
        QVERIFY(got(at(u"a.pipeline.yaml"_s)).contains("second"));
        QVERIFY(!libraryacts::move(at(u"a.pipeline.yaml"_s), u"/proc/none"_s).has_value());
        QVERIFY(QFile::exists(at(u"a.pipeline.yaml"_s)));
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        Pipeline pipeline;
        pipeline.name = u"a"_s;
        const auto made = libraryacts::create(u"/proc/pipelines"_s, pipeline);
        QVERIFY(!made.has_value());
        QVERIFY(made.error().hint.key.contains("folder"));
    }

    void aFlowBecomesDocuments()
    {
        put(u"flow.json"_s,
            R"([{"dag_id":"one","tasks":[]},{"dag_id":"two","tasks":[{"task_id":"t","operator":"B"}]}])");
        put(u"in/one.pipeline.yaml"_s, document("one"));
        const auto paths = libraryacts::import(at(u"flow.json"_s), at(u"in"_s));
        QCOMPARE(paths,
            Result<QStringList>(
                QStringList{at(u"in/one_2.pipeline.yaml"_s), at(u"in/two.pipeline.yaml"_s)}));
        put(u"bad.json"_s, "[{\"dag_id\": }]");
        QVERIFY(!libraryacts::import(at(u"bad.json"_s), at(u"in"_s)).has_value());
    }

    void smallPicturesAreMadeOnce()
    {
        put(u"a.pipeline.yaml"_s, document("a"));
        begin();
        ui::Theme& theme = *qApp->property("pilothouseTheme").value<ui::Theme*>();
        const PictureInks inks(theme);
        LibraryPictures pictures(m_bench->runtime());
        QSignalSpy ready(&pictures, &LibraryPictures::ready);
        const LibraryItem& item = m_library->content()->items.front();
        QVERIFY(pictures.picture(item, inks, 2).isNull());
        QVERIFY(pictures.picture(item, inks, 2).isNull());
        QTRY_COMPARE(ready.size(), 1);
        const QImage image = pictures.picture(item, inks, 2);
        QCOMPARE(image.size(), LibraryPictures::kSize * 2);
        QVERIFY(image.pixelColor(image.width() / 4, image.height() / 2).alpha() > 0);
        QCOMPARE(ready.size(), 1);
    }

    void aDagOfAServerIsLocked()
    {
        const auto world = std::make_shared<test::FakeWorld>();
        test::fillOrders(*world, 1, QDateTime::currentDateTimeUtc());
        const Pipeline pipeline = pipelineOf(world->structures.at(u"orders_hourly"_s));
        QVERIFY(pipeline.nodes.size() > 5 && !pipeline.edges.empty());
        for (const Node& node : pipeline.nodes)
            QVERIFY(node.locked && !node.lockReason.isEmpty());
        Document document{pipeline, {}};
        QVERIFY(!applyTo(document, RemoveNode{pipeline.nodes.front().id}).has_value());
        QVERIFY(!applyTo(document, RemoveEdge{pipeline.edges.front()}).has_value());
    }

private:
    static QString YamlIdOf(const QByteArray& bytes)
    {
        return storeFor(u"x.pipeline.yaml"_s).read(bytes).pipelines.front().pipeline.id;
    }
};

PH_TEST_MAIN(QApplication, PipelineLibraryTest)
#include "tst_pipelinelibrary.moc"
