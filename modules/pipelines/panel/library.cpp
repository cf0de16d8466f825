// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/library.h"

#include "core/servicehub.h"
#include "pipelines/catalogue/loader.h"

#include <QDir>
#include <QSettings>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kFolders = "pipelines/folders";
constexpr int kMostWatched = 512; // folders
constexpr int kRunsAsked = 500; // newest, of all DAGs

} // namespace

Library::Library(ServiceHub& hub, QSettings& settings, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_settings(settings)
    , m_roots(settings.value(QLatin1String(kFolders)).toStringList())
    , m_lane(hub.runtime(), u"pipeline library"_s)
{
    m_roots.removeAll(QString());
    if (m_roots.isEmpty())
        m_roots = {usualRoot()};
    m_soon.setSingleShot(true);
    m_soon.setInterval(150);
    connect(&m_soon, &QTimer::timeout, this, &Library::scan);
    m_pace.setInterval(5000);
    connect(&m_pace, &QTimer::timeout, this, &Library::scan);
    m_serverPace.setInterval(15'000);
    connect(&m_serverPace, &QTimer::timeout, this, &Library::askServers);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        if (!m_lookers.empty())
            m_soon.start();
    });
    connect(&hub, &ServiceHub::added, this, [this](const QString& id) {
        if (m_lookers.empty())
            return;
        ask(id);
        m_soon.start(); // it may name a folder
    });
    connect(&hub, &ServiceHub::aboutToRemove, this, &Library::forget);
}

Library::~Library() = default;

QString Library::usualRoot()
{
    return QDir::homePath() + u"/Pilothouse/pipelines"_s;
}

QStringList Library::allRoots() const
{
    QStringList roots = m_roots;
    const auto ids = m_hub.ofModule(u"workflow"_s);
    for (const ServiceId& id : ids) {
        const Service* service = m_hub.service(id);
        const QString folder = service
            ? service->config.options.value(u"pipelines"_s).toString().trimmed()
            : QString();
        if (!folder.isEmpty() && !roots.contains(QDir::cleanPath(folder)))
            roots.append(QDir::cleanPath(folder));
    }
    return roots;
}

void Library::setRoots(const QStringList& roots)
{
    m_roots = roots.isEmpty() ? QStringList{usualRoot()} : roots;
    m_settings.setValue(QLatin1String(kFolders), m_roots);
    refresh();
}

void Library::look(const QObject* who, bool looking)
{
    const bool was = !m_lookers.empty();
    if (looking)
        m_lookers.insert(who);
    else
        m_lookers.erase(who);
    const bool is = !m_lookers.empty();
    if (is && !was) {
        m_pace.start();
        m_serverPace.start();
        refresh();
    } else if (!is) {
        m_pace.stop();
        m_serverPace.stop();
        m_soon.stop();
    }
}

void Library::refresh()
{
    scan();
    askServers();
}

void Library::scan()
{
    if (m_scan.running()) {
        m_again = true;
        return;
    }
    m_again = false;
    m_scan = m_lane
                 .run(std::chrono::seconds(60),
                     [roots = allRoots(), known = m_content](
                         NoConnection&, const Token& token) -> Result<LibraryContentPtr> {
                         return scanLibrary(roots, known, *knownKinds().catalogue, token);
                     })
                 .onDone(this, [this](Result<LibraryContentPtr> content) {
                     if (!content)
                         return Q_EMIT failed(content.error());
                     const bool same = m_content && (*content)->items == m_content->items
                         && (*content)->folders == m_content->folders;
                     m_content = std::move(*content);
                     if (m_again)
                         m_soon.start();
                     if (same)
                         return;
                     watch();
                     Q_EMIT changed();
                 });
}

void Library::watch()
{
    QStringList wanted;
    for (const LibraryFolder& folder : m_content->folders) {
        if (folder.exists)
            wanted.append(folder.root);
        for (const QString& place : folder.places)
            wanted.append(folder.root + u'/' + place);
    }
    wanted = wanted.mid(0, kMostWatched);
    const QStringList had = m_watcher.directories();
    QStringList gone;
    for (const QString& path : had) {
        if (!wanted.removeOne(path))
            gone.append(path);
    }
    if (!gone.isEmpty())
        m_watcher.removePaths(gone);
    if (!wanted.isEmpty())
        m_watcher.addPaths(wanted);
}

void Library::askServers()
{
    const auto ids = m_hub.ofModule(u"workflow"_s);
    for (const ServiceId& id : ids)
        ask(id);
}

void Library::ask(const ServiceId& id)
{
    const Service* service = m_hub.service(id);
    auto* dags = m_hub.contract<workflow::Dags>(id);
    auto* runs = m_hub.contract<workflow::Runs>(id);
    if (!service || service->config.module != u"workflow" || !dags || !runs)
        return;
    LibraryServer& server = m_servers[id];
    server.service = id;
    server.title = service->config.title.isEmpty() ? id : service->config.title;
    Asking& asking = m_asking[id];
    if (asking.dags.running() || asking.runs.running())
        return;
    const ServiceId key = id;
    asking.dags = dags->list().onDone(this, [this, key](Result<workflow::Dags::List> list) {
        LibraryServer& known = m_servers[key];
        known.error = list ? std::nullopt : std::optional(list.error());
        if (list) {
            known.known = true;
            known.dags = std::move(list->dags);
        }
        Q_EMIT changed();
    });
    workflow::RunQuery query;
    query.limit = kRunsAsked;
    asking.runs = runs->page(query).onDone(this, [this, key](Result<workflow::RunPage> page) {
        if (!page)
            return; // the list of DAGs says it
        LibraryServer& known = m_servers[key];
        QHash<QString, workflow::RunInfo> newest;
        for (const workflow::RunInfo& run : page->runs) {
            if (!newest.contains(run.ref.dag))
                newest.insert(run.ref.dag, run);
        }
        // What is older than this page stays as it was known.
        for (auto at = newest.cbegin(); at != newest.cend(); ++at)
            known.newest.insert(at.key(), at.value());
        Q_EMIT changed();
    });
}

void Library::forget(const QString& id)
{
    m_asking.erase(id);
    if (!m_lookers.empty())
        m_soon.start(); // once it is gone
    if (m_servers.erase(id) > 0)
        Q_EMIT changed();
}

} // namespace pilothouse::pipelines
