// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/check/fieldcheck.h"

#include "pipelines/check/secrets.h"
#include "pipelines/check/similar.h"
#include "pipelines/check/valuecheck.h"

#include <QSet>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using Severity = Problem::Severity;

namespace
{

// One list of settings and the fields they are of.
class SettingsCheck final
{
public:
    SettingsCheck(CheckContext& context, const std::vector<FieldSpec>& fields,
        const Settings& settings, Section section, QString node)
        : m_context(context)
        , m_fields(fields)
        , m_settings(settings)
        , m_section(section)
        , m_node(std::move(node))
    {
    }

    // Settings that have no field are told as `unknown`.
    void check(std::optional<Severity> unknown, bool needsRequired)
    {
        for (const Setting& setting : m_settings) {
            const auto field = std::ranges::find(m_fields, setting.name, &FieldSpec::name);
            checkSecret(setting);
            if (field != m_fields.end())
                checkSetting(*field, setting);
            else if (unknown)
                addUnknown(*unknown, setting);
        }
        for (const FieldSpec& field : m_fields) {
            if (needsRequired && field.required && isUsed(field) && valueOf(field).isNone())
                add(Severity::Error, PH_TEXT("pipelines", "%1 is missing.").arg(titleOf(field)),
                    field.name);
        }
    }

private:
    QString titleOf(const FieldSpec& field) const { return field.title.in(m_context.language); }

    Problem& add(Severity severity, Text message, const QString& field)
    {
        return m_context.add(severity, std::move(message), m_node, m_section, field);
    }

    // Offers the field that was meant, if it is free.
    void addUnknown(Severity severity, const Setting& setting)
    {
        QStringList names;
        for (const FieldSpec& field : m_fields) {
            if (!find(m_settings, field.name))
                names.append(field.name);
        }
        Problem& problem = add(severity,
            PH_TEXT("pipelines", "%1 is not known here.").arg(setting.name), setting.name);
        const QString meant = similarTo(setting.name, names);
        if (meant.isEmpty())
            return;
        Setting renamed = setting;
        renamed.name = meant;
        const auto at = &setting - m_settings.data();
        problem.fixes.push_back({PH_TEXT("pipelines", "Rename to %1").arg(meant),
            {SetSetting{m_section, m_node, setting.name, {}, -1},
                SetSetting{m_section, m_node, meant, renamed, int(at)}}});
    }

    Value valueOf(const FieldSpec& field) const
    {
        const Setting* setting = find(m_settings, field.name);
        if (setting && setting->source)
            return Value::ofText(setting->source->text);
        const Value value = m_context.written(setting, &field);
        return isEmpty(value) ? Value() : value;
    }

    // None: its `when` holds. Else the field that decides.
    const FieldSpec* blockerOf(const FieldSpec& field) const
    {
        for (const auto& [name, values] : field.when) {
            const auto other = std::ranges::find(m_fields, name, &FieldSpec::name);
            if (other != m_fields.end() && !values.contains(valueOf(*other).text))
                return &*other;
        }
        return nullptr;
    }
    bool isUsed(const FieldSpec& field) const
    {
        const bool missesNeeds = missingFor(field.needs, m_context.target, {}).has_value();
        return !blockerOf(field) && !missesNeeds;
    }

    void checkSecret(const Setting& setting)
    {
        if (auto secret = secretIn(setting.name, setting.value))
            add(Severity::Error, std::move(*secret), setting.name);
        else if (setting.source) {
            if (auto hidden = secretIn({}, Value::ofText(setting.source->text)))
                add(Severity::Error, std::move(*hidden), setting.name);
        }
    }

    void checkSetting(const FieldSpec& field, const Setting& setting)
    {
        if (setting.source || isEmpty(setting.value))
            return;
        const Value value = m_context.values.in(setting.value);
        if (const FieldSpec* blocker = blockerOf(field)) {
            add(Severity::Warning,
                PH_TEXT("pipelines", "%1 is not used: %2 is %3.")
                    .arg(titleOf(field))
                    .arg(titleOf(*blocker))
                    .arg(shownValue(*blocker)),
                field.name);
            return;
        }
        if (auto missing = missingFor(field.needs, m_context.target, m_context.language)) {
            add(Severity::Error, std::move(*missing), field.name);
            return;
        }
        // Told with the names no environment has.
        if (Substitution::hasNames(value))
            return;
        if (auto wrong = valueProblem(field, value)) {
            add(Severity::Error, std::move(*wrong), field.name);
            return;
        }
        if (const ChoiceSpec* choice = choiceOf(field, value)) {
            if (auto missing = missingFor(choice->needs, m_context.target, m_context.language))
                add(Severity::Error, std::move(*missing), field.name);
        }
        checkTemplate(field, value);
    }

