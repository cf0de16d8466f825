// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/resetsheet.h"

#include "streams/panel/partitiontext.h"
#include "streams/panel/resetmodel.h"
#include "streams/panel/sheettable.h"
#include "streams/panel/timetext.h"
#include "streams/panel/undolater.h"
#include "streams/panel/undolist.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/drafts.h"
#include "ui/noticebench.h"
#include "ui/timecontext.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QStackedWidget>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{

using To = ResetRequest::To;

bool wantsValue(To to)
{
    return to == To::Time || to == To::Offset || to == To::Shift;
}

std::optional<qint64> numberOf(const QString& text)
{
    QString plain = text.simplified();
    plain.remove(u' ').remove(QChar(0x202f)).remove(QLocale().groupSeparator());
    bool good = false;
    const qint64 number = plain.toLongLong(&good);
    return good ? std::optional(number) : std::nullopt;
}

} // namespace

ResetSheet::ResetSheet(ui::Workbench& bench, const ServiceId& service, QWidget* parent)
    : Sheet(bench, service, tr("Reset offsets"), parent)
    , m_files(bench.hub().runtime(), bench.drafts().folder())
{
    buildLayout();
    m_soon.setSingleShot(true);
    m_soon.setInterval(300);
    connect(&m_soon, &QTimer::timeout, this, &ResetSheet::look);
    addAct(tr("Earlier resets"), QKeySequence(Qt::CTRL | Qt::Key_E),
        [this] { showEarlier(m_pages->currentIndex() == 0); });
    addAct(tr("Undo this reset"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U), [this] {
        if (!m_doneFile.isEmpty())
            takeBack(m_doneFile);
    });
    connect(m_earlier, &UndoList::takeBackAsked, this, &ResetSheet::takeBack);
    connect(m_earlier, &UndoList::currentChanged, this, &ResetSheet::judge);
    connect(m_undo, &QAbstractButton::clicked, this, [this] { takeBack(m_doneFile); });
    connect(m_list, &QAbstractButton::clicked, this, [this] { showEarlier(true); });
    connect(m_again, &QAbstractButton::clicked, this, &ResetSheet::look);
    connect(m_topic, &QComboBox::currentIndexChanged, this, &ResetSheet::changed);
    connect(m_partitions, &QLineEdit::textEdited, this, &ResetSheet::changed);
    connect(m_value, &QLineEdit::textEdited, this, &ResetSheet::changed);
    connect(m_to, &ui::SegmentedControl::currentChanged, this, [this] {
        m_value->clear();
        changed();
        if (m_valueRow->isVisibleTo(this))
            m_value->setFocus();
    });
    judge();
}

void ResetSheet::open(
    const QString& group, const QString& topic, const std::optional<TopicPlace>& place)
{
    m_group = group;
    setSubject(group);
    m_plan.reset();
    m_movedAt = {};
    m_failed.reset();
    m_done.clear();
    m_doneFile.clear();
    m_detail = {};
    m_model->setSteps({});
    m_model->setZone(workbench().timeContext().zone());
    const auto kind = place ? place->kind : TopicPlace::Kind::Begin;
    {
        const QSignalBlocker a(m_topic);
        const QSignalBlocker b(m_to);
        m_partitions->clear();
        m_topic->clear();
        m_topic->addItem(tr("all of the group"), QString());
        if (!topic.isEmpty()) {
            m_topic->addItem(topic, topic);
            m_topic->setCurrentIndex(1);
        }
        using Kind = TopicPlace::Kind;
        m_to->setCurrentIndex(int(kind == Kind::Time ? To::Time
                : kind == Kind::Offset               ? To::Offset
                : kind == Kind::End                  ? To::Latest
                                                     : To::Earliest));
        m_value->setText(kind == Kind::Time
                ? timeText(place->time, workbench().timeContext().zone())
                : kind == Kind::Offset ? QString::number(place->offset)
                                       : QString());
    }
    m_pages->setCurrentIndex(0);
    listEarlier(); // makes the folder too
    m_topics.clear();
    askTopics();
    changed();
    beginAt(chosenEnd());
}

