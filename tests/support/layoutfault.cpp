// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/layoutfault.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include <vector>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t kFewest = 9; // parts of a panel that is on screen at all

bool scrolls(const QObject* w)
{
    return qobject_cast<const QAbstractScrollArea*>(w) != nullptr;
}

bool isPart(const QWidget* w)
{
    return qobject_cast<const QAbstractButton*>(w) || qobject_cast<const QLabel*>(w)
        || qobject_cast<const QLineEdit*>(w) || qobject_cast<const QComboBox*>(w)
        || w->inherits("pilothouse::ui::ElidedLabel") || w->inherits("pilothouse::ui::PlotView")
        || scrolls(w);
}

bool isInside(const QWidget* w, const QWidget& panel)
{
    if (qobject_cast<const QLineEdit*>(w->parentWidget()))
        return true; // a button of the field
    for (const QWidget* up = w->parentWidget(); up && up != &panel; up = up->parentWidget())
        if (scrolls(up))
            return true;
    return false;
}

QString nameOf(const QWidget* w)
{
    return QString::fromLatin1(w->metaObject()->className()) + u' ' + w->accessibleName()
        + w->property("text").toString();
}

} // namespace

QString layoutFault(const QWidget& panel)
{
    struct Part {
        const QWidget* widget;
        QRect at;
    };
    std::vector<Part> parts;
    for (const QWidget* w : panel.findChildren<QWidget*>()) {
        if (!isPart(w) || !w->isVisible() || isInside(w, panel))
            continue;
        const QRect at(w->mapTo(&panel, QPoint()), w->size());
        if (!panel.rect().contains(at))
            return nameOf(w) + u" is outside"_s;
        const int least = w->minimumWidth() > 0 ? w->minimumWidth() : w->minimumSizeHint().width();
        if (!scrolls(w) && w->width() < least)
            return nameOf(w) + u" is too narrow"_s;
        for (const Part& other : parts)
            if (other.at.intersects(at) && !other.widget->isAncestorOf(w)
                && !w->isAncestorOf(other.widget))
                return nameOf(w) + u" lies over "_s + nameOf(other.widget);
        parts.push_back({w, at});
    }
    return parts.size() >= kFewest ? QString() : u"nothing is on screen"_s;
}

} // namespace pilothouse::test
