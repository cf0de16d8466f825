// SPDX-License-Identifier: GPL-3.0-or-later
// Subjects, versions and new schemas with real keys on a cluster in memory; each state of the pane.
#include "streams/panel/diffview.h"
#include "streams/panel/schemaspane.h"
#include "streams/panel/sheettable.h"
#include "streams/panel/textrows.h"
#include "tests/streams/panel/servicefixture.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"
#include "ui/drafts.h"
#include "ui/editor/codeeditor.h"

#include <QComboBox>
#include <QSignalSpy>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using ui::PanelState;

class SchemasPaneTest final : public QObject, private ServiceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeServer(); }
    void cleanup() { drop(); }

    void subjectsAndVersions()
    {
        auto* pane = showPane<SchemasPane>();
        checkActs(pane);
        QTRY_COMPARE(pane->subject(), u"shop.orders.v1-value"_s);
        QTRY_COMPARE(pane->state(), PanelState::Ready);
        QTRY_COMPARE(rows(pane->versionList()), 2);
        QTRY_COMPARE(pane->version(), 2); // the newest
        QTRY_VERIFY(pane->text()->text().contains(u'\n'));
        QTRY_COMPARE(pane->levelField()->currentText(), u"BACKWARD"_s);
        const QString newest = pane->text()->text();
        QTest::keyClick(pane, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(pane->view(), SchemasPane::Difference);
        QTRY_VERIFY(pane->difference()->changes() > 0);
        picture(u"schemas"_s);
        // Any two that are chosen are compared, the older one first.
        in([](StreamsWorld& w) {
            auto& all = w.schemas[u"shop.orders.v1-value"_s];
            SchemaInfo third = all.front();
            third.version = 3;
            third.id = 1043;
            all.push_back(third);
            return 0;
        });
        pane->refresh();
        QTRY_COMPARE(rows(pane->versionList()), 3);
        pane->versionList()->setFocus();
        QTest::keyClick(pane->versionList(), Qt::Key_Up);
        QTRY_COMPARE(pane->version(), 3);
        QTRY_VERIFY(pane->difference()->toPlainText().contains("- "_L1));
        QTest::keyClick(pane->versionList(), Qt::Key_Down);
        QTRY_COMPARE(pane->version(), 2);
        QTest::keyClick(pane->versionList(), Qt::Key_Down, Qt::ShiftModifier);
        QTRY_COMPARE(pane->version(), 1);
        QTRY_VERIFY(pane->difference()->toPlainText().contains("+ "_L1));
        QTest::keyClick(pane->versionList(), Qt::Key_Up);
        QTRY_COMPARE(pane->version(), 2);
        QTest::keyClick(pane->versionList(), Qt::Key_Down);
        QTRY_COMPARE(pane->version(), 1);
        QTRY_VERIFY(!pane->text()->text().isEmpty() && pane->text()->text() != newest);
    }

    void aNewVersionIsCheckedAndRegistered()
    {
        auto* pane = showPane<SchemasPane>();
        QTRY_VERIFY(!pane->text()->text().isEmpty());
        QTest::keyClick(pane, Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(pane->view(), SchemasPane::Edit);
        QCOMPARE(pane->editor()->text(), pane->text()->text());
        const auto judged = [&](const Compatibility& as) {
            in([as](StreamsWorld& w) { return (w.compatibility = as).compatible; });
        };
        const QString typed = u"{\"type\":\"string\"}"_s;
        judged({false, {u"READER_FIELD_MISSING_DEFAULT_VALUE: z"_s}});
        pane->editor()->replaceAll(typed);
        // It is held back, whether somebody asked for the check or not.
        QTRY_VERIFY(pane->registerButton()->isEnabled());
        QTest::keyClick(pane, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(pane->verdict().contains("READER_FIELD_MISSING"_L1));
        QVERIFY(!pane->registerButton()->isEnabled());
        QCOMPARE(pane->registerButton()->toolTip(), pane->verdict());
        QTest::keyClick(pane, Qt::Key_Return, Qt::ControlModifier);
        QTest::mouseClick(pane->registerButton(), Qt::LeftButton);
        QVERIFY(m_bench->acts().empty());
        picture(u"schemas-edit"_s);
        // Another text is another question.
        judged({true, {}});
        QTest::keyClicks(pane->editor()->focusProxy() ? pane->editor()->focusProxy()
                                                      : static_cast<QWidget*>(pane->editor()),
            u" "_s);
        QTRY_VERIFY(pane->editor()->text() != typed);
        QVERIFY(pane->registerButton()->isEnabled());
        QTRY_VERIFY(pane->verdict().contains("BACKWARD"_L1)); // it is asked unasked
        QTest::keyClick(pane, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(sent().size(), 1);
        QCOMPARE(m_bench->acts().size(), size_t(1));
        QVERIFY(sent().front().contains("shop.orders.v1-value"_L1));
        QTRY_COMPARE(pane->view(), SchemasPane::Text);
        QTRY_COMPARE(pane->version(), 3);
        QTRY_VERIFY(pane->text()->text().contains("string"_L1));
        QCOMPARE(pane->editor()->text(), pane->text()->text());
    }

    void whatCannotBeCheckedIsSaid()
    {
        setError("check", {Error::Kind::Unsupported, u"shop-kafka"_s, u"404"_s, {}, {}});
        auto* pane = showPane<SchemasPane>();
        QTRY_VERIFY(!pane->text()->text().isEmpty());
        QTest::keyClick(pane, Qt::Key_E, Qt::ControlModifier);
        pane->editor()->replaceAll(u"{\"type\":\"string\"}"_s);
        QTest::keyClick(pane, Qt::Key_F7);
        QTRY_VERIFY(pane->verdict().contains("cannot check"_L1));
        QVERIFY(pane->registerButton()->isEnabled());
        // One that does not answer has not said yes: nothing is sent before it has.
        setError("check", {Error::Kind::Timeout, u"shop-kafka"_s, {}, {}, {}});
        pane->editor()->replaceAll(u"{\"type\":\"bytes\"}"_s);
        QTest::keyClick(pane, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(pane->verdict().startsWith("Not checked"_L1));
        QVERIFY(m_bench->acts().empty());
        clearErrors();
        QTest::keyClick(pane, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(sent().size(), 1);
    }

    // What was typed is there again, after another subject and in another window.
    void editsAreKept()
    {
        in([](StreamsWorld& w) {
            SchemaInfo other = w.schemas.begin()->second.front();
            other.subject = u"zebra-value"_s;
            w.schemas[other.subject].push_back(other);
            return 0;
        });
        const QString typed = u"{\"type\":\"long\"}"_s;
        auto* pane = showPane<SchemasPane>();
        QTRY_VERIFY(!pane->text()->text().isEmpty());
        const QString before = pane->editor()->text();
        QTest::keyClick(pane, Qt::Key_E, Qt::ControlModifier);
        QSignalSpy changed(pane, &SchemasPane::editsChanged);
        const auto marked = [&](const SchemasPane* of) {
            return of->subjectList()->model()->index(0, 0).data(SheetTable::GlyphRole).toInt()
                == int(ui::Glyph::Changed);
        };
        QVERIFY(!pane->hasEdits() && !marked(pane));
        pane->editor()->replaceAll(typed);
        QCOMPARE(changed.count(), 1);
        QVERIFY(pane->hasEdits() && marked(pane));
        pane->showSubject(u"zebra-value"_s);
        QTRY_COMPARE(pane->subject(), u"zebra-value"_s);
        QTRY_VERIFY(pane->editor()->text() != typed);
        pane->showSubject(u"shop.orders.v1-value"_s);
        QTRY_COMPARE(pane->editor()->text(), typed);
        auto* other = showPane<SchemasPane>();
        QTRY_COMPARE(other->editor()->text(), typed);
        QVERIFY(other->verdict().contains("not registered"_L1));
        QTRY_VERIFY(marked(other));
        QVERIFY(other->hasEdits());
        other->showView(SchemasPane::Edit);
        other->subjectList()->setFocus();
        QTest::keyClick(other->subjectList(), Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(other->editor()->text(), before);
        QVERIFY(m_bench->drafts().keys().isEmpty());
        QVERIFY(!other->hasEdits() && !marked(other));
    }

    void aLevelIsSet()
    {
        auto* pane = showPane<SchemasPane>();
        QTRY_COMPARE(pane->levelField()->currentText(), u"BACKWARD"_s);
        QTRY_VERIFY(pane->levelField()->isEnabled());
        pane->levelField()->setFocus();
        QTest::keyClick(pane->levelField(), Qt::Key_Down);
        QTRY_COMPARE(sent(), QStringList{u"setLevel shop.orders.v1-value BACKWARD_TRANSITIVE"_s});
        QTRY_COMPARE(pane->levelField()->currentText(), u"BACKWARD_TRANSITIVE"_s);
        m_bench->setAnswer(FakeWorkbench::Answer::Cancel);
        QTest::keyClick(pane->levelField(), Qt::Key_Down);
        QCOMPARE(pane->levelField()->currentText(), u"BACKWARD_TRANSITIVE"_s); // it still holds
    }

    void schemasInEachState()
    {
        setSilent("subjects");
        auto* pane = showPane<SchemasPane>();
        QTRY_COMPARE(pane->state(), PanelState::Loading);
        speak();
        QTRY_COMPARE(pane->state(), PanelState::Ready);
        setError("subjects", {Error::Kind::Timeout, u"shop-kafka"_s, {}, {}, {}});
        pane->refresh();
        QTRY_COMPARE(pane->state(), PanelState::Stale);
        clearErrors();
        in([](StreamsWorld& w) {
            w.schemas.clear();
            return 0;
        });
        pane->refresh();
        QTRY_COMPARE(pane->state(), PanelState::Empty);
        setError("subjects", {Error::Kind::Refused, u"shop-kafka"_s, u"nobody"_s, {}, {}});
        auto* other = showPane<SchemasPane>();
        QTRY_COMPARE(other->state(), PanelState::Error);
        picture(u"schemas-error"_s);
    }

    void deletedSubjectsAreMarked()
    {
        in([](StreamsWorld& w) {
            w.deletedSubjects = {u"old-value"_s};
            return 0;
        });
        auto* pane = showPane<SchemasPane>();
        QTRY_COMPARE(rows(pane->subjectList()), 2);
        QVERIFY(cell(pane->subjectList(), 1, 0).contains("deleted"_L1));
        pane->showSubject(u"old-value"_s);
        QTRY_COMPARE(pane->subject(), u"old-value"_s);
        QVERIFY(!pane->levelField()->isEnabled());
    }
};

PH_TEST_MAIN(QApplication, SchemasPaneTest)
#include "tst_schemaspane.moc"
