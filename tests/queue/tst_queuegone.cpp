// SPDX-License-Identifier: GPL-3.0-or-later
// A key that went away while it was shown: every act on it says so, and the tree lets go of it.
#include "queue/panel/conflictbar.h"
#include "queue/panel/editbar.h"
#include "queue/panel/keyspane.h"
#include "tests/queue/queuefixture.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"

#include <QLineEdit>

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class QueueGoneTest final : public QObject, private QueueFixture
{
    Q_OBJECT

    bool isInTree(const QByteArray& key) const
    {
        return m_panel->keys()->scan().model()->indexOf(key).isValid();
    }
    static void answer(const QString& typed)
    {
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(field);
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, typed);
        QTest::keyClick(field, Qt::Key_Return);
    }

private Q_SLOTS:
    void init()
    {
        makeBench();
        FakeData::Value value;
        value.text = "plain";
        value.ttl = 3'600'000;
        for (const QByteArray key : {"another", "note", "zebra"})
            m_data->keys.insert(key, value);
        addService();
        openPanel();
        choose("note");
        QTRY_COMPARE(editor()->toPlainText(), u"plain"_s);
        QTRY_VERIFY(isInTree("note"));
    }
    void cleanup() { drop(); }

    void everyActOnItSaysSo_data()
    {
        QTest::addColumn<int>("act");
        QTest::addRow("time to live") << 0;
        QTest::addRow("for ever") << 1;
        QTest::addRow("rename") << 2;
        QTest::addRow("copy") << 3;
        QTest::addRow("delete") << 4;
    }
    void everyActOnItSaysSo()
    {
        QFETCH(const int, act);
        somebodyDeletes("note");
        switch (act) {
        case 0:
        case 1:
            QTest::keyClick(m_panel.get(), Qt::Key_D, Qt::ControlModifier);
            answer(act == 0 ? u"90"_s : QString());
            break;
        case 2:
            QTest::keyClick(m_panel.get(), Qt::Key_F2, Qt::ShiftModifier);
            answer(u"new"_s);
            break;
        case 3:
            inspector()->copyKey();
            answer(u"new"_s);
            break;
        default:
            inspector()->removeKey();
        }
        QTRY_COMPARE(m_bench->errors().size(), size_t(1));
        QCOMPARE(m_bench->errors().front().kind, Error::Kind::NotFound);
        QVERIFY(sent().isEmpty());
        QTRY_VERIFY(!isInTree("note"));
        QVERIFY(isInTree("zebra"));
        QVERIFY(!isInTree("new"));
        QVERIFY(!inspector()->bar()->isVisible());
    }

    // What was typed is not taken away with it.
    void anEditOfItStays()
    {
        editor()->setFocus();
        editor()->selectAll();
        QTest::keyClicks(editor(), u"mine"_s);
        somebodyDeletes("note");
        QTest::keyClick(editor(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(text()->conflict()->state(), ConflictBar::State::Gone);
        QVERIFY(text()->conflict()->isVisible());
        QVERIFY(sent().isEmpty());
        QCOMPARE(editor()->toPlainText(), u"mine"_s);
        QVERIFY(m_panel->hasUnsavedWork());
        QTest::mouseClick(text()->conflict()->second(), Qt::LeftButton); // save it anew
        QTRY_COMPARE(held("note"), QByteArray("mine"));
        QTRY_COMPARE(text()->conflict()->state(), ConflictBar::State::None);
        QTRY_VERIFY(!m_panel->hasUnsavedWork());
    }
};

PH_TEST_MAIN(QApplication, QueueGoneTest)
#include "tst_queuegone.moc"
