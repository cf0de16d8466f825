// SPDX-License-Identifier: GPL-3.0-or-later
// SchemasPane: the subjects of the schema registry, their versions, what changed between two of
// them, and a new version that is checked before it is registered.
#pragma once

#include "streams/api/schemas.h"
#include "streams/panel/servicepane.h"

#include <QTimer>

#include <map>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace pilothouse::ui
{
class Button;
class CodeEditor;
class PanelHeader;
class SearchField;
class SegmentedControl;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class DiffView;
class SheetTable;
class TextRows;

class SchemasPane final : public ServicePane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SchemasPane)

public:
    enum View { Text, Difference, Edit };

    SchemasPane(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);

    void refresh() override;
    void showSubject(const QString& subject);
    QString subject() const { return m_subject; }
    int version() const { return m_version; } // 0: none
    void showView(View view);
    View view() const;

    SheetTable* subjectList() const { return m_subjects; }
    SheetTable* versionList() const { return m_versions; }
    ui::CodeEditor* editor() const { return m_edit; }
    ui::CodeEditor* text() const { return m_text; }
    DiffView* difference() const { return m_diff; }
    QComboBox* levelField() const { return m_level; }
    QString verdict() const;
    ui::Button* registerButton() const { return m_register; }
    bool hasEdits() const; // of any subject, not registered

Q_SIGNALS:
    void editsChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildLayout();
    QWidget* buildSide(QWidget* parent);
    void fillSubjects();
    void showSubjects(); // those with edits are marked
    void askSubject();
    void askVersions();
    void askSchema(int version);
    void showSchema();
    void check();
    void tookCheck(const QString& text, const Result<Compatibility>& answer);
    void forgetCheck(); // another text, version or level
    void registerEdited();
    void sendEdited();
    void startEdit(); // with the text of the subject, or what was typed before
    void keepEdit();
    void discardEdit();
    QString draftKey(const QString& subject) const;
    void markEdits();
    void changeLevel(const QString& level);
    void judge() override;
    std::optional<SchemaInfo> edited() const;
    const SchemaInfo* shown(int version) const;
    // What the shown one is compared with: the other chosen one, else the one before; 0: none.
    int versionBefore() const;

    std::optional<QStringList> m_live;
    QStringList m_deleted;
    QString m_subject;
    QString m_wanted; // to be chosen once the subjects are there
    int m_version = 0;
    std::vector<int> m_numbers;
    std::map<int, SchemaInfo> m_schemas; // of the subject, by version
    QString m_levelNow;
    QString m_editOf; // subject whose text is being edited
    int m_editVersion = 0; // which it began with
    bool m_filling = false; // the editor, not typed
    // What the registry said of the text in the editor.
    enum class Check { None, Asking, Fits, Clashes, Cannot, Failed };
    Check m_checked = Check::None;
    bool m_sendChecked = false; // it is registered once it is known to fit
    QTimer m_checkSoon;

    Call<QStringList> m_subjectsCall;
    Call<QStringList> m_deletedCall;
    Call<std::vector<int>> m_versionsCall;
    Call<QString> m_levelCall;
    Call<SchemaInfo> m_schemaCall;
    Call<SchemaInfo> m_beforeCall;
    Call<Compatibility> m_checkCall;

    TextRows* m_subjectRows = nullptr;
    TextRows* m_versionRows = nullptr;
    ui::SearchField* m_filter = nullptr;
    SheetTable* m_subjects = nullptr;
    SheetTable* m_versions = nullptr;
    ui::PanelHeader* m_header = nullptr;
    QComboBox* m_level = nullptr;
    ui::SegmentedControl* m_views = nullptr;
    QStackedWidget* m_stack = nullptr;
    ui::CodeEditor* m_text = nullptr;
    DiffView* m_diff = nullptr;
    ui::CodeEditor* m_edit = nullptr;
    QLabel* m_verdict = nullptr;
    ui::Button* m_check = nullptr;
    ui::Button* m_register = nullptr;
    ui::Button* m_discard = nullptr;
};

// As it is read: Avro and JSON on lines of their own.
QString schemaText(const SchemaInfo& schema);

} // namespace pilothouse::streams
