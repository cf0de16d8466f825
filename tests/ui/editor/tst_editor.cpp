// SPDX-License-Identifier: GPL-3.0-or-later
// The editor by its keys: completion, comments, find, and positions beyond ASCII.
#include "ui/editor/codeeditor.h"
#include "ui/theme/theme.h"

#include "tests/support/testmain.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <Qsci/qsciscintilla.h>

using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

class EditorTest final : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;
    std::unique_ptr<CodeEditor> m_editor;

    QWidget* field() { return m_editor->focusProxy(); }

private Q_SLOTS:
    void initTestCase() { m_theme.install(*qApp); }
    void init()
    {
        m_editor = std::make_unique<CodeEditor>(CodeLanguage::Sql, u"SQL"_s);
        m_editor->resize(600, 300);
        m_editor->show();
        m_editor->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
        field()->setFocus();
    }
    void cleanup() { m_editor.reset(); }

    void positionsCountUtf16()
    {
        m_editor->setText(u"SELECT '臺北 🚀', x"_s);
        const auto x = m_editor->text().indexOf(u'x');
        m_editor->setCaret(x);
        QCOMPARE(m_editor->caret(), x);
        QTest::keyClicks(field(), u"ab"_s);
        QCOMPARE(m_editor->text(), u"SELECT '臺北 🚀', abx"_s);
        QCOMPARE(m_editor->caret(), x + 2);
    }

    void completesNothingOutsideTheScreens()
    {
        m_editor->setCompletion(
            [](const QString&, qsizetype) {
                CodeSuggestions s;
                s.items = {{u"customers"_s, 0}, {u"customer_id"_s, 0}};
                return s;
            },
            {});
        const QRect screen = m_editor->screen()->geometry();
        // Half out at each side, and wholly.
        for (const QPoint& place : {QPoint(screen.right() - 60, 100), QPoint(-550, 100),
                 QPoint(100, screen.bottom() - 5), QPoint(screen.right() + 500, 100)}) {
            m_editor->move(place);
            m_editor->setText({});
            for (int i = 0; i < 40; ++i)
                QTest::keyClicks(field(), u"c"_s);
            QCOMPARE(m_editor->text().size(), 40);
        }
    }

    void aSelectionTypedOverIsNone()
    {
        m_editor->setText(u"SELECT 1"_s);
        QCOMPARE(m_editor->selectionStart(), qsizetype(-1));
        QTest::keyClick(field(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_editor->selectionStart(), qsizetype(0));
        QCOMPARE(m_editor->selectedText(), u"SELECT 1"_s);
        QTest::keyClicks(field(), u"SELECT 2"_s);
        QCOMPARE(m_editor->text(), u"SELECT 2"_s);
        QCOMPARE(m_editor->selectionStart(), qsizetype(-1));
        QCOMPARE(m_editor->selectedText(), QString());
    }

    void completesWhileTyping()
    {
        qsizetype askedAt = -1;
        m_editor->setCompletion(
            [&](const QString&, qsizetype caret) {
                askedAt = caret;
                CodeSuggestions s;
                s.replaceFrom = 7;
                s.items = {{u"customers"_s, 0}, {u"customer_id"_s, 0}};
                return s;
            },
            {});
        m_editor->setText(u"SELECT "_s);
        m_editor->setCaret(7);
        QTest::keyClicks(field(), u"cu"_s);
        QCOMPARE(askedAt, 9);
        QTest::keyClick(field(), Qt::Key_Tab);
        QCOMPARE(m_editor->text(), u"SELECT customers"_s);
    }

    void escapeClosesTheListFirst()
    {
        m_editor->setCompletion(
            [](const QString&, qsizetype) {
                return CodeSuggestions{0, {{u"select"_s, 0}, {u"set"_s, 0}}};
            },
            {});
        QTest::keyClicks(field(), u"s"_s);
        QVERIFY(m_editor->closeInnermost());
        QVERIFY(!m_editor->closeInnermost());
        QTest::keyClick(field(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(m_editor->closeInnermost());
        QVERIFY(!m_editor->closeInnermost());
    }

    void commentsComeAndGo()
    {
        m_editor->setText(u"SELECT 1;\nSELECT 2;\n"_s);
        m_editor->setCaret(12);
        QTest::keyClick(field(), Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(m_editor->text(), u"SELECT 1;\n-- SELECT 2;\n"_s);
        QTest::keyClick(field(), Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(m_editor->text(), u"SELECT 1;\nSELECT 2;\n"_s);
        QTest::keyClick(field(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field(), Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(m_editor->text(), u"-- SELECT 1;\n-- SELECT 2;\n"_s);
    }

    void findsAndWraps()
    {
        m_editor->setText(u"one two one"_s);
        QTest::keyClick(field(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"ONE"_s);
        QCOMPARE(m_editor->selectionStart(), 0);
        QTest::keyClick(field(), Qt::Key_F3);
        QCOMPARE(m_editor->selectionStart(), 8);
        QTest::keyClick(field(), Qt::Key_F3);
        QCOMPARE(m_editor->selectionStart(), 0);
        QTest::keyClick(field(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(m_editor->selectionStart(), 8);
    }

    void theScrollBarGoesWithTheLongLine()
    {
        auto* edit = qobject_cast<QsciScintilla*>(field());
        QVERIFY(edit);
        m_editor->setText(u"SELECT "_s + QString(300, u'x') + u'\n');
        QTRY_VERIFY(edit->horizontalScrollBar()->maximum() > 0);
        m_editor->setCaret(0);
        for (int i = 0; i < 2; ++i) // the line, then its end
            QTest::keyClick(field(), Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClicks(field(), u"SELECT 1"_s);
        QTRY_COMPARE(edit->horizontalScrollBar()->maximum(), 0);
    }

    void windowKeysPassThrough()
    {
        int triggered = 0;
        auto* action = new QAction(m_editor.get());
        action->setShortcut(QKeySequence(u"Ctrl+L"_s));
        connect(action, &QAction::triggered, m_editor.get(), [&] { ++triggered; });
        m_editor->addAction(action);
        m_editor->setText(u"keep this line"_s);
        QTest::keyClick(field(), Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(triggered, 1);
        QCOMPARE(m_editor->text(), u"keep this line"_s);
    }

    void undoGoesBackOverReplaceAll()
    {
        m_editor->setText(u"a"_s);
        m_editor->replaceAll(u"b"_s);
        QTest::keyClick(field(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_editor->text(), u"a"_s);
    }

    void hugeScriptStaysUsable()
    {
        const QString line = u"INSERT INTO t VALUES (1, 'some text that fills the line');\n"_s;
        QElapsedTimer clock;
        clock.start();
        m_editor->setText(line.repeated(200'000)); // 11 MB
        m_editor->setCaret(m_editor->text().size());
        QTest::keyClicks(field(), u"x"_s);
        qInfo("11 MB set, jumped to its end, typed: %lld ms", clock.elapsed());
        QVERIFY(m_editor->text().endsWith(u'x'));
        QVERIFY(clock.elapsed() < 20'000);
    }

    // What is drawn must be as wide as what was measured, or letters overlap where a colour ends.
    void drawsAsWideAsItMeasures()
    {
        for (const QString& language : {u"en"_s, u"zh_TW"_s}) {
            m_theme.setLanguage(language);
            m_editor->setText(u"customer_id, customer_id, customer_id, c"_s);
            auto* sci = m_editor->findChild<QsciScintilla*>();
            QVERIFY(sci);
            const auto x = [sci](long position) {
                return sci->SendScintilla(QsciScintillaBase::SCI_POINTXFROMPOSITION, 0ul, position);
            };
            QFont named;
            named.setFamily(m_theme.font(TextStyle::Mono).family());
            named.setPointSizeF(m_theme.font(TextStyle::Mono).pointSizeF());
            named.setWeight(QFont::Normal);
            const QFont drawn = named.resolve(sci->font());
            const double width = QFontMetricsF(drawn).horizontalAdvance(m_editor->text());
            QVERIFY2(std::abs(width - double(x(40) - x(0))) <= 1.5,
                qPrintable(u"%1 drawn, %2 measured"_s.arg(width).arg(x(40) - x(0))));
        }
        m_theme.setLanguage(u"en"_s);
    }

    void followsTheTheme()
    {
        m_theme.setMode(Theme::Mode::Light);
        const QImage light = m_editor->grab().toImage();
        m_theme.setMode(Theme::Mode::Dark);
        const QImage dark = m_editor->grab().toImage();
        QCOMPARE(light.pixelColor(400, 250),
            m_theme.color(Token::Surface).lightnessF() < 0.5 ? QColor(Qt::white)
                                                             : light.pixelColor(400, 250));
        QCOMPARE(dark.pixelColor(400, 250), m_theme.color(Token::Surface));
    }
};

PH_TEST_MAIN(QApplication, EditorTest)
#include "tst_editor.moc"
