// SPDX-License-Identifier: GPL-3.0-or-later
// PipelineCanvas: a document as a graph one edits. Everything it does goes into the session as one
// step; what it shows comes from there.
#pragma once

#include "pipelines/api/catalogue.h"
#include "pipelines/diff/changes.h"
#include "pipelines/session/canvasacts.h"
#include "pipelines/session/connectrule.h"
#include "pipelines/session/sessionbook.h"
#include "ui/graph/graphview.h"

#include <QAction>
#include <QLineEdit>
#include <QPointer>

#include <functional>

class QLabel;

namespace pilothouse::pipelines
{

class PipelineCanvas final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PipelineCanvas)

public:
    PipelineCanvas(Runtime& runtime, CataloguePtr catalogue, QWidget* parent = nullptr);

    void setSession(SessionPtr session);
    ui::GraphView* view() const { return m_view; }
    ui::GraphEdit* editing() const { return m_edit; }
    const QList<QAction*>& canvasActions() const { return m_actions; }
    // Puts the states of a run on the scene, below what is wrong; called at each drawing.
    void setStates(std::function<void(ui::GraphScene&)> put) { m_states = std::move(put); }
    void statesChanged() { redraw(); }
    void setProblems(const std::vector<Problem>& problems); // drawn on their nodes
    void readOnly(const Text& why); // said to whoever tries to edit
    // Marks what differs from an earlier version; with `after`, that is shown in the place of the
    // document, and nobody can edit it.
    void compare(const Pipeline& before, const std::optional<Pipeline>& after);
    void stopComparing();
    void askTrigger(); // of the chosen edge: a menu at its plate

    QStringList chosen() const; // what acts work on: the selection, else the current node
    const Edge* chosenEdge() const; // of the document
    void addKind(const QString& kind); // beside the current node
    void addWanted(const QString& kind); // after kindsWanted(): where it was asked for
    void addKindAt(const QString& kind, QPointF at); // in the view
    void chooseNode(const QString& id);
    bool startRename();

    static constexpr auto kindFormat = "application/x-pilothouse-node-kind";

Q_SIGNALS:
    void chosenChanged();
    void nodeActivated(const QString& id);
    // The list of kinds is wanted; with an edge that ends at nothing what is chosen is connected.
    void kindsWanted(const QPoint& at);
    void said(const QString& words, bool refused);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildActions();
    void buildArrangeActions();
    QAction* add(const QString& id, const QString& text, const QKeySequence& keys,
        std::function<void()> act);
    void rebuild();
    void redraw(); // states and problems alone have changed
    bool redrawCards(const Edits& edits); // false: they change more than some cards
    void onEdited(const Edits& edits);
    void decorate(ui::GraphScene& scene) const;
    void putTriggers(ui::GraphScene& scene) const;
    const Pipeline& shown() const;
    bool edit(const Text& title, const Edits& edits, const QString& key = {});
    bool mayEdit();
    void refuse(const Error& error);

    QString whyNot(const ui::GraphEdge& edge) const;
    Edge edgeOf(const ui::GraphEdge& edge) const;
    void connectNodes(const ui::GraphEdge& edge);
    void connectTo(const QString& id);
    void remove();
    void copy();
    void cut();
    void paste();
    void duplicate();
    void insertParts(const Edits& parts, const Text& title, QPointF by);
    void group();
    void ungroup();
    void collapse();
    void addNote();
    void align(Align how);
    void distribute(bool down);
    void moveBy(const Text& title, const Places& by);
    void layOutAll();
    void layOutChosen();
    void commitRename();
    Rects rects(const QStringList& ids) const;
    void showHint();
    QPointF freePlace() const; // in the current node's group

    CataloguePtr m_catalogue;
    SessionPtr m_session;
    ui::GraphView* m_view;
    ui::GraphEdit* m_edit;
    QLabel* m_hint;
    QLineEdit* m_rename;
    QString m_renamed;
    QList<QAction*> m_actions;
    std::function<void(ui::GraphScene&)> m_states;
    std::vector<Problem> m_problems;
    ui::GraphScene m_plain; // without states, problems and changes
    Changes m_changes; // between the versions that are compared
    mutable std::unique_ptr<ConnectRule> m_rule; // of the document as it is
    std::optional<Text> m_readOnly;
    std::optional<Pipeline> m_before, m_after; // versions that are compared
    std::optional<ui::GraphEdge> m_dangling; // let go where there is nothing
    QPointF m_place; // where it was
    int m_pasted = 0; // times the same parts were pasted, each a little further
    bool m_following = false; // the scene follows an edit: groups tell nothing new
};

// The language of the catalogue's words: "en", "zh_TW" or "ko".
QString catalogueLanguage();

} // namespace pilothouse::pipelines
