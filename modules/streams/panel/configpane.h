// SPDX-License-Identifier: GPL-3.0-or-later
// ConfigPane: all settings of a topic with where each comes from; edited in place, several at once,
// sent as one act. Edits of a topic wait here until they are sent or taken back.
#pragma once

#include "core/service.h"
#include "streams/panel/configmodel.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QLabel;
class QSortFilterProxyModel;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
class SearchField;
class StateFrame;
class ToggleSwitch;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class SheetTable;

class ConfigPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfigPane)

public:
    ConfigPane(ui::Workbench& workbench, ServiceId service, QWidget* parent = nullptr);

    void showTopic(const QString& topic); // empty: none
    const QString& topic() const { return m_topic; }
    void refresh();
    bool hasEdits() const; // of any topic
    QList<QAction*> actions() const { return m_actions; }
    qint64 drawnRows() const;

    ConfigModel* model() const { return m_model; }
    SheetTable* table() const { return m_table; }
    ui::ToggleSwitch* onlyChanged() const { return m_only; }
    ui::SearchField* filter() const { return m_filter; }
    ui::Button* applyButton() const { return m_apply; }
    QString helpText() const;
    QString note() const;
    void chooseSetting(const QString& name);

Q_SIGNALS:
    void changed(const QString& topic); // its settings are others now
    void editsChanged();

private:
    void buildLayout();
    QAction* addAct(const QString& text, const QKeySequence& key, std::function<void()> run);
    QString name() const; // of the service, in a sentence
    void ask();
    void judge();
    void tell(); // the row one is at
    void edit(); // the value of the row one is at
    void copy(ConfigModel::Column column);
    void openMenu(const QPoint& at);
    void apply();
    void discard();
    int row() const; // of the model; -1: none

    ui::Workbench& m_workbench;
    const ServiceId m_service;
    QString m_topic;
    std::map<QString, ConfigEdits> m_kept; // of the topics not shown
    bool m_known = false;
    bool m_busy = false;
    QString m_shown; // time of the last answer
    QString m_refused; // by the brokers, at the last try
    Call<std::vector<ConfigEntry>> m_call;
    QList<QAction*> m_actions;

    ConfigModel* m_model;
    QSortFilterProxyModel* m_rows;
    ui::StateFrame* m_frame = nullptr;
    ui::SearchField* m_filter = nullptr;
    ui::ToggleSwitch* m_only = nullptr;
    SheetTable* m_table = nullptr;
    QLabel* m_help = nullptr;
    ui::ElidedLabel* m_note = nullptr;
    ui::Button* m_discard = nullptr;
    ui::Button* m_apply = nullptr;
};

} // namespace pilothouse::streams
