// SPDX-License-Identifier: GPL-3.0-or-later
// BackfillSheet: runs a DAG for past dates; shows first which dates that would be.
#pragma once

#include "core/call.h"
#include "workflow/api/acts.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QListWidget;
class QSpinBox;

namespace pilothouse::ui
{
class Button;
class PanelHeader;
class SegmentedControl;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::workflow
{

class DateField;
class RunFeed;
class SheetNote;

class BackfillSheet final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BackfillSheet)

public:
    BackfillSheet(ui::Workbench& workbench, RunFeed& feed, QWidget* parent = nullptr);

    void open(const QString& dag);
    void setRefused(const QString& reason);
    const BackfillRequest& request() const { return m_request; }
    const std::optional<DryRun>& preview() const { return m_preview; }
    ui::Button* button() const { return m_start; }

Q_SIGNALS:
    void backfillAsked();
    void closed();

private:
    void buildLayout();
    void changed();
    void ask();
    void fill();

    ui::Workbench& m_workbench;
    RunFeed& m_feed;
    BackfillRequest m_request;
    std::optional<DryRun> m_preview;
    QString m_error;
    QString m_refused;
    QTimeZone m_zone = QTimeZone::utc();
    QTimer m_soon;
    Call<DryRun> m_call;

    ui::PanelHeader* m_header = nullptr;
    SheetNote* m_about = nullptr; // the name of what it is for
    QLabel* m_fromName = nullptr;
    QLabel* m_toName = nullptr;
    DateField* m_from = nullptr;
    DateField* m_to = nullptr;
    ui::SegmentedControl* m_again = nullptr;
    QSpinBox* m_active = nullptr;
    QCheckBox* m_backwards = nullptr;
    QListWidget* m_dates = nullptr;
    QLabel* m_effect = nullptr;
    SheetNote* m_note = nullptr;
    ui::Button* m_start = nullptr;
};

} // namespace pilothouse::workflow
