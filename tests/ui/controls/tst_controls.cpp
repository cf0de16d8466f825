// SPDX-License-Identifier: GPL-3.0-or-later
// Small controls by keyboard and by name.

#include "tests/support/testmain.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/keycap.h"
#include "ui/controls/meters.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/pill.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/controls/toggleswitch.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

#include <limits>

using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

class TestControls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keysAreWrittenAsInTheDesign_data();
    void keysAreWrittenAsInTheDesign();
    void buttonHoldsIconTextAndCap();
    void buttonAnswersItsKey();
    void iconButtonIsNamed();
    void segmentsMoveByArrowKeys();
    void chipClosesByKeyAndSaysItsState();
    void switchTogglesBySpace();
    void slashFocusesAndEscClears();
    void labelIsCutWithTooltip();
    void sparklineLeavesGapsOpen();
    void sizeBarShowsWhatIsNotZero();
    void pillSaysStateAndDetail();
    void headerKeepsItsHeight();
    void aLegendGivesWayBeforeTheTitle();

private:
    Theme m_theme;
};

void TestControls::initTestCase()
{
    m_theme.install(*qApp);
    m_theme.setMode(Theme::Mode::Dark);
}

void TestControls::keysAreWrittenAsInTheDesign_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("text");
    QTest::newRow("letter") << u"Ctrl+K"_s << u"Ctrl K"_s;
    QTest::newRow("shift") << u"Ctrl+Shift+D"_s << u"Ctrl ⇧ D"_s;
    QTest::newRow("enter") << u"Return"_s << u"Enter"_s;
    QTest::newRow("ctrl enter") << u"Ctrl+Return"_s << u"Ctrl ↵"_s;
    QTest::newRow("function") << u"F5"_s << u"F5"_s;
    QTest::newRow("plus") << u"Ctrl++"_s << u"Ctrl +"_s;
    QTest::newRow("back tab") << u"Ctrl+Shift+Backtab"_s << u"Ctrl ⇧ Tab"_s;
    QTest::newRow("back tab alone") << u"Backtab"_s << u"⇧ Tab"_s;
    QTest::newRow("minus") << u"Alt+-"_s << u"Alt -"_s;
    QTest::newRow("none") << QString() << QString();
}

void TestControls::keysAreWrittenAsInTheDesign()
{
    QFETCH(QString, keys);
    QFETCH(QString, text);
    QCOMPARE(keyText(QKeySequence(keys)), text);
}

void TestControls::buttonHoldsIconTextAndCap()
{
    Button button(u"Deploy"_s, ButtonVariant::Primary);
    const int plain = button.sizeHint().width();
    button.setIconName(u"upload"_s);
    const int withIcon = button.sizeHint().width();
    QCOMPARE(withIcon - plain, 21);
    button.setKey(QKeySequence(u"Ctrl+Shift+D"_s));
    QVERIFY(button.sizeHint().width() > withIcon + 40);
    QCOMPARE(button.sizeHint().height(), 26);
    button.setSmall(true);
    QCOMPARE(button.sizeHint().height(), 22);
    button.resize(button.sizeHint());
    const QImage image = button.grab().toImage();
    QCOMPARE(image.pixelColor(image.width() / 2, 3), m_theme.color(Token::AccentFill));
}

void TestControls::buttonAnswersItsKey()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* button = new Button(u"Validate"_s);
    button->setKey(Qt::Key_F7);
    layout->addWidget(button);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy clicked(button, &Button::clicked);
    QTest::keyClick(&window, Qt::Key_F7);
    QTRY_COMPARE(clicked.count(), 1);
    button->setKey(Qt::Key_F7, false);
    QTest::keyClick(&window, Qt::Key_F7);
    QCOMPARE(clicked.count(), 1);
}

void TestControls::iconButtonIsNamed()
{
    IconButton button(u"refresh"_s, u"Refresh"_s, Qt::Key_F5);
    QCOMPARE(button.accessibleName(), u"Refresh"_s);
    QCOMPARE(button.toolTip(), u"Refresh (F5)"_s);
    QVERIFY(button.sizeHint().width() >= 24 && button.sizeHint().height() >= 22);
    QVERIFY(button.focusPolicy() & Qt::TabFocus);
}

