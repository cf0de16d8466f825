// SPDX-License-Identifier: GPL-3.0-or-later
// One session of the lock cockpit: what it is, what it holds, what that stops, and how to end it.
#pragma once

#include "database/api/activity.h"

#include <QWidget>

class QFormLayout;
class QHBoxLayout;
class QLabel;

namespace pilothouse::ui
{
class Button;
class CodeEditor;
class PanelHeader;
} // namespace pilothouse::ui

namespace pilothouse::database
{

class SessionCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionCard)

public:
    explicit SessionCard(QWidget* parent = nullptr);

    // pid 0 and no such session: the card says that nothing is chosen.
    void show(const ActivitySnapshot& snapshot, int pid);
    // Why acts are off ("Writes are off …"); empty: they are on.
    void setActsRefused(const QString& reason);
    int pid() const { return m_pid; }

Q_SIGNALS:
    void cancelRequested(int pid);
    void terminateRequested(int pid);

private:
    void buildLayout();
    void fillChips(QHBoxLayout* row, const QStringList& texts, bool good);
    void updateButtons(const SessionInfo* session);

    int m_pid = 0;
    QString m_refused;
    ui::PanelHeader* m_header = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_transaction = nullptr;
    QLabel* m_client = nullptr;
    QLabel* m_locks = nullptr;
    QLabel* m_queryCaption = nullptr;
    ui::CodeEditor* m_query = nullptr;
    QLabel* m_sentence = nullptr;
    QWidget* m_modes = nullptr;
    QHBoxLayout* m_through = nullptr;
    QHBoxLayout* m_stops = nullptr;
    QLabel* m_note = nullptr;
    ui::Button* m_cancel = nullptr;
    ui::Button* m_terminate = nullptr;
};

} // namespace pilothouse::database
