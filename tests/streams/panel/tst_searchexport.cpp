// SPDX-License-Identifier: GPL-3.0-or-later
// Exports of the search: as many as were found, decoded or as their bytes, told when they are done.
#include "streams/panel/searchbar.h"
#include "tests/streams/panel/searchfixture.h"
#include "tests/support/testmain.h"

#include <QLineEdit>

using namespace pilothouse;
using namespace pilothouse::test;

class TestSearchExport final : public QObject, private SearchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openPanel(); }
    void cleanup() { closePanel(); }

    void exportsHaveAsManyAsWereFound()
    {
        m_panel->bar()->patternField()->setText(u"WELCOME5"_s);
        m_panel->start();
        QTRY_COMPARE(model()->rowCount(), kPlanted);
        const QString file = m_bench->folder() + u"/hits.jsonl"_s;
        m_panel->exportTo(file, MessageFormat::JsonLines, false);
        QTRY_VERIFY(m_bench->tasks().tasks().front()->isFinished());
        QCOMPARE(m_bench->tasks().tasks().front()->status().state, TaskStatus::State::Done);
        QCOMPARE(linesOf(file), kPlanted);
        QVERIFY(!QFile::exists(file + u".part"_s));
        // It is told, with its count and where it lies.
        QTRY_COMPARE(m_bench->notices().size(), size_t(1));
        const QString told = m_bench->notices().front().detail;
        QVERIFY2(told.contains(u"%1 messages in hits.jsonl"_s.arg(kPlanted)), qPrintable(told));
        QVERIFY(told.contains(file));
        QVERIFY(lineOf(file, 0)[u"value"_s].isObject()); // decoded
        const QString bytes = m_bench->folder() + u"/bytes.jsonl"_s;
        m_panel->exportTo(bytes, MessageFormat::JsonLines, false, MessageValues::Bytes);
        QTRY_COMPARE(m_bench->notices().size(), size_t(2));
        QCOMPARE(linesOf(bytes), kPlanted);
        const QByteArray value
            = QByteArray::fromBase64(lineOf(bytes, 0)[u"valueBase64"_s].toString().toLatin1());
        QVERIFY(value.startsWith("{\"order_id\":") && value.contains("WELCOME5"));
        const QString range = m_bench->folder() + u"/range.csv"_s;
        m_panel->exportTo(range, MessageFormat::Csv, true);
        QTRY_COMPARE(m_bench->tasks().tasks().size(), 3);
        QTRY_VERIFY(m_bench->tasks().tasks().front()->isFinished());
        QCOMPARE(linesOf(range), int(m_all) + 1);
        // What cannot be written is told, and leaves nothing.
        m_panel->exportTo(u"/dev/full/x.csv"_s, MessageFormat::Csv, false);
        QTRY_VERIFY(m_bench->tasks().tasks().front()->isFinished());
        QCOMPARE(m_bench->tasks().tasks().front()->status().state, TaskStatus::State::Failed);
    }
};

PH_TEST_MAIN(QApplication, TestSearchExport)
#include "tst_searchexport.moc"
