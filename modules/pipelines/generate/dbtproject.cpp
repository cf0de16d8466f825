// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/generate/dbtproject.h"

#include "pipelines/generate/fingerprint.h"
#include "pipelines/generate/names.h"

#include <QRegularExpression>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

QString yaml(const QString& text)
{
    return yamlLiteral(Value::ofText(dbtText(text)), FieldType::Text);
}

QStringList textsOf(const Bindings& fields, const QString& name)
{
    QStringList out;
    if (const auto found = fields.find(name); found != fields.end())
        for (const Value& item : found->second.value.items)
            out.append(item.text);
    return out;
}

// dbt puts quotes around names, but does not double those inside.
bool isName(const QString& name)
{
    static const QRegularExpression quotable(u"\\A[\\p{L}_][\\p{L}\\p{N}_$ -]{0,62}\\z"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return quotable.match(name).hasMatch();
}

constexpr char kProfiles[] = R"(  target: run
  outputs:
    run:
      type: postgres
      host: "{{ env_var('DBT_HOST') }}"
      port: "{{ env_var('DBT_PORT', '5432') | as_number }}"
      user: "{{ env_var('DBT_USER') }}"
      password: "{{ env_var('DBT_ENV_SECRET_PASSWORD') }}"
      dbname: "{{ env_var('DBT_DATABASE') }}"
      schema: "{{ env_var('DBT_SCHEMA', 'public') }}"
      threads: 4
      connect_timeout: 30
      retries: 3
)";

// A model stands in the schema its node names, not in one beside the profile's.
constexpr char kSchemas[] = R"({% macro generate_schema_name(custom_schema_name, node) -%}
    {{ custom_schema_name or target.schema }}
{%- endmacro %}
)";

// dbt's own passes over rows with a null; the check of a task counts two nulls as the same value,
// and so does this one.
constexpr char kUnique[] = R"({% test unique_rows(model, columns) %}
select {{ columns | join(', ') }}, count(*) as doubles
from {{ model }}
group by {{ columns | join(', ') }}
having count(*) > 1
{% endtest %}
)";

class Writer final
{
public:
    Writer(const Pipeline& pipeline, const Catalogue& catalogue, const NodeValues& fields,
        Values& values)
        : m_pipeline(pipeline)
        , m_catalogue(catalogue)
        , m_fields(fields)
        , m_values(values)
        , m_folder(pipeline.name + u".dbt"_s)
    {
    }

    std::optional<DbtProject> made()
    {
        for (const Node& node : m_pipeline.nodes)
            if (const auto found = m_fields.find(node.id); found != m_fields.end()
                && node.kind == u"process.dbt" && textOf(found->second, u"source"_s) == u"model")
                m_models.push_back({&node, &found->second, m_names.take(node.id), {}});
        if (m_models.empty())
            return std::nullopt;
        m_project.unit = {UnitKind::DbtProject, m_folder, {}, {}, {}, {}};
        for (Model& model : m_models)
            writeModel(model);
        collectTests();
        writeSchema();
        writeSources();
        const QString name = u"pipeline_"_s + identifierOf(m_pipeline.name);
        add(u"dbt_project.yml"_s,
            "name: " + name.toUtf8()
                + "\nversion: \"1.0\"\nconfig-version: 2\nprofile: pipeline\n"
                  "model-paths: [models]\nmacro-paths: [macros]\n"
                  "flags:\n  send_anonymous_usage_stats: false\n");
        add(u"profiles.yml"_s, QByteArray("pipeline:\n") + kProfiles);
        add(u"macros/schemas.sql"_s, kSchemas, "--");
        const bool once = std::ranges::any_of(m_models, [](const Model& model) {
            return std::ranges::count(model.tests, u"unique_rows"_s, &Test::kind) > 0;
        });
        if (once)
            add(u"macros/unique_rows.sql"_s, kUnique, "--");
        return std::move(m_project);
    }

private:
    struct Test {
        QString kind; // dbt's
        QString name;
        QString column; // empty: of the whole table
        QString config; // lines of YAML, as the rest
        QString arguments;
    };
    struct Model {
        const Node* node = nullptr;
        const Bindings* fields = nullptr;
        QString name;
        std::vector<Test> tests;
    };

