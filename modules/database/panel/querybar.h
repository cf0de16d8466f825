// SPDX-License-Identifier: GPL-3.0-or-later
// The line over the editor: run, explain, end a transaction, and where all that goes. In a narrow
// tab the words give way, never the write mode.
#pragma once

#include "database/api/query.h"
#include "ui/theme/tokens.h"

#include <QFrame>

class QLabel;

namespace pilothouse::ui
{
class Button;
class Chip;
class IconButton;
} // namespace pilothouse::ui

namespace pilothouse::database
{

class QueryBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueryBar)

public:
    explicit QueryBar(const QString& service, bool history, QWidget* parent = nullptr);

    void setRunning(bool running);
    void setTransaction(TransactionState state);
    void setMode(const QString& text, ui::Token tone, const QString& tip);
    ui::IconButton* historyButton() const { return m_history; }
    QSize minimumSizeHint() const override; // when all that can give way has

Q_SIGNALS:
    void runClicked();
    void explainClicked();
    void commitClicked();
    void rollbackClicked();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildLayout(const QString& service);
    QList<QWidget*> shownAt(int step) const;
    void dress(int step); // words and caps, which the widths depend on
    int widthAt(int step);
    void fit();

    const bool m_hasHistory;
    bool m_open = false;
    int m_narrowest = 0;
    ui::Button* m_run;
    ui::Button* m_explain;
    ui::Button* m_commit;
    ui::Button* m_rollback;
    QLabel* m_target;
    ui::Chip* m_transaction;
    ui::Chip* m_mode;
    ui::IconButton* m_history;
};

} // namespace pilothouse::database
