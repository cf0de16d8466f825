// SPDX-License-Identifier: GPL-3.0-or-later
// Exports of the search: as many as were found, decoded or as their bytes, told when they are done.
#include "streams/panel/searchbar.h"
#include "tests/streams/panel/searchfixture.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"

#include <QLineEdit>
#include <QMenu>

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

    // Nothing is left out because nobody can read it.
    void whatCannotBeDecodedIsExportedAsItsBytes()
    {
        const auto canBeRead = [](int partition) {
            return partition % 4 == 1;
        };
        {
            std::lock_guard lock(m_world->mutex);
            m_world->decode = [canBeRead](const Message& message) {
                DecodedMessage out;
                if (canBeRead(message.partition))
                    out.value.json = R"({"id":12345678901234567890})";
                return out;
            };
        }
        m_panel->bar()->patternField()->setText(u"WELCOME5"_s);
        m_panel->start();
        QTRY_COMPARE(model()->rowCount(), kPlanted);
        const QString file = m_bench->folder() + u"/some.jsonl"_s;
        m_panel->exportTo(file, MessageFormat::JsonLines, false);
        QTRY_COMPARE(m_bench->notices().size(), size_t(1));
        QCOMPARE(linesOf(file), kPlanted);
        int asBytes = 0;
        for (int i = 0; i < kPlanted; ++i) {
            const QJsonObject line = lineOf(file, i);
            const bool read = canBeRead(line[u"partition"_s].toInt());
            QCOMPARE(line.contains(u"decoded"_s), !read);
            asBytes += read ? 0 : 1;
            if (!read) // as they are: text needs no base64
                QVERIFY(QJsonDocument(line).toJson().contains("WELCOME5"));
        }
        QVERIFY2(asBytes > 0 && asBytes < kPlanted, qPrintable(QString::number(asBytes)));
        QVERIFY2(m_bench->notices().front().detail.contains(
                     u"; %1 could not be decoded and are there as bytes"_s.arg(asBytes)),
            qPrintable(m_bench->notices().front().detail));
        QFile whole(file);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QVERIFY(whole.readAll().contains("12345678901234567890")); // each digit
    }

    // Below its button, ending where that ends, as far as the screen has room.
    void theExportMenuStandsAtItsButton()
    {
        m_panel->resize(700, 500);
        m_panel->move(0, 0);
        QTest::mouseClick(m_panel->bar()->exportButton(), Qt::LeftButton);
        QTRY_VERIFY(m_panel->findChild<QMenu*>(u"export"_s));
        auto* menu = m_panel->findChild<QMenu*>(u"export"_s);
        QTRY_VERIFY(menu->isVisible());
        const QWidget* button = m_panel->bar()->exportButton();
        const QRect at(button->mapToGlobal(QPoint()), button->size());
        const QByteArray places = QByteArray::number(menu->geometry().right()) + " at "
            + QByteArray::number(at.right()) + ", " + QByteArray::number(menu->geometry().top())
            + " below " + QByteArray::number(at.bottom());
        QVERIFY2(std::abs(menu->geometry().right() - at.right()) <= 8, places.constData());
        QVERIFY2(std::abs(menu->geometry().top() - at.bottom()) <= 8, places.constData());
        menu->close();
    }
};

PH_TEST_MAIN(QApplication, TestSearchExport)
#include "tst_searchexport.moc"
