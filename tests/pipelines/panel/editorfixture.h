// SPDX-License-Identifier: GPL-3.0-or-later
// A pipeline editor of its own for each test, with the focus, without motion; used by real keys and
// by the mouse. PH_PICTURES names a folder for pictures.
#pragma once

#include "pipelines/catalogue/loader.h"
#include "pipelines/panel/editorpanel.h"
#include "pipelines/panel/nodepalette.h"
#include "pipelines/panel/pipelinecanvas.h"
#include "tests/support/await.h"
#include "tests/support/fakeworkbench.h"
#include "ui/controls/searchfield.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QTest>

namespace pilothouse::test
{

using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

class EditorFixture
{
protected:
    void openEditor()
    {
        m_bench = std::make_unique<FakeWorkbench>();
        m_book = std::make_shared<SessionBook>(
            m_bench->runtime(), m_bench->folder() + u"/drafts/pipelines"_s);
        m_panel = newPanel();
    }
    std::unique_ptr<EditorPanel> newPanel()
    {
        auto panel = std::make_unique<EditorPanel>(*m_bench, m_book, builtInCatalogue());
        panel->resize(1388, 800);
        panel->show();
        panel->activateWindow();
        (void)QTest::qWaitForWindowActive(panel.get());
        return panel;
    }
    void closeEditor()
    {
        m_panel.reset();
        m_book.reset();
        m_bench.reset();
    }
    bool ready(EditorPanel& panel)
    {
        return QTest::qWaitFor([&] {
            return panel.session() && panel.session()->state() == DocumentSession::State::Ready
                && view(panel)->isSettled();
        });
    }
    void newDocument()
    {
        Pipeline pipeline;
        pipeline.name = u"shop"_s;
        m_panel->createNew(pipeline);
        QVERIFY(ready(*m_panel));
        view()->setFocus();
        QTRY_VERIFY(view()->hasFocus());
    }

    ui::GraphView* view() const { return view(*m_panel); }
    static ui::GraphView* view(const EditorPanel& panel) { return panel.canvas()->view(); }
    const Pipeline& pipeline() const { return m_panel->session()->pipeline(); }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(view(), Qt::Key(key), modifiers);
    }
    void settled() { QTRY_VERIFY(view()->isSettled()); }
    QPoint port(const QString& node, bool output, const QString& name = {}) const
    {
        return m_panel->canvas()->editing()->portAt(node, name, output).toPoint();
    }
    // Presses, moves in steps and lets go.
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mousePress(view(), Qt::LeftButton, modifiers, from);
        for (int step = 1; step <= 4; ++step)
            moveTo(from + (to - from) * step / 4, modifiers);
        QTest::mouseRelease(view(), Qt::LeftButton, modifiers, to);
    }
    void moveTo(QPoint at, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QMouseEvent move(QEvent::MouseMove, at, view()->mapToGlobal(at), Qt::NoButton,
            Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(view(), &move);
    }
    // N, some letters, Enter.
    void addByKeys(const QString& words)
    {
        QVERIFY2(view()->hasFocus(), focused());
        key(Qt::Key_N);
        NodePalette* picker = m_panel->picker();
        QVERIFY(picker->isVisible());
        QVERIFY(picker->search()->hasFocus());
        QTest::keyClicks(picker->search(), words);
        QTest::keyClick(picker->search(), Qt::Key_Return);
        QVERIFY(!picker->isVisible());
        settled();
    }
    static const char* focused()
    {
        const QWidget* widget = QApplication::focusWidget();
        return widget ? widget->metaObject()->className() : "nothing has the focus";
    }
    QByteArray text() const { return await(m_panel->session()->text()).value_or(QByteArray()); }
    void picture(const QString& name)
    {
        const QString folder = qEnvironmentVariable("PH_PICTURES");
        QTRY_VERIFY(view()->isSettled());
        QCoreApplication::processEvents();
        if (!folder.isEmpty())
            QVERIFY(m_panel->grab().save(folder + u'/' + name + u".png"_s));
    }

    std::unique_ptr<FakeWorkbench> m_bench;
    std::shared_ptr<SessionBook> m_book;
    std::unique_ptr<EditorPanel> m_panel;
};

} // namespace pilothouse::test
