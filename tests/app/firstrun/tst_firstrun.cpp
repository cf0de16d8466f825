// SPDX-License-Identifier: GPL-3.0-or-later
// The three ways in, with real keys: the sandbox by Enter, own servers by typing an address, a
// compose file by dropping it. PILOTHOUSE_TEST_PICTURES names a folder for pictures of it.
#include "app/firstrun/composecard.h"
#include "app/firstrun/connectcard.h"
#include "app/firstrun/firstrunpanel.h"
#include "app/firstrun/sandboxcard.h"
#include "app/profiles/profilereader.h"
#include "tests/app/firstrun/faketool.h"
#include "tests/app/profiles/patience.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"
#include "ui/errors/errorwords.h"

#include <QAccessible>
#include <QApplication>
#include <QDirIterator>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace pilothouse;
using namespace pilothouse::app;

namespace
{

const QByteArray kStatus = "{\"schema\":1,\"event\":\"status\",\"folder\":\"%1\",\"profile\":\"\","
                           "\"ready\":false,\"servers\":["
                           "{\"server\":\"postgres\",\"title\":\"PostgreSQL\",\"installed\":true,"
                           "\"state\":\"stopped\",\"ports\":[20001]},"
                           "{\"server\":\"redis\",\"title\":\"Redis\",\"installed\":true,\"state\":"
                           "\"stopped\",\"ports\":[20002]}]}";

} // namespace

class FirstRunTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_bench = std::make_unique<test::FakeWorkbench>();
        m_bench->hub().setDescriptors({test::fakeTool("postgresql", "PostgreSQL", 5432),
            test::fakeTool("redis", "Redis", 6379)});
        m_profiles = std::make_unique<ProfileStore>(
            m_bench->runtime(), ProfilePlaces{path(u"profiles"_s), path(u"sandbox"_s)});
        m_keys.clear();
        auto keychain = std::make_unique<test::MemoryKeychain>(m_keys);
        m_keychain = keychain.get();
        m_secrets = std::make_unique<SecretStore>(m_bench->runtime(), std::move(keychain));
        QFile script(path(u"sandbox.sh"_s));
        if (!script.open(QIODevice::WriteOnly))
            qFatal("no script");
        script.write("#!/bin/bash\nif [ \"$1\" = status ]; then echo '"
            + QByteArray(kStatus).replace("%1", path(u"sandbox"_s).toUtf8())
            + "'; exit 1; fi\necho \"$1\" >> \"$0.calls\"\n"
              "echo "
              "'{\"event\":\"progress\",\"server\":\"redis\",\"percent\":50,\"step\":\"fill\"}'\n"
              "while [ ! -e \"$0.go\" ]; do sleep 0.02; done\n"
              "[ ! -e \"$0.bad\" ] || { echo '{\"event\":\"error\",\"text\":\"port 20001 is "
              "taken\",\"hint\":\"end it\"}'; exit 1; }\n");
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        script.close();
        m_sandbox = std::make_unique<SandboxControl>(script.fileName());
        m_opened.clear();
        m_look.clear();
        FirstRunContext context{*m_profiles, *m_secrets, *m_sandbox,
            [this](const QString& file) { m_opened.append(file); }, u"en"_s,
            [this](const QString& l) { m_look.append(l); },
            [this](ui::Theme::Mode m) { m_look.append(QString::number(int(m))); },
            [this](ui::Density d) {
                m_look.append(QString::number(int(d)));
            }};
        m_panel = std::make_unique<FirstRunPanel>(*m_bench, context);
        m_panel->resize(1248, 800);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        QTRY_VERIFY(button(u"Start the sandbox"_s)->hasFocus());
    }
    void cleanup()
    {
        m_panel.reset();
        m_sandbox.reset();
        m_secrets.reset();
        m_profiles.reset();
        m_bench.reset();
    }

    void enterStartsTheSandbox()
    {
        auto* start = button(u"Start the sandbox"_s);
        QTRY_VERIFY(start->isEnabled());
        QTRY_VERIFY2(start->hasFocus(), focus() ? focus()->metaObject()->className() : "none");
        QTest::keyClick(start, Qt::Key_Return);
        QTRY_COMPARE(m_bench->tasks().running(), 1);
        QTRY_VERIFY(QFile::exists(path(u"sandbox.sh.calls"_s)));
        QTRY_VERIFY(button(u"Cancel"_s));
        touch(u"sandbox.sh.go"_s);
        QTRY_COMPARE(m_opened, QStringList{m_profiles->places().sandboxProfile()});
    }

    void aFailedStartIsSaidInTheCard()
    {
        auto* start = button(u"Start the sandbox"_s);
        QTRY_VERIFY(start->isEnabled());
        touch(u"sandbox.sh.bad"_s);
        touch(u"sandbox.sh.go"_s);
        QTest::mouseClick(start, Qt::LeftButton);
        auto* checks = card<SandboxCard>()->findChild<CheckList*>();
        QTRY_COMPARE(checks->lines().value(0).text, u"port 20001 is taken"_s);
        QTRY_VERIFY(button(u"Start the sandbox"_s)->isEnabled()); // may be tried again
        QVERIFY(m_opened.isEmpty());
    }

    void oneAddressFindsTheRest()
    {
        QTest::keyClick(focus(), Qt::Key_2);
        auto* address = qobject_cast<QLineEdit*>(focus());
        QVERIFY(address);
        QTest::keyClicks(address, u"good.internal"_s);
        QTest::keyClick(address, Qt::Key_Return);
        auto* connectThem = card<ConnectCard>()->findChildren<ui::Button*>().first();
        auto* lines = card<ConnectCard>()->findChild<CheckList*>();
        QTRY_VERIFY2(connectThem->text() == u"Connect 2 service(s)",
            qPrintable(lines->lines().value(0).text + address->text()));
        tabTo(connectThem);
        QTest::keyClick(connectThem, Qt::Key_Space);
        QTRY_COMPARE(m_opened.size(), 1);
        const auto profile = loadProfile(m_opened.first());
        QVERIFY(profile);
        QCOMPARE(profile->writes, WriteMode::Ask);
        QCOMPARE(profile->environment, Environment::Staging);
        QCOMPARE(profile->services.size(), size_t(2));
        QCOMPARE(profile->services[0].config.address, u"good.internal:5432"_s);
        QCOMPARE(profile->services[0].config.ns, u"postgresql://postgresql"_s);
        QCOMPARE(profile->services[1].config.address, u"good.internal:6379"_s);
    }

    void aPasswordIsAskedForAndKeptOutOfFiles()
    {
        connectWithPassword();
        QCOMPARE(m_opened.size(), 1);
        const auto profile = loadProfile(m_opened.first());
        QCOMPARE(profile->services[0].secret.kind, SecretSource::Kind::Keychain);
        QCOMPARE(profile->services[0].config.user, u"app"_s);
        QCOMPARE(m_keys.size(), size_t(1));
        QCOMPARE(m_keys.begin()->second.reveal(), test::kMarkedPassword);
        QCOMPARE(
            m_keys.begin()->first, SecretRequest::of(*profile, profile->services[0]).keychainKey());
        noFileHolds("marked");
    }

    void aKeychainThatSaysNoIsToldOf()
    {
        m_keychain->refuses = true;
        connectWithPassword();
        QTRY_COMPARE(m_bench->errors().size(), size_t(1));
        const Error& error = m_bench->errors().front();
        QVERIFY(error.hint.key.contains("kept in memory"));
        QVERIFY(ui::ErrorWords::line(error, u"x"_s).contains(u"keychain"_s));
        QVERIFY(m_keys.empty());
        QCOMPARE(m_opened.size(), 1); // and the platform opens with what is in memory
    }

    void aServerThatRefusesSaysSo()
    {
        QTest::keyClick(focus(), Qt::Key_2);
        QTest::keyClicks(focus(), u"nobody:1"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        auto* row = card<ConnectCard>()->findChildren<ConnectRow*>().first();
        QTRY_COMPARE(row->state(), ConnectRow::State::Fails);
        QVERIFY(!row->lines().isEmpty());
        QTest::keyClicks(focus(), u" x"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        QTRY_VERIFY(row->lines().value(0).text.contains("not an address"_L1));
    }

    void aComposeFileIsDroppedAndImported()
    {
        auto* compose = card<ComposeCard>();
        const QString file = QFINDTESTDATA("../profiles/data/shop/docker-compose.yaml");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter(
            QPoint(50, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(compose, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(compose, &drop);
        auto* checks = compose->findChild<CheckList*>();
        QTRY_COMPARE(checks->lines().value(0).text, u"10 of 15 service(s) recognised"_s);
        const QString preview = compose->findChild<QPlainTextEdit*>()->toPlainText();
        QVERIFY(preview.contains("localhost:15432"_L1));
        QVERIFY(preview.contains("built here"_L1));
        QVERIFY(!preview.contains("marked"_L1));
        auto* import = button(u"Import 10 service(s)"_s);
        QVERIFY(import && import->hasFocus());
        QTest::keyClick(import, Qt::Key_Return);
        QTRY_COMPARE(m_opened.size(), 1);
        const auto profile = loadProfile(m_opened.first());
        QVERIFY2(profile, qPrintable(profile ? QString() : profile.error().detail));
        QCOMPARE(profile->services.size(), size_t(10));
        QCOMPARE(m_keys.size(), size_t(7));
        noFileHolds("marked");
        // The same again is told from it by its name.
        m_profiles->refresh();
        QTRY_VERIFY(!m_profiles->entries().empty());
        QTRY_VERIFY(import->isEnabled());
        import->click();
        QTRY_COMPARE(m_opened.size(), 2);
        QCOMPARE(loadProfile(m_opened.last())->name, profile->name + u" 2"_s);
    }

    void whatIsNoComposeFileIsSaid()
    {
        const QString file = path(u"x.yaml"_s);
        QFile f(file);
        QVERIFY(f.open(QIODevice::WriteOnly) && f.write("services: [\n") > 0);
        f.close();
        card<ComposeCard>()->read(file);
        auto* checks = card<ComposeCard>()->findChild<CheckList*>();
        QTRY_VERIFY(checks->lines().value(0).text.startsWith("x.yaml:"_L1));
    }

    void everyControlIsReachedByTabAndNamed()
    {
        auto* start = button(u"Start the sandbox"_s);
        QTRY_VERIFY(start->isEnabled());
        QSet<QWidget*> reached;
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(focus(), Qt::Key_Tab);
            reached.insert(focus());
        }
        for (QWidget* widget : m_panel->findChildren<QWidget*>()) {
            if (!widget->isVisible() || !widget->isEnabled()
                || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
                continue;
            auto* access = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(!access->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
            if (!qobject_cast<QAbstractButton*>(widget) || widget->inherits("QPushButton"))
                QVERIFY2(reached.contains(widget), qPrintable(access->text(QAccessible::Name)));
        }
    }

    void segmentsChangeTheLook()
    {
        QList<QAbstractButton*> segments;
        for (auto* b : m_panel->findChildren<QAbstractButton*>())
            if (b->text() == u"한국어" || b->text() == u"Light" || b->text() == u"Comfortable")
                segments.append(b);
        QCOMPARE(segments.size(), 3);
        for (auto* b : segments)
            QTest::mouseClick(b, Qt::LeftButton);
        QCOMPARE(m_look, (QStringList{u"ko"_s, u"2"_s, u"1"_s}));
    }

    void picture()
    {
        const QString folder = qEnvironmentVariable("PILOTHOUSE_TEST_PICTURES");
        if (folder.isEmpty())
            QSKIP("no folder for pictures");
        auto& theme = ui::Theme::of(m_panel.get());
        QTRY_VERIFY(button(u"Start the sandbox"_s)->isEnabled());
        auto* address = card<ConnectCard>()->findChildren<QLineEdit*>().first();
        QTest::keyClicks(address, u"auth.internal"_s);
        QTest::keyClick(address, Qt::Key_Return);
        QTRY_COMPARE(card<ConnectCard>()->findChildren<ConnectRow*>().first()->state(),
            ConnectRow::State::AsksForPassword);
        card<ComposeCard>()->read(QFINDTESTDATA("../profiles/data/shop/docker-compose.yaml"));
        QTRY_VERIFY(button(u"Import 10 service(s)"_s));
        for (const auto mode : {ui::Theme::Mode::Dark, ui::Theme::Mode::Light}) {
            theme.setMode(mode);
            m_panel->grab().save(folder
                + (mode == ui::Theme::Mode::Dark ? u"/firstrun-dark.png"_s
                                                 : u"/firstrun-light.png"_s));
        }
        theme.setMode(ui::Theme::Mode::Dark);
        m_panel->resize(760, 900);
        const auto cards = m_panel->findChildren<ChoiceCard*>();
        QTRY_VERIFY(cards[1]->y() > cards[0]->y()); // under each other
        m_panel->grab().save(folder + u"/firstrun-narrow.png"_s);
    }

private:
    QString path(const QString& name) const { return m_dir->filePath(name); }
    static QWidget* focus() { return QApplication::focusWidget(); }
    void touch(const QString& name)
    {
        QFile f(path(name));
        QVERIFY(f.open(QIODevice::WriteOnly));
    }
    template <class T>
    T* card()
    {
        return m_panel->findChild<T*>();
    }
    ui::Button* button(const QString& text)
    {
        for (auto* b : m_panel->findChildren<ui::Button*>())
            if (b->text() == text)
                return b;
        return nullptr;
    }
    static void tabTo(QWidget* widget)
    {
        for (int i = 0; i < 40 && !widget->hasFocus(); ++i)
            QTest::keyClick(focus(), Qt::Key_Tab);
        QVERIFY(widget->hasFocus());
    }
    void noFileHolds(const QByteArray& word)
    {
        int files = 0;
        for (const QString& folder : {m_dir->path(), m_bench->folder()})
            for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
                 it.hasNext();) {
                QFile file(it.next());
                if (file.open(QIODevice::ReadOnly)) {
                    ++files;
                    QVERIFY2(!file.readAll().contains(word), qPrintable(file.fileName()));
                }
            }
        QVERIFY(files > 0);
    }

    // Types host, user and password into the second card and connects.
    void connectWithPassword()
    {
        QTest::keyClick(focus(), Qt::Key_2);
        QTest::keyClicks(focus(), u"auth.internal"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        auto* row = card<ConnectCard>()->findChildren<ConnectRow*>().first();
        QTRY_COMPARE(row->state(), ConnectRow::State::AsksForPassword);
        const QList<QLineEdit*> fields = row->findChildren<QLineEdit*>();
        QCOMPARE(fields.size(), 3);
        QTRY_VERIFY(fields[2]->isVisible());
        fields[1]->setFocus();
        QTest::keyClicks(fields[1], u"app"_s);
        fields[2]->setFocus();
        QCOMPARE(fields[2]->echoMode(), QLineEdit::Password);
        QTest::keyClicks(fields[2], test::kMarkedPassword);
        QTest::keyClick(fields[2], Qt::Key_Return);
        QTRY_COMPARE(row->state(), ConnectRow::State::Answers);
        auto* connectThem = card<ConnectCard>()->findChildren<ui::Button*>().first();
        QTest::mouseClick(connectThem, Qt::LeftButton);
        QTRY_COMPARE(m_opened.size(), 1);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<test::FakeWorkbench> m_bench;
    std::unique_ptr<ProfileStore> m_profiles;
    std::map<QString, Secret> m_keys;
    test::MemoryKeychain* m_keychain = nullptr;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<SandboxControl> m_sandbox;
    std::unique_ptr<FirstRunPanel> m_panel;
    QStringList m_opened;
    QStringList m_look;
};

PH_TEST_MAIN(QApplication, FirstRunTest)
#include "tst_firstrun.moc"
