// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/taskcard.h"

#include "core/servicehub.h"
#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/errors/errorwords.h"
#include "ui/plot/plotview.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"
#include "workflow/panel/groupcard.h"
#include "workflow/panel/mappedlist.h"
#include "workflow/panel/mappedtasks.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/statemark.h"
#include "workflow/panel/whybox.h"

#include <QJsonDocument>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QStackedWidget>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

namespace
{

constexpr int kPast = 30;
constexpr int kPauseMs = 120;

} // namespace

TaskCard::TaskCard(ui::Workbench& workbench, RunFeed& feed, MappedTasks& mapped, WhyFinder& finder,
    QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_feed(feed)
    , m_mapped(mapped)
    , m_why(new WhyBox(finder))
{
    buildLayout();
    const auto mine = [this](const QString& dag) {
        if (dag == m_task.dag)
            updatePage();
    };
    connect(&feed, &RunFeed::cellsChanged, this, mine);
    connect(&feed, &RunFeed::structureChanged, this, mine);
    connect(&mapped, &MappedTasks::changed, this, mine);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        refresh();
        askPast();
        askXComs();
    });
    clear(tr("No task chosen"));
    fillPlot();
}

void TaskCard::clear(const QString& why)
{
    m_instance.reset();
    m_header->setTitle(tr("Task"));
    m_header->setSubtitle(why);
    m_header->setGlyph(ui::Glyph::None);
    for (QLabel* label : {m_state, m_try, m_queued, m_ran, m_operator, m_owner, m_pool, m_host})
        label->setText(u"–"_s);
    ui::setTone(m_state, Token::Text);
    for (QWidget* part : {m_next, m_nextName, m_note, m_noteName})
        part->hide();
    m_rendered->clear();
    for (QWidget* part : std::initializer_list<QWidget*>{
             m_xcomCaption, m_xcoms, m_xcom, m_renderedCaption, m_rendered})
        part->hide();
    allow(false);
}

void TaskCard::allow(bool acts)
{
    for (ui::Button* button : {m_retry, m_mark}) {
        button->setEnabled(acts && m_refused.isEmpty());
        button->setToolTip(m_refused);
    }
    m_noteButton->setEnabled(acts && m_noteRefused.isEmpty() && !showsInstances());
    if (m_group.isEmpty())
        return;
    m_noteButton->setEnabled(false); // it is a task's own
    m_mark->setEnabled(false);
    if (m_refused.isEmpty())
        m_mark->setToolTip(tr("The tasks of a group are marked one by one"));
}

bool TaskCard::showsInstances() const
{
    return m_pages->currentWidget() == m_list;
}

// A mapped task as a whole has no instance of its own: its instances are listed.
void TaskCard::updatePage()
{
    const RunBook* book = m_feed.book(m_task.dag);
    const bool whole = m_task.map < 0 && !m_task.task.isEmpty() && book
        && MappedTasks::isMapped(*book, m_task.run, m_task.task);
    m_pages->setCurrentIndex(!m_group.isEmpty() ? 2 : whole ? 1 : 0);
    m_allButton->setVisible(m_task.map >= 0);
    if (!m_group.isEmpty())
        fillGroup();
    if (!whole)
        return;
    const auto* all = m_mapped.instances(m_task.runRef(), m_task.task);
    m_instanceCall = {};
    m_instance.reset();
    m_header->setTitle(m_task.task);
    m_header->setSubtitle(all ? tr("%n instances", nullptr, int(all->size())) : QString());
    m_list->setNow(m_feed.serverNow());
    m_list->show(m_task, all);
    allow(true);
}

// A group has no instance: what its tasks come to.
void TaskCard::fillGroup()
{
    const RunBook* book = m_feed.book(m_task.dag);
    if (!book)
        return;
    const auto sum
        = GroupSummary::of(book->find(m_task.run), m_group, book->tasksOf(m_group, m_task.run));
    m_header->setTitle(m_group);
    m_header->setSubtitle(tr("group of %n tasks", nullptr, sum.tasks));
    m_header->setGlyph(sum.state.isEmpty() ? ui::Glyph::None : stateGlyph(sum.state));
    m_groupCard->fill(sum, m_feed.serverNow(), m_workbench.timeContext().zone());
    allow(true);
}

