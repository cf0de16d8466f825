// SPDX-License-Identifier: GPL-3.0-or-later
// Editing a value while somebody else changes it, and what is told of it, with real keys.
#include "queue/panel/commandpreview.h"
#include "queue/panel/conflictbar.h"
#include "queue/panel/editbar.h"
#include "queue/panel/keyspane.h"
#include "queue/panel/valuemodel.h"
#include "tests/queue/queuefixture.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"

#include <QLineEdit>
#include <QTableView>

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using Conflict = ConflictBar::State;

class QueueEditsTest final : public QObject, private QueueFixture
{
    Q_OBJECT

    void open(WriteMode mode = WriteMode::Ask)
    {
        addService(mode);
        openPanel();
    }

    Conflict conflict() const { return text()->conflict()->state(); }

    // Opens "note" and types "mine" where it says "plain".
    void typeMine()
    {
        choose("note");
        QTRY_COMPARE(editor()->toPlainText(), u"plain"_s);
        editor()->setFocus();
        editor()->selectAll();
        QTest::keyClicks(editor(), u"mine"_s);
    }

    // Ctrl+S, refused.
    void refusedSave()
    {
        const size_t acts = m_bench->acts().size();
        QTest::keyClick(editor(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(m_bench->acts().size(), acts + 1);
        QTRY_COMPARE(m_bench->tasks().running(), 0);
        QTRY_COMPARE(conflict(), Conflict::Changed);
        QVERIFY(sent().isEmpty());
    }

private Q_SLOTS:
    void init()
    {
        makeBench();
        FakeData::Value value;
        value.text = "plain";
        m_data->keys.insert("note", value);
        value = {};
        value.type = KeyType::Hash;
        for (const QByteArray field : {"first", "second", "third"})
            value.rows.push_back({field, "old " + field, -1, {}, {}, 4 + field.size()});
        m_data->keys.insert("hash", value);
    }
    void cleanup() { drop(); }

    void everySaveIsRefusedUntilTheirsWasLoaded()
    {
        open();
        typeMine();
        QTest::keyClick(editor(), Qt::Key_Left);
        somebodySets("note", "theirs");
        for (int i = 0; i < 3; ++i) {
            refusedSave();
            QCOMPARE(held("note"), QByteArray("theirs"));
            QCOMPARE(editor()->toPlainText(), u"mine"_s);
            QCOMPARE(editor()->textCursor().position(), 3);
            QVERIFY(text()->conflict()->isVisible());
        }
        // Reading the key again is no consent either: theirs was not shown.
        text()->conflict()->setState(Conflict::None);
        m_panel->inspector()->refresh();
        QTRY_COMPARE(conflict(), Conflict::Changed);
        refusedSave();
        QCOMPARE(editor()->toPlainText(), u"mine"_s);

        QTest::mouseClick(text()->conflict()->first(), Qt::LeftButton); // load theirs
        QTRY_COMPARE(editor()->toPlainText(), u"theirs"_s);
        QCOMPARE(conflict(), Conflict::TheirsShown);
        QTest::mouseClick(text()->conflict()->first(), Qt::LeftButton); // show mine
        QCOMPARE(editor()->toPlainText(), u"mine"_s);
        QCOMPARE(conflict(), Conflict::None);
        QTest::keyClick(editor(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(held("note"), QByteArray("mine"));
        QTRY_VERIFY(!m_panel->hasUnsavedWork());
        QVERIFY(m_bench->drafts().keys().isEmpty());
    }

    void undoBringsTheEditBack()
    {
        open();
        typeMine();
        somebodySets("note", "theirs");
        refusedSave();
        QTest::mouseClick(text()->conflict()->first(), Qt::LeftButton);
        QTRY_COMPARE(editor()->toPlainText(), u"theirs"_s);
        QVERIFY(!m_panel->hasUnsavedWork());
        QVERIFY(!m_bench->drafts().keys().isEmpty()); // kept over a crash, too
        editor()->undo();
        QCOMPARE(editor()->toPlainText(), u"mine"_s);
        QVERIFY(m_panel->hasUnsavedWork());
        QCOMPARE(text()->original(), QByteArray("theirs"));
    }

    void theirsIsTaken()
    {
        open();
        typeMine();
        somebodySets("note", "theirs");
        refusedSave();
        QTest::mouseClick(text()->conflict()->first(), Qt::LeftButton);
        QTRY_COMPARE(conflict(), Conflict::TheirsShown);
        QTest::mouseClick(text()->conflict()->second(), Qt::LeftButton); // discard mine
        QCOMPARE(conflict(), Conflict::None);
        QCOMPARE(editor()->toPlainText(), u"theirs"_s);
        QVERIFY(m_bench->drafts().keys().isEmpty());
        QVERIFY(sent().isEmpty());
    }

    void overwritingIsAskedForWithItsCommand()
    {
        open(WriteMode::On);
        typeMine();
        somebodySets("note", "theirs");
        refusedSave();
        m_bench->setAnswer(FakeWorkbench::Answer::Cancel);
        QTest::mouseClick(text()->conflict()->second(), Qt::LeftButton);
        QCOMPARE(m_bench->acts().size(), size_t(2));
        const Act act = m_bench->acts().back();
        QVERIFY(act.destructive); // a dialog in every mode
        QCOMPARE(act.statement, u"SET note mine KEEPTTL"_s);
        QVERIFY(!act.consequence.isEmpty());
        QCOMPARE(held("note"), QByteArray("theirs"));
        QCOMPARE(conflict(), Conflict::Changed);
        m_bench->setAnswer(FakeWorkbench::Answer::Accept);
        QTest::mouseClick(text()->conflict()->second(), Qt::LeftButton);
        QTRY_COMPARE(held("note"), QByteArray("mine"));
        QTRY_COMPARE(conflict(), Conflict::None);
        QTRY_VERIFY(!m_panel->hasUnsavedWork());
    }

    void aRestoredDraftIsGuardedFromItsFirstSave()
    {
        open();
        typeMine();
        const QString draft = m_bench->drafts().keys().value(0);
        QTRY_VERIFY(m_bench->drafts().isWritten(draft));
        m_panel.reset(); // the program ends without asking
        somebodySets("note", "theirs");
        openPanel();
        choose("note");
        QTRY_COMPARE(editor()->toPlainText(), u"mine"_s);
        QCOMPARE(conflict(), Conflict::Changed); // told before anything is sent
        refusedSave();
        refusedSave();
        QCOMPARE(held("note"), QByteArray("theirs"));
    }

    // Where no dialog follows, the command stands beside the button that sends it.
    void theCommandIsSeenBeforeItIsSent()
    {
        open(WriteMode::On);
        typeMine();
        QCOMPARE(text()->saveButton()->text(), u"Save"_s);
        QVERIFY(text()->preview()->isVisible());
        QCOMPARE(text()->preview()->statement(), u"SET note mine KEEPTTL"_s);
        QTest::keyClicks(editor(), u" too"_s);
        QCOMPARE(text()->preview()->statement(), u"SET note \"mine too\" KEEPTTL"_s);
        m_panel->resize(900, 600); // a narrow column: it has a line of its own there
        QTRY_VERIFY(text()->preview()->width() > text()->width() - 40);
        QTest::keyClick(editor(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(sent(), (QStringList{u"SET note \"mine too\" KEEPTTL"_s}));
        QTRY_VERIFY(text()->preview()->statement().isEmpty());

        m_panel->inspector()->editTtl();
        const EditBar* bar = m_panel->inspector()->bar();
        QCOMPARE(bar->button()->text(), u"Apply"_s);
        QCOMPARE(bar->preview()->statement(), u"PERSIST note"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"90"_s);
        QCOMPARE(bar->preview()->statement(), u"PEXPIRE note 90000"_s);
        QVERIFY(bar->preview()->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), u"x"_s);
        QVERIFY(bar->preview()->statement().isEmpty());
        QCOMPARE(sent().size(), 1);
    }

    void aDialogShowsItOtherwise()
    {
        open(WriteMode::Ask);
        typeMine();
        QCOMPARE(text()->saveButton()->text(), u"Save…"_s);
        QVERIFY(text()->preview()->statement().isEmpty());
        m_panel->inspector()->editTtl();
        QCOMPARE(m_panel->inspector()->bar()->button()->text(), u"Apply…"_s);
        QVERIFY(!m_panel->inspector()->bar()->preview()->isVisible());
    }

    // Only what was touched changes, and blanks that the view made are no edit.
    void jsonKeepsItsFormatting()
    {
        somebodySets("note", "{ \"a\" : 1.10,  \"a\":2e3 }");
        open(WriteMode::On);
        choose("note");
        QTRY_VERIFY(editor()->toPlainText().startsWith(u"{\n  \"a\": 1.10"_s));
        editor()->setFocus();
        editor()->moveCursor(QTextCursor::End);
        QTest::keyClicks(editor(), u"  "_s);
        QVERIFY(!text()->isEdited());
        QVERIFY(!m_panel->hasUnsavedWork());
        QVERIFY(!text()->saveButton()->isVisible());
        QTextCursor at = editor()->document()->find(u"1.10"_s);
        at.insertText(u"1.20"_s);
        QVERIFY(text()->isEdited());
        const QByteArray wanted = "{ \"a\" : 1.20,  \"a\":2e3 }";
        QCOMPARE(text()->preview()->statement(), written({"SET", "note", wanted, "KEEPTTL"}));
        QTest::keyClick(editor(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(held("note"), wanted);
    }

    void textComesBackByteByByte()
    {
        somebodySets("note", u"a\u00A0b\r\nc"_s.toUtf8());
        open(WriteMode::On);
        choose("note");
        QTRY_VERIFY(editor()->toPlainText().endsWith(u'c'));
        editor()->setFocus();
        editor()->moveCursor(QTextCursor::End);
        QTest::keyClicks(editor(), u"d"_s);
        QTest::keyClick(editor(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(held("note"), u"a\u00A0b\r\ncd"_s.toUtf8());
        // Ends of lines that an editor does not keep apart: hex is the only way to change it.
        somebodySets("note", "a\r\nb\nc");
        m_panel->inspector()->refresh();
        QTRY_VERIFY(editor()->isReadOnly());
        text()->setFormat(TextValue::Format::Hex);
        QVERIFY(!editor()->isReadOnly());
    }

    void theTimeToLiveRunsDown()
    {
        m_data->keys["note"].ttl = 3'571'500;
        open();
        choose("note");
        const auto shown = [this] {
            return m_panel->inspector()->ttlText();
        };
        QTRY_VERIFY(shown().startsWith(u"59 m "_s));
        QTRY_COMPARE(editor()->toPlainText(), u"plain"_s); // nothing is asked any more
        const QString first = shown();
        QTRY_VERIFY(shown() != first);
        QVERIFY(shown().startsWith(u"59 m "_s));
        {
            std::lock_guard lock(m_data->mutex);
            m_data->keys["note"].ttl = 2500;
        }
        m_panel->inspector()->refresh();
        QTRY_VERIFY(!shown().startsWith(u"59 m "_s));
        QVERIFY(editor()->isVisible());
        {
            std::lock_guard lock(m_data->mutex);
            m_data->keys.remove("note");
        }
        QTRY_VERIFY(!editor()->isVisible()); // its time has passed, and that is told
    }

    // The key takes what was typed and not sent along; a name that is there is refused in words.
    void aRenamedKeyKeepsItsEdit()
    {
        {
            std::lock_guard lock(m_data->mutex);
            m_data->keys.insert("taken", m_data->keys.value("note"));
        }
        open();
        typeMine();
        auto* bar = m_panel->inspector()->bar();
        const auto renameTo = [&](const QString& name) {
            auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
            QVERIFY(field);
            field->selectAll();
            QTest::keyClicks(field, name);
            QTest::keyClick(field, Qt::Key_Return);
        };
        QTest::keyClick(m_panel.get(), Qt::Key_F2, Qt::ShiftModifier);
        renameTo(u"taken"_s);
        QTRY_COMPARE(m_bench->acts().size(), size_t(1));
        QCOMPARE(m_bench->acts().back().statement, u"RENAMENX note taken"_s);
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(bar->note().contains(u"taken"_s));
        QVERIFY(sent().isEmpty());
        QVERIFY(text()->isEdited());
        renameTo(u"shelf:a b\\x0a"_s);
        const QByteArray to = "shelf:a b\n";
        QTRY_COMPARE(sent(), (QStringList{u"RENAMENX note \"shelf:a b\\n\""_s}));
        QTRY_COMPARE(m_panel->inspector()->key(), to);
        QTRY_COMPARE(editor()->toPlainText(), u"mine"_s);
        QVERIFY(m_panel->hasUnsavedWork());
        QCOMPARE(m_bench->drafts().keys().size(), 1);
        QTRY_COMPARE(m_panel->keys()->currentPath(), to);
        QVERIFY(!m_panel->keys()->scan().model()->indexOf("note").isValid());
        QTest::keyClick(editor(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(sent().size(), 2);
        std::lock_guard lock(m_data->mutex);
        QCOMPARE(m_data->keys.value(to).text, QByteArray("mine"));
    }

    void fieldsAreGuardedAlike()
    {
        open();
        choose("hash");
        auto* inspector = this->inspector();
        QTRY_COMPARE(inspector->model()->rowCount(), 3);
        inspector->table()->setFocus();
        inspector->table()->setCurrentIndex(inspector->model()->index(1, 0));
        QTest::keyClick(m_panel.get(), Qt::Key_F2);
        auto* field = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
        QVERIFY(field);
        field->selectAll();
        QTest::keyClicks(field, u"mine"_s);
        {
            std::lock_guard lock(m_data->mutex);
            m_data->keys["hash"].rows[1].value = "theirs";
        }
        auto* value = qobject_cast<TextValue*>(field->parentWidget());
        QVERIFY(value);
        for (int i = 0; i < 2; ++i) {
            QTest::keyClick(field, Qt::Key_S, Qt::ControlModifier);
            QTRY_COMPARE(m_bench->acts().size(), size_t(i + 1));
            QTRY_COMPARE(m_bench->tasks().running(), 0);
            QTRY_COMPARE(value->conflict()->state(), Conflict::Changed);
            QVERIFY(sent().isEmpty());
            QCOMPARE(field->toPlainText(), u"mine"_s);
            QCOMPARE(inspector->table()->currentIndex().row(), 1); // and the place stays
        }
        QTest::mouseClick(value->conflict()->first(), Qt::LeftButton);
        QTRY_COMPARE(field->toPlainText(), u"theirs"_s);
        QCOMPARE(inspector->model()->row(1).value, QByteArray("theirs"));
        QTest::mouseClick(value->conflict()->first(), Qt::LeftButton);
        QTest::keyClick(field, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(sent(), (QStringList{u"HSET hash second mine"_s}));
        QTRY_COMPARE(inspector->model()->row(1).value, QByteArray("mine"));
    }
};

PH_TEST_MAIN(QApplication, QueueEditsTest)
#include "tst_queueedits.moc"
