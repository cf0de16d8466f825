// SPDX-License-Identifier: GPL-3.0-or-later
// Every state of Airflow on the real servers: four runs, one in each state of a run, whose tasks
// are in every state of a task. Grid, graph and card show the right word, glyph and colour.
#include "tests/support/airflowfixture.h"
#include "tests/support/await.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "ui/controls/panelheader.h"
#include "ui/graph/graphview.h"
#include "ui/theme/theme.h"
#include "workflow/airflow/airflowdescriptor.h"
#include "workflow/api/acts.h"
#include "workflow/panel/graphpane.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/runspane.h"
#include "workflow/panel/taskcard.h"
#include "workflow/panel/workflowpanel.h"

#include <QApplication>
#include <QLabel>
#include <QPainter>

#include <map>
#include <set>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace pilothouse::workflow;
using namespace Qt::StringLiterals;
using Tone = ui::Token;

namespace
{

const QString kDag = u"every_state"_s;
const QStringList kRunStates{u"queued"_s, u"running"_s, u"success"_s, u"failed"_s};

// The table of the design language, written down a second time.
const std::map<QString, Tone> kTones{{u"success"_s, Tone::StatusOk},
    {u"failed"_s, Tone::StatusError}, {u"upstream_failed"_s, Tone::StatusError},
    {u"running"_s, Tone::StatusRunning}, {u"restarting"_s, Tone::StatusRunning},
    {u"up_for_retry"_s, Tone::StatusWarn}, {u"up_for_reschedule"_s, Tone::StatusQueued},
    {u"scheduled"_s, Tone::StatusQueued}, {u"queued"_s, Tone::StatusQueued},
    {u"deferred"_s, Tone::StatusQueued}, {u"awaiting_input"_s, Tone::StatusQueued},
    {u"skipped"_s, Tone::StatusIdle}, {u"removed"_s, Tone::StatusIdle},
    {u"no_status"_s, Tone::StatusIdle}};

// The task that stands at a state.
QString taskOf(const QString& word)
{
    return u"at_"_s + word;
}

// Airflow 2 has no awaiting_input.
QStringList statesOf(int major)
{
    QStringList states;
    for (const auto& [word, tone] : kTones)
        if (major == 3 || word != "awaiting_input"_L1)
            states.append(word);
    return states;
}

QByteArray sourceOf(const QStringList& states)
{
    return R"(
from datetime import datetime
from airflow.providers.common.compat.sdk import DAG
from airflow.providers.standard.operators.empty import EmptyOperator

with DAG("every_state", schedule=None, start_date=datetime(2026, 1, 1), catchup=False):
    for name in ")"
        + states.join(u' ').toUtf8() + R"(".split():
        EmptyOperator(task_id="at_" + name)
)";
}

using Picture = std::function<void(QPainter&, const QRectF&, const QString&)>;

// Which of the words this piece of a picture shows: the one whose own picture is nearest.
QString shownWord(const QImage& whole, const QRectF& box, const QStringList& words,
    const Picture& paint, double* distance)
{
    const QRect area = box.toAlignedRect();
    const QImage piece = whole.copy(area).convertToFormat(QImage::Format_RGB32);
    QString best;
    for (const QString& word : words) {
        QImage wanted(piece.size(), QImage::Format_RGB32);
        wanted.fill(whole.pixelColor(area.topLeft() - QPoint(1, 1)));
        {
            QPainter painter(&wanted);
            paint(painter, box.translated(-area.topLeft()), word);
        }
        double sum = 0;
        for (int y = 0; y < piece.height(); ++y)
            for (int x = 0; x < piece.width(); ++x) {
                const QColor a = piece.pixelColor(x, y), b = wanted.pixelColor(x, y);
                sum += std::abs(a.red() - b.red()) + std::abs(a.green() - b.green())
                    + std::abs(a.blue() - b.blue());
            }
        sum /= double(piece.width() * piece.height());
        if (best.isEmpty() || sum < *distance) {
            best = word;
            *distance = sum;
        }
    }
    return best;
}

} // namespace

class EveryStateTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<AirflowFixture> m_server;

