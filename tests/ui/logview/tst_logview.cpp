// SPDX-License-Identifier: GPL-3.0-or-later
// The log view with real keys and pointer: moving, filters, search, selection, folding, following,
// hostile lines, accessibility. PILOTHOUSE_TEST_PICTURES=DIR writes what was drawn.
#include "tests/support/await.h"
#include "tests/support/cputime.h"
#include "tests/support/testmain.h"
#include "tests/support/warnings.h"
#include "tests/ui/logview/logscenes.h"
#include "ui/logview/logbar.h"
#include "ui/logview/logview.h"
#include "ui/theme/theme.h"

#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace pilothouse;
using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

namespace
{

struct Window {
    explicit Window(Runtime& runtime)
        : view(new LogView(runtime, &box))
        , bar(new LogBar(*view, &box))
    {
        auto* layout = new QVBoxLayout(&box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(bar);
        layout->addWidget(view, 1);
        box.resize(846, 420);
        setPlate(&box, ui::Token::Surface);
        view->setTimeZone(QTimeZone::utc());
    }
    std::shared_ptr<LogStore> show(Runtime& runtime, void (*feed)(LogStore&))
    {
        auto store = std::make_shared<LogStore>(runtime);
        view->setStore(store);
        if (feed)
            feed(*store);
        box.show();
        (void)QTest::qWaitForWindowActive(&box);
        view->setFocus();
        return store;
    }
    QLineEdit* field() { return bar->findChild<QLineEdit*>(); }

    QWidget box;
    LogView* view;
    LogBar* bar;
};

} // namespace

class TestLogView final : public QObject
{
    Q_OBJECT

