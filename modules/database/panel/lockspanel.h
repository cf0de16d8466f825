// SPDX-License-Identifier: GPL-3.0-or-later
// The lock cockpit: who blocks whom, since when, and what ends it. Works on the reserved
// connection, so it answers when all slots are taken. Asks every two seconds while it is seen.
#pragma once

#include "core/call.h"
#include "database/api/activity.h"
#include "database/panel/sessionhistory.h"
#include "ui/panel.h"

#include <QTimer>

class QLabel;
class QStackedWidget;
class QTreeView;

namespace pilothouse::ui
{
class PanelHeader;
class PanelRetry;
class SegmentedControl;
class StateFrame;
} // namespace pilothouse::ui

namespace pilothouse::database
{

class LockModel;
class SessionCard;
class SessionTimeline;

class LocksPanel final : public ui::Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocksPanel)

public:
    LocksPanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);
    ~LocksPanel() override;

    QString title() const override;
    QString iconName() const override;
    ServiceId serviceId() const override { return m_service; }
    QString kind() const override;
    QList<QAction*> panelActions() const override { return m_actions; }
    void open(const Link& link) override;
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    qint64 drawnRows() const override;

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void buildLayout();
    QWidget* buildSessions(QWidget* parent);
    QWidget* buildTimeline(QWidget* parent);
    void buildActions();
    void show(const ActivitySnapshot& snapshot);
    void updateWords();
    void updateCard();
    void updateRange();
    void zoomToWait();
    void perform(Call<Act> act);
    int currentPid() const;

    const ServiceId m_service;
    SessionHistory m_history;
    bool m_haveAnswer = false;
    int m_wantedPid = 0; // chosen by a link, before the first answer

    ui::StateFrame* m_frame = nullptr;
    ui::PanelRetry* m_retry = nullptr;
    ui::PanelHeader* m_header = nullptr;
    ui::SegmentedControl* m_view = nullptr;
    LockModel* m_model = nullptr;
    QTreeView* m_tree = nullptr;
    SessionTimeline* m_timeline = nullptr;
    QWidget* m_overTime = nullptr; // timeline with its bars; hidden while no session waits
    SessionCard* m_card = nullptr;
    QStackedWidget* m_treeStack = nullptr;
    QLabel* m_calm = nullptr; // "No session waits."
    QLabel* m_roots = nullptr;
    QLabel* m_longest = nullptr;
    QLabel* m_sampled = nullptr;
    QList<QAction*> m_actions;

    QTimer m_timer;
    Call<ActivitySnapshot> m_ask;
    Call<Act> m_act;
};

} // namespace pilothouse::database
