// SPDX-License-Identifier: GPL-3.0-or-later
// A profile file read: what it says, what is wrong with it and where, and what no file can do to
// us.
#include "app/profiles/profilereader.h"
#include "tests/support/testmain.h"
#include "ui/words.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace pilothouse;
using namespace pilothouse::app;

namespace
{

const QByteArray kHead = "version: 1\nname: shop\nenvironment: staging\n";

const QByteArray kFull = // no raw literal: moc takes // inside one for a comment
    "# our platform\n"
    "version: 1\n"
    "name: shop\n"
    "environment: production\n"
    "writes: never\n"
    "timezone: Asia/Taipei\n"
    "services:\n"
    "  - id: shop-db\n"
    "    module: database\n"
    "    tool: postgresql\n"
    "    title: Shop 資料庫\n"
    "    address: db.internal:5432\n"
    "    namespace: postgres://shop-db\n"
    "    aliases: [postgres://db.internal, \"postgres://10.0.0.5:5432\"]\n"
    "    user: app\n"
    "    secret: env:SHOP_PASSWORD\n"
    "    tls: {mode: verify-full, ca: /etc/ca.pem, cert: c.pem, key: k.pem}\n"
    "    ssh: {jump: ops@bastion.internal:2222}\n"
    "    options: {application_name: pilothouse, connections: 4, quiet: off}\n"
    "  - id: cache\n"
    "    module: queue\n"
    "    tool: redis\n"
    "    address: /run/redis/redis.sock\n";

QStringList messages(const QByteArray& text)
{
    QStringList lines;
    for (const ProfileIssue& issue : readProfile(text, u"p.yaml"_s).issues)
        lines.append(issueLine(u"p.yaml"_s, issue));
    return lines;
}

QByteArray serviceWith(const QByteArray& line)
{
    return kHead + "services:\n  - id: a\n    module: database\n    tool: postgresql\n"
        + (line.startsWith("address") ? QByteArray() : "    address: h:1\n") + "    " + line + '\n';
}

} // namespace

class ProfileReaderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField()
    {
        const auto profile = parseProfile(kFull, u"/x/shop.yaml"_s);
        QVERIFY2(profile, qPrintable(profile ? QString() : profile.error().detail));
        QCOMPARE(profile->name, u"shop"_s);
        QCOMPARE(profile->environment, Environment::Production);
        QCOMPARE(profile->writes, WriteMode::Never);
        QCOMPARE(profile->timezone, u"Asia/Taipei"_s);
        QCOMPARE(profile->services.size(), size_t(2));
        const ProfileService& s = profile->services[0];
        QCOMPARE(s.config.title, u"Shop 資料庫"_s);
        QCOMPARE(s.config.aliases,
            (QStringList{u"postgres://db.internal"_s, u"postgres://10.0.0.5:5432"_s}));
        QCOMPARE(s.secret, (SecretSource{SecretSource::Kind::Environment, u"SHOP_PASSWORD"_s}));
        QCOMPARE(s.config.tls.mode, TlsConfig::Mode::VerifyFull);
        QCOMPARE(s.config.tls.key, u"k.pem"_s);
        QCOMPARE(s.config.sshJump, u"ops@bastion.internal:2222"_s);
        QCOMPARE(s.config.options.value(u"quiet"_s).toString(), u"off"_s);
        QCOMPARE(s.config.writes, WriteMode::Never);
        QCOMPARE(s.config.environment, Environment::Production);
        QCOMPARE(s.config.profile, u"shop"_s);
        QCOMPARE(s.mark, (YamlMark{8, 5}));
        QVERIFY(profile->warnings.empty());
        QVERIFY(!profile->readOnly);
    }

    void writesHasItsDefaultAndTakesBothSpellings_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("mode");
        QTest::newRow("sandbox") << QByteArray("version: 1\nenvironment: sandbox\n")
                                 << int(WriteMode::On);
        QTest::newRow("staging") << QByteArray("version: 1\nenvironment: staging\n")
                                 << int(WriteMode::Off);
        QTest::newRow("production")
            << QByteArray("version: 1\nenvironment: production\n") << int(WriteMode::Off);
        QTest::newRow("bare on") << kHead + "writes: on\n" << int(WriteMode::On);
        QTest::newRow("quoted on") << kHead + "writes: \"on\"\n" << int(WriteMode::On);
        QTest::newRow("bare off") << kHead + "writes: off\n" << int(WriteMode::Off);
        QTest::newRow("single quotes") << kHead + "writes: 'off'\n" << int(WriteMode::Off);
        QTest::newRow("ask") << kHead + "writes: ask\n" << int(WriteMode::Ask);
        QTest::newRow("never") << kHead + "writes: never\n" << int(WriteMode::Never);
    }
    void writesHasItsDefaultAndTakesBothSpellings()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, mode);
        const auto profile = parseProfile(text, u"/x/shop.yaml"_s);
        QVERIFY(profile);
        QCOMPARE(int(profile->writes), mode);
        QVERIFY(!profile->name.isEmpty());
    }

    void saysWhereItIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("first");
        const auto row = [](const char* name, const QByteArray& text, const QString& first) {
            QTest::newRow(name) << text << first;
        };
        row("empty", "", u"p.yaml:1:1: a profile is"_s);
        row("no version", "name: x\n", u"p.yaml:1:1: the key version is missing"_s);
        row("version word", "version: one\nenvironment: sandbox\n",
            u"p.yaml:1:10: version is a whole"_s);
        row("environment", "version: 1\nenvironment: live\n",
            u"p.yaml:2:14: environment is sandbox"_s);
        row("writes", kHead + "writes: maybe\n", u"p.yaml:4:9: writes is on"_s);
        row("zone", kHead + "timezone: Mars/Olympus\n", u"p.yaml:4:11: not a time zone"_s);
        row("services", kHead + "services: 3\n", u"p.yaml:4:11: services is a list"_s);
        row("not a map", kHead + "services:\n  - shop\n", u"p.yaml:5:5: a service holds"_s);
        row("missing", kHead + "services:\n  - id: a\n",
            u"p.yaml:5:5: the key module is missing"_s);
        row("id", kHead + "services:\n  - id: a b\n    module: d\n    tool: t\n    address: h\n",
            u"p.yaml:5:9: an id is"_s);
        row("twice",
            kHead
                + "services:\n  - {id: a, module: d, tool: t, address: h}\n"
                  "  - {id: a, module: d, tool: t, address: h}\n",
            u"p.yaml:6:5: this id is already used in line 5"_s);
        row("same key", kHead + "name: other\n", u"p.yaml:4:1: this key is there twice"_s);
        row("port", serviceWith("address: db:70000"), u"p.yaml:8:14: a port is"_s);
        row("port 0", serviceWith("address: db:0"), u"p.yaml:8:14: a port is"_s);
        row("url port", serviceWith("address: http://db:70000/x"),
            u"p.yaml:8:14: not a valid URL"_s);
        row("option", serviceWith("address: -oProxyCommand=x"),
            u"p.yaml:8:14: an address must not"_s);
        row("user in address", serviceWith("address: root@db:5432"),
            u"p.yaml:8:14: user and password"_s);
        row("spaces", serviceWith("address: a b"), u"p.yaml:8:14: not an address"_s);
        row("tls", serviceWith("tls: {mode: strict}"), u"p.yaml:9:17: mode is off"_s);
        row("tls word", serviceWith("tls: require"), u"p.yaml:9:10: tls holds keys"_s);
        row("cert", serviceWith("tls: {mode: require, cert: a.pem}"),
            u"p.yaml:9:10: cert and key"_s);
        row("jump", serviceWith("ssh: {jump: -oProxyCommand=x}"), u"p.yaml:9:17: a jump is"_s);
        row("jump port", serviceWith("ssh: {jump: \"h:99999\"}"), u"p.yaml:9:17: a port is"_s);
        row("env", serviceWith("secret: env:a-b"), u"p.yaml:9:13: secret is"_s);
        row("namespace", serviceWith("namespace: shop"), u"p.yaml:9:16: a namespace is"_s);
        row("after CJK", kHead + "timezone: {資料: [x}\n", u"p.yaml:4:"_s);
        row("control", kHead + "title: \"a\\u0007b\"\nwrites: x\n", u"p.yaml:4:1: unknown key"_s);
        row("tab indent", kHead + "services:\n\t- id: a\n", u"p.yaml:5:"_s);
        row("two documents", kHead + "---\nversion: 1\n", u"p.yaml:5:1: a second document"_s);
        row("deep", QByteArray("version: 1\nx: ") + QByteArray(100'000, '['), u"p.yaml:2:"_s);
        row("deep maps", "version: 1\nx: " + QByteArray("{a: ").repeated(5'000), u"p.yaml:2:"_s);
        row("self alias", "version: 1\nx: &a [*a]\n", u"p.yaml:2:8: an alias points into itself"_s);
        row("binary",
            QByteArray("\x7f"
                       "ELF\x02\0\0\0",
                8),
            u"p.yaml:1:1: not a text file"_s);
        row("latin1", "version: 1\nname: caf\xe9\n", u"p.yaml:1:1: not valid UTF-8"_s);
    }
    void saysWhereItIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, first);
        const QStringList found = messages(text);
        QVERIFY(!found.isEmpty());
        QVERIFY2(found.first().startsWith(first), qPrintable(found.join(u'\n')));
    }

    void manyProblemsAreAllNamed()
    {
        const auto profile
            = parseProfile(serviceWith("address: h:0\n    user: [x]\n    tls: 1"), u"p.yaml"_s);
        QVERIFY(!profile);
        QCOMPARE(profile.error().kind, Error::Kind::Protocol);
        QCOMPARE(profile.error().code, u"profile"_s);
        const QStringList lines = profile.error().detail.split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[1].startsWith(u"p.yaml:9:11: user is a single value"));
    }

    void whatIsOnlyOddIsNamedAfterTheProblems()
    {
        const auto profile = parseProfile("shoe: 3\n" + serviceWith("address: h:0"), u"p.yaml"_s);
        QVERIFY(!profile);
        const QStringList lines = profile.error().detail.split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[0].contains("port"_L1), qPrintable(lines[0]));
        QVERIFY2(lines[1].contains("shoe"_L1), qPrintable(lines[1]));
    }

    void unknownKeysAreKeptAndNamed()
    {
        const QByteArray text = kHead
            + "colour: red\nx-note: mine\nservices:\n  - id: a\n    module: d\n"
              "    tool: t\n    address: h:1\n    password: marked-7Q\n    retries: 3\n";
        const auto profile = parseProfile(text, u"p.yaml"_s);
        QVERIFY(profile);
        QCOMPARE(profile->text, text);
        QCOMPARE(profile->warnings.size(), size_t(3));
        const QString all = messages(text).join(u'\n');
        QVERIFY(all.contains("p.yaml:4:1: unknown key colour"_L1));
        QVERIFY(all.contains("p.yaml:11:5: a secret does not belong"_L1));
        QVERIFY(all.contains("p.yaml:12:5: unknown key retries"_L1));
        QVERIFY(!all.contains("marked"_L1));
    }

    void aNewerFileIsForReading()
    {
        const QByteArray text
            = "version: 7\nname: n\nenvironment: mars\nwrites: sometimes\nservices:\n"
              "  - {id: a, module: d, tool: t, address: h, secret: vault}\n"
              "  - {id: b, module: d, tool: t, address: h}\n";
        const auto profile = parseProfile(text, u"p.yaml"_s);
        QVERIFY(profile);
        QVERIFY(profile->readOnly);
        // What is not understood must not open a door.
        QCOMPARE(profile->environment, Environment::Production);
        QCOMPARE(profile->writes, WriteMode::Never);
        QCOMPARE(profile->services.size(), size_t(1));
        QVERIFY(profile->service(u"b"_s));
    }

    void aliasesAndMergesAreBounded()
    {
        const QByteArray shared = kHead
            + "x-base: &base {module: database, tool: postgresql}\nservices:\n"
              "  - {<<: *base, id: a, address: h:1}\n";
        const auto profile = parseProfile(shared, u"p.yaml"_s);
        QVERIFY2(profile, qPrintable(messages(shared).join(u'\n')));
        QCOMPARE(profile->services[0].config.tool, u"postgresql"_s);

        QByteArray bomb = "version: 1\na0: &a0 [x,x,x,x,x,x,x,x,x]\n";
        for (int i = 1; i < 40; ++i) {
            const QByteArray n = QByteArray::number(i);
            const QByteArray p = ",*a" + QByteArray::number(i - 1) + ' ';
            bomb += "a" + n + ": &a" + n + " [" + p.repeated(9).mid(1) + "]\n";
        }
        QElapsedTimer timer;
        timer.start();
        const QStringList found = messages(bomb);
        QVERIFY(found.first().contains("too large once its aliases are followed"_L1));
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }

    void noMutationDoesHarm()
    {
        // Every byte of a good file replaced by each of a few hostile ones, and every cut.
        QElapsedTimer timer;
        timer.start();
        for (qsizetype i = 0; i < kFull.size(); ++i) {
            for (const char c : {'\0', '{', '&', '*', '"', '\n', '\xff', '|'}) {
                QByteArray text = kFull;
                text[i] = c;
                (void)readProfile(text, u"p.yaml"_s);
            }
            (void)readProfile(kFull.left(i), u"p.yaml"_s);
        }
        QVERIFY(timer.elapsed() < 100'000);
    }

    void hostileFiles()
    {
        QTemporaryDir dir;
        const auto path = [&](const QString& name) {
            return dir.filePath(name);
        };
        QCOMPARE(loadProfile(path(u"absent.yaml"_s)).error().kind, Error::Kind::NotFound);

        QFile big(path(u"big.yaml"_s));
        QVERIFY(big.open(QIODevice::WriteOnly));
        QVERIFY(big.resize(100 << 20));
        big.close();
        QElapsedTimer timer;
        timer.start();
        const auto large = loadProfile(big.fileName());
        QVERIFY(timer.elapsed() < 2'000);
        QCOMPARE(large.error().kind, Error::Kind::Refused);
        QVERIFY(large.error().detail.contains("104857600 bytes"_L1));

        QCOMPARE(::mkfifo(qPrintable(path(u"pipe.yaml"_s)), 0600), 0);
        QCOMPARE(loadProfile(path(u"pipe.yaml"_s)).error().kind, Error::Kind::Refused);
        QCOMPARE(loadProfile(dir.path()).error().kind, Error::Kind::Refused);
        QCOMPARE(loadProfile(u"/dev/zero"_s).error().kind, Error::Kind::Refused);

        QByteArray longLine = kHead + "x: \"" + QByteArray(900'000, 'y') + "\"\n";
        QVERIFY(parseProfile(longLine, u"p.yaml"_s));
        timer.restart();
        (void)readProfile(QByteArray("? ").repeated(400'000), u"p.yaml"_s);
        (void)readProfile(QByteArray("- ").repeated(400'000), u"p.yaml"_s);
        (void)readProfile(QByteArray("[a, ").repeated(200'000), u"p.yaml"_s);
        (void)readProfile(QByteArray("a: b\n").repeated(200'000), u"p.yaml"_s);
        (void)readProfile(QByteArray("!<x> ").repeated(100'000), u"p.yaml"_s);
        QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
    }

    void aValueIsNeverRepeatedInAMessage()
    {
        // The marked word in every place a hurried user may put a password.
        const QByteArray m = "marked-7Q";
        const QList<QByteArray> texts{serviceWith("secret: " + m),
            serviceWith("tls: {mode: " + m + "}"), serviceWith("ssh: {jump: u:" + m + "@h}"),
            serviceWith("address: postgres://u:" + m + "@h/db"),
            serviceWith("address: u:" + m + "@h:5432"), serviceWith(m + ": x"),
            serviceWith("namespace: " + m), serviceWith("address: h:" + m),
            kHead + "writes: " + m + '\n', kHead + "timezone: " + m + '\n',
            kHead + "environment: " + m + '\n', kHead + "services: " + m + '\n',
            kHead + "services:\n  - " + m + '\n', kHead + "services:\n  - id: \"" + m + " x\"\n",
            kHead + "x: [" + m + "\n", kHead + "x: *" + m + "\n", kHead + "x: \"" + m + "\n"};
        for (const QByteArray& text : texts) {
            const auto profile = parseProfile(text, u"p.yaml"_s);
            const QString all = messages(text).join(u'\n')
                + (profile ? QString() : profile.error().detail + ui::words(profile.error().hint));
            QVERIFY2(!all.contains("marked"_L1), qPrintable(all));
        }
    }
};

PH_TEST_MAIN(QCoreApplication, ProfileReaderTest)
#include "tst_profilereader.moc"