    void picture(QWidget& widget, const QString& name)
    {
        const QString folder = qEnvironmentVariable("PILOTHOUSE_TEST_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(widget.grab().save(folder + u'/' + name + u".png"_s));
    }
    static QRect boxOf(LogView& view, qint64 row)
    {
        for (const auto& [number, box] : view.visibleRows())
            if (number == row)
                return box;
        return {};
    }
    static bool sees(LogView& view, qint64 row) { return boxOf(view, row).isValid(); }

    QTemporaryDir m_folder;
    Theme m_theme;

private Q_SLOTS:
    void initTestCase()
    {
        m_theme.setMode(Theme::Mode::Dark);
        m_theme.install(*qApp);
    }

    void looksLikeTheDesign()
    {
        Runtime runtime;
        Window window(runtime);
        const auto store = window.show(runtime, test::feedDesignLog);
        QTRY_COMPARE(store->rowCount(), 226);
        window.view->setFollow(true);
        window.bar->setFindText(u"48211"_s);
        QTRY_COMPARE(window.view->matchPlace(), (LogView::MatchPlace{1, 1}));
        QCOMPARE(window.view->currentRow(), 222);
        window.view->setFollow(true);
        QCOMPARE(store->warnings(), 2);
        QCOMPARE(store->errors(), 1);
        window.bar->refresh();
        picture(window.box, u"log-dark"_s);
        m_theme.setMode(Theme::Mode::Light);
        picture(window.box, u"log-light"_s);
        m_theme.setMode(Theme::Mode::Dark);
        window.view->setFilter(LogFilter::Errors);
        picture(window.box, u"log-errors"_s);
        QCOMPARE(window.view->visibleRows().size(), size_t(6));
    }

    void keysMove()
    {
        Runtime runtime;
        Window window(runtime);
        LogView& view = *window.view;
        const auto store
            = window.show(runtime, [](LogStore& s) { test::feedLongLog(s, 0, 50'000); });
        QTRY_COMPARE(store->rowCount(), 50'000);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentRow(), 0);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentRow(), 1);
        QTest::keyClick(&view, Qt::Key_PageDown);
        QVERIFY(view.currentRow() > 10 && sees(view, view.currentRow()));
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.currentRow(), 49'999);
        QVERIFY(sees(view, 49'999));
        QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
        QTest::keyClick(&view, Qt::Key_PageUp);
        QVERIFY(view.currentRow() < 49'999);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.currentRow(), 0);
        QTest::keyClick(&view, Qt::Key_E);
        QCOMPARE(view.currentRow(), 500);
        QVERIFY(sees(view, 500));
        QTest::keyClick(&view, Qt::Key_E);
        QCOMPARE(view.currentRow(), 10'500);
        QTest::keyClick(&view, Qt::Key_E, Qt::ShiftModifier);
        QCOMPARE(view.currentRow(), 500);
        QTest::keyClick(&view, Qt::Key_E, Qt::ShiftModifier); // around the begin
        QCOMPARE(view.currentRow(), 40'500);
        QTest::keyClick(&view, Qt::Key_W);
        QCOMPARE(view.currentRow(), 41'007);
        QTest::keyClick(&view, Qt::Key_W, Qt::ShiftModifier);
        QCOMPARE(view.currentRow(), 40'007);
        QVERIFY(view.jumpTo(u"12345"_s));
        QCOMPARE(view.currentRow(), 12'344);
        QVERIFY(view.jumpTo(u"13:50:31.902"_s));
        QTRY_COMPARE(view.currentRow(), 10'000);
        QVERIFY(view.jumpTo(u"2026-03-17 13:50:22"_s));
        QTRY_COMPARE(view.currentRow(), 98);
        QVERIFY(!view.jumpTo(u"soon"_s));
        QSignalSpy find(&view, &LogView::findRequested);
        QTest::keyClick(&view, Qt::Key_Slash);
        QCOMPARE(find.size(), 1);
        QVERIFY(window.field()->hasFocus());
    }

    void filtersShowWhatTheyCount()
    {
        Runtime runtime;
        Window window(runtime);
        LogView& view = *window.view;
        const auto store
            = window.show(runtime, [](LogStore& s) { test::feedLongLog(s, 0, 50'000); });
        QTRY_COMPARE(store->rowCount(), 50'000);
        view.jumpToRow(20'500);
        view.setFilter(LogFilter::Errors);
        QCOMPARE(view.visibleRows().size(), size_t(15)); // five errors of three lines
        QVERIFY(sees(view, 20'502));
        QVERIFY(!sees(view, 20'503));
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentRow(), 20'501);
        view.setFilter(LogFilter::Warnings);
        QCOMPARE(store->shownCount(LogFilter::Warnings), 50);
        view.setFilter(LogFilter::All);
        QVERIFY(sees(view, view.currentRow()));
        // A jump to a line that the filter hides shows all lines again.
        view.setFilter(LogFilter::Warnings);
        view.jumpToRow(3);
        QCOMPARE(view.filter(), LogFilter::All);
        QVERIFY(sees(view, 3));
    }

    void searchFindsWhatGrepFinds()
    {
        Runtime runtime;
        Window window(runtime);
        LogView& view = *window.view;
        const auto store
            = window.show(runtime, [](LogStore& s) { test::feedLongLog(s, 0, 50'000); });
        QTRY_COMPARE(store->rowCount(), 50'000);
        QTest::keyClick(&view, Qt::Key_Slash);
        QTest::keyClicks(window.field(), u"needle5 "_s);
        std::vector<qint64> want;
        for (qint64 i = 5; i < 50'000; i += 977)
            want.push_back(i);
        QTRY_COMPARE(view.matchPlace().count, qint64(want.size()));
        QTRY_VERIFY(!view.search().isRunning());
        QCOMPARE(view.currentRow(), 5);
        QTest::keyClick(window.field(), Qt::Key_Return);
        QCOMPARE(view.currentRow(), want[1]);
        QTest::keyClick(window.field(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(window.field(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(view.currentRow(), want.back()); // around the begin
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_F3);
        QCOMPARE(view.currentRow(), want.front());
        for (const qint64 row : want)
            QVERIFY(view.search().rows(LogFilter::All).contains(row));
        // What comes later is searched too.
        test::feedLongLog(*store, 50'000, 10'000);
        QTRY_COMPARE(view.matchPlace().count, qint64(want.size()) + 10);
        window.bar->setRegex(true);
        window.bar->setFindText(u"^line \\d*99 "_s);
        QTRY_COMPARE(view.matchPlace().count, 600);
        window.bar->setFindText(u"(unclosed"_s);
        QVERIFY(!view.search().problem().isEmpty());
        QCOMPARE(view.matchPlace().count, 0);
        window.bar->setRegex(false);
        window.bar->setCaseSensitive(true);
        window.bar->setFindText(u"Line 1"_s);
        QTRY_VERIFY(!view.search().isRunning());
        QCOMPARE(view.matchPlace().count, 0);
        QTest::keyClick(window.field(), Qt::Key_Escape);
        QVERIFY(window.field()->text().isEmpty());
        QVERIFY(view.search().pattern().isEmpty());
        QTest::keyClick(window.field(), Qt::Key_Escape);
        QVERIFY(view.hasFocus());
        // Only within what a filter shows.
        window.bar->setFindText(u"line"_s);
        view.setFilter(LogFilter::Errors);
        QTRY_COMPARE(view.matchPlace().count, 18);
    }

    void followsAndStops()
    {
        Runtime runtime;
        Window window(runtime);
        LogView& view = *window.view;
        const auto store = window.show(runtime, [](LogStore& s) { test::feedLongLog(s, 0, 1000); });
        QTRY_COMPARE(store->rowCount(), 1000);
        auto* follow = window.bar->findChildren<QToolButton*>().constLast();
        QTest::keyClick(&view, Qt::Key_F);
        QVERIFY(view.follows() && follow->isChecked());
        QVERIFY(sees(view, 999));
        test::feedLongLog(*store, 1000, 500);
        QTRY_VERIFY(sees(view, 1499));
        QTest::keyClick(&view, Qt::Key_PageUp);
        QVERIFY(!view.follows() && !follow->isChecked());
        test::feedLongLog(*store, 1500, 300);
        QTRY_COMPARE(view.newLines(), 300);
        auto* chip = view.findChild<QPushButton*>();
        QTRY_VERIFY(chip->isVisible());
        QVERIFY2(chip->text().contains(u"300"_s), qPrintable(chip->text()));
        picture(window.box, u"log-new-lines"_s);
        QTest::mouseClick(chip, Qt::LeftButton);
        QVERIFY(view.follows());
        QVERIFY(!chip->isVisible());
        QVERIFY(sees(view, 1799));
        // The wheel lets go as well.
        QWheelEvent wheel(QPointF(50, 50), view.viewport()->mapToGlobal(QPointF(50, 50)), {},
            {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view.viewport(), &wheel);
        QVERIFY(!view.follows());
    }

    void copiesLinesAndText()
    {
        Runtime runtime;
        Window window(runtime);
        LogView& view = *window.view;
        const auto store = window.show(runtime, test::feedDesignLog);
        QTRY_COMPARE(store->rowCount(), 226);
        view.jumpToRow(215);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QSignalSpy copied(&view, &LogView::copied);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(copied.size(), 1);
        QCOMPARE(QApplication::clipboard()->text(),
            u"2026-03-17 13:52:22.405 WARN  sql.py:560 Statement waits on lock for 120 s\n"
            "2026-03-17 13:58:22.411 WARN  sql.py:560 Statement waits on lock for 480 s\n"_s);
        // Text inside lines, with the pointer.
        const QRect first = boxOf(view, 215);
        const QRect second = boxOf(view, 216);
        // The message begins where the pointer becomes a beam.
        int left = 0;
        for (int x = 200; x < 500 && left == 0; ++x) {
            QMouseEvent hover(QEvent::MouseMove, QPointF(x, first.center().y()),
                view.viewport()->mapToGlobal(QPointF(x, first.center().y())), Qt::NoButton,
                Qt::NoButton, Qt::NoModifier);
            QApplication::sendEvent(view.viewport(), &hover);
            if (view.viewport()->cursor().shape() == Qt::IBeamCursor)
                left = x + 3;
        }
        QVERIFY(left > 0);
        const auto column
            = int(QFontMetricsF(m_theme.font(TextStyle::Mono)).horizontalAdvance(u'0'));
        QTest::mousePress(view.viewport(), Qt::LeftButton, {},
            QPoint(left + 10 * column + 2, first.center().y()));
        QMouseEvent move(QEvent::MouseMove, QPointF(left + 9 * column + 2, second.center().y()),
            view.viewport()->mapToGlobal(QPointF(left, second.center().y())), Qt::NoButton,
            Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &move);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {},
            QPoint(left + 9 * column + 2, second.center().y()));
        QVERIFY(view.hasSelection());
        picture(window.box, u"log-selection"_s);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(copied.size(), 2);
        QCOMPARE(QApplication::clipboard()->text(), u"waits on lock for 120 s\nStatement"_s);
        // Double click takes the word.
        QTest::mouseDClick(
            view.viewport(), Qt::LeftButton, {}, QPoint(left + 12 * column, first.center().y()));
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(copied.size(), 3);
        QCOMPARE(QApplication::clipboard()->text(), u"waits"_s);
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(copied.size(), 4);
        QCOMPARE(copied[3][0].toLongLong(), 226);
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(!view.hasSelection());
    }

    void foldsGroupsAndShowsLongLines()
    {
        Runtime runtime;
        Window window(runtime);
        LogView& view = *window.view;
        const auto store = window.show(runtime, test::feedHostileLog);
        QTRY_COMPARE(store->rowCount(), 15);
        QCOMPARE(view.visibleRows().size(), size_t(15)); // nothing is folded by itself
        picture(window.box, u"log-hostile"_s);
        // The marks of a group are not text: a bold title, and a short rule at its end.
        QVERIFY(view.rowWords(7).endsWith(u"group Pre task execution logs"_s));
        QVERIFY(!view.rowWords(10).contains(u"::"_s));
        const auto ink = [&](qint64 row) {
            const QImage line = view.viewport()->grab(boxOf(view, row)).toImage();
            int count = 0;
            for (int y = 0; y < line.height(); ++y)
                for (int x = 0; x < line.width(); ++x)
                    count += line.pixel(x, y) != line.pixel(line.width() - 1, y) ? 1 : 0;
            return count;
        };
        const int endRule = ink(10) - ink(13); // a line without words
        QVERIFY2(endRule > 0 && endRule < 80, qPrintable(QString::number(endRule)));
        view.jumpToRow(7);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(view.visibleRows().size(), size_t(12));
        QVERIFY(!sees(view, 8));
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentRow(), 11);
        view.jumpToRow(9); // unfolds
        QVERIFY(sees(view, 8));
        view.jumpToRow(11);
        const int before = boxOf(view, 11).height();
        QTest::keyClick(&view, Qt::Key_Return); // all five megabytes
        QVERIFY(boxOf(view, 11).height() > 1000 * before);
        picture(window.box, u"log-long-line"_s);
        QTest::keyClick(&view, Qt::Key_End);
        QVERIFY(sees(view, 14));
        view.jumpToRow(11);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(boxOf(view, 11).height(), before);
        QTest::keyClick(&view, Qt::Key_Z, Qt::AltModifier);
        QVERIFY(boxOf(view, 12).height() > before || sees(view, 11));
        view.jumpToRow(12);
        QTRY_VERIFY(!view.horizontalScrollBar()->isVisible());
        picture(window.box, u"log-wrap"_s);
        QVERIFY(boxOf(view, 12).height() > before);
    }

    void speaksItsLines()
    {
        Runtime runtime;
        Window window(runtime);
        LogView& view = *window.view;
        const auto store = window.show(runtime, test::feedDesignLog);
        QTRY_COMPARE(store->rowCount(), 226);
        view.setFollow(true);
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->text(QAccessible::Name), u"Log"_s);
        QVERIFY(list->text(QAccessible::Description).contains(u"226"_s));
        QCOMPARE(list->childCount(), int(view.visibleRows().size()));
        bool found = false;
        for (int i = 0; i < list->childCount(); ++i) {
            QAccessibleInterface* line = list->child(i);
            QVERIFY(line && line->isValid());
            QCOMPARE(list->indexOfChild(line), i);
            QCOMPARE(line->parent(), list);
            QVERIFY(line->rect().isValid());
            found = found
                || line->text(QAccessible::Name)
                    == u"line 218, 14:01:22.418, error, taskinstance.py:441, Task failed with exception"_s;
        }
        QVERIFY(found);
        QTest::keyClick(&view, Qt::Key_End);
        QVERIFY(list->focusChild());
        QVERIFY(list->focusChild()->state().focused);
    }

    void remembersItsPlace()
    {
        Runtime runtime;
        Window window(runtime);
        LogView& view = *window.view;
        const auto store = window.show(runtime, [](LogStore& s) { test::feedLongLog(s, 0, 5000); });
        QTRY_COMPARE(store->rowCount(), 5000);
        view.jumpToRow(3000);
        const auto rows = view.visibleRows();
        const QJsonObject state = view.saveState();
        view.jumpToRow(0);
        view.restoreState(state);
        QVERIFY(view.visibleRows() == rows);
        QCOMPARE(view.currentRow(), 3000);
    }

    void savesToAFile()
    {
        Runtime runtime;
        Window window(runtime);
        const auto store = window.show(runtime, test::feedDesignLog);
        QTRY_COMPARE(store->rowCount(), 226);
        const QString path = m_folder.filePath(u"log.txt"_s);
        const auto task = window.view->saveTask(path);
        QCOMPARE(test::finish(*task), TaskStatus::State::Done);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines.size(), 227);
        QCOMPARE(lines[217],
            "2026-03-17 14:01:22.418 ERROR taskinstance.py:441 Task failed with exception");
        QCOMPARE(lines[218], "Traceback (most recent call last):");
    }

    void paintsFast()
    {
        Runtime runtime;
        Window window(runtime);
        window.box.resize(1440, 860);
        LogView& view = *window.view;
        const auto store
            = window.show(runtime, [](LogStore& s) { test::feedLongLog(s, 0, 200'000); });
        QTRY_COMPARE_WITH_TIMEOUT(store->rowCount(), 200'000, 60'000);
        view.find({u"needle1"_s});
        QTRY_VERIFY(!view.search().isRunning());
        QImage image(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
        double worst = 0;
        double sum = 0;
        const int frames = 60;
        for (int i = 0; i < frames; ++i) {
            view.verticalScrollBar()->setValue(i * 3000); // every row is new
            QTRY_VERIFY(!store->line(qint64(i) * 3000 + 40).loading);
            const double begin = test::threadCpuMs();
            view.viewport()->render(&image);
            const double took = test::threadCpuMs() - begin;
            worst = std::max(worst, took);
            sum += took;
        }
        qInfo("frame of new rows: mean %.2f ms, worst %.2f ms", sum / frames, worst);
        // The promise is 8 ms in a release build; a debug build under load gets three times that.
        QVERIFY2(sum / frames < 24, qPrintable(QString::number(sum / frames)));
    }
};

PH_TEST_MAIN(QApplication, TestLogView)
#include "tst_logview.moc"
