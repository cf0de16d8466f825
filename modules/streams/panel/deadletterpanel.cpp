// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/deadletterpanel.h"

#include "core/servicehub.h"
#include "streams/panel/letterrows.h"
#include "streams/panel/messageform.h"
#include "streams/panel/redriver.h"
#include "streams/panel/sheet.h"
#include "streams/panel/sheettable.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/searchfield.h"
#include "ui/drafts.h"
#include "ui/errors/absence.h"
#include "ui/errors/errorwords.h"
#include "ui/errors/panelretry.h"
#include "ui/states/stateframe.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QHideEvent>
#include <QJsonObject>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QTreeWidget>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

bool isInUse(const QComboBox& box)
{
    return box.hasFocus() || box.view()->isVisible()
        || (box.lineEdit() && box.lineEdit()->hasFocus());
}

} // namespace
using ui::Token;

namespace
{
constexpr int kPage = 500; // letters asked for at once
}

DeadLetterPanel::DeadLetterPanel(ui::Workbench& bench, const ServiceId& service, QWidget* parent)
    : Panel(bench, parent)
    , m_service(service)
    , m_model(new DeadLetterModel(this))
    , m_rows(new LetterRows(m_model, this))
    , m_redriver(new Redriver(bench, service, this))
{
    buildLayout();
    m_retry = new ui::PanelRetry(
        *m_frame, bench.hub(), service, [this] { refresh(); }, this);
    wire();
    addActions();
    m_model->setZone(bench.timeContext().zone());
    m_form->setZone(bench.timeContext().zone());
    setState(State::Loading);
    judge();
    refreshWhenVisible();
}

QString DeadLetterPanel::title() const
{
    return m_topic.isEmpty() ? tr("Dead letters") : tr("%1 · dead letters").arg(m_topic);
}

QJsonObject DeadLetterPanel::saveState() const
{
    return {{u"version"_s, 1}, {u"topic"_s, m_topic}};
}

void DeadLetterPanel::restoreState(const QJsonObject& state)
{
    showTopic(state.value(u"topic"_s).toString());
}

qint64 DeadLetterPanel::drawnRows() const
{
    return m_table->drawnRows();
}

void DeadLetterPanel::showExample()
{
    if (m_table->model()->rowCount() > 0)
        m_table->selectRow(0);
}

void DeadLetterPanel::showTopic(const QString& topic)
{
    if (topic == m_topic)
        return;
    m_topic = topic;
    m_known = false;
    m_pageCall = {};
    stopFollowing();
    m_previous.clear();
    m_next.clear();
    m_atBegin = m_full = false;
    m_trouble.clear();
    m_written = 0;
    m_model->clear();
    m_model->restoreEdits(workbench().drafts().get(draftKey())[u"edits"_s].toObject());
    fillTopics();
    fillGroups();
    Q_EMIT titleChanged();
    refreshWhenVisible();
}

void DeadLetterPanel::refresh()
{
    if (!workbench().hub().contract<Messages>(m_service)) {
        m_frame->showNotConnected(ui::absencePage(u"undo"_s, workbench().hub(), m_service));
        setState(State::NotConnected);
        return;
    }
    askTopics();
    if (!m_topic.isEmpty())
        ask(m_new > 0 ? Part::New : Part::Newest);
}

void DeadLetterPanel::askTopics()
{
    auto* topics = workbench().hub().contract<Topics>(m_service);
    if (!topics)
        return;
    m_topicsCall = topics->topics().onDone(this, [this](Result<std::vector<TopicInfo>> answer) {
        if (!answer) {
            if (m_topic.isEmpty()) {
                m_retry->failed(answer.error(), false);
                setState(State::Error);
            }
            return;
        }
        const bool first = m_topics.empty();
        m_topics = std::move(*answer);
        // What somebody types or chooses just now stays.
        if (first || !(isInUse(*m_topicBox) || isInUse(*m_to)))
            fillTopics();
        if (!m_topic.isEmpty())
            return;
        const auto likely = std::find_if(m_topics.begin(), m_topics.end(),
            [](const TopicInfo& one) { return looksLikeDeadLetterTopic(one.name); });
        if (likely != m_topics.end()) {
            showTopic(likely->name);
            return;
        }
        m_retry->succeeded();
        ui::EmptyInfo empty;
        empty.iconName = u"undo"_s;
        empty.heading = tr("No topic looks like one for dead letters");
        empty.line = tr("Choose one of %n above", nullptr, int(m_topics.size()));
        m_frame->showEmpty(empty);
        setState(State::Empty);
    });
}

// Likely ones first; any topic may hold dead letters.
void DeadLetterPanel::fillTopics()
{
    const QSignalBlocker quiet(m_topicBox);
    m_topicBox->clear();
    QStringList names;
    for (const bool likely : {true, false})
        for (const TopicInfo& one : m_topics)
            if (!one.internal && looksLikeDeadLetterTopic(one.name) == likely)
                names << one.name;
    if (!m_topic.isEmpty() && !names.contains(m_topic))
        names.prepend(m_topic);
    m_topicBox->addItems(names);
    m_topicBox->setCurrentText(m_topic);
    const QString to = m_to->currentText();
    const QSignalBlocker calm(m_to);
    m_to->clear();
    m_to->addItem(tr("the topic each was in"));
    for (const TopicInfo& one : m_topics)
        if (!one.internal && one.name != m_topic)
            m_to->addItem(one.name);
    m_to->setCurrentIndex(std::max(0, m_to->findText(to)));
}

