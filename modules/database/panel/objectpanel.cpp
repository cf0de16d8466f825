// SPDX-License-Identifier: GPL-3.0-or-later
// One question describes the object; each tab asks its own when it is first seen.
#include "database/panel/objectpanel.h"

#include "core/sampler.h"
#include "core/servicehub.h"
#include "database/api/names.h"
#include "database/panel/objectdata.h"
#include "database/panel/objectfacts.h"
#include "database/panel/objecttab.h"
#include "database/panel/objecttabbar.h"
#include "database/panel/objecttableview.h"
#include "database/panel/objectwords.h"
#include "database/panel/schemanodes.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/editor/codeeditor.h"
#include "ui/errors/panelretry.h"
#include "ui/grid/gridview.h"
#include "ui/states/stateframe.h"
#include "ui/states/statestrip.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/workbench.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{

constexpr std::array kTabWords{
    "columns"_L1, "data"_L1, "ddl"_L1, "dependents"_L1, "privileges"_L1, "sizes"_L1, "indexes"_L1};

std::optional<ObjectPanel::Tab> tabOf(const QString& word)
{
    for (size_t i = 0; i < kTabWords.size(); ++i)
        if (word == kTabWords[i])
            return ObjectPanel::Tab(i);
    return std::nullopt;
}

QWidget* place(QWidget* parent)
{
    auto* out = new QWidget(parent);
    auto* layout = new QVBoxLayout(out);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return out;
}

QLabel* footerLabel(Token tone, QWidget* parent)
{
    auto* label = new QLabel(parent);
    ui::setTextStyle(label, ui::TextStyle::Caption);
    ui::setTone(label, tone);
    return label;
}

} // namespace

ObjectPanel::ObjectPanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent)
    : Panel(workbench, parent)
    , m_service(service)
{
    buildLayout();
    buildActions();
    connect(&workbench.hub(), &ServiceHub::writesChanged, this, [this](const ServiceId& id) {
        if (id == m_service)
            updateActs();
    });
    // The sampler's pace is enough: who waits is only told here, the cockpit looks closer.
    connect(&workbench.sampler(), &Sampler::sampled, this, [this](const QString& id) {
        if (id == m_service && isVisible())
            askWaits();
    });
    m_frame->showEmpty({u"table"_s, tr("No object chosen"),
        tr("Open a table, view or function from the schemas or the palette."), {}});
    setState(State::Empty);
}

ObjectPanel::~ObjectPanel() = default;

QString ObjectPanel::title() const
{
    if (m_ref.name.isEmpty())
        return tr("Object · %1").arg(m_service);
    const QString name
        = m_functions.size() > 1 ? m_ref.name % u'(' % m_ref.arguments % u')' : QString(m_ref.name);
    return hasSiblings() ? QString(name % u" · "_s % m_service) : name;
}

// Another connection may have an object of the same name.
bool ObjectPanel::hasSiblings() const
{
    const Service* service = workbench().hub().service(m_service);
    return service && workbench().hub().ofModule(service->config.module).size() > 1;
}

QString ObjectPanel::iconName() const
{
    return iconOf(m_ref.kind);
}

QString ObjectPanel::kind() const
{
    return u"database.object"_s;
}

Catalogue* ObjectPanel::catalogue() const
{
    return workbench().hub().contract<Catalogue>(m_service);
}

