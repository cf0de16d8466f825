// SPDX-License-Identifier: GPL-3.0-or-later
// Dead letters while more come, and edits that are not finished: nothing moves by itself, nothing
// that was typed is lost.
#include "streams/panel/deadletterpanel.h"
#include "streams/panel/messagebytes.h"
#include "streams/panel/messageform.h"
#include "streams/panel/sheettable.h"
#include "tests/streams/panel/sheetfixture.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/drafts.h"
#include "ui/editor/codeeditor.h"

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

Message letterOf(int partition, qint64 offset, std::vector<MessageHeader> headers)
{
    Message message;
    message.topic = u"dlq.orders"_s;
    message.partition = partition;
    message.offset = offset;
    message.timestamp = 1'773'726'000'000 + offset * 1000;
    message.key = "k" + QByteArray::number(offset);
    message.value = "{\"order_id\":" + QByteArray::number(offset) + "}";
    message.valueSize = message.value.size();
    message.headers = std::move(headers);
    return message;
}

} // namespace

class LettersFollowTest final : public QObject, private SheetFixture
{
    Q_OBJECT

    DeadLetterPanel* openPanel(const QString& topic = u"dlq.orders"_s)
    {
        auto* panel = show(std::make_unique<DeadLetterPanel>(*m_bench, service()), {1389, 766});
        panel->restoreState({{u"topic"_s, topic}});
        return panel;
    }

private Q_SLOTS:
    void init()
    {
        makeServer();
        in([](StreamsWorld& w) {
            auto& all = w.messages[u"dlq.orders"_s];
            all.clear();
            for (int i = 0; i < 6; ++i)
                all.push_back(letterOf(i % 3, i, {}));
            return 0;
        });
    }
    void cleanup() { drop(); }

    // Half a byte is no message yet, and not nothing either.
    void anUnfinishedHexEditIsKept()
    {
        const auto choose = [](DeadLetterPanel* panel) {
            panel->filter()->setText(u"k3"_s);
            panel->table()->selectRow(0);
        };
        DeadLetterPanel* panel = openPanel();
        QTRY_COMPARE(panel->state(), ui::Panel::State::Ready);
        choose(panel);
        panel->form()->valueKind()->setCurrentIndex(int(BytesKind::Hex));
        QCOMPARE(panel->model()->edits(), 0); // the same bytes, written otherwise
        panel->form()->editor()->setText(u"7b 7"_s);
        QVERIFY(!panel->form()->problem().isEmpty());
        QCOMPARE(panel->model()->edits(), 1);
        QVERIFY(panel->hasUnsavedWork());
        panel->table()->setFocus();
        QTest::keyClick(panel->table(), Qt::Key_Space);
        QVERIFY(!panel->redriveButton()->isEnabled());
        // Another letter is looked at: what is not finished is still not written.
        panel->filter()->setText(u"k4"_s);
        panel->table()->selectRow(0);
        QVERIFY(panel->form()->problem().isEmpty());
        QVERIFY2(panel->note().contains(u"not finished"), qPrintable(panel->note()));
        QVERIFY(!panel->redriveButton()->isEnabled());
        panel = openPanel(); // closed and opened again
        QTRY_COMPARE(panel->state(), ui::Panel::State::Ready);
        QCOMPARE(panel->model()->edits(), 1);
        choose(panel);
        QCOMPARE(panel->form()->valueKind()->currentIndex(), int(BytesKind::Hex));
        QCOMPARE(panel->form()->editor()->text(), u"7b 7"_s);
        panel->form()->editor()->setText(u"7b 7d"_s);
        QVERIFY(panel->form()->problem().isEmpty());
        QCOMPARE(panel->model()->draft(panel->model()->rowOf({0, 3})).value, QByteArray("{}"));
        QTest::keyClick(panel->table(), Qt::Key_Backspace, Qt::ControlModifier);
        QCOMPARE(panel->model()->edits(), 0);
        QVERIFY(m_bench->drafts().keys().isEmpty());
    }

    void newLettersAreCountedAndListedWhenAskedFor()
    {
        in([](StreamsWorld& w) {
            auto& all = w.messages[u"dlq.orders"_s];
            all.clear();
            for (int i = 0; i < 3; ++i)
                all.push_back(letterOf(0, i, {}));
            return 0;
        });
        DeadLetterPanel* panel = openPanel();
        QTRY_COMPARE(panel->state(), ui::Panel::State::Ready);
        const auto begun = [this] {
            return in([](const StreamsWorld& w) { return w.tails.size(); });
        };
        QTRY_COMPARE(begun(), size_t(1));
        const auto come = [this](qint64 from, qint64 to) {
            const int rounds = m_world->tailRounds; // the reading has begun
            QTRY_VERIFY(m_world->tailRounds > rounds + 2);
            in([&](StreamsWorld& w) {
                for (qint64 i = from; i < to; ++i)
                    w.messages[u"dlq.orders"_s].push_back(letterOf(0, i, {}));
                return 0;
            });
        };
        panel->table()->selectRow(1); // offset 1
        panel->form()->editor()->setText(u"{\"order_id\":7}"_s);
        panel->table()->setFocus();
        QTest::keyClick(panel->table(), Qt::Key_Space);
        come(3, 6);
        QTRY_COMPARE(panel->newLetters(), 3);
        QVERIFY(panel->newButton()->isVisible());
        QVERIFY(panel->newButton()->text().startsWith(u"3 new"));
        picture(u"deadletters-new"_s);
        QCOMPARE(panel->model()->rowCount(), 3); // nothing moves by itself
        QTest::keyClick(panel->table(), Qt::Key_F5);
        QTRY_COMPARE(panel->model()->rowCount(), 6);
        QTRY_COMPARE(panel->newLetters(), 0);
        QVERIFY(!panel->newButton()->isVisible());
        QCOMPARE(panel->model()->chosen().size(), size_t(1));
        QCOMPARE(panel->model()->edits(), 1);
        QCOMPARE(panel->form()->editor()->text(), u"{\"order_id\":7}"_s);
        // Those that came while nobody looked are counted too.
        QTRY_COMPARE(begun(), size_t(2));
        panel->hide();
        QCOMPARE(panel->newLetters(), 0);
        panel->show();
        QTRY_COMPARE(begun(), size_t(3));
        come(6, 7);
        QTRY_COMPARE(panel->newLetters(), 1);
        QTest::mouseClick(panel->newButton(), Qt::LeftButton);
        QTRY_COMPARE(panel->model()->rowCount(), 7);
    }

    void intoAnEmptyListTheyComeByThemselves()
    {
        in([](StreamsWorld& w) { return w.messages[u"dlq.orders"_s].clear(), 0; });
        DeadLetterPanel* panel = openPanel();
        QTRY_COMPARE(panel->state(), ui::Panel::State::Empty);
        QTRY_COMPARE(in([](const StreamsWorld& w) { return w.tails.size(); }), size_t(1));
        const int rounds = m_world->tailRounds;
        QTRY_VERIFY(m_world->tailRounds > rounds + 2);
        in([](StreamsWorld& w) {
            w.messages[u"dlq.orders"_s].push_back(letterOf(0, 0, {}));
            return 0;
        });
        QTRY_COMPARE(panel->model()->rowCount(), 1);
        QTRY_COMPARE(panel->state(), ui::Panel::State::Ready);
    }
};

PH_TEST_MAIN(QApplication, LettersFollowTest)
#include "tst_lettersfollow.moc"
