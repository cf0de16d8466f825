// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shellactions.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QSettings>
#include <QWidget>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto defaultsProperty = "pilothouseDefaultKeys";
constexpr auto fallbackProperty = "pilothouseFallback";
constexpr auto keysProperty = "pilothouseKeys";
constexpr auto iconProperty = "pilothouseIcon";

QKeySequence pressed(const QKeyEvent& event)
{
    return QKeySequence(event.keyCombination());
}

} // namespace

ShellActions::ShellActions(QWidget* window, QSettings& settings)
    : QObject(window)
    , m_window(window)
    , m_settings(settings)
{
    QCoreApplication::instance()->installEventFilter(this);
}

QAction* ShellActions::add(const QString& id, const QString& text, const QList<QKeySequence>& keys,
    const QString& iconName, Reach reach)
{
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    action->setProperty(defaultsProperty, QVariant::fromValue(keys));
    action->setProperty(fallbackProperty, reach == Reach::Fallback);
    action->setProperty(iconProperty, iconName);
    m_actions.push_back(action);
    m_window->addAction(action);
    apply(action);
    return action;
}

QAction* ShellActions::action(const QString& id) const
{
    for (QAction* action : m_actions)
        if (action->objectName() == id)
            return action;
    return nullptr;
}

QString ShellActions::idOf(const QAction* action)
{
    return action->objectName();
}

QList<QKeySequence> ShellActions::keys(const QAction* action)
{
    return action->property(keysProperty).value<QList<QKeySequence>>();
}

QString ShellActions::iconName(const QAction* action)
{
    return action->property(iconProperty).toString();
}

QList<QKeySequence> ShellActions::keysOf(const QAction* action) const
{
    const QString saved = m_settings.value(u"shortcuts/"_s + idOf(action)).toString();
    if (saved.isEmpty())
        return action->property(defaultsProperty).value<QList<QKeySequence>>();
    return QKeySequence::listFromString(saved, QKeySequence::PortableText);
}

void ShellActions::apply(QAction* action)
{
    const auto keys = keysOf(action);
    action->setProperty(keysProperty, QVariant::fromValue(keys));
    // A fallback key is not given to Qt: it would be ambiguous with the panel's own.
    if (!action->property(fallbackProperty).toBool())
        action->setShortcuts(keys);
}

void ShellActions::setKeys(const QString& id, const QList<QKeySequence>& keys)
{
    QAction* found = action(id);
    if (!found)
        return;
    if (keys.isEmpty())
        m_settings.remove(u"shortcuts/"_s + id);
    else
        m_settings.setValue(
            u"shortcuts/"_s + id, QKeySequence::listToString(keys, QKeySequence::PortableText));
    apply(found);
}

bool ShellActions::handleFallback(const QKeyEvent& event)
{
    const QKeySequence keys = pressed(event);
    for (QAction* action : m_actions) {
        if (!action->property(fallbackProperty).toBool() || !action->isEnabled())
            continue;
        const auto own = action->property(keysProperty).value<QList<QKeySequence>>();
        for (const QKeySequence& each : own)
            // A character such as ? is what was typed, whatever Shift it needs on this keyboard.
            if (each == keys || (!event.text().isEmpty() && each.toString() == event.text())) {
                action->trigger();
                return true;
            }
    }
    return false;
}

bool ShellActions::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    auto* widget = qobject_cast<QWidget*>(watched);
    const auto* key = static_cast<QKeyEvent*>(event);
    const auto modifiers = key->modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    if (!widget || widget->window() != m_window
        || (!modifiers && (key->key() < Qt::Key_F1 || key->key() > Qt::Key_F35)))
        return QObject::eventFilter(watched, event);
    const QKeySequence keys = pressed(*key);
    for (const QAction* action : m_actions)
        if (action->isEnabled() && action->shortcuts().contains(keys)) {
            event->ignore();
            return true;
        }
    return QObject::eventFilter(watched, event);
}

} // namespace pilothouse::app
