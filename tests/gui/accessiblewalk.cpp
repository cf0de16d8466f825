// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/accessiblewalk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QTabBar>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

namespace
{

int g_seen = 0;

bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::EditableText:
    case QAccessible::ComboBox:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::Link:
    case QAccessible::HotkeyField:
    case QAccessible::PageTabList:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::List:
    case QAccessible::Canvas:
    case QAccessible::Chart:
        return true;
    default:
        return false;
    }
}

QString describe(const QAccessibleInterface* node)
{
    QStringList path;
    for (QObject* object = node->object(); object; object = object->parent()) {
        const QString name = object->objectName();
        path.prepend(QString::fromLatin1(object->metaObject()->className())
            + (name.isEmpty() ? QString() : u'#' + name));
        if (path.size() == 4)
            break;
    }
    return path.join(u" > "_s);
}

// Part of a control that has the focus for it: the buttons of a spin box, a header of a table.
bool belongsToControl(const QWidget* widget)
{
    for (const QWidget* w = widget->parentWidget(); w; w = w->parentWidget())
        if (qobject_cast<const QAbstractSpinBox*>(w) || qobject_cast<const QComboBox*>(w)
            || qobject_cast<const QTabBar*>(w) || qobject_cast<const QAbstractItemView*>(w))
            return true;
    return false;
}

bool reachable(const QWidget* widget)
{
    for (const QWidget* w = widget; w; w = w->focusProxy())
        if (w->focusPolicy() & Qt::TabFocus)
            return true;
    // A group of radio-like buttons is one stop; arrows move inside it.
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget);
        button && (button->group() || button->autoExclusive()))
        return true;
    // The list of a field that keeps the keys (completion, palette) is worked from there.
    if (const QWidget* proxy = widget->parentWidget())
        return proxy->focusProxy() && (proxy->focusProxy()->focusPolicy() & Qt::TabFocus)
            && qobject_cast<const QAbstractItemView*>(widget);
    return false;
}

void walk(QAccessibleInterface* node, int children, QStringList& problems, int depth)
{
    if (!node || !node->isValid() || depth > 60)
        return;
    auto* widget = qobject_cast<QWidget*>(node->object());
    const QAccessible::State state = node->state();
    if (widget && !widget->isVisible())
        return;
    if (widget && isControl(node->role()) && widget->isEnabled() && !state.invisible
        && !belongsToControl(widget) && widget->objectName() != u"qt_scrollarea_viewport"_s) {
        ++g_seen;
        if (node->text(QAccessible::Name).trimmed().isEmpty())
            problems << u"unnamed: "_s + describe(node);
        if (!reachable(widget))
            problems << u"no key reaches: "_s + node->text(QAccessible::Name) + u" "_s
                    + describe(node);
    }
    const int count = qMin(node->childCount(), widget ? INT_MAX : children);
    const bool view = qobject_cast<QAbstractItemView*>(widget) != nullptr;
    for (int i = 0; i < (view ? qMin(count, children) : count); ++i)
        walk(node->child(i), children, problems, depth + 1);
}

} // namespace

QStringList accessibleProblems(QWidget* root, int children)
{
    g_seen = 0;
    QStringList problems;
    walk(QAccessible::queryAccessibleInterface(root), children, problems, 0);
    problems.removeDuplicates();
    return problems;
}

int accessibleControlsSeen()
{
    return g_seen;
}

} // namespace pilothouse::test