private Q_SLOTS:
    void cleanup()
    {
        if (m_server && m_server->isReady())
            m_server->removeDag(u"every_state.py"_s);
        m_server.reset();
    }

    void everyState_data()
    {
        QTest::addColumn<int>("major");
        QTest::newRow("3") << 3;
        QTest::newRow("2") << 2;
    }
    void everyState()
    {
        QFETCH(int, major);
        m_server = std::make_unique<AirflowFixture>(major);
        AirflowFixture& server = *m_server;
        if (!server.isReady() && qEnvironmentVariable("CI") != "true"_L1)
            QSKIP(qPrintable(server.problem()));
        QVERIFY2(server.isReady(), qPrintable(server.problem()));
        const QStringList states = statesOf(major);
        QVERIFY(server.putDag(u"every_state.py"_s, sourceOf(states)));

        FakeWorkbench bench;
        bench.hub().setDescriptors({airflowDescriptor()});
        const ServiceConfig config = server.config();
        bench.hub().add(config, server.password());
        auto* acts = bench.hub().contract<Acts>(config.id);
        auto* dags = bench.hub().contract<Dags>(config.id);
        auto* runs = bench.hub().contract<Runs>(config.id);
        Result<DagDetails> details = fail(Error::Kind::NotFound, {});
        const auto isThere = [&] {
            details = await(dags->details(kDag));
            return details && !details->info.stale;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), 120'000);
        if (details->info.paused)
            QCOMPARE(finish(*dags->setPaused(details->info, false).make(), 60'000),
                TaskStatus::State::Done);
        QHash<QString, QString> runOf;
        for (const QString& state : kRunStates) {
            TriggerRequest request;
            request.dag = kDag;
            request.run = u"%1__%2"_s.arg(state).arg(QDateTime::currentMSecsSinceEpoch());
            runOf[state] = request.run;
            QCOMPARE(finish(*acts->trigger(request).make(), 60'000), TaskStatus::State::Done);
        }
        for (const QString& run : runOf) {
            const auto ended = [&] {
                const auto now = await(runs->run({kDag, run}));
                return now && isFinal(now->state);
            };
            QTRY_VERIFY_WITH_TIMEOUT(ended(), 180'000);
        }
        // Nobody moves what belongs to a DAG that is paused.
        QCOMPARE(
            finish(*dags->setPaused(details->info, true).make(), 60'000), TaskStatus::State::Done);
        for (const QString& state : kRunStates) {
            const QString where
                = u"WHERE dag_id = '%1' AND run_id = '%2'"_s.arg(kDag, runOf[state]);
            const QString said = server.sql(
                u"UPDATE dag_run SET state = '%1' %2; "
                "UPDATE task_instance SET state = NULLIF(substr(task_id, 4), 'no_status') %2"_s.arg(
                    state, where));
            QVERIFY2(!said.startsWith("ERROR"_L1), qPrintable(said));
        }

        WorkflowPanel panel(bench, config.id);
        panel.resize(1900, 1100);
        panel.show();
        QTRY_VERIFY_WITH_TIMEOUT(panel.feed().hasDags() && panel.feed().dag(kDag), 60'000);
        panel.show(Target{kDag, runOf[u"running"_s], {}, -1});
        RunGrid* grid = panel.runs()->grid();
        QTRY_VERIFY_WITH_TIMEOUT(panel.feed().book(kDag)
                && panel.feed().book(kDag)->indexOf(runOf[u"running"_s]) >= 0
                && grid->rows().size() == states.size(),
            60'000);
        const auto& theme = ui::Theme::of(&panel);

        // The grid: words of all cells, then what is painted.
        for (const QString& state : kRunStates) {
            const QString& run = runOf[state];
            QTRY_COMPARE_WITH_TIMEOUT(
                panel.feed().book(kDag)->find(run)->info.state, state, 60'000);
            QTRY_VERIFY_WITH_TIMEOUT(
                panel.feed().book(kDag)->find(run)->cells.size() >= size_t(states.size()), 60'000);
        }
        const Picture asCell = [&](QPainter& p, const QRectF& box, const QString& word) {
            paintStateCell(p, box, word, theme);
        };
        const Picture asGlyph = [&](QPainter& p, const QRectF& box, const QString& word) {
            paintStateGlyph(p, box, word, theme);
        };
        const QImage painted = grid->viewport()->grab().toImage();
        const QStringList words = statesOf(3);
        double distance = 0;
        for (const QString& state : kRunStates) {
            const int column = panel.feed().book(kDag)->indexOf(runOf[state]);
            for (const QString& word : states) {
                const int row = grid->rows().indexOf(taskOf(word));
                QVERIFY2(row >= 0, qPrintable(word));
                const auto cell = grid->cellAt(row, column);
                QVERIFY(cell);
                QCOMPARE(cell->state, word);
                QVERIFY2(grid->cellWords(row, column).contains(word),
                    qPrintable(grid->cellWords(row, column)));
                const QRect at = grid->cellRect(row, column);
                const QRectF box(at.left() + (at.width() - 14) / 2.0,
                    at.top() + (at.height() - 14) / 2.0, 14, 14);
                QCOMPARE(shownWord(painted, box, words, asCell, &distance), word);
                QVERIFY2(distance < 8, qPrintable(u"%1: %2"_s.arg(word).arg(distance)));
            }
            const QRect at = grid->cellRect(-1, column);
            const QRectF box(
                at.left() + (at.width() - 11) / 2.0, at.top() + (at.height() - 11) / 2.0, 11, 11);
            QCOMPARE(shownWord(painted, box, words, asGlyph, &distance), state);
        }
        for (const auto& [word, tone] : kTones)
            QCOMPARE(stateColor(word), tone);

        // The graph, and the card of one task after the other.
        ui::GraphView* graph = panel.graph()->view();
        QTRY_COMPARE_WITH_TIMEOUT(graph->scene().nodes.size(), size_t(states.size()), 60'000);
        std::set<std::pair<ui::Glyph, QString>> looks;
        for (const ui::GraphNode& node : graph->scene().nodes) {
            QCOMPARE(taskOf(node.word), node.id);
            QCOMPARE(node.tone, kTones.at(node.word));
            QVERIFY(looks.emplace(node.glyph, node.word).second);
            QVERIFY2(graph->nodeWords(graph->shownPlace(node.id)).contains(node.word),
                qPrintable(graph->nodeWords(graph->shownPlace(node.id))));
        }
        // Each node has a picture of its own where its glyph stands.
        graph->setZoom(1);
        std::vector<QImage> pictures;
        for (const QString& word : states) {
            graph->showNode(taskOf(word));
            const QRect node = graph->nodeRect(taskOf(word)).toRect();
            const QImage part
                = graph->grab().toImage().copy(node.left() + 6, node.top() + 4, 18, 20);
            QVERIFY2(std::ranges::find(pictures, part) == pictures.end(), qPrintable(word));
            pictures.push_back(part);
        }
        for (const QString& word : states) {
            grid->setCurrent(runOf[u"running"_s], taskOf(word));
            const auto told = [&] {
                const auto& instance = panel.card()->instance();
                return instance && instance->ref.task == taskOf(word) && instance->state == word;
            };
            QTRY_VERIFY_WITH_TIMEOUT(told(), 30'000);
            auto* header = panel.card()->findChild<ui::PanelHeader*>();
            const auto parts = header->findChildren<QWidget*>();
            const auto sign = std::ranges::find_if(parts, [&](const QWidget* one) {
                return one->isVisible() && one->accessibleName() == ui::glyphWord(stateGlyph(word));
            });
            QVERIFY2(sign != parts.end(), qPrintable(word));
            const QPointF middle = QRectF((*sign)->geometry()).center();
            QCOMPARE(shownWord(header->grab().toImage(),
                         QRectF(middle - QPointF(6, 6), QSizeF(12, 12)), words, asGlyph, &distance),
                word);
            const auto labels = panel.card()->findChildren<QLabel*>();
            const auto label = std::ranges::find_if(
                labels, [&](const QLabel* one) { return one->text() == word && one->isVisible(); });
            QVERIFY2(label != labels.end(), qPrintable(word));
            QCOMPARE(
                (*label)->property("tone").toString(), ui::tokenName(kTones.at(word)).toString());
        }
    }
};

PH_TEST_MAIN(QApplication, EveryStateTest)
#include "tst_everystate.moc"
