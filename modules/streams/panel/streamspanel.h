// SPDX-License-Identifier: GPL-3.0-or-later
// StreamsPanel: topics by lag, groups and brokers at the left, the lag of the chosen one at the
// right; below them its messages.
#pragma once

#include "ui/panel.h"

#include <functional>
#include <memory>

class QSplitter;
class QStackedWidget;

namespace pilothouse::ui
{
class PanelRetry;
class StateFrame;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class AccessPane;
class ChoiceBar;
class ConfigPane;
class ConnectPane;
class LagPane;
class ListPane;
class MessageView;
class NewTopicSheet;
class PartitionsSheet;
class ProduceSheet;
class RecordsSheet;
class ReplaySheet;
class ResetSheet;
class SchemasPane;
class Sheet;
class StreamDesk;
class StreamRates;
class StreamSide;
class StreamsFeed;
class StreamsWatch;
class TailPane;
enum class StreamPage;
enum class StreamView;

class StreamsPanel final : public ui::Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamsPanel)

public:
    // What is to be shown.
    struct Target {
        QString view; // "topics", "groups", "brokers", "schemas", "connect"
        QString topic;
        QString group;
        QString broker;
        QString side; // "lag", "config", "schema", "acls", "members"; empty: as it is
        bool isEmpty() const { return view.isEmpty(); }
    };

    StreamsPanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);
    ~StreamsPanel() override;

    QString title() const override;
    QString iconName() const override;
    ServiceId serviceId() const override { return m_service; }
    QString kind() const override;
    QList<QAction*> panelActions() const override;
    void open(const Link& link) override;
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    qint64 drawnRows() const override;
    void showExample() override;
    bool hasUnsavedWork() const override;

    StreamsFeed& feed() const;
    ListPane* list() const { return m_list; }
    StreamSide* side() const { return m_side; }
    LagPane* lag() const;
    ChoiceBar* columns() const { return m_columns; } // seen while the panel is narrow
    ResetSheet* resetSheet() const { return m_reset; }
    NewTopicSheet* newTopicSheet() const { return m_newTopic; }
    ProduceSheet* produceSheet() const { return m_produce; }
    RecordsSheet* recordsSheet() const { return m_records; }
    PartitionsSheet* partitionsSheet() const { return m_partitions; }
    TailPane* tail() const { return m_tail; }
    MessageView* message() const { return m_message; }
    ConfigPane* config() const { return m_config; }
    SchemasPane* schemas() const { return m_schemas; }
    ConnectPane* connectors() const { return m_connectors; }
    AccessPane* access() const { return m_access; }
    Sheet* sheet() const; // the open one; null: none
    QString topic() const; // shown now, also as the topic of a group; empty: none
    QString group() const;
    void show(const Target& target);
    using QWidget::show;
    QSize minimumSizeHint() const override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum Column { Left, Right };
    void buildLayout();
    void buildPanes();
    void buildActions();
    void connectFeed();
    void connectPanes();
    void connectMessages();
    void onAnswered();
    void onFailed();
    void start(); // what was asked for before anything was known, else what to look at first
    void choose(const QString& id); // of the list that is shown
    void showFirstMessage();
    void follow(); // the side shows what is chosen in the list
    void reveal(Column column);
    void arrange();
    QWidget* workedWith() const;

    // Acts (streamspanelacts.cpp).
    QAction* addAct(const QString& text, const QKeySequence& key, std::function<void()> slot,
        bool destructive = false);
    void addActs();
    void updateActs();
    void openSheet(Sheet* sheet);
    void closeSheet();
    void openReset();
    void openProduce();
    void openReplay();
    void openSearch();
    void removeChosen(); // the topic or the group of the list
    void showSubject(const QString& subject);
    void openMenu(const QString& id, const QPoint& at);
    void openPartitionMenu(int partition, const QPoint& at);
    void copyName();

    const ServiceId m_service;
    std::unique_ptr<StreamsWatch> m_watch;
    Target m_wanted;
    bool m_divided = false, m_narrow = false;
    bool m_example = false; // for the tour
    int m_column = Left; // of a narrow panel
    double m_leftShare = 0.6; // of the width

    StreamRates* m_rates = nullptr;
    std::unique_ptr<ui::StateFrame> m_frame; // its panes go before what they look at
    ui::PanelRetry* m_retry = nullptr;
    ChoiceBar* m_columns = nullptr;
    ListPane* m_list = nullptr;
    StreamSide* m_side = nullptr;
    QSplitter* m_across = nullptr; // left, right
    QSplitter* m_left = nullptr; // list, tail
    QSplitter* m_right = nullptr; // side, message
    QStackedWidget* m_rights = nullptr; // that, or a sheet
    ResetSheet* m_reset = nullptr;
    NewTopicSheet* m_newTopic = nullptr;
    ProduceSheet* m_produce = nullptr;
    ReplaySheet* m_replay = nullptr;
    PartitionsSheet* m_partitions = nullptr;
    RecordsSheet* m_records = nullptr;
    StreamDesk* m_desk = nullptr;
    TailPane* m_tail = nullptr;
    MessageView* m_message = nullptr;
    ConfigPane* m_config = nullptr;
    SchemasPane* m_schemas = nullptr;
    ConnectPane* m_connectors = nullptr;
    AccessPane* m_access = nullptr;
    QList<QAction*> m_actions;
    // What they need: a cluster that takes topics, a topic, a topic and rights, a group, both.
    QList<QAction*> m_writes, m_onTopic, m_ofTopic, m_ofGroup, m_ofBoth;
    QAction* m_search = nullptr;
    QAction* m_letters = nullptr;
    QAction* m_followTopic = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_copy = nullptr;
};

} // namespace pilothouse::streams
