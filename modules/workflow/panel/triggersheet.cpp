// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/triggersheet.h"

#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/drafts.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/worktext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using Kind = ParamField::Kind;
using ui::TextStyle;
using ui::Token;

namespace
{

// No line wraps: a scroll area squeezes what takes its height from its width.
ui::ElidedLabel* label(const QString& text, TextStyle style, Token tone, QWidget* parent)
{
    return new ui::ElidedLabel(text, style, tone, parent);
}

} // namespace

TriggerSheet::TriggerSheet(ui::Workbench& workbench, ServiceId service, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_service(std::move(service))
{
    buildLayout();
    answerSheetKeys(this, m_trigger, [this] { Q_EMIT closed(); });
}

void TriggerSheet::buildLayout()
{
    m_header = new ui::PanelHeader(tr("Trigger a run"), this);
    m_header->setIconName(u"bolt"_s);
    m_left = new QWidget(this);
    ui::setPlate(m_left, Token::Raised);
    auto* said = new QHBoxLayout(m_left);
    said->setContentsMargins(12, 3, 8, 3);
    auto* anew = new ui::Button(tr("Start over"), ui::ButtonVariant::Link, m_left);
    connect(anew, &QAbstractButton::clicked, this, &TriggerSheet::reset);
    said->addWidget(
        label(tr("Values as you left them"), TextStyle::Caption, Token::Text2, m_left), 1);
    said->addWidget(anew);
    m_left->hide();
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Parameters of the run"));
    m_form = new QWidget(m_scroll);
    ui::setPlate(m_form, Token::Surface);
    m_fields = new QVBoxLayout(m_form);
    m_fields->setContentsMargins(12, 10, 12, 10);
    m_fields->setSpacing(4);
    m_scroll->setWidget(m_form);

    auto* footer = new ui::PanelFooter(this);
    footer->setFixedHeight(kButtonFooter);
    m_why = new SheetNote(this);
    auto* cancel = new ui::Button(tr("Cancel"), ui::ButtonVariant::Default, footer);
    m_trigger = new ui::Button(tr("Trigger…"), ui::ButtonVariant::Primary, footer);
    m_trigger->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return), false);
    connect(cancel, &QAbstractButton::clicked, this, &TriggerSheet::closed);
    connect(m_trigger, &QAbstractButton::clicked, this, [this] {
        if (!isValid())
            showWrong();
        else if (m_refused.isEmpty())
            Q_EMIT triggerAsked(request());
    });
    connect(m_why, &SheetNote::followed, this, &TriggerSheet::showWrong);
    footer->addRight(cancel);
    footer->addRight(m_trigger);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_about = new SheetNote(this, Qt::ElideMiddle);
    layout->addWidget(m_header);
    layout->addWidget(m_about);
    layout->addWidget(m_left);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_why);
    layout->addWidget(footer);
}

QWidget* TriggerSheet::makeEditor(const ParamField& field)
{
    const QString text = field.text();
    QWidget* made = nullptr;
    if (field.kind == Kind::Boolean) {
        auto* box = new QCheckBox(field.title, m_form);
        box->setChecked(field.value.toBool());
        connect(box, &QCheckBox::toggled, this, &TriggerSheet::edited);
        made = box;
    } else if (field.kind == Kind::Choice) {
        auto* box = new QComboBox(m_form);
        for (const QJsonValue& choice : field.choices) {
            ParamField one = field;
            one.value = choice;
            box->addItem(one.text());
        }
        box->setCurrentText(text);
        connect(box, &QComboBox::currentTextChanged, this, &TriggerSheet::edited);
        made = box;
    } else if (field.kind == Kind::Lines || field.kind == Kind::Json) {
        auto* box = new QPlainTextEdit(text, m_form);
        box->setTabChangesFocus(true);
        box->setFixedHeight(field.kind == Kind::Json ? 92 : 68);
        box->setPlaceholderText(field.hint());
        ui::setTextStyle(box, TextStyle::Mono);
        connect(box, &QPlainTextEdit::textChanged, this, &TriggerSheet::edited);
        made = box;
    } else {
        auto* box = new QLineEdit(text, m_form);
        box->setPlaceholderText(field.hint());
        if (field.secret)
            box->setEchoMode(QLineEdit::Password);
        ui::setTextStyle(box, TextStyle::Mono);
        connect(box, &QLineEdit::textChanged, this, &TriggerSheet::edited);
        made = box;
    }
    made->setAccessibleName(field.title);
    made->setAccessibleDescription(field.description);
    return made;
}

