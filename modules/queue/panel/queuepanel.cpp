// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/queuepanel.h"

#include "core/servicehub.h"
#include "queue/api/commandline.h"
#include "queue/panel/inspector.h"
#include "queue/panel/keyspane.h"
#include "queue/panel/serverpane.h"
#include "ui/controls/button.h"
#include "ui/controls/searchfield.h"
#include "ui/errors/absence.h"
#include "ui/errors/panelretry.h"
#include "ui/states/stateframe.h"
#include "ui/tree/treeview.h"
#include "ui/workbench.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QMenu>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;
using Phase = KeyScan::Phase;

namespace
{

constexpr int kStateVersion = 1;

QVariant optionOf(ServiceHub& hub, const ServiceId& id, const QString& name, QVariant otherwise)
{
    const Service* service = hub.service(id);
    return service ? service->config.options.value(name, otherwise) : otherwise;
}

} // namespace

QueuePanel::QueuePanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent)
    : Panel(workbench, parent)
    , m_service(service)
{
    buildLayout();
    buildActions();
    refreshWhenVisible();
}

QueuePanel::~QueuePanel() = default;

QString QueuePanel::title() const
{
    const Service* service = workbench().hub().service(m_service);
    const int database = optionOf(workbench().hub(), m_service, u"database"_s, 0).toInt();
    const QString name
        = service && !service->config.title.isEmpty() ? service->config.title : m_service;
    return tr("%1 · db%2").arg(name).arg(database);
}

QString QueuePanel::iconName() const
{
    return u"layers"_s;
}

QString QueuePanel::kind() const
{
    return u"queue.keys"_s;
}

Keyspace* QueuePanel::keyspace() const
{
    return workbench().hub().contract<Keyspace>(m_service);
}

void QueuePanel::buildLayout()
{
    ServiceHub& hub = workbench().hub();
    // Each is made where it stays: a change of parents styles everything inside anew.
    m_frame = new ui::StateFrame(this);
    m_split = new QSplitter(Qt::Horizontal, m_frame);
    m_keys = new KeysPane(
        hub.runtime(), optionOf(hub, m_service, u"separator"_s, u":"_s).toString().toUtf8(),
        optionOf(hub, m_service, u"database"_s, 0).toInt(), [this] { return keyspace(); }, m_split);
    m_keys->filter()->answerSlashIn(this);
    m_inspector = new Inspector(workbench(), m_service, m_split);
    m_server = new ServerPane(workbench(), m_service, m_split);
    m_split->addWidget(m_keys);
    m_split->addWidget(m_inspector);
    m_split->addWidget(m_server);
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 1);
    m_split->setStretchFactor(2, 0);
    m_columns = {350, 580, 450};
    m_split->installEventFilter(this);
    connect(m_split, &QSplitter::splitterMoved, this, &QueuePanel::keepColumns);
    place();

    m_frame->setContent(m_split);
    m_retry = new ui::PanelRetry(
        *m_frame, hub, m_service, [this] { refreshWhenVisible(); }, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);

    connect(
        m_keys, &KeysPane::keyChosen, this, [this](const QByteArray& key) { value()->show(key); });
    connect(m_keys->tree(), &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        QMenu* menu = keyMenu();
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(m_keys->tree()->viewport()->mapToGlobal(at));
    });
    connect(m_inspector, &Inspector::keyAdded, m_keys, &KeysPane::follow);
    connect(&m_keys->scan(), &KeyScan::progressed, this, &QueuePanel::onWalkProgress);
    connect(&m_keys->scan(), &KeyScan::ended, this, &QueuePanel::onWalkEnd);
    connect(m_inspector, &Inspector::keyRemoved, this,
        [this](const QByteArray& key) { m_keys->scan().forget({key}); });
    connect(m_inspector, &Inspector::unsavedWorkChanged, this,
        [this] { Q_EMIT unsavedWorkChanged(hasUnsavedWork()); });
    // A walk that is over asks nothing more: that the server went away is heard from its health.
    // What came back is walked again without being asked (m_retry).
    connect(&hub, &ServiceHub::healthChanged, this, [this](const QString& id) {
        const Service* service = workbench().hub().service(m_service);
        if (id != m_service || !service || service->health.state != HealthReport::State::Failing
            || m_keys->scan().isRunning() || (state() != State::Ready && state() != State::Empty))
            return;
        m_retry->failed(service->lastError, true);
        setState(State::Stale);
    });
}

