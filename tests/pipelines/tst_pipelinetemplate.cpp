// SPDX-License-Identifier: GPL-3.0-or-later
// Templates: what they write, what they refuse, and that no value leaves its literal.
#include "pipelines/template/template.h"
#include "tests/pipelines/hostile.h"
#include "tests/pipelines/pythonreader.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

namespace
{

QString filled(const QString& text, const Bindings& bindings, Language language = Language::Python,
    int indent = 0)
{
    const auto made = Template::parse(text, language);
    if (!made)
        return u"refused: "_s + made.error().detail;
    const auto out = made->fill(bindings, indent);
    return out ? out->text : u"failed: "_s + out.error().detail;
}

Value list(const QStringList& texts)
{
    Value value;
    value.kind = Value::Kind::List;
    for (const QString& text : texts)
        value.items.push_back(Value::ofText(text));
    return value;
}

} // namespace

class PipelineTemplateTest final : public QObject
{
    Q_OBJECT

private slots:
    void literals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("python");
        QTest::newRow("plain") << u"a"_s << u"\"a\""_s;
        QTest::newRow("quotes") << u"say \"hi\""_s << u"'say \"hi\"'"_s;
        QTest::newRow("lines") << u"a\nb\n"_s << u"\"\"\"\\\na\nb\n\"\"\""_s;
        QTest::newRow("quotes in lines")
            << u"\"\"\"\n\""_s << u"\"\"\"\\\n\\\"\\\"\"\n\\\"\"\"\""_s;
        QTest::newRow("hidden") << u"a\u202e\r"_s << u"\"a\\u202e\\r\""_s;
        QTest::newRow("words") << u"台北"_s << u"\"台北\""_s;
    }
    void literals()
    {
        QFETCH(QString, text);
        QTEST(pythonText(text), "python");
    }

    // Each text as Python reads it back, alone and as item, key and value.
    void pythonReadsEveryTextBack()
    {
        QJsonArray pairs;
        for (const QString& text : test::hostileTexts(2000)) {
            Value map;
            map.kind = Value::Kind::Map;
            map.entries = {{text, list({text, text})}};
            pairs.append(QJsonArray{pythonText(text), test::codesOf(text),
                pythonLiteral(map, FieldType::Map, {8, 90, 1})});
        }
        const QJsonValue wrong = test::python(uR"(
import ast, json, sys
def codes(text):
    data = text.encode("utf-16-le", "surrogatepass")
    return [data[i] | data[i + 1] << 8 for i in range(0, len(data), 2)]
wrong = []
for number, (literal, wanted, nested) in enumerate(json.load(sys.stdin)[0]):
    text = ast.literal_eval(literal)
    (key, items), = ast.literal_eval(nested).items()
    if codes(text) != wanted or key != text or items != [text, text]:
        wrong.append(number)
    # It stays one literal wherever it stands.
    tree = ast.parse(f"def f():\n    x = {literal}\n    return g({literal}, y={literal})\n")
    body = tree.body[0].body
    if len(tree.body) != 1 or len(body) != 2 or body[0].value.value != text \
            or body[1].value.keywords[0].value.value != text:
        wrong.append(number)
print(json.dumps([wrong]))
)"_s,
            pairs);
        QCOMPARE(wrong, QJsonValue(QJsonArray()));
    }

    void durationsAndNumbers()
    {
        const auto python = [](const QString& text, FieldType type) {
            return pythonLiteral(Value::ofPlain(text), type);
        };
        QCOMPARE(python(u"15m"_s, FieldType::Duration), u"timedelta(minutes=15)"_s);
        QCOMPARE(python(u"1h30m"_s, FieldType::Duration), u"timedelta(hours=1, minutes=30)"_s);
        QCOMPARE(python(u"1.5"_s, FieldType::Number), u"1.5"_s);
        QCOMPARE(python(u"true"_s, FieldType::Bool), u"True"_s);
        QCOMPARE(pythonLiteral({}, FieldType::Text), u"None"_s);
        QCOMPARE(python(u"1s); x("_s, FieldType::Duration), u"\"1s); x(\""_s);
    }

    void longOnesAreBroken()
    {
        Value value = list({QString(50, u'a'), QString(50, u'b')});
        QCOMPARE(pythonLiteral(value, FieldType::List, {4, 10, 1}),
            u"[\n        \"%1\",\n        \"%2\",\n    ]"_s.arg(
                QString(50, u'a'), QString(50, u'b')));
        QCOMPARE(pythonLiteral(list({u"a"_s}), FieldType::List, {4, 10, 1}), u"[\"a\"]"_s);
    }

    void sqlYamlAndShell()
    {
        QCOMPARE(*sqlLiteral(Value::ofText(u"it's"_s)), u"'it''s'"_s);
        QCOMPARE(*sqlLiteral(Value::ofText(u"a\\'b"_s)), u"E'a\\\\''b'"_s);
        QCOMPARE(*sqlLiteral(Value::ofNumber(-1)), u"-1"_s);
        QCOMPARE(*sqlTable(u"shop.order"_s), u"shop.\"order\""_s);
        QCOMPARE(*sqlName(u"a\"b"_s), u"\"a\"\"b\""_s);
        QCOMPARE(*sqlName(u"a\n"_s), u"\"a\n\""_s);
        QCOMPARE(*sqlType(u"timestamp with time zone"_s), u"timestamp with time zone"_s);
        QCOMPARE(*sqlType(u"numeric(12, 2)"_s), u"numeric(12, 2)"_s);
        QCOMPARE(*sqlType(u"int); drop table x; --"_s), u"\"int); drop table x; --\""_s);
        QVERIFY(!sqlLiteral(Value::ofText(QString(QChar(u'\0')))));
        QVERIFY(!sqlName(QString(QChar(u'\0'))));
        QCOMPARE(yamlLiteral(Value::ofText(u"yes"_s), FieldType::Text), u"\"yes\""_s);
        QCOMPARE(yamlLiteral(Value::ofText(u"a: b"_s), FieldType::Text), u"\"a: b\""_s);
        QCOMPARE(*shellWord(Value::ofText(u"it's"_s)), u"'it'\\''s'"_s);
        QVERIFY(!shellWord(Value::ofText(QString(QChar(u'\0')))));
    }

    void writesSectionsAndArguments()
    {
        const QString text = uR"(
{{ node }} = Operator(
    {{> task }}
    sql={{ sql }},
    {{# mode = merge }}
    keys={{ keys }},
    {{/ mode }}
    {{^ mode = merge }}
    plain={{ mode }},
    {{/ mode }}
)
)"_s.sliced(1);
        Bindings names{{u"node"_s, {.code = u"load"_s}}, {u"sql"_s, {Value::ofText(u"a\nb"_s)}},
            {u"mode"_s, {Value::ofText(u"merge"_s)}}, {u"keys"_s, {list({u"id"_s})}},
            {u"task"_s,
                {.arguments = {{u"task_id"_s, {Value::ofText(u"load"_s)}},
                     {u"retry_delay"_s, {Value::ofText(u"5m"_s), FieldType::Duration}}}}}};
        QCOMPARE(filled(text, names, Language::Python, 4), uR"(load = Operator(
        task_id="load",
        retry_delay=timedelta(minutes=5),
        sql="""\
a
b""",
        keys=["id"],
    )
)"_s);
        names.erase(u"task"_s);
        names[u"mode"_s].value = Value::ofText(u"append"_s);
        QCOMPARE(filled(text, names), uR"(load = Operator(
    sql="""\
a
b""",
    plain="append",
)
)"_s);
    }

    void argumentsInALine()
    {
        Bindings names{{u"task"_s,
            {.arguments = {{u"task_id"_s, {Value::ofText(u"load"_s)}},
                 {u"retries"_s, {Value::ofNumber(3), FieldType::Number}}}}}};
        QCOMPARE(
            filled(u"@task({{> task }})\n"_s, names), u"@task(task_id=\"load\", retries=3)\n"_s);
        names[u"task"_s].arguments.push_back({u"doc_md"_s, {Value::ofText(QString(80, u'x'))}});
        QCOMPARE(filled(u"@task({{> task }})\n"_s, names),
            u"@task(\n    task_id=\"load\",\n    retries=3,\n    doc_md=\"%1\",\n)\n"_s.arg(
                QString(80, u'x')));
    }

    // A list that is only asked for is written once, however long it is.
    void aListIsSetOrNot()
    {
        Bindings names{{u"keys"_s, {list({u"a"_s, u"b"_s})}}};
        const QString text = u"f({{# keys }}keys={{ keys }}{{/ keys }})"_s;
        QCOMPARE(filled(text, names), u"f(keys=[\"a\", \"b\"])"_s);
        names[u"keys"_s].value.items.clear();
        QCOMPARE(filled(text, names), u"f()"_s);
    }

    void listsAndBlocks()
    {
        Bindings names{{u"table"_s, {Value::ofText(u"shop.orders"_s)}},
            {u"columns"_s, {list({u"id"_s, u"it's"_s})}}};
        QCOMPARE(filled(u"CREATE TABLE {{ table|table }} (\n{{* columns }}\n    {{ .|name }} text"
                        "{{^ .last }},{{/ .last }}\n{{/ columns }}\n);\n"_s,
                     names, Language::Sql),
            u"CREATE TABLE shop.orders (\n    id text,\n    \"it's\" text\n);\n"_s);
        QCOMPARE(
            filled(u"rows(sql={{< sql }}SELECT {{ columns|name }} FROM {{ table|table }} WHERE x "
                   "= {{ table }}{{/ sql }})"_s,
                names),
            u"rows(sql=\"SELECT id, \\\"it's\\\" FROM shop.orders WHERE x = 'shop.orders'\")"_s);
    }

    void whatIsNotATemplate()
    {
        const auto rendered = [](const QString& text) {
            return filled(u"f({{ x|verbatim }})"_s, {{u"x"_s, {Value::ofText(text)}}});
        };
        QCOMPARE(rendered(u"a"_s), u"f(\"a\")"_s);
        QCOMPARE(rendered(u"{{ ds }}"_s), u"f(literal(\"{{ ds }}\"))"_s);
        QCOMPARE(rendered(u"x.sql"_s), u"f(literal(\"x.sql\"))"_s);
        QCOMPARE(filled(u"f({{ x|jinja }})"_s, {{u"x"_s, {Value::ofText(u"a {{ ds }}"_s)}}}),
            u"f(\"a {{ ds }}\")"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("language");
        const auto row
            = [](const char* name, const QString& text, Language language = Language::Python) {
                  QTest::newRow(name) << text << int(language);
              };
        row("raw", u"{{{ x }}}"_s);
        row("raw ampersand", u"{{& x }}"_s);
        row("not closed", u"f({{ x"_s);
        row("unknown filter", u"f({{ x|raw }})"_s);
        row("filter of another language", u"f({{ x|table }})"_s);
        row("in a string", u"f(\"{{ x }}\")"_s);
        row("in a long string", u"f(\"\"\"a\n{{ x }}\n\"\"\")"_s);
        row("in a comment", u"# {{ x }}\n"_s);
        row("formatted", u"f{{ x }}"_s);
        row("beside a string", u"f(\"a\"{{ x }})"_s);
        row("before a string", u"f({{ x }}\"a\")"_s);
        row("twice", u"f({{ x }}{{ y }})"_s);
        row("in quotes", u"select '{{ x }}'"_s, Language::Sql);
        row("in a name", u"select \"{{ x }}\""_s, Language::Sql);
        row("in a body", u"do $$ {{ x }} $$"_s, Language::Sql);
        row("in an SQL comment", u"-- {{ x }}"_s, Language::Sql);
        row("behind a sign", u"select 1 -{{ x }}"_s, Language::Sql);
        row("escaped", u"select E{{ x }}"_s, Language::Sql);
        row("in YAML", u"a: \"{{ x }}\""_s, Language::Yaml);
        row("section not closed", u"{{# x }}a"_s);
        row("section not opened", u"a{{/ x }}"_s);
        row("string across a section", u"{{# x }}\"{{/ x }}\""_s);
        row("a block in a block's string", u"f({{< sql }}select '{{ x }}'{{/ sql }})"_s);
        row("unknown language", u"f({{< perl }}x{{/ perl }})"_s);
    }
    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(int, language);
        const auto made = Template::parse(text, Language(language));
        QVERIFY2(!made, "taken");
        QVERIFY(!made.error().hint.isEmpty());
    }

    void knowsItsNames()
    {
        const auto made = Template::parse(
            u"{{# a }}{{ .x }}, {{ b }}{{/ a }} {{> task }} {{< sql }}{{ c|name }}{{/ sql }}"_s,
            Language::Python);
        QVERIFY(made);
        QCOMPARE(made->names(), (std::set<QString>{u"a"_s, u"b"_s, u"c"_s, u"task"_s}));
    }
};

PH_TEST_MAIN(QCoreApplication, PipelineTemplateTest)
#include "tst_pipelinetemplate.moc"
