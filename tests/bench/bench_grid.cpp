// SPDX-License-Identifier: GPL-3.0-or-later
// grid.frame, palette.50k and stall.streaming: what the user feels in the window. No peer; the
// first two by the thread's own CPU time, so that other work on the machine does not count.
// PILOTHOUSE_BENCH_ROWS makes it smaller.
#include "app/watchdog.h"
#include "core/history/history.h"
#include "database/panel/completioncache.h"
#include "database/panel/querypanel.h"
#include "database/panel/resultpane.h"
#include "database/postgres/postgresadapter.h"
#include "ui/editor/codeeditor.h"
#include "ui/grid/gridmodel.h"
#include "ui/grid/gridview.h"
#include "ui/palette/paletteview.h"
#include "ui/theme/theme.h"

#include "tests/bench/benchfile.h"
#include "tests/support/cputime.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/servers/postgresfixture.h"
#include "tests/ui/grid/shoprows.h"

#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kRuns = 5;
constexpr int kLimitMs = 600'000;

int rowsWanted()
{
    const int n = qEnvironmentVariableIntValue("PILOTHOUSE_BENCH_ROWS");
    return n > 0 ? n : 5'000'000;
}

bool absolute(const QString& name, const std::vector<double>& runs, double aim)
{
    bench::Figure f;
    f.name = name;
    f.ours = bench::median(runs);
    f.unit = u"ms"_s;
    f.runs = int(runs.size());
    f.aim = aim;
    return bench::write(f);
}