void TaskCard::show(const TaskRef& task, const QString& group)
{
    if (task == m_task && group == m_group)
        return;
    const bool sameTask = task.dag == m_task.dag && task.task == m_task.task;
    m_task = task;
    m_group = group;
    m_instanceCall = {};
    m_xcomsCall = {};
    m_xcomCall = {};
    m_xcoms->clear();
    m_xcom->clear();
    if (!sameTask) {
        m_past.clear();
        m_usual = {};
        fillPlot();
    }
    clear(task.task.isEmpty() ? tr("No task chosen") : QString());
    if (task.task.isEmpty())
        m_pause.stop();
    else
        m_pause.start();
    updatePage();
    if (m_feed.isOld() && !showsInstances() && takeKept())
        return;
    Q_EMIT instanceChanged();
}

void TaskCard::refresh()
{
    auto* runs = m_workbench.hub().contract<Runs>(m_feed.service());
    if (!runs || m_task.task.isEmpty() || showsInstances())
        return;
    m_instanceCall = runs->instance(m_task).onDone(this, [this](Result<TaskInstance> answer) {
        if (!answer) {
            // The last known facts stay, this panel's or those of the one before it; the panel says
            // how old they are.
            const auto kind = answer.error().kind;
            const bool away
                = m_feed.isOld() || kind == Error::Kind::Timeout || kind == Error::Kind::Refused;
            if (away && kind != Error::Kind::NotFound && (m_instance || takeKept()))
                return;
            clear(answer.error().kind == Error::Kind::NotFound
                    ? tr("%1 has no instance in this run").arg(m_task.task)
                    : ui::ErrorWords::line(answer.error(), m_feed.service()));
            Q_EMIT instanceChanged();
            return;
        }
        const bool same = m_instance == *answer;
        m_instance = std::move(*answer);
        m_feed.keepInstance(*m_instance);
        fill();
        if (!same)
            Q_EMIT instanceChanged();
    });
}

bool TaskCard::takeKept()
{
    const TaskInstance* kept = m_feed.keptInstance(m_task);
    if (!kept || m_task.task.isEmpty())
        return false;
    m_instance = *kept;
    fill();
    Q_EMIT instanceChanged();
    return true;
}

QDateTime TaskCard::nextTry() const
{
    const RunBook* book = m_feed.book(m_task.dag);
    if (!m_instance || m_instance->state != "up_for_retry"_L1 || !book || !book->structure())
        return {};
    for (const TaskInfo& info : book->structure()->tasks)
        if (info.id == m_task.task)
            return earliestRetry(info, m_instance->tryNumber, m_instance->end);
    return {};
}

void TaskCard::fill()
{
    const TaskInstance& at = *m_instance;
    const QDateTime now = m_feed.serverNow();
    QString name = m_task.task;
    if (m_task.map >= 0)
        name += u" [%1]"_s.arg(m_task.map);
    m_header->setTitle(name);
    const bool alone
        = at.state == "running"_L1 && WorkText::isSchedulerSilent(m_feed.serverState());
    m_header->setSubtitle(alone ? tr("the scheduler is silent: nobody looks after it") : QString());
    m_header->setGlyph(stateGlyph(at.state));
    m_state->setText(at.state);
    m_state->setToolTip(WorkText::meaning(at.state));
    ui::setTone(m_state, stateColor(at.state));
    // One that was lost and run again has had more tries than it has a right to.
    m_try->setText(at.tryNumber < 1 ? u"–"_s
            : at.maxTries > 0
            ? tr("%1 of %2").arg(at.tryNumber).arg(std::max(at.maxTries, at.tryNumber))
            : QString::number(at.tryNumber));
    m_queued->setText(durationText(spanOf(at.queued, at.start, now)));
    m_ran->setText(durationText(spanOf(at.start, at.end, now)));
    m_operator->setText(at.operatorName.isEmpty() ? u"–"_s : at.operatorName);
    const DagInfo* dag = m_feed.dag(m_task.dag);
    m_owner->setText(dag && !dag->owners.isEmpty() ? dag->owners.join(u", "_s) : u"–"_s);
    m_pool->setText(at.poolSlots > 1 ? u"%1 (%2)"_s.arg(at.pool).arg(at.poolSlots) : at.pool);
    m_host->setText(at.host.isEmpty() ? u"–"_s : at.host);
    const QDateTime next = nextTry();
    m_next->setVisible(next.isValid());
    m_nextName->setVisible(next.isValid());
    if (next.isValid()) {
        const qint64 in = now.secsTo(next);
        const QString time
            = next.toTimeZone(m_workbench.timeContext().zone()).toString(u"HH:mm:ss"_s);
        m_next->setText(in > 0 ? tr("from %1, in %2").arg(time, durationText(double(in)))
                               : tr("due since %1").arg(time));
    }
    const QString rendered = at.rendered.isEmpty()
        ? QString()
        : QString::fromUtf8(QJsonDocument(at.rendered).toJson());
    if (m_rendered->toPlainText() != rendered)
        m_rendered->setPlainText(rendered);
    m_renderedCaption->setVisible(!rendered.isEmpty());
    m_rendered->setVisible(!rendered.isEmpty());
    m_note->setText(at.note);
    m_note->setVisible(!at.note.isEmpty());
    m_noteName->setVisible(!at.note.isEmpty());
    allow(true);
    fillPlot();
}

