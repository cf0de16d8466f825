// SPDX-License-Identifier: GPL-3.0-or-later
// A window around one panel, real keys into it, and what every panel must keep to.
#pragma once

#include "tests/support/fakeworkbench.h"
#include "ui/panel.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QPointer>
#include <QTest>
#include <QTimer>
#include <QVBoxLayout>

namespace pilothouse::test
{

// Shows `panel` (not owned) and makes it active, so that shortcuts work.
class PanelWindow final : public QWidget
{
public:
    explicit PanelWindow(QWidget* panel)
        : m_panel(panel)
    {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(panel);
        resize(1440, 900);
        show();
        activateWindow();
        (void)QTest::qWaitForWindowActive(this);
    }
    ~PanelWindow() override
    {
        if (m_panel)
            m_panel->setParent(nullptr);
    }
    Q_DISABLE_COPY_MOVE(PanelWindow)

private:
    const QPointer<QWidget> m_panel;
};

// Names of visible widgets that take the focus and have no accessible name.
inline QStringList withoutName(QWidget& root)
{
    QStringList out;
    for (auto* w : root.findChildren<QWidget*>()) {
        if (!w->isVisible() || w->focusPolicy() == Qt::NoFocus || !w->isEnabled()
            || w->focusProxy())
            continue;
        auto* a = QAccessible::queryAccessibleInterface(w);
        if (!a || a->text(QAccessible::Name).isEmpty())
            out.append(QString::fromLatin1(w->metaObject()->className()));
    }
    return out;
}

// The longest time between two turns of the event loop.
class GapMeter final : public QObject
{
public:
    GapMeter()
    {
        m_timer.setInterval(10);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_worst = std::max(m_worst, m_clock.restart());
            ++m_turns;
        });
        m_clock.start();
        m_timer.start();
    }
    qint64 worst() const { return m_worst; }
    int turns() const { return m_turns; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_worst = 0;
    int m_turns = 0;
};

inline Error refused()
{
    Error e;
    e.kind = Error::Kind::Refused;
    e.where = QString::fromLatin1("shop-db");
    e.detail = QString::fromLatin1("connection to 127.0.0.1:5432 refused");
    return e;
}

} // namespace pilothouse::test
