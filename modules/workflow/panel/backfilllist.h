// SPDX-License-Identifier: GPL-3.0-or-later
// BackfillList: the backfills of a DAG: how far each is, paused, gone on with or cancelled.
#pragma once

#include "core/call.h"
#include "workflow/api/acts.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QTreeWidget;

namespace pilothouse::ui
{
class Button;
class PanelHeader;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::workflow
{

class RunFeed;
class SheetNote;

class BackfillList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BackfillList)

public:
    BackfillList(ui::Workbench& workbench, RunFeed& feed, QWidget* parent = nullptr);

    void open(const QString& dag);
    void refresh();
    void setRefused(const QString& reason); // empty: writes are allowed
    QTreeWidget* list() const { return m_list; }
    ui::Button* pauseButton() const { return m_pause; }
    ui::Button* cancelButton() const { return m_cancel; }

Q_SIGNALS:
    void pauseAsked(const pilothouse::workflow::BackfillInfo& backfill, bool paused);
    void cancelAsked(const pilothouse::workflow::BackfillInfo& backfill);
    void newAsked();
    void closed();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildLayout();
    void fill();
    void judge();
    const BackfillInfo* current() const;

    ui::Workbench& m_workbench;
    RunFeed& m_feed;
    QString m_dag;
    QString m_refused;
    QString m_error;
    bool m_read = false;
    std::vector<BackfillInfo> m_backfills; // running ones first, then the newest
    QTimer m_again;
    Call<std::vector<BackfillInfo>> m_call;

    ui::PanelHeader* m_header = nullptr;
    SheetNote* m_about = nullptr; // the name of what it is for
    QTreeWidget* m_list = nullptr;
    QLabel* m_words = nullptr;
    ui::Button* m_pause = nullptr;
    ui::Button* m_cancel = nullptr;
};

} // namespace pilothouse::workflow
