// SPDX-License-Identifier: GPL-3.0-or-later
// EXPLAIN as a tree: self time as bars, estimated against actual rows, loops and buffers; the worst
// mistake marked with its remedy; the server's JSON beside it.
#pragma once

#include "database/api/plan.h"

#include <QWidget>

class QPlainTextEdit;
class QStackedLayout;
class QTreeView;

namespace pilothouse::ui
{
class PanelHeader;
class SegmentedControl;
class StateStrip;
} // namespace pilothouse::ui

namespace pilothouse::database
{

class PlanModel;

class PlanView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanView)

public:
    explicit PlanView(QWidget* parent = nullptr);

    void setPlan(Plan plan);
    void setMessage(const QString& text); // while it runs, or why it failed
    // The next plan was to be analyzed, but its statement may write: said below the plan.
    void setNotRun(bool notRun) { m_notRun = notRun; }
    bool hasPlan() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void closeRequested();
    // The remedy of a bad estimate: statistics are old.
    void analyzeRequested(const QString& relation);

private:
    void buildLayout();
    void showWorst();
    void fitColumns();

    ui::PanelHeader* m_header = nullptr;
    ui::SegmentedControl* m_view = nullptr;
    ui::StateStrip* m_strip = nullptr;
    PlanModel* m_model = nullptr;
    QTreeView* m_tree = nullptr;
    QPlainTextEdit* m_json = nullptr;
    QStackedLayout* m_stack = nullptr;
    bool m_notRun = false;
};

} // namespace pilothouse::database
