// SPDX-License-Identifier: GPL-3.0-or-later
// Every state has its own picture, in the grid and in the graph, in both themes; the graph shows
// the same glyph as the list, the Gantt chart and the card.
#include "core/runtime.h"
#include "tests/support/testmain.h"
#include "ui/graph/graphview.h"
#include "ui/theme/theme.h"
#include "workflow/panel/statemark.h"
#include "workflow/panel/taskgraph.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

using namespace pilothouse;
using namespace pilothouse::workflow;
using namespace Qt::StringLiterals;

class WorkflowGlyphsTest final : public QObject
{
    Q_OBJECT

    ui::Theme m_theme;
    Runtime m_runtime;

    QStringList words() const
    {
        QStringList all;
        for (const StateWord& word : taskStates())
            all.append(word);
        all.append(u"a_word_of_tomorrow"_s);
        return all;
    }

    // In one colour, so that only shapes can differ: how much of each pixel the picture covers.
    template <class Paint>
    QImage shape(Paint&& paint) const
    {
        QImage image(56, 56, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.scale(4, 4);
        paint(painter);
        painter.end();
        return image.convertToFormat(QImage::Format_Alpha8);
    }

    static int different(const QImage& a, const QImage& b)
    {
        int count = 0;
        for (int y = 0; y < a.height(); ++y)
            for (int x = 0; x < a.width(); ++x)
                count += std::abs(qAlpha(a.pixel(x, y)) - qAlpha(b.pixel(x, y))) > 64 ? 1 : 0;
        return count;
    }

    void verifyDistinct(const QList<QImage>& pictures) const
    {
        const QStringList names = words();
        QImage empty(pictures[0].size(), QImage::Format_Alpha8);
        empty.fill(0);
        for (int i = 0; i < pictures.size(); ++i) {
            QVERIFY2(different(pictures[i], empty) > 20, qPrintable(names[i] + u" is empty"_s));
            for (int k = 0; k < i; ++k)
                QVERIFY2(different(pictures[i], pictures[k]) > 20,
                    qPrintable(names[i] + u" looks like "_s + names[k]));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme.install(*qApp);
        m_theme.setReduceMotion(true);
    }

    void everyWordHasAGlyph()
    {
        QList<ui::Glyph> seen;
        const QStringList all = words();
        for (const QString& word : all) {
            const ui::Glyph glyph = stateGlyph(word);
            QVERIFY2(glyph != ui::Glyph::None, qPrintable(word));
            QVERIFY2(!seen.contains(glyph), qPrintable(word));
            QVERIFY(!ui::glyphWord(glyph).isEmpty());
            seen.append(glyph);
        }
        QCOMPARE(stateGlyph({}), stateGlyph(u"no_status"_s));
    }

    void cellsAndGlyphsDifferWithoutColour()
    {
        for (const auto mode : {ui::Theme::Mode::Dark, ui::Theme::Mode::Light}) {
            m_theme.setMode(mode);
            QList<QImage> glyphs;
            std::vector<QImage> cells;
            const QStringList all = words();
            for (const QString& word : all) {
                glyphs.append(shape(
                    [&](QPainter& p) { paintStateGlyph(p, QRectF(1, 1, 12, 12), word, m_theme); }));
                // Cells on the ground of the grid: their marks may be cut out of a filled square.
                const QImage cell = grey(word);
                QVERIFY2(
                    std::find(cells.begin(), cells.end(), cell) == cells.end(), qPrintable(word));
                cells.push_back(cell);
            }
            verifyDistinct(glyphs);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void graphShowsEachState()
    {
        DagStructure structure;
        RunEntry run;
        const QStringList all = words();
        for (const QString& word : all) {
            workflow::TaskInfo task;
            task.id = task.label = u"t_"_s + word;
            structure.tasks.push_back(task);
            Cell cell;
            cell.task = task.id;
            cell.state = stateWord(word);
            run.at.insert(task.id, int(run.cells.size()));
            run.cells.push_back(cell);
        }
        for (const auto mode : {ui::Theme::Mode::Dark, ui::Theme::Mode::Light}) {
            m_theme.setMode(mode);
            ui::GraphView view(m_runtime, u"states"_s);
            view.resize(700, 900);
            view.setScene(TaskGraph::scene(structure, &run, {}, {}, QDateTime()));
            view.show();
            QTRY_VERIFY(view.isSettled());
            view.setZoom(1);
            std::vector<QImage> pictures;
            for (const QString& word : all) {
                const QString id = u"t_"_s + word;
                const auto& node = view.scene().nodes[size_t(view.shownPlace(id))];
                QCOMPARE(node.word, word);
                QCOMPARE(node.glyph, stateGlyph(word));
                QCOMPARE(node.tone, stateColor(word));
                view.showNode(id);
                const QImage image = view.grab().toImage();
                // The left part of the card, where its glyph stands.
                const QRect box = view.nodeRect(id).toRect();
                const QImage part = image.copy(QRect(box.left() + 6, box.top() + 4, 18, 20));
                const QRgb ground = part.pixel(0, 0);
                int ink = 0;
                for (int y = 0; y < part.height(); ++y)
                    for (int x = 0; x < part.width(); ++x)
                        ink += part.pixel(x, y) != ground ? 1 : 0;
                QVERIFY2(ink >= 6, qPrintable(word + u" has no glyph"_s));
                QVERIFY2(std::find(pictures.begin(), pictures.end(), part) == pictures.end(),
                    qPrintable(word));
                pictures.push_back(part);
            }
        }
    }

private:
    QImage grey(const QString& word) const
    {
        QImage image(14, 14, QImage::Format_RGB32);
        image.fill(m_theme.color(ui::Token::Surface));
        QPainter painter(&image);
        paintStateCell(painter, QRectF(0, 0, 14, 14), word, m_theme);
        painter.end();
        return image.convertToFormat(QImage::Format_Grayscale8);
    }
};

PH_TEST_MAIN(QApplication, WorkflowGlyphsTest)
#include "tst_workflowglyphs.moc"
