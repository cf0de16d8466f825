// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/fieldform.h"

#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kLabel = 104;

QLabel* wrapped(const QString& text, ui::TextStyle style, ui::Token tone, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    ui::setTextStyle(label, style);
    ui::setTone(label, tone);
    return label;
}

} // namespace

FieldForm::FieldForm(CataloguePtr catalogue, QString language, QWidget* parent)
    : QWidget(parent)
    , m_catalogue(std::move(catalogue))
    , m_language(std::move(language))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(14, 8, 14, 12);
}

FieldEditor* FieldForm::editor(const QString& name) const
{
    const auto row = std::ranges::find(m_list, name, [](const Row& one) { return one.field.name; });
    return row == m_list.end() ? nullptr : row->editor;
}

bool FieldForm::focusField(const QString& name)
{
    FieldEditor* found = editor(name);
    if (!found || found->isHidden())
        return false;
    found->input()->setFocus(Qt::OtherFocusReason);
    return true;
}

void FieldForm::show(const Subject& subject, const Target& target)
{
    QStringList foreign;
    for (const Setting& setting : subject.settings) {
        const bool known = std::ranges::any_of(
            subject.fields, [&](const FieldSpec& field) { return field.name == setting.name; });
        if (!known || setting.source)
            foreign.append(setting.name);
    }
    const bool same
        = m_body && subject.fields == m_subject.fields && foreign == m_foreign && foreign.isEmpty();
    m_subject = subject;
    m_target = target;
    m_foreign = foreign;
    if (!same)
        build();
    fill();
}

QLabel* FieldForm::heading(const QString& text)
{
    auto* label = new QLabel(text, m_body);
    ui::setTextStyle(label, ui::TextStyle::ControlStrong);
    label->setContentsMargins(0, 8, 0, 2);
    m_rows->addWidget(label);
    return label;
}

void FieldForm::build()
{
    m_list.clear();
    if (m_body)
        m_body->deleteLater();
    m_body = new QWidget(this);
    m_rows = new QVBoxLayout(m_body);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(8);
    m_column->addWidget(m_body);
    if (m_subject.locked)
        m_rows->addWidget(wrapped(
            ui::words(*m_subject.locked), ui::TextStyle::Cell, ui::Token::StatusWarn, m_body));
    // In the order in which they come up first: the catalogue's.
    QStringList sections;
    for (const FieldSpec& field : m_subject.fields)
        if (!sections.contains(field.section))
            sections.append(field.section);
    for (const QString& section : std::as_const(sections)) {
        const SectionSpec* known = m_catalogue->section(section);
        if (known && sections.size() > 1)
            heading(known->title.in(m_language));
        for (const FieldSpec& field : m_subject.fields)
            if (field.section == section && !m_foreign.contains(field.name))
                addRow(field);
    }
    if (!m_foreign.isEmpty()) {
        if (!m_subject.fields.empty())
            heading(tr("Other settings"));
        for (const Setting& setting : m_subject.settings)
            if (m_foreign.contains(setting.name))
                addForeign(setting);
    }
    m_rows->addStretch();
}

void FieldForm::addRow(const FieldSpec& field)
{
    auto* box = new QWidget(m_body);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    Row row{field, box, nullptr, makeFieldEditor(field, m_language, box), nullptr};
    const QString title = field.title.in(m_language);
    row.label = wrapped(
        field.required ? title + u" *"_s : title, ui::TextStyle::Cell, ui::Token::Text2, box);
    row.label->setBuddy(row.editor->input());
    row.note = wrapped({}, ui::TextStyle::Micro, ui::Token::Text3, box);
    if (row.editor->isWide()) {
        column->addWidget(row.label);
        column->addWidget(row.editor);
    } else {
        auto* line = new QHBoxLayout;
        line->setSpacing(8);
        row.label->setFixedWidth(kLabel);
        line->addWidget(row.label);
        line->addWidget(row.editor, 1);
        column->addLayout(line);
    }
    column->addWidget(row.note);
    row.editor->setToolTip(field.help.in(m_language));
    m_rows->addWidget(box);
    connect(row.editor, &FieldEditor::edited, this, [this, name = field.name] {
        if (const FieldEditor* one = editor(name))
            Q_EMIT changed(name, one->value());
    });
    connect(row.editor, &FieldEditor::finished, this, &FieldForm::finished);
    m_list.push_back(std::move(row));
}

