// SPDX-License-Identifier: GPL-3.0-or-later
// BelowPane: what lies below the canvas: the code that is generated, its difference to what is
// deployed, the document, a sample of an edge's data, the log of a streaming job.
#pragma once

#include "pipelines/deploy/codedraft.h"
#include "pipelines/deploy/jobhost.h"
#include "pipelines/session/sessionbook.h"

#include <QFrame>
#include <QTimer>

class QComboBox;
class QStackedWidget;

namespace pilothouse::ui
{
class CodeEditor;
class ElidedLabel;
class IconButton;
class PanelHeader;
class SegmentedControl;
class StateFrame;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::pipelines
{

class DataPane;
class PlanDiffView;

class BelowPane final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BelowPane)

public:
    enum Page { Code, Difference, Document, Data, Log };

    // `versions`: the folder versions are kept in.
    BelowPane(ui::Workbench& workbench, CataloguePtr catalogue, const QString& versions,
        QWidget* parent = nullptr);

    void setSession(SessionPtr session);
    void setTarget(const Target& target);
    void setAirflow(const ServiceId& airflow); // where it is deployed
    void setChosen(const QString& node, const Edge* edge);
    void showLog(const QString& job); // of a streaming job
    void showTheirs(const QByteArray& text); // of the file, as somebody else has it
    void showPage(Page page);
    Page page() const;
    void soon(); // something was edited
    void refresh(); // asks again what the page shows

    QString documentText() const;
    const CodeDraft& draft() const { return *m_draft; }
    DataPane* data() const { return m_data; }
    ui::CodeEditor* code() const { return m_code; }
    PlanDiffView* difference() const { return m_difference; }
    ui::CodeEditor* log() const { return m_log; }
    QComboBox* files() const { return m_files; }
    QString title() const;
    QString subtitle() const { return m_subtitle; }

Q_SIGNALS:
    void drafted(); // code and versions are known anew

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildLayout();
    void work();
    void onDraft();
    void chooseFile(); // of the chosen node
    void fill();
    void fillCode();
    void fillDifference();
    void readText();
    void readLog();
    void say(const QString& subtitle);
    const GeneratedFile* file() const;

    ui::Workbench& m_workbench;
    const CataloguePtr m_catalogue;
    CodeDraft* m_draft;
    SessionPtr m_session;
    Target m_target;
    ServiceId m_airflow;
    QString m_node;
    std::optional<Edge> m_edge;
    bool m_newEdge = false; // it was not looked at yet
    QString m_job;
    QString m_subtitle;
    QString m_theirs;
    QTimer m_soon, m_logPace;
    Lane<> m_lane;
    Call<QByteArray> m_textCall;
    Call<QByteArray> m_logCall;

    ui::PanelHeader* m_header = nullptr;
    ui::SegmentedControl* m_pages = nullptr;
    QComboBox* m_files = nullptr;
    ui::IconButton* m_copy = nullptr;
    ui::IconButton* m_again = nullptr;
    ui::StateFrame* m_frame = nullptr; // of code and difference
    QStackedWidget* m_stack = nullptr;
    ui::CodeEditor* m_code = nullptr;
    PlanDiffView* m_difference = nullptr;
    ui::CodeEditor* m_text = nullptr;
    DataPane* m_data = nullptr;
    ui::CodeEditor* m_log = nullptr;
};

} // namespace pilothouse::pipelines
