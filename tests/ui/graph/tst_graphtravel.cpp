// SPDX-License-Identifier: GPL-3.0-or-later
// From node to node and from edge to edge by real keys, what is chosen stands out, Escape leaves
// the innermost thing, and a state that changed repaints its own place.
#include "tests/support/testmain.h"
#include "tests/ui/graph/viewfixture.h"

#include "ui/controls/searchfield.h"

#include <QApplication>
#include <QPaintEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace pilothouse;
using namespace pilothouse::ui;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

// Where a widget was painted.
class Painted final : public QObject
{
public:
    QRegion region;

protected:
    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            region += static_cast<QPaintEvent*>(event)->region();
        return QObject::eventFilter(object, event);
    }
};

} // namespace

class GraphTravelTest final : public QObject, private ViewFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.install(*qApp); }

    void init() { openView(); }

    void cleanup() { m_view.reset(); }

    void tabTravelsInReadingOrder()
    {
        QWidget window;
        auto* before = new QPushButton(u"before"_s, &window);
        m_view->setParent(&window);
        auto* after = new QPushButton(u"after"_s, &window);
        auto* layout = new QVBoxLayout(&window);
        layout->addWidget(before);
        layout->addWidget(m_view.get());
        layout->addWidget(after);
        QWidget::setTabOrder(before, m_view.get());
        QWidget::setTabOrder(m_view.get(), after);
        window.resize(900, 600);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        show(groupScene());
        m_view->setGroupOpen(u"load"_s, true);
        QTRY_VERIFY(m_view->isSettled());
        before->setFocus();
        QTest::keyClick(before, Qt::Key_Tab);
        QTRY_VERIFY(m_view->hasFocus());
        // The first node at once: the focus is to be seen.
        QStringList visited{m_view->current()};
        const QImage first = m_view->grab().toImage();
        QCOMPARE(visited[0], u"extract"_s);
        for (int i = 0; i < 5; ++i) {
            key(Qt::Key_Tab);
            QVERIFY(m_view->hasFocus());
            visited.append(m_view->current());
            QCOMPARE(m_view->selected(), QStringList{m_view->current()});
        }
        QVERIFY(m_view->grab().toImage() != first);
        for (int i = 1; i < visited.size(); ++i) {
            const QRectF a = m_view->nodeRect(visited[i - 1]);
            const QRectF b = m_view->nodeRect(visited[i]);
            QVERIFY2(b.x() > a.x() || (b.x() == a.x() && b.y() > a.y()), qPrintable(visited[i]));
        }
        QCOMPARE(visited.size(), 6);
        QCOMPARE(visited.last(), u"report"_s);
        key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(m_view->current(), visited[4]);
        key(Qt::Key_Tab);
        key(Qt::Key_Tab); // behind the last one
        QTRY_VERIFY(after->hasFocus());
        QTest::keyClick(after, Qt::Key_Backtab, Qt::ShiftModifier);
        QTRY_VERIFY(m_view->hasFocus());
        QCOMPARE(m_view->current(), u"report"_s);
        m_view->setParent(nullptr);
    }

    void edgesByKeysAndClick()
    {
        show(runScene());
        QSignalSpy spy(m_view.get(), &GraphView::edgeSelected);
        const auto ends = [this] {
            const auto& edge = m_view->scene().edges[size_t(m_view->selectedEdge())];
            return std::pair(edge.from, edge.to);
        };
        m_view->setCurrent(u"join_events"_s);
        key(Qt::Key_E);
        QCOMPARE(ends(), std::pair(u"join_events"_s, u"load_fct_orders"_s));
        QVERIFY(m_view->isMarked(m_view->selectedEdge()));
        QVERIFY(m_view->accessibleDescription().contains(u"load_fct_orders"_s));
        key(Qt::Key_E);
        QCOMPARE(ends().second, u"join_events"_s);
        key(Qt::Key_E, Qt::ShiftModifier);
        QCOMPARE(ends().first, u"join_events"_s);
        key(Qt::Key_Return); // to the other end
        QCOMPARE(m_view->current(), u"load_fct_orders"_s);
        QCOMPARE(m_view->selectedEdge(), -1);
        key(Qt::Key_E, Qt::ShiftModifier);
        QCOMPARE(ends().second, u"load_fct_orders"_s);
        key(Qt::Key_Left);
        QVERIFY(m_view->current() == u"join_events"_s || m_view->current() == u"expect_orders"_s);
        QVERIFY(spy.size() >= 6);
        // A click beside the line, not on a node.
        const auto& line = m_view->geometry().lines[0];
        const QPointF a = m_view->geometry().points[size_t(line.first)];
        const QPointF b = m_view->geometry().points[size_t(line.first) + 1];
        const QRectF box = m_view->nodeRect(m_view->scene().edges[0].from);
        const QRectF of = m_view->geometry().nodes[0];
        const QPointF at = box.topLeft() + ((a + b) / 2 - of.topLeft()) * m_view->zoom();
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at.toPoint() + QPoint(0, 2));
        QCOMPARE(m_view->selectedEdge(), 0);
        QVERIFY(m_view->selected().isEmpty());
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {895, 495});
        QCOMPARE(m_view->selectedEdge(), -1);
    }

    void edgesOfTheChosenNodeAreMarked()
    {
        show(cardScene());
        const QImage before = m_view->grab().toImage();
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, middle(u"join_events"_s));
        int marked = 0;
        for (int e = 0; e < int(m_view->scene().edges.size()); ++e) {
            const auto& edge = m_view->scene().edges[size_t(e)];
            const bool touches = edge.from == u"join_events"_s || edge.to == u"join_events"_s;
            QCOMPARE(m_view->isMarked(e), touches);
            marked += touches ? 1 : 0;
        }
        QCOMPARE(marked, 3);
        // The ports at both ends of them change as well.
        const QRect far = m_view->nodeRect(u"wiki_bronze"_s).toRect();
        const QRect port(far.right() - 8, far.top(), 24, far.height());
        QVERIFY(m_view->grab().toImage().copy(port) != before.copy(port));
    }

    void escapeLeavesTheInnermostFirst()
    {
        show(runScene());
        m_view->setCurrent(u"join_events"_s);
        m_view->setNeighbourhood(2);
        QTRY_VERIFY(m_view->isSettled());
        m_view->setSelected({u"join_events"_s, u"wiki_bronze"_s});
        key(Qt::Key_E);
        QVERIFY(m_view->selectedEdge() >= 0);
        key(Qt::Key_Slash);
        auto* field = m_view->findChild<SearchField*>();
        QTRY_VERIFY(field->hasFocus());
        m_view->setFocus();
        key(Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QVERIFY(m_view->selectedEdge() >= 0);
        key(Qt::Key_Escape);
        QCOMPARE(m_view->selectedEdge(), -1);
        QCOMPARE(m_view->neighbourhood(), 2);
        key(Qt::Key_Escape);
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(m_view->neighbourhood(), 0);
        QCOMPARE(m_view->selected().size(), 2);
        key(Qt::Key_Escape);
        QCOMPARE(m_view->selected(), QStringList{u"join_events"_s});
        // Nothing is left: whoever is outside may have it.
        QKeyEvent last(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        last.setAccepted(true);
        QApplication::sendEvent(m_view.get(), &last);
        QVERIFY(!last.isAccepted());
    }

    void onlyWhatChangedIsPaintedAnew()
    {
        GraphScene scene = runScene();
        for (GraphEdge& edge : scene.edges)
            edge.moving = false;
        show(scene);
        QTRY_VERIFY(m_view->visibleRegion().boundingRect() == m_view->rect());
        QCoreApplication::processEvents();
        Painted painted;
        m_view->installEventFilter(&painted);
        scene.nodes[1].glyph = Glyph::Error;
        scene.nodes[1].tone = ui::Token::StatusError;
        m_view->setScene(scene);
        QTRY_VERIFY(!painted.region.isEmpty());
        const QRect card = m_view->nodeRect(u"clean_orders"_s).toAlignedRect();
        QVERIFY(painted.region.contains(card));
        QVERIFY(!painted.region.intersects(m_view->nodeRect(u"notify_owner"_s).toRect()));
        QVERIFY(painted.region.boundingRect().width() < card.width() + 40);
        // In pieces or as a whole, it is the same picture.
        const QImage pieces = m_view->grab().toImage();
        m_view->update();
        QCOMPARE(m_view->grab().toImage(), pieces);
        QCoreApplication::processEvents();
        painted.region = {};
        m_view->setScene(scene);
        m_view->setScene(m_view->scene());
        QCoreApplication::processEvents();
        QVERIFY(painted.region.isEmpty());
        m_view->removeEventFilter(&painted);
    }
};

PH_TEST_MAIN(QApplication, GraphTravelTest)
#include "tst_graphtravel.moc"
