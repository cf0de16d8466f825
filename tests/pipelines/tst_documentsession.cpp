// SPDX-License-Identifier: GPL-3.0-or-later
// One open document: every change can be taken back, to the byte of its text.
#include "pipelines/session/editjson.h"
#include "pipelines/session/sessionbook.h"
#include "pipelines/yaml/yamlstore.h"
#include "tests/pipelines/documents.h"
#include "tests/pipelines/randomedits.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class TestDocumentSession : public QObject
{
    Q_OBJECT

    Documents m_docs;

private Q_SLOTS:
    void init() { m_docs.next(); }
    void cleanup() { m_docs.runtime.reset(); }

    void editsAsJson()
    {
        RandomEdits random(7);
        Document document;
        for (int i = 0; i < 400; ++i) {
            const Edit edit = random.next(document);
            const auto json = QJsonDocument::fromJson(
                QJsonDocument(jsonOf(Edits{edit})).toJson(QJsonDocument::Compact));
            const auto again = editsOf(json.array());
            QVERIFY(again);
            QCOMPARE(*again, Edits{edit});
            (void)applyTo(document, edit);
        }
        QCOMPARE(layoutOf(jsonOf(document.layout)), document.layout);
        QVERIFY(!editsOf(QJsonArray{QJsonObject{{u"edit"_s, u"format"_s}}}));
    }

    void undoesToTheByte()
    {
        const auto session = m_docs.opened();
        QVERIFY(!session->isDirty());
        QVERIFY(session->edit(kTitle, {setTopic(u"shop.orders.v2"_s)}));
        QVERIFY(session->edit(kTitle, {RemoveNode{u"orders"_s}}));
        QVERIFY(session->isDirty());
        QCOMPARE(session->history().changes(), 2);
        QVERIFY(!m_docs.text(*session).contains("orders:"));
        session->undo();
        QVERIFY(m_docs.text(*session).contains("shop.orders.v2"));
        QVERIFY(m_docs.text(*session).contains("# from the shop's own events"));
        session->undo();
        QCOMPARE(m_docs.text(*session), kByHand);
        QVERIFY(!session->isDirty());
        session->redo();
        session->redo();
        QVERIFY(!session->pipeline().node(u"orders"));
        QVERIFY(!session->history().canRedo());
    }

    void undoesBeyondASave()
    {
        const auto session = m_docs.opened();
        QVERIFY(session->edit(kTitle, {RemoveNode{u"orders"_s}}));
        QVERIFY(m_docs.save(*session));
        QVERIFY(!session->isDirty());
        QVERIFY(!contentOf(m_docs.file).contains("shop.orders"));
        session->undo();
        QVERIFY(session->isDirty());
        QCOMPARE(m_docs.text(*session), kByHand); // also the comments
        QVERIFY(m_docs.save(*session));
        QCOMPARE(contentOf(m_docs.file), kByHand);
        // Another branch, then what was saved is not where undo leads.
        QVERIFY(session->edit(kTitle, {addNode(u"load"_s)}));
        QVERIFY(m_docs.save(*session));
        session->undo();
        QVERIFY(session->edit(kTitle, {addNode(u"store"_s)}));
        QVERIFY(session->isDirty());
        const QByteArray now = m_docs.text(*session);
        QVERIFY(now.contains("store:") && !now.contains("load:"));
        QVERIFY(m_docs.save(*session));
        QCOMPARE(contentOf(m_docs.file), now);
    }

    void typingIsOneStep()
    {
        const auto session = m_docs.opened();
        for (const QString& topic : {u"s"_s, u"sh"_s, u"sho"_s})
            QVERIFY(session->edit(kTitle, {setTopic(topic)}, u"orders.topic"_s));
        QCOMPARE(session->history().steps().size(), size_t(1));
        session->closeStep();
        QVERIFY(session->edit(kTitle, {setTopic(u"shop"_s)}, u"orders.topic"_s));
        QCOMPARE(session->history().steps().size(), size_t(2));
        session->undo();
        QCOMPARE(session->pipeline().node(u"orders")->params.front().value.text, u"sho"_s);
        session->undo();
        QCOMPARE(m_docs.text(*session), kByHand);
    }

    void allOrNone()
    {
        const auto session = m_docs.opened();
        const Document before = session->document();
        QSignalSpy edited(session.get(), &DocumentSession::edited);
        const auto refused = session->edit(kTitle, {addNode(u"load"_s), RemoveNode{u"nobody"_s}});
        QVERIFY(!refused);
        QCOMPARE(session->document(), before);
        QCOMPARE(edited.count(), 0);
        QVERIFY(!session->history().canUndo());
    }

    void randomEditsThereAndBack()
    {
        for (quint32 seed = 1; seed <= 6; ++seed) {
            put(m_docs.file, kByHand);
            const auto session = m_docs.opened();
            RandomEdits random(seed);
            std::vector<Document> states{session->document()};
            for (int i = 0; i < 60; ++i) {
                const size_t steps = session->history().steps().size();
                (void)session->edit(kTitle, {random.next(session->document())});
                if (session->history().steps().size() > steps)
                    states.push_back(session->document());
                if (i == 30)
                    QVERIFY(m_docs.save(*session));
            }
            QVERIFY(states.size() > 10);
            const auto now = YamlStore().read(m_docs.text(*session));
            QCOMPARE(now.pipelines.front().pipeline, session->pipeline());
            for (size_t i = states.size() - 1; i-- > 0;) {
                session->undo();
                QCOMPARE(session->document(), states[i]);
            }
            QCOMPARE(m_docs.text(*session), kByHand);
            for (size_t i = 1; i < states.size(); ++i)
                session->redo();
            QCOMPARE(session->document(), states.back());
            session->discard();
        }
    }

    // Its history survives being closed, and unsaved work a kill -9.
    void comesBack()
    {
        QByteArray unsaved;
        {
            const auto session = m_docs.opened();
            QVERIFY(session->edit(kTitle, {addNode(u"load"_s)}));
            QVERIFY(m_docs.save(*session));
            QVERIFY(session->edit(kTitle, {Move{{{u"load"_s, QPointF(10, 20)}}}}));
            unsaved = m_docs.text(*session);
        }
        {
            const auto session = m_docs.opened();
            QVERIFY(session->isDirty());
            QVERIFY(session->wasRecovered());
            QCOMPARE(session->document().layout.places.at(u"load"_s), QPointF(10, 20));
            QCOMPARE(m_docs.text(*session), unsaved);
            QVERIFY(m_docs.save(*session));
        }
        const auto session = m_docs.opened();
        QVERIFY(!session->isDirty());
        QVERIFY(!session->wasRecovered());
        QCOMPARE(session->document().layout.places.at(u"load"_s), QPointF(10, 20));
        session->undo();
        session->undo();
        QCOMPARE(m_docs.text(*session), kByHand);
    }

    void newDocument()
    {
        Pipeline pipeline;
        pipeline.id = u"1"_s;
        pipeline.name = u"fresh"_s;
        {
            DocumentSession session(*m_docs.runtime, m_docs.journals());
            session.create(u"one"_s, pipeline);
            QVERIFY(ready(session));
            QVERIFY(!session.isDirty()); // nothing would be lost
            QVERIFY(session.edit(kTitle, {addNode(u"first"_s)}));
            QVERIFY(session.isDirty());
        }
        const QString file = m_docs.dir.filePath(u"fresh%1.pipeline.yaml"_s.arg(m_docs.number));
        {
            DocumentSession session(*m_docs.runtime, m_docs.journals());
            session.create(u"one"_s, pipeline);
            QVERIFY(ready(session));
            QVERIFY(session.pipeline().node(u"first"));
            QVERIFY(session.isDirty());
            session.saveAs(file);
            QTRY_VERIFY(!session.isDirty());
            QCOMPARE(session.file(), file);
            QVERIFY(session.draft().isEmpty());
        }
        DocumentSession session(*m_docs.runtime, m_docs.journals());
        session.open(file);
        QVERIFY(ready(session));
        session.undo(); // the history came along
        QVERIFY(!session.pipeline().node(u"first"));
    }

    // Unsaved work is found however the document is opened: by its file, or by its file and a name,
    // which may have changed since; and who asks for the file again gets the same session.
    void oneDraftHoweverOpened()
    {
        const QString file = m_docs.opened()->file();
        {
            SessionBook book(*m_docs.runtime, m_docs.journals());
            const SessionPtr session = book.open(file);
            QVERIFY(ready(*session));
            QCOMPARE(book.open(file, u"orders_hourly"_s), session);
            QVERIFY(session->edit(kTitle, {SetField{{}, Field::Name, u"orders_daily"_s}}));
            QVERIFY(session->edit(kTitle, {addNode(u"load"_s)}));
            QCOMPARE(book.open(file, u"orders_hourly"_s), session);
            QCOMPARE(book.open(file, u"orders_daily"_s), session);
        }
        for (const QString& name : {u"orders_hourly"_s, u"orders_daily"_s, QString()}) {
            DocumentSession session(*m_docs.runtime, m_docs.journals());
            session.open(file, name);
            QVERIFY(ready(session));
            QVERIFY(session.wasRecovered());
            QVERIFY(session.pipeline().node(u"load"));
        }
        const QString flow = m_docs.dir.filePath(u"recovered%1.json"_s.arg(m_docs.number));
        put(flow, R"([{"dag_id": "one", "tasks": [{"task_id": "a", "operator": "x.Y"}]},
 {"dag_id": "two", "tasks": [{"task_id": "b", "operator": "x.Y"}]}])");
        {
            DocumentSession session(*m_docs.runtime, m_docs.journals());
            session.open(flow);
            QVERIFY(ready(session));
            QVERIFY(session.edit(kTitle, {Rename{u"a"_s, u"z"_s}}));
        }
        DocumentSession other(*m_docs.runtime, m_docs.journals());
        other.open(flow, u"two"_s);
        QVERIFY(ready(other));
        QVERIFY(!other.wasRecovered());
        DocumentSession session(*m_docs.runtime, m_docs.journals());
        session.open(flow, u"one"_s);
        QVERIFY(ready(session));
        QVERIFY(session.wasRecovered() && session.pipeline().node(u"z"));
    }

    void wholeText()
    {
        const auto session = m_docs.opened();
        QSignalSpy refused(session.get(), &DocumentSession::refused);
        QSignalSpy replaced(session.get(), &DocumentSession::replaced);
        session->setText("pipeline: 1\nname: [\n");
        QTRY_COMPARE(refused.count(), 1);
        QByteArray other = kByHand;
        other.replace("name: orders_hourly", "name: orders_daily");
        session->setText(other);
        QTRY_COMPARE(replaced.count(), 1);
        QCOMPARE(session->pipeline().name, u"orders_daily"_s);
        QVERIFY(session->edit(kTitle, {addNode(u"load"_s)}));
        QVERIFY(m_docs.text(*session).contains("orders_daily"));
        session->undo();
        session->undo();
        QCOMPARE(session->pipeline().name, u"orders_hourly"_s);
        QCOMPARE(m_docs.text(*session), kByHand);
    }

    void flows()
    {
        const QString file = m_docs.dir.filePath(u"flows%1.json"_s.arg(m_docs.number));
        put(file, R"([{"dag_id": "one", "tasks": [{"task_id": "a", "operator": "x.Y"}]},
 {"dag_id": "two", "tasks": [{"task_id": "b", "operator": "x.Y"}]}])");
        SessionBook book(*m_docs.runtime, m_docs.journals());
        const SessionPtr session = book.open(file, u"two"_s);
        QVERIFY(ready(*session));
        QVERIFY(session->isFlow());
        QCOMPARE(session->pipelines(), (QStringList{u"one"_s, u"two"_s}));
        QCOMPARE(book.open(file, u"two"_s), session);
        QVERIFY(session->edit(kTitle, {Rename{u"b"_s, u"c"_s}}));
        QVERIFY(!session->edit(kTitle, {AddNote{{u"why"_s, u"because"_s}, -1}}));
        QVERIFY(m_docs.save(*session));
        QVERIFY(contentOf(file).contains("\"c\"") && contentOf(file).contains("\"a\""));
        // As a document it holds more.
        session->saveAs(m_docs.dir.filePath(u"two%1.pipeline.yaml"_s.arg(m_docs.number)));
        QTRY_VERIFY(!session->isFlow());
        QVERIFY(session->edit(kTitle, {AddNote{{u"why"_s, u"because"_s}, -1}}));
        QVERIFY(m_docs.save(*session));
        QVERIFY(contentOf(session->file()).contains("because"));
    }
};

PH_TEST_MAIN(QCoreApplication, TestDocumentSession)
#include "tst_documentsession.moc"
