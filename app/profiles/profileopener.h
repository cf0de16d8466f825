// SPDX-License-Identifier: GPL-3.0-or-later
// ProfileOpener: a profile file becomes services in the hub: read on a lane, passwords fetched,
// added in the profile's order. GUI thread.
#pragma once

#include "app/profiles/profile.h"
#include "app/profiles/secretstore.h"
#include "core/lane.h"
#include "core/servicehub.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace pilothouse::app
{

class ProfileOpener final : public QObject
{
    Q_OBJECT

public:
    ProfileOpener(
        Runtime& runtime, SecretStore& secrets, ServiceHub& hub, QObject* parent = nullptr);
    Q_DISABLE_COPY_MOVE(ProfileOpener)

    // From now on opened() comes after `patience` at the latest: a service whose password is not
    // there by then stands in the hub without an adapter, and opened() comes once more when it has
    // one. Without it opened() waits for all. Gives the hub its tools.
    void setPatience(milliseconds patience, std::vector<AdapterDescriptor> descriptors);
    // Of such a service; its place in the hub says the same.
    bool awaitsPasswords() const { return !m_pending.isEmpty(); }

    // Replaces what is open. A profile that cannot be read leaves what is open as it is. Nobody is
    // asked for a password: a service whose own is missing is there without it, see
    // lacksPassword().
    void open(const QString& file);
    // Reads the open file again; services that did not change keep their adapters.
    void reload();
    void close();

    // The user wants it: fetches one service's password again, asks for it where it is missing, and
    // adds the service anew.
    void reconnect(const ServiceId& id);
    // It is not in the keychain, and nobody has entered it yet.
    bool lacksPassword(const ServiceId& id) const;
    // Is the password another one by now than the one the service was added with?
    void compareSecret(const ServiceId& id, std::function<void(bool other)> done);

    bool isOpen() const { return m_profile.has_value(); }
    bool isOpening() const { return m_load.running() || !m_pending.isEmpty(); }
    const Profile* profile() const { return m_profile ? &*m_profile : nullptr; }
    // Remarks on the open profile: unknown keys, unknown tools, options without effect.
    const std::vector<ProfileIssue>& remarks() const { return m_remarks; }
    // Why a service is in the hub without its password.
    const std::map<ServiceId, Error>& secretErrors() const { return m_secretErrors; }

Q_SIGNALS:
    void opened(); // every service is in the hub; see setPatience()
    void aboutToReplace(); // another profile could be read; the services of this one go next
    void profileChanged(); // read anew: name, services, remarks
    void openFailed(const QString& file, const pilothouse::Error& error);
    void secretFailed(const QString& id, const pilothouse::Error& error);
    void closed();

private:
    void load(const QString& file, bool sameFile);
    void apply(Profile profile, bool sameFile);
    void fetch(const ProfileService& service, SecretStore::Asking asking);
    void openWithout();
    void arrived(const ServiceId& id, Result<Secret> secret);
    void add(const ProfileService& service, Secret secret);

    SecretStore& m_secrets;
    ServiceHub& m_hub;
    Lane<> m_lane;
    Call<Profile> m_load;
    std::unique_ptr<QObject>
        m_round; // context of the secrets asked for; replaced drops late answers
    std::optional<Profile> m_profile;
    std::vector<ProfileIssue> m_remarks;
    std::map<ServiceId, Error> m_secretErrors;
    std::map<ServiceId, Secret> m_used; // the password each was added with
    QSet<ServiceId> m_pending; // their passwords are asked for
    QSet<ServiceId> m_awaited; // of these, in the hub without an adapter until then
    std::optional<milliseconds> m_patience; // none: without end
    bool m_withholding = false; // what is added now gets no adapter
};

} // namespace pilothouse::app
