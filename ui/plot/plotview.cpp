// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plotview.h"

#include "ui/plot/numbertext.h"
#include "ui/plot/plotcanvas.h"
#include "ui/plot/plotcursor.h"
#include "ui/plot/plotoverlay.h"
#include "ui/theme/theme.h"

#include <QtGui/QResizeEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int shortestPause = 250; // four repaints a second at most
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
} // namespace

struct PlotView::Series {
    QString name;
    Token tone = Token::Series1;
    bool dashed = false;
    QList<PlotPoint> points;

    [[nodiscard]] double newest() const
    {
        const auto last = std::find_if(points.crbegin(), points.crend(),
            [](const PlotPoint& point) { return std::isfinite(point.value); });
        return last == points.crend() ? nothing : last->value;
    }
};

PlotView::PlotView(const QString& accessibleName, QWidget* parent)
    : QWidget(parent)
    , m_canvas(new PlotCanvas(this))
    , m_overlay(nullptr)
    , m_valueText(compactNumber)
    , m_zone(QTimeZone::systemTimeZone())
{
    setAccessibleName(accessibleName);
    const PlotGeometry geometry{[this] { return m_canvas->plotArea(); },
        [this](int x) { return static_cast<qint64>(std::llround(m_canvas->timeAt(x))); },
        [this](qint64 time) { return m_canvas->xAt(static_cast<double>(time)); },
        [this](qint64 time) { return tooltipAt(time); },
        [this] {
            return unrecordedWords();
        }};
    m_overlay = new PlotOverlay(geometry, this);
    m_overlay->setAccessibleName(accessibleName);
    m_canvas->setZone(m_zone);
    connect(m_overlay, &PlotOverlay::pointerMoved, this, [this](std::optional<qint64> time) {
        if (m_cursor)
            m_cursor->setTime(time);
    });
    connect(m_overlay, &PlotOverlay::rangeChosen, this, [this](qint64 from, qint64 to) {
        Q_EMIT timeRangeSelected(QDateTime::fromMSecsSinceEpoch(from, Qt::UTC),
            QDateTime::fromMSecsSinceEpoch(to, Qt::UTC));
    });
    m_repaint.setSingleShot(true);
    m_repaint.setInterval(shortestPause);
    connect(&m_repaint, &QTimer::timeout, this, [this] {
        if (m_pending && isVisible())
            redraw();
    });
}

PlotView::~PlotView() = default;

int PlotView::addSeries(const QString& name, Token tone, bool filled, bool dashed)
{
    m_series.push_back(std::make_unique<Series>());
    m_series.back()->name = name;
    m_series.back()->tone = tone;
    m_series.back()->dashed = dashed;
    const int index = m_canvas->addLine(tone, filled, dashed);
    schedule();
    return index;
}

void PlotView::clearSeries()
{
    m_series.clear();
    m_canvas->clearLines();
    schedule();
}

void PlotView::setPoints(int series, const QList<PlotPoint>& points)
{
    m_series.at(static_cast<std::size_t>(series))->points = points;
    QList<double> times;
    QList<double> values;
    times.reserve(points.size());
    values.reserve(points.size());
    for (qsizetype i = 0; i < points.size(); ++i) {
        const PlotPoint& point = points[i];
        // What was not recorded must not look like a straight line.
        if (i > 0 && m_gapAfter > 0 && point.time - points[i - 1].time > m_gapAfter) {
            times << static_cast<double>(points[i - 1].time + 1);
            values << nothing;
        }
        times << static_cast<double>(point.time);
        values << point.value;
        // A value between two gaps is a line of no length; a dot shows that it is there.
        const bool alone = (i == 0 || std::isnan(values[values.size() - 2]))
            && (i + 1 == points.size() || std::isnan(points[i + 1].value)
                || (m_gapAfter > 0 && points[i + 1].time - point.time > m_gapAfter));
        if (alone && std::isfinite(point.value)) {
            times << static_cast<double>(point.time) + 0.5;
            values << point.value;
        }
    }
    m_canvas->setLine(series, times, values);
    schedule();
}

void PlotView::setGapAfter(qint64 milliseconds)
{
    m_gapAfter = milliseconds;
}

