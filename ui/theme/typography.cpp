// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/typography.h"

#include "ui/theme/fallbacks.h"
#include "ui/theme/stems.h"

#include <QtCore/QDir>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>

#include <cmath>

// Q_INIT_RESOURCE declares a function and therefore must stand outside every namespace.
static void initPilothouseResources()
{
    Q_INIT_RESOURCE(pilothouse_icons);
    Q_INIT_RESOURCE(pilothouse_fonts);
}

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct Face {
    double size;
    int line;
    QFont::Weight weight;
    bool mono;
};

Face faceOf(TextStyle style)
{
    switch (style) {
    case TextStyle::Display:
        return {24, 32, QFont::DemiBold, false};
    case TextStyle::Kpi:
        return {22, 30, QFont::DemiBold, false};
    case TextStyle::Title:
        return {18, 26, QFont::DemiBold, false};
    case TextStyle::Heading:
        return {15, 22, QFont::DemiBold, false};
    case TextStyle::Body:
        return {13, 18, QFont::Normal, false};
    case TextStyle::Control:
        return {12.5, 18, QFont::Medium, false};
    case TextStyle::ControlStrong:
        return {12.5, 18, QFont::DemiBold, false};
    case TextStyle::Cell:
        return {12, 16, QFont::Normal, false};
    case TextStyle::Caption:
        return {11.5, 16, QFont::Normal, false};
    case TextStyle::Micro:
        return {11, 15, QFont::Medium, false};
    case TextStyle::Mono:
        return {12, 18, QFont::Normal, true};
    case TextStyle::MonoStrong:
        return {12, 18, QFont::DemiBold, true};
    case TextStyle::MonoSmall:
        return {11, 16, QFont::Normal, true};
    case TextStyle::MonoAxis:
        return {10, 14, QFont::Normal, true};
    }
    return {13, 18, QFont::Normal, false};
}

bool isChinese(const QString& language)
{
    return language.startsWith("zh"_L1);
}
bool isKorean(const QString& language)
{
    return language.startsWith("ko"_L1);
}

QStringList cjkFamilies(const QString& language)
{
    const QStringList chinese{u"Noto Sans CJK TC"_s, u"Microsoft JhengHei UI"_s, u"PingFang TC"_s};
    const QStringList korean{u"Noto Sans CJK KR"_s, u"Malgun Gothic"_s, u"Apple SD Gothic Neo"_s};
    return isKorean(language) ? korean + chinese : chinese + korean;
}

// Sets a size that may be a fraction. Qt draws whole device pixels only: 12.5 becomes 13, and the
// letters are drawn that much narrower, so that text takes the room it has in the design.
void setPixels(QFont& font, double pixels)
{
    const QScreen* screen = QGuiApplication::primaryScreen();
    const double dpi = screen ? screen->logicalDotsPerInchY() : 0;
    font.setPointSizeF(pixels * 72.0 / (dpi > 0 ? dpi : 96.0));
    const double wanted = pixels * (screen ? screen->devicePixelRatio() : 1.0);
    const int stretch = static_cast<int>(std::lround(100.0 * wanted / std::round(wanted)));
    // Always said, also when 100: a font that leaves it open shares the narrower one's glyphs.
    font.setStretch(std::abs(stretch - 100) >= 2 ? stretch : 100);
}

} // namespace

QStringList interfaceFamilies(const QString& language)
{
    return QStringList{u"Pilothouse Sans"_s, u"Inter"_s} + cjkFamilies(language);
}

QStringList monoFamilies(const QString& language)
{
    return QStringList{u"Pilothouse Mono"_s, u"JetBrains Mono"_s} + cjkFamilies(language)
        + QStringList{u"monospace"_s};
}

QFont textFont(TextStyle style, const QString& language)
{
    const Face face = faceOf(style);
    double size = face.size;
    if (!face.mono && size < 11.5 && (isChinese(language) || isKorean(language)))
        size = 11.5; // the smallest size at which these scripts stay readable
    QFont font;
    font.setFamilies(face.mono ? monoFamilies(language) : interfaceFamilies(language));
    setPixels(font, size);
    font.setWeight(face.weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (face.mono)
        font.setStyleHint(QFont::Monospace);
    return font;
}

int lineHeight(TextStyle style)
{
    return faceOf(style).line;
}

void setFallbacks(const QString& language)
{
    const QString own = monoFamilies(language).constFirst();
    QFont::removeSubstitutions(own);
    QFont::insertSubstitutions(own, cjkFamilies(language));
}

bool loadEmbeddedFonts()
{
    keepStemsAsDrawn();
    static const bool loaded = [] {
        initPilothouseResources();
        const QDir folder(u":/pilothouse/fonts"_s);
        const QStringList files = folder.entryList(QDir::Files);
        bool every = !files.isEmpty();
        for (const QString& file : files)
            every = QFontDatabase::addApplicationFont(folder.filePath(file)) >= 0 && every;
        return every;
    }();
    return loaded;
}

} // namespace pilothouse::ui
