// SPDX-License-Identifier: GPL-3.0-or-later
// Each level is one question to the catalogue; the filter hides rows and asks nothing.
#include "database/panel/schemabrowser.h"

#include "core/servicehub.h"
#include "database/api/admin.h"
#include "database/api/names.h"
#include "database/panel/objectwords.h"
#include "database/panel/schemanodes.h"
#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/errors/absence.h"
#include "ui/errors/errorwords.h"
#include "ui/errors/panelretry.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"
#include "ui/tree/treeview.h"
#include "ui/words.h"
#include "ui/workbench.h"

#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QJsonArray>
#include <QMenu>
#include <QVBoxLayout>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using ui::TreeNode;

namespace
{

SchemaNode whatOf(const QModelIndex& index)
{
    return index.data(ui::LazyTreeModel::DataRole).value<SchemaNode>();
}

// Functions may share a name: each is opened by its arguments.
QString viewOf(const SchemaNode& what)
{
    return what.kind == SchemaNode::Kind::Function ? functionView(what.ref.arguments) : u"object"_s;
}

QString quotedName(const ObjectRef& ref)
{
    const bool inTable = !ref.table.isEmpty() && ref.kind == ObjectKind::Column;
    if (inTable || ref.schema.isEmpty())
        return quoteName(ref.name);
    return quoteName(ref.schema) % u'.' % quoteName(ref.name);
}

} // namespace

SchemaBrowser::SchemaBrowser(ui::Workbench& workbench, const ServiceId& service, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_service(service)
{
    buildLayout();
}

SchemaBrowser::~SchemaBrowser() = default;

void SchemaBrowser::buildLayout()
{
    m_header = new ui::PanelHeader(tr("Schemas"), this);
    auto* again = new ui::IconButton(u"refresh"_s, tr("Refresh schemas"), {}, this);
    connect(again, &QAbstractButton::clicked, this, &SchemaBrowser::refresh);
    m_header->addRight(again);
    m_filter = new ui::SearchField(tr("Filter objects"), this);
    connect(m_filter, &QLineEdit::textChanged, this, &SchemaBrowser::applyFilter);

    m_model = new ui::LazyTreeModel(this);
    m_model->fetch = [this](const QModelIndex& parent) {
        fetch(parent);
    };
    m_frame = new ui::StateFrame(this);
    m_tree = new ui::TreeView(tr("Schemas and their objects"), m_frame);
    m_tree->setTreeModel(m_model);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &SchemaBrowser::showMenu);
    connect(m_tree, &ui::TreeView::nodeActivated, this, [this](const QModelIndex& index) {
        const SchemaNode what = whatOf(index);
        if (what.kind == SchemaNode::Kind::Column)
            Q_EMIT insertRequested(quotedName(what.ref));
        else if (what.kind == SchemaNode::Kind::Relation || what.kind == SchemaNode::Kind::Partition
            || what.kind == SchemaNode::Kind::Function)
            openObject(what.ref, viewOf(what));
        else
            m_tree->setExpanded(index, !m_tree->isExpanded(index));
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_filter->text().isEmpty())
            applyFilter();
    });

    m_frame->setContent(m_tree);
    m_retry = new ui::PanelRetry(
        *m_frame, m_workbench.hub(), m_service, [this] { refresh(); }, this);

    auto* filterRow = new QFrame(this);
    ui::setPlate(filterRow, ui::Token::Surface);
    auto* filterLayout = new QVBoxLayout(filterRow);
    filterLayout->setContentsMargins(10, 8, 10, 6);
    filterLayout->addWidget(m_filter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(filterRow);
    layout->addWidget(m_frame, 1);
}

void SchemaBrowser::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_asked, true))
        refresh();
}

void SchemaBrowser::refresh()
{
    m_asked = true;
    auto* catalogue = m_workbench.hub().contract<Catalogue>(m_service);
    if (!catalogue) {
        m_frame->showNotConnected(ui::absencePage(u"database"_s, m_workbench.hub(), m_service));
        return;
    }
    m_database = catalogue->database().onDone(this, [this](Result<DatabaseInfo> info) {
        if (!info)
            return; // the schemas say it
        m_entityPrefix = info->entityPrefix;
        m_header->setTitle(info->name);
        m_header->setSubtitle(info->version);
    });
    m_model->refresh();
}

