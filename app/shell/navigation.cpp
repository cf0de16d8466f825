// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/navigation.h"

#include "app/shell/tabarea.h"
#include "ui/panel.h"
#include "ui/timecontext.h"

#include <QApplication>
#include <QSplitter>

#include <functional>

namespace pilothouse::app
{

NavigationHistory::NavigationHistory(ui::TimeContext& time, QObject* parent)
    : QObject(parent)
    , m_time(time)
{
    connect(&time, &ui::TimeContext::remembered, this, [this] { remember({true, nullptr}); });
}

void NavigationHistory::setArea(TabArea* area)
{
    m_area = area;
    connect(area, &TabArea::currentChanged, this, [this](ui::Panel* now) {
        const QPointer<ui::Panel> before = std::exchange(m_current, now);
        if (before && before != now)
            remember({false, before});
    });
}

void NavigationHistory::remember(Step step)
{
    constexpr size_t kSteps = 200;
    if (m_stepping)
        return;
    m_back.push_back(std::move(step));
    if (m_back.size() > kSteps)
        m_back.erase(m_back.begin());
    m_forward.clear();
}

bool NavigationHistory::step(std::vector<Step>& from, std::vector<Step>& to, bool back)
{
    while (!from.empty()) {
        const Step step = from.back();
        from.pop_back();
        if (!step.time && (!step.panel || step.panel == m_current))
            continue; // the tab was closed meanwhile
        m_stepping = true;
        if (step.time) {
            to.push_back({true, nullptr});
            if (back)
                m_time.back();
            else
                m_time.forward();
        } else {
            to.push_back({false, m_current});
            m_area->activate(step.panel);
        }
        m_stepping = false;
        return true;
    }
    return false;
}

namespace
{

// The leaves of the outermost splitters of a widget; the widget itself when it has none.
void collectLeaves(QWidget* widget, QList<QWidget*>& panes)
{
    if (auto* splitter = qobject_cast<QSplitter*>(widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            if (splitter->widget(i)->isVisible())
                collectLeaves(splitter->widget(i), panes);
        return;
    }
    const auto inner = widget->findChildren<QSplitter*>();
    bool any = false;
    for (QSplitter* splitter : inner) {
        const auto* outer = splitter->parentWidget();
        bool outermost = splitter->isVisible();
        for (; outer && outer != widget; outer = outer->parentWidget())
            outermost = outermost && !qobject_cast<const QSplitter*>(outer);
        if (outermost) {
            any = true;
            collectLeaves(splitter, panes);
        }
    }
    if (!any)
        panes.append(widget);
}

QWidget* firstControl(QWidget* pane)
{
    if (pane->focusPolicy() & Qt::TabFocus)
        return pane;
    for (QWidget* w = pane->nextInFocusChain(); w && w != pane; w = w->nextInFocusChain())
        if (pane->isAncestorOf(w) && w->isVisible() && w->isEnabled() && !w->focusProxy()
            && (w->focusPolicy() & Qt::TabFocus))
            return w;
    return nullptr;
}

} // namespace

QList<QWidget*> collectPanes(const QList<QWidget*>& before, const TabArea& area, QWidget* after)
{
    QList<QWidget*> panes = before;
    const auto groups = area.groups();
    for (const TabGroup* group : groups)
        if (ui::Panel* panel = group->current())
            collectLeaves(panel, panes);
    panes.append(after);
    return panes;
}

void stepPane(const QList<QWidget*>& panes, bool forward)
{
    const QWidget* focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i)
        if (focus && (panes[i] == focus || panes[i]->isAncestorOf(focus)))
            at = i;
    for (qsizetype n = 1; n <= panes.size(); ++n) {
        const qsizetype i = forward ? (at + n) % panes.size()
                                    : ((at < 0 ? 0 : at) - n + 2 * panes.size()) % panes.size();
        if (QWidget* control = firstControl(panes[i])) {
            control->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace pilothouse::app
