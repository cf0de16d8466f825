// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translators.h"

#include <QCoreApplication>
#include <QHash>
#include <QLibraryInfo>
#include <QLocale>
#include <QMutex>
#include <QSettings>

#include <algorithm>

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

// What was translated, the other way round.
class Spoken final
{
public:
    void add(const QString& words, const char* source)
    {
        const QMutexLocker lock(&m_mutex);
        QStringList& sources = m_sources[words];
        const QUtf8StringView english(source);
        if (std::any_of(sources.cbegin(), sources.cend(),
                [english](const QString& known) { return QAnyStringView::equal(known, english); }))
            return;
        sources.append(QString::fromUtf8(source));
        if (words.count(u'%') == 1 && words.contains(u"%1"_s))
            m_patterns.append(words);
    }
    void clear()
    {
        const QMutexLocker lock(&m_mutex);
        m_sources.clear();
        m_patterns.clear();
    }
    QStringList english(const QString& shown) const
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto exact = m_sources.constFind(shown); exact != m_sources.cend())
            return *exact;
        // The pattern with the most words of its own.
        const QString* best = nullptr;
        for (const QString& pattern : m_patterns) {
            const qsizetype at = pattern.indexOf(u"%1"_s);
            const QStringView all(pattern);
            if (pattern.size() >= kLeastPattern && (!best || pattern.size() > best->size())
                && shown.size() > pattern.size() - 2 && shown.startsWith(all.first(at))
                && shown.endsWith(all.sliced(at + 2)))
                best = &pattern;
        }
        if (!best)
            return {};
        const qsizetype at = best->indexOf(u"%1"_s);
        const QString argument = shown.mid(at, shown.size() - best->size() + 2);
        const QString said = m_sources.value(argument, {argument}).constFirst();
        QStringList out = m_sources.value(*best);
        for (QString& english : out)
            english.replace(u"%1"_s, said);
        return out;
    }

private:
    static constexpr qsizetype kLeastPattern = 4; // "%1" and two letters
    mutable QMutex m_mutex;
    QHash<QString, QStringList> m_sources;
    QStringList m_patterns;
};

Spoken& spoken()
{
    static Spoken all;
    return all;
}

class Listening final : public QTranslator
{
public:
    QString translate(
        const char* context, const char* source, const char* disambiguation, int n) const override
    {
        QString words = QTranslator::translate(context, source, disambiguation, n);
        if (n < 0 && !words.isEmpty())
            spoken().add(words, source);
        return words;
    }
};

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

QStringList Translators::english(const QString& shown)
{
    return spoken().english(shown);
}

void Translators::use(const QString& language)
{
    initTranslations();
    removeAll();
    QLocale::setDefault(language == u"en"_s ? QLocale(QLocale::English) : QLocale(language));
    const auto install = [this](const QString& name, const QString& folder,
                             std::unique_ptr<QTranslator> translator) {
        if (translator->load(name, folder) && QCoreApplication::installTranslator(translator.get()))
            m_translators.push_back(std::move(translator));
    };
    // English has one too: it holds the plurals.
    install(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath),
        std::make_unique<QTranslator>());
    install(u"pilothouse_"_s + language, u":/i18n"_s,
        language == u"en"_s ? std::make_unique<QTranslator>() : std::make_unique<Listening>());
}

void Translators::removeAll()
{
    for (const auto& translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
    spoken().clear();
}

} // namespace pilothouse::app