void ResetSheet::openAt(const QString& group, const QString& topic, int partition, qint64 offset)
{
    open(group, topic, TopicPlace{TopicPlace::Kind::Offset, offset, {}});
    m_partitions->setText(QString::number(partition));
    changed();
}

QWidget* ResetSheet::chosenEnd() const
{
    for (auto* segment : m_to->findChildren<QAbstractButton*>())
        if (segment->isChecked())
            return segment;
    return m_to;
}

void ResetSheet::askTopics()
{
    auto* groups = contract<Groups>();
    if (!groups)
        return;
    m_lagCall = groups->lags({m_group}).onDone(this, [this](Result<std::vector<GroupLag>> lags) {
        std::set<QString> topics;
        if (lags)
            for (const GroupLag& group : *lags)
                for (const PartitionLag& lag : group.partitions)
                    topics.insert(lag.topic);
        setTopics(std::move(topics));
    });
}

void ResetSheet::setTopics(std::set<QString> topics)
{
    m_topics = QStringList(topics.begin(), topics.end());
    const QString chosen = m_topic->currentData().toString();
    if (!chosen.isEmpty())
        topics.insert(chosen);
    {
        const QSignalBlocker quiet(m_topic);
        m_topic->clear();
        m_topic->addItem(m_topics.isEmpty()
                ? tr("all of the group")
                : tr("all %n topics of the group", nullptr, int(m_topics.size())),
            QString());
        for (const QString& topic : topics)
            m_topic->addItem(topic, topic);
        if (chosen.isEmpty() && m_topics.size() == 1)
            m_topic->setCurrentIndex(1);
        else
            m_topic->setCurrentIndex(std::max(0, m_topic->findData(chosen)));
    }
    if (chosen.isEmpty())
        changed();
}

bool ResetSheet::readRequest()
{
    m_requests.clear();
    ResetRequest request;
    request.group = m_group;
    request.to = To(std::clamp(m_to->currentIndex(), 0, int(To::Shift)));
    const QString typed = m_value->text().trimmed();
    const auto zone = workbench().timeContext().zone();
    m_meaning->setText({});
    m_wrong.clear();
    if (wantsValue(request.to) && typed.isEmpty())
        return false;
    if (request.to == To::Time) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto time = readTime(typed, zone, now);
        if (!time) {
            m_wrong
                = tr("A time is written 2026-03-17 13:40 or 13:40:05, or -2 h for two hours ago");
            return false;
        }
        request.time = *time;
        m_meaning->setText(u"%1 %2"_s.arg(timeText(*time, zone), zoneText(zone, *time)));
    } else if (wantsValue(request.to)) {
        const auto number = numberOf(typed);
        if (!number || (request.to == To::Offset && *number < 0)) {
            m_wrong = request.to == To::Offset ? tr("An offset is a number from 0")
                                               : tr("A number of messages, with - to go back");
            return false;
        }
        request.value = *number;
        if (request.to == To::Shift)
            m_meaning->setText(*number < 0 ? tr("back") : tr("ahead"));
    }
    const QString topic = m_topic->currentData().toString();
    if (!topic.isEmpty()) {
        const auto partitions = readPartitions(m_partitions->text());
        if (!partitions) {
            m_wrong = tr("Partitions are written 0, 3, 7-9; empty means all");
            return false;
        }
        request.partitions = *partitions;
    }
    for (const QString& one : topic.isEmpty() ? m_topics : QStringList{topic}) {
        request.topic = one;
        m_requests.insert(m_requests.begin(), request);
    }
    return !m_requests.empty();
}

void ResetSheet::changed()
{
    const auto to = To(std::clamp(m_to->currentIndex(), 0, int(To::Shift)));
    m_valueRow->setVisible(wantsValue(to));
    m_valueName->setVisible(wantsValue(to));
    m_valueName->setText(to == To::Time ? tr("Time") : to == To::Offset ? tr("Offset") : tr("By"));
    m_value->setAccessibleName(m_valueName->text());
    m_value->setPlaceholderText(to == To::Time ? tr("2026-03-17 13:40, or -2 h")
            : to == To::Offset                 ? tr("an offset")
                                               : tr("-1000 goes back"));
    const bool one = !m_topic->currentData().toString().isEmpty();
    m_partitions->setEnabled(one);
    m_plan.reset();
    m_movedAt = {};
    m_failed.reset();
    m_planCall = {};
    m_soon.stop();
    if (readRequest())
        m_soon.start();
    settled();
}

