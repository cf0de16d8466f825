// SPDX-License-Identifier: GPL-3.0-or-later
// workflow.log: a task log of 8 MB as Airflow 3 sends it, from the moment its last byte is there to
// the paint that shows its last line: decoding, packing and painting. Harder than the promise,
// which lets decoding go on while the bytes arrive.
#include "core/adapter.h"
#include "core/lane.h"
#include "tests/bench/benchfile.h"
#include "tests/support/fakeworkbench.h"
#include "workflow/airflow/logdecode.h"
#include "workflow/panel/logpane.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <cstdio>

using namespace pilothouse;
using namespace pilothouse::workflow;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kRuns = 9;
constexpr qint64 kBytes = 8 << 20;

struct Body {
    QByteArray json;
    qint64 lines = 0;
};

// Events in the form the server sends them.
Body makeBody()
{
    Body out;
    out.json = "{\"content\":[";
    for (qint64 i = 0; out.json.size() < kBytes; ++i) {
        if (i > 0)
            out.json += ',';
        const bool error = i % 500 == 499;
        out.json += "{\"timestamp\":\"2026-03-17T13:50:";
        out.json += QByteArray::number(10 + i % 50) + '.'
            + QByteArray::number(i % 1'000'000).rightJustified(6, '0');
        out.json += "Z\",\"level\":\"";
        out.json += error ? "error" : i % 100 == 50 ? "warning" : "info";
        out.json += "\",\"event\":\"Staged part ";
        out.json += QByteArray::number(i);
        out.json += " of stg_fct_orders, params={\\\"from\\\": \\\"13:00\\\"}\",\"logger\":\"";
        out.json
            += "airflow.providers.common.sql.operators\",\"filename\":\"sql.py\",\"lineno\":531}";
        ++out.lines;
    }
    out.json += "],\"continuation_token\":null}";
    return out;
}

class BenchAdapter final : public Adapter, public Logs
{
public:
    BenchAdapter(const Body& body, const AdapterContext& context)
        : m_body(body)
        , m_lane(*context.runtime, u"bench-log"_s)
    {
        offer<Logs>(this);
    }
    int connections() const override { return 1; }
    Stream<LogLines> read(const LogQuery&) override
    {
        StreamOptions options;
        options.capacity = 64;
        return m_lane.stream<LogLines>(
            milliseconds(60'000),
            [this](NoConnection&, const pilothouse::Token&, Sink<LogLines>& sink) -> VoidResult {
                LogBuilder builder;
                LogEvents events;
                qint64 done = 0;
                ContentSplitter splitter([&](QByteArrayView json) {
                    events.add(json, builder);
                    return !builder.isFull() || sink.push(builder.take(done, false));
                });
                const QByteArrayView all(m_body.json);
                for (; done < all.size(); done += 16'384)
                    splitter.feed(all.sliced(done, std::min<qint64>(16'384, all.size() - done)));
                if (!builder.isEmpty())
                    sink.push(builder.take(all.size(), false));
                return {};
            },
            options);
    }

private:
    const Body& m_body;
    Lane<> m_lane;
};

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const Body body = makeBody();
    test::FakeWorkbench workbench;
    AdapterDescriptor descriptor;
    descriptor.module = u"workflow"_s;
    descriptor.tool = u"bench"_s;
    descriptor.title = u"Bench"_s;
    descriptor.nsScheme = u"airflow"_s;
    descriptor.make = [&body](AdapterContext context) {
        return std::make_unique<BenchAdapter>(body, context);
    };
    workbench.hub().setDescriptors({descriptor});
    ServiceConfig config;
    config.id = u"airflow"_s;
    config.module = u"workflow"_s;
    config.tool = u"bench"_s;
    config.ns = u"airflow://bench"_s;
    workbench.hub().add(config, Secret());

    LogPane pane(workbench, u"airflow"_s);
    pane.resize(1120, 420);
    pane.show();
    std::vector<double> times;
    qint64 lines = body.lines;
    for (int run = 0; run <= kRuns; ++run) { // one that is not counted
        TaskInstance one;
        one.ref = {u"orders"_s, u"run"_s, u"task_%1"_s.arg(run), -1};
        one.tryNumber = 1;
        one.state = u"failed"_s;
        QEventLoop loop;
        QElapsedTimer clock;
        clock.start();
        pane.showTask(one.ref, {one});
        double took = -1;
        QObject::connect(pane.view().store(), &ui::LogStore::rowsAppended, &loop, [&](qint64 rows) {
            if (rows < lines)
                return;
            pane.view().viewport()->repaint();
            const auto shown = pane.view().visibleRows();
            if (!shown.empty() && shown.back().first == lines - 1)
                took = double(clock.nsecsElapsed()) / 1e6;
            loop.quit();
        });
        QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
        loop.exec();
        if (took < 0) {
            std::fprintf(stderr, "the last line was not shown\n");
            return 1;
        }
        if (run > 0)
            times.push_back(took);
    }
    bench::Figure figure;
    figure.name = u"workflow.log"_s;
    figure.ours = bench::median(times);
    figure.unit = u"ms"_s;
    figure.runs = kRuns;
    figure.aim = 200;
    return bench::write(figure) ? 0 : 1;
}
