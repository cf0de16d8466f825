// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translators.h"

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

namespace
{

// The menu of the code editor: QScintilla brings no translation to our languages.
[[maybe_unused]] constexpr const char* kEditorMenu[] = {
    QT_TRANSLATE_NOOP("QsciScintilla", "&Undo"),
    QT_TRANSLATE_NOOP("QsciScintilla", "&Redo"),
    QT_TRANSLATE_NOOP("QsciScintilla", "Cu&t"),
    QT_TRANSLATE_NOOP("QsciScintilla", "&Copy"),
    QT_TRANSLATE_NOOP("QsciScintilla", "&Paste"),
    QT_TRANSLATE_NOOP("QsciScintilla", "Delete"),
    QT_TRANSLATE_NOOP("QsciScintilla", "Select All"),
};

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

Translators::~Translators()
{
    removeAll();
}

QStringList Translators::languages()
{
    return {u"en"_s, u"zh_TW"_s, u"ko"_s};
}

QString Translators::chosen(const QSettings& settings)
{
    const QString kept = settings.value(u"appearance/language"_s).toString();
    return languages().contains(kept) ? kept : systemLanguage();
}

QString Translators::text(const QString& language, const char* context, const char* key)
{
    initTranslations();
    QTranslator translator;
    QString words;
    if (translator.load(u"pilothouse_"_s + language, u":/i18n"_s))
        words = translator.translate(context, key);
    return words.isEmpty() ? QString::fromUtf8(key) : words;
}

void Translators::use(const QString& language)
{
    initTranslations();
    removeAll();
    QLocale::setDefault(language == u"en"_s ? QLocale(QLocale::English) : QLocale(language));
    const auto install = [this](const QString& name, const QString& folder) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(name, folder) && QCoreApplication::installTranslator(translator.get()))
            m_translators.push_back(std::move(translator));
    };
    // English has one too: it holds the plurals.
    install(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"pilothouse_"_s + language, u":/i18n"_s);
}

void Translators::removeAll()
{
    for (const auto& translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
}

} // namespace pilothouse::app
