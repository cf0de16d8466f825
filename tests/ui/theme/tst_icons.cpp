// SPDX-License-Identifier: GPL-3.0-or-later
// Every icon draws something, in the colour asked for, inside the 2 px margin of its 20 px grid.

#include "tests/support/testmain.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>

using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

namespace
{

// The smallest rectangle holding every pixel that is not fully transparent.
QRect inkOf(const QImage& image)
{
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 24)
                ink = ink.united(QRect(x, y, 1, 1));
        }
    }
    return ink;
}

} // namespace

class TestIcons final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIconStaysInsideTheGrid_data();
    void everyIconStaysInsideTheGrid();
    void iconsFollowTheTheme();
    void unknownNamesAreNull();
    void glyphsDifferWithoutColour();

private:
    Theme m_theme;
};

void TestIcons::everyIconStaysInsideTheGrid_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = iconNames();
    QVERIFY(names.size() >= 75);
    for (const QString& name : names)
        QTest::newRow(name.toUtf8().constData()) << name;
}

void TestIcons::everyIconStaysInsideTheGrid()
{
    QFETCH(QString, name);
    for (const auto mode : {Theme::Mode::Dark, Theme::Mode::Light}) {
        m_theme.setMode(mode);
        const QImage image = iconPixmap(m_theme, name, Token::Text2, 20, 4.0).toImage();
        QCOMPARE(image.size(), QSize(80, 80));
        const QRect ink = inkOf(image);
        QVERIFY2(ink.width() >= 24 || ink.height() >= 24, "too little is drawn");
        // 2 px of margin at four times the size, half a pixel of smoothing allowed.
        QVERIFY2(QRect(6, 6, 68, 68).contains(ink),
            qPrintable(
                u"%1,%2 %3x%4"_s.arg(ink.x()).arg(ink.y()).arg(ink.width()).arg(ink.height())));
        const QColor wanted = m_theme.color(Token::Text2);
        bool found = false;
        for (int y = 0; y < 80 && !found; ++y) {
            for (int x = 0; x < 80 && !found; ++x)
                found = image.pixelColor(x, y) == wanted;
        }
        QVERIFY2(found, "the colour asked for is nowhere");
    }
}

void TestIcons::iconsFollowTheTheme()
{
    m_theme.setMode(Theme::Mode::Dark);
    const QIcon search = icon(m_theme, u"search"_s, Token::Text3, 20);
    QVERIFY(!search.isNull());
    const QImage dark = search.pixmap(QSize(20, 20), 1.0).toImage();
    m_theme.setMode(Theme::Mode::Light);
    const QImage light = search.pixmap(QSize(20, 20), 1.0).toImage();
    QVERIFY(dark != light);
    QCOMPARE(search.pixmap(QSize(20, 20), 2.0).size(), QSize(40, 40));
    QVERIFY(light != search.pixmap(QSize(20, 20), 1.0, QIcon::Disabled).toImage());
}

void TestIcons::unknownNamesAreNull()
{
    QVERIFY(icon(m_theme, u"no-such-icon"_s).isNull());
    QVERIFY(icon(m_theme, QString()).isNull());
}

void TestIcons::glyphsDifferWithoutColour()
{
    QList<QImage> drawn;
    for (int i = int(Glyph::Ok); i <= int(Glyph::Removed); ++i) {
        QImage image(48, 48, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintGlyph(painter, QRectF(0, 0, 48, 48), Glyph(i), Qt::black, Qt::white);
        painter.end();
        for (const QImage& other : drawn) {
            int different = 0;
            for (int y = 0; y < 48; ++y) {
                for (int x = 0; x < 48; ++x)
                    different += std::abs(qGray(image.pixel(x, y)) - qGray(other.pixel(x, y))) > 96;
            }
            QVERIFY2(different > 40, qPrintable(QString::number(i)));
        }
        drawn << image;
        QVERIFY(!glyphWord(Glyph(i)).isEmpty());
    }
}

PH_TEST_MAIN(QApplication, TestIcons)
#include "tst_icons.moc"