    QString shownValue(const FieldSpec& field) const
    {
        const Value value = valueOf(field);
        if (const ChoiceSpec* choice = choiceOf(field, value))
            return choice->title.in(m_context.language);
        return value.isNone() ? u"–"_s : value.shown();
    }

    void checkTemplate(const FieldSpec& field, const Value& value)
    {
        const bool isCode = field.type == FieldType::Code || field.type == FieldType::Lines;
        if (field.rendered || isCode || value.kind != Value::Kind::Text)
            return;
        if (value.text.contains(u"{{"_s) && value.text.contains(u"}}"_s))
            add(Severity::Warning,
                PH_TEXT("pipelines", "%1 is taken as it is: the target fills in nothing here.")
                    .arg(titleOf(field)),
                field.name);
    }

    CheckContext& m_context;
    const std::vector<FieldSpec>& m_fields;
    const Settings& m_settings;
    const Section m_section;
    const QString m_node;
};

// "airflow.providers.http.operators.http.HttpOperator", "BashOperator"
bool isClassPath(const QString& kind)
{
    const QString name = kind.section(u'.', -1);
    return !name.isEmpty() && name.front().isUpper();
}

void addUnknownKind(CheckContext& context, const Node& node)
{
    Problem& problem = context.add(Severity::Error,
        PH_TEXT("pipelines", "The catalogue has no kind %1.").arg(node.kind), node.id);
    QStringList kinds;
    for (const NodeKind& kind : context.catalogue.kinds)
        kinds.append(kind.id);
    if (const QString meant = similarTo(node.kind, kinds); !meant.isEmpty())
        problem.fixes.push_back({PH_TEXT("pipelines", "Change to %1").arg(meant),
            {SetField{node.id, Field::Kind, meant}}});
}

void checkNode(CheckContext& context, const CheckedNode& checked)
{
    const Node& node = *checked.node;
    if (checked.kind) {
        SettingsCheck(context, checked.kind->fields, node.params, Section::Params, node.id)
            .check(Severity::Error, true);
        if (!checked.isTask() && !node.task.empty()) {
            context.add(Severity::Warning,
                checked.kind->runs == Runs::Stream
                    ? PH_TEXT("pipelines", "A job that streams has no tries: this is not used.")
                    : PH_TEXT("pipelines", "This does not run: fields of a task are not used."),
                node.id, Section::Task, node.task.front().name);
            return;
        }
    } else {
        SettingsCheck(context, {}, node.params, Section::Params, node.id).check({}, false);
        if (!isClassPath(node.kind))
            addUnknownKind(context, node);
    }
    SettingsCheck(context, context.catalogue.task, node.task, Section::Task, node.id)
        .check(checked.kind ? std::optional(Severity::Warning) : std::nullopt, false);
}

// Operators the catalogue does not know are kept as they are, and said so once.
void checkForeign(CheckContext& context)
{
    int count = 0;
    const CheckedNode* first = nullptr;
    for (const CheckedNode& checked : context.nodes) {
        if (checked.kind || !isClassPath(checked.node->kind))
            continue;
        ++count;
        first = first ? first : &checked;
    }
    if (count > 0)
        context.add(Severity::Hint,
            PH_PLURAL("pipelines",
                "%n nodes are operators outside the catalogue: their arguments are not checked.")
                .plural(count),
            first->node->id);
}

void checkSchedule(CheckContext& context)
{
    const auto value = [&](QStringView name) {
        return context.written(
            find(context.pipeline.schedule, name), context.catalogue.scheduleField(name));
    };
    const auto add = [&](Text message, const QString& field) {
        context.add(Severity::Warning, std::move(message), {}, Section::Schedule, field);
    };
    const QString start = value(u"start_date").text;
    const QString end = value(u"end_date").text;
    if (value(u"catchup").isTrue() && start.isEmpty())
        add(PH_TEXT("pipelines", "There is nothing to catch up with: no start is set."),
            u"catchup"_s);
    if (!start.isEmpty() && !end.isEmpty() && end < start)
        add(PH_TEXT("pipelines", "It ends before it starts."), u"end_date"_s);
    if (!value(u"deadline").text.isEmpty() && isEmpty(value(u"deadline_email")))
        add(PH_TEXT("pipelines", "Nobody is told when the deadline has passed."),
            u"deadline_email"_s);
}

// ${name} that not every environment has.
class NameCheck final
{
public:
    explicit NameCheck(CheckContext& context)
        : m_context(context)
    {
        for (const Environment& environment : context.pipeline.environments) {
            for (const Setting& setting : environment.values)
                m_known[setting.name].insert(environment.name);
        }
    }