void SchemaBrowser::fetch(const QModelIndex& parent)
{
    if (!parent.isValid()) {
        fetchSchemas();
        return;
    }
    const SchemaNode what = whatOf(parent);
    const QPersistentModelIndex at(parent);
    if (what.kind == SchemaNode::Kind::Schema)
        fetchSchema(at, what.ref.name);
    else if (what.kind == SchemaNode::Kind::Relation || what.kind == SchemaNode::Kind::Partition)
        fetchRelation(at, what.ref.schema, what.ref.name);
    else if (what.kind == SchemaNode::Kind::Folder)
        fetchRelation(at, what.ref.schema, what.ref.name);
}

void SchemaBrowser::fetchSchemas()
{
    auto* catalogue = m_workbench.hub().contract<Catalogue>(m_service);
    if (!catalogue)
        return;
    m_schemas = catalogue->schemas().onDone(this, [this](Result<std::vector<SchemaInfo>> schemas) {
        if (!schemas) {
            const bool have = m_model->isLoaded({});
            m_retry->failed(schemas.error(), have);
            return;
        }
        m_retry->succeeded();
        m_model->setChildren({}, schemaNodes(*schemas));
        if (schemas->empty())
            m_frame->showEmpty({u"database"_s, tr("No schema here"),
                tr("This role sees no schema in the database."), {}});
    });
}

void SchemaBrowser::failed(const QPersistentModelIndex& at, const Error& error)
{
    if (at.isValid() && error.kind != Error::Kind::Cancelled)
        m_model->setFailed(
            at, error, tr("%1 Try again").arg(ui::ErrorWords::line(error, m_service)));
}

void SchemaBrowser::fetchSchema(const QPersistentModelIndex& at, const QString& schema)
{
    auto* catalogue = m_workbench.hub().contract<Catalogue>(m_service);
    if (!catalogue)
        return;
    m_relations[schema] = catalogue->relations(schema).onDone(
        this, [this, at, schema, catalogue](Result<std::vector<RelationInfo>> relations) {
            if (!relations) {
                failed(at, relations.error());
                return;
            }
            m_functions[schema] = catalogue->functions(schema).onDone(this,
                [this, at, relations = std::move(*relations)](
                    Result<std::vector<FunctionInfo>> functions) {
                    if (!functions)
                        failed(at, functions.error());
                    else if (at.isValid())
                        m_model->setChildren(at, contentNodes(relations, *functions));
                });
        });
}

void SchemaBrowser::fetchRelation(
    const QPersistentModelIndex& at, const QString& schema, const QString& relation)
{
    auto* catalogue = m_workbench.hub().contract<Catalogue>(m_service);
    if (!catalogue)
        return;
    const TreeNode* node = m_model->node(at);
    const QString id = node ? node->id : QString();
    m_details[schema % u'\n' % relation % u'\n' % id]
        = catalogue->relation(schema, relation)
              .onDone(this, [this, at, id](Result<RelationDetails> details) {
                  if (!details) {
                      failed(at, details.error());
                      return;
                  }
                  if (!at.isValid())
                      return;
                  m_model->setChildren(at,
                      id == "indexes"_L1          ? indexNodes(*details)
                          : id == "partitions"_L1 ? partitionNodes(*details)
                                                  : relationNodes(*details));
              });
}

