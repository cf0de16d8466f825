// SPDX-License-Identifier: GPL-3.0-or-later
// Adding a part to a value: what is there already is never overwritten by it, and is one key away.
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

class QueueAddsTest final : public QObject, private QueueFixture
{
    Q_OBJECT

    EditBar* bar() const { return inspector()->bar(); }
    ValueModel* model() const { return inspector()->model(); }

    static void type(const QString& text)
    {
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(field);
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    // Ctrl+N, both fields, Enter.
    void add(const QString& first, const QString& second)
    {
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(bar()->isVisible());
        type(first);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        type(second);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    QByteArray heldIn(const QByteArray& key, int row) const
    {
        const std::lock_guard lock(m_data->mutex);
        return m_data->keys.value(key).rows.at(size_t(row)).value;
    }
    void picture(const QString& name) const
    {
        const QString folder = qEnvironmentVariable("PH_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(m_panel->grab().save(u"%1/%2.png"_s.arg(folder, name)));
    }

private Q_SLOTS:
    void init()
    {
        makeBench();
        std::vector<ValueRow> rows;
        for (const QByteArray field : {"first", "second", "third"})
            rows.push_back({field, "old " + field, -1, {}, {}, 4 + field.size()});
        put("hash", KeyType::Hash, rows);
        for (int i = 0; i < 150; ++i) {
            const QByteArray n = QByteArray::number(i);
            rows.push_back({"field " + n, "value " + n, -1, {}, {}, 6 + n.size()});
        }
        put("long", KeyType::Hash, rows);
        put("zset", KeyType::SortedSet, {{{}, "m", 0, "1", {}, 1}});
        put("set", KeyType::Set, {{{}, "m", -1, {}, {}, 1}});
        addService(WriteMode::On);
        openPanel();
    }
    void cleanup() { drop(); }

    void aFieldOfThatNameStays()
    {
        choose("hash");
        QTRY_COMPARE(model()->rowCount(), 3);
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        type(u"second"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        type(u"mine"_s);
        QCOMPARE(bar()->preview()->statement(), u"HSETNX hash second mine"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!bar()->note().isEmpty());
        QVERIFY(bar()->isVisible() && bar()->way()->isVisible());
        QVERIFY(sent().isEmpty());
        QCOMPARE(heldIn("hash", 1), QByteArray("old second"));
        QVERIFY(m_bench->errors().empty()); // told where it was typed, and nowhere else
        picture(u"field-is-there"_s);

        QTest::mouseClick(bar()->way(), Qt::LeftButton);
        QTRY_COMPARE(inspector()->table()->currentIndex().row(), 1);
        auto* field = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
        QVERIFY(field);
        QVERIFY(!bar()->isVisible());
        QCOMPARE(field->toPlainText(), u"old second"_s);
        auto* value = qobject_cast<TextValue*>(field->parentWidget());
        QVERIFY(value);
        QCOMPARE(value->conflict()->state(), ConflictBar::State::TheirsShown);
        picture(u"field-found"_s);
        QTest::mouseClick(value->conflict()->first(), Qt::LeftButton); // what was typed
        QCOMPARE(field->toPlainText(), u"mine"_s);
        QTest::keyClick(field, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(sent(), QStringList{u"HSET hash second mine"_s});
        QCOMPARE(heldIn("hash", 1), QByteArray("mine"));
        QTRY_VERIFY(m_bench->drafts().keys().isEmpty());
    }

    void anotherNameIsTypedInstead()
    {
        choose("hash");
        QTRY_COMPARE(model()->rowCount(), 3);
        add(u"second"_s, u"mine"_s);
        QTRY_VERIFY(bar()->way()->isVisible());
        type(u"fourth"_s);
        QVERIFY(!bar()->way()->isVisible()); // it was for the other name
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(sent(), QStringList{u"HSETNX hash fourth mine"_s});
        QTRY_COMPARE(model()->rowCount(), 4);
        QVERIFY(m_bench->drafts().keys().isEmpty());
    }

    // Its row need not be loaded, and is loaded once.
    void aFieldBeyondTheFirstPageIsFound()
    {
        choose("long");
        QTRY_COMPARE(model()->rowCount(), 100);
        add(u"field 140"_s, u"mine"_s);
        QTRY_VERIFY(bar()->way()->isVisible());
        QTest::mouseClick(bar()->way(), Qt::LeftButton);
        QTRY_COMPARE(model()->rowCount(), 101);
        QCOMPARE(inspector()->table()->currentIndex().row(), 100);
        QCOMPARE(model()->row(100).value, QByteArray("value 140"));
        inspector()->loadMore();
        QTRY_COMPARE(model()->rowCount(), 153);
        QVERIFY(model()->next().isEmpty());
    }

    void aMemberKeepsItsScore()
    {
        choose("zset");
        QTRY_COMPARE(model()->rowCount(), 1);
        add(u"7"_s, u"m"_s);
        QTRY_VERIFY(bar()->way()->isVisible());
        QVERIFY(sent().isEmpty());
        QTest::mouseClick(bar()->way(), Qt::LeftButton);
        QTRY_VERIFY(bar()->isVisible() && !bar()->way()->isVisible());
        QVERIFY(bar()->note().contains(u'1'));
        QCOMPARE(bar()->preview()->statement(), u"ZADD zset 7 m"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(sent(), QStringList{u"ZADD zset 7 m"_s});
    }

    void aMemberOfASetIsTold()
    {
        choose("set");
        QTRY_COMPARE(model()->rowCount(), 1);
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        type(u"m"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(bar()->isVisible() && !bar()->note().isEmpty());
        QVERIFY(!bar()->way()->isVisible()); // it has nothing to edit
        QVERIFY(sent().isEmpty());
    }

    void aKeyThatIsGoneIsNotMadeAnew()
    {
        choose("hash");
        QTRY_COMPARE(model()->rowCount(), 3);
        somebodyDeletes("hash");
        add(u"fourth"_s, u"mine"_s);
        QTRY_COMPARE(m_bench->errors().size(), size_t(1));
        QCOMPARE(m_bench->errors().front().kind, Error::Kind::NotFound);
        QVERIFY(sent().isEmpty());
        QTRY_VERIFY(!m_panel->keys()->scan().model()->indexOf("hash").isValid());
    }
};

PH_TEST_MAIN(QApplication, QueueAddsTest)
#include "tst_queueadds.moc"