void ObjectPanel::buildLayout()
{
    m_header = new ui::PanelHeader(tr("Object"), this);
    m_overloads = new QComboBox(this);
    m_overloads->setAccessibleName(tr("Arguments"));
    m_overloads->hide();
    connect(m_overloads, &QComboBox::activated, this, &ObjectPanel::chooseFunction);
    m_owner = footerLabel(Token::Text3, this);
    ui::setTextStyle(m_owner, ui::TextStyle::Mono);
    m_menu = new ui::IconButton(u"more"_s, tr("What can be done with it"), {}, this);
    auto* again = new ui::IconButton(u"refresh"_s, tr("Refresh"), QKeySequence(Qt::Key_F5), this);
    again->setShortcut({}); // the action answers the key; two of them would be ambiguous
    connect(again, &QAbstractButton::clicked, this, &ObjectPanel::refresh);
    connect(m_menu, &QAbstractButton::clicked, this, [this] {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions(m_actions.mid(4));
        menu->addSeparator();
        menu->addActions(m_acts);
        menu->setToolTipsVisible(true);
        menu->popup(m_menu->mapToGlobal(QPoint(0, m_menu->height())));
    });
    m_waits = new ui::StatusChip(ui::Glyph::Warn, {}, this);
    m_inspect = new ui::Button(tr("Inspect"), ui::ButtonVariant::Link, this);
    m_inspect->setToolTip(tr("Show who holds it up in the lock cockpit"));
    connect(m_inspect, &QAbstractButton::clicked, this, [this] {
        workbench().open(
            Link{{m_link.entity.ns, {}}, {}, u"locks/"_s + QString::number(m_blocker)});
    });
    m_waits->hide();
    m_inspect->hide();
    m_header->addLeft(m_overloads);
    m_header->addLeft(m_waits);
    m_header->addLeft(m_inspect);
    m_header->addRight(m_owner);
    m_header->addRight(m_menu);
    m_header->addRight(again);

    m_facts = new ObjectFacts(this);
    m_pages = new QStackedWidget(this);
    fillTabs();

    auto* line = new QWidget;
    ui::setPlate(line, Token::Line);
    line->setAttribute(Qt::WA_StyledBackground);
    line->setFixedHeight(1);
    auto* pages = new QWidget;
    auto* inner = new QVBoxLayout(pages);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(buildTabRow());
    inner->addWidget(m_rowsStrip);
    inner->addWidget(m_facts);
    inner->addWidget(line);
    inner->addWidget(m_pages, 1);
    auto* content = new QSplitter(Qt::Horizontal);
    content->setChildrenCollapsible(false);
    content->addWidget(pages);
    content->addWidget(m_dependentsSide);
    content->setStretchFactor(0, 1);
    content->setSizes({kSideFrom - kSideWidth, kSideWidth});

    m_frame = new ui::StateFrame(this);
    m_frame->setContent(content);
    m_frame->setHeader(m_header);
    m_retry = new ui::PanelRetry(
        *m_frame, workbench().hub(), m_service, [this] { refreshWhenVisible(); }, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_frame, 1);
}

QWidget* ObjectPanel::buildTabRow()
{
    auto* row = new QWidget(this);
    ui::setPlate(row, Token::Surface);
    row->setAttribute(Qt::WA_StyledBackground);
    m_tabs = new ObjectTabBar(row);
    for (const QString& name : {tr("Columns"), tr("Data"), tr("DDL"), tr("Dependents"),
             tr("Privileges"), tr("Sizes"), tr("Index use")})
        m_tabs->addTab(name);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_where = new ui::SearchField(tr("WHERE"), row);
    m_where->setIconName(u"filter"_s);
    m_where->setFixedWidth(230);
    ui::setTextStyle(m_where, ui::TextStyle::Mono);
    m_where->answerSlashIn(this);
    connect(m_where, &QLineEdit::returnPressed, this, &ObjectPanel::applyWhere);
    m_rowsStrip = new ui::StateStrip(this);
    m_rowsStrip->hide();
    connect(m_data, &ObjectData::whereRefused, this, &ObjectPanel::showWhereProblem);
    connect(m_data, &ObjectData::rowsRefused, this, &ObjectPanel::showRowsProblem);
    connect(m_data, &ObjectData::queryRequested, this, [this] { openObject(m_ref, u"query"_s); });
    connect(m_data, &ObjectData::pageChanged, this, [this] { showRowsProblem({}); });
    connect(m_tabs, &QTabBar::currentChanged, this, &ObjectPanel::placeRowsProblem);
    connect(m_where, &QLineEdit::textChanged, this, [this](const QString& text) {
        showWhereProblem({}, -1);
        if (text.isEmpty() && !m_data->where().isEmpty())
            applyWhere();
    });
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(2, 0, 8, 0);
    layout->addWidget(m_tabs);
    layout->addStretch(1);
    layout->addWidget(m_where);
    return row;
}