void TestControls::segmentsMoveByArrowKeys()
{
    SegmentedControl control(u"View"_s);
    control.addSegment(u"Grid"_s);
    control.addSegment(u"Gantt"_s);
    control.addSegment(u"Calendar"_s);
    QCOMPARE(control.currentIndex(), 0);
    control.show();
    QVERIFY(QTest::qWaitForWindowActive(&control));
    QSignalSpy changed(&control, &SegmentedControl::currentChanged);
    auto segments = control.findChildren<QAbstractButton*>();
    segments.first()->setFocus();
    QTest::keyClick(segments.first(), Qt::Key_Right);
    QCOMPARE(control.currentIndex(), 1);
    QCOMPARE(changed.count(), 1);
    QTest::mouseClick(segments.last(), Qt::LeftButton);
    QCOMPARE(control.currentIndex(), 2);
    control.setCurrentIndex(0);
    QCOMPARE(changed.last().first().toInt(), 0);
    QCOMPARE(control.sizeHint().height(), 24);
}

void TestControls::chipClosesByKeyAndSaysItsState()
{
    Chip chip(u"country = JP"_s);
    chip.setClosable(true);
    chip.show();
    QVERIFY(QTest::qWaitForWindowActive(&chip));
    QSignalSpy closed(&chip, &Chip::closed);
    QTest::keyClick(&chip, Qt::Key_Delete);
    QCOMPARE(closed.count(), 1);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(8, 8));
    QCOMPARE(closed.count(), 1);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 8, 8));
    QCOMPARE(closed.count(), 2);
    StatusChip state(Glyph::Error, u"cancelled"_s);
    QCOMPARE(state.accessibleName(), u"cancelled, Failing"_s);
    QCOMPARE(state.sizeHint().height(), 18);
}

void TestControls::switchTogglesBySpace()
{
    ToggleSwitch toggle(u"Live"_s);
    toggle.show();
    QVERIFY(QTest::qWaitForWindowActive(&toggle));
    QTest::keyClick(&toggle, Qt::Key_Space);
    QVERIFY(toggle.isChecked());
    const QImage on = toggle.grab().toImage();
    QTest::keyClick(&toggle, Qt::Key_Space);
    QVERIFY(!toggle.isChecked());
    QVERIFY(on != toggle.grab().toImage());
}

void TestControls::slashFocusesAndEscClears()
{
    QWidget pane;
    auto* layout = new QVBoxLayout(&pane);
    auto* field = new SearchField(u"Filter"_s);
    auto* list = new QTreeWidget;
    layout->addWidget(field);
    layout->addWidget(list);
    field->answerSlashIn(&pane);
    pane.show();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Slash);
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, u"a/b"_s); // inside the field it is a letter
    QCOMPARE(field->text(), u"a/b"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(field->text(), QString());
    QCOMPARE(field->accessibleName(), u"Filter"_s);
}

void TestControls::labelIsCutWithTooltip()
{
    ElidedLabel label(u"a rather long sentence that will not fit"_s);
    label.resize(60, 18);
    QVERIFY(label.isCut());
    label.resize(label.sizeHint());
    QVERIFY(!label.isCut());
    QCOMPARE(label.accessibleName(), label.text());
    QVERIFY(label.minimumSizeHint().width() < 40);
}