void DeadLetterPanel::ask(Part part)
{
    auto* messages = workbench().hub().contract<Messages>(m_service);
    if (!messages || m_topic.isEmpty())
        return;
    PageQuery query;
    query.topic = m_topic;
    query.from = {TopicPlace::Kind::BeforeEnd, kPage, {}};
    query.limit = kPage;
    if (part != Part::Newest)
        query.positions = part == Part::Earlier ? m_previous : m_next;
    query.backwards = part == Part::Earlier;
    m_frame->showLoading({tr("reading the letters")}, m_known);
    if (!m_known)
        setState(State::Loading);
    m_pageCall = messages->page(query).onDone(
        this, [this, part](Result<MessagePage> page) { take(std::move(page), part); });
}

void DeadLetterPanel::take(Result<MessagePage> page, Part part)
{
    if (!page) {
        m_retry->failed(page.error(), m_known);
        setState(m_known ? State::Stale : State::Error);
        return;
    }
    const bool first = !m_known;
    m_known = true;
    m_full = !m_model->merge(page->messages);
    if (part == Part::Earlier || m_previous.empty()) {
        m_atBegin = page->atBegin;
        for (const auto& [partition, offset] : page->previous)
            m_previous[partition] = offset;
    }
    if (part != Part::Earlier)
        for (const auto& [partition, offset] : page->next)
            m_next[partition] = std::max(m_next[partition], offset);
    if (m_atBegin && page->problems.empty()) {
        const int before = m_model->edits();
        m_model->dropLostEdits();
        if (m_model->edits() != before)
            keepEdits();
    }
    m_retry->succeeded();
    fillGroups();
    if (m_model->rowCount() == 0) {
        ui::EmptyInfo empty;
        empty.iconName = u"undo"_s;
        empty.heading = tr("No dead letters in %1").arg(m_topic);
        empty.line = tr("What comes is listed by itself.");
        m_frame->showEmpty(empty);
        setState(State::Empty);
    } else {
        setState(State::Ready);
        if (first)
            m_table->selectRow(0);
    }
    judge();
    if (part != Part::Earlier)
        follow();
}

// Only counts: the list, what is chosen and what is edited stay until the new ones are asked for.
void DeadLetterPanel::follow()
{
    stopFollowing();
    auto* messages = workbench().hub().contract<Messages>(m_service);
    if (!messages || m_topic.isEmpty() || !m_known || !isVisible())
        return;
    TailQuery query;
    query.topic = m_topic;
    query.cut = 1;
    m_mailbox = std::make_unique<Mailbox<Message>>(
        workbench().hub().runtime(), 1, [](std::vector<Message>&&, quint64) {});
    m_tail = messages->tail(query, m_mailbox->writer())
                 .attach(
                     this,
                     [this](const std::vector<ReadState>& states) {
                         const ReadState& now = states.back();
                         if (!m_missed) {
                             qint64 behind = 0;
                             for (const auto& [partition, at] : now.positions)
                                 if (const auto next = m_next.find(partition); next != m_next.end())
                                     behind += std::max<qint64>(0, at - next->second);
                             m_missed = std::max<qint64>(0, behind - now.messages);
                         }
                         m_new = *m_missed + now.messages;
                         tellNew();
                     },
                     [](const VoidResult&) {});
}

void DeadLetterPanel::stopFollowing()
{
    m_tail.cancel();
    m_mailbox.reset();
    m_missed.reset();
    m_new = 0;
    tellNew();
}

void DeadLetterPanel::tellNew()
{
    m_newButton->setVisible(m_new > 0 && !m_full);
    m_newButton->setText(tr("%n new", nullptr, int(std::min<qint64>(m_new, 1'000'000))));
    // Where nothing is listed there is nothing to be moved.
    if (m_new > 0 && m_known && m_model->rowCount() == 0 && !m_pageCall.running())
        ask(Part::New);
}

void DeadLetterPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    if (m_known && !m_tail.running())
        follow();
}

void DeadLetterPanel::hideEvent(QHideEvent* event)
{
    Panel::hideEvent(event);
    if (!event->spontaneous())
        stopFollowing();
}

int DeadLetterPanel::row() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_rows->mapToSource(current).row() : -1;
}

