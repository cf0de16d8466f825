// SPDX-License-Identifier: GPL-3.0-or-later
// LogRows: lines made ready for painting, the last few hundred kept. A long line is laid out in
// pieces, and only those on screen.
#pragma once

#include "ui/logview/logstore.h"
#include "ui/logview/logtext.h"

#include <QTextLayout>
#include <QTimeZone>

#include <memory>
#include <set>
#include <unordered_map>

namespace pilothouse::ui
{

class LogMatcher;

struct LogPiece {
    int begin = 0; // in the shown text
    int length = 0;
    int line = 0; // of the row: 0 unless it is wrapped
    qreal x = 0;
    qreal width = 0;
    std::unique_ptr<QTextLayout> layout; // made when it is first painted
};

struct LogRow {
    LogShown shown;
    int skip = 0; // characters of a group's mark, not shown
    LogMark mark;
    LogLevel level = LogLevel::None;
    bool exception = false; // the line of a traceback that says what happened
    bool cut = false; // the log held more than was kept
    qint64 bytes = 0; // of the line
    QString time;
    QString source;
    std::vector<LogPiece> pieces;
    int lines = 1;
    qreal width = 0; // of the longest line
    std::vector<std::pair<int, int>> hits; // begin and end in the shown text
    quint64 lastUse = 0;
};

class LogRows final
{
public:
    explicit LogRows(const QFont& font);

    void setStore(const LogStore* store);
    void setFont(const QFont& font);
    void setZone(const QTimeZone& zone);
    void setWrap(bool wrap, qreal width);
    void setMatcher(LogMatcher* matcher); // not owned; null: no highlights
    void setExpanded(qint64 row, bool expanded); // the whole line, wrapped
    [[nodiscard]] bool isExpanded(qint64 row) const { return m_expanded.count(row) > 0; }
    [[nodiscard]] bool varies() const { return m_wrap || !m_expanded.empty(); } // heights differ
    void forget(); // all that was made ready

    // Null while the line is read back from the file. Valid until the next call that makes one.
    LogRow* row(qint64 row);
    int linesOf(qint64 row); // 1 while it is not there
    // Made when needed.
    const QTextLayout& layout(const LogRow& row, LogPiece& piece) const;
    [[nodiscard]] const LogMeasure& measure() const { return m_measure; }
    [[nodiscard]] QString timeText(qint64 time, bool full) const;

private:
    void fillPieces(LogRow& row, bool wrapped) const;
    void fillHits(LogRow& row, QByteArrayView line) const;
    void trim();

    const LogStore* m_store = nullptr;
    LogMatcher* m_matcher = nullptr;
    QFont m_font;
    LogMeasure m_measure;
    QTimeZone m_zone;
    bool m_wrap = false;
    qreal m_width = 800;
    std::set<qint64> m_expanded;
    std::unordered_map<qint64, std::unique_ptr<LogRow>> m_rows;
    quint64 m_turn = 0;
    qint64 m_chars = 0;
};

} // namespace pilothouse::ui
