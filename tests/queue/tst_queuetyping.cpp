// SPDX-License-Identifier: GPL-3.0-or-later
// Typing in values that are long: what it costs, and that nothing of it is lost or sent half.
#include "queue/panel/commandpreview.h"
#include "queue/panel/conflictbar.h"
#include "queue/panel/typedtext.h"
#include "queue/panel/valuemodel.h"
#include "tests/queue/queuefixture.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"

#include <QTableView>

#include <ctime>

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

// Work of this thread, whatever else the machine does.
double cpuMs()
{
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return double(t.tv_sec) * 1e3 + double(t.tv_nsec) / 1e6;
}

QByteArray orders(qsizetype bytes)
{
    QByteArray out = "{\"note\":\"here\",\"orders\":[";
    for (int i = 0; out.size() < bytes; ++i)
        out += (i > 0 ? ",{\"id\":" : "{\"id\":") + QByteArray::number(i)
            + ",\"status\":\"paid\",\"customer\":\"somebody\",\"total\":12.50}";
    return out + "]}";
}

} // namespace

class QueueTypingTest final : public QObject, private QueueFixture
{
    Q_OBJECT

    const QByteArray m_long = orders(900'000);

    // Opens "order" with the caret behind `here`.
    void openLong(const QString& here = u"\"here"_s)
    {
        choose("order");
        QTRY_VERIFY(editor()->document()->characterCount() > 900'000);
        QCOMPARE(text()->format(), TextValue::Format::Json);
        editor()->setFocus();
        editor()->setTextCursor(editor()->document()->find(here));
        QTest::keyClick(editor(), Qt::Key_Right);
    }

    QByteArray withNote(const QByteArray& note) const
    {
        return QByteArray(m_long).replace("\"here\"", QByteArray('"' + note + '"'));
    }

    // Milliseconds of this thread for a key and all that follows from it here.
    double typingCost()
    {
        constexpr int kKeys = 40;
        const double before = cpuMs();
        for (int i = 0; i < kKeys; ++i) {
            QTest::keyClick(editor(), Qt::Key_X);
            QCoreApplication::processEvents();
        }
        return (cpuMs() - before) / kKeys;
    }

private Q_SLOTS:
    void init()
    {
        makeBench();
        FakeData::Value value;
        value.text = m_long;
        m_data->keys.insert("order", value);
        value.text = "plain";
        m_data->keys.insert("note", value);
        value = {};
        value.type = KeyType::Hash;
        for (const QByteArray field : {"first", "second"}) {
            const QByteArray text = field + QByteArray(40'000, '.');
            value.rows.push_back({field, text, -1, {}, {}, text.size()});
        }
        m_data->keys.insert("hash", value);
        addService(WriteMode::On); // the command stands beside the button
        openPanel();
    }
    void cleanup() { drop(); }

    // The peer is one look at the whole text: no key may cost a fraction of it.
    void aKeyIsCheapInALongText()
    {
        openLong();
        const double begun = cpuMs();
        const TypedText typed{
            editor()->document()->toRawText(), TextFormat::Json, text()->original(), false};
        const double start = cpuMs();
        const double read = start - begun; // now and then in between, for the check on its lane
        const bool valid = valueOf(typed).bytes.has_value();
        const double whole = cpuMs() - start;
        QVERIFY(valid);
        const double key = typingCost();
        qInfo("%.2f ms a key in 900 KB; %.1f ms to copy it, %.1f to look at it", key, read, whole);
        QVERIFY2(key < whole / 6, qPrintable(u"%1 of %2 ms"_s.arg(key).arg(whole)));
        QVERIFY(m_panel->hasUnsavedWork());
        QTRY_VERIFY_WITH_TIMEOUT(!text()->isChecking(), 30'000);
        QCOMPARE(text()->value(), withNote("here" + QByteArray(40, 'x')));
        QVERIFY(text()->preview()->isVisible());

        // Five megabytes, pasted where another element may stand.
        QTextCursor at = editor()->document()->find(u"\"orders\": ["_s);
        at.clearSelection();
        at.insertText(u"\n{\n  \"id\": 1\n},"_s.repeated(300'000));
        QVERIFY(editor()->document()->characterCount() > 5'000'000);
        const double more = typingCost();
        qInfo("%.2f ms a key in 5 MB", more);
        QVERIFY2(more < whole / 3, qPrintable(u"%1 of %2 ms"_s.arg(more).arg(whole)));
    }

    void aSaveWaitsForTheCheck()
    {
        openLong();
        QTest::keyClicks(editor(), u" and"_s);
        QVERIFY(text()->isChecking());
        QTest::mouseClick(text()->saveButton(), Qt::LeftButton);
        QCOMPARE(sent().size(), 0);
        QTest::keyClicks(editor(), u" there"_s); // after it, and not part of it
        QTRY_COMPARE_WITH_TIMEOUT(held("order"), withNote("here and"), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!text()->isChecking(), 30'000);
        QVERIFY(text()->isEdited());
        QVERIFY(m_panel->hasUnsavedWork());
        QCOMPARE(text()->value(), withNote("here and there"));
        QTest::keyClick(editor(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(held("order"), withNote("here and there"), 30'000);
        QTRY_VERIFY(!m_panel->hasUnsavedWork());
        QCOMPARE(sent().size(), 2);
        QVERIFY(m_bench->drafts().keys().isEmpty());
    }

    void whatIsNotValidIsNotSent()
    {
        openLong();
        QTest::keyClicks(editor(), u"\""_s);
        QVERIFY(text()->isChecking());
        QTest::keyClick(editor(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!text()->saveButton()->isEnabled(), 30'000);
        QVERIFY(!text()->isChecking());
        QVERIFY(!text()->value());
        QTest::keyClick(editor(), Qt::Key_Backspace);
        QTest::keyClicks(editor(), u"!"_s);
        QTest::keyClick(editor(), Qt::Key_S, Qt::ControlModifier); // at once: nobody is refused
        QTRY_COMPARE_WITH_TIMEOUT(held("order"), withNote("here!"), 30'000);
        QCOMPARE(sent().size(), 1);
    }

    void undoneAndBlankIsNoEdit()
    {
        openLong(u"\"note\":"_s);
        QTest::keyClicks(editor(), u"  "_s);
        QVERIFY(text()->isEdited()); // until it is known better
        QTRY_VERIFY_WITH_TIMEOUT(!text()->isEdited(), 30'000);
        QVERIFY(!m_panel->hasUnsavedWork());
        QVERIFY(m_bench->drafts().keys().isEmpty());
        QTest::keyClicks(editor(), u"x"_s);
        QVERIFY(text()->isEdited());
        while (editor()->document()->isUndoAvailable())
            editor()->undo();
        QVERIFY(!text()->isEdited());
        QVERIFY(!text()->isChecking());
    }

    // Keys that nobody has looked at yet, when another value takes the place of this one.
    void nothingIsLostOnTheWayOut()
    {
        openLong();
        QTest::keyClicks(editor(), u" typed"_s);
        QVERIFY(text()->isChecking());
        choose("note");
        QTRY_COMPARE(editor()->toPlainText(), u"plain"_s);
        openLong(u"here typed"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!text()->isChecking(), 30'000);
        QCOMPARE(text()->value(), withNote("here typed"));
        QVERIFY(m_panel->hasUnsavedWork());

        QTest::keyClicks(editor(), u" on"_s);
        QVERIFY(text()->isChecking());
        m_bench->drafts().flush(); // the program quits
        const QString draft = m_bench->drafts().keys().value(0);
        QVERIFY(m_bench->drafts().isWritten(draft));
        QVERIFY(
            m_bench->drafts().get(draft).value(u"typed"_s).toString().contains(u"here typed on"_s));
        QTest::keyClicks(editor(), u" and on"_s);
        m_panel.reset(); // its tab is closed
        QVERIFY(m_bench->drafts()
                    .get(draft)
                    .value(u"typed"_s)
                    .toString()
                    .contains(u"here typed on and on"_s));

        openPanel();
        openLong(u"and on"_s);
        QTest::keyClicks(editor(), u"!"_s);
        QTest::mouseClick(text()->saveButton(), Qt::LeftButton);
        QVERIFY(text()->isChecking());
        choose("note"); // the save that waits is sent all the same
        QTRY_COMPARE_WITH_TIMEOUT(held("order"), withNote("here typed on and on!"), 30'000);
        QTRY_VERIFY(m_bench->drafts().keys().isEmpty());
    }

    void aFieldTakesItsDraftAlong()
    {
        choose("hash");
        auto* inspector = m_panel->inspector();
        QTRY_COMPARE(inspector->model()->rowCount(), 2);
        QTest::keyClick(m_panel.get(), Qt::Key_F2);
        auto* field = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
        QVERIFY(field);
        auto* value = qobject_cast<TextValue*>(field->parentWidget());
        QVERIFY(value);
        field->moveCursor(QTextCursor::End);
        QTest::keyClicks(field, u"!"_s);
        QVERIFY(value->isChecking());
        inspector->table()->setCurrentIndex(inspector->model()->index(1, 0));
        QVERIFY(field->toPlainText().startsWith(u"second"_s));
        QVERIFY(!value->isEdited());
        QCOMPARE(m_bench->drafts().keys().size(), 1);
        inspector->table()->setCurrentIndex(inspector->model()->index(0, 0));
        QVERIFY(field->toPlainText().startsWith(u"first."_s));
        QVERIFY(field->toPlainText().endsWith(u".!"_s));
        QVERIFY(value->isEdited());
    }
};

PH_TEST_MAIN(QApplication, QueueTypingTest)
#include "tst_queuetyping.moc"
