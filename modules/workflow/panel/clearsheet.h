// SPDX-License-Identifier: GPL-3.0-or-later
// ClearSheet: runs tasks again. Every change of a box asks the server what it would touch; the
// button names the number and is off while that is not known.
#pragma once

#include "core/call.h"
#include "workflow/api/acts.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QTreeWidget;

namespace pilothouse::ui
{
class Button;
class PanelHeader;
class SegmentedControl;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::workflow
{

class RunFeed;
class SheetNote;

class ClearSheet final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClearSheet)

public:
    using CellId = std::pair<QString, QString>; // run, task

    ClearSheet(ui::Workbench& workbench, RunFeed& feed, QWidget* parent = nullptr);

    // An empty task: the whole run. `group`: its tasks, `from` names it.
    void open(const TaskRef& from, const QStringList& group = {});
    void close();
    bool isOpen() const { return !m_request.dag.isEmpty(); }
    const ClearRequest& request() const { return m_request; }
    const std::optional<DryRun>& preview() const { return m_preview; }
    QSet<CellId> cells() const; // that would be cleared
    ui::Button* button() const { return m_clear; }
    void setRefused(const QString& reason); // stale, or writes are off; empty: allowed

Q_SIGNALS:
    void previewChanged(); // also when it is gone
    void clearAsked();
    void closed();

private:
    void buildLayout();
    void changed();
    void ask();
    void fill();

    ui::Workbench& m_workbench;
    RunFeed& m_feed;
    ClearRequest m_request;
    std::optional<DryRun> m_preview;
    QString m_error;
    QString m_refused;
    QTimer m_soon;
    Call<DryRun> m_call;

    ui::PanelHeader* m_header = nullptr;
    QLabel* m_from = nullptr;
    QCheckBox* m_downstream = nullptr;
    QCheckBox* m_upstream = nullptr;
    QCheckBox* m_past = nullptr;
    QCheckBox* m_future = nullptr;
    QCheckBox* m_onlyFailed = nullptr;
    QCheckBox* m_onlyRunning = nullptr;
    QWidget* m_versionRow = nullptr;
    ui::SegmentedControl* m_version = nullptr;
    QTreeWidget* m_runs = nullptr;
    QLabel* m_effect = nullptr;
    SheetNote* m_note = nullptr;
    ui::Button* m_clear = nullptr;
};

} // namespace pilothouse::workflow