void TaskCard::tick()
{
    if (m_instance && isVisible() && !isFinal(m_instance->state))
        fill();
    if (showsInstances() && isVisible())
        m_list->setNow(m_feed.serverNow());
    if (!m_group.isEmpty() && isVisible())
        fillGroup();
}

void TaskCard::setActsRefused(const QString& reason, const QString& note)
{
    m_refused = reason;
    m_noteRefused = note;
    if (m_instance)
        fill();
    else if (showsInstances() || !m_group.isEmpty())
        allow(true);
}

void TaskCard::askPast()
{
    auto* runs = m_workbench.hub().contract<Runs>(m_feed.service());
    if (!runs || m_task.task.isEmpty() || !m_past.empty())
        return;
    m_pastCall = runs->past(m_task.dag, m_task.task, kPast)
                     .onDone(this, [this](Result<std::vector<TaskInstance>> answer) {
                         if (!answer)
                             return;
                         m_past = std::move(*answer);
                         std::reverse(m_past.begin(), m_past.end());
                         std::vector<double> good;
                         for (const TaskInstance& one : m_past)
                             if (one.state == "success"_L1)
                                 good.push_back(spanOf(one.start, one.end, one.end));
                         m_usual = usualOf(good);
                         fillPlot();
                         Q_EMIT instanceChanged();
                     });
}

void TaskCard::fillPlot()
{
    QList<ui::PlotPoint> points;
    for (const TaskInstance& one : m_past)
        if (one.start.isValid() && one.end.isValid())
            points.append({one.start.toMSecsSinceEpoch(), spanOf(one.start, one.end, one.end)});
    m_plot->setVisible(points.size() > 1);
    m_deviation->setVisible(true);
    if (points.size() > 1) {
        m_plot->setTimeRange(QDateTime::fromMSecsSinceEpoch(points.front().time),
            QDateTime::fromMSecsSinceEpoch(points.back().time));
        m_plot->setTimeZone(m_workbench.timeContext().zone());
        m_plot->setPoints(0, points);
    }
    if (!m_usual.isKnown()) {
        m_deviation->setText(m_past.empty() ? QString() : tr("too few runs to say"));
        ui::setTone(m_deviation, Token::Text3);
        return;
    }
    const double now
        = m_instance ? spanOf(m_instance->start, m_instance->end, m_feed.serverNow()) : -1;
    const bool long_ = now > m_usual.high * 1.2 && now > m_usual.median + 1;
    m_deviation->setText(long_
            ? tr("%1, now %2")
                  .arg(durationText(m_usual.median), differenceText(now - m_usual.median))
            : durationText(m_usual.median));
    ui::setTone(m_deviation, long_ ? Token::StatusWarn : Token::Text2);
}

void TaskCard::askXComs()
{
    auto* runs = m_workbench.hub().contract<Runs>(m_feed.service());
    if (!runs || m_task.task.isEmpty() || showsInstances())
        return;
    m_xcomsCall = runs->xcoms(m_task).onDone(this, [this](Result<std::vector<XComEntry>> answer) {
        m_xcoms->clear();
        QStringList keys;
        if (answer)
            for (const XComEntry& entry : *answer)
                keys.append(entry.key);
        m_xcomCaption->setText(
            answer ? tr("XCom, %n values", nullptr, int(keys.size())) : u"XCom"_s);
        const bool any = !keys.isEmpty();
        m_xcoms->setVisible(any);
        m_xcom->setVisible(any);
        m_xcoms->addItems(keys);
        if (any)
            m_xcoms->setCurrentRow(0);
    });
}

void TaskCard::showXCom(const QString& key)
{
    auto* runs = m_workbench.hub().contract<Runs>(m_feed.service());
    if (!runs || key.isEmpty())
        return;
    m_xcomCall = runs->xcom(m_task, key).onDone(this, [this](Result<QByteArray> answer) {
        if (!answer) {
            m_xcom->setPlainText(ui::ErrorWords::line(answer.error(), m_feed.service()));
            return;
        }
        m_xcom->setPlainText(QString::fromUtf8(*answer)); // exactly as it is stored
    });
}

QString TaskCard::xcomShown() const
{
    return m_xcom->toPlainText();
}

} // namespace pilothouse::workflow
