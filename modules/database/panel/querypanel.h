// SPDX-License-Identifier: GPL-3.0-or-later
// A SQL tab: schemas at the left, editor with completion and parameters, plan beside it, results
// that stream below. What is typed is a draft on disk within two seconds.
#pragma once

#include "core/act.h"
#include "core/call.h"
#include "core/facets/search.h"
#include "database/api/query.h"
#include "ui/openwork.h"
#include "ui/panel.h"

#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

class QSplitter;

namespace pilothouse
{
class History;
}

namespace pilothouse::ui
{
class ChoiceDialog;
class CodeEditor;
class StateStrip;
} // namespace pilothouse::ui

namespace pilothouse::database
{

class CompletionCache;
class ParamBar;
class PlanView;
class QueryBar;
class QueryRunner;
class ResultPane;
class ResultsView;
class SchemaBrowser;

class QueryPanel final : public ui::Panel, public ui::OpenWork
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueryPanel)

public:
    QueryPanel(ui::Workbench& workbench, const ServiceId& service, std::shared_ptr<History> history,
        std::shared_ptr<CompletionCache> completion, QWidget* parent = nullptr);
    ~QueryPanel() override;

    QString title() const override;
    QString iconName() const override;
    ServiceId serviceId() const override { return m_service; }
    QString kind() const override;
    QList<QAction*> panelActions() const override { return m_actions; }
    void open(const Link& link) override;
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    bool hasUnsavedWork() const override;
    bool holdsOpenWork() const override;
    void askToClose(std::function<void()> close) override;
    qint64 drawnRows() const override;
    void showExample() override;

private:
    struct Piece { // what is about to run
        QString text;
        qsizetype position = 0;
        bool inTransaction = false; // one was open when it was asked for
    };
    enum class Scope { Chosen, All };

    void buildLayout();
    PlanView* plan();
    void buildActions();
    void wireRunner();
    Piece piece(Scope scope) const;
    void run(Scope scope);
    void runConfirmed(const Piece& piece);
    void explain(ExplainMode mode);
    void stopOrClose();
    void updateMode();
    void updateParams();
    void saveDraft();
    void exportRows(ResultPane* pane);
    void analyze(const QString& relation);
    QString draftKey() const;
    void forgetProblem(); // of the statement before
    void sayOnce(const Error& error, const QString& where = {});
    QString lineOf(const Error& error) const;
    QString placeOf(qsizetype position) const;
    void showEnd(const std::optional<Error>& error);

    const ServiceId m_service;
    const std::shared_ptr<History> m_history;
    const std::shared_ptr<CompletionCache> m_completion;
    QString m_id; // of the draft
    QString m_name; // chosen by the link, e.g. the table
    bool m_restored = false;
    GuardState m_guard;
    Call<Act> m_act;
    Call<std::vector<SearchItem>> m_example;

    QueryRunner* m_runner = nullptr;
    SchemaBrowser* m_browser = nullptr;
    ui::CodeEditor* m_editor = nullptr;
    ParamBar* m_params = nullptr;
    PlanView* m_plan = nullptr; // see plan()
    ResultsView* m_results = nullptr;
    ui::StateStrip* m_strip = nullptr;
    QueryBar* m_bar = nullptr;
    QSplitter* m_columns = nullptr;
    QSplitter* m_rows = nullptr;
    QSplitter* m_top = nullptr;
    QList<QAction*> m_actions;
    QTimer m_paramTimer;
    QString m_lastSaid; // of this run
    QString m_ran; // the text the results are of
    QPointer<ui::ChoiceDialog> m_closing;
    std::function<void()> m_closeAfterCommit;
};

} // namespace pilothouse::database
