// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appearance.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>

// Q_INIT_RESOURCE declares a function and therefore must stand outside every namespace.
static void initTranslations()
{
    Q_INIT_RESOURCE(pilothouse_translations);
}

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Density;
using Mode = ui::Theme::Mode;

namespace
{

QString systemLanguage()
{
    const QLocale system = QLocale::system();
    if (system.language() == QLocale::Korean)
        return u"ko"_s;
    if (system.language() == QLocale::Chinese
        && system.script() == QLocale::TraditionalChineseScript)
        return u"zh_TW"_s;
    return u"en"_s;
}

} // namespace

Appearance::Appearance(ui::Theme& theme, QSettings& settings, QObject* parent)
    : QObject(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_language(u"en"_s)
{
}

QStringList Appearance::languages()
{
    return {u"en"_s, u"zh_TW"_s, u"ko"_s};
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
    const QString chosen = m_settings.value(u"appearance/language"_s).toString();
    applyLanguage(languages().contains(chosen) ? chosen : systemLanguage());
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
    initTranslations();
    m_language = language;
    for (const auto& translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
    QLocale::setDefault(language == u"en"_s ? QLocale(QLocale::English) : QLocale(language));
    const auto install = [this](const QString& name, const QString& folder) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(name, folder) && QCoreApplication::installTranslator(translator.get()))
            m_translators.push_back(std::move(translator));
    };
    // English has one too: it holds the plurals.
    install(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"pilothouse_"_s + language, u":/i18n"_s);
    m_theme.setLanguage(language);
}

} // namespace pilothouse::app
