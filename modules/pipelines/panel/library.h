// SPDX-License-Identifier: GPL-3.0-or-later
// Library: the folders of pipelines and the DAGs of connected servers, for whoever shows them.
// Folders are read on a lane and watched while somebody looks; servers are asked as seldom as their
// own panel would. GUI thread.
#pragma once

#include "core/call.h"
#include "core/lane.h"
#include "core/service.h"
#include "pipelines/panel/libraryscan.h"
#include "workflow/api/dags.h"
#include "workflow/api/runs.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <set>

class QSettings;

namespace pilothouse
{
class ServiceHub;
}

namespace pilothouse::pipelines
{

// What is known of a workflow server.
struct LibraryServer {
    ServiceId service;
    QString title;
    std::vector<workflow::DagInfo> dags;
    QHash<QString, workflow::RunInfo> newest; // by DAG
    bool known = false; // it has answered once
    std::optional<Error> error; // of the last time
};

class Library final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Library)

public:
    Library(ServiceHub& hub, QSettings& settings, QObject* parent = nullptr);
    ~Library() override;

    QStringList roots() const { return m_roots; } // the user's own
    // With the folders that services of the profile name (option `pipelines`).
    QStringList allRoots() const;
    void setRoots(const QStringList& roots); // and remembers them
    static QString usualRoot(); // ~/Pilothouse/pipelines

    // Read and asked again while anybody looks; nothing is done while nobody does.
    void look(const QObject* who, bool looking);
    void refresh(); // now
    void scan(); // the folders alone
    bool isRead() const { return m_content != nullptr; }
    bool isReading() const { return m_scan.running(); }
    const LibraryContentPtr& content() const { return m_content; }
    const std::map<ServiceId, LibraryServer>& servers() const { return m_servers; }
    Lane<>& lane() { return m_lane; } // for acts on documents

Q_SIGNALS:
    void changed(); // content or servers
    void failed(const pilothouse::Error& error);

private:
    void watch();
    void askServers();
    void ask(const ServiceId& id);
    void forget(const QString& id);

    struct Asking {
        Call<workflow::Dags::List> dags;
        Call<workflow::RunPage> runs;
    };

    ServiceHub& m_hub;
    QSettings& m_settings;
    QStringList m_roots;
    LibraryContentPtr m_content;
    std::map<ServiceId, LibraryServer> m_servers;
    std::map<ServiceId, Asking> m_asking;
    std::set<const QObject*> m_lookers;
    QFileSystemWatcher m_watcher;
    QTimer m_soon; // several changes of one moment are one scan
    QTimer m_pace; // files that change in place tell nobody
    QTimer m_serverPace;
    bool m_again = false; // changed while it was read
    Lane<> m_lane;
    Call<LibraryContentPtr> m_scan;
};

} // namespace pilothouse::pipelines
