// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logview/logview.h"

#include "ui/controls/button.h"
#include "ui/logview/logscrollbar.h"
#include "ui/logview/logviewaccess.h"
#include "ui/theme/theme.h"

#include <QtCore/QRegularExpression>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

constexpr milliseconds kLimit{600'000};
constexpr milliseconds kSilence{60'000};

} // namespace

LogView::LogView(Runtime& runtime, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_runtime(runtime)
    , m_lane(runtime, u"log-copy"_s)
    , m_search(std::make_unique<LogSearch>(runtime))
    , m_rows(Theme::of(this).font(TextStyle::Mono))
    , m_bar(new LogScrollBar([this](int pixels) {
        std::vector<LogScrollBar::Tick> ticks(
            size_t(std::max(0, pixels)), LogScrollBar::Tick::None);
        const qint64 rows = m_shown.count();
        if (!m_store || rows == 0)
            return ticks;
        const RowSet& found = m_search->rows(m_shown.filter());
        qint64 error = m_store->errors() > 0 ? -1 : m_store->rowCount();
        for (int i = 0; i < pixels; ++i) {
            const qint64 from = m_shown.rowAt(rows * i / pixels);
            const qint64 last = rows * (i + 1) / pixels - 1;
            const qint64 to = m_shown.rowAt(std::max(last, rows * i / pixels));
            const qint64 match = found.atOrAfter(from);
            if (match >= 0 && match <= to) {
                ticks[size_t(i)] = LogScrollBar::Tick::Match;
            } else {
                if (error < from) {
                    error = m_store->nextOf(LogFilter::Errors, from - 1, true);
                    error = error < 0 ? m_store->rowCount() : error;
                }
                if (error <= to)
                    ticks[size_t(i)] = LogScrollBar::Tick::Error;
            }
        }
        return ticks;
    }))
    , m_chip(new Button(QString(), ButtonVariant::Default, this))
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Log"));
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBar(m_bar);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    LogViewAccess::install();
    makeActions();

    m_chip->setSmall(true);
    m_chip->setIconName(u"arrow-down"_s);
    m_chip->setFocusPolicy(Qt::NoFocus); // F does the same
    m_chip->hide();
    connect(m_chip, &QPushButton::clicked, this, [this] { setFollow(true); });
    m_chipTimer.setSingleShot(true);
    m_chipTimer.setInterval(250);
    connect(&m_chipTimer, &QTimer::timeout, this, &LogView::updateChip);
    m_tickTimer.setSingleShot(true);
    m_tickTimer.setInterval(250);
    connect(&m_tickTimer, &QTimer::timeout, m_bar, &LogScrollBar::setTicksChanged);

    connect(m_search.get(), &LogSearch::changed, this, [this] {
        if (!m_tickTimer.isActive())
            m_tickTimer.start();
        if (m_firstMatch && m_search->rows(filter()).count() > 0) {
            m_firstMatch = false;
            const RowSet& found = m_search->rows(filter());
            const qint64 from = m_shown.rowAt(m_top.index);
            const qint64 row = found.atOrAfter(from);
            jumpToRow(row >= 0 ? row : found.atOrAfter(0));
        }
        Q_EMIT matchesChanged();
    });
    connect(m_search.get(), &LogSearch::failed, this, &LogView::reported);
    connect(&Theme::of(this), &Theme::changed, this, &LogView::themeChanged);
}

LogView::~LogView() = default;

void LogView::setStore(std::shared_ptr<LogStore> store)
{
    if (m_store)
        m_store->disconnect(this);
    m_copying.cancel();
    m_timeCall.cancel();
    m_store = std::move(store);
    m_shown.setStore(m_store.get());
    m_rows.setStore(m_store.get());
    m_top = {};
    m_anchor = m_caret = {};
    m_select = Select::None;
    m_widest = 0;
    m_leftAt = 0;
    m_digits = 3;
    m_firstMatch = !m_search->pattern().isEmpty();
    if (m_store) {
        connect(m_store.get(), &LogStore::rowsAppended, this, &LogView::rowsAppended);
        connect(m_store.get(), &LogStore::linesLoaded, this, [this] {
            updateBars();
            viewport()->update();
        });
        connect(m_store.get(), &LogStore::failed, this, &LogView::reported);
    }
    m_search->setStore(m_store.get());
    m_rows.setMatcher(m_search->matcher());
    measure();
    updateBars();
    updateChip();
    m_bar->setTicksChanged();
    viewport()->update();
    Q_EMIT currentRowChanged(-1);
}

void LogView::rowsAppended()
{
    const auto digits = int(QString::number(m_store->rowCount()).size());
    if (digits != m_digits || (m_columns.sourceWidth == 0) == m_store->hasSources()
        || (m_columns.time < 0) == m_store->hasTimes()) {
        m_digits = std::max(3, digits);
        measure();
    }
    updateBars();
    if (m_follow)
        scrollToEnd();
    else if (!m_chipTimer.isActive())
        m_chipTimer.start();
    if (!m_tickTimer.isActive())
        m_tickTimer.start();
    viewport()->update();
}

void LogView::themeChanged()
{
    m_rows.setFont(Theme::of(this).font(TextStyle::Mono));
    measure();
    updateBars();
    m_bar->setTicksChanged();
    viewport()->update();
}

void LogView::setTimeZone(const QTimeZone& zone)
{
    m_zone = zone;
    m_rows.setZone(m_utc ? QTimeZone::utc() : m_zone);
    viewport()->update();
}

void LogView::setUtc(bool utc)
{
    m_utc = utc;
    m_utcAction->setChecked(utc);
    setTimeZone(m_zone);
}

void LogView::setWrap(bool wrap)
{
    m_wrap = wrap;
    m_wrapAction->setChecked(wrap);
    m_top.line = 0;
    horizontalScrollBar()->setValue(0);
    measure();
    updateBars();
    if (m_follow)
        scrollToEnd();
    viewport()->update();
}

void LogView::setFilter(LogFilter filter)
{
    if (filter == m_shown.filter())
        return;
    // What is looked at stays in sight, or what is nearest to it.
    const qint64 row = m_caret.row >= 0 ? m_caret.row : m_shown.rowAt(m_top.index);
    m_shown.setFilter(filter);
    m_top = {};
    updateBars();
    if (m_follow)
        scrollToEnd();
    else if (m_shown.count() > 0)
        ensureVisible(m_shown.rowAt(std::min(m_shown.indexOf(row), m_shown.count() - 1)));
    m_bar->setTicksChanged();
    viewport()->update();
    Q_EMIT filterChanged(filter);
    Q_EMIT matchesChanged();
}

void LogView::setFollow(bool follow)
{
    if (follow) {
        scrollToEnd();
        m_leftAt = m_store ? m_store->rowCount() : 0;
    } else if (m_follow) {
        m_leftAt = m_store ? m_store->rowCount() : 0;
    }
    if (follow != m_follow) {
        m_follow = follow;
        m_followAction->setChecked(follow);
        Q_EMIT followChanged(follow);
    }
    updateChip();
}

qint64 LogView::newLines() const
{
    return m_store && m_leftAt > 0 && !m_follow ? m_store->rowCount() - m_leftAt : 0;
}

void LogView::updateChip()
{
    const qint64 count = newLines();
    m_chip->setVisible(count > 0 && !atEnd());
    if (m_chip->isHidden())
        return;
    m_chip->setText(tr(
        "%n new line(s)", nullptr, int(std::min<qint64>(count, std::numeric_limits<int>::max()))));
    m_chip->resize(m_chip->sizeHint());
    const QRect area = viewport()->geometry();
    m_chip->move(area.right() - m_chip->width() - 12, area.bottom() - m_chip->height() - 10);
    m_chip->raise();
}

void LogView::find(const LogPattern& pattern)
{
    if (pattern == m_search->pattern())
        return;
    m_firstMatch = !pattern.isEmpty();
    m_search->start(pattern, m_store ? m_shown.rowAt(m_top.index) : 0);
    m_rows.setMatcher(m_search->matcher());
    m_bar->setTicksChanged();
    viewport()->update();
}

LogView::MatchPlace LogView::matchPlace() const
{
    const RowSet& found = m_search->rows(filter());
    MatchPlace out;
    out.count = found.count();
    if (found.contains(m_caret.row))
        out.place = found.before(m_caret.row) + 1;
    return out;
}

void LogView::nextMatch(bool forward)
{
    const RowSet& found = m_search->rows(filter());
    if (found.count() == 0)
        return;
    const qint64 here = m_caret.row >= 0 ? m_caret.row : m_shown.rowAt(m_top.index) - 1;
    qint64 row = forward ? found.atOrAfter(here + 1) : found.atOrBefore(here - 1);
    if (row < 0) // around the end
        row = forward ? found.atOrAfter(0) : found.atOrBefore(m_store->rowCount());
    jumpToRow(row);
}

void LogView::nextProblem(LogFilter kind, bool forward)
{
    if (!m_store || m_store->rowCount() == 0)
        return;
    const qint64 here = m_caret.row >= 0 ? m_caret.row : m_shown.rowAt(m_top.index) - 1;
    qint64 row = m_store->nextOf(kind, here, forward);
    if (row < 0)
        row = m_store->nextOf(kind, forward ? -1 : m_store->rowCount(), forward);
    if (row >= 0)
        jumpToRow(row);
}

void LogView::jumpToRow(qint64 row)
{
    if (!m_store || row < 0 || m_store->rowCount() == 0)
        return;
    row = std::min(row, m_store->rowCount() - 1);
    m_shown.reveal(row);
    if (!m_shown.shows(row))
        setFilter(LogFilter::All);
    setFollow(false);
    setCaret({row, 0}, Select::None, false);
    const qint64 index = m_shown.indexOf(row);
    const bool inSight = index > m_top.index && index < m_top.index + pageLines() - 1;
    if (!inSight || m_rows.varies())
        setTop({std::max<qint64>(0, index - pageLines() / 3), 0});
    horizontalScrollBar()->setValue(0);
    ensureVisible(row);
}

void LogView::jumpToTime(qint64 time)
{
    if (!m_store)
        return;
    m_timeCall = m_lane
                     .run(kLimit,
                         [reader = m_store->reader(), time](NoConnection&,
                             const pilothouse::Token&) { return reader->rowAtTime(time); })
                     .onDone(this, [this](Result<qint64> row) {
                         if (!row)
                             Q_EMIT reported(row.error());
                         else
                             jumpToRow(*row < 0 ? m_store->rowCount() - 1 : *row);
                     });
}

bool LogView::jumpTo(const QString& text)
{
    bool number = false;
    const qint64 line = text.trimmed().toLongLong(&number);
    if (number && line > 0) {
        jumpToRow(line - 1);
        return true;
    }
    static const QRegularExpression form(
        u"^\\s*(?:(\\d{4}-\\d\\d-\\d\\d)[ T])?(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,3}))?)?\\s*$"_s);
    const QRegularExpressionMatch parts = form.match(text);
    if (!parts.hasMatch() || !m_store || m_store->rowCount() == 0)
        return false;
    const QTimeZone zone = m_utc ? QTimeZone::utc() : m_zone;
    const QTime time(parts.capturedView(2).toInt(), parts.capturedView(3).toInt(),
        parts.capturedView(4).toInt());
    // Without a date, the day of the line that is looked at, or of the first line with a time.
    QDate day = QDate::fromString(parts.captured(1), Qt::ISODate);
    for (qint64 row = std::max<qint64>(0, m_shown.rowAt(m_top.index));
         !day.isValid() && row < m_store->rowCount(); ++row) {
        const LogLine at = m_store->line(row);
        if (at.loading)
            break;
        if (at.facts.time != 0)
            day = QDateTime::fromMSecsSinceEpoch(at.facts.time / 1000, Qt::UTC)
                      .toTimeZone(zone)
                      .date();
    }
    if (!time.isValid() || !day.isValid())
        return false;
    const int fraction = parts.captured(5).leftJustified(3, u'0').toInt();
    jumpToTime((QDateTime(day, time, zone).toMSecsSinceEpoch() + fraction) * 1000);
    return true;
}

std::pair<LogPlace, LogPlace> LogView::selection() const
{
    const auto [from, to] = std::minmax(m_anchor, m_caret);
    return {from, to};
}

void LogView::copy()
{
    if (!m_store || m_caret.row < 0)
        return;
    LogCopy what;
    std::tie(what.from, what.to) = selection();
    what.wholeLines = m_select != Select::Text;
    if (m_select == Select::None)
        what.from = what.to = m_caret;
    what.filter = filter();
    what.zone = m_utc ? QTimeZone::utc() : m_zone;
    m_copying
        = m_lane
              .run(kLimit,
                  [reader = m_store->reader(), what](NoConnection&,
                      const pilothouse::Token& token) { return copyLines(*reader, what, token); })
              .onDone(this, [this](Result<LogCopied> done) {
                  if (!done) {
                      Q_EMIT reported(done.error());
                      return;
                  }
                  QGuiApplication::clipboard()->setText(done->text);
                  Q_EMIT copied(done->lines);
              });
}

void LogView::selectAll()
{
    if (!m_store || m_shown.count() == 0)
        return;
    m_anchor = {m_shown.rowAt(0), 0};
    m_caret = {m_shown.rowAt(m_shown.count() - 1), 0};
    m_select = Select::Lines;
    viewport()->update();
}

std::unique_ptr<Task> LogView::saveTask(const QString& file)
{
    if (!m_store)
        return nullptr;
    TaskInfo info;
    info.title = PH_TEXT("LogView", "Save the log to %1").arg(file);
    // A lane of its own: the task outlives the view.
    auto lane = std::make_shared<Lane<>>(m_runtime, u"log-save"_s);
    return lane->task(std::move(info), kSilence,
        [lane, reader = m_store->reader(), file](NoConnection&, const pilothouse::Token& token,
            TaskProgress& progress) { return saveLines(*reader, file, token, progress); });
}

QJsonObject LogView::saveState() const
{
    return {{u"row"_s, m_store ? m_shown.rowAt(m_top.index) : 0}, {u"follow"_s, m_follow},
        {u"wrap"_s, m_wrap}, {u"utc"_s, m_utc}, {u"current"_s, m_caret.row}};
}

void LogView::restoreState(const QJsonObject& state)
{
    setUtc(state[u"utc"_s].toBool(m_utc));
    setWrap(state[u"wrap"_s].toBool(m_wrap));
    m_caret = m_anchor = {state[u"current"_s].toInteger(-1), 0};
    m_select = Select::None;
    if (state[u"follow"_s].toBool())
        setFollow(true);
    else if (m_store && state.contains(u"row"_s))
        setTop({m_shown.indexOf(state[u"row"_s].toInteger()), 0});
}

} // namespace pilothouse::ui
