// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/accesspane.h"

#include "streams/panel/sheettable.h"
#include "streams/panel/textrows.h"
#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"

#include <QAction>
#include <QComboBox>
#include <QFormLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::Glyph;
using ui::Token;

namespace
{

constexpr int kRoomForBoth = 520; // pixels, for rules and form

QString keyOf(const AccessRule& rule)
{
    return QStringList{rule.resource, rule.name, rule.prefix ? u"prefix"_s : u"literal"_s,
        rule.principal, rule.host, rule.operation, rule.allow ? u"allow"_s : u"deny"_s}
        .join(u'\n');
}

} // namespace

bool holdsFor(const AccessRule& rule, const QString& topic)
{
    if (rule.resource != "TOPIC"_L1)
        return false;
    return rule.name == "*"_L1 || rule.name == topic
        || (rule.prefix && topic.startsWith(rule.name));
}

AccessPane::AccessPane(ui::Workbench& workbench, const ServiceId& service, QWidget* parent)
    : ServicePane(workbench, service, u"shield"_s, parent)
{
    buildLayout();
    judge();
}

void AccessPane::buildLayout()
{
    m_header = new ui::PanelHeader(tr("Access rules"), this);
    m_new = new ui::Button(tr("New rule…"), ui::ButtonVariant::Link, m_header);
    m_header->addRight(m_new);
    auto* content = new QWidget(frame());
    m_filter = new ui::SearchField(tr("Filter rules"), content);
    m_filter->answerSlashIn(this);
    m_rows = new TextRows(
        {tr("Who"), tr("May"), tr("Operation"), tr("Resource"), tr("Name"), tr("From host")}, this);
    m_list = new SheetTable(tr("Access rules"), content);
    m_list->setModel(m_rows);
    auto* footer = new ui::PanelFooter(content);
    footer->setFixedHeight(40);
    m_remove = new ui::Button(tr("Remove…"), ui::ButtonVariant::Default, footer);
    m_remove->setIconName(u"trash"_s);
    footer->addLeft(m_remove);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* filter = new QHBoxLayout;
    filter->setContentsMargins(10, 5, 10, 5);
    filter->addWidget(m_filter);
    rows->addLayout(filter);
    rows->addWidget(m_list, 1);
    rows->addWidget(footer);
    setContent(content);
    m_form = buildForm(this);
    m_form->hide();
    auto* whole = static_cast<QVBoxLayout*>(layout());
    whole->setSpacing(0);
    whole->insertWidget(0, m_header);
    whole->addWidget(m_form);
    setFocusProxy(m_list);

    connect(m_filter, &QLineEdit::textChanged, m_rows, &TextRows::setFilter);
    connect(
        m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AccessPane::judge);
    addAct(this, tr("New access rule…"), QKeySequence(Qt::Key_Insert), [this] { openForm(); });
    m_removeAct = addAct(m_list, tr("Remove the chosen access rules…"),
        QKeySequence(Qt::Key_Delete), [this] { removeChosen(); });
    addAct(m_form, tr("Add the access rule…"), QKeySequence(Qt::CTRL | Qt::Key_Return),
        [this] { addTyped(); });
    connect(m_new, &QAbstractButton::clicked, this, &AccessPane::openForm);
    connect(m_remove, &QAbstractButton::clicked, this, &AccessPane::removeChosen);
}

