// SPDX-License-Identifier: GPL-3.0-or-later
// AdminPanel: the server itself: its parts, pools, variables, connections, assets, import errors,
// deadlines that were missed.
#pragma once

#include "core/call.h"
#include "ui/panel.h"
#include "workflow/api/admin.h"
#include "workflow/api/dags.h"
#include "workflow/api/runs.h"
#include "workflow/panel/adminedits.h"

class QLabel;
class QPlainTextEdit;
class QSpinBox;
class QSplitter;
class QTableWidget;

namespace pilothouse::ui
{
class Button;
class PanelHeader;
class PanelRetry;
class SearchField;
class SegmentedControl;
class StateFrame;
} // namespace pilothouse::ui

namespace pilothouse::workflow
{

class AdminPanel final : public ui::Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdminPanel)

public:
    enum View { Parts, Pools, Variables, Connections, Assets, Errors, Deadlines };

    AdminPanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);
    ~AdminPanel() override;

    QString title() const override;
    QString iconName() const override;
    ServiceId serviceId() const override { return m_service; }
    QString kind() const override;
    QList<QAction*> panelActions() const override { return m_actions; }
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    qint64 drawnRows() const override;
    bool hasUnsavedWork() const override { return !m_edits.isEmpty(); }

    static QStringList viewNames();
    static QJsonObject stateOf(int view); // that opens it there
    void setView(int view);
    QTableWidget* table() const { return m_table; }
    QSpinBox* numberField() const { return m_number; }
    QPlainTextEdit* textField() const { return m_detail; }
    ui::Button* setButton() const { return m_set; }
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Line {
        QStringList texts;
        QString detail; // shown below when the line is chosen
        std::function<Act()> act; // of the button; null: none
        // What may be set: a number in the footer, or the whole text below; null: neither.
        std::function<Act(int)> setNumber = {};
        std::function<Act(const QString&)> setText = {};
        int number = 0;
        QString key = {}; // whose edit it is
        bool masked = false; // its value is not shown
    };
    void buildLayout();
    void buildActions();
    void take(const QStringList& heads, std::vector<Line> lines);
    void failed(const Error& error);
    void filter();
    void choose();
    void read(); // in a window of its own
    void edited();
    void tellUnsaved();
    void send(Act act, const QString& key);
    const Line* line() const; // the chosen one
    template <class T, class F>
    void list(Result<T> answer, const QStringList& heads, F line);
    void showParts(Result<ServerState> answer);
    void showPools(Result<std::vector<PoolInfo>> answer);
    void showMissed(Result<std::vector<DeadlineInfo>> answer);
    void askView();

    const ServiceId m_service;
    std::vector<Line> m_lines;
    bool m_have = false;
    bool m_filling = false; // not by the user
    AdminEdits m_edits;
    bool m_unsaved = false; // as last told

    Call<ServerState> m_partsCall;
    Call<std::vector<PoolInfo>> m_poolsCall;
    Call<std::vector<VariableInfo>> m_variablesCall;
    Call<std::vector<ConnectionInfo>> m_connectionsCall;
    Call<std::vector<AssetInfo>> m_assetsCall;
    Call<std::vector<ImportError>> m_errorsCall;
    Call<std::vector<DeadlineInfo>> m_missedCall;

    ui::StateFrame* m_frame = nullptr;
    ui::PanelRetry* m_retry = nullptr;
    ui::PanelHeader* m_header = nullptr;
    ui::SegmentedControl* m_views = nullptr;
    ui::SearchField* m_filter = nullptr;
    QWidget* m_filterRow = nullptr; // where it stands in a narrow panel
    QTableWidget* m_table = nullptr;
    QSplitter* m_split = nullptr;
    QPlainTextEdit* m_detail = nullptr;
    QLabel* m_numberName = nullptr;
    QSpinBox* m_number = nullptr;
    ui::Button* m_set = nullptr;
    ui::Button* m_act = nullptr;
    QList<QAction*> m_actions;
};

} // namespace pilothouse::workflow
