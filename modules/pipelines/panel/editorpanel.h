// SPDX-License-Identifier: GPL-3.0-or-later
// EditorPanel: one pipeline document: kinds at the left, the canvas, the inspector at the right,
// below the code, data and log, and what is wrong.
#pragma once

#include "pipelines/api/target.h"
#include "pipelines/session/sessionbook.h"
#include "ui/oneobject.h"
#include "ui/panel.h"

#include <QTimer>

class QAction;
class QHBoxLayout;
class QLabel;
class QSplitter;

namespace pilothouse::ui
{
class Button;
class Chip;
class ElidedLabel;
class IconButton;
class SegmentedControl;
class StateFrame;
class StateStrip;
} // namespace pilothouse::ui

namespace pilothouse::pipelines
{

class BelowPane;
class CompareBar;
class DeployedChip;
class DeployDock;
class Inspector;
class NodePalette;
class PipelineCanvas;
class ProblemPane;
class TargetFacts;

class EditorPanel final : public ui::Panel, public ui::OneObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditorPanel)

public:
    EditorPanel(ui::Workbench& workbench, std::shared_ptr<SessionBook> book, CataloguePtr catalogue,
        QWidget* parent = nullptr);
    ~EditorPanel() override;

    QString title() const override;
    QString iconName() const override;
    QString kind() const override;
    QList<QAction*> panelActions() const override { return m_actions; }
    void refresh() override;
    QJsonObject saveState() const override;
    // {"file": …, "pipeline": …} or {"draft": …}
    void restoreState(const QJsonObject& state) override;
    bool hasUnsavedWork() const override;
    bool isFor(const Link& link) const override; // a document is opened by its file
    bool shows(const QJsonObject& state) const override;
    qint64 drawnRows() const override;
    void showExample() override;

    // Files of kinds that are left out, in words: at the end of the palette.
    void setBrokenKinds(const QStringList& words);
    void openFile(const QString& file, const QString& pipeline = {});
    void createNew(const Pipeline& pipeline);
    DocumentSession* session() const { return m_session.get(); }
    PipelineCanvas* canvas() const { return m_canvas; }
    Inspector* inspector() const { return m_inspector; }
    NodePalette* palette() const { return m_palette; }
    NodePalette* picker() const { return m_picker; } // over the canvas
    ProblemPane* problems() const { return m_problems; }
    DeployDock* dock() const { return m_dock; }
    DeployedChip* deployed() const { return m_deployed; }
    TargetFacts* facts() const { return m_facts; }
    BelowPane* below() const { return m_below; }
    CompareBar* compareBar() const { return m_compare; }
    QString shownText() const; // of the document, while its page is shown
    QString said() const { return m_said; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildLayout();
    void buildDock();
    QWidget* buildHeader();
    QWidget* buildBelow();
    void addZoom(QHBoxLayout& row, QWidget* parent);
    void buildActions();
    QAction* add(const QString& text, const QKeySequence& keys, std::function<void()> act);
    void take(SessionPtr session, bool remembered);
    void onState();
    void onDisk();
    void onHistory();
    void say(const QString& words, ui::Panel::State state);
    void tell(const QString& words, bool refused);
    void chosenChanged();
    void checkSoon();
    void check();
    void askFile();
    void askNew();
    void saveFile();
    void saveFileAs();
    void answerStrip();
    void compareVersions(); // or stops it
    void showKinds(const QPoint& at);
    void showMenu(const QString& id, const QPoint& at);
    int majorVersion() const; // of Airflow
    Target target() const;
    void onFacts(); // what the target has

    std::shared_ptr<SessionBook> m_book;
    CataloguePtr m_catalogue;
    SessionPtr m_session;
    QString m_language;
    QString m_said;

    ui::StateFrame* m_frame;
    QWidget* m_content;
    TargetFacts* m_facts;
    QString m_aimed; // the service whose version was chosen by itself
    ui::ElidedLabel* m_name = nullptr;
    DeployedChip* m_deployed = nullptr;
    ui::Chip* m_draft = nullptr;
    ui::StateStrip* m_strip = nullptr;
    ui::SegmentedControl* m_target = nullptr;
    QLabel* m_zoom = nullptr;
    NodePalette* m_palette = nullptr;
    NodePalette* m_picker = nullptr;
    PipelineCanvas* m_canvas = nullptr;
    Inspector* m_inspector = nullptr;
    DeployDock* m_dock = nullptr;
    ProblemPane* m_problems = nullptr;
    BelowPane* m_below = nullptr;
    CompareBar* m_compare = nullptr;
    int m_pageBefore = -1; // of what is below, before an edge was chosen; -1: the user's own
    QList<QAction*> m_actions;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QTimer m_checkTimer;
    Lane<> m_lane;
    Call<std::vector<Problem>> m_checkCall;
};

} // namespace pilothouse::pipelines