void ResetSheet::look()
{
    m_soon.stop();
    if (m_pages->currentIndex() == 1) {
        showEarlier(true);
        return;
    }
    m_plan.reset();
    m_movedAt = {};
    m_failed.reset();
    m_planCall = {};
    m_making = {};
    if (m_topics.isEmpty())
        askTopics();
    if (readRequest())
        askNext();
    settled();
}

// One topic after the other: each has a deadline of its own.
void ResetSheet::askNext()
{
    auto* acts = contract<GroupActs>();
    if (!acts || m_requests.empty())
        return;
    const ResetRequest request = m_requests.back();
    m_requests.pop_back();
    m_planCall = acts->planReset(request).onDone(this, [this](Result<ResetPlan> answer) {
        if (!answer) {
            m_failed = answer.error();
            m_requests.clear();
            settled();
            return;
        }
        std::vector<ResetStep> steps = std::move(m_making.steps);
        const QDateTime made = m_making.made.isValid() ? m_making.made : answer->made;
        const int uncommitted = m_making.uncommitted + answer->uncommitted;
        m_making = std::move(*answer);
        m_making.made = made;
        m_making.uncommitted = uncommitted;
        m_making.steps.insert(m_making.steps.begin(), steps.begin(), steps.end());
        if (!m_requests.empty()) {
            askNext();
            return;
        }
        m_plan = std::move(m_making);
        m_model->setSteps(m_plan->steps);
        fitColumns();
        settled();
    });
}

void ResetSheet::settled()
{
    if (m_plan && m_plan->members > 0 && m_detail.members.empty())
        if (auto* groups = contract<Groups>())
            m_detailCall = groups->group(m_group).onDone(this, [this](Result<GroupDetail> detail) {
                if (detail) {
                    m_detail = std::move(*detail);
                    fillChecks();
                }
            });
    if (m_plan && m_plan->members == 0)
        m_detail = {};
    const bool many = m_topic->currentData().toString().isEmpty();
    m_table->setColumnHidden(ResetModel::Topic, !many);
    const auto zone = workbench().timeContext().zone();
    m_dryRun->setSubtitle(m_movedAt.isValid() ? movedText()
            : m_plan                          ? tr("%1, nothing is changed yet")
                           .arg(m_plan->made.toTimeZone(zone).toString(u"HH:mm:ss"_s))
                     : QString());
    if (!m_plan)
        m_model->setSteps({});
    const ResetSum sum = sumOf(m_model->steps());
    m_sum->setText(!m_plan          ? QString()
            : m_plan->steps.empty() ? QString()
                                    : tr("sum %1 offsets in %n partitions", nullptr, sum.counted)
                                          .arg(QLocale().toString(sum.difference)));
    const QString path = m_plan ? m_files.pathFor(m_group, m_plan->made) : QString();
    m_undoFile->setText(!m_doneFile.isEmpty() ? QFileInfo(m_doneFile).fileName()
            : m_plan                          ? QFileInfo(path).fileName()
                                              : QString());
    m_undoName->setVisible(!m_undoFile->text().isEmpty());
    m_undoFile->setToolTip(m_doneFile.isEmpty() ? path : m_doneFile);
    m_undoWhat->setText(!m_doneFile.isEmpty() ? m_done
            : !m_plan                         ? QString()
            : sum.first == 0
            ? tr("%n offsets with their metadata", nullptr, sum.counted)
            : tr("%n offsets with their metadata; partitions without a commit go back to none",
                nullptr, sum.counted));
    m_undo->setVisible(!m_doneFile.isEmpty());
    fillChecks();
    judge();
}

