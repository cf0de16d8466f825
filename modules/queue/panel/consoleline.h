// SPDX-License-Identifier: GPL-3.0-or-later
// The field of the console: Enter runs, Up and Down walk the history, Tab completes the command.
#pragma once

#include "queue/panel/consolehistory.h"

#include <QLineEdit>

class QStringListModel;

namespace pilothouse::queue
{

class ConsoleLine final : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsoleLine)

public:
    explicit ConsoleLine(QWidget* parent = nullptr);

    ConsoleHistory& history() { return m_history; }
    void setCommands(const QStringList& names);
    // The command at the start of the line: "CLIENT LIST", or its first word when it is not known.
    QString command() const;
    bool closePopup(); // true when there was one

Q_SIGNALS:
    void entered(const QString& line);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool complete();
    void take(const QString& name);

    ConsoleHistory m_history;
    QStringListModel* m_names;
};

} // namespace pilothouse::queue
