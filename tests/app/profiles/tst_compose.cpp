// SPDX-License-Identifier: GPL-3.0-or-later
// Compose files as people write them: what is recognised, what is left out and why, and where the
// passwords go. The inputs are in data/.
#include "app/profiles/composeimport.h"
#include "app/profiles/composeservice.h"
#include "app/profiles/profilereader.h"
#include "app/profiles/profilewriter.h"
#include "tests/support/testmain.h"
#include "ui/words.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pilothouse;
using namespace pilothouse::app;

namespace
{

const ComposeFinding* found(const ComposeReading& reading, const QString& service)
{
    const auto it = std::ranges::find(reading.found, service, &ComposeFinding::service);
    return it == reading.found.end() ? nullptr : &*it;
}

QString whyLeftOut(const ComposeReading& reading, const QString& service)
{
    const auto it = std::ranges::find(reading.leftOut, service, &ComposeLeftOut::service);
    return it == reading.leftOut.end() ? QString() : ui::words(it->why);
}

Result<ComposeReading> read(const QByteArray& text)
{
    return readCompose(text, u"c.yaml"_s, {}, [](const QString&) { return std::nullopt; });
}

} // namespace

class ComposeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTeamsPlatform()
    {
        const auto reading = load(u"shop/docker-compose.yaml"_s);
        QVERIFY(reading);
        QCOMPARE(reading->services(), 15);
        struct Row {
            QString service, tool, address, user, secret;
        };
        const QList<Row> rows{
            {u"warehouse"_s, u"postgresql"_s, u"localhost:15432"_s, u"shop"_s, u"marked-pg #1"_s},
            {u"replica"_s, u"postgresql"_s, u"localhost:15433"_s, u"postgres"_s,
                u"marked-replica"_s},
            {u"cache"_s, u"redis"_s, u"localhost:6379"_s, {},
                u"marked redis"_s /* split after filling in */},
            {u"broker"_s, u"kafka"_s, u"localhost:9092"_s, {}, {}},
            {u"search"_s, u"elasticsearch"_s, u"https://localhost:9200"_s, u"elastic"_s,
                u"marked-elastic"_s},
            {u"logs"_s, u"opensearch"_s, u"https://localhost:9201"_s, u"admin"_s, u"marked-Os1!"_s},
            {u"tracking"_s, u"mlflow"_s, u"http://localhost:5050"_s, {}, {}},
            {u"store"_s, u"minio"_s, u"http://localhost:9000"_s, u"lake"_s, u"marked-minio"_s},
            {u"prometheus"_s, u"prometheus"_s, u"http://[::1]:9090"_s, {}, {}},
            {u"grafana"_s, u"grafana"_s, u"http://localhost:3000"_s, u"admin"_s,
                u"marked$dollar"_s},
        };
        for (const Row& row : rows) {
            const ComposeFinding* f = found(*reading, row.service);
            QVERIFY2(f, qPrintable(row.service));
            QCOMPARE(f->entry.config.tool, row.tool);
            QCOMPARE(f->entry.config.address, row.address);
            QCOMPARE(f->entry.config.user, row.user);
            QCOMPARE(f->secret.reveal(), row.secret);
            QCOMPARE(f->entry.secret.kind,
                row.secret.isEmpty() ? SecretSource::Kind::None : SecretSource::Kind::Keychain);
        }
        QCOMPARE(reading->found.size(), size_t(rows.size()));
        QCOMPARE(
            found(*reading, u"warehouse"_s)->entry.config.options.value(u"database"_s), u"shop"_s);
        QVERIFY(whyLeftOut(*reading, u"internal-db"_s).contains("5432"_L1));
        QVERIFY(whyLeftOut(*reading, u"node-exporter"_s).contains("not a service"_L1));
        QVERIFY(whyLeftOut(*reading, u"kafka-ui"_s).contains("not a service"_L1));
        QVERIFY(whyLeftOut(*reading, u"web"_s).contains("built here"_L1));
        QVERIFY(!whyLeftOut(*reading, u"dns"_s).isEmpty());
    }

    void airflowIsOneServiceOfMany()
    {
        const auto reading = load(u"airflow/docker-compose.yaml"_s);
        QVERIFY(reading);
        QCOMPARE(reading->found.size(), size_t(1));
        const ComposeFinding* web = found(*reading, u"airflow-webserver"_s);
        QVERIFY(web);
        QCOMPARE(web->entry.config.address, u"http://localhost:8080"_s);
        QCOMPARE(web->entry.config.user, u"admin"_s);
        QCOMPARE(web->secret.reveal(), u"marked-air"_s);
        QVERIFY(whyLeftOut(*reading, u"airflow-scheduler"_s).contains("a part of Airflow"_L1));
        QVERIFY(whyLeftOut(*reading, u"postgres"_s).contains("not published"_L1));
        QVERIFY(reading->remarks.empty());
    }

    void bitnamiImages()
    {
        const auto reading = load(u"bitnami/compose.yml"_s);
        QVERIFY(reading);
        QCOMPARE(reading->found.size(), size_t(6));
        const ComposeFinding* db = found(*reading, u"db"_s);
        QCOMPARE(db->entry.config.user, u"app"_s);
        QCOMPARE(db->secret.reveal(), u"marked-bitnami"_s);
        QCOMPARE(db->entry.config.options.value(u"database"_s), u"orders"_s);
        QCOMPARE(found(*reading, u"my cache!"_s)->entry.config.id, u"my-cache-"_s);
        QCOMPARE(found(*reading, u"my cache?"_s)->entry.config.id, u"my-cache--2"_s);
        QVERIFY(found(*reading, u"my cache?"_s)->secret.isEmpty());
        QCOMPARE(found(*reading, u"kafka"_s)->entry.config.address, u"localhost:9094"_s);
        QCOMPARE(found(*reading, u"airflow"_s)->entry.config.user, u"boss"_s);
        QCOMPARE(
            found(*reading, u"opensearch"_s)->entry.config.address, u"http://localhost:9200"_s);
    }

    void theProfileReadsBackAndHoldsNoPassword()
    {
        for (const QString& file : {u"shop/docker-compose.yaml"_s, u"airflow/docker-compose.yaml"_s,
                 u"bitnami/compose.yml"_s}) {
            const auto reading = load(file);
            const Profile profile = profileFrom(*reading, u"imported"_s, u"UTC"_s, {});
            const QByteArray text = profileText(profile);
            const auto again = parseProfile(text, u"p.yaml"_s);
            QVERIFY2(again, qPrintable(again ? QString() : again.error().detail));
            QCOMPARE(again->services.size(), reading->found.size());
            QCOMPARE(again->writes, WriteMode::Ask);
            QVERIFY(again->warnings.empty());
            QVERIFY(!again->services[0].config.ns.isEmpty());
            QString said = QString::fromUtf8(text);
            for (const ComposeLeftOut& left : reading->leftOut)
                said += ui::words(left.why) + left.image;
            for (const ComposeFinding& f : reading->found)
                said += ui::words(f.note);
            for (const ProfileIssue& remark : reading->remarks)
                said += ui::words(remark.message);
            QVERIFY2(!said.contains("marked"_L1), qPrintable(said));
        }
    }

    void theFilesAreNotChanged()
    {
        const QString folder = QFINDTESTDATA("data/shop");
        QHash<QString, std::pair<QDateTime, QByteArray>> before;
        const auto look = [&] {
            QHash<QString, std::pair<QDateTime, QByteArray>> all;
            for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
                QFile file(info.filePath());
                if (file.open(QIODevice::ReadOnly))
                    all.insert(info.fileName(), {info.lastModified(), file.readAll()});
            }
            return all;
        };
        before = look();
        QCOMPARE(before.size(), 4);
        QVERIFY(load(u"shop/docker-compose.yaml"_s));
        QCOMPARE(look(), before);
    }

    void variables()
    {
        const ComposeVariables v(
            "A=1\nB=\n# C=3\nD = 'x # y'\nE=a b # c\nexport F=\"q\\\"\\n\"\nG=$A\r\n");
        const auto is = [&](const char* text, const char* expected) {
            QCOMPARE(v.expand(QString::fromUtf8(text)), QString::fromUtf8(expected));
        };
        is("$A-${A}", "1-1");
        is("${B:-x}${B-y}", "x");
        is("${C:-${A}}", "1");
        is("${C:-${X:-${Y:-z}}}", "z");
        is("${A:+set}${B:+set}${B+set}${C+set}", "setset");
        is("$$A $${A} $ 5$", "$A ${A} $ 5$");
        is("${D}|${E}|${F}|${G}", "x # y|a b|q\"\n|$A");
        is("${A:?must}", "1");
        is("${NONE}${OTHER?gone}", "");
        QVERIFY(v.unset().contains(u"NONE"_s) && v.unset().contains(u"OTHER"_s));
        is("${A", "1");
        is("${", "");
        QString deep = u"x"_s;
        for (int i = 0; i < 2000; ++i)
            deep = u"${N"_s + QString::number(i) + u":-"_s + deep + u"}"_s;
        (void)v.expand(deep); // bounded
    }

    void ports()
    {
        const auto parse = [](const QByteArray& yaml) {
            const auto tree = parseYaml("p: " + yaml + '\n');
            return composePorts(*(*tree)->find(u"p")->value, ComposeVariables("P=1234\n"));
        };
        using Ports = QList<ComposePort>;
        QCOMPARE(parse("5432"), (Ports{{u"localhost"_s, 0, 5432}}));
        QCOMPARE(parse("\"80:8080\""), (Ports{{u"localhost"_s, 80, 8080}}));
        QCOMPARE(parse("10.0.0.7:80:8080"), (Ports{{u"10.0.0.7"_s, 80, 8080}}));
        QCOMPARE(parse("\"127.0.0.1::8080\""), (Ports{{u"localhost"_s, 0, 8080}}));
        QCOMPARE(parse("\"${P}:80/tcp\""), (Ports{{u"localhost"_s, 1234, 80}}));
        QCOMPARE(parse("3000-3002:4000-4002").size(), 3);
        QCOMPARE(parse("3000-3002:4000-4002")[2], (ComposePort{u"localhost"_s, 3002, 4002}));
        QCOMPARE(parse("8000-9000:80"), (Ports{{u"localhost"_s, 0, 80}}));
        QVERIFY(parse("53:53/udp").isEmpty());
        QVERIFY(parse("x:y").isEmpty());
        QVERIFY(parse("1-60000:1-60000").size() <= 64);
        QVERIFY(parse("\"70000:70000\"").isEmpty());
        QCOMPARE(parse("{target: 80, published: 8080, host_ip: \"::1\"}"),
            (Ports{{u"[::1]"_s, 8080, 80}}));
        QVERIFY(parse("{target: 80, published: 8080, protocol: udp}").isEmpty());
        QVERIFY(parse("[]").isEmpty());
    }

    void images()
    {
        QCOMPARE(imageName(u"postgres:16"_s), u"postgres"_s);
        QCOMPARE(imageName(u"registry.local:5000/a/b/redis:7@sha256:00"_s), u"b/redis"_s);
        QCOMPARE(imageName(u"localhost/kafka"_s), u"kafka"_s);
        QVERIFY(!toolOfImage(u"oliver006/redis_exporter"_s));
        QVERIFY(!toolOfImage(u"prometheuscommunity/postgres-exporter"_s));
        QVERIFY(!toolOfImage(u""_s));
        QCOMPARE(toolOfImage(u"apache/kafka:3.7.0"_s)->tool, u"kafka"_s);
    }

    void whatIsNoComposeFile()
    {
        QVERIFY(read("").error().detail.startsWith("c.yaml:1:1: there is no map"_L1));
        QVERIFY(read("services: []\n").error().detail.startsWith("c.yaml:1:11:"_L1));
        QVERIFY(read("services: {a: [\n").error().detail.startsWith("c.yaml:"_L1));
        QVERIFY(read("services: {a: 1, b: null, c: []}\n")->found.empty());
        QVERIFY(read("services: {a: {image: [x], ports: 5, environment: 7, command: {a: b}}}\n"));
        QVERIFY(
            read("services: {a: {image: postgres, ports: [[1], {a: b}, null]}}\n")->found.empty());
        QVERIFY(!loadCompose(u"/nowhere/compose.yaml"_s));
        QByteArray many = "services:\n";
        for (int i = 0; i < 2000; ++i)
            many += "  s" + QByteArray::number(i) + ": {image: redis, ports: [\"6379:6379\"]}\n";
        QVERIFY(read(many)->services() <= 300);
    }

private:
    static Result<ComposeReading> load(const QString& name)
    {
        return loadCompose(QFINDTESTDATA("data") + u'/' + name);
    }
};

PH_TEST_MAIN(QCoreApplication, ComposeTest)
#include "tst_compose.moc"
