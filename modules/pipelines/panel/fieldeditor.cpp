// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/fieldeditor.h"

#include "pipelines/panel/codefield.h"
#include "pipelines/panel/columnsedit.h"
#include "pipelines/panel/namefield.h"
#include "ui/controls/toggleswitch.h"
#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kListMargin = 32; // beside the words of a list

QString plainText(const std::optional<Value>& value)
{
    if (!value)
        return {};
    return value->kind == Value::Kind::List || value->kind == Value::Kind::Map ? value->shown()
                                                                               : value->text;
}

// One line; numbers stay as they are written.
class LineField final : public FieldEditor
{
public:
    LineField(const FieldSpec& field, QWidget* parent)
        : FieldEditor(parent)
        , m_type(field.type)
        , m_line(new QLineEdit(this))
    {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(6);
        row->addWidget(m_line, 1);
        if (!field.unit.isEmpty()) {
            auto* unit = new QLabel(field.unit, this);
            ui::setTone(unit, ui::Token::Text3);
            ui::setTextStyle(unit, ui::TextStyle::Cell);
            row->addWidget(unit);
        }
        ui::setTextStyle(m_line, ui::TextStyle::Mono);
        m_line->setPlaceholderText(field.standard.isNone() ? QString() : field.standard.shown());
        connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
        connect(m_line, &QLineEdit::editingFinished, this, &FieldEditor::finished);
    }
    void setValue(const std::optional<Value>& value) override
    {
        if (const QString text = plainText(value); text != m_line->text())
            m_line->setText(text);
    }
    std::optional<Value> value() const override
    {
        const QString text = m_line->text();
        if (text.isEmpty())
            return {};
        return m_type == FieldType::Number ? Value::ofPlain(text) : Value::ofText(text);
    }
    void setReadOnly(bool readOnly) override { m_line->setReadOnly(readOnly); }
    QWidget* input() const override { return m_line; }

private:
    FieldType m_type;
    QLineEdit* m_line;
};

// Several lines: a text, a list with one entry on each, or a map as "name: value".
class LinesField final : public FieldEditor
{
public:
    LinesField(const FieldSpec& field, QWidget* parent)
        : FieldEditor(parent)
        , m_type(field.type)
        , m_text(new QPlainTextEdit(this))
    {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_text);
        m_text->setTabChangesFocus(true);
        m_text->setFixedHeight(field.type == FieldType::Lines ? 84 : 60);
        m_text->setPlaceholderText(field.type == FieldType::List
                ? FieldEditor::tr("one on each line")
                : field.type == FieldType::Map ? FieldEditor::tr("name: value")
                                               : QString());
        ui::setTextStyle(m_text, ui::TextStyle::Mono);
        connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
            if (!m_setting)
                Q_EMIT edited();
        });
        m_text->installEventFilter(this);
    }
    void setValue(const std::optional<Value>& value) override
    {
        QString text;
        if (value && value->kind == Value::Kind::List) {
            QStringList lines;
            for (const Value& item : value->items)
                lines.append(item.text);
            text = lines.join(u'\n');
        } else if (value && value->kind == Value::Kind::Map) {
            QStringList lines;
            for (const auto& [name, entry] : value->entries)
                lines.append(name + u": "_s + entry.text);
            text = lines.join(u'\n');
        } else {
            text = plainText(value);
        }
        if (this->value() == value && !(text.isEmpty() && !m_text->toPlainText().isEmpty()))
            return; // also while a line is half typed
        m_setting = true;
        m_text->setPlainText(text);
        m_setting = false;
    }
    std::optional<Value> value() const override
    {
        const QString text = m_text->toPlainText();
        if (text.trimmed().isEmpty())
            return {};
        if (m_type == FieldType::Lines)
            return Value::ofText(text);
        Value value;
        value.kind = m_type == FieldType::Map ? Value::Kind::Map : Value::Kind::List;
        const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
        for (const QString& line : lines) {
            if (m_type == FieldType::List)
                value.items.push_back(Value::ofText(line.trimmed()));
            else
                value.entries.emplace_back(line.section(u':', 0, 0).trimmed(),
                    Value::ofText(line.section(u':', 1).trimmed()));
        }
        return value;
    }
    void setReadOnly(bool readOnly) override { m_text->setReadOnly(readOnly); }
    QWidget* input() const override { return m_text; }
    bool isWide() const override { return true; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::FocusOut)
            Q_EMIT finished();
        return FieldEditor::eventFilter(watched, event);
    }

private:
    FieldType m_type;
    QPlainTextEdit* m_text;
    bool m_setting = false;
};

