// SPDX-License-Identifier: GPL-3.0-or-later
// What the shell's palette says of its entries: why one cannot be chosen, other words for it, its
// English name in another language, and words of objects.
#include "app/shell/palettecontroller.h"
#include "app/translators.h"
#include "tests/gui/shellbench.h"
#include "tests/support/testmain.h"

#include <QApplication>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::app;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class ShellPaletteTest final : public QObject
{
    Q_OBJECT

    ui::PaletteView& palette(const QString& text)
    {
        if (!m_bench->window().palette()->isOpen())
            m_bench->window().palette()->open();
        ui::PaletteView& view = m_bench->window().palette()->view();
        view.restart(text);
        return view;
    }
    static QList<const ui::PaletteItem*> items(const ui::PaletteView& view)
    {
        QList<const ui::PaletteItem*> list;
        for (int row = 0; row < view.model().rowCount(); ++row)
            if (const auto* item = view.model().item(view.model().index(row)))
                list << item;
        return list;
    }
    void begin(const std::vector<SearchItem>& objects = {})
    {
        m_bench = std::make_unique<ShellBench>(m_folder->path());
        m_bench->answers()[u"alpha"_s].objects = objects;
        m_bench->openProfile();
        m_bench->window().resize(1280, 800);
        m_bench->window().show();
        QApplication::setActiveWindow(&m_bench->window());
        QTRY_VERIFY(m_bench->panel());
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        m_bench.reset();
        m_words.reset();
    }

    void anActThatIsOffSaysWhy()
    {
        begin();
        QAction* act = m_bench->panel()->panelActions().constFirst();
        bool done = false;
        connect(act, &QAction::triggered, this, [&done] { done = true; });
        act->setProperty("words", u"manufacture, produce"_s);
        act->setToolTip(u"Writes are off for this connection"_s);
        act->setEnabled(false);
        ui::PaletteView& view = palette(u">produce"_s);
        QCOMPARE(items(view).size(), 1);
        QCOMPARE(items(view).first()->name, u"Made action"_s);
        QCOMPARE(items(view).first()->context, u"Writes are off for this connection"_s);
        QVERIFY(!items(view).first()->enabled);
        QTest::keyClick(view.field(), Qt::Key_Return);
        QVERIFY(!done);
        QVERIFY(m_bench->window().palette()->isOpen());
        // With nothing to say it says nothing; allowed again it is as ever.
        m_bench->window().palette()->open(); // closes it
        act->setToolTip({});
        QCOMPARE(items(palette(u">made act"_s)).first()->context, m_bench->panel()->title());
        m_bench->window().palette()->open();
        act->setToolTip(u"Made action"_s);
        act->setEnabled(true);
        QCOMPARE(items(palette(u">made act"_s)).first()->context, m_bench->panel()->title());
        QTest::keyClick(view.field(), Qt::Key_Return);
        QVERIFY(done);
    }

    // What is off says why, behind what can be done.
    void actsThatArePossibleComeFirst()
    {
        begin();
        QAction* off = m_bench->panel()->panelActions().constFirst();
        off->setText(u"Make one"_s);
        off->setEnabled(false);
        m_bench->panel()->addAct(u"Make two"_s);
        const auto names = [&] {
            QStringList out;
            for (const auto* item : items(palette(u">make"_s)))
                if (item->name.startsWith(u"Make "_s))
                    out.append(item->name);
            return out;
        };
        QCOMPARE(names(), QStringList({u"Make two"_s, u"Make one"_s}));
        m_bench->window().palette()->open(); // closes it
        off->setEnabled(true);
        QCOMPARE(names(), QStringList({u"Make one"_s, u"Make two"_s}));
    }

    void entriesAreFoundByTheirEnglishNames_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("zh_TW") << u"zh_TW"_s;
        QTest::newRow("ko") << u"ko"_s;
    }
    void entriesAreFoundByTheirEnglishNames()
    {
        QFETCH(QString, language);
        m_words = std::make_unique<Translators>();
        m_words->use(language);
        begin();
        for (const QString& text : {u">split right"_s, u">close tab"_s, u">settings"_s}) {
            const auto found = items(palette(text));
            QVERIFY2(!found.isEmpty(), qPrintable(text));
            QVERIFY2(found.first()->name.front().unicode() > 0x2000, qPrintable(text));
        }
        const QString folder = qEnvironmentVariable("PH_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(m_bench->window().grab().save(folder + u"/palette-"_s + language + u".png"_s));
    }

    void whatAnObjectIsToldInWordsIsTranslated()
    {
        m_words = std::make_unique<Translators>();
        m_words->use(u"ko"_s);
        SearchItem item{{u"made://alpha"_s, u"daily_load"_s}, u"dag"_s, u"daily_load"_s, {}};
        item.told = PH_TEXT("workflow", "by hand");
        const QString words
            = QCoreApplication::translate("workflow", "by hand"); // what a DAG list says
        QVERIFY(words != u"by hand"_s);
        begin({item});
        palette(u"dailyload"_s);
        QTRY_VERIFY(!items(m_bench->window().palette()->view()).isEmpty());
        QVERIFY(items(m_bench->window().palette()->view()).first()->context.startsWith(words));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Translators> m_words;
    std::unique_ptr<ShellBench> m_bench;
};

PH_TEST_MAIN(QApplication, ShellPaletteTest)
#include "tst_shellpalette.moc"
