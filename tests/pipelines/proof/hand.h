// SPDX-License-Identifier: GPL-3.0-or-later
// Hand: what a user does to a real window, and nothing else: keys go to whatever has the focus,
// the mouse to whatever is under it. Where something stands may be asked of any widget.
#pragma once

#include <QPoint>
#include <QString>

#include <functional>

class QWidget;

namespace pilothouse::test
{

class Hand final
{
public:
    // One key; with modifiers a shortcut.
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    // Letters of ASCII, as they are typed; a line break is Return.
    static void type(const QString& text);

    static void click(QWidget* widget); // in its middle
    static void click(QWidget* widget, QPoint at);
    // Presses, moves in steps and lets go; both in the coordinates of `widget`.
    static void drag(QWidget* widget, QPoint from, QPoint to);
    // Takes hold of what lies at `from` in a list, carries it over `target` and lets go there: the
    // data are those the list gives away. False: the list gives nothing.
    static bool carry(QWidget* list, QPoint from, QWidget* target, QPoint to);

    // Tab after Tab until `there`; false after as many as no form has.
    static bool tabUntil(const std::function<bool()>& there);
    static QString focused(); // for messages
};

} // namespace pilothouse::test
