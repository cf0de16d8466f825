// SPDX-License-Identifier: GPL-3.0-or-later
// pilothouse_gallery --out FILE [--theme dark|light] [--page components|states|confirm]
// [--density comfortable] [--contrast high] [--lang L]: draws a page of controls to a PNG.

#include "tests/ui/gallery/gallerypages.h"
#include "ui/theme/theme.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QTimer>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

#include <cstdio>

using namespace pilothouse;
using namespace Qt::StringLiterals;

namespace
{

// The page with whatever stands over it, as a screen would show it.
QImage shot(QWidget& page)
{
    QImage image = page.grab().toImage();
    QPainter painter(&image);
    for (QWidget* other : QApplication::topLevelWidgets()) {
        if (other == &page || !other->isVisible() || !other->isWindow())
            continue;
        // Opaque first: a translucent window grabs as black where nothing is painted.
        QImage top(other->size() * other->devicePixelRatioF(), QImage::Format_ARGB32_Premultiplied);
        top.fill(Qt::transparent);
        other->render(&top, {}, {}, QWidget::DrawChildren);
        painter.drawImage(page.mapFromGlobal(other->pos()), top);
    }
    return image;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption out(u"out"_s, u"PNG to write"_s, u"FILE"_s);
    const QCommandLineOption look(u"theme"_s, u"dark or light"_s, u"THEME"_s, u"dark"_s);
    const QCommandLineOption which(
        u"page"_s, u"components, states or confirm"_s, u"PAGE"_s, u"components"_s);
    const QCommandLineOption density(u"density"_s, u"comfortable"_s, u"DENSITY"_s);
    const QCommandLineOption contrast(u"contrast"_s, u"high"_s, u"CONTRAST"_s);
    const QCommandLineOption language(u"lang"_s, u"en, zh_TW or ko"_s, u"LANG"_s, u"en"_s);
    parser.addOptions({out, look, which, density, contrast, language});
    parser.process(app);
    if (!parser.isSet(out)) {
        std::fputs("--out FILE is missing\n", stderr);
        return 2;
    }
    ui::Theme theme;
    theme.install(app);
    theme.setMode(
        parser.value(look) == "light"_L1 ? ui::Theme::Mode::Light : ui::Theme::Mode::Dark);
    theme.setHighContrast(parser.value(contrast) == "high"_L1);
    theme.setLanguage(parser.value(language));
    if (parser.value(density) == "comfortable"_L1)
        theme.setDensity(ui::Density::Comfortable);

    const QString page = parser.value(which);
    QWidget* widget = page == "states"_L1 ? gallery::statesPage()
        : page == "confirm"_L1            ? gallery::confirmPage()
                                          : gallery::componentsPage();
    const std::unique_ptr<QWidget> owner(widget);
    widget->resize(1440, 900);
    widget->show();
    bool written = false;
    // Long enough for the loading state to say its words.
    QTimer::singleShot(1600, widget, [&] {
        written = shot(*widget).save(parser.value(out));
        QApplication::exit();
    });
    QApplication::exec();
    return written ? 0 : 1;
}