void QueuePanel::buildActions()
{
    const auto add = [this](const QString& text, const QKeySequence& key, auto slot) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        m_actions.append(action);
        return action;
    };
    auto* walk = add(tr("Walk the keys again"), QKeySequence(Qt::Key_F5), [this] { refresh(); });
    add(tr("Filter keys"), QKeySequence(Qt::CTRL | Qt::Key_F),
        [this] { m_keys->filter()->setFocus(Qt::ShortcutFocusReason); });
    add(tr("Keys as tree or as list"), QKeySequence(),
        [this] { m_keys->setFlat(!m_keys->isFlat()); });
    add(tr("Open the console"), QKeySequence(),
        [this] { workbench().openPanel(u"queue.console"_s, m_service, {}); });
    add(tr("Pause or go on with the walk"), QKeySequence(Qt::CTRL | Qt::Key_Space),
        [this] { m_keys->scan().setPaused(!m_keys->scan().isPaused()); });
    add(tr("Measure the sizes of all keys"), QKeySequence(), [this] { m_keys->scan().measure(); });
    auto* name = add(tr("Copy the name"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] {
        const QByteArray path = m_keys->currentPath();
        QGuiApplication::clipboard()->setText(
            isPlainText(path) ? QString::fromUtf8(path) : entityName(path));
    });
    auto* ttl = add(tr("Change time to live…"), QKeySequence(Qt::CTRL | Qt::Key_D),
        [this] { value()->editTtl(); });
    auto* rename = add(
        tr("Rename the key…"), QKeySequence(Qt::SHIFT | Qt::Key_F2), [this] { value()->rename(); });
    auto* copy = add(tr("Copy the key…"), QKeySequence(), [this] { value()->copyKey(); });
    auto* removal = add(tr("Delete the chosen keys…"), QKeySequence(Qt::CTRL | Qt::Key_Delete),
        [this] { removeCurrent(); });
    removal->setProperty("destructive", true);
    m_inMenu = {name, rename, ttl, copy, removal, walk};
    m_ofKey = {rename, ttl, copy};
    add(tr("Add an element…"), QKeySequence(Qt::CTRL | Qt::Key_N),
        [this] { value()->addElement(); });
    add(tr("Edit the element"), QKeySequence(Qt::Key_F2), [this] { value()->editElement(); });
    add(tr("Load more elements"), QKeySequence(Qt::CTRL | Qt::Key_M),
        [this] { m_inspector->loadMore(); });
    add(tr("Follow the stream"), QKeySequence(Qt::CTRL | Qt::Key_J),
        [this] { m_inspector->setFollowing(!m_inspector->isFollowing()); });
    const QKeySequence server(Qt::CTRL | Qt::Key_I);
    add(tr("Show or hide the server's figures"), server,
        [this] { setServerShown(!isServerShown()); });
    // The action answers the keys; the button only tells them.
    m_serverButton
        = new ui::IconButton(u"chart"_s, tr("The server's figures"), QKeySequence(), m_keys);
    m_serverButton->setToolTip(u"%1 (%2)"_s.arg(
        m_serverButton->accessibleName(), server.toString(QKeySequence::NativeText)));
    m_serverButton->setCheckable(true);
    m_serverButton->hide();
    m_keys->addToFooter(m_serverButton);
    connect(m_serverButton, &QAbstractButton::clicked, this, &QueuePanel::setServerShown);
    add(tr("Change what counts as slow…"), QKeySequence(), [this] {
        setServerShown(true);
        m_server->editThreshold();
    });
    add(tr("Clear the slow log…"), QKeySequence(), [this] {
        m_server->clearSlowLog();
    })->setProperty("destructive", true);

    // Delete means the line that has the focus: a key of the tree, an element of its value.
    auto* remove = new QAction(tr("Delete…"), this);
    remove->setProperty("destructive", true);
    remove->setShortcut(QKeySequence(Qt::Key_Delete));
    remove->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(remove, &QAction::triggered, this, [this] {
        if (m_inspector->table()->hasFocus())
            m_inspector->removeElement();
        else if (m_keys->tree()->hasFocus())
            removeCurrent();
    });
    m_keys->tree()->addAction(remove);
    m_inspector->table()->addAction(remove);
    m_actions.append(remove);
}

