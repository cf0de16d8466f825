// SPDX-License-Identifier: GPL-3.0-or-later
// A profile file becomes services in the hub; the list of profiles follows the folder.
#include "app/profiles/profileopener.h"
#include "app/profiles/profilestore.h"
#include "core/auditlog.h"
#include "tests/app/profiles/patience.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace pilothouse;
using namespace pilothouse::app;

namespace
{

class NoKeychain final : public Keychain
{
public:
    void read(const QString&, Read done) override { done(fail(Error::Kind::Refused, u"none"_s)); }
    void write(const QString&, const Secret&, Written done) override { done({}); }
    void remove(const QString&, Written done) override { done({}); }
};

// Answers when the test lets it.
class SlowKeychain final : public Keychain
{
public:
    void read(const QString&, Read done) override { waiting.push_back(std::move(done)); }
    void write(const QString&, const Secret&, Written done) override { done({}); }
    void remove(const QString&, Written done) override { done({}); }
    void answer(const QString& password)
    {
        for (const Read& done : std::exchange(waiting, {}))
            done(Secret(password));
    }
    std::vector<Read> waiting;
};

class FakeAdapter final : public Adapter
{
public:
    explicit FakeAdapter(AdapterContext context)
        : m_context(std::move(context))
    {
    }
    int connections() const override { return 0; }
    const AdapterContext m_context;
};

AdapterDescriptor tool()
{
    AdapterDescriptor d;
    d.module = u"database"_s;
    d.tool = u"postgresql"_s;
    d.title = u"PostgreSQL"_s;
    d.nsScheme = u"postgres"_s;
    d.options = {{u"connections"_s, {}, OptionField::Type::Integer, 6, {}, {}},
        {u"quiet"_s, {}, OptionField::Type::Boolean, false, {}, {}}};
    d.make = [](AdapterContext c) {
        return std::make_unique<FakeAdapter>(std::move(c));
    };
    return d;
}

const QByteArray kText
    = "version: 1\nname: shop\nenvironment: staging\nservices:\n"
      "  - {id: one, module: database, tool: postgresql, address: h:1, secret: keychain}\n"
      "  - {id: two, module: database, tool: postgresql, address: h:2, secret: none,\n"
      "     tls: {mode: verify-ca, ca: ca.pem}, options: {quiet: on, connections: x, more: 1}}\n"
      "  - {id: three, module: streams, tool: kafka, address: h:3, secret: keychain}\n";

} // namespace

class ProfileOpenerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_hub = std::make_unique<ServiceHub>(m_runtime, nullptr);
        m_hub->setDescriptors({tool()});
        m_secrets = std::make_unique<SecretStore>(m_runtime, std::make_unique<NoKeychain>());
        m_opener = std::make_unique<ProfileOpener>(m_runtime, *m_secrets, *m_hub);
    }
    void cleanup()
    {
        m_opener.reset();
        m_secrets.reset();
        m_hub.reset();
    }

    void opensInTheOrderOfTheFile()
    {
        std::function<void(std::optional<SecretStore::Reply>)> pending;
        m_secrets->setPrompt(
            [&](const SecretRequest&, const Error&, auto answer) { pending = answer; });
        QSignalSpy opened(m_opener.get(), &ProfileOpener::opened);
        m_opener->open(write(u"shop.yaml"_s, kText));
        // Nothing waits for a password that somebody has to enter, and nobody is asked for it.
        QTRY_COMPARE(opened.size(), 1);
        QVERIFY(!pending);
        QCOMPARE(m_hub->ids(), (QList<ServiceId>{u"one"_s, u"two"_s, u"three"_s}));
        QVERIFY(m_opener->lacksPassword(u"one"_s));
        QVERIFY(!m_opener->lacksPassword(u"two"_s));
        m_opener->reconnect(u"one"_s); // the user wants it
        QTRY_VERIFY(pending);
        pending(SecretStore::Reply{Secret(u"pw-1"_s), false});
        QTRY_VERIFY(!m_opener->isOpening());
        QVERIFY(!m_opener->lacksPassword(u"one"_s));
        QCOMPARE(m_hub->ids(), (QList<ServiceId>{u"one"_s, u"two"_s, u"three"_s}));
        QCOMPARE(adapter(u"one"_s)->m_context.secret.reveal(), u"pw-1"_s);
        const ServiceConfig& two = adapter(u"two"_s)->m_context.config;
        QCOMPARE(two.ns, u"postgres://two"_s);
        QCOMPARE(two.tls.ca, m_dir->filePath(u"ca.pem"_s));
        QCOMPARE(two.options.value(u"quiet"_s), QVariant(true));
        QCOMPARE(two.options.value(u"connections"_s).toInt(), 6);
        QCOMPARE(two.writes, WriteMode::Off);
        QVERIFY(!m_hub->service(u"three"_s)->adapter);
        QCOMPARE(m_opener->remarks().size(), size_t(3)); // a value, an unknown option, a tool
    }

    void aMissingPasswordIsSaid()
    {
        QSignalSpy failed(m_opener.get(), &ProfileOpener::secretFailed);
        QSignalSpy opened(m_opener.get(), &ProfileOpener::opened);
        m_opener->open(write(u"shop.yaml"_s, kText));
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(m_opener->secretErrors().size(), size_t(1));
        QCOMPARE(m_hub->ids().size(), 3);
        m_secrets->setPrompt([](const SecretRequest&, const Error&, auto answer) {
            answer(SecretStore::Reply{Secret(u"late"_s), false});
        });
        m_opener->reconnect(u"one"_s);
        QTRY_COMPARE(adapter(u"one"_s)->m_context.secret.reveal(), u"late"_s);
        QVERIFY(m_opener->secretErrors().empty());
        QCOMPARE(m_hub->ids().first(), u"one"_s);
        int same = 0;
        m_opener->compareSecret(u"one"_s, [&same](bool other) { same += other ? 100 : 1; });
        QTRY_COMPARE(same, 1);
    }

    // Whose password is there is worked with; the other waits alone.
    void aKeychainThatHangsHoldsUpNobodyElse()
    {
        m_opener.reset();
        auto* keychain = new SlowKeychain;
        m_secrets = std::make_unique<SecretStore>(m_runtime, std::unique_ptr<Keychain>(keychain));
        m_secrets->setKeychainDeadline(std::chrono::hours(1));
        m_opener = std::make_unique<ProfileOpener>(m_runtime, *m_secrets, *m_hub);
        m_opener->setPatience(std::chrono::milliseconds(1), {tool()});
        QSignalSpy opened(m_opener.get(), &ProfileOpener::opened);
        m_opener->open(write(u"shop.yaml"_s, kText));
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(m_hub->ids(), (QList<ServiceId>{u"one"_s, u"two"_s, u"three"_s}));
        QVERIFY(!adapter(u"one"_s) && adapter(u"two"_s));
        QVERIFY(m_opener->awaitsPasswords() && !m_opener->lacksPassword(u"one"_s));
        // Read again meanwhile: it is still waited for.
        m_opener->reload();
        QTRY_COMPARE(opened.size(), 2);
        QVERIFY(!adapter(u"one"_s) && adapter(u"two"_s));
        const Adapter* two = adapter(u"two"_s);
        QTRY_VERIFY(!keychain->waiting.empty());
        keychain->answer(u"pw"_s);
        QTRY_COMPARE(opened.size(), 3);
        QVERIFY(adapter(u"one"_s));
        QCOMPARE(adapter(u"one"_s)->m_context.secret.reveal(), u"pw"_s);
        QCOMPARE(adapter(u"two"_s), two);
        QVERIFY(!m_opener->awaitsPasswords());
        QCOMPARE(m_hub->ids(), (QList<ServiceId>{u"one"_s, u"two"_s, u"three"_s}));
    }

    void aBrokenFileLeavesWhatIsOpen()
    {
        const QString file = write(u"shop.yaml"_s, kText);
        QSignalSpy opened(m_opener.get(), &ProfileOpener::opened);
        QSignalSpy failed(m_opener.get(), &ProfileOpener::openFailed);
        m_opener->open(file);
        QTRY_COMPARE(opened.size(), 1);
        write(u"shop.yaml"_s, "version: 1\nname: [\n");
        m_opener->reload();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][1].value<Error>().detail.contains("shop.yaml:"_L1));
        QCOMPARE(m_hub->ids().size(), 3);
        QVERIFY(m_opener->profile());
        // Another one that is broken replaces nothing either.
        int servicesThen = -1;
        connect(m_opener.get(), &ProfileOpener::aboutToReplace, this,
            [&] { servicesThen = int(m_hub->ids().size()); });
        m_opener->open(write(u"other.yaml"_s, "version: 1\nname: [\n"));
        QTRY_COMPARE(failed.size(), 2);
        QCOMPARE(servicesThen, -1);
        QCOMPARE(m_hub->ids().size(), 3);
        m_opener->open(write(u"other.yaml"_s, "version: 1\nname: other\nenvironment: sandbox\n"));
        QTRY_VERIFY(m_hub->ids().isEmpty());
        QCOMPARE(servicesThen, 3); // told while they are still there
    }

    void reloadKeepsWhatDidNotChange()
    {
        QSignalSpy opened(m_opener.get(), &ProfileOpener::opened);
        m_opener->open(write(u"shop.yaml"_s, kText));
        QTRY_COMPARE(opened.size(), 1);
        const Adapter* two = adapter(u"two"_s);
        QByteArray changed = kText;
        changed.replace("address: h:1", "address: h:9")
            .replace(
                "  - {id: three, module: streams, tool: kafka, address: h:3, secret: keychain}\n",
                "");
        write(u"shop.yaml"_s, changed);
        m_opener->reload();
        QTRY_COMPARE(opened.size(), 2);
        QCOMPARE(m_hub->ids(), (QList<ServiceId>{u"one"_s, u"two"_s}));
        QCOMPARE(adapter(u"one"_s)->m_context.config.address, u"h:9"_s);
        QCOMPARE(adapter(u"two"_s), two);
        m_opener->close();
        QVERIFY(m_hub->ids().isEmpty());
    }

    void theListFollowsTheFolder()
    {
        const ProfilePlaces places{m_dir->filePath(u"profiles"_s), m_dir->filePath(u"sandbox"_s)};
        QVERIFY(QDir().mkpath(places.folder) && QDir().mkpath(places.sandbox));
        write(u"profiles/shop.yaml"_s, kText);
        write(u"profiles/bad.yaml"_s, "x");
        write(u"profiles/note.txt"_s, "x");
        ProfileStore store(m_runtime, places);
        QSignalSpy changed(&store, &ProfileStore::fileChanged);
        store.refresh();
        QTRY_COMPARE(store.entries().size(), size_t(2));
        QVERIFY(store.entries()[0].error);
        QCOMPARE(store.entries()[1].name, u"shop"_s);
        QCOMPARE(store.entries()[1].services, 3);
        write(u"sandbox/profile.yaml"_s, "version: 1\nname: sandbox\nenvironment: sandbox\n");
        QTRY_COMPARE(store.entries().size(), size_t(3));
        QCOMPARE(store.entries()[2].origin, ProfileEntry::Origin::Sandbox);
        // Replaced as an editor does it, twice: the watch must survive the first.
        for (const char* name : {"one", "two"}) {
            const QString fresh = write(u"profiles/fresh.tmp"_s,
                "version: 1\nname: " + QByteArray(name) + "\nenvironment: sandbox\n");
            QVERIFY(QFile::remove(places.folder + u"/shop.yaml"_s));
            QVERIFY(QFile::rename(fresh, places.folder + u"/shop.yaml"_s));
            QTRY_COMPARE(store.entries()[1].name, QString::fromLatin1(name));
        }
        QVERIFY(!changed.isEmpty());
        std::optional<VoidResult> saved;
        store.save(store.newFile(u"My shop!"_s),
            "version: 1\nname: My shop!\nenvironment: sandbox\n", {}, this,
            [&](VoidResult r) { saved = r; });
        QTRY_VERIFY(saved && *saved);
        QTRY_COMPARE(store.entries().size(), size_t(4));
        QVERIFY(QFileInfo::exists(places.folder + u"/my-shop-.yaml"_s));

        QCOMPARE(*profileFile(u"two"_s, places), places.folder + u"/shop.yaml"_s);
        QCOMPARE(*profileFile(u"shop"_s, places), places.folder + u"/shop.yaml"_s);
        QCOMPARE(*profileFile(u"sandbox"_s, places), places.sandboxProfile());
        QCOMPARE(*profileFile(u"/x/y.yaml"_s, places), u"/x/y.yaml"_s);
        // However it is reached, it is one file.
        const QString link = m_dir->filePath(u"link.yaml"_s);
        QVERIFY(QFile::link(places.folder + u"/shop.yaml"_s, link));
        QCOMPARE(*profileFile(link, places), places.folder + u"/shop.yaml"_s);
        QCOMPARE(*profileFile(places.folder + u"/../profiles/shop.yaml"_s, places),
            places.folder + u"/shop.yaml"_s);
        store.keep(link);
        QTRY_COMPARE(store.entries().size(), size_t(4));
        QCOMPARE(profileFile(u"nobody"_s, places).error().kind, Error::Kind::NotFound);
        QVERIFY(profileProblem(profileFile(u"nobody"_s, places).error()).contains(places.folder));
    }

    void anAbsentSandboxNamesTheWayOut()
    {
        const ProfilePlaces places{m_dir->filePath(u"none"_s), m_dir->filePath(u"nowhere"_s)};
        const auto file = profileFile(u"sandbox"_s, places);
        QVERIFY(!file);
        QCOMPARE(file.error().kind, Error::Kind::NotFound);
        const QString sentence = profileProblem(file.error());
        QVERIFY2(sentence.startsWith(u"sandbox: "_s), qPrintable(sentence));
        QVERIFY2(sentence.contains(u"packaging/sandbox/sandbox start"_s), qPrintable(sentence));
        QCOMPARE(sentence.count(u'.'), 1); // one sentence
    }

private:
    QString write(const QString& name, const QByteArray& text)
    {
        QFile file(m_dir->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return file.fileName();
    }
    const FakeAdapter* adapter(const ServiceId& id)
    {
        const Service* service = m_hub->service(id);
        return service ? static_cast<FakeAdapter*>(service->adapter.get()) : nullptr;
    }

    Runtime m_runtime;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ServiceHub> m_hub;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<ProfileOpener> m_opener;
};

PH_TEST_MAIN(QCoreApplication, ProfileOpenerTest)
#include "tst_profileopener.moc"
