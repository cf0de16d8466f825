// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/serverpane.h"

#include "queue/panel/commandpreview.h"
#include "queue/panel/editbar.h"
#include "queue/panel/slowlogmodel.h"
#include "queue/panel/valuedelegate.h"
#include "queue/panel/valueformats.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/plot/numbertext.h"
#include "ui/plot/plotcursor.h"
#include "ui/plot/plotlegend.h"
#include "ui/plot/plotview.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"

#include <QHeaderView>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{

constexpr int kSlowEntries = 128;
constexpr qint64 kGapMs = 15'000; // three of the sampler's slow paces

const QStringList& watched()
{
    static const QStringList ids{u"ops.total"_s, u"ops.reads"_s, u"ops.writes"_s, u"memory.used"_s,
        u"memory.resident"_s, u"clients"_s, u"keys.hits"_s, u"keys.misses"_s, u"keys.evicted"_s,
        u"replica.lag"_s, u"hit.ratio"_s};
    return ids;
}

QWidget* hairline(QWidget* parent)
{
    auto* line = new QFrame(parent);
    ui::setLook(line, "variant", u"hline"_s);
    return line;
}

} // namespace

ServerPane::ServerPane(ui::Workbench& workbench, const ServiceId& service, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_service(service)
    , m_cursor(new ui::PlotCursor(this))
    , m_slow(new SlowLogModel(this))
{
    buildLayout();
    connect(&workbench.sampler(), &Sampler::sampled, this, [this](const QString& id) {
        if (id == m_service && isVisible()) {
            updatePlots();
            updateNumbers();
        }
    });
    const auto replot = [this] {
        if (isVisible())
            updatePlots();
    };
    connect(&workbench.timeContext(), &ui::TimeContext::rangeChanged, this, replot);
    connect(&workbench.timeContext(), &ui::TimeContext::zoneChanged, this, [this] {
        m_slow->setZone(m_workbench.timeContext().zone());
        updatePlots();
    });
    m_slow->setZone(workbench.timeContext().zone());
    m_slowTimer.setInterval(5000);
    connect(&m_slowTimer, &QTimer::timeout, this, &ServerPane::askSlowLog);
    updateNumbers();
}

ServerPane::~ServerPane() = default;

QWidget* ServerPane::buildNumbers()
{
    auto* strip = new QWidget(this);
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const auto number = [&](const QString& title) {
        if (row->count() > 0) {
            auto* line = new QFrame(strip);
            ui::setLook(line, "variant", u"vline"_s);
            row->addWidget(line);
        }
        using ui::ElidedLabel;
        auto* caption = new ElidedLabel(title, ui::TextStyle::Caption, Token::Text3, strip);
        auto* value = new ElidedLabel(u"–"_s, ui::TextStyle::Mono, Token::Text, strip);
        auto* column = new QVBoxLayout;
        column->setContentsMargins(12, 6, 8, 7);
        column->setSpacing(0);
        column->addWidget(caption);
        column->addWidget(value);
        row->addLayout(column, 1);
        return value;
    };
    m_hit = number(tr("Hit ratio"));
    m_clients = number(tr("Clients"));
    m_evicted = number(tr("Evicted"));
    m_lag = number(tr("Replica lag"));
    auto* framed = new QWidget(this);
    auto* rows = new QVBoxLayout(framed);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    for (QWidget* part : {hairline(framed), strip, hairline(framed)})
        rows->addWidget(part);
    return framed;
}

void ServerPane::buildLayout()
{
    m_opsHeader = new ui::PanelHeader(tr("Operations"), this);
    m_ops = new ui::PlotView(tr("Operations per second"), this);
    m_reads = m_ops->addSeries(tr("read"), Token::Series1, true);
    m_writes = m_ops->addSeries(tr("write"), Token::Series2);
    m_total = m_ops->addSeries(tr("all"), Token::Series4);
    m_memoryHeader = new ui::PanelHeader(tr("Memory"), this);
    m_memory = new ui::PlotView(tr("Memory"), this);
    m_memory->setValueText([](double v) { return ui::compactBytes(v); });
    m_memory->setBinarySteps(true);
    m_used = m_memory->addSeries(tr("used"), Token::Series5, true);
    m_resident = m_memory->addSeries(tr("resident"), Token::Text3, false, true);
    m_opsHeader->addRight(new ui::PlotLegend(m_ops, this));
    m_memoryHeader->addRight(new ui::PlotLegend(m_memory, this));
    for (ui::PlotView* plot : {m_ops, m_memory}) {
        plot->setCursor(m_cursor);
        plot->setGapAfter(kGapMs);
        plot->setMinimumHeight(110);
        connect(plot, &ui::PlotView::timeRangeSelected, this,
            [this](const QDateTime& from, const QDateTime& to) {
                m_workbench.timeContext().setRange({from, to});
            });
    }

    m_slowHeader = new ui::PanelHeader(tr("Slow log"), this);
    m_over = new ui::Button(u"≥ –"_s, ui::ButtonVariant::Default, this);
    m_over->setSmall(true);
    m_over->setAccessibleName(tr("Change what counts as slow"));
    connect(m_over, &QAbstractButton::clicked, this, &ServerPane::editThreshold);
    auto* clear = new ui::IconButton(u"trash"_s, tr("Clear the slow log"), QKeySequence(), this);
    connect(clear, &QAbstractButton::clicked, this, &ServerPane::clearSlowLog);
    m_slowHeader->addRight(m_over);
    m_slowHeader->addRight(clear);
    m_bar
        = new EditBar([this] { return CommandPreview::asks(m_workbench.hub(), m_service); }, this);
    m_table = new QTableView(this);
    m_table->setAccessibleName(tr("Slow commands"));
    m_table->setModel(m_slow);
    m_table->setItemDelegate(new ValueDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setMouseTracking(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(
        ui::Theme::of(this).metric(ui::Metric::GridRow));
    auto* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->resizeSection(SlowLogModel::Time, 76);
    header->resizeSection(SlowLogModel::Duration, 64);
    header->setSectionResizeMode(SlowLogModel::Words, QHeaderView::Stretch);
    header->resizeSection(SlowLogModel::Client, 96);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_opsHeader);
    layout->addWidget(m_ops, 3);
    layout->addWidget(m_memoryHeader);
    layout->addWidget(m_memory, 3);
    layout->addWidget(buildNumbers());
    layout->addWidget(m_slowHeader);
    layout->addWidget(m_bar);
    layout->addWidget(m_table, 4);
}

void ServerPane::setSeen(bool seen)
{
    if (!seen) {
        m_seen.reset();
        m_slowTimer.stop();
        return;
    }
    if (!m_seen)
        m_seen = m_workbench.sampler().see(m_service, watched());
    m_slowTimer.start();
}

void ServerPane::refresh()
{
    updatePlots();
    updateNumbers();
    askSlowLog();
}

std::optional<double> ServerPane::latest(const QString& metric) const
{
    const auto value = m_workbench.sampler().latest(m_service, metric);
    return value && !qIsNaN(*value) ? value : std::nullopt;
}

void ServerPane::updatePlots()
{
    Sampler& sampler = m_workbench.sampler();
    const TimeRange range = m_workbench.timeContext().range();
    const auto fill = [&](ui::PlotView* plot, int series, const QString& metric) {
        QList<ui::PlotPoint> points;
        for (const SeriesPoint& p : sampler.series(m_service, metric, range))
            points.append({p.time, p.value});
        plot->setPoints(series, points);
    };
    for (ui::PlotView* plot : {m_ops, m_memory}) {
        plot->setTimeZone(m_workbench.timeContext().zone());
        plot->setTimeRange(range.from, range.to);
    }
    fill(m_ops, m_reads, u"ops.reads"_s);
    fill(m_ops, m_writes, u"ops.writes"_s);
    fill(m_ops, m_total, u"ops.total"_s);
    fill(m_memory, m_used, u"memory.used"_s);
    fill(m_memory, m_resident, u"memory.resident"_s);
    m_memory->clearLimit();
    m_memoryLimit.reset();
    for (const MetricInfo& metric : sampler.catalogue(m_service)) {
        if (metric.id != "memory.used"_L1 || qIsNaN(metric.limit))
            continue;
        m_memoryLimit = metric.limit;
        m_memory->setLimit(metric.limit, tr("maxmemory %1").arg(sizeText(qint64(metric.limit))));
    }
}

void ServerPane::updateNumbers()
{
    const QString unknown = u"–"_s;
    const auto rate = [&](const QString& metric) {
        const auto value = latest(metric);
        return value ? ui::compactNumber(*value) : unknown;
    };
    const auto size = [&](const QString& metric) {
        const auto value = latest(metric);
        return value ? ui::compactBytes(*value) : unknown;
    };
    m_opsHeader->setSubtitle(tr("%1/s").arg(rate(u"ops.total"_s)));
    m_memoryHeader->setSubtitle(m_memoryLimit
            ? tr("%1 of %2").arg(size(u"memory.used"_s), ui::compactBytes(*m_memoryLimit))
            : size(u"memory.used"_s));
    // Of the last moments where there were any reads, else since the server started.
    const auto hits = latest(u"keys.hits"_s), misses = latest(u"keys.misses"_s);
    std::optional<double> ratio = latest(u"hit.ratio"_s);
    if (hits && misses && *hits + *misses > 0)
        ratio = *hits / (*hits + *misses);
    m_hit->setText(ratio ? tr("%1 %").arg(*ratio * 100, 0, 'f', 1) : unknown);
    const auto clients = latest(u"clients"_s);
    m_clients->setText(clients ? QLocale().toString(qint64(*clients)) : unknown);
    const auto evicted = latest(u"keys.evicted"_s);
    m_evicted->setText(evicted ? tr("%1/s").arg(ui::compactNumber(*evicted)) : unknown);
    m_evicted->setTone(evicted.value_or(0) > 0 ? Token::StatusWarn : Token::Text);
    const auto lag = latest(u"replica.lag"_s);
    m_lag->setText(lag ? tr("%1 s").arg(*lag) : tr("no replica"));
    m_lag->setTone(lag ? Token::Text : Token::Text3);
}

void ServerPane::askSlowLog()
{
    auto* server = m_workbench.hub().contract<Server>(m_service);
    if (!server || !isVisible() || m_askSlow.running())
        return;
    m_askSlow = server->slowLog(kSlowEntries).onDone(this, [this](Result<SlowLogPage> page) {
        if (!page) { // not allowed, or away: the panel's own state tells of outages
            if (page.error().kind == Error::Kind::Auth)
                m_slowHeader->setSubtitle(tr("not readable for this user"));
            return;
        }
        m_threshold = page->thresholdMicros;
        m_slow->update(page->entries);
        const QString limit = !m_threshold ? u"–"_s
            : *m_threshold < 0             ? tr("off")
                                           : tr("%1 ms").arg(double(*m_threshold) / 1000.0);
        m_over->setText(u"≥ "_s + limit);
        m_slowHeader->setSubtitle(page->keeps
                ? tr("%n command(s), last %1 kept", nullptr, int(page->entries.size()))
                      .arg(*page->keeps)
                : tr("%n command(s)", nullptr, int(page->entries.size())));
    });
}

void ServerPane::confirm(Act act)
{
    m_workbench.confirm(std::move(act), this, [this](Task* task) {
        if (task && !task->outcome())
            m_workbench.report(task->outcome().error());
        if (task)
            askSlowLog();
    });
}

void ServerPane::editThreshold()
{
    EditBar::Ask ask;
    ask.title = tr("Slow from");
    ask.first = tr("milliseconds");
    ask.firstText = m_threshold && *m_threshold >= 0
        ? QString::number(double(*m_threshold) / 1000.0)
        : QString();
    ask.button = tr("Change…");
    m_bar->ask(
        ask,
        [this](const QString& text, const QString&) -> EditBar::Made {
            bool ok = false;
            const double ms = text.toDouble(&ok);
            auto* server = m_workbench.hub().contract<Server>(m_service);
            if (!ok || ms < 0 || ms > 3'600'000 || !server)
                return tl::unexpected(tr("This is no time."));
            return server->setSlowThreshold(qint64(ms * 1000));
        },
        [this](Act act, const QString&, const QString&) { confirm(std::move(act)); });
}

void ServerPane::clearSlowLog()
{
    auto* server = m_workbench.hub().contract<Server>(m_service);
    if (!server)
        return;
    Act act = server->clearSlowLog();
    act.destructive = true; // nothing beside its entry tells the command: always asked
    confirm(std::move(act));
}

} // namespace pilothouse::queue