void ObjectPanel::fillTabs()
{
    m_columns = new ObjectTableView(tr("Columns"), this);
    m_data = new ObjectData(workbench(), m_service, m_pages);
    m_ddl = new ui::CodeEditor(ui::CodeLanguage::Sql, tr("Definition"), this);
    m_ddl->setReadOnly(true);
    m_privileges = new ObjectTableView(tr("Privileges"), this);
    m_sizeList = new ObjectTableView(tr("Sizes"), this);
    m_indexes = new ObjectTableView(tr("Index use"), this);
    auto* dependents = buildDependents();
    const auto tab = [this](QWidget* content, void (ObjectPanel::*load)()) {
        return new ObjectTab(workbench(), m_service, content, [this, load] { (this->*load)(); });
    };
    m_ddlTab = tab(m_ddl, &ObjectPanel::loadDdl);
    m_dependentsTab = tab(dependents, &ObjectPanel::loadDependents);
    m_privilegesTab = tab(m_privileges, &ObjectPanel::loadPrivileges);
    m_sizesTab = tab(m_sizeList, &ObjectPanel::loadSizes);
    m_dependentsPage = place(this);
    m_dependentsSide = place(this);
    m_dependentsHeader = new ui::PanelHeader(tr("What breaks if I drop this"), this);
    m_dependentsBox = place(this);
    m_dependentsBox->layout()->addWidget(m_dependentsHeader);
    m_dependentsBox->layout()->addWidget(m_dependentsTab);
    m_dependentsPage->layout()->addWidget(m_dependentsBox);
    m_dependentsSide->setMinimumWidth(280);
    m_dependentsSide->hide();
    for (QWidget* page : std::initializer_list<QWidget*>{m_columns, m_data->tab(), m_ddlTab,
             m_dependentsPage, m_privilegesTab, m_sizesTab, m_indexes})
        m_pages->addWidget(page);
    connect(m_sizeList, &ObjectTableView::opened, this,
        [this](const ObjectRef& ref) { openObject(ref, u"sizes"_s); });
}

QWidget* ObjectPanel::buildDependents()
{
    auto* page = new QWidget(this);
    m_dependentList = new ObjectTableView(tr("What breaks if I drop this"), page);
    connect(m_dependentList, &ObjectTableView::opened, this,
        [this](const ObjectRef& ref) { openObject(ref, u"object"_s); });
    m_dependentList->horizontalHeader()->hide(); // the groups say what the lines are
    auto* footer = new ui::PanelFooter(page);
    m_refusal = footerLabel(Token::Text2, page);
    auto* copy = new ui::Button(tr("Copy list"), ui::ButtonVariant::Link, page);
    connect(copy, &QAbstractButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(dependentsText(m_ref, m_dependents)); });
    footer->addLeft(m_refusal);
    footer->addRight(copy);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_dependentList, 1);
    layout->addWidget(footer);
    return page;
}

void ObjectPanel::buildActions()
{
    const auto add = [this](const QString& text, const QString& key, auto slot) {
        auto* action = new QAction(text, this);
        if (!key.isEmpty())
            action->setShortcut(QKeySequence(key));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        m_actions.append(action);
        return action;
    };
    add(tr("Refresh"), u"F5"_s, [this] { refresh(); });
    add(tr("Stop reading rows"), {}, [this] { m_data->stop(); });
    auto* back = add(tr("Page of rows before"), u"Alt+PgUp"_s, [this] { m_data->back(); });
    auto* next = add(tr("Next page of rows"), u"Alt+PgDown"_s, [this] { m_data->forward(); });
    add(tr("Query its rows"), {}, [this] { openObject(m_ref, u"query"_s); });
    add(tr("Copy name"), {}, [this] { QGuiApplication::clipboard()->setText(sqlName(m_ref)); });
    const auto update = [this, back, next] {
        back->setEnabled(tab() == Tab::Data && m_data->canGoBack());
        next->setEnabled(tab() == Tab::Data && m_data->canGoForward());
    };
    connect(m_data, &ObjectData::pageChanged, this, update);
    connect(m_tabs, &QTabBar::currentChanged, this, update);
    update();
}

ObjectPanel::Tab ObjectPanel::tab() const
{
    return Tab(m_tabs->currentIndex());
}

void ObjectPanel::setTab(Tab tab)
{
    if (m_tabs->isTabVisible(int(tab)))
        m_tabs->setCurrentIndex(int(tab));
    else if (tab == Tab::Dependents && m_dependentsSide->isVisible())
        m_dependentList->setFocus(Qt::OtherFocusReason);
}

void ObjectPanel::applyWhere()
{
    m_data->setWhere(m_where->text().trimmed());
    setTab(Tab::Data);
}

void ObjectPanel::showWhereProblem(const QString& words, int position)
{
    if (words.isEmpty()) {
        showRowsProblem({});
        return;
    }
    showRowsProblem(position < 0 ? tr("WHERE: %1").arg(words)
                                 : tr("WHERE, character %1: %2").arg(position + 1).arg(words));
    if (position >= 0 && position <= m_where->text().size())
        m_where->setCursorPosition(position);
}

void ObjectPanel::showRowsProblem(const QString& words)
{
    m_rowsProblem = words;
    if (!words.isEmpty())
        m_rowsStrip->say(ui::Glyph::Error, words);
    placeRowsProblem();
}

