// SPDX-License-Identifier: GPL-3.0-or-later
// LogView: one painted widget for a log of any length: number, time, level, source and message.
// Keys: arrows, PgUp, PgDn, Home, End; F follow, E / Shift+E errors, W / Shift+W warnings, F3 /
// Shift+F3 matches, Enter folds a group or shows all of a long line, Ctrl+C copies.
#pragma once

#include "core/lane.h"
#include "ui/logview/logrow.h"
#include "ui/logview/logsearch.h"
#include "ui/logview/logshown.h"
#include "ui/logview/logwork.h"

#include <QtCore/QBasicTimer>
#include <QtCore/QJsonObject>
#include <QtCore/QTimer>
#include <QtWidgets/QAbstractScrollArea>

#include <memory>

class QAction;

namespace pilothouse::ui
{

class Button;
class LogScrollBar;
class Theme;

class LogView final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogView)

public:
    // Number of the match under the cursor, counted from 1 (0: none), of how many so far.
    struct MatchPlace {
        qint64 place = 0;
        qint64 count = 0;
        bool operator==(const MatchPlace&) const = default;
    };

    // The runtime outlives the view; searching, copying and reading back run on lanes of its own.
    explicit LogView(Runtime& runtime, QWidget* parent = nullptr);
    ~LogView() override;

    void setStore(std::shared_ptr<LogStore> store); // null: empty
    [[nodiscard]] LogStore* store() const { return m_store.get(); }

    void setTimeZone(const QTimeZone& zone);
    void setUtc(bool utc);
    void setWrap(bool wrap);
    void setFilter(LogFilter filter);
    [[nodiscard]] LogFilter filter() const { return m_shown.filter(); }
    void setFollow(bool follow);
    [[nodiscard]] bool follows() const { return m_follow; }

    void find(const LogPattern& pattern); // empty: ends the search
    [[nodiscard]] const LogSearch& search() const { return *m_search; }
    [[nodiscard]] MatchPlace matchPlace() const;
    void nextMatch(bool forward);
    void nextProblem(LogFilter kind, bool forward);
    void jumpToRow(qint64 row); // makes it current and visible, also where a filter hid it
    void jumpToTime(qint64 time); // microseconds UTC: the first line at or after it
    // "218", "14:01" or "2026-03-17 14:01:22", in the zone shown. False: none of these.
    bool jumpTo(const QString& text);
    [[nodiscard]] qint64 currentRow() const { return m_caret.row; }

    void copy();
    void selectAll();
    [[nodiscard]] bool hasSelection() const { return m_select != Select::None; }
    // Owned by the caller until it is started; null without a store.
    [[nodiscard]] std::unique_ptr<Task> saveTask(const QString& file);

    // Place, wrap and zone, for a log that is opened again.
    [[nodiscard]] QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);

    // Everything the keys do, with texts and shortcuts. Owned by the view.
    [[nodiscard]] QList<QAction*> viewActions() const { return m_actions; }
    // Rows on screen, and what assistive technology is told of them.
    [[nodiscard]] std::vector<std::pair<qint64, QRect>> visibleRows() const;
    [[nodiscard]] QString rowWords(qint64 row) const;
    [[nodiscard]] qint64 newLines() const; // that came since the end was left

Q_SIGNALS:
    void followChanged(bool follow);
    void filterChanged(pilothouse::ui::LogFilter filter);
    void matchesChanged();
    void currentRowChanged(qint64 row);
    void findRequested();
    void jumpRequested();
    void copied(qint64 lines);
    void reported(const pilothouse::Error& error);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    enum class Select { None, Lines, Text };
    struct Columns {
        int numberRight = 0;
        int time = 0;
        int level = 0;
        int source = 0;
        int sourceWidth = 0; // 0: not shown
        int message = 0;
    };
    struct Top { // the first visual line on screen
        qint64 index = 0;
        int line = 0;
        bool operator==(const Top&) const = default;
    };
    struct Hit {
        qint64 row = -1;
        int at = 0;
        bool onMessage = false;
        bool onChevron = false;
        bool onShowAll = false;
    };

    void makeActions();
    void themeChanged();
    void measure(); // columns, zone and wrap width
    void updateBars();
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int pageLines() const;
    [[nodiscard]] int linesAt(qint64 index) const;
    [[nodiscard]] Top topAtEnd() const;
    void setTop(Top top);
    void scrollLines(int lines);
    void scrollToEnd();
    void ensureVisible(qint64 row);
    void rowsAppended();
    void updateChip();
    [[nodiscard]] bool atEnd() const;

    void paintRow(QPainter& painter, qint64 row, LogRow* made, int y);
    void paintMessage(QPainter& painter, qint64 row, LogRow& made, int y);
    void paintShowAll(QPainter& painter, const LogRow& made, int y);
    [[nodiscard]] QRect showAllBox(const LogRow& made, int y) const;
    [[nodiscard]] QString showAllText(const LogRow& made) const;
    [[nodiscard]] std::pair<int, int> selectedPart(qint64 row, int length) const;
    [[nodiscard]] bool lineSelected(qint64 row) const;

    [[nodiscard]] Hit hitAt(QPoint point) const;
    void moveCaret(qint64 row, bool extend);
    void setCaret(LogPlace place, Select select, bool extend);
    void toggleRow(qint64 row); // folds a group, shows all of a long line
    [[nodiscard]] QString tipAt(QPoint point) const;
    [[nodiscard]] std::pair<LogPlace, LogPlace> selection() const;

    Runtime& m_runtime;
    Lane<> m_lane; // copying, finding a time
    std::shared_ptr<LogStore> m_store;
    std::unique_ptr<LogSearch> m_search;
    LogShownRows m_shown;
    mutable LogRows m_rows;
    LogScrollBar* m_bar;
    Button* m_chip;
    QList<QAction*> m_actions;
    QAction* m_followAction = nullptr;
    QAction* m_wrapAction = nullptr;
    QAction* m_utcAction = nullptr;
    QTimer m_chipTimer;
    QTimer m_tickTimer;
    QBasicTimer m_dragTimer;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    Columns m_columns;
    Top m_top;
    int m_digits = 3;
    bool m_utc = false;
    bool m_wrap = false;
    bool m_follow = false;
    bool m_settingBar = false;
    bool m_firstMatch = false; // show the first match when it comes
    qreal m_widest = 0;
    qint64 m_leftAt = 0; // rows there when the end was left
    int m_wheel = 0;
    Select m_select = Select::None;
    LogPlace m_anchor;
    LogPlace m_caret;
    QPoint m_dragAt;
    Call<LogCopied> m_copying;
    Call<qint64> m_timeCall;
};

} // namespace pilothouse::ui
