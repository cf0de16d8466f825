// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/logpane.h"

#include "core/servicehub.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/errors/panelretry.h"
#include "ui/logview/logbar.h"
#include "ui/states/stateframe.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"
#include "workflow/panel/logfeed.h"

#include <QLocale>
#include <QtWidgets/QFileDialog>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::workflow
{

namespace
{

constexpr int kPlaces = 200; // logs whose place is remembered
constexpr qint64 kRateSpan = 2000; // ms

bool failedWell(const StateWord& state)
{
    return state == "failed"_L1 || state == "up_for_retry"_L1 || state == "upstream_failed"_L1;
}

} // namespace

int tryThatMatters(const std::vector<TaskInstance>& tries)
{
    if (tries.empty())
        return 0;
    const TaskInstance& current = tries.back();
    if (current.state == "success"_L1 || phaseOf(current.state) == Phase::Active)
        return current.tryNumber;
    for (auto it = tries.rbegin(); it != tries.rend(); ++it)
        if (failedWell(it->state) && it->tryNumber > 0)
            return it->tryNumber;
    return current.tryNumber;
}

LogPane::LogPane(ui::Workbench& workbench, ServiceId service, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_service(std::move(service))
{
    buildLayout();
    m_retry = new ui::PanelRetry(
        *m_frame, workbench.hub(), m_service, [this] { retry(); }, this);
    m_tick.setInterval(250);
    connect(&m_tick, &QTimer::timeout, this, &LogPane::tellFooter);
    m_view->setTimeZone(workbench.timeContext().zone());
    connect(&workbench.timeContext(), &ui::TimeContext::zoneChanged, this,
        [this] { m_view->setTimeZone(m_workbench.timeContext().zone()); });
    connect(m_view, &ui::LogView::reported, this, [this](const Error& error) {
        // A full disk ends the reading; what came stays.
        if (error.code == "spill-full"_L1 || error.code == "spill-failed"_L1)
            m_stream.cancel();
        m_workbench.report(error);
    });
    connect(m_frame, &ui::StateFrame::retryRequested, this, &LogPane::retry);
    connect(m_frame, &ui::StateFrame::actionTriggered, this, &LogPane::retry);
    connect(m_frame, &ui::StateFrame::cancelRequested, this, [this] {
        m_stream.cancel();
        tellEmpty();
    });
    // The stream must end before the service it reads from.
    connect(&workbench.hub(), &ServiceHub::aboutToRemove, this, [this](const QString& id) {
        if (id == m_service)
            m_stream.cancel();
    });
    clear();
}

LogPane::~LogPane() = default;

void LogPane::clear()
{
    remember();
    m_stream.cancel();
    m_tick.stop();
    m_task = {};
    m_tries.clear();
    m_try = 0;
    m_store.reset();
    m_feed.reset();
    m_view->setStore({});
    fillTries();
    tellFooter();
    tellEmpty();
}

const TaskInstance* LogPane::instance() const
{
    const auto at = std::find_if(m_tries.begin(), m_tries.end(),
        [this](const TaskInstance& one) { return one.tryNumber == m_try; });
    return at == m_tries.end() ? nullptr : &*at;
}

// A try that is not over may still write; an unknown word is taken for one.
bool LogPane::mayGrow() const
{
    const TaskInstance* one = instance();
    return one && m_tries.back().tryNumber == m_try && !isFinal(one->state)
        && one->state != "up_for_retry"_L1;
}

void LogPane::showTask(const TaskRef& task, const std::vector<TaskInstance>& tries, int selectedTry)
{
    const bool same = task == m_task;
    const int before = m_try;
    const bool grew = same && mayGrow();
    if (!same)
        remember();
    m_task = task;
    m_tries = tries;
    int wanted = selectedTry;
    if (wanted <= 0)
        wanted = same && m_chosen ? m_try : tryThatMatters(tries);
    if (!same)
        m_chosen = selectedTry > 0;
    fillTries();
    if (!same || wanted != before) {
        if (same)
            remember();
        m_try = wanted;
        fillTries();
        open();
        return;
    }
    // The same log: read what was written since, where a worker has it only now or has it again.
    const bool came = mayGrow() && (!grew || m_store->rowCount() == 0);
    if (m_try > 0 && came && !m_stream.running() && m_retry->failures() == 0)
        read(true);
    if (m_try <= 0)
        tellEmpty(); // it may have ended without one
    tellFooter();
}

void LogPane::setTaskState(const StateWord& state)
{
    m_taskState = state;
}

void LogPane::setKnown(const QString& time)
{
    if (std::exchange(m_known, time) != time)
        tellFooter();
}

void LogPane::showLine(
    const TaskRef& task, const std::vector<TaskInstance>& tries, int selectedTry, qint64 row)
{
    showTask(task, tries, selectedTry);
    m_chosen = true;
    m_wantedPlace = {};
    m_wantedRow = row;
    m_view->setFollow(false);
    rowsCame();
}

void LogPane::selectTry(int tryNumber)
{
    if (tryNumber == m_try || tryNumber <= 0)
        return;
    remember();
    m_chosen = true;
    m_try = tryNumber;
    fillTries();
    open();
    Q_EMIT trySelected(tryNumber);
}

void LogPane::remember()
{
    if (!m_store || m_try == 0 || m_store->rowCount() == 0)
        return;
    if (m_places.size() >= kPlaces)
        m_places.clear();
    m_places[{m_task, m_try}] = m_view->saveState();
}

void LogPane::open()
{
    m_stream.cancel();
    if (m_retry->failures() > 0)
        m_retry->succeeded(); // another log: what went wrong before is over
    m_store = std::make_shared<ui::LogStore>(m_workbench.hub().runtime());
    m_feed = std::make_unique<LogFeed>(m_store, m_workbench.hub().runtime(), [this] { open(); });
    m_view->setStore(m_store);
    m_view->setFollow(true); // the end is what is looked for, until the user goes elsewhere
    m_wantedRow.reset();
    m_wantedPlace = m_places.value({m_task, m_try});
    if (!m_wantedPlace.isEmpty())
        m_view->setFollow(m_wantedPlace[u"follow"_s].toBool());
    connect(m_store.get(), &ui::LogStore::rowsAppended, this, &LogPane::rowsCame);
    connect(m_store.get(), &ui::LogStore::caughtUp, this, [this] { m_stream.setPaused(false); });
    m_rates.clear();
    m_bytesRead = 0;
    m_complete = false;
    m_live = false;
    if (m_try <= 0) {
        tellEmpty();
        tellFooter();
        return;
    }
    read(false);
}

void LogPane::read(bool again)
{
    auto* logs = m_workbench.hub().contract<Logs>(m_service);
    if (!logs) {
        tellEmpty();
        return;
    }
    if (again)
        m_feed->startOver();
    m_complete = false;
    m_bytesRead = m_bytesCame = m_rowsCame = 0;
    m_rowsFed = 0;
    m_rates.clear();
    m_clock.start();
    m_tick.start();
    if (m_store->rowCount() == 0) {
        ui::LoadingInfo info;
        info.step = tr("reading the log");
        m_frame->showLoading(info);
    }
    LogQuery query;
    query.task = m_task;
    query.tryNumber = m_try;
    query.follow = mayGrow();
    m_live = query.follow;
    m_stream = logs->read(query).attach(
        this, [this](std::vector<LogLines>&& lines) { take(std::move(lines)); },
        [this](VoidResult end) { ended(end); });
}

void LogPane::take(std::vector<LogLines>&& lines)
{
    for (LogLines& piece : lines) {
        m_bytesRead = std::max(m_bytesRead, piece.bytesRead);
        m_live = piece.live;
        m_rowsFed += piece.size();
        if (!piece.earlier) {
            m_bytesCame += piece.text.size() + piece.size(); // with its line ends
            m_rowsCame += piece.size();
        }
        m_feed->add(std::move(piece));
    }
    // The lane packs faster than a network brings; a slow disk holds the server up.
    if (m_store->behind())
        m_stream.setPaused(true);
}

void LogPane::rowsCame()
{
    if (!m_store || m_store->rowCount() == 0)
        return;
    if (m_frame->state() != ui::PanelState::Ready || m_retry->failures() > 0)
        m_retry->succeeded();
    const qint64 rows = m_store->rowCount();
    if (m_complete && rows >= m_rowsFed && !mayGrow())
        m_view->setFollow(false); // at its end, and nothing more comes
    if (m_wantedRow && *m_wantedRow < rows) {
        const qint64 row = *m_wantedRow;
        m_wantedRow.reset();
        m_view->jumpToRow(row);
        Q_EMIT lineReached(row);
    } else if (!m_wantedPlace.isEmpty()
        && m_wantedPlace[u"row"_s].toInteger() + 100 < rows + (m_complete ? 1 << 20 : 0)) {
        m_view->restoreState(std::exchange(m_wantedPlace, {}));
    }
    tellFooter(); // rows also come after the end of the stream
}

void LogPane::ended(const VoidResult& end)
{
    m_live = false;
    m_tick.stop();
    if (end) {
        m_complete = true;
        m_feed->ended();
        m_retry->succeeded();
        if (m_rowsFed == 0)
            tellEmpty();
        rowsCame();
    } else if (end.error().kind == Error::Kind::NotFound && m_store->rowCount() == 0) {
        m_complete = true;
        tellEmpty();
    } else if (end.error().kind != Error::Kind::Cancelled) {
        m_retry->failed(end.error(), m_store->rowCount() > 0);
    }
    tellFooter();
}

void LogPane::retry()
{
    if (m_try > 0 && m_store && !m_stream.running())
        read(true);
}

void LogPane::findText(const QString& text)
{
    m_bar->setFindText(text);
}

void LogPane::download()
{
    auto* dialog = new QFileDialog(this, tr("Save the log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QString name = m_task.task;
    if (m_task.map >= 0)
        name += u'-' + QString::number(m_task.map);
    dialog->selectFile(u"%1-try%2.log"_s.arg(name).arg(m_try).replace(u'/', u'_'));
    connect(dialog, &QFileDialog::fileSelected, this, &LogPane::saveTo);
    dialog->open();
}

void LogPane::saveTo(const QString& file)
{
    if (auto task = m_view->saveTask(file))
        m_workbench.startTask(std::move(task));
}

void LogPane::tellFooter()
{
    const QLocale locale;
    const qint64 rows = m_store ? m_store->rowCount() : 0;
    m_saveButton->setEnabled(rows > 0);
    m_lines->setText(m_store ? tr("%1 lines").arg(locale.toString(rows)) : QString());
    const TaskInstance* one = instance();
    m_host->setText(one && !one->host.isEmpty() ? tr("worker %1").arg(one->host) : QString());
    m_bar->refresh();
    if (!m_stream.running() || !m_clock.isValid()) {
        m_rate->setText({});
        return;
    }
    const qint64 now = m_clock.elapsed();
    m_rates.push_back({now, m_bytesCame, m_rowsCame});
    while (m_rates.size() > 2 && m_rates.front().ms < now - kRateSpan)
        m_rates.pop_front();
    const Rate& first = m_rates.front();
    const double seconds = double(now - first.ms) / 1000;
    const qint64 came = m_bytesCame - first.bytes;
    if (seconds < 0.2 || came <= 0) {
        m_rate->setText(!m_live     ? locale.formattedDataSize(m_bytesRead)
                : m_known.isEmpty() ? tr("live")
                                    : tr("no answer since %1").arg(m_known));
        return;
    }
    m_rate->setText(tr("%1/s, %2 lines/s, %3 so far")
                        .arg(locale.formattedDataSize(qint64(double(came) / seconds), 1),
                            locale.toString(qint64(double(m_rowsCame - first.rows) / seconds)),
                            locale.formattedDataSize(m_bytesRead, 1)));
}

} // namespace pilothouse::workflow
