// SPDX-License-Identifier: GPL-3.0-or-later
// The view: real keys, mouse and wheel, groups, pins, neighbourhood, search, files, what assistive
// technology hears. PILOTHOUSE_GRAPH_PICTURES names a folder for pictures to look at.
#include "tests/support/testmain.h"
#include "tests/ui/graph/viewfixture.h"

#include "ui/controls/searchfield.h"

#include <QAccessible>
#include <QApplication>
#include <QBuffer>
#include <QContextMenuEvent>
#include <QDir>
#include <QLabel>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTest>
#include <QWheelEvent>
#include <QXmlStreamReader>

using namespace pilothouse;
using namespace pilothouse::ui;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class GraphViewTest final : public QObject, private ViewFixture
{
    Q_OBJECT

    void wheel(int angle, Qt::KeyboardModifiers modifiers, QPointF at = {300, 200})
    {
        QWheelEvent event(at, m_view->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, modifiers,
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view.get(), &event);
    }

private Q_SLOTS:
    void initTestCase() { m_theme.install(*qApp); }

    void init() { openView(); }

    void cleanup() { m_view.reset(); }

    void emptyAndOne()
    {
        show({});
        key(Qt::Key_Right);
        key(Qt::Key_0);
        key(Qt::Key_Return);
        QVERIFY(!m_view->grab().isNull());
        GraphScene one;
        one.nodes.push_back(runScene().nodes[0]);
        show(one);
        QVERIFY(m_view->rect().contains(middle(u"orders_bronze"_s)));
    }

    void arrowsFollowEdges()
    {
        show(runScene());
        QSignalSpy spy(m_view.get(), &GraphView::currentChanged);
        QSignalSpy opened(m_view.get(), &GraphView::nodeActivated);
        key(Qt::Key_Home);
        m_view->setCurrent(u"gdelt_export"_s);
        key(Qt::Key_Right);
        QCOMPARE(m_view->current(), u"gdelt_bronze"_s);
        key(Qt::Key_Right);
        QCOMPARE(m_view->current(), u"join_events"_s);
        key(Qt::Key_Right);
        QCOMPARE(m_view->current(), u"load_fct_orders"_s);
        key(Qt::Key_Left);
        QVERIFY(m_view->current() == u"join_events"_s || m_view->current() == u"expect_orders"_s);
        const double y = m_view->nodeRect(m_view->current()).y();
        m_view->setCurrent(u"cache_top_sku"_s);
        key(Qt::Key_Down);
        QVERIFY(m_view->nodeRect(m_view->current()).y() != y);
        key(Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toString(), m_view->current());
        QCOMPARE(m_view->selected(), QStringList{m_view->current()});
        QVERIFY(spy.size() >= 5);
        key(Qt::Key_End);
        const QString last = m_view->current();
        key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(m_view->current(), last);
    }

    void mouseSelectsAndPans()
    {
        show(runScene());
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, middle(u"join_events"_s));
        QCOMPARE(m_view->selected(), QStringList{u"join_events"_s});
        QTest::mouseClick(
            m_view.get(), Qt::LeftButton, Qt::ControlModifier, middle(u"clean_orders"_s));
        QCOMPARE(m_view->selected().size(), 2);
        QSignalSpy opened(m_view.get(), &GraphView::nodeActivated);
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, middle(u"clean_orders"_s));
        QCOMPARE(opened.size(), 1);
        // A drag on the canvas pans, with Shift it draws a band.
        const QPointF before = m_view->nodeRect(u"clean_orders"_s).topLeft();
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {880, 480});
        QTest::mouseMove(m_view.get(), {860, 470});
        QTest::mouseMove(m_view.get(), {840, 460});
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {840, 460});
        QCOMPARE(m_view->nodeRect(u"clean_orders"_s).topLeft() - before, QPointF(-40, -20));
        m_view->fit();
        QTest::mousePress(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, {2, 2});
        QTest::mouseMove(m_view.get(), {890, 490});
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, {898, 498});
        QCOMPARE(m_view->selected().size(), 11);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {895, 495});
        QVERIFY(m_view->selected().isEmpty());
        QVERIFY(m_view->current().isEmpty());
    }

    void aFittedGraphCanBeRead()
    {
        show(generatedScene(400));
        QVERIFY(m_view->zoom() >= 0.5);
        // What is chosen from outside is in the part that is shown.
        const QString last = m_view->scene().nodes.back().id;
        QVERIFY(m_view->choose(last));
        QVERIFY(QRectF(m_view->rect()).contains(m_view->nodeRect(last)));
        QCOMPARE(m_view->selected(), QStringList{last});
        m_view->resize(800, 460);
        QVERIFY(m_view->zoom() >= 0.5);
        key(Qt::Key_0); // all of it, on demand
        QVERIFY(m_view->zoom() < 0.5);
        m_view->fitReadable();
        QVERIFY(m_view->zoom() >= 0.5);
        QVERIFY(!m_view->choose(u"no such node"_s));
        QVERIFY(m_view->current().isEmpty() && m_view->selected().isEmpty());
    }

    void wheelAndKeysZoom()
    {
        show(runScene());
        const double fitted = m_view->zoom();
        const QPointF at(middle(u"join_events"_s));
        const QPointF held = m_view->nodeRect(u"join_events"_s).center();
        wheel(120, Qt::ControlModifier, at);
        QVERIFY(m_view->zoom() > fitted);
        // The place under the pointer stays.
        QVERIFY((m_view->nodeRect(u"join_events"_s).center() - held).manhattanLength() < 2);
        const QRectF box = m_view->nodeRect(u"join_events"_s);
        wheel(-120, {});
        QCOMPARE(m_view->nodeRect(u"join_events"_s).x(), box.x());
        QVERIFY(m_view->nodeRect(u"join_events"_s).y() < box.y());
        wheel(-120, Qt::ShiftModifier);
        QVERIFY(m_view->nodeRect(u"join_events"_s).x() < box.x());
        const double zoomed = m_view->zoom();
        key(Qt::Key_Plus);
        QVERIFY(m_view->zoom() > zoomed);
        key(Qt::Key_Minus);
        QVERIFY(qFuzzyCompare(m_view->zoom(), zoomed));
        key(Qt::Key_0);
        QCOMPARE(m_view->zoom(), fitted);
    }

    void groupsOpenAndClose()
    {
        show(groupScene());
        QVERIFY(m_view->nodeRect(u"a"_s).isNull());
        QCOMPARE(m_view->shownNodes().size(), 3U);
        QSignalSpy toggled(m_view.get(), &GraphView::groupToggled);
        m_view->setCurrent(u"load"_s);
        const QPointF corner = m_view->nodeRect(u"load"_s).topLeft();
        const auto closed = m_view->geometry().nodes;
        key(Qt::Key_Space);
        QCOMPARE(toggled.size(), 1);
        QVERIFY(!m_view->nodeRect(u"a"_s).isNull());
        QVERIFY(m_view->nodeRect(u"load"_s).contains(m_view->nodeRect(u"a"_s)));
        QCOMPARE(m_view->nodeRect(u"load"_s).topLeft(), corner); // it opens in place
        // By the chevron, inside.
        const QRectF deep = m_view->nodeRect(u"deep"_s);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {},
            QPoint(int(deep.right()) - 12, int(deep.center().y())));
        QVERIFY(!m_view->nodeRect(u"d"_s).isNull());
        m_view->setCurrent(u"load"_s);
        key(Qt::Key_Space);
        QVERIFY(m_view->nodeRect(u"deep"_s).isNull());
        QVERIFY(m_view->geometry().nodes == closed);
    }

    void spaceAndDragPans()
    {
        show(groupScene());
        m_view->setCurrent(u"load"_s);
        const QPointF before = m_view->nodeRect(u"load"_s).topLeft();
        const QPoint from = middle(u"load"_s);
        QTest::keyPress(m_view.get(), Qt::Key_Space);
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_view.get(), from + QPoint(15, 10));
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, from + QPoint(15, 10));
        QTest::keyRelease(m_view.get(), Qt::Key_Space);
        QCOMPARE(m_view->nodeRect(u"load"_s).topLeft() - before, QPointF(15, 10));
        QVERIFY(m_view->nodeRect(u"a"_s).isNull()); // the key did nothing else
    }

    void draggingPins()
    {
        m_view->setPinning(true);
        show(runScene());
        QSignalSpy moved(m_view.get(), &GraphView::nodeMoved);
        const QPoint from = middle(u"clean_orders"_s);
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_view.get(), from + QPoint(20, 60));
        QTest::mouseMove(m_view.get(), from + QPoint(40, 120));
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, from + QPoint(40, 120));
        QCOMPARE(moved.size(), 1);
        QTRY_VERIFY(m_view->isSettled());
        const QPointF pinned = moved[0][1].toPointF();
        QCOMPARE(m_view->geometry().nodes[1].topLeft(), pinned);
        QVERIFY((middle(u"clean_orders"_s) - from - QPoint(40, 120)).manhattanLength() < 4);
        // What comes later moves around it.
        GraphScene scene = m_view->scene();
        scene.nodes.push_back(scene.nodes[0]);
        scene.nodes.back().id = u"another"_s;
        scene.edges.push_back(scene.edges[0]);
        scene.edges.back().from = u"clean_orders"_s;
        scene.edges.back().to = u"another"_s;
        show(scene);
        QCOMPARE(m_view->geometry().nodes[1].topLeft(), pinned);
        m_view->layOutAfresh();
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(m_view->geometry().nodes[1].topLeft(), pinned);
    }

    void statesChangeInPlace()
    {
        GraphScene scene = runScene();
        show(scene);
        QSignalSpy laidOut(m_view.get(), &GraphView::layoutChanged);
        m_view->setCurrent(u"clean_orders"_s);
        scene.nodes[1].glyph = Glyph::Error;
        scene.nodes[1].word = u"failed"_s;
        scene.edges[0].tone = ui::Token::StatusError;
        m_view->setScene(scene);
        QCOMPARE(laidOut.size(), 0);
        QCOMPARE(m_view->current(), u"clean_orders"_s);
        QVERIFY(m_view->nodeWords(1).contains(u"failed"_s));
    }

    void refinedFollowsAndMoves()
    {
        m_theme.setReduceMotion(false);
        QSignalSpy laidOut(m_view.get(), &GraphView::layoutChanged);
        m_view->setScene(generatedScene(300));
        QCOMPARE(laidOut.size(), 1); // at once
        QVERIFY(!laidOut[0][0].toBool());
        const QRectF first = m_view->geometry().nodes[70];
        QTRY_COMPARE(laidOut.size(), 2);
        QVERIFY(laidOut[1][0].toBool());
        QTRY_VERIFY(m_view->isSettled());
        QVERIFY(m_view->geometry().nodes[70] != first);
        m_theme.setReduceMotion(true);
    }

    void neighbourhood()
    {
        show(runScene());
        const auto before = m_view->geometry().nodes;
        m_view->setCurrent(u"join_events"_s);
        m_view->setNeighbourhood(1);
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(m_view->shownNodes().size(), 4U);
        QVERIFY(m_view->nodeRect(u"orders_bronze"_s).isNull());
        m_view->setNeighbourhood(2);
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(m_view->shownNodes().size(), 9U);
        key(Qt::Key_Escape);
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(m_view->neighbourhood(), 0);
        QVERIFY(m_view->geometry().nodes == before);
    }

    void searchTravels()
    {
        show(runScene());
        key(Qt::Key_Slash);
        auto* field = m_view->findChild<SearchField*>();
        QVERIFY(field->isVisible());
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"orders"_s);
        QCOMPARE(m_view->matches(), 4);
        QCOMPARE(m_view->current(), QString()); // typing moves nothing
        QTest::keyClick(field, Qt::Key_Return);
        const QString first = m_view->current();
        QVERIFY(first.contains(u"orders"_s));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(m_view->current() != first);
        QTest::keyClick(field, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(m_view->current(), first);
        QTest::keyClick(field, Qt::Key_Escape);
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_VERIFY(!field->isVisible());
        QCOMPARE(m_view->matches(), 0);
        QTRY_VERIFY(m_view->hasFocus());
    }

    void searchLooksIntoClosedGroups()
    {
        show(groupScene());
        QVERIFY(m_view->nodeRect(u"d"_s).isNull()); // in load.deep, in load
        QSignalSpy toggled(m_view.get(), &GraphView::groupToggled);
        key(Qt::Key_Slash);
        auto* field = m_view->findChild<SearchField*>();
        QTRY_VERIFY(field->hasFocus());
        auto* count = field->parentWidget()->findChild<QLabel*>();
        QVERIFY(count->parentWidget() != m_view.get()); // on a plate, never on the nodes
        QTest::keyClicks(field, u"extract"_s);
        QCOMPARE(count->text(), u"1 found"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(count->text(), u"1 of 1"_s);
        QVERIFY(toggled.isEmpty());
        field->selectAll();
        // What is in closed groups is counted, said and marked; nothing opens while one types.
        const QString current = m_view->current();
        QTest::keyClicks(field, u"d"_s);
        const int all = m_view->matches();
        QVERIFY(all >= 2);
        QVERIFY(toggled.isEmpty());
        QCOMPARE(m_view->current(), current);
        QVERIFY2(count->text().startsWith(u"%1 found"_s.arg(all)), qPrintable(count->text()));
        QVERIFY2(count->text().contains(u"in closed groups"_s), qPrintable(count->text()));
        const auto inkOf = [this](const QString& id) { // about its title
            const QImage seen = m_view->grab().toImage();
            const QRectF box = m_view->nodeRect(id);
            int most = 0;
            const int ground = qGray(seen.pixel((box.center() + QPointF(0, 12)).toPoint()));
            for (int x = int(box.left()) + 28; x < int(box.right()) - 4; ++x)
                for (int y = int(box.top()) + 4; y < int(box.bottom()) - 4; ++y)
                    most = std::max(most, std::abs(qGray(seen.pixel(x, y)) - ground));
            return most;
        };
        QVERIFY(inkOf(u"load"_s) > 1.5 * inkOf(u"extract"_s)); // the others step back
        for (int i = 0; i < all && m_view->current() != u"d"_s; ++i) {
            QTest::keyClick(field, Qt::Key_Return);
            QTRY_VERIFY(m_view->isSettled());
            // One by one, also when places change.
            QVERIFY2(count->text().startsWith(u"%1 of %2"_s.arg(i + 1).arg(all)),
                qPrintable(count->text()));
        }
        QCOMPARE(m_view->current(), u"d"_s);
        QVERIFY(!m_view->nodeRect(u"d"_s).isNull());
        QCOMPARE(toggled.size(), 2); // the outer one, then the inner one
        QCOMPARE(m_view->matches(), all);
        QVERIFY(!count->text().contains(u"closed"_s));
        QVERIFY(!m_view->nodeRect(u"d"_s).toRect().intersects(field->parentWidget()->geometry()));
        if (const QString to = qEnvironmentVariable("PILOTHOUSE_GRAPH_PICTURES"); !to.isEmpty())
            QVERIFY(m_view->grab().save(to + u"/search-in-groups.png"_s));
    }

    void menusAreAskedFor()
    {
        show(runScene());
        QSignalSpy wanted(m_view.get(), &GraphView::contextMenuWanted);
        QContextMenuEvent event(QContextMenuEvent::Mouse, middle(u"wiki_bronze"_s),
            m_view->mapToGlobal(middle(u"wiki_bronze"_s)));
        QApplication::sendEvent(m_view.get(), &event);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), u"wiki_bronze"_s);
        QCOMPARE(m_view->selected(), QStringList{u"wiki_bronze"_s});
    }

    void accessibleNodes()
    {
        show(groupScene());
        QAccessibleInterface* root = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(root);
        QCOMPARE(root->text(QAccessible::Name), u"Graph of the run"_s);
        QCOMPARE(root->childCount(), 3);
        m_view->setGroupOpen(u"load"_s, true);
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(root->childCount(), 6);
        for (int i = 0; i < root->childCount(); ++i) {
            QAccessibleInterface* node = root->child(i);
            QVERIFY(node && node->isValid());
            QVERIFY(node->text(QAccessible::Name).contains(u"success"_s));
            QCOMPARE(root->indexOfChild(node), i);
            QVERIFY(!node->rect().isEmpty());
            QVERIFY(node->parent() == root);
        }
        QAccessibleInterface* group = root->child(1);
        QCOMPARE(group->role(), QAccessible::Grouping);
        QVERIFY(group->state().expanded);
        m_view->setCurrent(u"a"_s);
        QVERIFY(root->focusChild());
        QVERIFY(root->focusChild()->text(QAccessible::Name).startsWith(u"a, "_s));
        QVERIFY(root->focusChild()->state().focused);
        QSignalSpy opened(m_view.get(), &GraphView::nodeActivated);
        auto* actions = root->focusChild()->actionInterface();
        QVERIFY(actions);
        actions->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(opened.size(), 1);
        group->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY(m_view->nodeRect(u"a"_s).isNull());
    }

    void files()
    {
        show(runScene());
        QBuffer svg;
        QVERIFY(svg.open(QIODevice::WriteOnly));
        QVERIFY(m_view->exportSvg(&svg, u"Run"_s));
        QXmlStreamReader xml(svg.data());
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QSvgRenderer renderer(svg.data());
        QVERIFY(renderer.isValid());
        QVERIFY(renderer.defaultSize().width() > 500);
        const QImage image = m_view->exportImage(2);
        QVERIFY(image.width() >= 2 * renderer.defaultSize().width() - 2);
        QByteArray png;
        QBuffer out(&png);
        QVERIFY(out.open(QIODevice::WriteOnly) && image.save(&out, "PNG"));
        QCOMPARE(QImage::fromData(png).size(), image.size());
        QVERIFY(image.pixelColor(image.width() / 2, 1) == m_theme.color(ui::Token::Canvas));
    }

    void hiddenViewRests()
    {
        show(runScene());
        m_view->hide();
        m_view->setScene(cardScene());
        QTRY_VERIFY(m_view->isSettled());
        QVERIFY(!m_view->geometry().nodes[0].isNull());
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("PILOTHOUSE_GRAPH_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(QDir().mkpath(folder));
        GraphScene groups = groupScene();
        groups.nodes[1].open = groups.nodes[4].open = true;
        const std::pair<const char*, GraphScene> scenes[] = {{"run", runScene()},
            {"cards", cardScene()}, {"groups", groups}, {"large", generatedScene(1000)}};
        for (const Theme::Mode mode : {Theme::Mode::Dark, Theme::Mode::Light}) {
            m_theme.setMode(mode);
            for (const auto& [name, scene] : scenes) {
                init();
                m_theme.setMode(mode);
                m_view->resize(1100, 600);
                show(scene);
                m_view->setCurrent(u"load_fct_orders"_s);
                m_view->setSelected({u"load_fct_orders"_s});
                if (QByteArray(name) == "large") {
                    for (const int percent : {5, 12, 20, 33, 45, 100, 170}) {
                        m_view->setZoom(percent / 100.0);
                        m_view->showNode(u"task_number_500"_s);
                        const QImage far = m_view->grab().toImage();
                        QVERIFY(!far.isNull());
                        if (!folder.isEmpty())
                            QVERIFY(far.save(u"%1/zoom-%2%3.png"_s.arg(folder).arg(percent).arg(
                                mode == Theme::Mode::Dark ? u"-dark"_s : u"-light"_s)));
                    }
                    m_view->setZoom(0.6);
                }
                const QImage image = m_view->grab().toImage();
                // More than an empty canvas: some pixel carries the colour of text.
                bool ink = false;
                for (int y = 0; y < image.height() && !ink; ++y)
                    for (int x = 0; x < image.width() && !ink; ++x)
                        ink = image.pixelColor(x, y) == m_theme.color(ui::Token::LineStrong)
                            || image.pixelColor(x, y) == m_theme.color(ui::Token::StatusOk);
                QVERIFY(ink);
                if (!folder.isEmpty())
                    QVERIFY(image.save(folder + u'/' + QString::fromLatin1(name)
                        + (mode == Theme::Mode::Dark ? u"-dark.png"_s : u"-light.png"_s)));
            }
        }
    }
};

PH_TEST_MAIN(QApplication, GraphViewTest)
#include "tst_graphview.moc"
