// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Values over time: lines in series colours, gaps left open, limits as dashed lines. Hovering shows
// one line in every plot with the same cursor; dragging or Shift+arrows and Z choose a time range.

#include "ui/theme/tokens.h"

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QPointer>
#include <QtCore/QTimeZone>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace pilothouse::ui
{

class PlotCanvas;
class PlotCursor;
class PlotOverlay;
struct PlotTip;

struct PlotPoint {
    qint64 time = 0; // milliseconds since 1970 in UTC
    double value = 0; // NaN: nothing was recorded
};

// One line as a legend or a tooltip shows it.
struct PlotLabel {
    QString name;
    QString newest; // its last known value, written
    Token tone;
    bool dashed = false;
};

class PlotView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlotView)

public:
    // The name says what is plotted; it is read together with the newest values.
    explicit PlotView(const QString& accessibleName, QWidget* parent = nullptr);
    ~PlotView() override;

    // Returns the index of the series. Series colours stay with their entity; use seriesToken().
    int addSeries(const QString& name, Token tone, bool filled = false, bool dashed = false);
    void clearSeries();
    void setPoints(int series, const QList<PlotPoint>& points); // sorted by time
    // Points further apart than this are not joined: the sampler's pace times two or so.
    void setGapAfter(qint64 milliseconds);

    void setTimeRange(const QDateTime& from, const QDateTime& to);
    void setTimeZone(const QTimeZone& zone);
    // How values are written on the axis and in the tooltip; compactNumber by default.
    void setValueText(std::function<QString(double)> text);
    // Ticks at 1, 2 and 5 of a power of 1024, for bytes.
    void setBinarySteps(bool on);
    void setLimit(double value, const QString& label, Token tone = Token::StatusError);
    void clearLimit();
    void setCursor(PlotCursor* cursor); // not owned

    [[nodiscard]] std::vector<PlotLabel> labels() const;
    [[nodiscard]] QString description() const; // "read is 33.1k, write is 11.4k"
    [[nodiscard]] int repaints() const { return m_repaints; } // how often it was drawn, for tests

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void drawn(); // what labels() says may be new
    void timeRangeSelected(const QDateTime& from, const QDateTime& to);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Series;

    void schedule();
    void redraw();
    [[nodiscard]] QList<PlotTip> tooltipAt(qint64 time) const;
    [[nodiscard]] QString unrecordedWords() const;

    PlotCanvas* m_canvas;
    PlotOverlay* m_overlay;
    QPointer<PlotCursor> m_cursor;
    std::vector<std::unique_ptr<Series>> m_series;
    std::function<QString(double)> m_valueText;
    QTimeZone m_zone;
    qint64 m_from = 0;
    qint64 m_to = 1;
    qint64 m_gapAfter = 0;
    QTimer m_repaint;
    int m_repaints = 0;
    bool m_pending = false;
};

} // namespace pilothouse::ui
