// SPDX-License-Identifier: GPL-3.0-or-later
// The node catalogue: what is compiled in is whole, in three languages and without contradictions;
// a mistake in a file is told with its line.
#include "pipelines/api/duration.h"
#include "pipelines/catalogue/loader.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

namespace
{

const QStringList kLanguages{u"zh_TW"_s, u"ko"_s};

// What is missing in these words.
QStringList gaps(const Words& words, const QString& where)
{
    QStringList found;
    if (words.en.trimmed().isEmpty())
        found.append(where + u": en"_s);
    for (const QString& language : kLanguages) {
        // A name is the same everywhere and written once.
        const auto other = words.others.find(language);
        if (!words.others.empty()
            && (other == words.others.end() || other->second.trimmed().isEmpty()))
            found.append(where + u": "_s + language);
    }
    return found;
}

// Sentences are translated; they are never a name.
QStringList sentenceGaps(const Words& words, const QString& where)
{
    QStringList found = gaps(words, where);
    if (words.others.empty())
        found.append(where + u": one language"_s);
    if (!words.en.endsWith(u'.'))
        found.append(where + u": no sentence"_s);
    return found;
}

QStringList fieldGaps(const Catalogue& catalogue, const FieldSpec& field, const QString& kind)
{
    const QString where = kind + u'.' + field.name;
    QStringList found = gaps(field.title, where);
    found += sentenceGaps(field.help, where + u" help"_s);
    for (const ChoiceSpec& choice : field.choices)
        found += gaps(choice.title, where + u'=' + choice.value);
    if (!field.section.isEmpty() && !catalogue.section(field.section))
        found.append(where + u": section"_s);
    return found;
}

template <typename Visit>
void eachField(const Catalogue& catalogue, const Visit& visit)
{
    for (const FieldSpec& field : catalogue.task)
        visit(field, u"task"_s);
    for (const FieldSpec& field : catalogue.schedule)
        visit(field, u"schedule"_s);
    for (const NodeKind& kind : catalogue.kinds) {
        for (const FieldSpec& field : kind.fields)
            visit(field, kind.id);
    }
}

// Why a field's own standard is not allowed by it.
QString standardFault(const FieldSpec& field)
{
    const Value& value = field.standard;
    const double number = value.text.toDouble();
    switch (field.type) {
    case FieldType::Number:
        if (value.kind != Value::Kind::Number || (field.least && number < *field.least)
            || (field.most && number > *field.most))
            return u"number"_s;
        break;
    case FieldType::Bool:
        if (value.kind != Value::Kind::Bool)
            return u"bool"_s;
        break;
    case FieldType::Choice:
        if (std::ranges::none_of(
                field.choices, [&](const ChoiceSpec& one) { return one.value == value.text; }))
            return u"choice"_s;
        break;
    case FieldType::Duration:
        if (!durationOf(value.text))
            return u"duration"_s;
        break;
    case FieldType::List:
    case FieldType::Columns:
        if (value.kind != Value::Kind::List)
            return u"list"_s;
        break;
    case FieldType::Map:
        if (value.kind != Value::Kind::Map)
            return u"map"_s;
        break;
    default:
        if (value.kind != Value::Kind::Text)
            return u"text"_s;
    }
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(field.pattern));
    return field.pattern.isEmpty() || pattern.match(value.text).hasMatch() ? QString()
                                                                           : u"pattern"_s;
}

const QByteArray kGoodKind = R"(kind: source.mine
category: source
icon: table
title: Mine
summary: {en: Of my own., ko: 내 것입니다.}
runs: task
outputs:
  - {name: out, type: table, title: Rows}
fields:
  - name: mode
    type: choice
    title: Mode
    choices: [{value: a}, {value: b}]
  - name: size
    type: number
    title: Size
    least: 1
    when: {mode: [b]}
)";

} // namespace

