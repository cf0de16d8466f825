// SPDX-License-Identifier: GPL-3.0-or-later
// The console: one command at a time. Each is judged before it is sent: reads go at once, changes
// are shown first as the exact command, what the guard refuses is said with its reason.
#pragma once

#include "core/call.h"
#include "core/history/history.h"
#include "queue/api/console.h"
#include "queue/panel/commanddocs.h"
#include "ui/panel.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

#include <list>

class QLabel;

namespace pilothouse::ui
{
class Chip;
class ElidedLabel;
class IconButton;
class PanelHeader;
class PanelRetry;
class StateFrame;
} // namespace pilothouse::ui

namespace pilothouse::queue
{

class ConsoleLine;
class ConsoleOutput;

class ConsolePanel final : public ui::Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsolePanel)

public:
    // Without a history nothing is kept beyond this panel.
    ConsolePanel(ui::Workbench& workbench, const ServiceId& service,
        std::shared_ptr<History> history, QWidget* parent = nullptr);
    ~ConsolePanel() override;

    QString title() const override;
    QString iconName() const override;
    ServiceId serviceId() const override { return m_service; }
    QString kind() const override;
    QList<QAction*> panelActions() const override { return m_actions; }
    void refresh() override;
    qint64 drawnRows() const override;
    void showExample() override;

    ConsoleLine* line() const { return m_line; }
    ConsoleOutput* output() const { return m_output; }
    QString hint() const; // what stands below the field

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildLayout();
    void buildActions();
    void run(const QString& line);
    void judged(const Command& command, const CommandVerdict& verdict);
    void read(const Command& command);
    void write(const Command& command, const CommandVerdict& verdict);
    void finish(const Result<Reply>& reply);
    void refuse(const Error& reason);
    bool stop();
    // A command on its way into the history.
    struct Record {
        HistoryEntry entry;
        Call<qint64> begin;
        Call<bool> end;
        bool over = false; // it was answered
    };
    void beginRecord(const QString& command);
    void endRecord(Record& record);
    void ended(HistoryEntry::Outcome outcome, const QString& error = {});
    void typed(const QString& text);
    void askHint();
    void showHint();
    void unreachable(const Error& error);
    void reachedAgain();
    void updateMode();
    void keepDraft(const QString& text);
    QString draftKey() const;
    Console* console() const;

    const ServiceId m_service;
    const std::shared_ptr<History> m_history;
    QElapsedTimer m_since;
    QTimer m_pause; // after typing
    QHash<QString, CommandDocs> m_docs;
    QString m_judgedLine;
    std::optional<CommandVerdict> m_verdict; // of m_judgedLine
    bool m_haveNames = false;
    bool m_answered = false; // ever
    bool m_busy = false;
    QString m_sentLine; // until it is answered; empty when it may have changed something

    ui::StateFrame* m_frame = nullptr;
    ui::PanelRetry* m_retry = nullptr;
    ui::PanelHeader* m_header = nullptr;
    ui::Chip* m_mode = nullptr;
    ConsoleOutput* m_output = nullptr;
    ConsoleLine* m_line = nullptr;
    ui::ElidedLabel* m_hint = nullptr;
    QLabel* m_state = nullptr;
    QList<QAction*> m_actions;

    Call<Reply> m_askNames;
    Call<Reply> m_askDocs;
    Call<CommandVerdict> m_askVerdict; // while typing
    Call<CommandVerdict> m_judge; // before sending
    Call<Reply> m_read;
    Call<std::vector<HistoryEntry>> m_askHistory;
    std::list<Record> m_records; // not yet written, and the newest at the end
};

} // namespace pilothouse::queue
