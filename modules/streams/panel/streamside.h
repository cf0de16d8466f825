// SPDX-License-Identifier: GPL-3.0-or-later
// StreamSide: the right upper part of the streams panel: what is chosen at the left, with its lag,
// settings, schema and rules.
#pragma once

#include "core/service.h"
#include "streams/panel/brokerrows.h"
#include "streams/panel/grouprows.h"

#include <QWidget>

#include <map>
#include <memory>

class QStackedWidget;

namespace pilothouse::ui
{
class PanelHeader;
class StateFrame;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class ChoiceBar;
class LagPane;
class StreamRates;
class StreamTable;
class StreamsWatch;
class TopicRows;

enum class StreamPage {
    Lag,
    Config,
    Schema,
    Access,
    Members,
    Settings,
    Producers,
    Moves,
    Quotas,
};

class StreamSide final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamSide)

public:
    enum class Subject { None, Topic, Group, Broker };

    // `topics` tells how a topic is; it outlives this.
    StreamSide(ui::Workbench& workbench, const ServiceId& service, StreamsWatch& watch,
        StreamRates& rates, const TopicRows& topics, QWidget* parent = nullptr);
    ~StreamSide() override;

    void showTopic(const QString& topic, const QString& group = {});
    void showGroup(const QString& group, const QString& topic = {});
    void showBroker(const QString& broker);
    void showNothing();
    Subject subject() const { return m_subject; }
    const QString& name() const { return m_name; }

    // A pane of its own for a page of what is chosen; `show` is called with its name when it is
    // seen.
    void setPane(StreamPage page, QWidget* pane, std::function<void(const QString&)> show);
    void offerPages();
    bool has(StreamPage page) const;
    StreamPage page() const;
    void setPage(StreamPage page);
    LagPane* lag() const { return m_lag; }
    StreamTable* members() const { return m_members; }
    StreamTable* settings() const { return m_settings; }
    QWidget* current() const; // the part that is worked with
    // Of a pane: the list or text that takes the focus.
    static QWidget* partOf(QWidget* pane);
    QString headText() const;
    void askSettings(); // of the broker, anew
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pageChanged();

private:
    void buildLayout();
    void showPage();
    void tellHead();

    ui::Workbench& m_workbench;
    const ServiceId m_service;
    StreamsWatch& m_watch;
    const TopicRows& m_topicRows;
    Subject m_subject = Subject::None;
    QString m_name;
    MemberRows m_memberRows;
    SettingRows m_settingRows;
    StreamModel m_memberModel, m_settingModel;
    std::map<StreamPage, std::pair<QWidget*, std::function<void(const QString&)>>> m_panes;
    Call<std::vector<ConfigEntry>> m_settingsCall;

    ui::PanelHeader* m_header = nullptr;
    ChoiceBar* m_pages = nullptr;
    std::unique_ptr<QStackedWidget> m_stack; // its tables go before the models they show
    LagPane* m_lag = nullptr;
    StreamTable* m_members = nullptr;
    StreamTable* m_settings = nullptr;
    ui::StateFrame* m_settingsFrame = nullptr;
    ui::StateFrame* m_membersFrame = nullptr;
    ui::StateFrame* m_nothing = nullptr;
};

} // namespace pilothouse::streams
