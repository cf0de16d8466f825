// SPDX-License-Identifier: GPL-3.0-or-later
// Catalogue, checks and generators agree: whatever a kind's form can hold is sound to check() and
// generated for both majors, and what check() calls missing is not generated.
#include "pipelines/check/check.h"
#include "tests/pipelines/goldenfiles.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>

#include <algorithm>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

namespace
{

using Chosen = std::map<QString, QString>; // values of choices and switches by field

// A text that a field with a pattern takes, or one a person would write.
QString textFor(const FieldSpec& field)
{
    static const std::map<QString, QString> byName{{u"auth_header"_s, u"X-Api-Key"_s},
        {u"bucket"_s, u"shop-lake"_s}, {u"key"_s, u"top:{sku}"_s},
        {u"main_class"_s, u"shop.Load"_s}, {u"driver_memory"_s, u"1g"_s},
        {u"executor_memory"_s, u"2g"_s}, {u"delimiter"_s, u";"_s},
        {u"suite"_s,
            u"[{\"type\": \"expect_column_to_exist\", \"kwargs\": {\"column\": \"a\"}}]"_s}};
    if (const auto found = byName.find(field.name); found != byName.end())
        return found->second;
    switch (field.type) {
    case FieldType::Url:
        return u"https://example.org/events"_s;
    case FieldType::Table:
        return u"shop.orders"_s;
    case FieldType::Topic:
        return u"shop.orders.v1"_s;
    case FieldType::Path:
        return u"/data/orders"_s;
    case FieldType::Duration:
        return u"5m"_s;
    case FieldType::DateTime:
        return u"2026-03-01"_s;
    case FieldType::Cron:
        return u"5 * * * *"_s;
    case FieldType::TimeZone:
        return u"Asia/Taipei"_s;
    case FieldType::Code:
        return field.language == u"json" ? u"{\"a\": 1}"_s
            : field.language == u"sql"   ? u"SELECT a FROM shop.orders"_s
                                         : u"return 1"_s;
    default:
        return u"orders"_s;
    }
}

Value valueFor(const FieldSpec& field)
{
    switch (field.type) {
    case FieldType::Number:
        return Value::ofNumber(qint64(std::ceil(field.least.value_or(1))));
    case FieldType::Bool:
        return Value::ofBool(!field.standard.isTrue());
    case FieldType::Choice:
        return Value::ofText(field.choices.front().value);
    case FieldType::List:
        return {Value::Kind::List, {}, {Value::ofText(u"a"_s)}, {}};
    case FieldType::Map:
        return {Value::Kind::Map, {}, {}, {{u"a"_s, Value::ofText(u"b"_s)}}};
    case FieldType::Columns:
        return {Value::Kind::List, {},
            {{Value::Kind::Map, {}, {},
                {{u"name"_s, Value::ofText(u"a"_s)}, {u"type"_s, Value::ofText(u"bigint"_s)}}}},
            {}};
    default:
        return Value::ofText(textFor(field));
    }
}

// Every field that is used with these choices, or only those that must be set.
Settings settingsFor(const NodeKind& kind, const Chosen& chosen, bool all)
{
    Settings settings;
    for (const FieldSpec& field : kind.fields) {
        const bool isUsed = std::ranges::all_of(field.when, [&](const auto& one) {
            const auto& [name, values] = one;
            const auto choice = chosen.find(name);
            const Setting* setting = find(settings, name);
            return values.contains(choice != chosen.end() ? choice->second
                    : setting                             ? setting->value.text
                                                          : kind.field(name)->standard.text);
        });
        const auto choice = chosen.find(field.name);
        if (isUsed && choice != chosen.end())
            settings.push_back({field.name, Value::ofText(choice->second)});
        else if (isUsed && (field.required || all))
            settings.push_back({field.name, valueFor(field)});
    }
    return settings;
}

Target fullTarget(int major)
{
    Target target = test::airflow(major, {});
    for (const NodeKind& kind : builtInCatalogue()->kinds) {
        for (const TemplateSpec& one : kind.templates) {
            for (const auto& [name, version] : one.needs.providers)
                target.providers[name] = u"99"_s;
        }
    }
    return target;
}

QStringList errorsOf(const std::vector<Problem>& problems)
{
    QStringList errors;
    for (const Problem& problem : problems) {
        if (problem.severity == Problem::Severity::Error)
            errors.append(test::said({problem}).trimmed());
    }
    return errors;
}

// Jobs that stream have no template each, but one generator, which may not know the kind.
bool isNotYetGenerated(const NodeKind& kind, const Generated& made)
{
    return kind.runs == Runs::Stream && made.problems.size() == 1
        && made.problems.front().message.key == "%1 cannot be generated yet.";
}

// The node alone, with what its required inputs need before it.
Pipeline pipelineWith(const NodeKind& kind, const Settings& params)
{
    const CataloguePtr catalogue = builtInCatalogue();
    Pipeline pipeline;
    pipeline.id = u"5f0c7a52"_s;
    pipeline.name = u"every_kind"_s;
    Node node;
    node.id = u"subject"_s;
    node.kind = kind.id;
    node.params = params;
    for (const PortSpec& input : kind.inputs) {
        if (!input.required)
            continue;
        Node before;
        before.id = u"before"_s;
        before.kind = input.type == PortType::Stream ? u"source.kafka"_s
            : input.type == PortType::File           ? u"source.file"_s
                                                     : u"process.python"_s;
        before.params = settingsFor(*catalogue->kind(before.kind), {}, false);
        pipeline.nodes.push_back(before);
        pipeline.edges.push_back({before.id, {}, node.id, input.name, {}});
    }
    pipeline.nodes.push_back(node);
    return pipeline;
}

} // namespace

