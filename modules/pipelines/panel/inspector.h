// SPDX-License-Identifier: GPL-3.0-or-later
// Inspector: forms of what is chosen on the canvas: a node, a group, a note, an edge; the pipeline
// itself when nothing is. Every change is one step of the session, what is typed into one field
// together.
#pragma once

#include "pipelines/api/target.h"
#include "pipelines/session/sessionbook.h"

#include <QFrame>

#include <functional>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace pilothouse::ui
{
class PanelHeader;
class SegmentedControl;
class StatusChip;
} // namespace pilothouse::ui

namespace pilothouse::pipelines
{

class FieldForm;

class Inspector final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Inspector)

public:
    Inspector(CataloguePtr catalogue, QString language, QWidget* parent = nullptr);

    void setSession(SessionPtr session);
    void setTarget(const Target& target);
    void setConnections(const QStringList& names); // of the target
    // Ids of nodes, groups or notes; an edge by its ends. Nothing: the pipeline.
    void showChosen(const QStringList& ids, const Edge* edge);
    void setProblems(const std::vector<Problem>& problems);
    void focusField(const QString& name); // on whichever page it is
    void focusFirst();

Q_SIGNALS:
    void refused(const QString& words);

private:
    enum class Subject { Pipeline, Node, Group, Note, Edge, Many };
    enum Page { Data, Task, About, Environments };

    void refresh();
    void rebuildPages();
    void showPage();
    void showAbout();
    void showEdge();
    void showEnvironments();
    void addForm(FieldForm* form);
    FieldForm* settingsForm(Section section, const QString& id);
    void set(
        Section section, const QString& id, const QString& name, const std::optional<Value>& value);
    void setField(Field field, const QString& text);
    void setEnvironment(const QString& name, const Value& values);
    void report(const VoidResult& done);
    QString textOf(Field field) const;
    std::vector<Problem> problemsHere() const;
    QStringList connections() const; // of the target and of this document

    CataloguePtr m_catalogue;
    QString m_language;
    SessionPtr m_session;
    Target m_target;
    QStringList m_connections;
    Subject m_subject = Subject::Pipeline;
    QString m_id;
    Edge m_edge;
    int m_count = 0;
    std::vector<Problem> m_problems;

    ui::PanelHeader* m_header;
    ui::StatusChip* m_tried;
    ui::SegmentedControl* m_pages = nullptr;
    QWidget* m_pageRow;
    std::vector<Page> m_pageList;
    Subject m_paged = Subject::Pipeline; // the pages are of
    QScrollArea* m_scroll;
    QWidget* m_body = nullptr;
    QVBoxLayout* m_forms = nullptr;
    std::vector<std::function<void()>> m_refill; // each form with what holds now
    std::vector<FieldForm*> m_formList;
    QString m_shownKey; // of subject and page: the same one is filled, not made anew
};

} // namespace pilothouse::pipelines
