// SPDX-License-Identifier: GPL-3.0-or-later
// Doctor: looks at everything that must be well before the window can be, without a display and
// without the window's lock.
#pragma once

#include "app/cli/doctorreport.h"
#include "app/profiles/profileopener.h"
#include "app/profiles/profilestore.h"
#include "app/sandbox/sandboxcontrol.h"
#include "core/facets/health.h"

#include <QObject>

#include <map>
#include <memory>

namespace pilothouse::app
{

struct DoctorOptions {
    QString profile; // NAME|FILE; empty: the sandbox's when there is one
    ProfilePlaces places = ProfilePlaces::usual();
    QStringList folders; // must be writable: configuration, state, cache
    QString sandboxScript;
    std::vector<AdapterDescriptor> descriptors;
    milliseconds limit{30'000}; // after it, what has not answered is a problem
};

// GUI thread (of a QCoreApplication).
class Doctor final : public QObject
{
    Q_OBJECT

public:
    Doctor(Runtime& runtime, DoctorOptions options, std::unique_ptr<Keychain> keychain,
        QObject* parent = nullptr);
    ~Doctor() override;
    Q_DISABLE_COPY_MOVE(Doctor)

    void start();
    const DoctorReport& report() const { return m_report; } // complete after finished()

Q_SIGNALS:
    void finished();

private:
    void checkProfile();
    void profileRead(const QString& file);
    void probeServices();
    void probed(const ServiceId& id, const Result<HealthReport>& health);
    void checkKeychain();
    void checkSandbox();
    void checkPlaces(); // folders, disk, fonts: on a lane
    void began(const QString& what) { m_open.insert(what); }
    void ended(const QString& what);
    void give(); // sorts and reports

    Runtime& m_runtime;
    const DoctorOptions m_options;
    SecretStore m_secrets;
    ServiceHub m_hub;
    ProfileOpener m_opener;
    SandboxControl m_sandbox;
    Lane<> m_lane;
    Call<QList<DoctorCheck>> m_places;
    Call<QString> m_file;
    std::map<ServiceId, Call<HealthReport>> m_probes;
    QSet<QString> m_open; // not answered yet
    DoctorReport m_report;
    bool m_given = false;
};

// Runs it to the end with the system's keychain; `printed` is what belongs on stdout.
ExitCode runDoctor(Runtime& runtime, DoctorOptions options, bool json, QString* printed);

// Folders, free space and fonts; blocks.
QList<DoctorCheck> checkPlacesNow(const QStringList& folders);

} // namespace pilothouse::app