// The median of 60 whole repaints all over the rows, cells of every type.
bool gridFrame(qint64 rows)
{
    QTemporaryDir folder;
    Runtime runtime;
    ui::GridModel model;
    ui::GridView view(runtime);
    view.setGridModel(&model);
    view.resize(1600, 1000);
    TableStoreOptions options;
    options.spillFolder = folder.path();
    auto store = std::make_shared<TableStore>(runtime, shopColumns(), options);
    model.setStore(store);
    view.show();
    if (!QTest::qWaitForWindowExposed(&view))
        return false;
    auto writer = store->writer();
    for (qint64 at = 0; at < rows; at += 10'000) {
        appendShopRows(*writer, at, std::min(at + 10'000, rows));
        QCoreApplication::processEvents();
    }
    writer.reset();
    store->finish(TableStore::Count::Exact);
    if (model.rowCount() != rows)
        return false;
    QScrollBar* bar = view.verticalScrollBar();
    std::vector<double> medians;
    for (int run = -1; run < kRuns; ++run) {
        std::vector<double> frames;
        for (int i = 0; i < 60; ++i) {
            bar->setValue(int(qint64(bar->maximum()) * (i * 37 % 60) / 60));
            if (!QTest::qWaitFor([&] {
                    return !model.cell(view.rowAt(0), 0).loading
                        && !model.cell(std::max(view.rowAt(990), 0), 0).loading;
                }))
                return false;
            const double before = threadCpuMs();
            view.viewport()->repaint();
            frames.push_back(threadCpuMs() - before);
        }
        if (run >= 0)
            medians.push_back(bench::median(frames));
        std::sort(frames.begin(), frames.end());
        std::printf("  grid.frame run %d: median %.2f ms, p95 %.2f ms\n", run + 1,
            frames[frames.size() / 2], frames[frames.size() * 95 / 100]);
    }
    return absolute(u"grid.frame"_s, medians, 8);
}

// From a key in the palette's field to its list: the slowest of some texts, all threads together
// by the wall clock, since objects are matched on a lane.
bool palette()
{
    Runtime runtime;
    std::vector<SearchItem> items;
    static const QStringList words{u"orders"_s, u"customers"_s, u"revenue_daily"_s, u"stock"_s,
        u"payments"_s, u"events"_s, u"fct_orders"_s, u"dim_product"_s};
    for (int i = 0; i < 50'000; ++i) {
        SearchItem item;
        item.name = words[i % words.size()] + u'_' + QString::number(i);
        items.push_back(std::move(item));
    }
    ui::PaletteView view(runtime);
    view.setScopes({{{}, u"All"_s}, {u"database"_s, u"Database"_s}});
    view.setGroupTitle(u"database"_s, u"Database"_s);
    std::vector<ui::ObjectGroup> groups;
    groups.push_back({u"database"_s, u"shop-db"_s, std::move(items)});
    view.setObjects(std::make_shared<const ui::ObjectIndex>(std::move(groups)));
    view.resize(720, 560);
    view.show();
    view.restart();
    std::vector<double> slowest;
    for (int run = -1; run < kRuns; ++run) {
        double worst = 0;
        for (const QString& text :
            {u"o"_s, u"fct"_s, u"fctorders"_s, u"revenue_daily_17"_s, u"qq"_s}) {
            view.restart();
            if (!QTest::qWaitFor([&] { return !view.isSearching(); }))
                return false;
            QElapsedTimer clock;
            clock.start();
            bool told = false;
            const auto results = QObject::connect(
                &view, &ui::PaletteView::resultsChanged, &view, [&] { told = true; });
            view.restart(text); // as after the last key of it
            while ((!told || view.isSearching()) && clock.elapsed() < kLimitMs)
                QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
            worst = std::max(worst, double(clock.nsecsElapsed()) / 1e6);
            QObject::disconnect(results);
            if ((view.model().hitCount() == 0) != (text == u"qq"_s)) {
                std::fprintf(
                    stderr, "palette: %d hits for %s\n", view.model().hitCount(), qPrintable(text));
                return false;
            }
        }
        if (run >= 0)
            slowest.push_back(worst);
    }
    return absolute(u"palette.50k"_s, slowest, 50);
}

// A SQL tab whose result streams in while a wheel turns sixty times a second, up and down.
class Streaming final
{
public:
    explicit Streaming(const PostgresFixture& server)
        : m_history(std::make_shared<History>(
            m_workbench.runtime(), m_workbench.folder() + u"/history.sqlite"_s))
    {
        m_workbench.hub().setDescriptors({database::postgres::postgresDescriptor()});
        const ServiceConfig config = server.superuser();
        m_workbench.hub().add(config, Secret());
        m_panel = std::make_unique<database::QueryPanel>(
            m_workbench, config.id, m_history, std::make_shared<database::CompletionCache>());
        m_panel->resize(1440, 900);
        m_panel->show();
        m_panel->activateWindow();
        QObject::connect(&m_wheel, &QTimer::timeout, m_panel.get(), [this] { turn(); });
    }

    // Rows that came, negative: it failed.
    qint64 run(qint64 rows)
    {
        auto* editor = m_panel->findChild<ui::CodeEditor*>();
        editor->setText(u"select g as id, 'customer-' || (g % 50000) as name, md5(g::text) as hash,"
                        " timestamptz '2024-01-01' + g * interval '1 second' as placed_at,"
                        " (g * 7919 % 100003)::numeric / 100 as amount"
                        " from generate_series(1::bigint, %1) g"_s.arg(rows));
        editor->setFocus();
        for (QAction* action : m_panel->panelActions())
            if (action->shortcuts().contains(QKeySequence(u"Ctrl+Return"_s)))
                action->trigger();
        m_wheel.start(16);
        const bool ended = QTest::qWaitFor(
            [&] {
                const auto* pane = m_panel->findChild<database::ResultPane*>();
                return pane && !pane->isStreaming() && pane->rows() == rows;
            },
            kLimitMs);
        m_wheel.stop();
        return ended ? rows : -1;
    }

private:
    void turn()
    {
        auto* grid = m_panel->findChild<ui::GridView*>();
        if (!grid)
            return;
        ++m_turns;
        // Twice a second a jump, as by the scroll bar.
        if (m_turns % 30 == 0) {
            QScrollBar* bar = grid->verticalScrollBar();
            bar->setValue(int(qint64(bar->maximum()) * (m_turns * 37 % 60) / 60));
            return;
        }
        const QPointF at(200, 200);
        QWheelEvent wheel(at, grid->viewport()->mapToGlobal(at), {},
            {0, m_turns / 60 % 2 ? 120 : -240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
            false);
        QCoreApplication::sendEvent(grid->viewport(), &wheel);
    }

    FakeWorkbench m_workbench;
    std::shared_ptr<History> m_history;
    std::unique_ptr<database::QueryPanel> m_panel;
    QTimer m_wheel;
    int m_turns = 0;
};

} // namespace

int main(int argc, char** argv)
{
    auto quiet = std::make_unique<app::Watchdog>();
    app::WatchedApplication app(argc, argv, *quiet);
    ui::Theme theme;
    theme.setMode(ui::Theme::Mode::Dark);
    theme.install(app);
    const int rows = rowsWanted();
    const bool found = palette();
    const bool frames = gridFrame(rows);

    const PostgresFixture server(u"pg"_s, {u"shared_buffers=256MB"_s});
    if (!server.problem().isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(server.problem()));
        return 1;
    }
    std::vector<double> stalls;
    for (int i = -1; i < kRuns; ++i) {
        *quiet = app::Watchdog();
        {
            Streaming streaming(server);
            if (streaming.run(rows / 5) < 0)
                return 1;
        }
        std::printf("  stall.streaming run %d: p99.9 %.2f ms, longest %.2f ms, %llu spells\n",
            i + 1, quiet->quantileMs(0.999), quiet->maxMs(),
            static_cast<unsigned long long>(quiet->spells()));
        if (i >= 0)
            stalls.push_back(quiet->quantileMs(0.999));
    }
    const bool streamed = absolute(u"stall.streaming"_s, stalls, 16);
    return frames && found && streamed ? 0 : 1;
}
