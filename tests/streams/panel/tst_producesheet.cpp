// SPDX-License-Identifier: GPL-3.0-or-later
// Writing messages with real keys: every kind of key and value, headers in order, drafts, files
// with a message to a line, results of each message; and writing messages again.
#include "streams/panel/messagebytes.h"
#include "streams/panel/messageform.h"
#include "streams/panel/pairrows.h"
#include "streams/panel/producesheet.h"
#include "streams/panel/replaysheet.h"
#include "tests/streams/panel/sheetfixture.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/drafts.h"
#include "ui/editor/codeeditor.h"
#include "ui/words.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class ProduceSheetTest final : public QObject, private SheetFixture
{
    Q_OBJECT

    static QString said(const CheckList* list)
    {
        QStringList words;
        for (const Check& check : list->checks())
            words << check.text + u'|' + check.fact;
        return words.join(u'\n');
    }
    ProduceSheet* openSheet(const std::optional<Message>& like = {})
    {
        auto* sheet = show(std::make_unique<ProduceSheet>(*m_bench, service()));
        sheet->open(u"shop.orders.v1"_s, like);
        return sheet;
    }
    Draft lastWritten() const
    {
        return in([](const StreamsWorld& w) { return w.produced.back().drafts.back(); });
    }
    size_t producedCount() const
    {
        return in([](const StreamsWorld& w) { return w.produced.size(); });
    }
    QString file(const QByteArray& lines) const
    {
        QFile out(m_bench->folder() + u"/messages.jsonl"_s);
        if (out.open(QIODevice::WriteOnly))
            out.write(lines);
        return out.fileName();
    }

private Q_SLOTS:
    void init() { makeServer(); }
    void cleanup() { drop(); }

    void bytesGoAndComeBack_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        QTest::newRow("null") << QByteArray() << int(BytesKind::Null);
        QTest::newRow("empty") << QByteArray("") << int(BytesKind::Text);
        QTest::newRow("text") << QByteArray("8000 km/h, größer, 김민준") << int(BytesKind::Text);
        QTest::newRow("lines") << QByteArray("a\n\tb") << int(BytesKind::Text);
        QTest::newRow("carriage return") << QByteArray("a\r\nb") << int(BytesKind::Hex);
        QTest::newRow("number") << QByteArray("12") << int(BytesKind::Text);
        QTest::newRow("json") << QByteArray("{ \"a\" : 1.50 }") << int(BytesKind::Json);
        QTest::newRow("broken json") << QByteArray("{\"a\":") << int(BytesKind::Text);
        QTest::newRow("bytes") << QByteArray("\x00\x01\xff", 3) << int(BytesKind::Hex);
        QTest::newRow("no utf8") << QByteArray("a\xe2\x82") << int(BytesKind::Hex);
    }
    void bytesGoAndComeBack()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        QCOMPARE(int(kindOf(bytes)), kind);
        const auto back = streams::bytesOf(BytesKind(kind), textOf(BytesKind(kind), bytes));
        QVERIFY(back);
        QCOMPARE(*back, bytes);
        QCOMPARE(back->isNull(), bytes.isNull());
    }

    void whatIsNoJsonIsSaid()
    {
        const auto wrong = [](BytesKind kind, const QString& text) {
            const auto bytes = streams::bytesOf(kind, text);
            return bytes ? QString() : ui::words(bytes.error());
        };
        QCOMPARE(wrong(BytesKind::Json, u"{\n\"a\": x}"_s), u"This is no JSON, see line 2"_s);
        QCOMPARE(wrong(BytesKind::Json, u" "_s), u"Empty text is no JSON"_s);
        QCOMPARE(wrong(BytesKind::Json, u"12.50"_s), QString());
        QCOMPARE(wrong(BytesKind::Json, u"1, 2"_s).isEmpty(), false);
        QVERIFY(!wrong(BytesKind::Hex, u"0"_s).isEmpty());
        QVERIFY(!wrong(BytesKind::Hex, u"0g"_s).isEmpty());
        QCOMPARE(wrong(BytesKind::Hex, u"0x00 fF"_s), QString());
    }

    void aFileIsReadLineByLine()
    {
        const auto drafts = readDrafts(
            R"({"key":"a","value":{"n":1,"s":"x"},"headers":{"h":"1"},"partition":2,"timestamp":5})"
            "\n\n"
            R"({"key":null,"value":null,"headers":[["a","1"],["a",null],{"name":"b","value":"2"}]})"
            "\n"
            R"({"keyHex":"00ff","value":"plain","timestamp":"2026-03-17T05:40:00.000Z"})",
            10);
        QVERIFY(drafts);
        QCOMPARE(drafts->size(), 3);
        const Draft& first = drafts->front();
        QCOMPARE(first.key, QByteArray("a"));
        QCOMPARE(first.value, QByteArray("{\"n\":1,\"s\":\"x\"}"));
        QCOMPARE(first.partition, 2);
        QCOMPARE(first.timestamp, std::optional<qint64>(5));
        QVERIFY((*drafts)[1].value.isNull());
        const std::vector<MessageHeader> headers{{"a", "1"}, {"a", {}}, {"b", "2"}};
        QCOMPARE((*drafts)[1].headers, headers);
        QCOMPARE((*drafts)[2].key, QByteArray("\x00\xff", 2));
        QCOMPARE((*drafts)[2].timestamp, std::optional<qint64>(1'773'726'000'000));
        QVERIFY(readDrafts("{}\n{\"a\":}\n", 10).error().detail.startsWith("2: "_L1));
        QVERIFY(readDrafts("[]", 10).error().detail.startsWith("1: "_L1));
        QVERIFY(readDrafts("{}\n{}\n{}", 2).error().detail.startsWith("3: "_L1));
    }

    void oneMessageIsWritten()
    {
        ProduceSheet* sheet = openSheet();
        MessageForm* form = sheet->form();
        form->keyField()->setFocus();
        form->keyKind()->setCurrentIndex(int(BytesKind::Text));
        form->keyField()->setFocus();
        QTest::keyClicks(form->keyField(), u"90417735"_s);
        form->editor()->setText(u"{\"order_id\": 90417735"_s);
        QVERIFY(sheet->note().contains(u"This is no JSON"_s));
        QVERIFY(!sheet->button()->isEnabled());
        form->editor()->setText(u"{\"order_id\": 90417735}"_s);
        QVERIFY(sheet->button()->isEnabled());
        form->headers()->addRow();
        QTest::keyClicks(form->headers()->nameField(0), u"trace-id"_s);
        QTest::keyClicks(form->headers()->valueField(0), u"7f3a"_s);
        form->headers()->addRow();
        QTest::keyClicks(form->headers()->nameField(1), u"trace-id"_s);
        form->headers()->valueField(1)->actions().constLast()->trigger(); // null
        QTRY_COMPARE(layoutFault(*sheet), QString());
        picture(u"produce"_s);
        QSignalSpy written(sheet, &ProduceSheet::written);
        QTest::keyClick(form->headers()->nameField(1), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(written.count(), 1);
        Draft wanted;
        wanted.key = "90417735";
        wanted.value = "{\"order_id\": 90417735}"; // as typed
        wanted.headers = {{"trace-id", "7f3a"}, {"trace-id", {}}};
        QCOMPARE(lastWritten(), wanted);
        QTRY_VERIFY2(said(sheet->results()).contains(u"Written to partition 0|@ 88000000"_s),
            qPrintable(said(sheet->results())));
        QTRY_VERIFY(sheet->button()->isEnabled()); // and once more
    }

    void theEditorsOwnKeysLeadOutToo()
    {
        ProduceSheet* sheet = openSheet();
        QSignalSpy closed(sheet, &Sheet::closed);
        QTRY_VERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(producedCount(), 1);
        QCOMPARE(lastWritten().value, QByteArray("{}")); // no line break went into it
        QTRY_VERIFY(sheet->button()->isEnabled());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
    }

    void nullHexPlaceAndTime()
    {
        ProduceSheet* sheet = openSheet();
        MessageForm* form = sheet->form();
        form->keyKind()->setCurrentIndex(int(BytesKind::Text));
        form->keyField()->setText(u"ab"_s);
        form->keyKind()->setCurrentIndex(int(BytesKind::Hex));
        QCOMPARE(form->keyField()->text(), u"61 62"_s);
        form->keyField()->setText(u"00 ff"_s);
        form->valueKind()->setCurrentIndex(int(BytesKind::Null));
        form->partitionField()->setValue(3);
        form->timeField()->setText(u"2026-03-17 05:40"_s);
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(producedCount(), 1);
        const Draft draft = lastWritten();
        QCOMPARE(draft.key, QByteArray("\x00\xff", 2));
        QVERIFY(draft.value.isNull());
        QCOMPARE(draft.partition, 3);
        QCOMPARE(draft.timestamp, std::optional<qint64>(1'773'726'000'000));
    }

    void aMessageIsTheTemplateOfTheNext()
    {
        Message old
            = in([](const StreamsWorld& w) { return w.messages.at(u"shop.orders.v1"_s).front(); });
        old.headers.push_back({"bytes", QByteArray("\xff\x00", 2)});
        ProduceSheet* sheet = openSheet(old);
        sheet->form()->headers()->nameField(0)->setFocus();
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(producedCount(), 1);
        QCOMPARE(lastWritten(), draftOf(old)); // headers that are no text, too
    }

    void whatWasCutIsReadWholeFirst()
    {
        Message old = in([](StreamsWorld& w) {
            Message& whole = w.messages[u"shop.orders.v1"_s].front();
            whole.value = QByteArray(100'000, 'x');
            whole.valueSize = whole.value.size();
            return whole;
        });
        old.value.truncate(kCutValue);
        ProduceSheet* sheet = openSheet(old);
        QVERIFY(!sheet->button()->isEnabled());
        QTRY_VERIFY(sheet->button()->isEnabled());
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(producedCount(), 1);
        QCOMPARE(lastWritten().value.size(), 100'000);
    }

    void whatIsTypedIsKeptUntilItWasWritten()
    {
        ProduceSheet* sheet = openSheet();
        sheet->form()->editor()->setText(u"{\"kept\": true}"_s);
        in([](StreamsWorld& w) {
            w.actFails
                = Error{Error::Kind::Timeout, u"shop-kafka"_s, u"REQUEST_TIMED_OUT"_s, {}, {}};
            return 0;
        });
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said(sheet->results()).contains(u"REQUEST_TIMED_OUT"_s),
            qPrintable(said(sheet->results())));
        QVERIFY(said(sheet->results()).contains(u"1 not sent"_s));
        QCOMPARE(sheet->form()->editor()->text(), u"{\"kept\": true}"_s);
        picture(u"produce-failed"_s);
        m_shown.reset();
        sheet = openSheet(); // as after a restart
        QCOMPARE(sheet->form()->editor()->text(), u"{\"kept\": true}"_s);
        in([](StreamsWorld& w) {
            w.actFails.reset();
            return 0;
        });
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(producedCount(), 1);
        QTRY_VERIFY(
            m_bench->drafts().get(u"streams.produce/shop-kafka/shop.orders.v1"_s).isEmpty());
    }

    void manyFromAFile()
    {
        QByteArray lines;
        for (int i = 0; i < 500; ++i)
            lines += "{\"key\":\"k" + QByteArray::number(i)
                + "\",\"value\":{\"n\":" + QByteArray::number(i) + "}}\n";
        ProduceSheet* sheet = openSheet();
        sheet->loadFile(file(lines + "{\"value\":"));
        QTRY_VERIFY2(sheet->note().contains(u"501: "_s), qPrintable(sheet->note()));
        sheet->loadFile(file(lines));
        QTRY_COMPARE(sheet->fileDrafts().size(), 500);
        QVERIFY(!sheet->form()->isVisible());
        QCOMPARE(sheet->button()->text(), u"Produce 500 messages…"_s);
        sheet->rateField()->setValue(250);
        picture(u"produce-file"_s);
        QSignalSpy written(sheet, &ProduceSheet::written);
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(written.count(), 500);
        QCOMPARE(in([](const StreamsWorld& w) { return w.produced.back().perSecond; }), 250);
        QTRY_VERIFY(said(sheet->results()).contains(u"500 of 500 written"_s));
        QCOMPARE(lastWritten().value, QByteArray("{\"n\":499}"));
    }

    void messagesAreWrittenAgain()
    {
        auto* sheet = show(std::make_unique<ReplaySheet>(*m_bench, service()));
        sheet->open(u"shop.orders.v1"_s, {{7, 5}, {1, 9}});
        QTRY_VERIFY(sheet->toField()->count() > 0);
        QTRY_VERIFY(sheet->toField()->hasFocus());
        sheet->toField()->lineEdit()->selectAll();
        QTest::keyClicks(sheet->toField()->lineEdit(), u"no.such"_s);
        QCOMPARE(sheet->note(), u"There is no topic no.such"_s);
        QVERIFY(!sheet->button()->isEnabled());
        sheet->toField()->setCurrentText(u"shop.payments.v1"_s);
        sheet->samePartition()->setChecked(true);
        QCOMPARE(sheet->note(), u"shop.payments.v1 has no partition 7"_s);
        sheet->samePartition()->setChecked(false);
        sheet->rateField()->setValue(100);
        picture(u"replay"_s);
        QSignalSpy replayed(sheet, &ReplaySheet::replayed);
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(replayed.count(), 1);
        QCOMPARE(said(sheet->results()), u"2 of 2 written|"_s);
        const auto request = in([](const StreamsWorld& w) { return w.replayed.back(); });
        QCOMPARE(request.to, u"shop.payments.v1"_s);
        QCOMPARE(request.perSecond, 100);
        QVERIFY(!sheet->button()->isEnabled()); // not twice by mistake
    }
};

PH_TEST_MAIN(QApplication, ProduceSheetTest)
#include "tst_producesheet.moc"
