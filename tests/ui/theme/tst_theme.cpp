// SPDX-License-Identifier: GPL-3.0-or-later
// The theme on a living application: palette, fonts, sizes, style sheet and the focus ring.

#include "tests/support/testmain.h"
#include "ui/theme/focusring.h"
#include "ui/theme/motion.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

#include <QtCore/QScopeGuard>
#include <QtGui/QFontInfo>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFocusFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

class TestTheme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void modeSwitchesLive();
    void systemModeFollowsTheDesktop();
    void densityChangesSizes();
    void fontsAreOurs();
    void monoHasNoLigatures();
    void cjkFollowsTheLanguage();
    void cjkIsAsHeavyOnDarkAsOnLight();
    void textStyleSurvivesALanguageChange();
    void sheetHasNoUnfilledToken();
    void ringShowsOnKeyboardOnly();
    void reducedMotionHasNoDurations();
    void fadesEndOpaqueAndOnlyWhenAsked();

private:
    Theme m_theme;
};

void TestTheme::initTestCase()
{
    m_theme.install(*qApp);
    m_theme.setMode(Theme::Mode::Dark);
    QCOMPARE(&Theme::of(nullptr), &m_theme);
}

void TestTheme::modeSwitchesLive()
{
    QSignalSpy changed(&m_theme, &Theme::changed);
    QLabel label(u"x"_s);
    setTone(&label, Token::Text3);
    label.ensurePolished();
    QCOMPARE(label.palette().color(QPalette::WindowText), tokenColor(Token::Text3, Scheme::Dark));
    m_theme.setMode(Theme::Mode::Light);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(
        QApplication::palette().color(QPalette::Window), tokenColor(Token::Surface, Scheme::Light));
    QCOMPARE(label.palette().color(QPalette::WindowText), tokenColor(Token::Text3, Scheme::Light));
    m_theme.setMode(Theme::Mode::Dark);
}

void TestTheme::systemModeFollowsTheDesktop()
{
    m_theme.setMode(Theme::Mode::System);
    // The offscreen platform has no scheme of its own; Fusion's standard palette is light.
    QCOMPARE(m_theme.scheme(), Scheme::Light);
    m_theme.setMode(Theme::Mode::Dark);
}

void TestTheme::densityChangesSizes()
{
    QPushButton button(u"Run"_s);
    QComboBox combo;
    combo.addItem(u"one"_s);
    QLineEdit field;
    for (const auto density : {Density::Comfortable, Density::Compact}) {
        m_theme.setDensity(density);
        const int wanted = density == Density::Compact ? 26 : 30;
        QCOMPARE(m_theme.metric(Metric::Button), wanted);
        button.ensurePolished();
        QCOMPARE(button.sizeHint().height(), wanted);
        QCOMPARE(combo.sizeHint().height(), wanted);
        QCOMPARE(field.sizeHint().height(), wanted);
    }
}

void TestTheme::fontsAreOurs()
{
    QVERIFY(loadEmbeddedFonts());
    QCOMPARE(QFontInfo(m_theme.font(TextStyle::Body)).family(), u"Pilothouse Sans"_s);
    QCOMPARE(QFontInfo(m_theme.font(TextStyle::Mono)).family(), u"Pilothouse Mono"_s);
    const QFontInfo control(m_theme.font(TextStyle::Control));
    QCOMPARE(control.weight(), int(QFont::Medium));
    const auto width = [&](TextStyle style) {
        return QFontMetricsF(m_theme.font(style)).horizontalAdvance(u"Half pixels count"_s);
    };
    // Half pixels count: 12.5 stands between 12 and 13, as 11.5 stands below 12.
    QFont thirteen = m_theme.font(TextStyle::Body);
    thirteen.setWeight(QFont::Medium);
    const double whole = QFontMetricsF(thirteen).horizontalAdvance(u"Half pixels count"_s);
    QVERIFY2(qAbs(width(TextStyle::Control) / whole - 12.5 / 13) < 0.02,
        qPrintable(QString::number(width(TextStyle::Control) / whole)));
    QVERIFY2(qAbs(width(TextStyle::Caption) / width(TextStyle::Cell) - 11.5 / 12) < 0.02,
        qPrintable(QString::number(width(TextStyle::Caption) / width(TextStyle::Cell))));
    const QFontMetricsF mono(m_theme.font(TextStyle::Mono));
    QCOMPARE(mono.horizontalAdvance(u'1'), mono.horizontalAdvance(u'8'));
}