void TestControls::sparklineLeavesGapsOpen()
{
    const double gap = std::numeric_limits<double>::quiet_NaN();
    QList<double> values;
    for (int i = 0; i < 60; ++i)
        values << (i >= 20 && i < 40 ? gap : 5.0 + i % 3);
    QImage image(120, 18, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    paintSparkline(painter, image.rect(), values, Token::Series1, m_theme);
    painter.end();
    const auto inkIn = [&](int from, int to) {
        int ink = 0;
        for (int y = 0; y < 18; ++y) {
            for (int x = from; x < to; ++x)
                ink += qGray(image.pixel(x, y)) > 0;
        }
        return ink;
    };
    QVERIFY(inkIn(5, 35) > 20);
    QCOMPARE(inkIn(45, 75), 0);
    QVERIFY(inkIn(85, 115) > 20);
}

void TestControls::sizeBarShowsWhatIsNotZero()
{
    const auto filled = [&](double fraction) {
        QImage image(52, 9, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        paintSizeBar(painter, image.rect(), fraction, Token::Series5, m_theme);
        painter.end();
        int pixels = 0;
        for (int x = 0; x < 52; ++x)
            pixels += image.pixelColor(x, 4) == m_theme.color(Token::Series5);
        return pixels;
    };
    QCOMPARE(filled(0), 0);
    QCOMPARE(filled(0.0001), 1);
    QCOMPARE(filled(0.5), 26);
    QCOMPARE(filled(7), 52);
}

void TestControls::pillSaysStateAndDetail()
{
    Pill pill(u"kafka"_s);
    pill.setState(Glyph::Error, u"retry 4 s"_s);
    QCOMPARE(pill.accessibleName(), u"kafka, Failing, retry 4 s"_s);
    pill.show();
    QVERIFY(QTest::qWaitForWindowActive(&pill));
    QSignalSpy clicked(&pill, &Pill::clicked);
    QTest::keyClick(&pill, Qt::Key_Space);
    QCOMPARE(clicked.count(), 1);
    const QColor soft = m_theme.color(Token::StatusErrorSoft);
    QCOMPARE(pill.grab().toImage().pixelColor(4, pill.height() / 2), soft);
}

namespace
{
class Legend final : public QWidget
{
public:
    Legend() { setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred); }
    QSize sizeHint() const override { return {300, 20}; }
    QSize minimumSizeHint() const override { return {60, 20}; }
};
} // namespace

void TestControls::aLegendGivesWayBeforeTheTitle()
{
    QWidget panel;
    PanelHeader header(u"Sessions over time"_s, &panel);
    auto* legend = new Legend;
    header.addRight(legend);
    auto* button = new IconButton(u"refresh"_s, u"Refresh"_s, {});
    header.addRight(button);
    const auto* title = header.findChild<QLabel*>();
    QVERIFY(title);
    panel.resize(700, 100);
    header.resize(700, header.sizeHint().height());
    panel.show();
    QTRY_COMPARE(legend->width(), 300);
    const int button0 = button->width();
    header.resize(350, header.height());
    QTRY_VERIFY(legend->width() < 300);
    QCOMPARE(title->text(), header.title());
    QTRY_VERIFY(title->width() >= title->fontMetrics().horizontalAdvance(header.title()));
    header.resize(175, header.height()); // now it is the title's turn, the button's never
    QTRY_COMPARE(legend->width(), 60);
    QTRY_VERIFY(title->text() != header.title());
    QCOMPARE(button->width(), button0);
    header.resize(700, header.height());
    QTRY_COMPARE(legend->width(), 300);
    QCOMPARE(title->text(), header.title());
    // Nor does a long subtitle take from it.
    header.setSubtitle(QString(100, u'x'));
    header.resize(420, header.height());
    QTRY_VERIFY(legend->width() < 300);
    QCOMPARE(title->text(), header.title());
    QTRY_VERIFY(title->width() >= title->fontMetrics().horizontalAdvance(header.title()));
    QVERIFY(header.minimumSizeHint().width() < 175);
}

void TestControls::headerKeepsItsHeight()
{
    PanelHeader header(u"Topics"_s);
    header.setSubtitle(u"kafka-prod"_s);
    header.addRight(new IconButton(u"refresh"_s, u"Refresh"_s, {}));
    QCOMPARE(header.sizeHint().height(), 34);
    m_theme.setDensity(Density::Comfortable);
    QCOMPARE(header.sizeHint().height(), 38);
    m_theme.setDensity(Density::Compact);
    header.resize(300, header.sizeHint().height());
    header.showProgress(0.5);
    const QImage image = header.grab().toImage();
    QCOMPARE(image.pixelColor(20, 33), m_theme.color(Token::StatusRunning));
    QCOMPARE(image.pixelColor(280, 33), m_theme.color(Token::Press));
}

PH_TEST_MAIN(QApplication, TestControls)
#include "tst_controls.moc"
