// SPDX-License-Identifier: GPL-3.0-or-later
// What the object page asks the service, and what it does with the answers.
#include "database/panel/objectpanel.h"

#include "core/servicehub.h"
#include "database/panel/locktext.h"
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
#include "ui/errors/absence.h"
#include "ui/errors/panelretry.h"
#include "ui/states/stateframe.h"
#include "ui/workbench.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

void ObjectPanel::refresh()
{
    if (m_link.entity.name.isEmpty())
        return;
    auto* c = catalogue();
    if (!c) {
        setState(State::NotConnected);
        m_frame->showNotConnected(ui::absencePage(u"table"_s, workbench().hub(), m_service));
        return;
    }
    if (m_askRelation.running() || m_askFunctions.running())
        return;
    m_frame->showLoading({tr("asking %1").arg(m_service), -1, -1}, m_known);
    if (isFunction(m_ref.kind)) {
        askFunctions();
        return;
    }
    m_askRelation = c->relation(m_ref.schema, m_ref.name)
                        .onDone(this, [this](Result<RelationDetails> details) {
                            if (details)
                                showRelation(std::move(*details));
                            else if (details.error().kind == Error::Kind::NotFound)
                                askFunctions(); // the link does not say what it names
                            else
                                failed(details.error());
                        });
}

void ObjectPanel::askFunctions()
{
    auto* c = catalogue();
    if (!c)
        return;
    m_askFunctions = c->functions(m_ref.schema)
                         .onDone(this, [this](Result<std::vector<FunctionInfo>> functions) {
                             if (functions)
                                 showFunctions(std::move(*functions));
                             else
                                 failed(functions.error());
                         });
}

void ObjectPanel::failed(const Error& error)
{
    m_retry->failed(error, m_known);
    setState(m_known ? State::Stale : State::Error);
}

void ObjectPanel::showRelation(RelationDetails details)
{
    const bool other = !m_known || details.relation.ref != m_ref;
    m_details = std::move(details);
    m_functions.clear();
    m_overloads->hide();
    m_ref = m_details->relation.ref;
    if (other)
        m_sizes.reset();
    m_columns->setTable(columnsTable(*m_details));
    m_indexes->setTable(indexTable(*m_details));
    m_tabs->setCount(int(Tab::Columns), int(m_details->columns.size()));
    m_tabs->setCount(int(Tab::IndexUse), int(m_details->indexes.size()));
    m_facts->show(m_details->relation, m_sizes);
    showObject();
    if (hasSizes(m_ref.kind) && !m_sizesTab->isVisible())
        loadSizes(); // the figures above the tabs
}

void ObjectPanel::showFunctions(std::vector<FunctionInfo> functions)
{
    const QString chosen = m_known ? m_ref.arguments : m_wantedArguments.value_or(QString());
    std::erase_if(functions, [&](const FunctionInfo& f) { return f.ref.name != m_ref.name; });
    if (functions.empty()) {
        m_known = false;
        m_retry->succeeded();
        m_frame->showEmpty({u"table"_s, tr("%1 is not there").arg(shownName(m_ref)),
            tr("It was dropped or renamed, or this role may not see it."), {}});
        setState(State::Empty);
        return;
    }
    m_functions = std::move(functions);
    m_details.reset();
    size_t at = 0;
    m_overloads->clear();
    for (size_t i = 0; i < m_functions.size(); ++i) {
        m_overloads->addItem(u'(' % m_functions[i].ref.arguments % u')');
        if (m_functions[i].ref.arguments == chosen)
            at = i;
    }
    m_overloads->setCurrentIndex(int(at));
    m_overloads->setVisible(m_functions.size() > 1);
    m_ref = m_functions[at].ref;
    showObject();
}

void ObjectPanel::chooseFunction(int index)
{
    m_overloads->setCurrentIndex(index);
    m_ref = m_functions[size_t(index)].ref;
    showObject();
}

