// SPDX-License-Identifier: GPL-3.0-or-later
// DagPane: the list of DAGs at the left: filter, order, the bars of their runs, the fullest pool.
#pragma once

#include "workflow/panel/dagmodel.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
class IconButton;
class PanelHeader;
class ProgressLine;
class SearchField;
} // namespace pilothouse::ui

namespace pilothouse::workflow
{

class DagDelegate;
class FeedWatch;

class DagPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DagPane)

public:
    DagPane(FeedWatch& watch, QWidget* parent = nullptr);

    DagModel& model() { return m_model; }
    QListView* list() const { return m_list; }
    ui::SearchField* filter() const { return m_filter; }
    QString current() const;
    bool choose(const QString& dag); // false: not in the list
    void setStale(bool stale);
    int nameWidth() const; // at which every name is whole
    void setZone(const QTimeZone& zone);
    void setPool(const QString& pool); // of the chosen task; empty: the fullest is shown
    QString poolShown() const;
    qint64 drawnRows() const;
    ui::Button* brokenButton() const { return m_broken; }
    ui::Button* allButton() const { return m_all; } // seen while the filter finds none

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void chosen(const QString& dag);
    void importErrorsAsked();
    void menuAsked(const QString& dag, const QPoint& at); // global

private:
    void buildLayout();
    void take();
    void markCurrent();
    void openFirst();
    void tellVisible();
    void updateWords();
    void updatePool();
    void updateBroken();

    FeedWatch& m_watch;
    DagModel m_model;
    QTimer m_seen;
    QTimer m_taking; // answers of one moment become one merge
    QString m_current;
    QString m_pool;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    bool m_quiet = false; // the list follows, nobody chooses

    ui::PanelHeader* m_header = nullptr;
    ui::SearchField* m_filter = nullptr;
    ui::IconButton* m_order = nullptr;
    QListView* m_list = nullptr;
    DagDelegate* m_delegate = nullptr;
    ui::Button* m_broken = nullptr; // files that cannot be imported
    QWidget* m_none = nullptr; // in place of an empty list
    ui::ElidedLabel* m_noneText = nullptr;
    ui::Button* m_all = nullptr;
    ui::ElidedLabel* m_poolName = nullptr;
    ui::ProgressLine* m_poolBar = nullptr;
    QLabel* m_poolUse = nullptr;
};

} // namespace pilothouse::workflow
