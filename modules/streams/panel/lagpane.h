// SPDX-License-Identifier: GPL-3.0-or-later
// LagPane: how far a group is behind in a topic: produced against consumed over time, partitions
// with the worst first. Of a topic the groups that read it can be chosen, of a group its topics.
#pragma once

#include "streams/panel/lagtrend.h"
#include "streams/panel/partitionrows.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QComboBox;

namespace pilothouse::ui
{
class ElidedLabel;
class PlotView;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class StreamRates;
class StreamTable;
class StreamsWatch;

class LagPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LagPane)

public:
    LagPane(ui::Workbench& workbench, StreamsWatch& watch, StreamRates& rates,
        QWidget* parent = nullptr);
    ~LagPane() override;

    // Empty: the other one is chosen by itself, the worst.
    void showTopic(const QString& topic, const QString& group = {});
    void showGroup(const QString& group, const QString& topic = {});
    const QString& topic() const { return m_topic; }
    const QString& group() const { return m_group; }
    // "lag grows 5.3k/min", and whether that is bad.
    std::pair<QString, bool> word() const;
    static QString word(const LagTrend& trend, qint64 lag);

    QComboBox* choice() const { return m_choice; }
    ui::PlotView* plot() const { return m_plot; }
    StreamTable* partitions() const { return m_table.get(); }
    QString note() const;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed(); // topic, group or the word
    void partitionMenuAsked(int partition, const QPoint& global);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildLayout();
    void fillChoice();
    void follow(); // tells the feed and the sampler
    void renewSoon();
    void renew();
    void replot();
    QString noteText() const;

    ui::Workbench& m_workbench;
    StreamsWatch& m_watch;
    StreamRates& m_rates;
    QString m_topic, m_group;
    bool m_ofGroup = false; // the group stays, its topics can be chosen
    bool m_chosen = false; // by the user, not by itself
    bool m_filling = false;
    PartitionRows m_rows;
    StreamModel m_model;
    QTimer m_soon;

    QComboBox* m_choice = nullptr;
    ui::PlotView* m_plot = nullptr;
    std::unique_ptr<StreamTable> m_table; // goes before the model it shows
    ui::ElidedLabel* m_note = nullptr;
};

} // namespace pilothouse::streams