void ObjectPanel::showObject()
{
    const bool relation = m_details.has_value();
    m_header->setIconName(iconOf(m_ref.kind));
    m_header->setTitle(shownName(m_ref));
    QStringList facts;
    if (hasSiblings())
        facts << m_service;
    if (relation && !m_details->partitionKey.isEmpty()) {
        facts << tr("partitioned by %1").arg(m_details->partitionKey)
              << tr("%n partition(s)", nullptr, int(m_details->partitions.size()));
    } else {
        facts << kindWords(m_ref.kind);
    }
    if (relation) {
        if (!m_details->relation.comment.isEmpty())
            facts << m_details->relation.comment;
        m_owner->setText(tr("owner %1").arg(m_details->relation.owner));
    } else {
        const auto f = std::find_if(m_functions.begin(), m_functions.end(),
            [&](const FunctionInfo& info) { return info.ref == m_ref; });
        facts << u'(' % f->ref.arguments % u')' % (f->result.isEmpty() ? u""_s : u" → "_s)
                % f->result
              << f->language << f->volatility;
        if (f->securityDefiner)
            facts << tr("runs as its owner");
        m_owner->clear();
    }
    m_header->setSubtitle(facts.join(u", "_s));
    m_facts->setVisible(relation && hasSizes(m_ref.kind));
    m_where->setVisible(relation && hasRows(m_ref.kind));

    m_tabs->setTabVisible(int(Tab::Columns), relation);
    m_tabs->setTabVisible(int(Tab::Data), relation && hasRows(m_ref.kind));
    m_tabs->setTabVisible(int(Tab::Sizes), relation && hasSizes(m_ref.kind));
    m_tabs->setTabVisible(int(Tab::IndexUse), relation && hasSizes(m_ref.kind));
    const bool first = !m_known;
    m_known = true;
    placeDependents();
    if (first) {
        m_tabs->setCount(int(Tab::Dependents), -1);
        m_tabs->setCount(int(Tab::Privileges), -1);
    }
    for (ObjectTab* t : {m_ddlTab, m_dependentsTab, m_privilegesTab, m_sizesTab}) {
        if (first || !relation)
            t->restart(); // another overload is another object
        else
            t->expire();
    }
    if (relation && hasRows(m_ref.kind)) {
        if (first && m_restored)
            m_data->setWhere(m_where->text().trimmed());
        m_data->setObject(m_ref, keyColumns(*m_details), std::exchange(m_restored, false));
    }
    rebuildActs();
    askWaits();
    if (first) {
        setTab(m_wantedTab);
        if (!m_tabs->isTabVisible(m_tabs->currentIndex()))
            setTab(relation ? Tab::Columns : Tab::Ddl);
    }
    m_retry->succeeded();
    setState(State::Ready);
    Q_EMIT titleChanged();
}

void ObjectPanel::loadDdl()
{
    if (auto* c = catalogue())
        m_askDdl = c->ddl(m_ref).onDone(this, [this](Result<QString> ddl) {
            if (!ddl) {
                m_ddlTab->failed(ddl.error());
                return;
            }
            if (m_ddl->text() != *ddl)
                m_ddl->setText(*ddl);
            m_ddlTab->arrived();
        });
}

void ObjectPanel::loadDependents()
{
    if (auto* c = catalogue())
        m_askDependents
            = c->dependents(m_ref).onDone(this, [this](Result<std::vector<Dependent>> dependents) {
                  if (dependents)
                      showDependents(std::move(*dependents));
                  else
                      m_dependentsTab->failed(dependents.error());
              });
}

void ObjectPanel::showDependents(std::vector<Dependent> dependents)
{
    m_dependents = std::move(dependents);
    m_dependentsHeader->setSubtitle(tr("%n dependent(s)", nullptr, int(m_dependents.size())));
    m_tabs->setCount(int(Tab::Dependents), int(m_dependents.size()));
    if (m_dependents.empty()) {
        m_dependentsTab->arrivedEmpty({u"check"_s, tr("Nothing here depends on it"),
            tr("The server records no dependent, and no function body names it. Programs outside "
               "the database are not known here."),
            {}});
        return;
    }
    m_dependentList->setTable(dependentsTable(m_dependents));
    const auto held = std::count_if(m_dependents.begin(), m_dependents.end(),
        [](const Dependent& d) { return d.certainty == Dependent::Certainty::Dropped; });
    m_refusal->setText(held > 0
            ? tr("DROP is refused without CASCADE: %n object(s) hold on to it", nullptr, int(held))
            : tr("DROP goes through; what names it fails at its next run"));
    m_dependentsTab->arrived();
}

void ObjectPanel::placeDependents()
{
    const bool beside = width() >= kSideFrom && m_known;
    QWidget* place = beside ? m_dependentsSide : m_dependentsPage;
    if (m_dependentsBox->parentWidget() != place) {
        const bool chosen = tab() == Tab::Dependents;
        place->layout()->addWidget(m_dependentsBox);
        m_dependentsBox->show();
        if (beside && chosen)
            setTab(m_details ? Tab::Columns : Tab::Ddl);
    }
    m_dependentsSide->setVisible(beside);
    m_tabs->setTabVisible(int(Tab::Dependents), !beside);
}

