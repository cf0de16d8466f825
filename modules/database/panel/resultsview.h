// SPDX-License-Identifier: GPL-3.0-or-later
// The lower half of a query tab: one segment per result, and the messages.
#pragma once

#include "core/tablestore.h"
#include "database/api/query.h"

#include <QWidget>

#include <map>

class QPlainTextEdit;
class QStackedWidget;
class QHBoxLayout;
class QLabel;

namespace pilothouse::ui
{
class SegmentedControl;
}

namespace pilothouse::database
{

class ResultPane;

class ResultsView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResultsView)

public:
    static constexpr int kMostResults = 30; // of one run; the others' rows are not kept

    explicit ResultsView(Runtime& runtime, QWidget* parent = nullptr);

    void clear();
    void addResult(int statement, std::shared_ptr<TableStore> store);
    void progress(int statement, qint64 rows, qint64 bytes);
    void finished(const StatementFinished& done);
    void failed(const StatementFailed& failure);
    void say(const QString& line); // into the messages
    void stopped(); // whatever still streams is over

    ResultPane* current() const;
    int statementOf(const ResultPane* pane) const; // its index in the run; -1: none
    qint64 drawnRows() const;
    bool hasResults() const { return !m_panes.empty(); }
    bool closeInnermost();

Q_SIGNALS:
    void stopRequested();
    void exportRequested(pilothouse::database::ResultPane* pane);
    void remedyRequested(const QString& statement);

private:
    void rebuildSegments();
    void show(int segment);
    QString shownTag(const StatementFinished& done) const;

    Runtime& m_runtime;
    ui::SegmentedControl* m_segments = nullptr;
    QHBoxLayout* m_head = nullptr;
    QStackedWidget* m_stack = nullptr;
    QPlainTextEdit* m_messages = nullptr;
    QLabel* m_where = nullptr;
    QWidget* m_shownBar = nullptr;
    std::map<int, ResultPane*> m_panes; // by statement
    int m_messageCount = 0;
};

} // namespace pilothouse::database
