// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plotcanvas.h"

#include "ui/plot/numbertext.h"
#include "ui/theme/theme.h"

#include <QtGui/QResizeEvent>

// Our settings forbid Qt's foreach, which this header uses.
#define PILOTHOUSE_EACH(variable, container) for (variable : container)
#define foreach PILOTHOUSE_EACH
#include <qcustomplot.h>
#undef foreach
#undef PILOTHOUSE_EACH

#include <cmath>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double milli = 1000.0;
constexpr int fewPoints = 5000;
constexpr double labelHeight = 18;

// Values written by the owner's function, at most about five of them.
class ValueTicker final : public QCPAxisTicker
{
public:
    ValueTicker(std::function<QString(double)> text, bool binary)
        : m_text(std::move(text))
        , m_binary(binary)
    {
        setTickCount(4);
    }

protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return m_text(tick); }
    int getSubTickCount(double) override { return 0; }
    double getTickStep(const QCPRange& range) override
    {
        if (!m_binary || range.size() <= 0)
            return QCPAxisTicker::getTickStep(range);
        // Round numbers of the unit that is written, so that no label reads 191 MB.
        const double unit
            = std::pow(1024.0, std::floor(std::log2(std::max(range.size(), 1.0)) / 10));
        const double wanted = range.size() / unit / 4;
        const double ten = std::pow(10.0, std::floor(std::log10(wanted)));
        for (const double step : {1.0, 2.0, 2.5, 5.0, 10.0})
            if (step * ten >= wanted)
                return step * ten * unit;
        return 10 * ten * unit;
    }

private:
    std::function<QString(double)> m_text;
    bool m_binary;
};

} // namespace

PlotCanvas::PlotCanvas(QWidget* parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
    , m_limitLine(new QCPItemStraightLine(m_plot))
    , m_limitLabel(new QCPItemText(m_plot))
    , m_zone(QTimeZone::utc())
    , m_valueText(compactNumber)
{
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->axisRect()->setMinimumMargins(QMargins(34, 10, 12, 20));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTicks(false);
        axis->setTickLabelPadding(6);
    }
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->yAxis->grid()->setZeroLinePen(Qt::NoPen);
    m_limitLine->setVisible(false);
    m_limitLabel->setVisible(false);
    m_limitLabel->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    m_limitLabel->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    m_limitLabel->position->setTypeY(QCPItemPosition::ptPlotCoords);
    m_limitLabel->setPadding(QMargins(0, 0, 2, 2));
    setZone(m_zone);
    setValueText(m_valueText);
    connect(&Theme::of(this), &Theme::changed, this, [this] {
        recolour();
        if (isVisible())
            draw();
    });
    recolour();
}

int PlotCanvas::addLine(Token tone, bool filled, bool dashed)
{
    m_lines.append({m_plot->addGraph(), tone, filled, dashed});
    m_lines.last().graph->setAdaptiveSampling(true);
    recolour();
    return static_cast<int>(m_lines.size()) - 1;
}

void PlotCanvas::clearLines()
{
    m_plot->clearGraphs();
    m_lines.clear();
}

void PlotCanvas::setLine(int line, const QList<double>& times, const QList<double>& values)
{
    QList<double> seconds = times; // QCustomPlot's time axis counts in seconds
    for (double& time : seconds)
        time /= milli;
    QCPGraph* graph = m_lines[line].graph;
    const bool few = graph->dataCount() <= fewPoints;
    graph->setData(seconds, values, true);
    if (few != (graph->dataCount() <= fewPoints))
        recolour();
}

void PlotCanvas::setRange(double from, double to)
{
    m_plot->xAxis->setRange(from / milli, to / milli);
    // Three to six labels: seconds for minutes, the date once a day is not enough.
    const double span = (to - from) / milli;
    auto ticker = m_plot->xAxis->ticker().dynamicCast<QCPAxisTickerDateTime>();
    ticker->setDateTimeFormat(span < 240 ? u"HH:mm:ss"_s
            : span < 48 * 3600           ? u"HH:mm"_s
                                         : u"MM-dd HH:mm"_s);
}

