// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of schemas, relations, columns, indexes, partitions and functions of one database,
// loaded level by level, with a filter over everything that is named.
#pragma once

#include "core/act.h"
#include "core/call.h"
#include "core/service.h"
#include "database/api/catalogue.h"

#include <QJsonObject>
#include <QPointer>
#include <QWidget>

#include <map>

class QMenu;

namespace pilothouse::ui
{
class LazyTreeModel;
class PanelHeader;
class PanelRetry;
class SearchField;
class StateFrame;
class TreeView;
class Workbench;
struct TreeNode;
} // namespace pilothouse::ui

namespace pilothouse::database
{

class SchemaBrowser final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SchemaBrowser)

public:
    SchemaBrowser(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);
    ~SchemaBrowser() override;

    void refresh();
    void focusFilter();
    // "/" anywhere in the pane focuses the filter.
    void answerSlashIn(QWidget* pane);
    qint64 drawnRows() const;
    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);

Q_SIGNALS:
    void insertRequested(const QString& text); // quoted name for the editor

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum class Level { Root, Schema, Relation, Folder };

    void buildLayout();
    void fetch(const QModelIndex& parent);
    void fetchSchemas();
    void fetchSchema(const QPersistentModelIndex& at, const QString& schema);
    void fetchRelation(
        const QPersistentModelIndex& at, const QString& schema, const QString& relation);
    void applyFilter();
    void showMenu(const QPoint& where);
    void addActs(QMenu& menu, const ObjectRef& ref);
    void openObject(const ObjectRef& ref, const QString& view);
    void failed(const QPersistentModelIndex& at, const Error& error);
    QString entityName(const ObjectRef& ref) const;

    ui::Workbench& m_workbench;
    const ServiceId m_service;
    ui::PanelHeader* m_header = nullptr;
    ui::SearchField* m_filter = nullptr;
    ui::StateFrame* m_frame = nullptr;
    ui::PanelRetry* m_retry = nullptr;
    ui::LazyTreeModel* m_model = nullptr;
    ui::TreeView* m_tree = nullptr;

    QString m_entityPrefix;
    bool m_asked = false;
    Call<DatabaseInfo> m_database;
    Call<std::vector<SchemaInfo>> m_schemas;
    std::map<QString, Call<std::vector<RelationInfo>>> m_relations; // by schema
    std::map<QString, Call<std::vector<FunctionInfo>>> m_functions;
    std::map<QString, Call<RelationDetails>> m_details; // by "schema\nname"
    std::map<QString, std::vector<RelationInfo>> m_relationsCame;
    Call<Act> m_act;
};

} // namespace pilothouse::database
