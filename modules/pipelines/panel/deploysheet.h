// SPDX-License-Identifier: GPL-3.0-or-later
// DeploySheet: what a deploy of the open pipeline would change, its checks, and the button; then
// how it goes, unit by unit. Ctrl+Enter deploys, Esc closes and writes nothing.
#pragma once

#include "pipelines/panel/deployrows.h"
#include "ui/workbench.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QSplitter;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
class PanelHeader;
class StateFrame;
class StateStrip;
class TreeView;
} // namespace pilothouse::ui

namespace pilothouse::pipelines
{

class PlanDiffView;
class StageChain;

class DeploySheet final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeploySheet)

public:
    // `versions`: the folder versions are kept in.
    DeploySheet(ui::Workbench& workbench, CataloguePtr catalogue, const QString& versions,
        QWidget* parent = nullptr);

    // `text` as the document's file has it.
    void open(const Pipeline& pipeline, const QByteArray& text);
    void refresh(); // asks everything anew
    void deploy(); // asks first where the profile says so
    void rollBackTo(int version);

    DeployDesk* desk() const { return m_desk; }
    StageChain* chain() const { return m_chain; }
    ui::TreeView* units() const { return m_units; }
    ui::TreeView* checks() const { return m_checks; }
    PlanDiffView* detail() const { return m_detail; }
    QCheckBox* overwrite() const { return m_overwrite; }
    QCheckBox* tick() const { return m_tick; } // of the chosen unit: it is deployed
    QLineEdit* message() const { return m_message; }
    ui::Button* button() const { return m_deploy; }
    ui::Button* undoButton() const { return m_undo; }
    ui::Button* promoteButton() const { return m_promote; }
    QString said() const; // the line above the buttons

    QSize sizeHint() const override { return {452, 700}; }

Q_SIGNALS:
    void closed();
    void deployed(int version); // all of it
    // The server could not import what was written.
    void importFailed(const QString& node, const QString& words);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void buildLayout();
    QWidget* buildFooter();
    void fill();
    void showTree();
    void showChecks();
    void showDetail();
    void showFooter();
    void showState();
    void followRun();
    void offerVersions();
    QString title() const;
    QString why() const;

    ui::Workbench& m_workbench;
    DeployDesk* m_desk;
    ui::LazyTreeModel* m_unitModel;
    ui::LazyTreeModel* m_checkModel;
    QString m_preset; // the message as it was proposed
    bool m_asking = false; // the question is open
    DeployRun* m_told = nullptr; // whose end was told

    ui::PanelHeader* m_header = nullptr;
    ui::StateStrip* m_banner = nullptr; // on production
    StageChain* m_chain = nullptr;
    ui::StateFrame* m_frame = nullptr;
    QWidget* m_content = nullptr;
    ui::PanelHeader* m_changes = nullptr;
    ui::TreeView* m_units = nullptr;
    ui::PanelHeader* m_detailHeader = nullptr;
    ui::ElidedLabel* m_detailNote = nullptr;
    PlanDiffView* m_detail = nullptr;
    QCheckBox* m_tick = nullptr;
    QCheckBox* m_overwrite = nullptr;
    ui::PanelHeader* m_checksHeader = nullptr;
    ui::TreeView* m_checks = nullptr;
    QWidget* m_messageRow = nullptr;
    QLineEdit* m_message = nullptr;
    ui::ElidedLabel* m_place = nullptr;
    ui::ElidedLabel* m_said = nullptr;
    ui::Button* m_back = nullptr;
    ui::Button* m_cancel = nullptr;
    ui::Button* m_undo = nullptr;
    ui::Button* m_promote = nullptr;
    ui::Button* m_deploy = nullptr;
};

} // namespace pilothouse::pipelines
