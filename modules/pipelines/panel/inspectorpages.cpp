// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that are not made from the catalogue: titles and notes, triggers of edges, values by
// environment.
#include "pipelines/check/ports.h"
#include "pipelines/panel/fieldform.h"
#include "pipelines/panel/inspector.h"
#include "ui/controls/button.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

FieldSpec spec(const QString& name, FieldType type, const QString& title)
{
    FieldSpec field;
    field.name = name;
    field.type = type;
    field.title.en = title;
    return field;
}

} // namespace

QString Inspector::textOf(Field field) const
{
    const Pipeline& pipeline = m_session->pipeline();
    if (m_subject == Subject::Node) {
        const Node& node = *pipeline.node(m_id);
        return field == Field::Title ? node.title
            : field == Field::Layer  ? node.layer
            : field == Field::Kind   ? node.kind
                                     : node.note;
    }
    if (m_subject == Subject::Group) {
        const Group& group = *pipeline.group(m_id);
        return field == Field::Title ? group.title : group.note;
    }
    if (m_subject == Subject::Note)
        return pipeline.comment(m_id)->text;
    switch (field) {
    case Field::Title:
        return pipeline.title;
    case Field::Name:
        return pipeline.name;
    case Field::Owner:
        return pipeline.owner;
    case Field::Tags:
        return pipeline.tags.join(u'\n');
    default:
        return pipeline.note;
    }
}

void Inspector::showAbout()
{
    std::vector<std::pair<Field, FieldSpec>> fields;
    const auto add = [&](Field field, const QString& name, FieldType type, const QString& title) {
        fields.emplace_back(field, spec(name, type, title));
    };
    if (m_subject == Subject::Pipeline)
        add(Field::Name, u"name"_s, FieldType::Text, tr("Name"));
    if (m_subject != Subject::Note)
        add(Field::Title, u"title"_s, FieldType::Text, tr("Title"));
    if (m_subject == Subject::Node)
        add(Field::Layer, u"layer"_s, FieldType::Text, tr("Layer"));
    if (m_subject == Subject::Pipeline) {
        add(Field::Owner, u"owner"_s, FieldType::Text, tr("Owner"));
        add(Field::Tags, u"tags"_s, FieldType::Lines, tr("Tags"));
    }
    add(Field::Comment, u"note"_s, FieldType::Lines,
        m_subject == Subject::Note ? tr("Text") : tr("Note"));
    auto* form = new FieldForm(m_catalogue, m_language, m_body);
    addForm(form);
    connect(form, &FieldForm::changed, this,
        [this, fields](const QString& name, const std::optional<Value>& value) {
            for (const auto& [field, one] : fields)
                if (one.name == name)
                    setField(field, value ? value->text : QString());
        });
    const auto refill = [this, form, fields] {
        FieldForm::Subject subject;
        for (const auto& [field, one] : fields) {
            subject.fields.push_back(one);
            if (const QString text = textOf(field); !text.isEmpty())
                subject.settings.push_back({one.name, Value::ofText(text)});
        }
        const Node* node = m_subject == Subject::Node ? m_session->pipeline().node(m_id) : nullptr;
        if (node && node->locked)
            subject.locked = node->lockReason;
        form->show(subject, m_target);
    };
    m_refill.emplace_back(refill);
    refill();
}

void Inspector::setField(Field field, const QString& text)
{
    report(m_session->edit(
        PH_TEXT("pipelines", "Edit %1").arg(m_id.isEmpty() ? u"pipeline"_s : m_id),
        {SetField{m_id, field, text}}, u"field/"_s + m_id + u'/' + QString::number(int(field))));
}