    void add(const QString& path, const QByteArray& text, const QByteArray& comment = "#")
    {
        m_project.files.push_back({m_folder + u'/' + path,
            withFingerprint(text, m_pipeline.id, m_pipeline.name, comment), m_folder, {}});
    }

    // Schema and name as dbt can quote them; told where not.
    std::optional<std::pair<QString, QString>> placeOf(
        const Node& node, const QString& field, const QString& table)
    {
        const QString schema = table.section(u'.', 0, 0), name = table.section(u'.', 1);
        if (isName(schema) && isName(name))
            return std::pair(schema, name);
        m_values.problem(node.id, field,
            PH_TEXT("Pipelines", "dbt needs a plain schema and name here, not %1.").arg(table));
        return std::nullopt;
    }

    void writeModel(Model& model)
    {
        const Bindings& fields = *model.fields;
        QString sql = textOf(fields, u"sql"_s).trimmed();
        while (sql.endsWith(u';'))
            sql.chop(1);
        if (sql.contains(QChar(u'\0')))
            m_values.problem(model.node->id, u"sql"_s,
                PH_TEXT("Pipelines", "The target cannot hold a zero byte in a text."));
        add(u"models/"_s + model.name + u".sql"_s, sql.toUtf8() + '\n', "--");
        m_project.unit.nodes.append(model.node->id);
        m_project.tasks[model.node->id]
            = {{u"job"_s, {Value::ofText(m_folder)}}, {u"selected"_s, {Value::ofText(model.name)}}};
    }

    // Checks of a model's own table that dbt has tests for.
    void collectTests()
    {
        static const std::map<QString, QString> kinds{{u"quality.not_null"_s, u"not_null"_s},
            {u"quality.unique"_s, u"unique"_s},
            {u"quality.accepted_values"_s, u"accepted_values"_s},
            {u"quality.relationships"_s, u"relationships"_s}};
        for (Model& model : m_models) {
            for (const Edge& edge : m_pipeline.edges) {
                const Node* node = edge.from == model.node->id ? m_pipeline.node(edge.to) : nullptr;
                const auto kind = node ? kinds.find(node->kind) : kinds.end();
                if (kind == kinds.end() || m_project.tasks.contains(node->id))
                    continue;
                const Bindings& fields = m_fields.at(node->id);
                const auto same = [&](const QString& name) {
                    return textOf(fields, name) == textOf(*model.fields, name);
                };
                if (!same(u"table"_s) || !same(u"connection"_s))
                    continue; // of another table: a check as any
                addTests(model, *node, kind->second, fields);
                m_project.unit.nodes.append(node->id);
                m_project.tasks[node->id] = {{u"job"_s, {Value::ofText(m_folder)}},
                    {u"selected"_s, {Value::ofText(u"tag:"_s + tagOf(*node))}},
                    {u"connection"_s, fields.at(u"connection"_s)}};
            }
        }
    }

    static QString tagOf(const Node& node) { return u"node_"_s + node.id; }

    void addTests(Model& model, const Node& node, const QString& kind, const Bindings& fields)
    {
        Test test{kind, {}, textOf(fields, u"column"_s), configOf(node, fields), {}};
        QStringList columns = textsOf(fields, u"columns"_s);
        if (kind == u"accepted_values") {
            QStringList values;
            for (QString one : textsOf(fields, u"values"_s))
                values.append(yaml(one.replace(u'\'', u"''"_s))); // dbt does not do it
            test.arguments = u"values: ["_s + values.join(u", "_s) + u"]\n"_s;
            const auto nulls = fields.find(u"allow_null"_s);
            if (nulls != fields.end() && !nulls->second.value.isTrue())
                push(model, node,
                    {u"not_null"_s, node.id + u"_not_null"_s, test.column, test.config, {}});
        } else if (kind == u"relationships") {
            test.arguments = target(node, fields);
        } else if (kind == u"unique") {
            QStringList names;
            for (const QString& column : std::as_const(columns))
                names.append(
                    yaml(isName(column) ? u'"' + column + u'"' : refusedColumn(node, column)));
            test.kind = u"unique_rows"_s;
            test.arguments = u"columns: ["_s + names.join(u", "_s) + u"]\n"_s;
            columns.clear();
        }
        test.name = node.id;
        if (columns.size() <= 1) {
            if (!columns.isEmpty())
                test.column = columns.constFirst();
            push(model, node, std::move(test));
            return;
        }
        for (const QString& column : std::as_const(columns))
            push(model, node, {kind, node.id + u'_' + column, column, test.config, test.arguments});
    }

