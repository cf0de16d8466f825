// SPDX-License-Identifier: GPL-3.0-or-later
// StreamsPanel: what it is opened with, what is kept of it, and how it is read again.
#include "streams/panel/streamspanel.h"

#include "core/servicehub.h"
#include "streams/api/names.h"
#include "streams/panel/connectpane.h"
#include "streams/panel/lagpane.h"
#include "streams/panel/listpane.h"
#include "streams/panel/messagetable.h"
#include "streams/panel/schemaspane.h"
#include "streams/panel/servicename.h"
#include "streams/panel/streamrates.h"
#include "streams/panel/streamsfeed.h"
#include "streams/panel/streamside.h"
#include "streams/panel/streamtable.h"
#include "streams/panel/tailpane.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/toggleswitch.h"
#include "ui/errors/absence.h"
#include "ui/states/stateframe.h"
#include "ui/workbench.h"

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kStateVersion = 1;

const QStringList& viewWords()
{
    static const QStringList kWords{
        u"topics"_s, u"groups"_s, u"brokers"_s, u"schemas"_s, u"connect"_s};
    return kWords;
}

const QStringList& pageWords()
{
    static const QStringList kWords{u"lag"_s, u"config"_s, u"schema"_s, u"acls"_s, u"members"_s,
        u"settings"_s, u"producers"_s, u"reassignments"_s, u"quotas"_s};
    return kWords;
}

} // namespace

void StreamsPanel::open(const Link& link)
{
    using Kind = StreamEntity::Kind;
    const StreamEntity entity = parsedEntity(link.entity.name);
    Target target;
    switch (entity.kind) {
    case Kind::Topic:
        target.view = u"topics"_s;
        target.topic = entity.name;
        break;
    case Kind::Group:
        target.view = u"groups"_s;
        target.group = entity.name;
        break;
    case Kind::Broker:
        target.view = u"brokers"_s;
        target.broker = entity.name;
        break;
    case Kind::Connector:
        target.view = u"connect"_s;
        m_connectors->showConnector(entity.name);
        break;
    case Kind::Subject:
        target.view = u"schemas"_s;
        m_schemas->showSubject(entity.name);
        break;
    case Kind::Cluster:
        return;
    }
    target.side = pageWords().contains(link.view) ? link.view : QString();
    if (feed().hasTopics())
        show(target);
    else
        m_wanted = target;
}

// What is not there (yet) is named at the right all the same.
void StreamsPanel::show(const Target& target)
{
    const qsizetype view = viewWords().indexOf(target.view);
    if (view < 0 || !m_list->has(StreamView(view)))
        return;
    m_list->setView(StreamView(view));
    const StreamView at = StreamView(view);
    if (at == StreamView::Topics && !target.topic.isEmpty()) {
        const TopicInfo* info = feed().topic(target.topic);
        if (info && info->internal)
            m_list->setInternal(true);
        m_list->renew();
        m_list->choose(at, target.topic);
        m_side->showTopic(target.topic, target.group);
    } else if (at == StreamView::Groups && !target.group.isEmpty()) {
        m_list->renew();
        m_list->choose(at, target.group);
        m_side->showGroup(target.group, target.topic);
    } else if (at == StreamView::Brokers && !target.broker.isEmpty()) {
        m_list->choose(at, target.broker);
        m_side->showBroker(target.broker);
    }
    const bool follows = at == StreamView::Topics && feed().topic(topic());
    m_tail->showTopic(follows ? topic() : QString());
    if (const qsizetype page = pageWords().indexOf(target.side); page >= 0)
        m_side->setPage(StreamPage(page));
    updateActs();
    Q_EMIT titleChanged();
}

