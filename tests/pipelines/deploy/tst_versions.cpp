// SPDX-License-Identifier: GPL-3.0-or-later
// Versions are kept whole, in order, and not without end.
#include "pipelines/deploy/versions.h"
#include "pipelines/generate/fingerprint.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

class VersionsTest final : public QObject
{
    Q_OBJECT

    static DeployVersion version(const QByteArray& text)
    {
        DeployVersion version;
        version.time = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
        version.document = u"../id/ü"_s;
        version.pipeline = u"orders"_s;
        version.target = u"sandbox/shop-airflow"_s;
        version.message = u"first"_s;
        version.text = text;
        Value list;
        list.kind = Value::Kind::List;
        list.items = {Value::ofText(u"a"_s), Value::ofNumber(3)};
        version.generated.units.push_back({UnitKind::Table, u"bronze.orders"_s, {u"n1"_s},
            u"shop_db"_s, {{u"columns"_s, list, {}}}, "CREATE TABLE \xff"});
        version.generated.files.push_back(
            {u"orders.py"_s, withFingerprint(text, version.document, version.pipeline, "#"),
                u"orders"_s, {{u"n1"_s, {{3, 1}, {9, 4}}}}});
        version.replaced[u"orders.py"_s] = QByteArray("by\0hand", 7);
        return version;
    }
    static QStringList files(const QString& folder)
    {
        QStringList all;
        QDirIterator found(folder, QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext())
            all.append(found.next());
        return all;
    }

private Q_SLOTS:
    void keptAsTheyWere()
    {
        QTemporaryDir dir;
        const VersionShelf shelf(dir.filePath(u"deploys"_s));
        const auto first = shelf.put(version("v1 \xff\n"));
        QVERIFY(first);
        QCOMPARE(first->number, 1);
        const auto second = shelf.put(version("v2\n"));
        QCOMPARE(second->number, 2);
        const auto all = shelf.versions(u"../id/ü"_s, u"sandbox/shop-airflow"_s);
        QCOMPARE(all.size(), size_t(2));
        QCOMPARE(all[0], *second);
        QCOMPARE(all[1], *first);
        QCOMPARE(all[1].text, "v1 \xff\n");
        QCOMPARE(all[1].generated.units, first->generated.units);
        QCOMPARE(all[1].generated.files, first->generated.files);
        QCOMPARE(all[1].replaced, first->replaced);
        QVERIFY(shelf.versions(u"../id/ü"_s, u"prod/shop-airflow"_s).empty());
        const QString path = files(dir.path()).first();
        QCOMPARE(QFile(path).permissions() & (QFile::ReadGroup | QFile::ReadOther),
            QFile::Permissions());

        const GeneratedFile& file = all[1].generated.files[0];
        QCOMPARE(deployedText(all, file.path, fingerprint(file.text).hash), file.text);
        QVERIFY(!deployedText(all, file.path, "no hash"));
    }

    void notWithoutEnd()
    {
        QTemporaryDir dir;
        const VersionShelf shelf(dir.path());
        for (int i = 1; i <= VersionShelf::kMost + 3; ++i)
            QCOMPARE(shelf.put(version(QByteArray::number(i)))->number, i);
        const auto all = shelf.versions(u"../id/ü"_s, u"sandbox/shop-airflow"_s);
        QCOMPARE(int(all.size()), VersionShelf::kMost);
        QCOMPARE(all.front().number, VersionShelf::kMost + 3);
        QCOMPARE(int(files(dir.path()).size()), VersionShelf::kMost);
    }

    void brokenOnesAreLeftOut()
    {
        QTemporaryDir dir;
        const VersionShelf shelf(dir.path());
        QVERIFY(shelf.put(version("v1")));
        QVERIFY(shelf.put(version("v2")));
        QFile file(files(dir.path()).first());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"format\": 1, \"num") > 0);
        file.close();
        QCOMPARE(shelf.versions(u"../id/ü"_s, u"sandbox/shop-airflow"_s).size(), size_t(1));
        QVERIFY(!versionOf("[]"));
        QVERIFY(!versionOf(R"({"format": 2, "number": 1})"));
    }

    void aFolderThatCannotBeWritten()
    {
        const auto put = VersionShelf(u"/proc/none"_s).put(version("v1"));
        QVERIFY(!put);
        QVERIFY(!put.error().hint.isEmpty());
    }
};

PH_TEST_MAIN(QCoreApplication, VersionsTest)
#include "tst_versions.moc"