void TriggerSheet::open(const QString& dag, const std::optional<std::vector<DagParam>>& params)
{
    m_dag = dag;
    m_params = params;
    m_filling = true;
    m_rows.clear();
    m_about->setText(dag);
    while (QLayoutItem* item = m_fields->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_unread = nullptr;
    if (params) {
        addFields(*params);
    } else {
        m_unread
            = label(tr("The parameters are being read…"), TextStyle::Cell, Token::Text3, m_form);
        m_unread->setObjectName(u"unread"_s);
        m_fields->addWidget(m_unread);
    }
    m_fields->addSpacing(8);
    m_fields->addWidget(label(tr("The run"), TextStyle::ControlStrong, Token::Text, m_form));
    const auto line = [this](const QString& name, const QString& hint) {
        m_fields->addWidget(label(name, TextStyle::Cell, Token::Text2, m_form));
        auto* edit = new QLineEdit(m_form);
        edit->setPlaceholderText(hint);
        edit->setAccessibleName(name);
        ui::setTextStyle(edit, TextStyle::Mono);
        m_fields->addWidget(edit);
        auto* said = new QLabel(m_form);
        said->setWordWrap(true);
        said->setTextFormat(Qt::PlainText);
        said->setTextInteractionFlags(Qt::TextSelectableByMouse);
        said->hide();
        ui::setTextStyle(said, TextStyle::Caption);
        ui::setTone(said, Token::StatusError);
        m_fields->addWidget(said);
        m_told.insert(edit, said);
        connect(edit, &QLineEdit::textChanged, said, [edit, said] {
            said->hide();
            ui::setLook(edit, "state", QString());
        });
        connect(edit, &QLineEdit::textChanged, this, &TriggerSheet::edited);
        return edit;
    };
    m_told.clear();
    m_logical
        = line(tr("Logical date, %1").arg(WorkText::zoneName(m_workbench.timeContext().zone())),
            tr("none: the server decides"));
    m_logicalProblem = label(tr("Not a time like %1").arg(u"2026-03-17T13:05:00"_s),
        TextStyle::Caption, Token::StatusError, m_form);
    m_logicalProblem->hide();
    m_fields->addWidget(m_logicalProblem);
    m_runId = line(tr("Run id"), tr("none: the server names it"));
    m_note = line(tr("Note"), {});
    m_fields->addStretch();
    restore();
    m_filling = false;
    check();
    // New controls are shown a moment later; before that they take no focus.
    QWidget* first = m_rows.empty() ? m_logical : m_rows.front().editor;
    QTimer::singleShot(0, first, [first] { first->setFocus(); });
}

void TriggerSheet::addFields(const std::vector<DagParam>& params)
{
    // What has no section comes first: under the last heading it would look like its own.
    QStringList sections{QString()};
    std::vector<ParamField> fields;
    for (const DagParam& param : params) {
        fields.push_back(ParamField::of(param));
        if (!sections.contains(fields.back().section))
            sections.append(fields.back().section);
    }
    std::stable_sort(
        fields.begin(), fields.end(), [&sections](const ParamField& a, const ParamField& b) {
            return sections.indexOf(a.section) < sections.indexOf(b.section);
        });
    QString section;
    for (const ParamField& field : fields) {
        Row row;
        row.field = field;
        if (row.field.section != section) {
            section = row.field.section;
            m_fields->addSpacing(6);
            m_fields->addWidget(label(section, TextStyle::ControlStrong, Token::Text, m_form));
        }
        row.editor = makeEditor(row.field);
        if (row.field.kind != Kind::Boolean) {
            QString name = row.field.title;
            if (row.field.required)
                name += u" *"_s;
            const QString hint = row.field.hint();
            auto* caption = label(hint.isEmpty() ? name : u"%1  (%2)"_s.arg(name, hint),
                TextStyle::Cell, Token::Text2, m_form);
            m_fields->addWidget(caption);
        }
        m_fields->addWidget(row.editor);
        if (!row.field.description.isEmpty())
            m_fields->addWidget(
                label(row.field.description, TextStyle::Caption, Token::Text3, m_form));
        row.problem = label({}, TextStyle::Caption, Token::StatusError, m_form);
        row.problem->hide();
        m_fields->addWidget(row.problem);
        row.first = textOf(row);
        m_rows.push_back(row);
    }
    if (params.empty())
        m_fields->addWidget(
            label(tr("This DAG has no parameters."), TextStyle::Cell, Token::Text3, m_form));
}

void TriggerSheet::setUnread(const QString& why)
{
    if (m_unread)
        m_unread->setText(why);
}

QString TriggerSheet::textOf(const Row& row) const
{
    if (const auto* box = qobject_cast<QCheckBox*>(row.editor))
        return box->isChecked() ? u"true"_s : u"false"_s;
    if (const auto* box = qobject_cast<QComboBox*>(row.editor))
        return box->currentText();
    if (const auto* box = qobject_cast<QPlainTextEdit*>(row.editor))
        return box->toPlainText();
    const auto* edit = qobject_cast<QLineEdit*>(row.editor);
    return edit ? edit->text() : QString();
}

void TriggerSheet::setText(const QString& name, const QString& text)
{
    if (auto* box = qobject_cast<QCheckBox*>(editor(name)))
        box->setChecked(text == "true"_L1);
    else if (auto* combo = qobject_cast<QComboBox*>(editor(name)))
        combo->setCurrentText(text);
    else if (auto* lines = qobject_cast<QPlainTextEdit*>(editor(name)))
        lines->setPlainText(text);
    else if (auto* edit = qobject_cast<QLineEdit*>(editor(name)))
        edit->setText(text);
}

QWidget* TriggerSheet::editor(const QString& name) const
{
    for (const Row& row : m_rows)
        if (row.field.name == name)
            return row.editor;
    return nullptr;
}

QString TriggerSheet::problem(const QString& name) const
{
    for (const Row& row : m_rows)
        if (row.field.name == name)
            return row.problem->isHidden() ? QString() : row.problem->text();
    return {};
}

// Drafts ---------------------------------------------------------------------------------------

QString TriggerSheet::draftKey(const QString& dag) const
{
    return QString(u"workflow.trigger/"_s + m_service + u'/' + dag);
}

void TriggerSheet::edited()
{
    if (m_filling)
        return;
    keep();
    check();
}

// Only what differs from the DAG's own defaults is a draft.
void TriggerSheet::keep()
{
    QJsonObject fields;
    if (!m_params) // what was typed for them stays
        fields = m_workbench.drafts().get(draftKey(m_dag)).value(u"fields"_s).toObject();
    QJsonObject secrets;
    for (const Row& row : m_rows)
        if (const QString text = textOf(row); text != row.first)
            (row.field.secret ? secrets : fields).insert(row.field.name, text);
    if (m_params)
        m_secrets.insert(m_dag, secrets);
    QJsonObject draft;
    if (!fields.isEmpty())
        draft.insert(u"fields"_s, fields);
    for (const auto& [name, edit] : {std::pair(u"logical"_s, m_logical),
             std::pair(u"run"_s, m_runId), std::pair(u"note"_s, m_note)})
        if (!edit->text().isEmpty())
            draft.insert(name, edit->text());
    if (draft.isEmpty() && m_secrets.value(m_dag).isEmpty())
        forget(m_dag);
    else if (draft.isEmpty())
        m_workbench.drafts().remove(draftKey(m_dag));
    else
        m_workbench.drafts().put(draftKey(m_dag), draft);
}

void TriggerSheet::restore()
{
    const QJsonObject draft = m_workbench.drafts().get(draftKey(m_dag));
    const QJsonObject fields = draft.value(u"fields"_s).toObject();
    const QJsonObject secrets = m_secrets.value(m_dag);
    for (const Row& row : m_rows)
        if (const QJsonValue text = (row.field.secret ? secrets : fields).value(row.field.name);
            text.isString())
            setText(row.field.name, text.toString());
    m_logical->setText(draft.value(u"logical"_s).toString());
    m_runId->setText(draft.value(u"run"_s).toString());
    m_note->setText(draft.value(u"note"_s).toString());
    m_left->setVisible(!draft.isEmpty() || !secrets.isEmpty());
}

void TriggerSheet::forget(const QString& dag)
{
    m_workbench.drafts().remove(draftKey(dag));
    m_secrets.remove(dag);
    if (dag == m_dag)
        m_left->hide();
}

void TriggerSheet::reset()
{
    forget(m_dag);
    open(m_dag, std::optional(m_params));
}

bool TriggerSheet::isRestored() const
{
    return !m_left->isHidden();
}

void TriggerSheet::setRefused(const QString& reason)
{
    m_refused = reason;
    if (m_logical)
        check();
}

TriggerRequest TriggerSheet::request() const
{
    TriggerRequest request;
    request.dag = m_dag;
    for (const Row& row : m_rows)
        if (const auto value = ParamWords::parse(row.field, textOf(row)))
            request.conf.insert(row.field.name, *value);
    for (const Row& row : m_rows)
        if (row.field.secret)
            request.secrets.append(row.field.name);
    request.run = m_runId->text().trimmed();
    request.note = m_note->text();
    const QString when = m_logical->text().trimmed();
    if (!when.isEmpty())
        request.logical = logical();
    return request;
}

// In the zone the field names, unless it says another one itself.
QDateTime TriggerSheet::logical() const
{
    const QDateTime typed = QDateTime::fromString(m_logical->text().trimmed(), Qt::ISODate);
    if (typed.timeSpec() != Qt::LocalTime)
        return typed.toUTC();
    return QDateTime(typed.date(), typed.time(), m_workbench.timeContext().zone()).toUTC();
}

} // namespace pilothouse::workflow
