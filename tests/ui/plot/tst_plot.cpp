// SPDX-License-Identifier: GPL-3.0-or-later
// Plots: colours of the theme, open gaps, a calm pace, one cursor for all, a range by mouse and
// keys.

#include "tests/support/testmain.h"
#include "ui/plot/numbertext.h"
#include "ui/plot/plotcursor.h"
#include "ui/plot/plotlegend.h"
#include "ui/plot/plotoverlay.h"
#include "ui/plot/plotview.h"
#include "ui/theme/theme.h"

#include <QtGui/QVector3D>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>

#include <limits>

using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

namespace
{

const QDateTime start = QDateTime::fromString(u"2026-03-17T13:05:00Z"_s, Qt::ISODate);

QList<PlotPoint> flat(double value, int from = 0, int to = 3600)
{
    QList<PlotPoint> points;
    for (int second = from; second <= to; second += 5)
        points << PlotPoint{start.toMSecsSinceEpoch() + second * 1000LL, value};
    return points;
}

// Pixels on the way from the plate to the colour, at least a third of it (lines are smoothed).
int pixelsOf(const QImage& image, const QColor& color, const QColor& plate, const QRect& area)
{
    const auto part = [](const QColor& c, const QColor& from) {
        return QVector3D(float(c.red() - from.red()), float(c.green() - from.green()),
            float(c.blue() - from.blue()));
    };
    const QVector3D way = part(color, plate);
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            const QVector3D pixel = part(image.pixelColor(x, y), plate);
            const float share = QVector3D::dotProduct(pixel, way) / way.lengthSquared();
            count += share > 0.33F && (pixel - share * way).length() < 24;
        }
    }
    return count;
}

} // namespace

class TestPlot final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_view.reset(); }
    void numbersKeepThreeDigits_data();
    void numbersKeepThreeDigits();
    void lineFollowsTheTheme();
    void gapsStayOpen();
    void limitIsDrawn();
    void drawsAtMostFourTimesASecond();
    void hiddenPlotsDoNoWork();
    void dragChoosesARange();
    void keysChooseARange();
    void cursorIsShared();
    void newestValuesAreReadable();
    void legendHasTheMarksOfItsLines();
    void aLoneValueIsSeen();
    void bytesHaveRoundSteps();

private:
    PlotOverlay* overlay() { return m_view->findChild<PlotOverlay*>(); }
    [[nodiscard]] QRect left() const { return {60, 5, 130, 150}; }
    [[nodiscard]] QRect middle() const { return {230, 5, 100, 150}; }

    Theme m_theme;
    std::unique_ptr<PlotView> m_view;
};

void TestPlot::initTestCase()
{
    m_theme.install(*qApp);
    m_theme.setMode(Theme::Mode::Dark);
}

