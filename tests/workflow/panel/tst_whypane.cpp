// SPDX-License-Identifier: GPL-3.0-or-later
// "Why is this task not running?" as it is drawn: every word whole, in every width, and when each
// fact was read.
#include "tests/support/testmain.h"
#include "tests/workflow/panel/panelfixture.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/whydelegate.h"
#include "workflow/panel/whypane.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

// Hears what is written, and where.
class Ear final : public QPaintEngine
{
public:
    Ear()
        : QPaintEngine(AllFeatures)
    {
    }
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override { }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override { }
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override { }
    void drawPath(const QPainterPath&) override { }
    Type type() const override { return User; }
    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        const QPointF base = state->transform().map(at);
        texts.append(item.text());
        area |= QRectF(
            base.x(), base.y() - item.ascent(), item.width(), item.ascent() + item.descent());
    }
    QStringList texts;
    QRectF area;
};

class Page final : public QPaintDevice
{
public:
    QPaintEngine* paintEngine() const override { return &ear; }
    int metric(PaintDeviceMetric what) const override
    {
        return what == PdmDpiX || what == PdmDpiY || what == PdmPhysicalDpiX
                || what == PdmPhysicalDpiY
            ? 96
            : what == PdmDevicePixelRatioScaled ? int(devicePixelRatioFScale())
            : what == PdmDevicePixelRatio       ? 1
                                                : 4000;
    }
    mutable Ear ear;
};

QString packed(QString text)
{
    return text.remove(u' ');
}

} // namespace

class WhyPaneTest final : public QObject, private PanelFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeServer(); }
    void cleanup() { drop(); }

    void nothingIsCut_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1440x900") << QSize(1389, 766);
        QTest::newRow("1280x800") << QSize(1228, 694);
    }
    void nothingIsCut()
    {
        QFETCH(QSize, size);
        fillOrders(*m_world);
        const QString dag = u"orders_hourly"_s;
        m_world->dependencies = {{u"Previous Dagrun State"_s,
            u"depends_on_past is true for this task's DAG, but the previous task instance "
            "has not run yet."_s}};
        openPanel(u"load_fct_orders"_s);
        m_panel->resize(size);
        QTest::keyClick(grid(), Qt::Key_W);
        QTreeWidget* checks = m_panel->why()->checks();
        QTRY_VERIFY(checks->isVisible());
        QTRY_VERIFY(checks->topLevelItemCount() >= 8);
        QTRY_VERIFY(!checks->topLevelItem(checks->topLevelItemCount() - 1)
                         ->data(0, WhyDelegate::ReadRole)
                         .toString()
                         .isEmpty());
        checks->expandAll();
        QTRY_COMPARE(
            checks->visualItemRect(checks->topLevelItem(0)).width(), checks->viewport()->width());
        int dated = 0;
        for (QTreeWidgetItemIterator at(checks); *at; ++at) {
            const QTreeWidgetItem* item = *at;
            QStyleOptionViewItem option;
            option.initFrom(checks);
            option.widget = checks;
            option.rect = checks->visualItemRect(item);
            Page page;
            {
                QPainter painter(&page);
                checks->itemDelegate()->paint(&painter, option, checks->indexFromItem(item));
            }
            const QString all = packed(page.ear.texts.join(QString()));
            QVERIFY2(!all.contains(u'…'), qPrintable(all));
            for (const int role : {int(Qt::DisplayRole), int(WhyDelegate::ValueRole),
                     int(WhyDelegate::WordRole), int(WhyDelegate::ReadRole)}) {
                const QString words = packed(item->data(0, role).toString());
                QVERIFY2(all.contains(words), qPrintable(words + u" | "_s + all));
            }
            // In its own row, and in view.
            QVERIFY2(page.ear.area.right() <= checks->viewport()->width(), qPrintable(all));
            QVERIFY2(page.ear.area.top() >= option.rect.top() - 1, qPrintable(all));
            QVERIFY2(page.ear.area.bottom() <= option.rect.bottom() + 2, qPrintable(all));
            const bool check = item->data(0, WhyDelegate::NumberRole).toInt() > 0;
            // What comes with the DAG itself has no time of its own yet.
            const bool known = item->data(0, WhyDelegate::ValueRole).toString() != u"not told"_s
                && item->text(0) != u"DAG paused"_s && item->text(0) != u"depends_on_past"_s;
            if (check && known) {
                QVERIFY2(
                    !item->data(0, WhyDelegate::ReadRole).toString().isEmpty(), qPrintable(all));
                QVERIFY(item->data(0, Qt::AccessibleTextRole).toString().contains(u"read at"_s));
                ++dated;
            }
        }
        QVERIFY(dated >= 6);
        picture(u"why-pane-%1"_s.arg(size.width()));
    }
};

PH_TEST_MAIN(QApplication, WhyPaneTest)
#include "tst_whypane.moc"
