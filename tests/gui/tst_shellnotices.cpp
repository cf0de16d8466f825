// SPDX-License-Identifier: GPL-3.0-or-later
// Good news that carry a button, in the real shell.
#include "app/shell/shellworkbench.h"
#include "tests/gui/shellbench.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"

#include <QApplication>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::app;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class ShellNoticesTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ShellBench> m_bench;
    MainWindow& window() { return m_bench->window(); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_bench = std::make_unique<ShellBench>(m_folder->path());
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        m_bench->openProfile();
    }
    void cleanup()
    {
        m_bench.reset();
        m_folder.reset();
    }

    void aNoticeOffersOneAct()
    {
        auto& bench = dynamic_cast<ui::NoticeBench&>(m_bench->panel()->bench());
        QObject context;
        int pressed = 0;
        bench.offer(
            u"archive was moved"_s, u"archive.undo"_s, u"Undo"_s, &context, [&] { ++pressed; });
        const auto button = [this]() -> ui::Button* {
            for (auto* one : window().findChildren<ui::Button*>())
                if (one->isVisible() && one->text() == u"Undo"_s)
                    return one;
            return nullptr;
        };
        QTRY_VERIFY(button());
        QTest::mouseClick(button(), Qt::LeftButton);
        QCOMPARE(pressed, 1);
        QTRY_VERIFY(!button());
        window().workbench()->takeUp(u"offer:archive was moved:archive.undo"_s);
        QCOMPARE(pressed, 1); // it is done
        auto gone = std::make_unique<QObject>();
        bench.offer(u"other"_s, {}, u"Undo"_s, gone.get(), [&] { ++pressed; });
        gone.reset();
        window().workbench()->takeUp(u"offer:other:"_s);
        QCOMPARE(pressed, 1);
    }
};

PH_TEST_MAIN(QApplication, ShellNoticesTest)
#include "tst_shellnotices.moc"