// From a stream to a batch something has to start the batch.
void Inspector::showEdge()
{
    const auto kindOf = [this](const QString& id) {
        const Node* node = m_session->pipeline().node(id);
        return node ? m_catalogue->kind(node->kind) : nullptr;
    };
    if (!needsTrigger(kindOf(m_edge.from), kindOf(m_edge.to))) {
        auto* hint = new QLabel(
            tr("%1 starts %2 as soon as it has ended.").arg(m_edge.from, m_edge.to), m_body);
        const NodeKind* from = kindOf(m_edge.from);
        if (from && from->runs != Runs::Task)
            hint->setText(tr("%2 reads from %1 as it comes.").arg(m_edge.from, m_edge.to));
        hint->setWordWrap(true);
        hint->setContentsMargins(14, 12, 14, 0);
        ui::setTone(hint, ui::Token::Text2);
        m_forms->addWidget(hint);
        return;
    }
    FieldSpec trigger = spec(u"trigger"_s, FieldType::Choice, tr("Starts by"));
    const auto choice = [&](const QString& value, const QString& title) {
        ChoiceSpec one;
        one.value = value;
        one.title.en = title;
        trigger.choices.push_back(one);
    };
    choice(u"asset"_s, tr("Asset: when the stream reports new data"));
    choice(u"sensor"_s, tr("Sensor: waits for the watermark"));
    choice(u"available_now"_s, tr("Available now: a batch of what is there"));
    auto* form = new FieldForm(m_catalogue, m_language, m_body);
    addForm(form);
    connect(
        form, &FieldForm::changed, this, [this](const QString&, const std::optional<Value>& value) {
            const QString text = value ? value->text : QString();
            report(m_session->edit(
                PH_TEXT("pipelines", "Set the trigger"), {SetTrigger{m_edge, text}}));
        });
    const auto refill = [this, form, trigger] {
        FieldForm::Subject subject;
        subject.fields = {trigger};
        for (const Edge& edge : m_session->pipeline().edges)
            if (edge.sameEnds(m_edge) && !edge.trigger.isEmpty())
                subject.settings = {{u"trigger"_s, Value::ofText(edge.trigger)}};
        form->show(subject, m_target);
    };
    m_refill.emplace_back(refill);
    refill();
}

// One form for each environment: the names any of them has, and one more.
void Inspector::showEnvironments()
{
    auto* hint = new QLabel(
        tr("${name} in a parameter stands for the value of the environment it runs in."), m_body);
    hint->setWordWrap(true);
    hint->setContentsMargins(14, 8, 14, 0);
    ui::setTextStyle(hint, ui::TextStyle::Caption);
    ui::setTone(hint, ui::Token::Text3);
    m_forms->addWidget(hint);
    for (const QString& name : {u"dev"_s, u"staging"_s, u"production"_s}) {
        auto* title = new QLabel(name, m_body);
        title->setContentsMargins(14, 10, 14, 0);
        ui::setTextStyle(title, ui::TextStyle::ControlStrong);
        m_forms->addWidget(title);
        auto* form = new FieldForm(m_catalogue, m_language, m_body);
        addForm(form);
        FieldSpec values = spec(u"values"_s, FieldType::Map, tr("Values"));
        connect(form, &FieldForm::changed, this,
            [this, name](const QString&, const std::optional<Value>& value) {
                setEnvironment(name, value.value_or(Value()));
            });
        const auto refill = [this, form, values, name] {
            FieldForm::Subject subject;
            subject.fields = {values};
            Value map{Value::Kind::Map, {}, {}, {}};
            for (const Environment& environment : m_session->pipeline().environments)
                if (environment.name == name)
                    for (const Setting& setting : environment.values)
                        map.entries.emplace_back(setting.name, setting.value);
            if (!map.entries.empty())
                subject.settings = {{values.name, map}};
            form->show(subject, m_target);
        };
        m_refill.emplace_back(refill);
        refill();
    }
}

void Inspector::setEnvironment(const QString& name, const Value& values)
{
    const auto& all = m_session->pipeline().environments;
    const auto at = std::find_if(
        all.begin(), all.end(), [&](const Environment& one) { return one.name == name; });
    Edits edits;
    if (at == all.end())
        edits.push_back(AddEnvironment{{name, {}}, -1});
    else
        for (const Setting& setting : at->values)
            if (!values.find(setting.name))
                edits.push_back(SetSetting{Section::Environment, name, setting.name, {}, -1});
    for (const auto& [key, value] : values.entries) {
        const Setting* was = at == all.end() ? nullptr : pipelines::find(at->values, key);
        // What is half typed has no name yet; a number stays one.
        if (!key.isEmpty() && !(was && was->value.text == value.text))
            edits.push_back(SetSetting{
                Section::Environment, name, key, Setting{key, Value::ofPlain(value.text)}, -1});
    }
    if (!edits.empty())
        report(m_session->edit(PH_TEXT("pipelines", "Set values of %1").arg(name), edits));
}

} // namespace pilothouse::pipelines