QWidget* AccessPane::buildForm(QWidget* parent)
{
    auto* form = new QFrame(parent);
    const auto choice = [form](const QString& name, const QStringList& items) {
        auto* out = new QComboBox(form);
        out->setAccessibleName(name);
        out->addItems(items);
        return out;
    };
    m_permission = new QComboBox(form);
    m_permission->setAccessibleName(tr("Allowed or denied"));
    m_permission->addItem(tr("allow"), true);
    m_permission->addItem(tr("deny"), false);
    m_principal = new QLineEdit(form);
    m_principal->setPlaceholderText(tr("User:alice"));
    m_operation = choice(tr("Operation"),
        {u"READ"_s, u"WRITE"_s, u"DESCRIBE"_s, u"CREATE"_s, u"DELETE"_s, u"ALTER"_s,
            u"DESCRIBE_CONFIGS"_s, u"ALTER_CONFIGS"_s, u"CLUSTER_ACTION"_s, u"IDEMPOTENT_WRITE"_s,
            u"ALL"_s});
    m_resource = choice(tr("Kind of resource"),
        {u"TOPIC"_s, u"GROUP"_s, u"CLUSTER"_s, u"TRANSACTIONAL_ID"_s, u"DELEGATION_TOKEN"_s,
            u"USER"_s});
    m_name = new QLineEdit(form);
    m_pattern = new QComboBox(form);
    m_pattern->setAccessibleName(tr("How the name is meant"));
    m_pattern->addItem(tr("just this name"), false);
    m_pattern->addItem(tr("all names that begin so"), true);
    m_host = new QLineEdit(u"*"_s, form);
    m_preview = new QLabel(form);
    m_preview->setWordWrap(true);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse);
    ui::setTextStyle(m_preview, ui::TextStyle::Mono);
    ui::setTone(m_preview, Token::Text2);
    auto* rows = new QFormLayout(form);
    rows->setContentsMargins(12, 8, 12, 8);
    rows->addRow(tr("Rule"), m_permission);
    rows->addRow(tr("Who"), m_principal);
    rows->addRow(tr("Operation"), m_operation);
    rows->addRow(tr("Resource"), m_resource);
    rows->addRow(tr("Name"), m_name);
    rows->addRow(QString(), m_pattern);
    rows->addRow(tr("From host"), m_host);
    rows->addRow(tr("Preview"), m_preview);
    m_principal->setAccessibleName(tr("Who"));
    m_name->setAccessibleName(tr("Name of the resource"));
    m_host->setAccessibleName(tr("From host"));
    m_add = new ui::Button(tr("Add rule…"), ui::ButtonVariant::Primary, form);
    m_add->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return), false);
    rows->addRow(QString(), m_add);
    connect(m_add, &QAbstractButton::clicked, this, &AccessPane::addTyped);
    for (QComboBox* box : {m_permission, m_operation, m_resource, m_pattern})
        connect(box, &QComboBox::currentIndexChanged, this, &AccessPane::edited);
    for (QLineEdit* field : {m_principal, m_name, m_host})
        connect(field, &QLineEdit::textChanged, this, &AccessPane::edited);
    return form;
}

void AccessPane::refresh()
{
    auto* access = contract<Access>();
    if (!access) {
        showNothing(tr("No access rules"), tr("This connection cannot ask for them."));
        return;
    }
    showAsking(tr("asking for the access rules"), m_rules.has_value());
    m_call = access->rules().onDone(this, [this](Result<std::vector<AccessRule>> answer) {
        if (!answer) {
            showFailure(answer.error(), m_rules.has_value());
            judge();
            return;
        }
        m_rules = std::move(*answer);
        fill();
    });
}

void AccessPane::showTopic(const QString& topic)
{
    m_topic = topic;
    if (m_rules)
        fill();
}

void AccessPane::fill()
{
    std::vector<TextRow> rows;
    for (const AccessRule& rule : *m_rules) {
        if (!m_topic.isEmpty() && !holdsFor(rule, m_topic))
            continue;
        rows.push_back({keyOf(rule),
            {rule.principal, rule.allow ? tr("allow") : tr("deny"), rule.operation, rule.resource,
                rule.prefix ? rule.name + u'…' : rule.name, rule.host},
            rule.allow ? Glyph::Ok : Glyph::Error, rule.allow ? Token::Text : Token::StatusError});
    }
    // Denials first: they go before all that is allowed.
    std::stable_sort(rows.begin(), rows.end(), [](const TextRow& a, const TextRow& b) {
        return (a.glyph == Glyph::Error) > (b.glyph == Glyph::Error);
    });
    m_header->setSubtitle(
        m_topic.isEmpty() ? tr("%n rules", nullptr, int(rows.size())) : tr("for %1").arg(m_topic));
    const bool none = rows.empty();
    const QString before = currentKey(*m_list);
    m_rows->setRows(std::move(rows));
    if (none) {
        showNothing(tr("No access rules"),
            m_topic.isEmpty() ? tr("Only super users may do anything, or everybody everything: "
                                   "the brokers' settings decide.")
                              : tr("No rule names %1.").arg(m_topic));
    } else {
        showContent();
        choose(*m_list, before);
        fitColumns(*m_list, 5);
    }
    judge();
}