// What no field is for: shown, so that nothing is hidden; program text with why it cannot be
// edited.
void FieldForm::addForeign(const Setting& setting)
{
    FieldSpec field;
    field.name = setting.name;
    field.title.en = setting.name;
    field.type = setting.source && setting.source->text.contains(u'\n') ? FieldType::Lines
        : setting.value.kind == Value::Kind::List                       ? FieldType::List
        : setting.value.kind == Value::Kind::Map                        ? FieldType::Map
                                                                        : FieldType::Text;
    addRow(field);
    const Row& row = m_list.back();
    if (!setting.source)
        return;
    row.editor->setValue(Value::ofText(setting.source->text));
    row.editor->setReadOnly(true);
    row.note->setText(
        setting.source->reason.isEmpty() ? tr("Program text.") : ui::words(setting.source->reason));
}

bool FieldForm::isUsed(const FieldSpec& field) const
{
    return std::ranges::all_of(field.when, [this](const auto& condition) {
        const Setting* set = pipelines::find(m_subject.settings, condition.first);
        QString now = set ? set->value.text : QString();
        if (!set)
            for (const FieldSpec& other : m_subject.fields)
                if (other.name == condition.first)
                    now = other.standard.text;
        return condition.second.contains(now);
    });
}

void FieldForm::fill()
{
    for (const Row& row : m_list) {
        const Setting* set = pipelines::find(m_subject.settings, row.field.name);
        row.box->setVisible(isUsed(row.field) || set);
        const auto missing = missingFor(row.field.needs, m_target, m_language);
        row.editor->setEnabled(!missing || set);
        row.editor->setTarget(m_target);
        if (row.field.type == FieldType::Connection)
            row.editor->offer(m_connections);
        row.editor->setReadOnly(
            m_subject.locked.has_value() || (set && set->source) || (missing && !set));
        if (!(set && set->source))
            row.editor->setValue(set ? std::optional(set->value) : std::nullopt);
        say(row);
    }
}

void FieldForm::setConnections(const QStringList& names)
{
    m_connections = names;
    for (const Row& row : m_list)
        if (row.field.type == FieldType::Connection)
            row.editor->offer(names);
}

void FieldForm::setProblems(const std::vector<Problem>& problems)
{
    m_problems = problems;
    for (const Row& row : m_list)
        say(row);
}

// What is wrong comes first, then why it is off, then help.
void FieldForm::say(const Row& row)
{
    const auto problem = std::ranges::find(m_problems, row.field.name, &Problem::field);
    const Setting* set = pipelines::find(m_subject.settings, row.field.name);
    if (set && set->source)
        return;
    QString words;
    ui::Token tone = ui::Token::Text3;
    if (problem != m_problems.end()) {
        words = ui::words(problem->message);
        tone = problem->severity == Problem::Severity::Error  ? ui::Token::StatusError
            : problem->severity == Problem::Severity::Warning ? ui::Token::StatusWarn
                                                              : ui::Token::Text3;
    } else if (const auto missing = missingFor(row.field.needs, m_target, m_language)) {
        words = ui::words(*missing);
    } else if (const Setting* above = pipelines::find(m_subject.inherited, row.field.name);
               above && !set) {
        words = tr("%1 from the pipeline").arg(above->value.shown());
    }
    row.note->setText(words);
    row.note->setVisible(!words.isEmpty());
    row.editor->input()->setAccessibleDescription(
        words.isEmpty() ? row.field.help.in(m_language) : words);
    ui::setTone(row.note, tone);
}

} // namespace pilothouse::pipelines
