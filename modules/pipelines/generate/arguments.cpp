// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/generate/arguments.h"

#include <QDateTime>
#include <QRegularExpression>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

// Fields that are no argument of their own.
bool isOwn(const QString& name)
{
    static const QStringList ours{
        u"finish_within"_s, u"retry_factor"_s, u"alert_connection"_s, u"alert_on"_s};
    return !ours.contains(name);
}

const Value* valueOf(const Bindings& bound, const QString& name)
{
    const auto found = bound.find(name);
    return found == bound.end() ? nullptr : &found->second.value;
}

// "2026-11-01", "2026-11-01T05:00", with an offset or in the zone.
QString moment(const QString& text, const QString& zone)
{
    static const QRegularExpression plain(
        u"\\A(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2}))?)?\\z"_s);
    const QString behind
        = zone.isEmpty() || zone == u"UTC" ? u", tz=\"UTC\""_s : u", tz="_s + pythonText(zone);
    const auto match = plain.match(text);
    if (!match.hasMatch())
        return u"pendulum.parse("_s + pythonText(text) + behind + u')';
    QStringList parts;
    for (int i = 1; i <= match.lastCapturedIndex(); ++i)
        parts.append(QString::number(match.captured(i).toInt()));
    return u"pendulum.datetime("_s + parts.join(u", "_s) + behind + u')';
}

QString assetList(const QStringList& uris, bool any)
{
    QStringList each;
    for (const QString& uri : uris)
        each.append(u"Asset("_s + pythonText(uri) + u')');
    return any ? u'(' + each.join(u" | "_s) + u')' : u'[' + each.join(u", "_s) + u']';
}

// By Airflow 2's rule, also where Airflow 3 by itself gives its runs no interval to stand for.
QString cronTimetable(const QString& cron, const QString& zone, std::set<QString>& imports)
{
    imports.insert(u"airflow.timetables.interval:CronDataIntervalTimetable"_s);
    return u"CronDataIntervalTimetable("_s + pythonText(cron) + u", timezone="_s + pythonText(zone)
        + u')';
}

// What is no times, only a word.
bool isCron(const QString& text)
{
    return text != u"@once" && text != u"@continuous";
}

void addSchedule(ArgumentList& out, const Bindings& fields, const QStringList& assets,
    const Target& target, std::set<QString>& imports)
{
    const Value* cron = valueOf(fields, u"cron"_s);
    const Value* zoneValue = valueOf(fields, u"timezone"_s);
    const QString zone = zoneValue ? zoneValue->text : u"UTC"_s;
    const bool three = target.isAtLeast(u"3.0");
    QStringList uris = assets;
    if (const Value* more = valueOf(fields, u"assets"_s))
        for (const Value& uri : more->items)
            uris.append(uri.text);
    if (uris.isEmpty()) {
        if (cron && three && isCron(cron->text))
            out.emplace_back(
                u"schedule"_s, Bound{.code = cronTimetable(cron->text, zone, imports)});
        else
            out.emplace_back(u"schedule"_s, cron ? Bound{*cron} : Bound{.code = u"None"_s});
        return;
    }
    imports.insert(u"airflow.sdk:Asset"_s);
    const Value* rule = valueOf(fields, u"assets_rule"_s);
    const QString list = assetList(uris, uris.size() > 1 && rule && rule->text == u"any");
    if (!cron) {
        out.emplace_back(u"schedule"_s, Bound{.code = list});
        return;
    }
    imports.insert(u"airflow.sdk:AssetOrTimeSchedule"_s);
    const QString which = three ? u"assets"_s : u"datasets"_s;
    out.emplace_back(u"schedule"_s,
        Bound{.code = u"AssetOrTimeSchedule(\n        timetable="_s
                + cronTimetable(cron->text, zone, imports) + u",\n        "_s + which + u'=' + list
                + u",\n    )"_s});
}

