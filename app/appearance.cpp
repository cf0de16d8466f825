// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appearance.h"

#include <QSettings>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Density;
using Mode = ui::Theme::Mode;

Appearance::Appearance(ui::Theme& theme, QSettings& settings, QObject* parent)
    : QObject(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_language(u"en"_s)
{
}

QStringList Appearance::languages()
{
    return Translators::languages();
}

QString Appearance::languageName(const QString& language)
{
    if (language == u"zh_TW"_s)
        return u"繁體中文"_s;
    return language == u"ko"_s ? u"한국어"_s : u"English"_s;
}

void Appearance::load()
{
    const QString mode = m_settings.value(u"appearance/theme"_s).toString();
    m_theme.setMode(mode == u"dark"_s ? Mode::Dark
            : mode == u"light"_s      ? Mode::Light
                                      : Mode::System);
    m_theme.setDensity(m_settings.value(u"appearance/density"_s).toString() == u"comfortable"_s
            ? Density::Comfortable
            : Density::Compact);
    m_theme.setHighContrast(m_settings.value(u"appearance/highContrast"_s, false).toBool());
    m_theme.setReduceMotion(m_settings.value(u"appearance/reduceMotion"_s, false).toBool());
    applyLanguage(Translators::chosen(m_settings));
}

void Appearance::setMode(Mode mode)
{
    const QString word = mode == Mode::Dark ? u"dark"_s
        : mode == Mode::Light               ? u"light"_s
                                            : u"system"_s;
    m_settings.setValue(u"appearance/theme"_s, word);
    m_theme.setMode(mode);
}

void Appearance::setDensity(Density density)
{
    m_settings.setValue(
        u"appearance/density"_s, density == Density::Comfortable ? u"comfortable"_s : u"compact"_s);
    m_theme.setDensity(density);
}

void Appearance::setHighContrast(bool on)
{
    m_settings.setValue(u"appearance/highContrast"_s, on);
    m_theme.setHighContrast(on);
}

void Appearance::setReduceMotion(bool on)
{
    m_settings.setValue(u"appearance/reduceMotion"_s, on);
    m_theme.setReduceMotion(on);
}

void Appearance::setLanguage(const QString& language)
{
    if (!languages().contains(language) || language == m_language)
        return;
    m_settings.setValue(u"appearance/language"_s, language);
    applyLanguage(language);
    Q_EMIT languageChanged(language);
}

void Appearance::applyLanguage(const QString& language)
{
    m_language = language;
    m_translators.use(language);
    m_theme.setLanguage(language);
}

} // namespace pilothouse::app