void TestPlot::init()
{
    m_view = std::make_unique<PlotView>(u"Operations"_s);
    m_view->setTimeZone(QTimeZone::utc());
    m_view->setTimeRange(start, start.addSecs(3600));
    m_view->resize(500, 180);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void TestPlot::legendHasTheMarksOfItsLines()
{
    const int reads = m_view->addSeries(u"read"_s, Token::Series1, true);
    const int limit = m_view->addSeries(u"resident"_s, Token::Series5, false, true);
    PlotLegend legend(m_view.get());
    legend.resize(10, 20);
    m_view->setPoints(reads, flat(33'140));
    m_view->setPoints(limit, flat(7));
    QTRY_COMPARE(legend.accessibleName(), u"read is 33.1k, resident is 7"_s);
    QCOMPARE(m_view->labels().at(0).newest, u"33.1k"_s);
    QVERIFY(m_view->labels().at(1).dashed);
    const int whole = legend.sizeHint().width();
    QVERIFY(whole > legend.minimumSizeHint().width());
    const auto ink = [&](Token token, int width) {
        legend.resize(width, 20);
        QPixmap picture(legend.size());
        picture.fill(m_theme.color(Token::Surface));
        legend.render(&picture);
        return pixelsOf(picture.toImage(), m_theme.color(token), m_theme.color(Token::Surface),
            QRect(0, 0, width, 20));
    };
    for (const int width : {whole, legend.minimumSizeHint().width()}) { // narrow: still its marks
        QVERIFY(ink(Token::Series1, width) > 12);
        QVERIFY(ink(Token::Series5, width) > 6);
    }
}

void TestPlot::aLoneValueIsSeen()
{
    m_view->setGapAfter(15000);
    const int reads = m_view->addSeries(u"read"_s, Token::Series1);
    m_view->setPoints(reads, flat(30, 1900, 1900));
    QTRY_VERIFY(pixelsOf(m_view->grab().toImage(), m_theme.color(Token::Series1),
                    m_theme.color(Token::Surface), middle().adjusted(0, 0, 60, 0))
        > 0);
}

void TestPlot::bytesHaveRoundSteps()
{
    QStringList written;
    m_view->setValueText([&written](double value) {
        written.append(compactBytes(value));
        return written.last();
    });
    m_view->setBinarySteps(true);
    m_view->setLimit(512.0 * 1024 * 1024, u"maxmemory"_s);
    const int used = m_view->addSeries(u"used"_s, Token::Series5);
    m_view->setPoints(used, flat(16.0 * 1024 * 1024));
    QTRY_VERIFY(written.contains(u"200 MB"_s));
    QVERIFY2(written.contains(u"400 MB"_s), qPrintable(written.join(u',')));
}

void TestPlot::numbersKeepThreeDigits_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << u"0"_s;
    QTest::newRow("small") << 0.0042 << u"0.0042"_s;
    QTest::newRow("plain") << 96.1 << u"96.1"_s;
    QTest::newRow("thousand") << 33140.0 << u"33.1k"_s;
    QTest::newRow("rounds up") << 999.7 << u"1k"_s;
    QTest::newRow("million") << 2770000.0 << u"2.77M"_s;
    QTest::newRow("negative") << -15000.0 << u"-15k"_s;
    QTest::newRow("none") << std::numeric_limits<double>::quiet_NaN() << u"–"_s;
}

void TestPlot::numbersKeepThreeDigits()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(compactNumber(value), text);
    QCOMPARE(compactBytes(14.0 * 1024 * 1024 * 1024), u"14 GB"_s);
    QCOMPARE(compactBytes(2412), u"2.36 KB"_s);
}

void TestPlot::lineFollowsTheTheme()
{
    const int reads = m_view->addSeries(u"read"_s, Token::Series1);
    m_view->setPoints(reads, flat(30));
    const auto ink = [&](Token token) {
        return pixelsOf(
            m_view->grab().toImage(), m_theme.color(token), m_theme.color(Token::Surface), left());
    };
    QTRY_VERIFY(ink(Token::Series1) > 60);
    m_theme.setMode(Theme::Mode::Light);
    QTRY_VERIFY(ink(Token::Series1) > 60);
    QCOMPARE(m_view->grab().toImage().pixelColor(2, 2), m_theme.color(Token::Surface));
    m_theme.setMode(Theme::Mode::Dark);
}

void TestPlot::gapsStayOpen()
{
    m_view->setGapAfter(15000);
    const int reads = m_view->addSeries(u"read"_s, Token::Series1);
    m_view->setPoints(reads, flat(30, 0, 1200) + flat(30, 2400, 3600)); // 20 minutes of nothing
    const auto ink = [&](const QRect& area) {
        return pixelsOf(m_view->grab().toImage(), m_theme.color(Token::Series1),
            m_theme.color(Token::Surface), area);
    };
    QTRY_VERIFY(ink(left()) > 60);
    QCOMPARE(ink(middle()), 0);
}

void TestPlot::limitIsDrawn()
{
    m_view->setPoints(m_view->addSeries(u"used"_s, Token::Series2), flat(10));
    m_view->setLimit(14, u"maxmemory 14 GB"_s);
    const auto ink = [&] {
        return pixelsOf(m_view->grab().toImage(), m_theme.color(Token::StatusError),
            m_theme.color(Token::Surface), left());
    };
    QTRY_VERIFY(ink() > 30);
    m_view->clearLimit();
    QTRY_COMPARE(ink(), 0);
}

void TestPlot::drawsAtMostFourTimesASecond()
{
    const int reads = m_view->addSeries(u"read"_s, Token::Series1);
    const int before = m_view->repaints();
    QElapsedTimer clock;
    clock.start();
    int changes = 0;
    while (clock.elapsed() < 1000) {
        m_view->setPoints(reads, flat(++changes));
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    QVERIFY(changes > 20);
    const int drawn = m_view->repaints() - before;
    QVERIFY2(drawn >= 2 && drawn <= 6, qPrintable(QString::number(drawn)));
}

void TestPlot::hiddenPlotsDoNoWork()
{
    const int reads = m_view->addSeries(u"read"_s, Token::Series1);
    QTRY_VERIFY(m_view->repaints() > 0);
    m_view->hide();
    const int before = m_view->repaints();
    m_view->setPoints(reads, flat(5));
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY(clock.elapsed() > 400); // longer than the pause between two drawings
    QCOMPARE(m_view->repaints(), before);
    m_view->show();
    QTRY_VERIFY(m_view->repaints() > before);
}

void TestPlot::dragChoosesARange()
{
    m_view->setPoints(m_view->addSeries(u"read"_s, Token::Series1), flat(30));
    QTRY_VERIFY(m_view->repaints() > 0);
    QSignalSpy chosen(m_view.get(), &PlotView::timeRangeSelected);
    QTest::mousePress(overlay(), Qt::LeftButton, {}, QPoint(300, 60));
    QTest::mouseMove(overlay(), QPoint(200, 60));
    QTest::mouseRelease(overlay(), Qt::LeftButton, {}, QPoint(200, 60));
    QCOMPARE(chosen.count(), 1);
    const QDateTime from = chosen.first().at(0).toDateTime();
    const QDateTime to = chosen.first().at(1).toDateTime();
    QVERIFY(from > start && from < to && to < start.addSecs(3600));
    QTest::mouseClick(overlay(), Qt::LeftButton, {}, QPoint(300, 60)); // a click is not a range
    QCOMPARE(chosen.count(), 1);
}

void TestPlot::keysChooseARange()
{
    m_view->setPoints(m_view->addSeries(u"read"_s, Token::Series1), flat(30));
    QTRY_VERIFY(m_view->repaints() > 0);
    QSignalSpy chosen(m_view.get(), &PlotView::timeRangeSelected);
    overlay()->setFocus();
    QTest::keyClick(overlay(), Qt::Key_Left);
    QTest::keyClick(overlay(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(overlay(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(overlay(), Qt::Key_Escape); // given up
    QTest::keyClick(overlay(), Qt::Key_Z);
    QCOMPARE(chosen.count(), 0);
    QTest::keyClick(overlay(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(overlay(), Qt::Key_Z);
    QCOMPARE(chosen.count(), 1);
}

void TestPlot::cursorIsShared()
{
    PlotCursor cursor;
    PlotView other(u"Memory"_s);
    other.setTimeRange(start, start.addSecs(3600));
    other.resize(500, 180);
    other.show();
    m_view->setCursor(&cursor);
    other.setCursor(&cursor);
    QTRY_VERIFY(other.repaints() > 0 && m_view->repaints() > 0);
    const QImage before = other.grab().toImage();
    QTest::mouseMove(overlay(), QPoint(250, 60));
    QTRY_VERIFY(cursor.time().has_value());
    QVERIFY(other.grab().toImage() != before);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(overlay(), &leave);
    QVERIFY(!cursor.time().has_value());
    QCOMPARE(other.grab().toImage(), before);
}

void TestPlot::newestValuesAreReadable()
{
    m_view->setPoints(m_view->addSeries(u"read"_s, Token::Series1), flat(33140));
    m_view->addSeries(u"write"_s, Token::Series2);
    QTRY_COMPARE(overlay()->accessibleDescription(), u"read is 33.1k, write has no values"_s);
    QCOMPARE(overlay()->accessibleName(), u"Operations"_s);
}

PH_TEST_MAIN(QApplication, TestPlot)
#include "tst_plot.moc"