void ObjectPanel::askWaits()
{
    auto* activity = workbench().hub().contract<Activity>(m_service);
    if (!activity || !m_known || !m_details || m_askWaits.running())
        return;
    m_askWaits = activity->snapshot().onDone(this, [this](Result<ActivitySnapshot> snapshot) {
        showWaits(snapshot ? *snapshot : ActivitySnapshot()); // what is not known is not shown
    });
}

void ObjectPanel::showWaits(const ActivitySnapshot& snapshot)
{
    const RelationWait wait = waitOn(snapshot, m_ref.schema % u'.' % m_ref.name);
    m_blocker = wait.blocker;
    if (wait.sessions > 0) {
        m_waits->setState(ui::Glyph::Warn, LockText::waitLine(wait, snapshot.serverTime));
        m_waits->setToolTip(wait.blocker > 0
                ? tr("%n session(s) wait, held up by %1", nullptr, wait.sessions).arg(wait.blocker)
                : tr("%n session(s) wait", nullptr, wait.sessions));
    }
    m_waits->setVisible(wait.sessions > 0);
    m_inspect->setVisible(wait.sessions > 0);
}

// What tells most about an object is its rows, with what stands on it beside them.
void ObjectPanel::showExample()
{
    m_wantedTab = Tab::Data;
    if (m_known)
        setTab(Tab::Data);
    auto* search = workbench().hub().facet<SearchFacet>(m_service);
    if (!m_link.entity.name.isEmpty() || !search)
        return;
    constexpr int kLooked = 200;
    m_askExample
        = search->snapshot(kLooked).onDone(this, [this](Result<std::vector<SearchItem>> items) {
              for (const SearchItem& item : items ? *items : std::vector<SearchItem>())
                  if (item.kind.contains("table"_L1)) {
                      open(Link{item.entity, {}, u"data"_s});
                      return;
                  }
          });
}

void ObjectPanel::loadPrivileges()
{
    if (auto* c = catalogue())
        m_askPrivileges
            = c->privileges(m_ref).onDone(this, [this](Result<std::vector<Privilege>> privileges) {
                  if (!privileges) {
                      m_privilegesTab->failed(privileges.error());
                      return;
                  }
                  m_tabs->setCount(int(Tab::Privileges), int(privileges->size()));
                  m_privileges->setTable(privilegesTable(*privileges));
                  m_privilegesTab->arrived();
              });
}

void ObjectPanel::loadSizes()
{
    auto* c = catalogue();
    if (!c || !m_details)
        return;
    m_askSizes
        = c->sizes(m_ref.schema, m_ref.name).onDone(this, [this](Result<RelationSizes> sizes) {
              if (!m_details)
                  return;
              if (!sizes) {
                  m_sizesTab->failed(sizes.error());
                  return;
              }
              m_sizes = *sizes;
              m_facts->show(m_details->relation, m_sizes);
              m_sizeList->setTable(sizesTable(*sizes, *m_details));
              m_sizesTab->arrived();
          });
}

void ObjectPanel::rebuildActs()
{
    qDeleteAll(m_acts);
    m_acts.clear();
    auto* admin = workbench().hub().contract<Admin>(m_service);
    for (const AdminAct act : admin ? admin->actsFor(m_ref.kind) : std::vector<AdminAct>()) {
        auto* action = new QAction(actWords(act), this);
        connect(action, &QAction::triggered, this, [this, act] { perform(act); });
        m_acts.append(action);
    }
    updateActs();
}

void ObjectPanel::updateActs()
{
    const Service* service = workbench().hub().service(m_service);
    const bool may = service && service->gate->allows();
    for (QAction* action : std::as_const(m_acts)) {
        action->setEnabled(may);
        action->setToolTip(may ? QString() : tr("Writes are off for this connection"));
    }
}

void ObjectPanel::perform(AdminAct act)
{
    auto* admin = workbench().hub().contract<Admin>(m_service);
    if (!admin)
        return;
    m_askAct = admin->act(act, m_ref).onDone(this, [this](Result<Act> result) {
        if (!result) {
            workbench().report(result.error());
            return;
        }
        workbench().confirm(std::move(*result), this, [this](Task* task) {
            if (task)
                refreshWhenVisible();
        });
    });
}

} // namespace pilothouse::database
