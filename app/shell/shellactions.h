// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of the shell with its id, text and keys. Keys the user changed come from
// settings.ini.
#pragma once

#include <QAction>
#include <QObject>

#include <vector>

class QKeyEvent;
class QSettings;
class QWidget;

namespace pilothouse::app
{

class ShellActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShellActions)

public:
    ShellActions(QWidget* window, QSettings& settings);

    // Fallback keys are taken only when nothing in the focused panel wants them (F5, ?).
    enum class Reach { Always, Fallback };

    QAction* add(const QString& id, const QString& text, const QList<QKeySequence>& keys,
        const QString& iconName, Reach reach = Reach::Always);
    QAction* action(const QString& id) const;
    const std::vector<QAction*>& all() const { return m_actions; }

    // Empty: back to the default.
    void setKeys(const QString& id, const QList<QKeySequence>& keys);
    static QString idOf(const QAction* action);
    static QList<QKeySequence> keys(const QAction* action); // also those of fallback actions
    static QString iconName(const QAction* action);

    // Called with keys nobody took; true when one of ours did.
    bool handleFallback(const QKeyEvent& event);

protected:
    // An editor that would swallow a key of the shell (Ctrl+T, Ctrl+L) does not get to.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply(QAction* action);
    QList<QKeySequence> keysOf(const QAction* action) const;

    QWidget* m_window;
    QSettings& m_settings;
    std::vector<QAction*> m_actions;
};

} // namespace pilothouse::app