void PlotView::setTimeRange(const QDateTime& from, const QDateTime& to)
{
    m_from = from.toMSecsSinceEpoch();
    m_to = std::max(to.toMSecsSinceEpoch(), m_from + 1);
    m_canvas->setRange(static_cast<double>(m_from), static_cast<double>(m_to));
    schedule();
}

void PlotView::setTimeZone(const QTimeZone& zone)
{
    m_zone = zone;
    m_canvas->setZone(zone);
    m_canvas->setRange(static_cast<double>(m_from), static_cast<double>(m_to));
    schedule();
}

void PlotView::setValueText(std::function<QString(double)> text)
{
    m_valueText = text;
    m_canvas->setValueText(std::move(text));
    schedule();
}

void PlotView::setBinarySteps(bool on)
{
    m_canvas->setBinarySteps(on);
    schedule();
}

void PlotView::setLimit(double value, const QString& label, Token tone)
{
    m_canvas->setLimit(value, label, tone);
    schedule();
}

void PlotView::clearLimit()
{
    m_canvas->clearLimit();
    schedule();
}

void PlotView::setCursor(PlotCursor* cursor)
{
    if (m_cursor)
        m_cursor->disconnect(this);
    m_cursor = cursor;
    if (cursor)
        connect(cursor, &PlotCursor::timeChanged, this,
            [this] { m_overlay->setCursorTime(m_cursor ? m_cursor->time() : std::nullopt); });
}

void PlotView::schedule()
{
    m_pending = true;
    if (m_repaint.isActive() || !isVisible())
        return;
    // The first change is drawn as soon as the loop is idle, later ones with a pause between.
    m_repaint.start(0);
}

void PlotView::redraw()
{
    m_pending = false;
    ++m_repaints;
    m_canvas->draw();
    m_overlay->update();
    m_overlay->setAccessibleDescription(description());
    m_repaint.start(shortestPause);
    Q_EMIT drawn();
}

QString PlotView::description() const
{
    QStringList words;
    for (const auto& series : m_series) {
        const double newest = series->newest();
        words << (std::isnan(newest) ? tr("%1 has no values").arg(series->name)
                                     : tr("%1 is %2").arg(series->name, m_valueText(newest)));
    }
    return words.join(u", "_s);
}

std::vector<PlotLabel> PlotView::labels() const
{
    std::vector<PlotLabel> out;
    for (const auto& series : m_series)
        out.push_back({series->name, m_valueText(series->newest()), series->tone, series->dashed});
    return out;
}

// An empty stretch at the left says since when values are kept.
QString PlotView::unrecordedWords() const
{
    qint64 first = std::numeric_limits<qint64>::max();
    for (const auto& series : m_series)
        for (const PlotPoint& point : series->points)
            if (std::isfinite(point.value)) {
                first = std::min(first, point.time);
                break;
            }
    if (m_gapAfter == 0 || first == std::numeric_limits<qint64>::max()
        || first - m_from <= m_gapAfter)
        return {};
    return tr("recorded since %1")
        .arg(QDateTime::fromMSecsSinceEpoch(first, m_zone).toString(u"HH:mm:ss"_s));
}

QList<PlotTip> PlotView::tooltipAt(qint64 time) const
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time, m_zone);
    QList<PlotTip> lines{{moment.toString(u"HH:mm:ss"_s), std::nullopt, false}};
    for (const auto& series : m_series) {
        // The nearest point, unless that is so far away that nothing was recorded here.
        const auto after = std::lower_bound(series->points.cbegin(), series->points.cend(), time,
            [](const PlotPoint& point, qint64 when) { return point.time < when; });
        auto nearest = after;
        if (after != series->points.cbegin()
            && (after == series->points.cend() || time - (after - 1)->time < after->time - time))
            nearest = after - 1;
        const bool known = nearest != series->points.cend()
            && (m_gapAfter == 0 || std::abs(nearest->time - time) <= m_gapAfter);
        lines.append({u"%1  %2"_s.arg(m_valueText(known ? nearest->value : nothing), series->name),
            series->tone, series->dashed});
    }
    return lines;
}

QSize PlotView::sizeHint() const
{
    return {360, 160};
}
QSize PlotView::minimumSizeHint() const
{
    return {120, 80};
}

void PlotView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_canvas->setGeometry(rect());
    m_overlay->setGeometry(rect());
    m_overlay->raise();
}

void PlotView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_pending)
        schedule();
}

} // namespace pilothouse::ui