void AccessPane::openForm()
{
    if (!m_new->isEnabled())
        return;
    if (m_name->text().isEmpty())
        m_name->setText(m_topic);
    m_form->show();
    fit();
    edited();
    m_principal->setFocus();
}

// In a low pane the form takes the place of the rules.
void AccessPane::fit()
{
    frame()->setVisible(m_form->isHidden() || height() >= kRoomForBoth);
}

void AccessPane::resizeEvent(QResizeEvent* event)
{
    ServicePane::resizeEvent(event);
    fit();
}

void AccessPane::closeForm()
{
    m_form->hide();
    fit();
    m_list->setFocus();
}

AccessRule AccessPane::typed() const
{
    AccessRule rule;
    rule.resource = m_resource->currentText();
    rule.name = rule.resource == "CLUSTER"_L1 ? u"kafka-cluster"_s : m_name->text().trimmed();
    rule.prefix = m_pattern->currentData().toBool() && rule.resource != "CLUSTER"_L1;
    rule.principal = m_principal->text().trimmed();
    if (!rule.principal.isEmpty() && !rule.principal.contains(u':'))
        rule.principal.prepend(u"User:"_s);
    rule.host = m_host->text().trimmed();
    rule.operation = m_operation->currentText();
    rule.allow = m_permission->currentData().toBool();
    return rule;
}

QString AccessPane::preview() const
{
    return m_preview->text();
}

void AccessPane::edited()
{
    auto* access = contract<Access>();
    const AccessRule rule = typed();
    const bool cluster = rule.resource == "CLUSTER"_L1;
    m_name->setEnabled(!cluster);
    m_pattern->setEnabled(!cluster);
    const bool whole = !rule.principal.isEmpty() && !rule.name.isEmpty() && !rule.host.isEmpty();
    m_preview->setText(!access ? QString()
            : whole            ? access->add(rule).statement
                               : tr("Say who it is for, and for which resource."));
    const QString refused = refusal();
    m_add->setEnabled(access && whole && refused.isEmpty());
    m_add->setToolTip(refused);
}

void AccessPane::addTyped()
{
    auto* access = contract<Access>();
    edited();
    if (!access || !m_add->isEnabled())
        return;
    confirm(access->add(typed()), [this](const Result<Text>& outcome) {
        if (!outcome) {
            workbench().report(outcome.error());
            return;
        }
        m_principal->clear();
        closeForm();
        refresh();
    });
}

void AccessPane::removeChosen()
{
    auto* access = contract<Access>();
    const QStringList keys = selectedKeys(*m_list);
    if (!access || !m_rules || keys.isEmpty())
        return;
    std::vector<AccessRule> chosen;
    for (const AccessRule& rule : *m_rules)
        if (keys.contains(keyOf(rule)))
            chosen.push_back(rule);
    confirm(access->remove(chosen), [this](const Result<Text>& outcome) {
        if (!outcome)
            workbench().report(outcome.error());
        refresh();
    });
}

void AccessPane::judge()
{
    const QString refused = refusal();
    // Where they cannot be read there are none to be made.
    const bool may = refused.isEmpty() && contract<Access>() && m_rules;
    const bool chosen = !selectedKeys(*m_list).isEmpty();
    m_remove->setEnabled(may && chosen);
    m_remove->setToolTip(refused);
    m_removeAct->setEnabled(may && chosen);
    m_new->setEnabled(may);
    m_new->setToolTip(refused);
    if (m_form->isVisible())
        edited();
}

void AccessPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_form->isVisible()) {
        closeForm();
        event->accept();
        return;
    }
    ServicePane::keyPressEvent(event);
}

} // namespace pilothouse::streams