void addDeadline(ArgumentList& out, const Bindings& fields, std::set<QString>& imports)
{
    const auto deadline = fields.find(u"deadline"_s);
    if (deadline == fields.end())
        return;
    const Value* from = valueOf(fields, u"deadline_from"_s);
    const Value* to = valueOf(fields, u"deadline_email"_s);
    for (const char* name : {"DeadlineAlert", "DeadlineReference", "AsyncCallback"})
        imports.insert(u"airflow.sdk:"_s + QString::fromLatin1(name));
    imports.insert(u"airflow.providers.smtp.notifications.smtp:SmtpNotifier"_s);
    noteImports(deadline->second, imports);
    const bool logical = from && from->text == u"logical_date";
    out.emplace_back(u"deadline"_s,
        Bound{.code = u"DeadlineAlert(\n        reference=DeadlineReference."_s
                + (logical ? u"DAGRUN_LOGICAL_DATE"_s : u"DAGRUN_QUEUED_AT"_s)
                + u",\n        interval="_s
                + pythonLiteral(deadline->second.value, FieldType::Duration)
                + u",\n        callback=AsyncCallback(SmtpNotifier, kwargs={\"to\": "_s
                + (to ? pythonLiteral(*to, FieldType::List, {8, 64, 4}) : u"[]"_s)
                + u"}),\n    )"_s});
}

Bound dictionary(const ArgumentList& entries, int indent)
{
    QStringList parts;
    for (const auto& [name, bound] : entries)
        parts.append(pythonText(name) + u": "_s
            + pythonBound(bound, {indent + 4, indent + 4 + int(name.size()) + 4, 1}));
    const QString line = u'{' + parts.join(u", "_s) + u'}';
    if (!line.contains(u'\n') && indent + 14 + line.size() <= kLineWidth && entries.size() < 2)
        return {.code = line};
    const QString margin(indent + 4, u' ');
    return {.code = u"{\n"_s + margin + parts.join(u",\n"_s + margin) + u",\n"_s
            + QString(indent, u' ') + u'}'};
}

} // namespace

ArgumentList taskArguments(const Catalogue& catalogue, const Settings& settings,
    const Settings& otherwise, const QString& node, Values& values, std::set<QString>& imports)
{
    if (settings.empty())
        return {};
    // A field is used as what holds for this task says, the pipeline's own values included.
    Settings both = settings;
    for (const Setting& setting : otherwise)
        if (!find(settings, setting.name))
            both.push_back(setting);
    const Bindings fields = values.of(catalogue.task, both, node);
    ArgumentList out;
    for (const FieldSpec& field : catalogue.task) {
        const auto found = fields.find(field.name);
        const Setting* set = find(settings, field.name);
        const Setting* pipeline = find(otherwise, field.name);
        const bool byFactor
            = field.name == u"retry_exponential_backoff" && find(settings, u"retry_factor");
        if (found == fields.end() || !isOwn(field.name) || (!set && !byFactor))
            continue;
        Bound bound = found->second;
        if (!byFactor && bound.value == (pipeline ? pipeline->value : field.standard))
            continue;
        // Since 3.2 it is the factor itself.
        if (field.name == u"retry_exponential_backoff" && bound.value.isTrue()
            && values.target().isAtLeast(u"3.2")) {
            const Value* factor = valueOf(fields, u"retry_factor"_s);
            bound = {factor ? *factor : Value::ofNumber(2), FieldType::Number};
        }
        noteImports(bound, imports);
        out.emplace_back(field.name, std::move(bound));
    }
    const Value* connection = valueOf(fields, u"alert_connection"_s);
    const bool own = find(settings, u"alert_connection") || find(settings, u"alert_on");
    if (connection && own) {
        const Value* on = valueOf(fields, u"alert_on"_s);
        const QString events = on ? on->text : u"failure"_s;
        const Bound call{.code = u"alert("_s + pythonText(connection->text) + u')'};
        imports.insert(u"part:alert"_s);
        out.emplace_back(u"on_failure_callback"_s, call);
        if (events != u"failure")
            out.emplace_back(u"on_retry_callback"_s, call);
        if (events == u"all")
            out.emplace_back(u"on_success_callback"_s, call);
    }
    return out;
}

