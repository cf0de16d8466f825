// SPDX-License-Identifier: GPL-3.0-or-later
// A GraphView of its own for each test, with the focus and without motion.
#pragma once

#include "tests/ui/graph/scenes.h"

#include "core/runtime.h"
#include "ui/graph/graphview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>

#include <memory>

namespace pilothouse::test
{

class ViewFixture
{
protected:
    void openView()
    {
        m_theme.setMode(ui::Theme::Mode::Dark);
        m_theme.setReduceMotion(true);
        m_view
            = std::make_unique<ui::GraphView>(m_runtime, QString::fromLatin1("Graph of the run"));
        m_view->resize(900, 500);
        m_view->show();
        m_view->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }
    QPoint middle(const QString& id) const { return m_view->nodeRect(id).center().toPoint(); }
    void show(ui::GraphScene scene)
    {
        m_view->setScene(std::move(scene));
        QTRY_VERIFY(m_view->isSettled());
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_view.get(), key, modifiers);
    }

    ui::Theme m_theme;
    Runtime m_runtime;
    std::unique_ptr<ui::GraphView> m_view;
};

} // namespace pilothouse::test
