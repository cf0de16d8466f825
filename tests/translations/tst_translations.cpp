// SPDX-License-Identifier: GPL-3.0-or-later
// The translations as the program finds them: words, plurals and arguments in each language, and
// switching between them while it runs.
#include "app/appearance.h"
#include "app/translators.h"
#include "tests/support/testmain.h"
#include "ui/words.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

using namespace pilothouse;
using namespace Qt::StringLiterals;

class TestTranslations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void words_data();
    void words();
    void plurals_data();
    void plurals();
    void aTextTakesItsArguments();
    void everyLanguageHasItsOwnWord();
    void switchedWhileRunning();
    void theChoiceIsKept();
    void whatWasSaidIsKnownInEnglish();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<app::Appearance> m_look;
};

void TestTranslations::init()
{
    m_look.reset();
    m_settings
        = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_settings->clear();
    m_theme = std::make_unique<ui::Theme>();
    m_look = std::make_unique<app::Appearance>(*m_theme, *m_settings);
    m_look->load();
}

void TestTranslations::words_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("context");
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* language, const char* context, const char* source,
                         const QString& shown) {
        QTest::addRow("%s %s", language, source)
            << QString::fromLatin1(language) << QByteArray(context) << QByteArray(source) << shown;
    };
    row("en", "database", "Database", u"Database"_s);
    row("zh_TW", "database", "Database", u"資料庫"_s);
    row("ko", "database", "Database", u"데이터베이스"_s);
    row("zh_TW", "queue", "Queue", u"佇列"_s);
    row("ko", "queue", "Queue", u"큐"_s);
    row("zh_TW", "pilothouse::database::LocksPanel", "Locks", u"鎖定"_s);
    row("ko", "pilothouse::database::LocksPanel", "Locks", u"잠금"_s);
    row("zh_TW", "pilothouse::app::MainWindow", "Command palette", u"命令面板"_s);
    row("ko", "pilothouse::app::MainWindow", "Command palette", u"명령 팔레트"_s);
    row("zh_TW", "pilothouse::ui::ErrorPage", "Retry now", u"立即重試"_s);
    row("ko", "pilothouse::ui::ErrorPage", "Retry now", u"지금 재시도"_s);
    row("ko", "QsciScintilla", "&Undo", u"실행 취소(&U)"_s);
}

void TestTranslations::words()
{
    QFETCH(QString, language);
    QFETCH(QByteArray, context);
    QFETCH(QByteArray, source);
    m_look->overrideLanguage(language);
    QTEST(QCoreApplication::translate(context.constData(), source.constData()), "shown");
}

void TestTranslations::plurals_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("shown");
    QTest::newRow("en 1") << u"en"_s << 1 << u"1 key deleted"_s;
    QTest::newRow("en 0") << u"en"_s << 0 << u"0 keys deleted"_s;
    QTest::newRow("en 3") << u"en"_s << 3 << u"3 keys deleted"_s;
    QTest::newRow("zh_TW 1") << u"zh_TW"_s << 1 << u"已刪除 1 個鍵"_s;
    QTest::newRow("zh_TW 3") << u"zh_TW"_s << 3 << u"已刪除 3 個鍵"_s;
    QTest::newRow("ko 1") << u"ko"_s << 1 << u"키 1개 삭제됨"_s;
    QTest::newRow("ko 3") << u"ko"_s << 3 << u"키 3개 삭제됨"_s;
}

void TestTranslations::plurals()
{
    QFETCH(QString, language);
    QFETCH(int, count);
    m_look->overrideLanguage(language);
    QTEST(ui::words(PH_PLURAL("queue", "%n key(s) deleted").plural(count)), "shown");
}

void TestTranslations::aTextTakesItsArguments()
{
    const auto text = [] {
        return ui::words(PH_TEXT("queue", "Rename %1 to %2?").arg(u"a"_s).arg(u"b"_s));
    };
    m_look->overrideLanguage(u"en"_s);
    QCOMPARE(text(), u"Rename a to b?"_s);
    m_look->overrideLanguage(u"zh_TW"_s);
    QCOMPARE(text(), u"要將 a 重新命名為 b 嗎？"_s);
    m_look->overrideLanguage(u"ko"_s);
    QCOMPARE(text(), u"a의 이름을 b(으)로 바꿀까요?"_s);
}

void TestTranslations::everyLanguageHasItsOwnWord()
{
    QStringList seen;
    for (const QString& language : app::Appearance::languages()) {
        m_look->overrideLanguage(language);
        const QString word = QCoreApplication::translate("pilothouse::app::MainWindow", "Settings");
        QVERIFY2(!word.isEmpty() && !seen.contains(word), qPrintable(language));
        seen << word;
        QVERIFY2(!app::Appearance::languageName(language).isEmpty(), qPrintable(language));
    }
}

void TestTranslations::switchedWhileRunning()
{
    const auto word = [] {
        return QCoreApplication::translate("database", "Query");
    };
    m_look->setLanguage(u"zh_TW"_s);
    QCOMPARE(word(), u"查詢"_s);
    m_look->setLanguage(u"ko"_s);
    QCOMPARE(word(), u"쿼리"_s);
    // Nothing of the language before is left behind.
    m_look->setLanguage(u"en"_s);
    QCOMPARE(word(), u"Query"_s);
}

void TestTranslations::theChoiceIsKept()
{
    int heard = 0;
    connect(m_look.get(), &app::Appearance::languageChanged, this, [&heard] { ++heard; });
    m_look->setLanguage(u"ko"_s);
    m_look->setLanguage(u"ko"_s);
    QCOMPARE(heard, 1);
    m_look = std::make_unique<app::Appearance>(*m_theme, *m_settings);
    m_look->load();
    QCOMPARE(m_look->language(), u"ko"_s);
    QCOMPARE(QCoreApplication::translate("database", "Query"), u"쿼리"_s);
}

void TestTranslations::whatWasSaidIsKnownInEnglish()
{
    const auto said = [](const char* source) {
        return QCoreApplication::translate("pilothouse::workflow::WorkflowPanel", source);
    };
    for (const QString& language : {u"zh_TW"_s, u"ko"_s}) {
        m_look->overrideLanguage(language);
        const QString retry = said("Retry the task…");
        QVERIFY(retry != u"Retry the task…"_s);
        QCOMPARE(app::Translators::english(retry), QStringList{u"Retry the task…"_s});
        const QString mark = said("Mark the task %1…").arg(u"failed"_s);
        QCOMPARE(app::Translators::english(mark), QStringList{u"Mark the task failed…"_s});
        QVERIFY(app::Translators::english(u"fct_orders"_s).isEmpty());
    }
    // Nothing of another language, and none of its own.
    const QString before = said("Retry the task…");
    m_look->overrideLanguage(u"en"_s);
    QVERIFY(app::Translators::english(before).isEmpty());
    QVERIFY(app::Translators::english(said("Retry the task…")).isEmpty());
}

PH_TEST_MAIN(QApplication, TestTranslations)
#include "tst_translations.moc"
