// SPDX-License-Identifier: GPL-3.0-or-later
// One result: the grid, and above it what is known while it streams: rows, rate, time, bytes, Stop.
#pragma once

#include "core/tablestore.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;

namespace pilothouse::ui
{
class Button;
class GridModel;
class GridView;
class IconButton;
class Sparkline;
class StatusChip;
} // namespace pilothouse::ui

namespace pilothouse::database
{

class ResultPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResultPane)

public:
    ResultPane(Runtime& runtime, std::shared_ptr<TableStore> store, QWidget* parent = nullptr);

    void progress(qint64 rows, qint64 bytes); // while it streams
    void setCut(bool cut); // stopped or failed: what arrived stays
    void setDone(double seconds);
    bool isStreaming() const { return m_streaming; }
    qint64 rows() const;
    qint64 drawnRows() const;
    const std::shared_ptr<TableStore>& store() const { return m_store; }
    ui::GridView* grid() const { return m_grid; }
    QWidget* bar() const { return m_bar; } // sits in the panel's result header

Q_SIGNALS:
    void stopRequested();
    void exportRequested();
    void whereChanged(const QString& text); // "Row 4 of 128,400"

private:
    void buildBar();
    void updateWords();

    std::shared_ptr<TableStore> m_store;
    ui::GridModel* m_model = nullptr;
    ui::GridView* m_grid = nullptr;
    QWidget* m_bar = nullptr;
    ui::StatusChip* m_chip = nullptr;
    QLabel* m_rowsLabel = nullptr;
    QLabel* m_rateLabel = nullptr;
    QLabel* m_timeLabel = nullptr;
    ui::Sparkline* m_spark = nullptr;
    ui::Button* m_stop = nullptr;
    ui::IconButton* m_export = nullptr;

    QElapsedTimer m_clock;
    QTimer m_words;
    QList<double> m_rates;
    qint64 m_rows = 0;
    qint64 m_bytes = 0;
    qint64 m_rateRows = 0;
    qint64 m_rateAt = 0;
    double m_seconds = -1;
    bool m_streaming = true;
    bool m_cut = false;
};

} // namespace pilothouse::database