void ResetSheet::judge()
{
    if (m_pages->currentIndex() == 1) {
        setAct(tr("Undo this reset…"), !m_earlier->current().isEmpty());
        setNote(
            m_failed ? line(*m_failed) : QString(), m_failed ? Token::StatusError : Token::Text2);
        return;
    }
    const ResetSum sum = sumOf(m_model->steps());
    const bool none = m_plan && m_plan->steps.empty() && m_plan->uncommitted > 0;
    const bool idle = m_plan && !none && sum.same == int(m_plan->steps.size());
    const bool done = m_movedAt.isValid();
    setAct(tr("Save undo file and reset…"), m_plan && m_plan->isPossible() && !idle && !done);
    if (m_failed)
        setNote(line(*m_failed), Token::StatusError);
    else if (!m_wrong.isEmpty())
        setNote(m_wrong, Token::StatusError);
    else if (none)
        setNote(tr("No partition has a commit, so there is nothing to shift from"));
    else
        setNote(idle && !done ? tr("The group is there already") : QString());
}

void ResetSheet::apply()
{
    if (m_pages->currentIndex() == 1) {
        takeBack(m_earlier->current());
        return;
    }
    auto* acts = contract<GroupActs>();
    if (!acts || !m_plan || isBusy())
        return;
    const QString path = m_files.pathFor(m_group, m_plan->made);
    const QString group = m_group;
    confirm(acts->reset(*m_plan, path), [this, path, group](const Result<Text>& outcome) {
        const bool shown = m_plan && m_group == group; // not another one meanwhile
        if (!outcome) {
            if (shown)
                onRefused(outcome.error());
            return;
        }
        if (shown) {
            m_doneFile = path;
            onMoved();
        } else {
            Q_EMIT moved(group);
        }
        offerUndo(group, path);
    });
}

// The list of notices outlives this sheet, and so does what it offers.
void ResetSheet::offerUndo(const QString& group, const QString& file)
{
    ui::Workbench& bench = workbench();
    ui::offer(bench, tr("%1 was moved").arg(group), QFileInfo(file).fileName(), tr("Undo"),
        &bench.hub(), [&bench, id = service(), sheet = QPointer<ResetSheet>(this), group, file] {
            if (sheet && !sheet->isBusy())
                sheet->takeBack(file);
            else
                UndoLater::ask(bench, id, group, file);
        });
}

void ResetSheet::takeBack(const QString& file)
{
    auto* acts = contract<GroupActs>();
    if (!acts || file.isEmpty() || isBusy())
        return;
    confirm(acts->undoReset(file), [this, file](const Result<Text>& outcome) {
        if (outcome) {
            if (m_doneFile == file)
                m_doneFile.clear();
            m_removeCall = m_files.remove(file);
            workbench().notify(tr("The reset was undone"), QFileInfo(file).fileName());
            onTakenBack();
        } else {
            onRefused(outcome.error());
        }
        if (m_pages->currentIndex() == 1)
            showEarlier(true);
    });
}

// What the plan was made of is not so any more.
void ResetSheet::onRefused(const Error& error)
{
    m_plan.reset();
    m_movedAt = {};
    m_failed = error;
    settled();
    m_again->setFocus();
}

// The sheet shows what was done until something else is asked for: the same shift once more would
// be another move.
void ResetSheet::onMoved()
{
    m_done = tr("Written before the group was moved");
    m_movedAt = QDateTime::currentDateTimeUtc();
    m_soon.stop();
    m_lagCall = {};
    m_planCall = {};
    const bool here = isAncestorOf(QApplication::focusWidget());
    settled();
    if (here && m_undo->isVisible())
        m_undo->setFocus();
    Q_EMIT moved(m_group);
}

void ResetSheet::onTakenBack()
{
    const bool here = m_undo->hasFocus();
    m_plan.reset(); // commits are others now
    m_movedAt = {};
    m_model->setSteps({});
    Q_EMIT moved(m_group);
    if (m_pages->currentIndex() == 1)
        return;
    look();
    if (here)
        chosenEnd()->setFocus();
}

void ResetSheet::leave()
{
    if (m_pages->currentIndex() == 1)
        showEarlier(false);
    else
        Q_EMIT closed();
}

} // namespace pilothouse::streams
