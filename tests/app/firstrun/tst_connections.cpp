// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog of connections with real keys: add, edit, test, remove; and the question for a
// password.
#include "app/profiles/connectionform.h"
#include "app/profiles/connectionsdialog.h"
#include "app/profiles/passwordprompt.h"
#include "app/profiles/profilereader.h"
#include "tests/app/firstrun/faketool.h"
#include "tests/app/profiles/patience.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace pilothouse;
using namespace pilothouse::app;

namespace
{

const QByteArray kProfile = "# ours\nversion: 1\nname: shop\nenvironment: staging\nservices:\n"
                            "  - id: one   # first\n    module: module-of-postgresql\n"
                            "    tool: postgresql\n    address: good:1\n    owner: me\n"
                            "  - {id: two, module: streams, tool: kafka, address: h:1}\n";

} // namespace

class ConnectionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_bench = std::make_unique<test::FakeWorkbench>();
        m_descriptors = {test::fakeTool("postgresql", "PostgreSQL", 5432),
            test::fakeTool("redis", "Redis", 6379)};
        m_profiles = std::make_unique<ProfileStore>(m_bench->runtime(),
            ProfilePlaces{m_dir->filePath(u"profiles"_s), m_dir->filePath(u"s"_s)});
        m_keys.clear();
        m_secrets = std::make_unique<SecretStore>(
            m_bench->runtime(), std::make_unique<test::MemoryKeychain>(m_keys));
    }
    void cleanup()
    {
        delete m_dialog;
        m_secrets.reset();
        m_profiles.reset();
        m_bench.reset();
    }

    void addsTestsAndSaves()
    {
        open(block());
        QTest::mouseClick(button(u"Add"_s), Qt::LeftButton);
        QVERIFY(field(u"Name"_s)->hasFocus());
        QTest::keyClicks(field(u"Name"_s), u"Shop DB 2"_s);
        QCOMPARE(field(u"Id"_s)->text(), u"shop-db-2"_s);
        QTest::keyClicks(field(u"Address"_s), u"auth.internal:70000"_s);
        QTest::mouseClick(button(u"Test"_s), Qt::LeftButton);
        QVERIFY(message().contains("1 to 65535"_L1));
        field(u"Address"_s)->clear();
        QTest::keyClicks(field(u"Address"_s), u"auth.internal:5432"_s);
        QTest::mouseClick(button(u"Test"_s), Qt::LeftButton);
        QTRY_VERIFY(message().contains("password required"_L1));
        QTest::keyClicks(field(u"Password"_s), test::kMarkedPassword);
        QTest::mouseClick(button(u"Test"_s), Qt::LeftButton);
        QTRY_VERIFY(message().contains("FakeSQL 1.0 answers"_L1));
        QTest::keyClicks(field(u"Limit"_s), u"x"_s);
        QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
        QVERIFY(message().contains("Limit"_L1));
        field(u"Limit"_s)->clear();
        QTest::keyClicks(field(u"Limit"_s), u"9"_s);
        QSignalSpy saved(m_dialog, &ConnectionsDialog::saved);
        QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
        QTRY_COMPARE(saved.size(), 1);
        const auto profile = loadProfile(m_file);
        QVERIFY(profile);
        QCOMPARE(profile->services.size(), size_t(3));
        QCOMPARE(profile->services[2].config.options.value(u"limit"_s).toString(), u"9"_s);
        QCOMPARE(profile->services[2].config.ns, u"postgresql://shop-db-2"_s);
        QVERIFY(profile->text.startsWith("# ours\n"));
        QVERIFY(profile->text.contains("owner: me"));
        QVERIFY(!profile->text.contains("marked"));
        QCOMPARE(m_keys.size(), size_t(1));
    }

    void editsInPlace()
    {
        open(block());
        QVERIFY(field(u"Id"_s)->isReadOnly());
        field(u"Address"_s)->setFocus();
        field(u"Address"_s)->selectAll();
        QTest::keyClicks(field(u"Address"_s), u"good.two:2"_s);
        QTest::keyClick(field(u"Address"_s), Qt::Key_Return); // Save is the default
        QTRY_VERIFY(message().startsWith("Saved"_L1));
        QByteArray expected = block();
        expected.replace("address: good:1", "address: good.two:2");
        QCOMPARE(loadProfile(m_file)->text, expected);
    }

    void anEditIsGivenUpOnlyWhenTheUserSaysSo()
    {
        open(block());
        auto* list = m_dialog->findChild<QListWidget*>();
        QTest::keyClicks(field(u"Address"_s), u"0"_s);
        const QString typed = field(u"Address"_s)->text();
        const auto answer = [this](const QString& text) {
            QWidget* question = nullptr;
            QTRY_VERIFY((question = find(u"pilothouse::ui::ChoiceDialog"_s)));
            const auto buttons = question->findChildren<QPushButton*>();
            for (QPushButton* one : buttons)
                if (one->text() == text)
                    QTest::mouseClick(one, Qt::LeftButton);
            QTRY_VERIFY(!find(u"pilothouse::ui::ChoiceDialog"_s));
        };
        QTest::keyClick(list, Qt::Key_Down);
        answer(u"Keep editing"_s);
        QCOMPARE(list->currentRow(), 0);
        QCOMPARE(field(u"Address"_s)->text(), typed);
        QTest::mouseClick(button(u"Close"_s), Qt::LeftButton);
        answer(u"Keep editing"_s);
        QVERIFY(m_dialog->isVisible());
        QTest::keyClick(list, Qt::Key_Down);
        answer(u"Discard"_s);
        QCOMPARE(list->currentRow(), 1);
        QTest::mouseClick(button(u"Close"_s), Qt::LeftButton); // nothing to ask about
        QTRY_VERIFY(!m_dialog || !m_dialog->isVisible());
    }

    void tabReachesTheOptionsBeforeTheButtons()
    {
        open(block());
        QWidget* next = field(u"ssh jump host"_s)->nextInFocusChain();
        while (!next->isVisible() || !(next->focusPolicy() & Qt::TabFocus))
            next = next->nextInFocusChain();
        QCOMPARE(next, field(u"Database"_s));
    }

    void removesAfterAQuestion()
    {
        open(block());
        QTest::mouseClick(button(u"Remove…"_s), Qt::LeftButton);
        QWidget* question = nullptr;
        QTRY_VERIFY((question = find(u"pilothouse::ui::ConfirmDialog"_s)));
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!find(u"pilothouse::ui::ConfirmDialog"_s));
        QCOMPARE(loadProfile(m_file)->services.size(), size_t(2));
        QTest::mouseClick(button(u"Remove…"_s), Qt::LeftButton);
        QTRY_VERIFY((question = find(u"pilothouse::ui::ConfirmDialog"_s)));
        for (auto* b : question->findChildren<ui::Button*>())
            if (b->text() == u"Remove")
                QTest::mouseClick(b, Qt::LeftButton);
        QTRY_COMPARE(loadProfile(m_file)->services.size(), size_t(1));
    }

    void aConflictIsSaidAndNothingIsLost()
    {
        open(block());
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::Append) && file.write("# theirs\n") > 0);
        file.close();
        field(u"Address"_s)->selectAll();
        QTest::keyClicks(field(u"Address"_s), u"good.three:3"_s);
        QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
        QTRY_VERIFY(message().contains("changed outside"_L1));
        QVERIFY(loadProfile(m_file)->text.endsWith("# theirs\n"));
        QCOMPARE(field(u"Address"_s)->text(), u"good.three:3"_s);
    }

    void aFormThatCannotBeEditedIsRefused()
    {
        open(kProfile); // its second entry is written in one line
        field(u"Address"_s)->selectAll();
        QTest::keyClicks(field(u"Address"_s), u"good.four:4"_s);
        QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
        QTRY_VERIFY(message().contains("text editor"_L1));
        QCOMPARE(loadProfile(m_file)->text, kProfile);
    }

    void aNewProfileIsMade()
    {
        open({});
        QTest::keyClicks(field(u"Name"_s), u"Cache"_s);
        auto* tool = m_dialog->findChild<ConnectionForm*>()->findChild<QComboBox*>();
        tool->setFocus();
        QTest::keyClick(tool, Qt::Key_Down);
        QTest::keyClicks(field(u"Address"_s), u"/run/redis.sock"_s);
        QSignalSpy saved(m_dialog, &ConnectionsDialog::saved);
        QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
        QTRY_COMPARE(saved.size(), 1);
        const auto profile = loadProfile(saved[0][0].toString());
        QVERIFY(profile);
        QCOMPARE(profile->writes, WriteMode::Ask);
        QCOMPARE(profile->services[0].config.tool, u"redis"_s);
    }

    void aNewerProfileIsOnlyShown()
    {
        open(QByteArray(block()).replace("version: 1", "version: 3"));
        QVERIFY(!button(u"Add"_s)->isEnabled());
        QVERIFY(!button(u"Save"_s)->isEnabled());
        QVERIFY(!field(u"Address"_s)->isEnabled());
    }

    void passwordsAreAskedOneAfterTheOther()
    {
        const auto prompt = promptOver([] { return nullptr; });
        QStringList got;
        for (const QString& id : {u"a"_s, u"b"_s, u"c"_s})
            prompt({{}, u"p"_s, id, id, u"app"_s, {}}, Error{Error::Kind::NotFound, {}, {}, {}, {}},
                [&got](std::optional<SecretStore::Reply> reply) {
                    got.append(reply
                            ? reply->secret.reveal() + (reply->remember ? u"+"_s : QString())
                            : u"-"_s);
                });
        const auto shown = [] {
            QList<PasswordPrompt*> list;
            for (QWidget* w : QApplication::topLevelWidgets())
                if (auto* p = qobject_cast<PasswordPrompt*>(w); p && p->isVisible())
                    list.append(p);
            return list;
        };
        for (int i = 0; i < 3; ++i) {
            QTRY_VERIFY(shown().size() == 1 && got.size() == i);
            PasswordPrompt* now = shown().first();
            if (i == 1) {
                QTest::keyClick(now, Qt::Key_Escape);
                continue;
            }
            auto* password = now->findChild<QLineEdit*>();
            QVERIFY(QTest::qWaitForWindowActive(now) && password->hasFocus());
            QTest::keyClicks(password, u"pw%1"_s.arg(i));
            QTest::keyClick(password, Qt::Key_Return);
        }
        QTRY_COMPARE(got, (QStringList{u"pw0+"_s, u"-"_s, u"pw2+"_s}));
    }