// Hides what does not match; a schema stays when one of its loaded objects does.
void SchemaBrowser::applyFilter()
{
    const QString text = m_filter->text().trimmed();
    m_tree->setHighlight(text);
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QModelIndex schema = m_model->index(i, 0);
        bool any = text.isEmpty() || schema.data().toString().contains(text, Qt::CaseInsensitive);
        const bool all = any;
        for (int j = 0; j < m_model->rowCount(schema); ++j) {
            const QModelIndex object = m_model->index(j, 0, schema);
            const bool match = all || m_model->kindOf(object) != ui::LazyTreeModel::Kind::Node
                || object.data().toString().contains(text, Qt::CaseInsensitive);
            m_tree->setRowHidden(j, schema, !match);
            any = any || match;
        }
        // Not loaded yet: its objects may match, so it is opened, which asks for them.
        if (!text.isEmpty() && !m_model->isLoaded(schema) && m_model->hasChildren(schema)) {
            m_model->fetchMore(schema);
            any = true;
        }
        if (!text.isEmpty() && any && !all)
            m_tree->expand(schema);
        m_tree->setRowHidden(i, {}, !any);
    }
}

void SchemaBrowser::showMenu(const QPoint& where)
{
    const QModelIndex index = m_tree->indexAt(where);
    if (!m_model->node(index))
        return;
    const SchemaNode what = whatOf(index);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool rows
        = what.kind == SchemaNode::Kind::Relation || what.kind == SchemaNode::Kind::Partition;
    if (rows || what.kind == SchemaNode::Kind::Function)
        menu->addAction(tr("Open"), this, [this, what] { openObject(what.ref, viewOf(what)); });
    if (rows)
        menu->addAction(
            tr("Query its rows"), this, [this, what] { openObject(what.ref, u"query"_s); });
    menu->addAction(tr("Put the name into the editor"), this,
        [this, what] { Q_EMIT insertRequested(quotedName(what.ref)); });
    menu->addAction(tr("Copy name"), this,
        [what] { QGuiApplication::clipboard()->setText(quotedName(what.ref)); });
    if (what.kind != SchemaNode::Kind::Folder && what.kind != SchemaNode::Kind::Column)
        addActs(*menu, what.ref);
    menu->popup(m_tree->viewport()->mapToGlobal(where));
}

void SchemaBrowser::addActs(QMenu& menu, const ObjectRef& ref)
{
    auto* admin = m_workbench.hub().contract<Admin>(m_service);
    const auto acts = admin ? admin->actsFor(ref.kind) : std::vector<AdminAct>();
    if (acts.empty())
        return;
    menu.addSeparator();
    for (const AdminAct act : acts)
        menu.addAction(actWords(act), this, [this, act, ref] {
            auto* contract = m_workbench.hub().contract<Admin>(m_service);
            if (!contract)
                return;
            m_act = contract->act(act, ref).onDone(this, [this](Result<Act> result) {
                if (!result) {
                    m_workbench.report(result.error());
                    return;
                }
                m_workbench.confirm(std::move(*result), this, [this](Task* task) {
                    if (task)
                        refresh();
                });
            });
        });
}

QString SchemaBrowser::entityName(const ObjectRef& ref) const
{
    QStringList parts{ref.schema, ref.name};
    if (ref.schema.isEmpty())
        parts.removeFirst();
    const QString name = joinName(parts);
    return m_entityPrefix.isEmpty() ? name : m_entityPrefix % u'.' % name;
}

void SchemaBrowser::openObject(const ObjectRef& ref, const QString& view)
{
    const Service* service = m_workbench.hub().service(m_service);
    if (service)
        m_workbench.open(Link{{service->config.ns, entityName(ref)}, {}, view});
}

void SchemaBrowser::answerSlashIn(QWidget* pane)
{
    m_filter->answerSlashIn(pane);
}

void SchemaBrowser::focusFilter()
{
    m_filter->setFocus();
    m_filter->selectAll();
}

qint64 SchemaBrowser::drawnRows() const
{
    return m_tree->drawnRows();
}

QJsonObject SchemaBrowser::saveState() const
{
    QJsonArray open;
    for (const QStringList& path : m_tree->openPaths())
        open.append(QJsonArray::fromStringList(path));
    return {{u"open"_s, open}};
}

void SchemaBrowser::restoreState(const QJsonObject& state)
{
    QList<QStringList> paths;
    for (const auto& value : state[u"open"_s].toArray()) {
        QStringList path;
        for (const auto& id : value.toArray())
            path.append(id.toString());
        paths.append(path);
    }
    m_tree->openPathsLater(paths);
}

} // namespace pilothouse::database