void QueuePanel::open(const Link& link)
{
    const qsizetype hash = link.entity.name.lastIndexOf(u'#');
    // A consumer group is shown at its stream.
    const QString name
        = hash > 0 && link.view == "group"_L1 ? link.entity.name.first(hash) : link.entity.name;
    const QByteArray key = keyOfEntity(name);
    if (key.isEmpty())
        return;
    if (m_haveKeys)
        show(key);
    else
        m_wantedKey = key;
}

// A prefix is shown in the tree, a key in the inspector too, even when the filter hides its line.
void QueuePanel::show(const QByteArray& key)
{
    const QByteArray separator
        = optionOf(workbench().hub(), m_service, u"separator"_s, u":"_s).toString().toUtf8();
    m_keys->reveal(key);
    if (separator.isEmpty() || !key.endsWith(separator))
        value()->show(key);
}

void QueuePanel::refresh()
{
    if (!keyspace()) {
        setState(State::NotConnected);
        m_frame->showNotConnected(ui::absencePage(u"layers"_s, workbench().hub(), m_service));
        return;
    }
    if (!m_haveKeys) {
        setState(State::Loading);
        m_frame->showLoading({tr("asking %1").arg(m_service), -1, -1});
    }
    m_keys->walk();
    m_server->refresh();
    m_inspector->refresh();
}

void QueuePanel::onWalkProgress()
{
    const KeyScan::Progress& p = m_keys->scan().progress();
    // What a walk that is over has found, counted late, says nothing of the server as it is now.
    if (p.phase == Phase::Failed || p.phase == Phase::Stopped)
        return;
    if (p.keys > 0 && (!m_haveKeys || (state() != State::Ready && m_keys->scan().isRunning()))) {
        m_haveKeys = true;
        m_retry->succeeded();
        setState(State::Ready);
        if (const QByteArray key = std::exchange(m_wantedKey, {}); !key.isEmpty())
            show(key);
        if (m_inspector->key().isEmpty() && !m_keys->tree()->currentIndex().isValid())
            m_keys->tree()->setCurrentIndex(m_keys->scan().model()->index(0, 0));
    }
}

void QueuePanel::onWalkEnd()
{
    const KeyScan& scan = m_keys->scan();
    if (scan.progress().phase == Phase::Failed) {
        m_retry->failed(scan.error(), m_haveKeys);
        setState(m_haveKeys ? State::Stale : State::Error);
        return;
    }
    m_retry->succeeded(); // an empty database is shown with its server, not as a blank page
    setState(scan.progress().total == 0 && scan.progress().keys == 0 ? State::Empty : State::Ready);
}