void TestTheme::monoHasNoLigatures()
{
    // With the ligatures of the original, "<>" is one sign: its picture differs from the two signs
    // drawn one after the other.
    const QFont font = m_theme.font(TextStyle::Mono);
    const auto draw = [&](bool together) {
        QImage image(40, 24, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(font);
        const qreal step = QFontMetricsF(font).horizontalAdvance(u'<');
        if (together) {
            painter.drawText(QPointF(2, 16), u"!="_s);
        } else {
            painter.drawText(QPointF(2, 16), u"!"_s);
            painter.drawText(QPointF(2 + step, 16), u"="_s);
        }
        return image;
    };
    QCOMPARE(draw(true), draw(false));
}

void TestTheme::cjkFollowsTheLanguage()
{
    QCOMPARE(interfaceFamilies(u"zh_TW"_s).at(2), u"Noto Sans CJK TC"_s);
    QCOMPARE(interfaceFamilies(u"ko"_s).at(2), u"Noto Sans CJK KR"_s);
    const double points = textFont(TextStyle::Micro, u"ko"_s).pointSizeF();
    QVERIFY(points > textFont(TextStyle::Micro, u"en"_s).pointSizeF());
}

// Light on dark must hold as much ink as dark on light; a gamma of Qt's would make it bold.
void TestTheme::cjkIsAsHeavyOnDarkAsOnLight()
{
    const auto ink = [this](QColor ground, QColor pen) {
        QImage image(160, 24, QImage::Format_RGB32);
        image.fill(ground);
        QPainter painter(&image);
        painter.setFont(m_theme.font(TextStyle::Cell));
        painter.setPen(pen);
        painter.drawText(QPointF(2, 16), u"資料庫訂單韓國주문선택"_s);
        painter.end();
        qint64 sum = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                sum += std::abs(qGray(image.pixel(x, y)) - qGray(ground.rgb()));
        return double(sum);
    };
    const double dark = ink(Qt::black, Qt::white);
    const double light = ink(Qt::white, Qt::black);
    QVERIFY(light > 0);
    QVERIFY2(std::abs(dark / light - 1) < 0.03, qPrintable(QString::number(dark / light)));
}

void TestTheme::textStyleSurvivesALanguageChange()
{
    QLabel label(u"x"_s);
    setTextStyle(&label, TextStyle::Title);
    m_theme.setLanguage(u"ko"_s);
    QCOMPARE(label.font().families().at(2), u"Noto Sans CJK KR"_s);
    m_theme.setLanguage(u"en"_s);
    QCOMPARE(label.font().weight(), QFont::DemiBold);
}

void TestTheme::sheetHasNoUnfilledToken()
{
    const QString sheet = buildStyleSheet(m_theme);
    QVERIFY2(!sheet.contains(u'@'), qPrintable(sheet.mid(sheet.indexOf(u'@'), 40)));
    QVERIFY(!sheet.contains(QRegularExpression(u"#[0-9a-f]{8}[a-z.0-9]"_s)));
}

void TestTheme::ringShowsOnKeyboardOnly()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* first = new QPushButton(u"One"_s);
    auto* second = new QPushButton(u"Two"_s);
    layout->addWidget(first);
    layout->addWidget(second);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    first->setFocus();
    const auto ringOn = [&](QWidget* widget) {
        const auto frames = window.findChildren<QFocusFrame*>();
        return !frames.isEmpty() && frames.first()->widget() == widget
            && frames.first()->isVisible();
    };
    QTest::mouseClick(first, Qt::LeftButton);
    QVERIFY(!ringOn(first));
    QTest::keyClick(first, Qt::Key_Tab);
    QTRY_VERIFY(ringOn(second));
    QTest::mouseClick(first, Qt::LeftButton);
    QTRY_VERIFY(!ringOn(second));
}

void TestTheme::reducedMotionHasNoDurations()
{
    m_theme.setReduceMotion(true);
    QCOMPARE(m_theme.duration(Motion::ToastIn), 0);
    m_theme.setReduceMotion(false);
    QCOMPARE(m_theme.duration(Motion::ToastIn), 160);
}

void TestTheme::fadesEndOpaqueAndOnlyWhenAsked()
{
    QWidget window;
    auto* child = new QWidget(&window);
    window.show();
    fadeIn(child, Motion::ToastIn);
    QVERIFY(!child->graphicsEffect()); // offscreen pictures see the end
    bool gone = false;
    fadeOut(child, Motion::ToastOut, [&gone] { gone = true; });
    QVERIFY(gone);

    animateOffscreen(true);
    const auto quiet = qScopeGuard([] { animateOffscreen(false); });
    fadeIn(child, Motion::ToastIn);
    QVERIFY(child->graphicsEffect());
    QTRY_VERIFY(!child->graphicsEffect());
    gone = false;
    fadeOut(child, Motion::ToastOut, [&gone] { gone = true; });
    QVERIFY(!gone);
    QTRY_VERIFY(gone);
    m_theme.setReduceMotion(true);
    fadeIn(child, Motion::ToastIn);
    QVERIFY(!child->graphicsEffect());
    m_theme.setReduceMotion(false);
    fadeOut(child, Motion::ToastOut, [&gone] { gone = false; });
    delete child; // never called for a widget that went
    QCoreApplication::processEvents();
    QVERIFY(gone);
}

PH_TEST_MAIN(QApplication, TestTheme)
#include "tst_theme.moc"
