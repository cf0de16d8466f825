// SPDX-License-Identifier: GPL-3.0-or-later
// SearchPanel: which messages of a topic hold this. The search can be paused, cancelled, and goes
// on where it was after it was cut off or closed; a group can be set to what was found.
#pragma once

#include "streams/api/groups.h"
#include "streams/panel/messagewriter.h"
#include "streams/panel/topicsearch.h"
#include "ui/panel.h"

#include <functional>

class QMenu;
class QSplitter;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
class PanelFooter;
class ProgressLine;
class StateFrame;
class StatusChip;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class HitModel;
class MessageTable;
class MessageView;
class PartitionBars;
class ProduceSheet;
class ResetSheet;
class SearchBar;
class Sheet;

class SearchPanel final : public ui::Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchPanel)

public:
    SearchPanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);
    ~SearchPanel() override;

    QString title() const override;
    QString iconName() const override;
    ServiceId serviceId() const override { return m_service; }
    QString kind() const override;
    QList<QAction*> panelActions() const override;
    void refresh() override;
    void open(const Link& link) override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    qint64 drawnRows() const override;
    void showExample() override; // what came to the largest topic lately

    void start(); // what the bar says
    void cancel();
    void exportTo(const QString& file, MessageFormat format, bool wholeRange,
        MessageValues values = MessageValues::Decoded);
    SearchBar* bar() const { return m_bar; }
    TopicSearch* search() const { return m_search; }
    MessageTable* table() const { return m_table; }
    MessageView* view() const { return m_view; }
    PartitionBars* partitions() const { return m_partitions; }
    QString progressText() const;
    QString footerText() const;

Q_SIGNALS:
    void resetHereAsked(const QString& topic, int partition, qint64 offset);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    QWidget* buildProgress();
    QWidget* buildHits();
    void addActions();
    void tell(); // all that follows from the search's state and progress
    void tellProgress();
    void tellPage();
    void tellBars();
    void tellHits();
    void save();
    void step(int by);
    void sortBy(int column);
    void tellOrder(int column); // the one that was pressed
    void askCompaction();
    void askForGroup(const QString& topic, int partition, qint64 offset);
    void showGroups(const QStringList& readers, const QStringList& all,
        const std::function<void(const QString&)>& choose);
    void openReset(const QString& group, const QString& topic, int partition, qint64 offset);
    void produceAgain(const Message& message);
    void showSheet(Sheet* sheet); // at the right side, in place of another
    void askForFile(MessageFormat format, bool wholeRange, MessageValues values);
    void startExport(std::unique_ptr<Task> task, const QString& file);
    void showExportMenu();
    QString unit() const; // "records", or "offsets" where some are missing between
    QString draftKey() const;

    const ServiceId m_service;
    QString m_id; // of the search kept on record
    bool m_compacted = false;
    bool m_example = false;
    bool m_escaped = false; // once; the second time cancels
    QTimer m_escape;
    QTimer m_pace;

    TopicSearch* m_search;
    HitModel* m_hits;
    SearchBar* m_bar = nullptr;
    QWidget* m_progress = nullptr;
    ui::StatusChip* m_chip = nullptr;
    ui::ElidedLabel* m_text = nullptr;
    ui::ProgressLine* m_line = nullptr;
    ui::Button* m_pause = nullptr;
    ui::Button* m_cancel = nullptr;
    QWidget* m_barsBox = nullptr;
    ui::ElidedLabel* m_barsText = nullptr;
    PartitionBars* m_partitions = nullptr;
    ui::StateFrame* m_frame = nullptr;
    MessageTable* m_table = nullptr;
    ui::PanelFooter* m_footer = nullptr;
    ui::ElidedLabel* m_count = nullptr;
    ui::ElidedLabel* m_complete = nullptr;
    ui::ElidedLabel* m_kept = nullptr;
    MessageView* m_view = nullptr;
    QSplitter* m_split = nullptr;
    QSplitter* m_sides = nullptr;
    ResetSheet* m_reset = nullptr;
    ProduceSheet* m_produce = nullptr;
    QList<QAction*> m_actions;

    Call<std::vector<ConfigEntry>> m_config;
    Call<GroupList> m_groups;
    Call<std::vector<GroupLag>> m_lags; // of all groups: which of them read the topic
};

} // namespace pilothouse::streams
