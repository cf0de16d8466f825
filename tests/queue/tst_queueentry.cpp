// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of a stream, whole and decoded, by keys alone.
#include "queue/panel/entryview.h"
#include "queue/panel/valuemodel.h"
#include "tests/queue/queuefixture.h"
#include "tests/support/testmain.h"
#include "ui/shownzone.h"

#include <QClipboard>
#include <QTableView>
#include <QTextBlock>
#include <QTimeZone>

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class QueueEntryTest final : public QObject, private QueueFixture
{
    Q_OBJECT

    QString shown() const { return inspector()->entry()->text()->toPlainText(); }

private Q_SLOTS:
    void init()
    {
        ui::setShownZone(QTimeZone::utc());
        makeBench();
        FakeData::Value stream;
        stream.type = KeyType::Stream;
        ValueRow row;
        row.field = "1773727512001-0";
        // More fields than columns, one of them twice.
        row.pairs = {{"event", "placed"}, {"order", "{\"id\":7,\"lines\":[1,2]}"},
            {"at", "1773727512"}, {"raw", QByteArray("\x01\xff", 2)}, {"note", "two\nlines"},
            {"sixth", "6"}, {"seventh", "7"}, {"event", "again"}};
        for (const auto& [name, value] : row.pairs)
            row.fullSize += value.size();
        stream.rows.push_back(row);
        row.field = "1773727511000-3";
        row.pairs = {{"event", "paid"}, {"seventh", "late"}};
        row.fullSize = 90'000;
        stream.rows.push_back(row);
        m_data->keys.insert("stream:orders", stream);
        FakeData::Value hash;
        hash.type = KeyType::Hash;
        hash.rows.push_back({"field", "value", -1, {}, {}, 5});
        m_data->keys.insert("hash", hash);
        addService();
        openPanel();
        choose("stream:orders");
        QTRY_COMPARE(inspector()->model()->rowCount(), 2);
    }
    void cleanup()
    {
        m_panel.reset();
        m_bench.reset();
        ui::setShownZone({});
    }

    void allOfItIsShownDecoded()
    {
        const QString wanted = u"id       1773727512001-0\n"
                               "time     2026-03-17 06:05:12.001 UTC\n"
                               "event    placed\n"
                               "order    {\n"
                               "           \"id\": 7,\n"
                               "           \"lines\": [\n"
                               "             1,\n"
                               "             2\n"
                               "           ]\n"
                               "         }\n"
                               "at       1773727512  → 2026-03-17 06:05:12.000 UTC\n"
                               "raw      \\x01\\xff\n"
                               "note     two\n"
                               "         lines\n"
                               "sixth    6\n"
                               "seventh  7\n"
                               "event    again"_s;
        QTRY_COMPARE(shown(), wanted);
        QVERIFY(inspector()->entry()->isVisible());
        // Another cell of it is no other entry; its field is where the caret goes.
        inspector()->table()->setFocus();
        QTest::keyClick(inspector()->table(), Qt::Key_Right);
        QTest::keyClick(inspector()->table(), Qt::Key_Right);
        QTest::keyClick(inspector()->table(), Qt::Key_Right);
        QCOMPARE(shown(), wanted);
        const QTextCursor caret = inspector()->entry()->text()->textCursor();
        QVERIFY(caret.block().text().startsWith(u"order "_s));
        QTest::keyClick(inspector()->table(), Qt::Key_Down);
        QTRY_COMPARE(shown(),
            u"id       1773727511000-3\n"
            "time     2026-03-17 06:05:11.000 UTC\n"
            "event    paid\n"
            "seventh  late"_s);
    }

    void itIsReachedAndCopiedByKeys()
    {
        QTRY_VERIFY(!shown().isEmpty());
        const QPlainTextEdit* text = inspector()->entry()->text();
        inspector()->table()->setFocus();
        for (int i = 0; i < 6 && !text->hasFocus(); ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(text->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // and left again
        QVERIFY(!text->hasFocus());
        inspector()->table()->setFocus();
        QTest::keyClick(m_panel.get(), Qt::Key_F2);
        QVERIFY(text->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), shown());
        QTest::keyClicks(QApplication::focusWidget(), u"x"_s); // it is for reading
        QVERIFY(!m_panel->hasUnsavedWork());
    }

    void otherTypesHaveTheirEditor()
    {
        QTRY_VERIFY(inspector()->entry()->isVisible());
        choose("hash");
        QTRY_COMPARE(inspector()->model()->rowCount(), 1);
        QVERIFY(!inspector()->entry()->isVisible());
        QTest::keyClick(m_panel.get(), Qt::Key_F2);
        auto* field = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
        QVERIFY(field);
        QCOMPARE(field->toPlainText(), u"value"_s);
        choose("stream:orders");
        QTRY_VERIFY(inspector()->entry()->isVisible());
        QTRY_VERIFY(shown().contains(u"seventh  7"_s));
    }
};

PH_TEST_MAIN(QApplication, QueueEntryTest)
#include "tst_queueentry.moc"