    // Shells and string templates of code write ${…} too.
    void check(const Settings& settings, Section section, const QString& node,
        const std::vector<FieldSpec>* fields)
    {
        for (const Setting& setting : settings) {
            if (setting.source)
                continue;
            bool isCode = !fields;
            if (fields) {
                const auto field = std::ranges::find(*fields, setting.name, &FieldSpec::name);
                isCode = field != fields->end() && field->type == FieldType::Code;
            }
            Substitution::eachName(setting.value, [&](const QString& name) {
                if (!isCode || m_known.contains(name))
                    checkName(name, section, node, setting.name);
            });
        }
    }

private:
    void checkName(
        const QString& name, Section section, const QString& node, const QString& setting)
    {
        const QSet<QString> has = m_known.value(name);
        const QString& environment = m_context.target.environment;
        if (has.isEmpty())
            m_context.add(Severity::Error,
                PH_TEXT("pipelines", "No environment has a value %1.").arg(name), node, section,
                setting);
        else if (!environment.isEmpty() && !has.contains(environment))
            m_context.add(Severity::Error,
                PH_TEXT("pipelines", "%1 has no value in the environment %2.")
                    .arg(name)
                    .arg(environment),
                node, section, setting);
    }

    CheckContext& m_context;
    QHash<QString, QSet<QString>> m_known;
};

} // namespace

void checkFields(CheckContext& context)
{
    for (const CheckedNode& checked : context.nodes)
        checkNode(context, checked);
    checkForeign(context);
    SettingsCheck(context, context.catalogue.task, context.pipeline.task, Section::Task, {})
        .check(Severity::Warning, false);
    SettingsCheck(
        context, context.catalogue.schedule, context.pipeline.schedule, Section::Schedule, {})
        .check(Severity::Warning, false);
    checkSchedule(context);
}

void checkEnvironments(CheckContext& context)
{
    const Pipeline& pipeline = context.pipeline;
    NameCheck names(context);
    names.check(pipeline.task, Section::Task, {}, &context.catalogue.task);
    names.check(pipeline.schedule, Section::Schedule, {}, &context.catalogue.schedule);
    for (const CheckedNode& checked : context.nodes) {
        names.check(checked.node->params, Section::Params, checked.node->id,
            checked.kind ? &checked.kind->fields : nullptr);
        names.check(checked.node->task, Section::Task, checked.node->id, &context.catalogue.task);
    }
    QStringList all;
    for (const Environment& environment : pipeline.environments) {
        for (const Setting& setting : environment.values) {
            if (!all.contains(setting.name))
                all.append(setting.name);
            if (auto secret = secretIn(setting.name, setting.value))
                context.add(Severity::Error, std::move(*secret), {}, Section::Environment,
                    environment.name + u'.' + setting.name);
        }
    }
    for (const Environment& environment : pipeline.environments) {
        for (const QString& name : all) {
            if (!find(environment.values, name))
                context.add(Severity::Warning,
                    PH_TEXT("pipelines", "%1 has no %2, other environments have.")
                        .arg(environment.name)
                        .arg(name),
                    {}, Section::Environment, environment.name + u'.' + name);
        }
    }
    if (!context.target.environment.isEmpty() && !pipeline.environments.empty()
        && std::ranges::find(pipeline.environments, context.target.environment, &Environment::name)
            == pipeline.environments.end())
        context.add(Severity::Error,
            PH_TEXT("pipelines", "There is no environment %1.").arg(context.target.environment));
}

} // namespace pilothouse::pipelines