    void push(Model& model, const Node& node, Test test)
    {
        if (!test.column.isEmpty() && !isName(test.column))
            (void)refusedColumn(node, test.column);
        test.name = m_tests.take(test.name);
        model.tests.push_back(std::move(test));
    }

    QString refusedColumn(const Node& node, const QString& column)
    {
        m_values.problem(node.id, {},
            PH_TEXT("Pipelines", "dbt needs a plain name of a column, not %1.").arg(column));
        return {};
    }

    QString configOf(const Node& node, const Bindings& fields)
    {
        static const QRegularExpression rendered(u"\\{[{%#]"_s);
        QString config = u"severity: "_s
            + (textOf(fields, u"severity"_s) == u"warn" ? u"warn"_s : u"error"_s) + u"\ntags: ["_s
            + yaml(tagOf(node)) + u"]\n"_s;
        const QString where = textOf(fields, u"where"_s);
        if (where.contains(rendered) || where.contains(QChar(u'\0')))
            m_values.problem(node.id, u"where"_s,
                PH_TEXT("Pipelines", "A test of dbt cannot hold a template of Airflow."));
        if (!where.isEmpty())
            config += u"where: "_s + yaml(where) + u'\n';
        return config;
    }

    // Another model, or a table.
    QString target(const Node& node, const Bindings& fields)
    {
        const QString table = textOf(fields, u"to_table"_s);
        const QString column = textOf(fields, u"to_column"_s);
        const auto place = placeOf(node, u"to_table"_s, table);
        if (!isName(column))
            (void)refusedColumn(node, column);
        if (!place)
            return {};
        QString to = u"\"source('"_s + place->first + u"', '"_s + place->second + u"')\""_s;
        m_tables.insert(*place);
        for (const Model& model : m_models) {
            if (textOf(*model.fields, u"table"_s) != table)
                continue;
            to = u"ref('"_s + model.name + u"')"_s;
            m_tables.erase(*place);
        }
        return u"to: "_s + to + u"\nfield: "_s + yaml(u'"' + column + u'"') + u'\n';
    }

    static QString indented(const QString& lines, int by)
    {
        QString out;
        for (const QString& line : lines.split(u'\n', Qt::SkipEmptyParts))
            out += QString(by, u' ') + line + u'\n';
        return out;
    }

    static QString written(const Test& test, int by)
    {
        QString inside = u"name: "_s + yaml(test.name) + u'\n';
        if (!test.arguments.isEmpty())
            inside += u"arguments:\n"_s + indented(test.arguments, 2);
        inside += u"config:\n"_s + indented(test.config, 2);
        return indented(u"- "_s + test.kind + u":\n"_s + indented(inside, 4), by);
    }

    void writeSchema()
    {
        QString out = u"version: 2\nmodels:\n"_s;
        for (const Model& model : m_models) {
            const auto place = placeOf(*model.node, u"table"_s, textOf(*model.fields, u"table"_s));
            if (!place)
                continue;
            out += u"  - name: "_s + model.name + u"\n    config:\n      schema: "_s
                + yaml(place->first) + u"\n      alias: "_s + yaml(place->second)
                + u"\n      materialized: "_s + yaml(textOf(*model.fields, u"materialized"_s))
                + u'\n';
            const QStringList keys = textsOf(*model.fields, u"keys"_s);
            QStringList names;
            for (const QString& key : keys)
                names.append(isName(key) ? yaml(key) : refusedColumn(*model.node, key));
            if (!names.isEmpty())
                out += u"      unique_key: ["_s + names.join(u", "_s) + u"]\n"_s;
            out += columnsOf(model);
            QString whole;
            for (const Test& test : model.tests)
                if (test.column.isEmpty())
                    whole += written(test, 6);
            if (!whole.isEmpty())
                out += u"    data_tests:\n"_s + whole;
        }
        add(u"models/schema.yml"_s, out.toUtf8());
    }

