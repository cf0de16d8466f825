// SPDX-License-Identifier: GPL-3.0-or-later
// One window per state folder: the first start holds the lock and listens, a second one asks it to
// come forward and ends. Commands without a window use none of this.
#pragma once

#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QObject>
#include <QTimer>

namespace pilothouse::app
{

class SingleInstance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleInstance)

public:
    explicit SingleInstance(const QString& stateFolder, QObject* parent = nullptr);
    ~SingleInstance() override;

    // Takes the lock if nobody has it. A lock left by a process that is gone counts as free.
    bool claim();
    // For the one that did not get it: asks the first to come forward, then emits asked().
    void askFirst();

Q_SIGNALS:
    void raiseRequested(); // at the first
    void asked(bool answered); // at the second

private:
    void listen();

    const QString m_socketPath;
    QLockFile m_lock;
    QLocalServer m_server;
    QLocalSocket m_socket;
    QTimer m_limit;
    bool m_claimed = false;
};

} // namespace pilothouse::app