class SwitchField final : public FieldEditor
{
public:
    SwitchField(const FieldSpec& field, const QString& name, QWidget* parent)
        : FieldEditor(parent)
        , m_standard(field.standard.isTrue())
        , m_switch(new ui::ToggleSwitch(name, this))
    {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(m_switch);
        row->addStretch();
        m_switch->setCheckable(true);
        connect(m_switch, &QAbstractButton::clicked, this, [this] {
            Q_EMIT edited();
            Q_EMIT finished();
        });
    }
    void setValue(const std::optional<Value>& value) override
    {
        m_switch->setChecked(value ? value->isTrue() : m_standard);
    }
    std::optional<Value> value() const override
    {
        if (m_switch->isChecked() == m_standard)
            return {};
        return Value::ofBool(m_switch->isChecked());
    }
    void setReadOnly(bool readOnly) override { m_switch->setEnabled(!readOnly); }
    QWidget* input() const override { return m_switch; }

private:
    bool m_standard;
    ui::ToggleSwitch* m_switch;
};

class ChoiceField final : public FieldEditor
{
public:
    ChoiceField(const FieldSpec& field, const QString& language, QWidget* parent)
        : FieldEditor(parent)
        , m_standard(field.standard.text)
        , m_language(language)
        , m_choices(field.choices)
        , m_box(new QComboBox(this))
    {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(m_box, 1);
        if (m_standard.isEmpty())
            m_box->addItem(QString(), QString());
        for (const ChoiceSpec& choice : field.choices)
            m_box->addItem(
                choice.title.isEmpty() ? choice.value : choice.title.in(language), choice.value);
        m_box->setFocusPolicy(Qt::StrongFocus);
        m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_box->setMinimumContentsLength(6); // a long choice does not widen the form
        m_box->installEventFilter(this);
        connect(m_box, &QComboBox::activated, this, [this] {
            Q_EMIT edited();
            Q_EMIT finished();
        });
    }
    void setValue(const std::optional<Value>& value) override
    {
        const QString wanted = value ? value->text : m_standard;
        int at = m_box->findData(wanted);
        if (at < 0) { // what no list has, e.g. ${name}, stays
            m_box->addItem(wanted, wanted);
            at = m_box->count() - 1;
        }
        m_box->setCurrentIndex(at);
    }
    std::optional<Value> value() const override
    {
        const QString now = m_box->currentData().toString();
        return now == m_standard || now.isEmpty() ? std::nullopt
                                                  : std::optional(Value::ofText(now));
    }
    void setReadOnly(bool readOnly) override { m_box->setEnabled(!readOnly); }
    void setTarget(const Target& target) override
    {
        auto* items = qobject_cast<QStandardItemModel*>(m_box->model());
        for (const ChoiceSpec& choice : m_choices) {
            QStandardItem* item = items ? items->item(m_box->findData(choice.value)) : nullptr;
            if (!item)
                continue;
            const auto missing = missingFor(choice.needs, target, m_language);
            const QString title
                = choice.title.isEmpty() ? choice.value : choice.title.in(m_language);
            const QString why = missing ? ui::words(*missing) : QString();
            item->setEnabled(!missing);
            item->setText(missing ? title + u" · "_s + why : title);
            item->setToolTip(why);
        }
        // The list is as wide as its reasons; the box stays as narrow as the form.
        m_box->view()->setMinimumWidth(m_box->view()->sizeHintForColumn(0) + kListMargin);
    }
    QWidget* input() const override { return m_box; }

protected:
    // A wheel that scrolls the form changes nothing.
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Wheel && !m_box->hasFocus()) {
            event->ignore();
            return true;
        }
        return FieldEditor::eventFilter(watched, event);
    }

private:
    QString m_standard;
    QString m_language;
    std::vector<ChoiceSpec> m_choices;
    QComboBox* m_box;
};

} // namespace

FieldEditor* makeFieldEditor(const FieldSpec& field, const QString& language, QWidget* parent)
{
    const QString name = field.title.in(language);
    FieldEditor* editor = nullptr;
    switch (field.type) {
    case FieldType::Lines:
    case FieldType::List:
    case FieldType::Map:
        editor = new LinesField(field, parent);
        break;
    case FieldType::Code:
        editor = new CodeField(field, name, parent);
        break;
    case FieldType::Connection:
        editor = new NameField(field, parent);
        break;
    case FieldType::Bool:
        editor = new SwitchField(field, name, parent);
        break;
    case FieldType::Choice:
        editor = new ChoiceField(field, language, parent);
        break;
    case FieldType::Columns:
        editor = new ColumnsEdit(parent);
        break;
    default:
        editor = new LineField(field, parent);
        break;
    }
    editor->input()->setAccessibleName(name);
    editor->setObjectName(field.name);
    return editor;
}

} // namespace pilothouse::pipelines
