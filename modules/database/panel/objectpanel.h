// SPDX-License-Identifier: GPL-3.0-or-later
// The page of one object: what it is, what it holds, and who needs it.
#pragma once

#include "core/call.h"
#include "core/facets/search.h"
#include "database/api/activity.h"
#include "database/api/admin.h"
#include "database/api/catalogue.h"
#include "ui/oneobject.h"
#include "ui/panel.h"

#include <optional>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace pilothouse::ui
{
class Button;
class CodeEditor;
class IconButton;
class PanelHeader;
class PanelRetry;
class SearchField;
class StateStrip;
class StatusChip;
class StateFrame;
} // namespace pilothouse::ui

namespace pilothouse::database
{

class ObjectData;
class ObjectFacts;
class ObjectTab;
class ObjectTabBar;
class ObjectTableView;

class ObjectPanel final : public ui::Panel, public ui::OneObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ObjectPanel)

public:
    // In the order of the tab bar; the word is what a link's view and the saved state say.
    enum class Tab { Columns, Data, Ddl, Dependents, Privileges, Sizes, IndexUse };

    ObjectPanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);
    ~ObjectPanel() override;

    QString title() const override;
    QString iconName() const override;
    ServiceId serviceId() const override { return m_service; }
    QString kind() const override;
    QList<QAction*> panelActions() const override { return m_actions + m_acts; }
    // The last two parts of the entity's name are schema and name; functions too.
    void open(const Link& link) override;
    bool isFor(const Link& link) const override;
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    qint64 drawnRows() const override;
    void showExample() override; // rows and dependents of the object, or of a telling one

protected:
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    static constexpr int kSideFrom = 1080; // room for rows and dependents side by side
    static constexpr int kSideWidth = 420;

    void buildLayout();
    QWidget* buildTabRow();
    QWidget* buildDependents();
    void placeDependents(); // beside the pages where there is room, else a tab
    void askWaits();
    void showWaits(const ActivitySnapshot& snapshot);
    void buildActions();
    void fillTabs();
    void askFunctions();
    void showRelation(RelationDetails details);
    void showFunctions(std::vector<FunctionInfo> functions);
    void chooseFunction(int index);
    void showObject(); // m_ref is known: header, tabs, acts
    void failed(const Error& error);
    void loadDdl();
    void loadDependents();
    void loadPrivileges();
    void loadSizes();
    void showDependents(std::vector<Dependent> dependents);
    void rebuildActs();
    void updateActs();
    void perform(AdminAct act);
    void setTab(Tab tab);
    Tab tab() const;
    void applyWhere();
    void showWhereProblem(const QString& words, int position);
    void showRowsProblem(const QString& words);
    void placeRowsProblem();
    void openObject(const ObjectRef& ref, const QString& view);
    Catalogue* catalogue() const;
    bool hasSiblings() const; // more than one connection in the profile

    const ServiceId m_service;
    Link m_link;
    QString m_prefix; // of entity names, from the link
    ObjectRef m_ref;
    Tab m_wantedTab = Tab::Columns;
    bool m_known = false; // the server has described m_ref
    std::optional<QString> m_wantedArguments; // of a function, by the link to it
    bool m_restored = false;
    std::optional<RelationDetails> m_details;
    std::vector<FunctionInfo> m_functions; // of this name, one for each list of arguments
    std::optional<RelationSizes> m_sizes;
    std::vector<Dependent> m_dependents;
    int m_blocker = 0; // who holds up the sessions that wait for this object

    ui::StateFrame* m_frame = nullptr;
    ui::PanelRetry* m_retry = nullptr;
    ui::PanelHeader* m_header = nullptr;
    QComboBox* m_overloads = nullptr;
    QLabel* m_owner = nullptr;
    ui::IconButton* m_menu = nullptr;
    ui::StatusChip* m_waits = nullptr;
    ui::Button* m_inspect = nullptr;
    ObjectTabBar* m_tabs = nullptr;
    ui::SearchField* m_where = nullptr;
    ui::StateStrip* m_rowsStrip = nullptr; // what the server says about the question for rows
    QString m_rowsProblem; // empty: none
    ObjectFacts* m_facts = nullptr;
    QStackedWidget* m_pages = nullptr;
    ObjectTableView* m_columns = nullptr;
    ObjectData* m_data = nullptr;
    ui::CodeEditor* m_ddl = nullptr;
    ObjectTab* m_ddlTab = nullptr;
    ObjectTableView* m_dependentList = nullptr;
    ui::PanelHeader* m_dependentsHeader = nullptr;
    QWidget* m_dependentsBox = nullptr; // header and list, in one of two places
    QWidget* m_dependentsPage = nullptr; // the place in the pages
    QWidget* m_dependentsSide = nullptr; // the place beside them
    QLabel* m_refusal = nullptr;
    ObjectTab* m_dependentsTab = nullptr;
    ObjectTableView* m_privileges = nullptr;
    ObjectTab* m_privilegesTab = nullptr;
    ObjectTableView* m_sizeList = nullptr;
    ObjectTab* m_sizesTab = nullptr;
    ObjectTableView* m_indexes = nullptr;
    QList<QAction*> m_actions;
    QList<QAction*> m_acts;

    Call<RelationDetails> m_askRelation;
    Call<std::vector<FunctionInfo>> m_askFunctions;
    Call<QString> m_askDdl;
    Call<std::vector<Dependent>> m_askDependents;
    Call<std::vector<Privilege>> m_askPrivileges;
    Call<RelationSizes> m_askSizes;
    Call<Act> m_askAct;
    Call<ActivitySnapshot> m_askWaits;
    Call<std::vector<SearchItem>> m_askExample;
};

} // namespace pilothouse::database