void QueuePanel::removeCurrent()
{
    Keyspace* contract = keyspace();
    const QByteArray path = m_keys->currentPath();
    if (!contract || path.isEmpty())
        return;
    if (const auto keys = m_keys->chosenKeys(); keys.size() > 1) {
        m_removal = contract->remove(keys).onDone(this, [this](Result<Act> act) {
            if (!act)
                return workbench().report(act.error());
            workbench().confirm(std::move(*act), this, [this](Task* task) { removed(task); });
        });
        return;
    }
    if (!m_keys->currentIsFolder()) {
        m_inspector->show(path);
        m_inspector->removeKey();
        return;
    }
    workbench().confirm(contract->removePrefix(path, m_keys->currentKeys()), this,
        [this](Task* task) { removed(task); });
}

void QueuePanel::removed(Task* task)
{
    if (!task)
        return;
    if (!task->outcome())
        workbench().report(task->outcome().error());
    m_keys->walk();
    m_inspector->refresh();
}

bool QueuePanel::hasUnsavedWork() const
{
    return m_inspector->hasUnsavedWork();
}

qint64 QueuePanel::drawnRows() const
{
    return m_keys->drawnRows() + m_inspector->drawnRows();
}

void QueuePanel::showExample()
{
    constexpr int kLooked = 200;
    auto* search = workbench().hub().facet<SearchFacet>(m_service);
    if (!search)
        return;
    m_example
        = search->snapshot(kLooked).onDone(this, [this](Result<std::vector<SearchItem>> items) {
              std::vector<QByteArray> keys;
              for (const SearchItem& item : items ? *items : std::vector<SearchItem>())
                  if (item.kind == "key"_L1)
                      keys.push_back(keyOfEntity(item.entity.name));
              Keyspace* contract = keyspace();
              if (!keys.empty() && contract)
                  m_exampleDetails
                      = contract->details(keys, DetailFields(kAllDetails))
                            .onDone(this, [this](const Result<std::vector<KeyDetail>>& details) {
                                showTelling(details);
                            });
          });
}

// The hash with the most fields shows most of what a viewer can.
void QueuePanel::showTelling(const Result<std::vector<KeyDetail>>& details)
{
    if (!details)
        return;
    const KeyDetail* best = nullptr;
    for (const KeyDetail& d : *details)
        if (d.type == KeyType::Hash && (!best || d.length.value_or(0) > best->length.value_or(0)))
            best = &d;
    if (best)
        open(Link{{{}, entityName(best->name)}, {}, {}});
}

QJsonObject QueuePanel::saveState() const
{
    QJsonObject state;
    state.insert(u"version"_s, kStateVersion);
    state.insert(u"filter"_s, m_keys->filter()->text());
    state.insert(u"type"_s, QString::fromLatin1(wordOf(m_keys->type())));
    state.insert(u"key"_s, entityName(m_inspector->key()));
    state.insert(u"list"_s, m_keys->isFlat());
    QJsonArray sizes;
    for (const int size : m_columns)
        sizes.append(size);
    state.insert(u"split"_s, sizes);
    state.insert(u"server"_s, m_column);
    return state;
}

void QueuePanel::restoreState(const QJsonObject& state)
{
    if (state.value(u"version"_s).toInt() != kStateVersion)
        return;
    m_keys->setFilter(
        state.value(u"filter"_s).toString(), typeOf(state.value(u"type"_s).toString().toLatin1()));
    m_keys->setFlat(state.value(u"list"_s).toBool());
    QList<int> sizes;
    for (const QJsonValue& size : state.value(u"split"_s).toArray())
        sizes.append(size.toInt());
    if (sizes.size() == 3)
        m_columns = sizes;
    m_column = state.value(u"server"_s).toBool(true);
    place();
    m_wantedKey = keyOfEntity(state.value(u"key"_s).toString()); // shown with the first names
}

void QueuePanel::showEvent(QShowEvent* event)
{
    m_keys->scan().setHidden(false);
    m_server->setSeen(isServerShown());
    m_server->refresh();
    Panel::showEvent(event);
}

void QueuePanel::hideEvent(QHideEvent* event)
{
    m_keys->scan().setHidden(true);
    m_server->setSeen(false);
    Panel::hideEvent(event);
}

} // namespace pilothouse::queue
