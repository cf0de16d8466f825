// SPDX-License-Identifier: GPL-3.0-or-later
// One change in a profile's text leaves everything else as the user wrote it.
#include "app/profiles/profilereader.h"
#include "app/profiles/profilewriter.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace pilothouse;
using namespace pilothouse::app;

namespace
{

const QByteArray kText = R"(# the shop, see wiki
version: 1
name: shop   # short name
environment: staging
writes: 'ask'
retention: 3 d   # ours
services:
  # the warehouse
  - id: shop-db
    module: database   # first
    tool: postgresql
    address: "db.internal:5432"  # primary
    owner: team-a   # unknown to the program
    tls:
      mode: verify-ca
      pinned: yes
      ca: /etc/ca.pem
    options: {application_name: pilothouse}

  # the cache
  - id: cache
    module: queue
    tool: redis
    address: cache:6379
    secret: keychain
x-after: kept
)";

Profile read(const QByteArray& text)
{
    auto profile = parseProfile(text, u"/x/shop.yaml"_s);
    return profile ? *profile : Profile();
}

ProfileService fresh(const QString& id)
{
    ProfileService s;
    s.config.id = id;
    s.config.module = u"queue"_s;
    s.config.tool = u"redis"_s;
    s.config.address = u"[::1]:6380"_s;
    s.config.title = u"Zwischen: \"Speicher\" # 快取 🚀"_s;
    s.config.aliases = {u"redis://a,b"_s, u"redis://c"_s};
    s.config.user = u"on"_s;
    s.config.sshJump = u"me@host"_s;
    s.config.tls = {TlsConfig::Mode::Off, {}, {}, {}};
    s.config.options = {{u"database"_s, u"3"_s}, {u"note"_s, u"a, {b}: c"_s}};
    s.secret = {SecretSource::Kind::Keychain, {}};
    return s;
}

} // namespace

class ProfileWriterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesOneValueInItsLine()
    {
        const Profile profile = read(kText);
        ProfileService service = *profile.service(u"shop-db"_s);
        service.config.address = u"replica.internal:5433"_s;
        const auto text = withService(profile, service);
        QVERIFY2(text, qPrintable(text ? QString() : text.error().detail));
        QByteArray expected = kText;
        expected.replace("\"db.internal:5432\"  # primary", "replica.internal:5433  # primary");
        QCOMPARE(*text, expected);
    }

    void addsAndTakesOutFields()
    {
        const Profile profile = read(kText);
        ProfileService service = *profile.service(u"shop-db"_s);
        service.config.user = u"app"_s;
        service.config.title = u"Shop"_s;
        service.config.tls.mode = TlsConfig::Mode::VerifyFull;
        service.config.options.clear();
        const auto text = withService(profile, service);
        QVERIFY2(text, qPrintable(text ? QString() : text.error().detail));
        QVERIFY(text->contains("    owner: team-a   # unknown to the program\n"));
        QVERIFY(text->contains("tls: {mode: verify-full, pinned: yes, ca: /etc/ca.pem}\n"));
        QVERIFY(text->contains("    title: Shop\n    user: app\n"));
        QVERIFY(!text->contains("application_name"));
        QVERIFY(text->contains("\n\n  # the cache\n  - id: cache\n"));
        QVERIFY(text->startsWith("# the shop, see wiki\n"));
        QVERIFY(text->endsWith("x-after: kept\n"));
        // And back: the same values again.
        const auto back = withService(read(*text), *profile.service(u"shop-db"_s));
        QVERIFY(back);
        QVERIFY(read(*back).service(u"shop-db"_s)->same(*profile.service(u"shop-db"_s)));
    }

    void addsAService_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray head = "version: 1\nname: n\nenvironment: sandbox\n";
        QTest::newRow("list") << kText;
        QTest::newRow("no key") << head;
        QTest::newRow("no newline at the end") << head.chopped(1);
        QTest::newRow("null") << head + "services:   # none yet\nx-a: 1\n";
        QTest::newRow("empty flow") << head + "services: []  # none yet\n";
        QTest::newRow("dash at the margin")
            << head + "services:\n- id: z\n  module: m\n  tool: t\n  address: h\nx-b: 1\n";
        QTest::newRow("document end")
            << head + "services:\n  - id: z\n    module: m\n    tool: t\n    address: h\n...\n";
        QTest::newRow("windows") << QByteArray(kText).replace("\n", "\r\n");
        QTest::newRow("block text") << head
                + "services:\n  - id: z\n    module: m\n    tool: t\n    address: h\n"
                  "    note: |\n      - id: not me\n      # nor me\n";
    }
    void addsAService()
    {
        QFETCH(QByteArray, text);
        const Profile profile = read(text);
        QVERIFY(!profile.name.isEmpty());
        const auto after = withService(profile, fresh(u"new-1"_s));
        QVERIFY2(after, qPrintable(after ? QString() : after.error().detail));
        const Profile reread = read(*after);
        QCOMPARE(reread.services.size(), profile.services.size() + 1);
        QCOMPARE(reread.services.back().config.title, fresh(u"x"_s).config.title);
        QCOMPARE(reread.services.back().config.user, u"on"_s);
        QCOMPARE(reread.warnings.size(), profile.warnings.size());
        const auto gone = withoutService(reread, u"new-1"_s);
        QVERIFY(gone);
        QCOMPARE(read(*gone).services.size(), profile.services.size());
    }

    void removesAServiceAndNothingElse()
    {
        const auto text = withoutService(read(kText), u"shop-db"_s);
        QVERIFY(text);
        QVERIFY(!text->contains("team-a"));
        QVERIFY(text->contains("  # the warehouse\n\n  # the cache\n  - id: cache\n"));
        QVERIFY(withoutService(read(kText), u"none"_s).error().kind == Error::Kind::NotFound);
    }

    void changesTheHead()
    {
        const Profile profile = read(kText);
        const auto text = withSetting(profile, u"writes"_s, u"off"_s);
        QVERIFY(text);
        QVERIFY(text->contains("writes: \"off\"\n"));
        QCOMPARE(text->size(), kText.size());
        QVERIFY(withSetting(profile, u"timezone"_s, u"Asia/Seoul"_s)
                    ->contains("timezone: Asia/Seoul\nservices:\n"));
        QVERIFY(withSetting(profile, u"name"_s, u"shop 2"_s)
                    ->contains("name: \"shop 2\"   # short name\n"));
    }

    void refusesWhatWouldLoseSomething()
    {
        const QByteArray flow = "version: 1\nname: n\nenvironment: sandbox\n"
                                "services: [{id: a, module: m, tool: t, address: h}]\n";
        QCOMPARE(withService(read(flow), fresh(u"b"_s)).error().kind, Error::Kind::Unsupported);
        const QByteArray newer = "version: 2\nname: n\nenvironment: sandbox\n";
        QCOMPARE(withService(read(newer), fresh(u"b"_s)).error().kind, Error::Kind::Refused);
        ProfileService bad = fresh(u"b"_s);
        bad.config.address = u"u:p@h"_s; // would not read back
        QCOMPARE(withService(read(kText), bad).error().kind, Error::Kind::Unsupported);
    }

    void aNewProfileReadsBack()
    {
        Profile profile;
        profile.name = u"明日: yes"_s;
        profile.environment = Environment::Staging;
        profile.writes = WriteMode::Ask;
        profile.timezone = u"UTC"_s;
        profile.services = {fresh(u"a"_s), fresh(u"b"_s)};
        const Profile again = read(profileText(profile));
        QCOMPARE(again.name, profile.name);
        QCOMPARE(again.writes, WriteMode::Ask);
        QCOMPARE(again.services.size(), size_t(2));
        QCOMPARE(again.services[1].config.options, profile.services[1].config.options);
        QVERIFY(again.warnings.empty());
    }

    void scalarsSurvive()
    {
        const QStringList texts{u"a"_s, u"yes"_s, u"1e3"_s, u"0x1f"_s, u"012"_s, u"- x"_s, u"#"_s,
            u": "_s, u"a: b"_s, u"a #b"_s, u"\"'\\"_s, u"\n\t"_s, u"null"_s, u"~"_s, u"🚀é中"_s,
            u" lead"_s, u"trail "_s, u"{a}"_s, u"*x"_s, u"&x"_s, u"!x"_s, u"%x"_s, u"@x"_s, u"`x"_s,
            u"a,b"_s, u"h:1"_s, u"http://h:1/p?q=1"_s, u"."_s, u"..."_s, u"---"_s, u"2026-01-01"_s,
            u"a:"_s, u"\u0085\u2028"_s};
        for (const QString& text : texts) {
            const auto tree = parseYaml("k: " + yamlScalar(text) + '\n');
            QVERIFY2(tree, qPrintable(text));
            QCOMPARE((*tree)->find(u"k")->value->kind, YamlNode::Kind::Scalar);
            QCOMPARE((*tree)->find(u"k")->value->text, text);
        }
    }

    void savesOnlyOverWhatItRead()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"p.yaml"_s);
        QVERIFY(saveProfile(file, kText, {}));
        QCOMPARE(
            QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(saveProfile(file, kText + "# more\n", kText));
        QCOMPARE(saveProfile(file, kText, kText).error().kind, Error::Kind::Conflict);
        QCOMPARE(saveProfile(file, kText, {}).error().kind, Error::Kind::Conflict);
        QVERIFY(!saveProfile(dir.filePath(u"no/folder.yaml"_s), kText, {}));
        QFile now(file);
        QVERIFY(now.open(QIODevice::ReadOnly));
        QCOMPARE(now.readAll(), kText + "# more\n");
    }
};

PH_TEST_MAIN(QCoreApplication, ProfileWriterTest)
#include "tst_profilewriter.moc"