    // Those the node tells of, and those that are tested.
    QString columnsOf(const Model& model)
    {
        std::vector<std::pair<QString, QString>> columns; // name, type
        if (const auto found = model.fields->find(u"columns"_s); found != model.fields->end()) {
            for (const Value& one : found->second.value.items) {
                const Value* name = one.find(u"name");
                const Value* type = one.find(u"type");
                const QString text = name ? name->text : one.text;
                if (isName(text))
                    columns.emplace_back(text, type ? type->text : QString());
                else
                    (void)refusedColumn(*model.node, text);
            }
        }
        for (const Test& test : model.tests) {
            const bool known = test.column.isEmpty()
                || std::any_of(columns.begin(), columns.end(),
                    [&](const auto& one) { return one.first == test.column; });
            if (!known)
                columns.emplace_back(test.column, QString());
        }
        QString out;
        for (const auto& [name, type] : columns) {
            out += u"      - name: "_s + yaml(name) + u"\n        quote: true\n"_s;
            if (!type.isEmpty())
                out += u"        data_type: "_s + yaml(type) + u'\n';
            QString tests;
            for (const Test& test : model.tests)
                if (test.column == name)
                    tests += written(test, 10);
            if (!tests.isEmpty())
                out += u"        data_tests:\n"_s + tests;
        }
        return out.isEmpty() ? out : u"    columns:\n"_s + out;
    }

    // Tables other nodes write and models read: source('bronze', 'orders').
    void writeSources()
    {
        for (const Model& model : m_models) {
            for (const Edge& edge : m_pipeline.edges) {
                const auto from = m_fields.find(edge.from);
                const Node* node = m_pipeline.node(edge.from);
                const NodeKind* kind = node ? m_catalogue.kind(node->kind) : nullptr;
                if (edge.to != model.node->id || from == m_fields.end() || !kind
                    || kind->category == u"quality" || isModel(edge.from))
                    continue;
                const QString table = textOf(from->second, u"table"_s);
                const QString schema = table.section(u'.', 0, 0), name = table.section(u'.', 1);
                if (isName(schema) && isName(name))
                    m_tables.insert({schema, name});
            }
        }
        if (m_tables.empty())
            return;
        QString out = u"version: 2\nsources:\n"_s, last;
        for (const auto& [schema, name] : m_tables) {
            if (schema != last)
                out += u"  - name: "_s + yaml(schema) + u"\n    tables:\n"_s;
            out += u"      - name: "_s + yaml(name) + u'\n';
            last = schema;
        }
        add(u"models/sources.yml"_s, out.toUtf8());
    }

    bool isModel(const QString& node) const
    {
        return std::any_of(m_models.begin(), m_models.end(),
            [&](const Model& model) { return model.node->id == node; });
    }

    const Pipeline& m_pipeline;
    const Catalogue& m_catalogue;
    const NodeValues& m_fields;
    Values& m_values;
    const QString m_folder;
    Names m_names;
    Names m_tests;
    std::vector<Model> m_models;
    std::set<std::pair<QString, QString>> m_tables; // sources
    DbtProject m_project;
};

} // namespace

QString dbtText(const QString& text)
{
    // dbt renders Jinja in its YAML and calls what looks like ref(…), source(…) or env_var(…).
    static const QRegularExpression active(
        u"\\{[{%#]|\\A\\s*(?:config|doc|env_var|metric|ref|source|var)\\s*\\(|\\A\\s|\\s\\z"_s);
    if (!text.contains(active))
        return text;
    QString out = u"{{ '"_s;
    for (const QChar sign : text) {
        const ushort code = sign.unicode();
        const bool plain = code >= 0x20 && !u"'\\{}%#("_s.contains(sign);
        out += plain ? QString(sign) : u"\\x"_s + QString::number(code, 16).rightJustified(2, u'0');
    }
    return out + u"' }}"_s;
}

std::optional<DbtProject> dbtProject(
    const Pipeline& pipeline, const Catalogue& catalogue, const NodeValues& fields, Values& values)
{
    return Writer(pipeline, catalogue, fields, values).made();
}

} // namespace pilothouse::pipelines