void ObjectPanel::placeRowsProblem()
{
    m_rowsStrip->setVisible(!m_rowsProblem.isEmpty() && tab() == Tab::Data);
}

void ObjectPanel::open(const Link& link)
{
    const auto parts = splitName(link.entity.name);
    m_wantedTab = tabOf(link.view).value_or(m_wantedTab);
    const auto arguments = argumentsOf(link.view);
    if (link.entity == m_link.entity && m_known) {
        for (size_t i = 0; i < m_functions.size(); ++i)
            if (arguments == m_functions[i].ref.arguments && m_functions[i].ref != m_ref)
                chooseFunction(int(i));
        setTab(m_wantedTab);
        return;
    }
    m_wantedArguments = arguments;
    if (link.entity != m_link.entity) { // a condition is one about these columns
        m_restored = false;
        m_data->forgetWhere();
        m_where->clear();
        showWhereProblem({}, -1);
    }
    m_link = link;
    m_known = false;
    m_details.reset();
    m_functions.clear();
    m_ref = {};
    if (parts) {
        m_ref.name = parts->last();
        m_ref.schema = parts->value(parts->size() - 2);
        m_prefix = joinName(parts->mid(0, std::max<qsizetype>(0, parts->size() - 2)));
    }
    m_header->setTitle(shownName(m_ref));
    m_header->setSubtitle({});
    m_owner->clear();
    showWaits({});
    Q_EMIT titleChanged();
    setState(State::Loading);
    m_frame->showLoading({tr("asking %1").arg(m_service), -1, -1});
    refreshWhenVisible();
}

bool ObjectPanel::isFor(const Link& link) const
{
    if (m_link.entity.name.isEmpty())
        return true;
    const auto arguments = argumentsOf(link.view);
    const QString own = m_known ? m_ref.arguments : m_wantedArguments.value_or(QString());
    return link.entity == m_link.entity && (!arguments || *arguments == own);
}

void ObjectPanel::openObject(const ObjectRef& ref, const QString& view)
{
    const Service* service = workbench().hub().service(m_service);
    if (!service || ref.name.isEmpty())
        return;
    QString name = joinName({ref.schema, ref.name});
    if (!m_prefix.isEmpty())
        name = m_prefix % u'.' % name;
    workbench().open(Link{{service->config.ns, name}, {}, view});
}

QJsonObject ObjectPanel::saveState() const
{
    return {{u"version"_s, 1}, {u"ns"_s, m_link.entity.ns}, {u"name"_s, m_link.entity.name},
        {u"tab"_s, QString(kTabWords[size_t(m_known ? tab() : m_wantedTab)])},
        {u"where"_s, m_where->text()}, {u"arguments"_s, m_ref.arguments},
        {u"order"_s, m_data->saveOrder()}, {u"grid"_s, m_data->grid()->saveState()}};
}

void ObjectPanel::restoreState(const QJsonObject& state)
{
    Link link;
    link.entity = {state[u"ns"_s].toString(), state[u"name"_s].toString()};
    link.view = state[u"tab"_s].toString();
    m_data->grid()->restoreState(state[u"grid"_s].toObject());
    if (!link.entity.name.isEmpty())
        open(link);
    m_data->restoreOrder(state[u"order"_s].toObject());
    if (const QString arguments = state[u"arguments"_s].toString(); !arguments.isEmpty())
        m_wantedArguments = arguments;
    m_where->setText(state[u"where"_s].toString());
    m_restored = true; // rows are read again only when the user asks for them
}

void ObjectPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    placeDependents();
}

void ObjectPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    askWaits();
}

void ObjectPanel::hideEvent(QHideEvent* event)
{
    m_askWaits.cancel();
    Panel::hideEvent(event);
}

qint64 ObjectPanel::drawnRows() const
{
    if (!m_known)
        return 0;
    switch (tab()) {
    case Tab::Columns:
        return m_columns->drawnRows();
    case Tab::Data:
        return m_data->drawnRows();
    case Tab::Dependents:
        return m_dependentList->isVisible() ? m_dependentList->drawnRows() : 0;
    case Tab::Privileges:
        return m_privileges->isVisible() ? m_privileges->drawnRows() : 0;
    case Tab::Sizes:
        return m_sizeList->isVisible() ? m_sizeList->drawnRows() : 0;
    case Tab::IndexUse:
        return m_indexes->drawnRows();
    case Tab::Ddl:
        break;
    }
    return 0;
}

} // namespace pilothouse::database