void PlotCanvas::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    const QSharedPointer<QCPAxisTickerDateTime> ticker(new QCPAxisTickerDateTime);
    ticker->setDateTimeSpec(Qt::TimeZone);
    ticker->setTimeZone(zone);
    ticker->setDateTimeFormat(u"HH:mm"_s);
    ticker->setTickCount(5);
    m_plot->xAxis->setTicker(ticker);
}

void PlotCanvas::setValueText(std::function<QString(double)> text)
{
    m_valueText = std::move(text);
    renewTicker();
}

void PlotCanvas::setBinarySteps(bool on)
{
    m_binarySteps = on;
    renewTicker();
}

void PlotCanvas::renewTicker()
{
    m_plot->yAxis->setTicker(
        QSharedPointer<QCPAxisTicker>(new ValueTicker(m_valueText, m_binarySteps)));
}

void PlotCanvas::setLimit(double value, const QString& label, Token tone)
{
    m_hasLimit = true;
    m_limit = value;
    m_limitTone = tone;
    m_limitLine->point1->setCoords(0, value);
    m_limitLine->point2->setCoords(1, value);
    m_limitLabel->position->setCoords(1, value);
    m_limitLabel->setText(label);
    m_limitLine->setVisible(true);
    m_limitLabel->setVisible(true);
    recolour();
}

void PlotCanvas::clearLimit()
{
    m_hasLimit = false;
    m_limitLine->setVisible(false);
    m_limitLabel->setVisible(false);
}

void PlotCanvas::recolour()
{
    const Theme& theme = Theme::of(this);
    m_plot->setBackground(theme.color(Token::Surface));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelFont(theme.font(TextStyle::MonoAxis));
        axis->setTickLabelColor(theme.color(Token::Text3));
        axis->grid()->setPen(QPen(theme.color(Token::Line), 1));
    }
    for (const Line& line : std::as_const(m_lines)) {
        // A pen of one pixel is fast at any number of points; a wider one is a hundred times
        // slower.
        const bool few = line.graph->dataCount() <= fewPoints;
        QPen pen(theme.color(line.tone), few ? 1.5 : 1);
        if (line.dashed)
            pen.setDashPattern({2, 3});
        line.graph->setPen(pen);
        line.graph->setBrush(line.filled ? QBrush(theme.color(line.tone, 0.12)) : Qt::NoBrush);
    }
    QPen limit(theme.color(m_limitTone), 1);
    limit.setDashPattern({5, 4});
    m_limitLine->setPen(limit);
    m_limitLabel->setColor(theme.color(m_limitTone));
    m_limitLabel->setFont(theme.font(TextStyle::MonoAxis));
}

void PlotCanvas::fitValues()
{
    double low = 0; // areas start at zero, and a rate of a few is not a mountain
    double high = m_hasLimit ? m_limit : 0;
    const QCPRange seen = m_plot->xAxis->range();
    for (const Line& line : std::as_const(m_lines)) {
        bool found = false;
        const QCPRange range = line.graph->getValueRange(found, QCP::sdBoth, seen);
        if (found) {
            low = std::min(low, range.lower);
            high = std::max(high, range.upper);
        }
    }
    if (high <= low)
        high = low + 1;
    // Room above the highest line, and for the words of a limit that is the highest.
    const double room = m_hasLimit && high <= m_limit ? labelHeight : 6;
    const double share = room / std::max(40, m_plot->axisRect()->height());
    m_plot->yAxis->setRange(low, low + (high - low) / (1 - std::min(share, 0.4)));
}

void PlotCanvas::draw()
{
    fitValues();
    m_plot->replot(QCustomPlot::rpImmediateRefresh);
}

QRect PlotCanvas::plotArea() const
{
    return m_plot->axisRect()->rect();
}
double PlotCanvas::timeAt(int x) const
{
    return m_plot->xAxis->pixelToCoord(x) * milli;
}
double PlotCanvas::xAt(double time) const
{
    return m_plot->xAxis->coordToPixel(time / milli);
}

void PlotCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (!rect()
             .isEmpty()) // what is shown in a splitter for the first time has no size for a moment
        m_plot->setGeometry(rect());
}

} // namespace pilothouse::ui