private:
    static QByteArray block()
    {
        return QByteArray(kProfile).replace(
            "  - {id: two, module: streams, tool: kafka, address: h:1}\n",
            "  - id: two\n    module: streams\n    tool: kafka\n    address: h:1\n");
    }
    void open(const QByteArray& text)
    {
        std::optional<Profile> profile;
        m_file = m_dir->filePath(u"shop.yaml"_s);
        if (!text.isEmpty()) {
            QFile file(m_file);
            if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
                qFatal("cannot write");
            file.close();
            profile = *loadProfile(m_file);
        }
        m_dialog = new ConnectionsDialog(
            {m_bench->runtime(), m_descriptors, *m_profiles, *m_secrets}, profile);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }
    ui::Button* button(const QString& text)
    {
        for (auto* b : m_dialog->findChildren<ui::Button*>())
            if (b->text() == text)
                return b;
        qFatal("no button %s", qPrintable(text));
    }
    QLineEdit* field(const QString& name)
    {
        for (auto* f : m_dialog->findChild<ConnectionForm*>()->findChildren<QLineEdit*>())
            if (f->accessibleName() == name)
                return f;
        qFatal("no field %s", qPrintable(name));
    }
    QString message()
    {
        for (auto* l : m_dialog->findChildren<QLabel*>())
            if (l->accessibleName() == u"Result")
                return l->text();
        return {};
    }
    QWidget* find(const QString& className)
    {
        for (auto* w : m_dialog->findChildren<QWidget*>())
            if (QString::fromLatin1(w->metaObject()->className()) == className && w->isVisible())
                return w;
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<test::FakeWorkbench> m_bench;
    std::vector<AdapterDescriptor> m_descriptors;
    std::unique_ptr<ProfileStore> m_profiles;
    std::map<QString, Secret> m_keys;
    std::unique_ptr<SecretStore> m_secrets;
    QPointer<ConnectionsDialog> m_dialog;
    QString m_file;
};

PH_TEST_MAIN(QApplication, ConnectionsTest)
#include "tst_connections.moc"