ArgumentList dagArguments(const Pipeline& pipeline, const Catalogue& catalogue,
    const QStringList& assets, Values& values, std::set<QString>& imports)
{
    const Target& target = values.target();
    const bool three = target.isAtLeast(u"3.0");
    const Bindings fields = values.of(catalogue.schedule, pipeline.schedule, {});
    const Value* zoneValue = valueOf(fields, u"timezone"_s);
    const QString zone = zoneValue ? zoneValue->text : QString();
    ArgumentList out;
    if (!pipeline.title.isEmpty() && pipeline.title != pipeline.name && target.isAtLeast(u"2.9"))
        out.emplace_back(u"dag_display_name"_s, Bound{Value::ofText(pipeline.title)});
    addSchedule(out, fields, assets, target, imports);
    // A start is needed where the time zone matters, and by Airflow 2 always.
    const Value* start = valueOf(fields, u"start_date"_s);
    if (start || !three || valueOf(fields, u"cron"_s)) {
        imports.insert(u"pendulum"_s);
        out.emplace_back(
            u"start_date"_s, Bound{.code = moment(start ? start->text : u"2026-01-01"_s, zone)});
    }
    if (const Value* end = valueOf(fields, u"end_date"_s)) {
        imports.insert(u"pendulum"_s);
        out.emplace_back(u"end_date"_s, Bound{.code = moment(end->text, zone)});
    }
    // What a server may have another standard for is written where the document says it.
    if (const auto catchup = fields.find(u"catchup"_s);
        catchup != fields.end() && (!three || find(pipeline.schedule, u"catchup")))
        out.emplace_back(u"catchup"_s, catchup->second);
    const std::pair<QString, QString> kPlain[] = {{u"max_active_runs"_s, u"max_active_runs"_s},
        {u"max_active_tasks"_s, u"max_active_tasks"_s},
        {u"max_consecutive_failed_dag_runs"_s, u"max_consecutive_failed_dag_runs"_s},
        {u"fail_fast"_s, three ? u"fail_fast"_s : u"fail_stop"_s},
        {u"paused_on_creation"_s, u"is_paused_upon_creation"_s},
        {u"dagrun_timeout"_s, u"dagrun_timeout"_s}, {u"params"_s, u"params"_s}};
    for (const auto& [name, argument] : kPlain) {
        const auto found = fields.find(name);
        // Whether a new DAG is paused is the server's own standard: written always.
        const bool always = name == u"paused_on_creation";
        if (found == fields.end() || (!always && !find(pipeline.schedule, name)))
            continue;
        noteImports(found->second, imports);
        out.emplace_back(argument, found->second);
    }
    addDeadline(out, fields, imports);
    ArgumentList standard;
    if (!pipeline.owner.isEmpty() && !find(pipeline.task, u"owner"))
        standard.emplace_back(u"owner"_s, Bound{Value::ofText(pipeline.owner)});
    for (auto& argument : taskArguments(catalogue, pipeline.task, {}, {}, values, imports))
        standard.push_back(std::move(argument));
    if (!standard.empty())
        out.emplace_back(u"default_args"_s, dictionary(standard, 4));
    if (!pipeline.tags.isEmpty()) {
        Value tags;
        tags.kind = Value::Kind::List;
        for (const QString& tag : pipeline.tags)
            tags.items.push_back(Value::ofText(tag));
        out.emplace_back(u"tags"_s, Bound{std::move(tags)});
    }
    if (!pipeline.note.isEmpty()) {
        // What ends like a file's name would be read as that file.
        const QString end = pipeline.note.endsWith(u".md") ? u"\n"_s : QString();
        out.emplace_back(u"doc_md"_s, Bound{Value::ofText(pipeline.note + end)});
    }
    return out;
}

} // namespace pilothouse::pipelines
