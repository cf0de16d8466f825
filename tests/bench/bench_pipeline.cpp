// SPDX-License-Identifier: GPL-3.0-or-later
// pipeline.open: a document of 1,000 nodes from its file to painted. pipeline.drag and .drag10k:
// one frame while a node is moved among 1,000 and 10,000. pipeline.edit10k: one setting of one of
// 10,000 nodes, until its canvas is painted.
#include "pipelines/catalogue/loader.h"
#include "pipelines/panel/editorpanel.h"
#include "pipelines/panel/pipelinecanvas.h"
#include "pipelines/yaml/layoutfile.h"
#include "pipelines/yaml/yamlstore.h"
#include "tests/bench/benchfile.h"
#include "tests/support/fakeworkbench.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QMouseEvent>
#include <QTest>

#include <cstdio>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kRuns = 5;
constexpr int kFrames = 60;

// Chains of ten in rows, as they come from somebody who has put them in order.
Document document(int nodes)
{
    Document document;
    document.pipeline.name = u"bench"_s;
    for (int i = 0; i < nodes; ++i) {
        Node node;
        node.id = u"task_%1"_s.arg(i);
        node.kind = u"process.sql"_s;
        node.params.push_back({u"connection"_s, Value::ofText(u"warehouse"_s)});
        node.params.push_back({u"sql"_s, Value::ofText(u"SELECT %1"_s.arg(i))});
        document.layout.places[node.id] = QPointF(i % 10 * 240, int(i / 10) * 110);
        document.pipeline.nodes.push_back(std::move(node));
        if (i % 10 > 0)
            document.pipeline.edges.push_back(
                {u"task_%1"_s.arg(i - 1), {}, u"task_%1"_s.arg(i), {}, {}});
    }
    return document;
}

bool write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

struct Editor {
    test::FakeWorkbench bench;
    std::shared_ptr<SessionBook> book
        = std::make_shared<SessionBook>(bench.runtime(), bench.folder() + u"/journals"_s);
    EditorPanel panel{bench, book, builtInCatalogue()};
    QString file;

    explicit Editor(int nodes)
    {
        panel.resize(1388, 820);
        panel.show();
        const Document what = document(nodes);
        file = bench.folder() + u"/bench.pipeline.yaml"_s;
        if (!write(file, YamlStore().written(what.pipeline).value_or(QByteArray()))
            || !write(bench.folder() + u"/bench.pipeline.layout"_s, layoutText(what.layout)))
            std::printf("the document cannot be written\n");
    }
    ui::GraphView* view() const { return panel.canvas()->view(); }
    bool isOpen(int nodes) const
    {
        return panel.session() && panel.session()->state() == DocumentSession::State::Ready
            && int(view()->shownNodes().size()) >= nodes;
    }
};

double openOnce(int nodes)
{
    Editor editor(nodes);
    QCoreApplication::processEvents();
    const bench::Stopwatch watch;
    editor.panel.openFile(editor.file);
    if (!QTest::qWaitFor([&] { return editor.isOpen(nodes); }, 60'000))
        return -1;
    editor.view()->repaint();
    return watch.ms();
}

double drag(int nodes)
{
    Editor editor(nodes);
    editor.panel.openFile(editor.file);
    ui::GraphView* view = editor.view();
    if (!QTest::qWaitFor([&] { return editor.isOpen(nodes) && view->isSettled(); }, 120'000))
        return -1;
    const QString id = u"task_5"_s;
    view->setZoom(1);
    view->showNode(id);
    const QPoint from = view->nodeRect(id).center().toPoint();
    QTest::mousePress(view, Qt::LeftButton, {}, from);
    std::vector<double> frames;
    for (int i = 1; i <= kFrames; ++i) {
        const QPointF at = from + QPointF(i * 3, (i % 7) * 4);
        const bench::Stopwatch watch;
        QMouseEvent move(QEvent::MouseMove, at, view->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
            Qt::NoModifier);
        QCoreApplication::sendEvent(view, &move);
        view->repaint();
        frames.push_back(watch.ms());
    }
    QTest::mouseRelease(view, Qt::LeftButton, {}, from);
    return bench::median(frames);
}

double edit(int nodes)
{
    Editor editor(nodes);
    editor.panel.openFile(editor.file);
    if (!QTest::qWaitFor([&] { return editor.isOpen(nodes); }, 120'000))
        return -1;
    std::vector<double> times;
    for (int i = 0; i < kRuns; ++i) {
        const bench::Stopwatch watch;
        const auto done = editor.panel.session()->edit(Text::verbatim(u"bench"_s),
            {SetSetting{Section::Params, u"task_7"_s, u"sql"_s,
                Setting{u"sql"_s, Value::ofText(QString::number(i))}, -1}});
        editor.view()->repaint();
        if (!done)
            return -1;
        times.push_back(watch.ms());
    }
    return bench::median(times);
}

bool figure(const QString& name, double value, double aim, int runs)
{
    if (value < 0)
        return false;
    bench::Figure f;
    f.name = name;
    f.ours = value;
    f.unit = u"ms"_s;
    f.runs = runs;
    f.aim = aim;
    return bench::write(f);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    ui::Theme theme;
    theme.install(app);
    theme.setReduceMotion(true);
    std::vector<double> opens;
    for (int i = -1; i < kRuns; ++i) {
        const double ms = openOnce(1000);
        if (ms < 0)
            return 1;
        if (i >= 0)
            opens.push_back(ms);
    }
    const bool good = figure(u"pipeline.open"_s, bench::median(opens), 100, kRuns)
        && figure(u"pipeline.drag"_s, drag(1000), 8, kFrames)
        && figure(u"pipeline.drag10k"_s, drag(10'000), 16, kFrames)
        && figure(u"pipeline.edit10k"_s, edit(10'000), 0, kRuns);
    return good ? 0 : 1;
}
