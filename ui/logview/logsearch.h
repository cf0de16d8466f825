// SPDX-License-Identifier: GPL-3.0-or-later
// LogSearch: the search in one log. Runs on a lane, from the place the user looks at to the end and
// then from the begin; first matches come at once, and lines that arrive later are searched too.
#pragma once

#include "core/lane.h"
#include "ui/logview/logmatcher.h"
#include "ui/logview/logstore.h"
#include "ui/logview/rowset.h"

#include <QObject>
#include <QPointer>

#include <array>
#include <memory>

namespace pilothouse::ui
{

class LogSearch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogSearch)

public:
    explicit LogSearch(Runtime& runtime, QObject* parent = nullptr);
    ~LogSearch() override;

    void setStore(LogStore* store); // not owned
    void start(const LogPattern& pattern, qint64 nearRow); // empty: no search
    const LogPattern& pattern() const { return m_pattern; }
    // The same pattern for highlights on the GUI thread; null: none, or not valid.
    LogMatcher* matcher() const { return m_matcher.get(); }
    QString problem() const { return m_problem; }

    bool isRunning() const { return m_stream.running(); }
    bool gaveUp() const { return m_gaveUp; } // some line was too much for the pattern
    double fraction() const; // of the rows searched
    const RowSet& rows(LogFilter filter) const { return m_found[size_t(filter)]; }

Q_SIGNALS:
    void changed(); // matches were found, or it began or ended
    void failed(const pilothouse::Error& error);

private:
    struct Found {
        std::vector<qint64> rows;
        std::vector<quint8> kinds; // of each row
        qint64 searched = 0; // rows looked at
        bool gaveUp = false;
    };
    void run(qint64 from, qint64 to, qint64 nearRow);
    void goOn();

    Lane<> m_lane;
    QPointer<LogStore> m_store;
    LogPattern m_pattern;
    std::unique_ptr<LogMatcher> m_matcher;
    QString m_problem;
    std::array<RowSet, 3> m_found; // all, in warnings, in errors
    qint64 m_searchedTo = 0; // the rows before it are searched or being searched
    qint64 m_searched = 0;
    bool m_gaveUp = false;
    Stream<Found> m_stream;
};

} // namespace pilothouse::ui