class PipelineKindsTest : public QObject
{
    Q_OBJECT

private:
    const CataloguePtr m_catalogue = builtInCatalogue();

private Q_SLOTS:
    void whatAFormCanHoldIsGenerated_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("major");
        for (const NodeKind& kind : m_catalogue->kinds) {
            for (const int major : {2, 3})
                QTest::addRow("%s on Airflow %d", qPrintable(kind.id), major) << kind.id << major;
        }
    }
    void whatAFormCanHoldIsGenerated()
    {
        QFETCH(QString, kind);
        QFETCH(int, major);
        const NodeKind& spec = *m_catalogue->kind(kind);
        const Target target = fullTarget(major);
        std::vector<Chosen> all{{}};
        for (const FieldSpec& field : spec.fields) {
            for (const ChoiceSpec& choice : field.choices)
                if (!missingFor(choice.needs, target, {}))
                    all.push_back({{field.name, choice.value}});
            if (field.type == FieldType::Bool)
                all.push_back({{field.name, field.standard.isTrue() ? u"false"_s : u"true"_s}});
        }
        for (const Chosen& chosen : all) {
            for (const bool everything : {false, true}) {
                const Pipeline pipeline = pipelineWith(spec, settingsFor(spec, chosen, everything));
                const QString what = chosen.empty()
                    ? u"standards"_s
                    : chosen.begin()->first + u'=' + chosen.begin()->second;
                const QStringList found = errorsOf(check(pipeline, *m_catalogue, target));
                QVERIFY2(found.isEmpty(), qPrintable(what + u" check: "_s + found.join(u' ')));
                const Generated made = generate(pipeline, *m_catalogue, target);
                const QStringList refused = errorsOf(made.problems);
                if (isNotYetGenerated(spec, made))
                    continue;
                QVERIFY2(
                    refused.isEmpty(), qPrintable(what + u" generate: "_s + refused.join(u' ')));
                // A table that is there already is nobody's to make.
                QVERIFY(!made.units.empty() || spec.runs == Runs::Thing);
            }
        }
    }

    void whatIsMissingIsNotGenerated_data() { whatAFormCanHoldIsGenerated_data(); }
    void whatIsMissingIsNotGenerated()
    {
        QFETCH(QString, kind);
        QFETCH(int, major);
        const NodeKind& spec = *m_catalogue->kind(kind);
        const Target target = fullTarget(major);
        const Settings whole = settingsFor(spec, {}, false);
        for (size_t i = 0; i < whole.size(); ++i) {
            Settings settings = whole;
            settings.erase(settings.begin() + qsizetype(i));
            const Pipeline pipeline = pipelineWith(spec, settings);
            const auto problems = check(pipeline, *m_catalogue, target);
            const bool isTold = std::ranges::any_of(problems, [&](const Problem& problem) {
                return problem.severity == Problem::Severity::Error && problem.node == u"subject"
                    && problem.field == whole[i].name;
            });
            QVERIFY2(isTold, qPrintable(whole[i].name));
            const Generated made = generate(pipeline, *m_catalogue, target);
            QVERIFY2(!errorsOf(made.problems).isEmpty(), qPrintable(whole[i].name));
            QVERIFY(made.files.empty());
        }
    }

    // Fields of tasks and schedules: what the version has is generated, what it has not is refused
    // by both.
    void tasksAndSchedules_data()
    {
        QTest::addColumn<int>("major");
        QTest::addColumn<bool>("ofTask");
        QTest::addColumn<QString>("field");
        for (const int major : {2, 3}) {
            for (const FieldSpec& field : m_catalogue->task)
                QTest::addRow("%s of a task on Airflow %d", qPrintable(field.name), major)
                    << major << true << field.name;
            for (const FieldSpec& field : m_catalogue->schedule)
                QTest::addRow("%s of a schedule on Airflow %d", qPrintable(field.name), major)
                    << major << false << field.name;
        }
    }
    void tasksAndSchedules()
    {
        QFETCH(int, major);
        QFETCH(bool, ofTask);
        QFETCH(QString, field);
        const FieldSpec& spec
            = ofTask ? *m_catalogue->taskField(field) : *m_catalogue->scheduleField(field);
        const Target target = fullTarget(major);
        std::vector<Value> values{valueFor(spec)};
        for (const ChoiceSpec& choice : spec.choices)
            values.push_back(Value::ofText(choice.value));
        for (const Value& value : values) {
            const NodeKind& kind = *m_catalogue->kind(u"process.python");
            Pipeline pipeline = pipelineWith(kind, settingsFor(kind, {}, false));
            Settings& settings = ofTask ? pipeline.nodes.front().task : pipeline.schedule;
            for (const auto& [name, wanted] : spec.when)
                settings.push_back({name, Value::ofPlain(wanted.front())});
            settings.push_back({field, value});
            const ChoiceSpec* choice = nullptr;
            for (const ChoiceSpec& one : spec.choices)
                choice = one.value == value.text ? &one : choice;
            const bool isMissing = missingFor(spec.needs, target, {})
                || (choice && missingFor(choice->needs, target, {}));
            const QStringList found = errorsOf(check(pipeline, *m_catalogue, target));
            QVERIFY2(found.isEmpty() != isMissing, qPrintable(value.text + found.join(u' ')));
            const QStringList refused = errorsOf(generate(pipeline, *m_catalogue, target).problems);
            QVERIFY2(refused.isEmpty() != isMissing, qPrintable(value.text + refused.join(u' ')));
        }
    }
};

PH_TEST_MAIN(QCoreApplication, PipelineKindsTest)
#include "tst_pipelinekinds.moc"