class CatalogueTest : public QObject
{
    Q_OBJECT

private:
    static void write(const QString& path, const QByteArray& text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

private Q_SLOTS:
    void isBuiltInWithoutProblems()
    {
        const CataloguePtr catalogue = builtInCatalogue();
        QCOMPARE(builtInCatalogue().get(), catalogue.get());
        const CatalogueFolder again = readFolder(u":/pilothouse/nodes"_s);
        for (const CatalogueProblem& problem : again.problems)
            qWarning("%s: %s %s", qPrintable(problem.where()), problem.message.key.constData(),
                qPrintable(problem.message.args.join(u' ')));
        const QDir folder(u":/pilothouse/nodes"_s);
        qsizetype kinds = 0;
        for (const QString& name : folder.entryList({u"*.yaml"_s}, QDir::Files)) {
            if (name.startsWith(u'_'))
                continue;
            ++kinds;
            QVERIFY2(catalogue->kind(name.chopped(5)), qPrintable(name));
        }
        QVERIFY(kinds >= 36);
        QCOMPARE(catalogue->categories.size(), size_t(7));
        QCOMPARE(qsizetype(catalogue->kinds.size()), kinds);
        QVERIFY(!catalogue->task.empty() && !catalogue->schedule.empty());
    }

    void speaksThreeLanguages()
    {
        const CataloguePtr catalogue = builtInCatalogue();
        QStringList found;
        for (const CategorySpec& category : catalogue->categories)
            found += gaps(category.title, category.id);
        for (const SectionSpec& section : catalogue->sections)
            found += gaps(section.title, section.id);
        for (const NodeKind& kind : catalogue->kinds) {
            found += gaps(kind.title, kind.id);
            found += sentenceGaps(kind.summary, kind.id + u" summary"_s);
            for (const PortSpec& port : kind.inputs)
                found += gaps(port.title, kind.id + u':' + port.name);
            for (const PortSpec& port : kind.outputs)
                found += gaps(port.title, kind.id + u':' + port.name);
        }
        eachField(*catalogue, [&](const FieldSpec& field, const QString& kind) {
            found += fieldGaps(*catalogue, field, kind);
            if (!field.needs.reason.isEmpty())
                found += sentenceGaps(field.needs.reason, kind + u'.' + field.name + u" needs"_s);
        });
        QCOMPARE(found.join(u'\n'), QString());
    }

    void iconsExist()
    {
        const CataloguePtr catalogue = builtInCatalogue();
        Q_INIT_RESOURCE(pilothouse_icons);
        const QDir icons(u":/pilothouse/icons"_s);
        QStringList missing;
        for (const CategorySpec& category : catalogue->categories) {
            if (!icons.exists(category.icon + u".svg"_s))
                missing.append(category.icon);
        }
        for (const NodeKind& kind : catalogue->kinds) {
            if (!icons.exists(kind.icon + u".svg"_s))
                missing.append(kind.icon);
        }
        QCOMPARE(missing, QStringList());
    }

    void standardsAreAllowed()
    {
        QStringList faults;
        eachField(*builtInCatalogue(), [&](const FieldSpec& field, const QString& kind) {
            const QString fault = field.standard.isNone() ? QString() : standardFault(field);
            if (!fault.isEmpty())
                faults.append(kind + u'.' + field.name + u": "_s + fault);
            // A form that is opened for the first time must show something.
            if (field.type == FieldType::Choice && field.standard.isNone())
                faults.append(kind + u'.' + field.name + u": no standard"_s);
            if (field.required && !field.standard.isNone())
                faults.append(kind + u'.' + field.name + u": required, yet has a standard"_s);
        });
        QCOMPARE(faults, QStringList());
    }

    void kindsMakeSense()
    {
        const CataloguePtr catalogue = builtInCatalogue();
        QStringList listed;
        for (const NodeKind& kind : catalogue->kinds) {
            QVERIFY2(kind.id.startsWith(kind.category + u'.'), qPrintable(kind.id));
            QVERIFY2(!kind.inputs.empty() || !kind.outputs.empty(), qPrintable(kind.id));
            QVERIFY2(kind.runs != Runs::Thing || kind.inputs.empty() || kind.outputs.empty(),
                qPrintable(kind.id));
            QVERIFY2(!listed.contains(kind.id), qPrintable(kind.id));
            listed.append(kind.id);
            for (const TemplateSpec& one : kind.templates)
                QVERIFY2(
                    QFile::exists(kind.folder + u"/templates/"_s + one.file), qPrintable(one.file));
            for (const TemplateSpec& one : kind.templates) {
                for (const QString& part : one.parts)
                    QVERIFY2(catalogue->parts.contains(part), qPrintable(part));
            }
        }
    }

    void tellsMistakesWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("where");
        QTest::newRow("unknown key") << QByteArray("icon: table") << QByteArray("icno: table")
                                     << u"source.mine.yaml:1:1"_s; // icon is missing, told first
        QTest::newRow("unknown key of a field")
            << QByteArray("least: 1") << QByteArray("smallest: 1") << u"source.mine.yaml:17:5"_s;
        QTest::newRow("category") << QByteArray("category: source") << QByteArray("category: sauce")
                                  << u"source.mine.yaml:2:11"_s;
        QTest::newRow("type") << QByteArray("type: number") << QByteArray("type: numbr")
                              << u"source.mine.yaml:15:11"_s;
        QTest::newRow("port type") << QByteArray("type: table, ") << QByteArray("type: tabel, ")
                                   << u"source.mine.yaml:8:23"_s;
        QTest::newRow("two fields of a name")
            << QByteArray("name: size") << QByteArray("name: mode") << u"source.mine.yaml:14:5"_s;
        QTest::newRow("when of no field")
            << QByteArray("{mode: [b]}") << QByteArray("{mood: [b]}") << u"source.mine.yaml:14:5"_s;
        QTest::newRow("when of no choice")
            << QByteArray("{mode: [b]}") << QByteArray("{mode: [c]}") << u"source.mine.yaml:14:5"_s;
        QTest::newRow("number") << QByteArray("least: 1") << QByteArray("least: one")
                                << u"source.mine.yaml:17:12"_s;
        QTest::newRow("language") << QByteArray("ko: ") << QByteArray("kr: ")
                                  << u"source.mine.yaml:5:27"_s;
        QTest::newRow("id is not the file's")
            << QByteArray("source.mine") << QByteArray("source.yours") << u"source.mine.yaml:1:7"_s;
        QTest::newRow("shared field")
            << QByteArray("- name: size") << QByteArray("- use: tabel\n    name: size")
            << u"source.mine.yaml:14:5"_s;
        QTest::newRow("a tab") << QByteArray("icon: table") << QByteArray("\ticon: table")
                               << u"source.mine.yaml:3:1"_s;
        QTest::newRow("a list") << kGoodKind << QByteArray("- a\n- b\n")
                                << u"source.mine.yaml:1:1"_s;
        QTest::newRow("template elsewhere")
            << QByteArray("fields:")
            << QByteArray("templates:\n  - {unit: airflow, file: ../../secret}\nfields:")
            << u"source.mine.yaml:10:5"_s;
    }
    void tellsMistakesWithTheirPlace()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, where);
        QVERIFY(kGoodKind.contains(from));
        QTemporaryDir folder;
        write(folder.filePath(u"_categories.yaml"_s),
            "categories: [{id: source, title: Source, icon: table}]\n");
        write(folder.filePath(u"source.mine.yaml"_s), QByteArray(kGoodKind).replace(from, to));
        const CatalogueFolder read = readFolder(folder.path());
        QVERIFY(!read.problems.empty());
        QCOMPARE(read.problems.front().where(), where);
        QVERIFY(!read.catalogue.kind(u"source.mine"));
        const auto whole = readCatalogue(folder.path());
        QVERIFY(!whole);
        QCOMPARE(whole.error().where, where);
        QCOMPARE(whole.error().hint, read.problems.front().message);
    }

    void ownKindsStandBesideTheBuiltIn()
    {
        const CataloguePtr builtIn = builtInCatalogue();
        QTemporaryDir folder;
        write(folder.filePath(u"source.mine.yaml"_s), kGoodKind);
        write(folder.filePath(u"source.kafka.yaml"_s),
            QByteArray(kGoodKind).replace("source.mine", "source.kafka"));
        QVERIFY(QDir(folder.path()).mkdir(u"parts"_s));
        write(folder.filePath(u"parts/mine.py"_s), "import this\n");
        const CatalogueFolder read = readFolder(folder.path(), builtIn.get());
        QCOMPARE(read.problems.size(), size_t(1)); // source.kafka is there already
        QCOMPARE(read.problems.front().file, u"source.kafka.yaml"_s);
        QCOMPARE(read.catalogue.kinds.size(), builtIn->kinds.size() + 1);
        const NodeKind* mine = read.catalogue.kind(u"source.mine");
        QVERIFY(mine);
        QCOMPARE(mine->folder, folder.path());
        QCOMPARE(mine->field(u"size")->when.at(u"mode"_s), QStringList{u"b"_s});
        QCOMPARE(mine->summary.in(u"ko"_s), u"내 것입니다."_s);
        QCOMPARE(read.catalogue.parts.at(u"mine"_s), u"import this\n"_s);
        QCOMPARE(read.catalogue.task, builtIn->task);
    }

    void whatHasNoTemplateIsLeftOut()
    {
        QTemporaryDir folder;
        write(folder.filePath(u"source.mine.yaml"_s),
            QByteArray(kGoodKind).replace(
                "fields:", "templates:\n  - {unit: airflow, file: mine.py}\nfields:"));
        KnownKinds kinds = kindsWith(folder.path());
        QCOMPARE(kinds.problems.size(), size_t(1));
        QCOMPARE(kinds.problems.front().where(), u"source.mine.yaml:10:27"_s);
        QVERIFY(!kinds.catalogue->kind(u"source.mine"));
        QCOMPARE(kinds.catalogue->kinds.size(), builtInCatalogue()->kinds.size());
        QVERIFY(QDir(folder.path()).mkdir(u"templates"_s));
        write(folder.filePath(u"templates/mine.py"_s), "pass\n");
        kinds = kindsWith(folder.path());
        QVERIFY(kinds.problems.empty());
        QVERIFY(kinds.catalogue->kind(u"source.mine"));
        QCOMPARE(kindsWith(folder.filePath(u"none"_s)).catalogue, builtInCatalogue());
    }

    void anEmptyFolderIsNoProblem()
    {
        QTemporaryDir folder;
        const CatalogueFolder read = readFolder(folder.path(), builtInCatalogue().get());
        QVERIFY(read.problems.empty());
        QCOMPARE(read.catalogue.kinds, builtInCatalogue()->kinds);
    }

    void durations()
    {
        QCOMPARE(durationOf(u"90s"), qint64(90));
        QCOMPARE(durationOf(u"1h30m"), qint64(5'400));
        QCOMPARE(durationOf(u"2d"), qint64(172'800));
        for (const QStringView bad :
            {u"", u"5", u"m", u"5x", u"30m1h", u"1h1h", u"-5m", u"1.5h", u" 5m", u"9999999999s"})
            QVERIFY2(!durationOf(bad), qPrintable(bad.toString()));
        for (const qint64 seconds : {0LL, 1LL, 60LL, 61LL, 3'600LL, 90'061LL, 86'400LL})
            QCOMPARE(durationOf(durationText(seconds)), qint64(seconds));
    }
};

PH_TEST_MAIN(QCoreApplication, CatalogueTest)
#include "tst_pipelinecatalogue.moc"