void StreamsPanel::refresh()
{
    if (!workbench().hub().contract<Topics>(m_service)) {
        setState(State::NotConnected);
        m_frame->showNotConnected(ui::absencePage(u"waves"_s, workbench().hub(), m_service));
        return;
    }
    if (!feed().hasTopics()) {
        setState(State::Loading);
        m_frame->showLoading(
            {tr("asking %1").arg(serviceName(workbench().hub(), m_service)), -1, -1});
        feed().retry();
        return;
    }
    if (!feed().isOld())
        onAnswered();
    else if (state() != State::Stale)
        onFailed();
    if (feed().isOld())
        feed().retry();
    else
        feed().refresh();
    m_side->askSettings();
}

qint64 StreamsPanel::drawnRows() const
{
    const StreamTable* partitions = lag()->partitions();
    return m_list->drawnRows() + (partitions->isVisible() ? partitions->drawnRows() : 0)
        + (m_tail->isVisible() ? m_tail->drawnRows() : 0);
}

// The topic that is furthest behind; where nobody is, the one most is written to.
void StreamsPanel::showExample()
{
    m_example = true;
    QString best;
    double most = -1;
    for (const TopicInfo& topic : feed().topics()) {
        if (topic.internal)
            continue;
        const double score = double(feed().maxLag(topic.name).value_or(0)) * 1000
            + m_rates->in(topic.name).value_or(0) + (feed().readers(topic.name).empty() ? 0 : 0.5);
        if (score > most) {
            most = score;
            best = topic.name;
        }
    }
    if (best.isEmpty())
        return; // nothing is known yet: what start() chooses
    show({u"topics"_s, best, {}, {}, u"lag"_s});
    showFirstMessage();
}

// As soon as one comes.
void StreamsPanel::showFirstMessage()
{
    MessageTable* table = m_tail->table();
    const auto first = [table] {
        if (table->model()->rowCount() > 0 && !table->currentIndex().isValid())
            table->setCurrentIndex(table->model()->index(0, 0));
    };
    connect(
        table->model(), &QAbstractItemModel::rowsInserted, this, first, Qt::SingleShotConnection);
    first();
}

QJsonObject StreamsPanel::saveState() const
{
    const auto current = [this](StreamView view) {
        return m_list->table(view)->current();
    };
    QJsonObject state;
    state.insert(u"version"_s, kStateVersion);
    state.insert(u"view"_s, viewWords().value(int(m_list->view())));
    // Before anything was read what was asked for is still to be shown.
    state.insert(u"topic"_s,
        m_wanted.isEmpty()
            ? (m_list->view() == StreamView::Groups ? lag()->topic() : current(StreamView::Topics))
            : m_wanted.topic);
    state.insert(u"group"_s, m_wanted.isEmpty() ? group() : m_wanted.group);
    state.insert(u"broker"_s, m_wanted.isEmpty() ? current(StreamView::Brokers) : m_wanted.broker);
    state.insert(u"side"_s, pageWords().value(int(m_side->page())));
    state.insert(u"filter"_s, m_list->filter()->text());
    state.insert(u"internal"_s, m_list->internal()->isChecked());
    state.insert(u"tail"_s, m_tail->saveState());
    return state;
}

void StreamsPanel::restoreState(const QJsonObject& state)
{
    if (state.contains(u"version"_s) && state.value(u"version"_s).toInt() != kStateVersion)
        return;
    const auto text = [&state](const char* key) {
        return state.value(QLatin1String(key)).toString();
    };
    m_list->setInternal(state.value(u"internal"_s).toBool());
    m_wanted = {text("view"), text("topic"), text("group"), text("broker"), text("side")};
    if (!m_wanted.isEmpty() && m_list->has(StreamView(viewWords().indexOf(m_wanted.view))))
        m_list->setView(StreamView(viewWords().indexOf(m_wanted.view)));
    m_list->filter()->setText(text("filter"));
    if (state.contains(u"tail"_s))
        m_tail->restoreState(state.value(u"tail"_s).toObject());
    if (m_wanted.topic.isEmpty() && m_wanted.group.isEmpty() && m_wanted.broker.isEmpty())
        m_wanted = {};
    if (feed().hasTopics())
        start();
}

} // namespace pilothouse::streams