void DeadLetterPanel::showCurrent()
{
    const int at = row();
    m_form->setEnabled(at >= 0);
    if (at < 0) {
        m_reason->setText({});
        m_origin->setText({});
        judge();
        return;
    }
    const DeadLetter& letter = m_model->letter(at);
    m_reason->setText(letter.detail.isEmpty() ? letter.error
            : letter.detail.startsWith(letter.error)
            ? letter.detail
            : u"%1: %2"_s.arg(letter.error, letter.detail));
    m_origin->setText(letter.topic.isEmpty() ? tr("It does not say where it was")
            : letter.offset                  ? tr("was in %1, partition %2 @ %3")
                                  .arg(letter.topic)
                                  .arg(letter.partition.value_or(-1))
                                  .arg(*letter.offset)
                            : tr("was in %1").arg(letter.topic));
    m_showing = true;
    m_form->setDraft(m_model->draft(at));
    if (m_model->isUnfinished(at))
        m_form->restoreState(m_model->unfinished(at));
    m_showing = false;
    // What is cut here would be written cut: it is read whole when it goes as it is.
    m_form->setEnabled(!m_model->isRedriven(at) && !letter.message.isCut());
    judge();
}

void DeadLetterPanel::keepEdit()
{
    const int at = row();
    if (m_showing || at < 0)
        return;
    if (const auto draft = m_form->draft())
        m_model->setEdit(at, draft);
    else
        m_model->setUnfinished(at, m_form->saveState());
    keepEdits();
    judge();
}

QString DeadLetterPanel::draftKey() const
{
    return u"streams.deadletters/%1/%2"_s.arg(m_service, m_topic);
}

void DeadLetterPanel::keepEdits()
{
    const QJsonObject edits = m_model->saveEdits();
    if (m_topic.isEmpty())
        return;
    if (edits.isEmpty())
        workbench().drafts().remove(draftKey());
    else
        workbench().drafts().put(draftKey(), {{u"edits"_s, edits}});
}

QString DeadLetterPanel::targetOf(int at) const
{
    return m_to->currentIndex() > 0 ? m_to->currentText() : m_model->letter(at).topic;
}

void DeadLetterPanel::chooseShown(bool on)
{
    m_model->choose(m_rows->shown(), on);
}

void DeadLetterPanel::toggle()
{
    std::vector<int> rows;
    bool all = true;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        rows.push_back(m_rows->mapToSource(index).row());
        all = all && m_model->isChosen(rows.back());
    }
    m_model->choose(rows, !all);
}

void DeadLetterPanel::judge()
{
    const std::vector<int> chosen = m_model->chosen();
    const auto lost = std::count_if(
        chosen.begin(), chosen.end(), [this](int at) { return targetOf(at).isEmpty(); });
    const auto unfinished = std::count_if(
        chosen.begin(), chosen.end(), [this](int at) { return m_model->isUnfinished(at); });
    const QString off = Sheet::refusal(workbench().hub(), m_service);
    QString wrong = m_form->isEnabled() ? m_form->problem() : QString();
    if (wrong.isEmpty() && unfinished > 0)
        wrong = tr("The edit of %n of them is not finished", nullptr, int(unfinished));
    m_redrive->setText(
        chosen.empty() ? tr("Redrive…") : tr("Redrive %n letters…", nullptr, int(chosen.size())));
    m_redrive->setEnabled(!chosen.empty() && lost == 0 && off.isEmpty() && wrong.isEmpty()
        && !m_redriver->isRunning());
    QString note = !off.isEmpty() ? off
        : !wrong.isEmpty()        ? wrong
        : lost > 0 ? tr("%n of them do not say where they were: choose a topic", nullptr, int(lost))
                   : m_trouble;
    const bool bad = !note.isEmpty();
    if (m_redriver->isRunning())
        note = tr("%n written so far", nullptr, m_written);
    else if (m_written > 0)
        note = bad ? tr("%1; %n written", nullptr, m_written).arg(note)
                   : tr("%n written", nullptr, m_written);
    m_note->setText(note);
    m_note->setTone(bad ? Token::StatusError : Token::Text2);
    const int all = m_model->rowCount();
    QString count = tr("%n letters", nullptr, all);
    if (m_full)
        count = tr("%1, no more fit").arg(count);
    else if (!m_atBegin && all > 0)
        count = tr("%1, there are earlier ones").arg(count);
    if (m_model->edits() > 0)
        count += u" · "_s + tr("%n edited", nullptr, m_model->edits());
    m_count->setText(count);
    m_earlier->setEnabled(!m_atBegin && !m_full && all > 0);
}

void DeadLetterPanel::redrive()
{
    if (!m_redrive->isEnabled())
        return;
    std::vector<Redriver::Letter> letters;
    for (const int at : m_model->chosen()) {
        const DeadLetter& one = m_model->letter(at);
        Redriver::Letter letter;
        letter.id = DeadLetterModel::idOf(one);
        letter.to = targetOf(at);
        letter.draft = m_model->draft(at);
        letter.cut = one.message.isCut() && !m_model->isEdited(at);
        if (!m_keep->isChecked())
            letter.draft.headers = withoutErrorHeaders(letter.draft.headers);
        if (m_same->isChecked())
            letter.draft.partition = one.partition.value_or(one.message.partition);
        letters.push_back(std::move(letter));
    }
    m_written = 0;
    m_trouble.clear();
    m_redriver->start(m_topic, std::move(letters), m_rate->value());
    judge();
}

QString DeadLetterPanel::note() const
{
    return m_note->text();
}

QString DeadLetterPanel::countText() const
{
    return m_count->text();
}

} // namespace pilothouse::streams
