// SPDX-License-Identifier: GPL-3.0-or-later
// TailPane: a topic as its messages arrive, newest first, filtered as it is typed: what was read
// stays, and what does not match is only set aside. Paused it holds
// the reading itself, so nothing is lost; hidden it stops and says what it left out.
#pragma once

#include "core/call.h"
#include "core/mailbox.h"
#include "core/service.h"
#include "streams/panel/messagefilter.h"
#include "streams/panel/messagemodel.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QTimer>
#include <QWidget>

#include <deque>

class QAction;
class QComboBox;
class QLineEdit;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
class IconButton;
class PanelFooter;
class PanelHeader;
class PanelRetry;
class SearchField;
class StateFrame;
class StatusChip;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class MessageTable;

class TailPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TailPane)

public:
    enum class From { Newest, Oldest, LastHundred, Time };
    static constexpr int kHiddenHoldMs
        = 15'000; // then the reading, which holds a connection, is given up
    static constexpr qint64 kMostBacklog = 20'000; // messages read after it was hidden

    TailPane(ui::Workbench& workbench, ServiceId service, QWidget* parent = nullptr);
    ~TailPane() override;

    void showTopic(const QString& topic); // empty: none
    const QString& topic() const { return m_topic; }
    const Message* current() const;
    MessageTable* table() const { return m_table; }
    MessageModel* model() const { return m_model; }
    QList<QAction*> actions() const;
    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);
    qint64 drawnRows() const;

    bool isFollowing() const { return m_stream.running() && !m_paused; }
    bool isCutOff() const; // nothing of the topic can be read now
    QString chipText() const;
    bool isPaused() const { return m_paused; }
    void setPaused(bool paused);
    void setFilter(const QString& text); // at once
    void setFrom(From from, const QString& time = {});
    qint64 dropped() const { return m_dropped; }
    const ReadState& readState() const { return m_read; }
    QString stripText() const;
    QString footerText() const;

Q_SIGNALS:
    void currentChanged();
    void opened(); // Enter on a message
    void produceAsked(const QString& topic);
    void cutOff(); // nothing can be read any more, for now

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Sample {
        qint64 ms;
        qint64 messages;
    };

    void buildLayout();
    QWidget* buildHeader();
    QWidget* buildStrip();
    QWidget* buildFooter();
    void addActions();
    void fillMenu();
    void follow(bool anew); // anew: forgets what is listed
    void refilter(); // what is listed and what comes
    void showMatching(const std::vector<Message>& asked, const std::vector<bool>& matching);
    void stop();
    void goOnAfterHiding();
    void take(std::vector<Message>&& messages, quint64 dropped);
    void ended(const VoidResult& end);
    void filterTyped();
    void tell();
    void tellStrip();
    void place(); // the parts of the header
    TailQuery query() const;

    ui::Workbench& m_workbench;
    const ServiceId m_service;
    QString m_topic;
    From m_from = From::Newest;
    Isolation m_isolation = Isolation::Committed;
    MessageFilter m_filter;
    bool m_paused = false;
    bool m_wasCutOff = false;
    bool m_deleted = false; // the topic, while it was followed
    bool m_passed = false; // messages went by that did not match and are not held
    qint64 m_leftOut = 0; // while it was hidden
    qint64 m_dropped = 0;
    ReadState m_read;
    qint64 m_heldRead = 0; // of what was read before this filter: all of it that is held
    qint64 m_heldMatched = 0;
    std::map<int, qint64> m_seen; // before this reading began: partition → next offset
    std::deque<Sample> m_samples;
    QElapsedTimer m_clock;
    QElapsedTimer m_hidden;

    MessageModel* m_model;
    MessageTable* m_table = nullptr;
    ui::PanelHeader* m_header = nullptr;
    ui::StatusChip* m_chip = nullptr;
    ui::SearchField* m_field = nullptr;
    QComboBox* m_fromBox = nullptr;
    QLineEdit* m_time = nullptr;
    ui::Button* m_pauseButton = nullptr;
    ui::Button* m_produceButton = nullptr;
    ui::IconButton* m_more = nullptr;
    QWidget* m_strip = nullptr;
    ui::ElidedLabel* m_stripText = nullptr;
    ui::StateFrame* m_frame = nullptr;
    ui::PanelFooter* m_footer = nullptr;
    ui::ElidedLabel* m_rate = nullptr;
    ui::ElidedLabel* m_rows = nullptr;
    ui::ElidedLabel* m_lost = nullptr;
    ui::PanelRetry* m_retry = nullptr;
    QAction* m_pauseAction = nullptr;
    QList<QAction*> m_actions;

    QStringList m_placed; // what the header was placed for
    QTimer m_typed; // after the last key
    QTimer m_tick; // numbers, four times a second at most
    QTimer m_giveUp; // while hidden
    std::shared_ptr<std::atomic<bool>> m_hold;
    std::unique_ptr<Mailbox<Message>> m_mailbox;
    Stream<ReadState> m_stream;
    Call<std::vector<PartitionOffsets>> m_ends;
    Call<std::vector<bool>> m_matching;
};

} // namespace pilothouse::streams
