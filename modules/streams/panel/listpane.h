// SPDX-License-Identifier: GPL-3.0-or-later
// ListPane: the left upper part of the streams panel: topics, groups, brokers and what stands
// beside the cluster, each with its filter; totals below.
#pragma once

#include "core/service.h"
#include "streams/panel/brokerrows.h"
#include "streams/panel/grouprows.h"
#include "streams/panel/topicrows.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <memory>

class QStackedWidget;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
class PanelHeader;
class SearchField;
class StateFrame;
class ToggleSwitch;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class ChoiceBar;
class StreamRates;
class StreamTable;
class StreamsWatch;

enum class StreamView { Topics, Groups, Brokers, Schemas, Connect };

class ListPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListPane)

public:
    ListPane(ui::Workbench& workbench, const ServiceId& service, StreamsWatch& watch,
        StreamRates& rates, QWidget* parent = nullptr);
    ~ListPane() override;

    StreamView view() const;
    void setView(StreamView view);
    // A pane of its own in place of a list: schemas, connectors.
    void setPane(StreamView view, QWidget* pane);
    void offerViews(); // those the service has
    bool has(StreamView view) const;

    StreamTable* table(StreamView view) const; // null: it is a pane of its own
    StreamTable* table() const { return table(view()); }
    QWidget* current() const; // what has the focus in this view
    TopicRows& topics() { return m_topicRows; }
    ui::SearchField* filter() const { return m_filter; }
    ui::ToggleSwitch* internal() const { return m_internal; }
    ui::StateFrame* frame() const { return m_frame.get(); }
    QString footText() const;
    QString headText() const;
    void setInternal(bool shown);
    bool choose(StreamView view, const QString& id);
    // What stands in the header keeps its place while a view has the whole panel; 0: all of it.
    void setHeadWidth(int width); // false: it is not there (yet)
    void renew();
    qint64 drawnRows() const;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void viewChanged();
    void chosen(const QString& id);
    void opened(const QString& id);
    void menuAsked(const QString& id, const QPoint& global);
    void newTopicAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct List {
        StreamRows* rows = nullptr;
        std::unique_ptr<StreamModel> model;
        StreamTable* table = nullptr;
        QString filter;
    };
    void buildLayout();
    void addList(
        StreamView view, StreamRows& rows, const QString& name, int column, Qt::SortOrder order);
    List& list(StreamView view) { return m_lists[size_t(view)]; }
    const List& list(StreamView view) const { return m_lists[size_t(view)]; }
    void show(StreamView view);
    QDateTime behindSince(const QString& group) const;
    void renewSoon();
    void tellWatch();
    void tellHead();
    void tellFoot();
    void tellEmpty();
    void fit();

    ui::Workbench& m_workbench;
    const ServiceId m_service;
    StreamsWatch& m_watch;
    StreamRates& m_rates;
    TopicRows m_topicRows;
    GroupRows m_groupRows;
    int m_headWidth = 0;
    BrokerRows m_brokerRows;
    std::array<List, 3> m_lists;
    QWidget* m_panes[2] = {nullptr, nullptr}; // schemas, connectors
    QTimer m_soon;

    ui::PanelHeader* m_header = nullptr;
    ui::SearchField* m_filter = nullptr;
    QWidget* m_filterRow = nullptr; // where it stands in a narrow pane
    ChoiceBar* m_views = nullptr;
    ui::Button* m_new = nullptr;
    std::unique_ptr<ui::StateFrame> m_frame; // its tables go before the rows they show
    QStackedWidget* m_stack = nullptr;
    QWidget* m_footer = nullptr;
    ui::ElidedLabel* m_foot = nullptr;
    ui::ElidedLabel* m_internalName = nullptr;
    ui::ToggleSwitch* m_internal = nullptr;
};

} // namespace pilothouse::streams
