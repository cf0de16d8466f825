// SPDX-License-Identifier: GPL-3.0-or-later
// AccessPane: the access rules of the cluster, or those that hold for one topic; a new one with its
// preview, and removing those chosen.
#pragma once

#include "streams/api/access.h"
#include "streams/panel/servicepane.h"

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;

namespace pilothouse::ui
{
class Button;
class PanelHeader;
class SearchField;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class SheetTable;
class TextRows;

class AccessPane final : public ServicePane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccessPane)

public:
    AccessPane(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);

    void refresh() override;
    void showTopic(const QString& topic); // rules that hold for it; empty: all
    SheetTable* ruleList() const { return m_list; }
    void openForm();
    void closeForm();
    QWidget* form() const { return m_form; }
    QLineEdit* principalField() const { return m_principal; }
    QLineEdit* nameField() const { return m_name; }
    QComboBox* operationField() const { return m_operation; }
    QComboBox* permissionField() const { return m_permission; }
    QString preview() const;
    AccessRule typed() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    QWidget* buildForm(QWidget* parent);
    void fill();
    void fit();
    void edited();
    void addTyped();
    void removeChosen();
    void judge() override;

    std::optional<std::vector<AccessRule>> m_rules;
    QString m_topic;
    Call<std::vector<AccessRule>> m_call;

    TextRows* m_rows = nullptr;
    ui::PanelHeader* m_header = nullptr;
    ui::SearchField* m_filter = nullptr;
    SheetTable* m_list = nullptr;
    ui::Button* m_new = nullptr;
    ui::Button* m_remove = nullptr;
    QAction* m_removeAct = nullptr;
    QWidget* m_form = nullptr;
    QComboBox* m_permission = nullptr;
    QLineEdit* m_principal = nullptr;
    QComboBox* m_operation = nullptr;
    QComboBox* m_resource = nullptr;
    QLineEdit* m_name = nullptr;
    QComboBox* m_pattern = nullptr;
    QLineEdit* m_host = nullptr;
    QLabel* m_preview = nullptr;
    ui::Button* m_add = nullptr;
};

// True when the rule says something about this topic.
bool holdsFor(const AccessRule& rule, const QString& topic);

} // namespace pilothouse::streams
