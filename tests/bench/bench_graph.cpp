// SPDX-License-Identifier: GPL-3.0-or-later
// layout.1k, .7k, .20k (CPU time of the first layout), the same work by dot, elkjs and dagre,
// layout.crossings against dot, and graph.frame: the paint of 5,000 nodes at every zoom.
// PILOTHOUSE_BENCH_PEERS=0 leaves the peers out, PILOTHOUSE_BENCH_ONLY=layout (crossings, frame)
// the other parts.
#include "core/runtime.h"
#include "tests/bench/benchfile.h"
#include "tests/ui/graph/scenes.h"
#include "ui/graph/graphview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryFile>
#include <QTest>

#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <optional>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kRuns = 5;
constexpr int kPeerLimit = 60'000; // for the large graph

double cpuMs()
{
    timespec t{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return double(t.tv_sec) * 1e3 + double(t.tv_nsec) / 1e6;
}

double childrenMs()
{
    rusage used{};
    ::getrusage(RUSAGE_CHILDREN, &used);
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3
        + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e3;
}

double ours(const layered::Graph& graph)
{
    std::vector<double> times;
    for (int i = -1; i < kRuns; ++i) {
        const double start = cpuMs();
        const layered::Layout layout = layOut(graph, {});
        const double used = cpuMs() - start;
        if (layout.nodes.empty())
            return -1;
        if (i >= 0)
            times.push_back(used);
    }
    return bench::median(times);
}

// CPU time of `dot -Tplain` and its answer; nothing when it is missing or over the limit.
std::optional<double> dot(const layered::Graph& graph, QByteArray* answer, int limit)
{
    QProcess process;
    const double before = childrenMs();
    process.start(u"dot"_s, {u"-Tplain"_s});
    process.write(toDot(graph));
    process.closeWriteChannel();
    if (!process.waitForFinished(limit) || process.exitCode() != 0) {
        process.kill();
        process.waitForFinished();
        return std::nullopt;
    }
    if (answer)
        *answer = process.readAllStandardOutput();
    return childrenMs() - before;
}

std::optional<double> script(
    const QString& folder, const QString& engine, const layered::Graph& graph, int runs, int limit)
{
    QJsonArray nodes;
    QJsonArray edges;
    for (const auto& node : graph.nodes)
        nodes.append(node.id);
    for (const auto& e : graph.edges)
        edges.append(QJsonArray{e.from, e.to});
    QTemporaryFile file;
    if (!file.open())
        return std::nullopt;
    file.write(QJsonDocument(QJsonObject{{u"nodes"_s, nodes}, {u"edges"_s, edges}}).toJson());
    file.flush();
    QProcess process;
    process.start(u"node"_s,
        {QString::fromUtf8(PH_BENCH_LAYOUT "/peer.mjs"), folder, engine, file.fileName(),
            QString::number(runs)});
    if (!process.waitForFinished(limit) || process.exitCode() != 0) {
        process.kill();
        process.waitForFinished();
        return std::nullopt;
    }
    bool good = false;
    const double ms = process.readAllStandardOutput().trimmed().toDouble(&good);
    return good ? std::optional(ms) : std::nullopt;
}

QString peerFolder()
{
    if (qEnvironmentVariable("PILOTHOUSE_BENCH_PEERS") == "0"_L1)
        return {};
    QProcess process;
    process.start(QString::fromUtf8(PH_BENCH_LAYOUT "/peers"), QStringList());
    if (!process.waitForFinished(330'000) || process.exitCode() != 0) {
        std::printf(
            "elkjs and dagre left out: %s\n", process.readAllStandardError().trimmed().constData());
        return {};
    }
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

bool figure(const QString& name, double value, double aim, std::optional<double> peer = {},
    const QString& peerName = {})
{
    if (value < 0)
        return false;
    bench::Figure f;
    f.name = name;
    f.ours = value;
    f.peer = peer;
    f.peerName = peerName;
    f.unit = u"ms"_s;
    f.runs = kRuns;
    f.aim = aim;
    return bench::write(f);
}

bool layouts()
{
    const layered::Graph thousand = generated(1000);
    const layered::Graph large = generated(7000);
    const double small = ours(thousand);
    const double seven = ours(large);
    bool good = figure(u"layout.1k"_s, small, 10) && figure(u"layout.7k"_s, seven, 40)
        && figure(u"layout.20k"_s, ours(generated(20'000)), 200);
    if (qEnvironmentVariable("PILOTHOUSE_BENCH_PEERS") == "0"_L1)
        return good;
    const auto compare = [&](const QString& name, double mine, std::optional<double> peer,
                             const QString& peerName) {
        if (peer)
            good = figure(name, mine, 1, peer, peerName) && good;
        else
            std::printf("%s: %s missing, or no answer within its limit\n", qPrintable(name),
                qPrintable(peerName));
    };
    compare(u"layout.1k.dot"_s, small, dot(thousand, nullptr, kPeerLimit), u"dot -Tplain"_s);
    compare(u"layout.7k.dot"_s, seven, dot(large, nullptr, kPeerLimit), u"dot -Tplain"_s);
    const QString folder = peerFolder();
    if (folder.isEmpty())
        return good;
    compare(u"layout.1k.elk"_s, small, script(folder, u"elk"_s, thousand, 3, 120'000),
        u"elkjs, settings of Airflow 3"_s);
    compare(u"layout.1k.dagre"_s, small, script(folder, u"dagre"_s, thousand, 3, 120'000),
        u"dagre, tight-tree"_s);
    compare(u"layout.7k.dagre"_s, seven, script(folder, u"dagre"_s, large, 0, kPeerLimit),
        u"dagre, tight-tree"_s);
    return good;
}

// The geometric mean over graphs up to 1,000 nodes; the worst is printed beside it.
bool crossings()
{
    double logs = 0;
    double mine = 0;
    double theirs = 0;
    double worst = 0;
    int count = 0;
    for (const int nodes : {150, 300, 600, 1000})
        for (const quint32 seed : {1U, 5U, 7U}) {
            const layered::Graph graph = generated(nodes, seed);
            QByteArray answer;
            if (!dot(graph, &answer, kPeerLimit)) {
                std::printf("layout.crossings: dot is missing\n");
                return true;
            }
            layered::Options options;
            options.quality = layered::Quality::Refined;
            const double start = cpuMs();
            const layered::Layout layout = layOut(graph, options);
            const double used = cpuMs() - start;
            const auto a = double(straightCrossings(middles(layout), graph.edges));
            const auto b
                = double(straightCrossings(fromPlain(answer, graph.nodes.size()), graph.edges));
            std::printf("  %d nodes, seed %u: ours %.0f in %.0f ms, dot %.0f, ratio %.3f\n", nodes,
                seed, a, used, b, a / b);
            logs += std::log(a / b);
            mine += a;
            theirs += b;
            worst = std::max(worst, a / b);
            ++count;
        }
    std::printf("  mean ratio %.3f, worst %.3f\n", std::exp(logs / count), worst);
    bench::Figure f;
    f.name = u"layout.crossings"_s;
    f.ours = mine;
    f.peer = theirs;
    f.peerName = u"dot"_s;
    f.unit = u"crossings"_s;
    f.runs = count;
    f.aim = 1.2;
    return bench::write(f);
}

bool frames()
{
    ui::Theme theme;
    theme.install(*qApp);
    Runtime runtime;
    ui::GraphView view(runtime, u"bench"_s);
    view.resize(1440, 900);
    view.setScene(generatedScene(5000));
    view.show();
    if (!QTest::qWaitFor([&] { return view.isSettled(); }, 60'000))
        return false;
    QImage image(view.size(), QImage::Format_ARGB32_Premultiplied);
    std::vector<double> all;
    double worst = 0;
    double worstZoom = 0;
    view.fit();
    for (double zoom = view.zoom(); zoom < 2; zoom *= 1.12) {
        std::vector<double> here;
        for (int i = 0; i < 9; ++i) {
            view.setZoom(zoom);
            // From end to end, so that dense and empty places count.
            view.showNode(u"task_number_%1"_s.arg(i * 600));
            const double start = cpuMs();
            view.render(&image, {}, {}, QWidget::DrawWindowBackground);
            here.push_back(cpuMs() - start);
        }
        all.insert(all.end(), here.begin(), here.end());
        const double middle = bench::median(here);
        std::printf("  zoom %.3f: median %.2f ms, most %.2f ms\n", zoom, middle,
            *std::max_element(here.begin(), here.end()));
        if (middle > worst) {
            worst = middle;
            worstZoom = zoom;
        }
    }
    std::printf("  median of all %.2f ms; slowest zoom %.3f\n", bench::median(all), worstZoom);
    // At any zoom: the slowest one counts.
    return figure(u"graph.frame"_s, worst, 8);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QString only = qEnvironmentVariable("PILOTHOUSE_BENCH_ONLY");
    const auto wanted = [&](QLatin1StringView name) {
        return only.isEmpty() || only == name;
    };
    const bool a = !wanted("layout"_L1) || layouts();
    const bool b = !wanted("crossings"_L1) || crossings();
    const bool c = !wanted("frame"_L1) || frames();
    return a && b && c ? 0 : 1;
}
