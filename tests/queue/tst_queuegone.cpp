// SPDX-License-Identifier: GPL-3.0-or-later
// A key that went away while it was shown: every act on it says so, and the tree lets go of it.
#include "queue/panel/conflictbar.h"
#include "queue/panel/editbar.h"
#include "queue/panel/inspector.h"
#include "queue/panel/keyspane.h"
#include "queue/panel/queuepanel.h"
#include "queue/panel/textvalue.h"
#include "tests/queue/fakequeue.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class QueueGoneTest final : public QObject
{
    Q_OBJECT

    std::shared_ptr<FakeData> m_data;
    std::unique_ptr<FakeWorkbench> m_bench;
    std::unique_ptr<QueuePanel> m_panel;

    Inspector* inspector() const { return m_panel->inspector(); }
    TextValue* text() const { return inspector()->text(); }

    bool isInTree(const QByteArray& key) const
    {
        return m_panel->keys()->scan().model()->indexOf(key).isValid();
    }
    void somebodyDeletes(const QByteArray& key)
    {
        std::lock_guard lock(m_data->mutex);
        m_data->keys.remove(key);
    }
    QByteArray held()
    {
        std::lock_guard lock(m_data->mutex);
        return m_data->keys.value("note").text;
    }
    bool nothingWasSent()
    {
        std::lock_guard lock(m_data->mutex);
        return m_data->sent.empty();
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
        m_data = std::make_shared<FakeData>();
        FakeData::Value value;
        value.text = "plain";
        value.ttl = 3'600'000;
        for (const QByteArray key : {"another", "note", "zebra"})
            m_data->keys.insert(key, value);
        m_bench = std::make_unique<FakeWorkbench>();
        m_bench->hub().setDescriptors({fakeQueueDescriptor(m_data)});
        ServiceConfig config;
        config.id = u"cache"_s;
        config.module = u"queue"_s;
        config.tool = u"fake"_s;
        config.ns = u"redis://cache"_s;
        m_bench->hub().add(config, {});
        m_panel = std::make_unique<QueuePanel>(*m_bench, u"cache"_s);
        m_panel->resize(1389, 766);
        m_panel->show();
        QApplication::setActiveWindow(m_panel.get());
        QTRY_COMPARE(m_panel->state(), ui::Panel::State::Ready);
        m_panel->open({{u"redis://cache"_s, u"note"_s}, {}, {}});
        QTRY_COMPARE(inspector()->key(), QByteArray("note"));
        QTRY_COMPARE(text()->editor()->toPlainText(), u"plain"_s);
        QTRY_VERIFY(isInTree("note"));
    }
    void cleanup()
    {
        m_panel.reset();
        m_bench.reset();
    }

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
        QVERIFY(nothingWasSent());
        QTRY_VERIFY(!isInTree("note"));
        QVERIFY(isInTree("zebra"));
        QVERIFY(!isInTree("new"));
        QVERIFY(!inspector()->bar()->isVisible());
    }

    // What was typed is not taken away with it.
    void anEditOfItStays()
    {
        text()->editor()->setFocus();
        text()->editor()->selectAll();
        QTest::keyClicks(text()->editor(), u"mine"_s);
        somebodyDeletes("note");
        QTest::keyClick(text()->editor(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(text()->conflict()->state(), ConflictBar::State::Gone);
        QVERIFY(text()->conflict()->isVisible());
        QVERIFY(nothingWasSent());
        QCOMPARE(text()->editor()->toPlainText(), u"mine"_s);
        QVERIFY(m_panel->hasUnsavedWork());
        QTest::mouseClick(text()->conflict()->second(), Qt::LeftButton); // save it anew
        QTRY_COMPARE(held(), QByteArray("mine"));
        QTRY_COMPARE(text()->conflict()->state(), ConflictBar::State::None);
        QTRY_VERIFY(!m_panel->hasUnsavedWork());
    }
};

PH_TEST_MAIN(QApplication, QueueGoneTest)
#include "tst_queuegone.moc"
