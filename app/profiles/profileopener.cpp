// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/profileopener.h"

#include "app/profiles/profilecheck.h"
#include "app/profiles/profilereader.h"
#include "app/profiles/profilestore.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

ProfileOpener::ProfileOpener(
    Runtime& runtime, SecretStore& secrets, ServiceHub& hub, QObject* parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_hub(hub)
    , m_lane(runtime, u"profile"_s)
{
}

void ProfileOpener::setPatience(milliseconds patience, std::vector<AdapterDescriptor> descriptors)
{
    m_patience = patience;
    for (AdapterDescriptor& d : descriptors)
        if (d.make)
            d.make = [this, make = std::move(d.make)](
                         AdapterContext context) -> std::unique_ptr<Adapter> {
                return m_withholding ? nullptr : make(std::move(context));
            };
    m_hub.setDescriptors(std::move(descriptors));
}

void ProfileOpener::open(const QString& file)
{
    load(profileId(file), false);
}

void ProfileOpener::reload()
{
    if (m_profile)
        load(m_profile->file, true);
}

void ProfileOpener::load(const QString& file, bool sameFile)
{
    m_load = m_lane
                 .run(std::chrono::seconds(10),
                     [file](NoConnection&, const Token&) { return loadProfile(file); })
                 .onDone(this, [this, file, sameFile](Result<Profile> profile) {
                     if (profile)
                         apply(std::move(*profile), sameFile);
                     else
                         Q_EMIT openFailed(file, profile.error());
                 });
}

void ProfileOpener::close()
{
    m_load.cancel();
    m_round.reset();
    m_pending.clear();
    m_awaited.clear();
    m_secretErrors.clear();
    m_used.clear();
    m_remarks.clear();
    m_hub.clear();
    if (std::exchange(m_profile, std::nullopt))
        Q_EMIT closed();
}

void ProfileOpener::apply(Profile profile, bool sameFile)
{
    if (!sameFile)
        Q_EMIT aboutToReplace();
    const std::optional<Profile> before = std::exchange(m_profile, std::move(profile));
    m_round = std::make_unique<QObject>();
    m_pending.clear();
    m_remarks = m_profile->warnings;
    for (ProfileIssue& issue : checkAgainst(*m_profile, m_hub.descriptors()))
        m_remarks.push_back(std::move(issue));
    const auto unchanged = [&](const ProfileService& service) {
        const ProfileService* old
            = sameFile && before ? before->service(service.config.id) : nullptr;
        return old && old->same(service) && m_hub.service(service.config.id)
            && !m_awaited.contains(service.config.id);
    };
    const QList<ServiceId> present = m_hub.ids();
    for (const ServiceId& id : present)
        if (const ProfileService* still = m_profile->service(id); !still || !sameFile)
            m_hub.remove(id);
    std::vector<ProfileService> asked;
    for (const ProfileService& service : m_profile->services)
        if (!unchanged(service)) {
            m_secretErrors.erase(service.config.id);
            m_pending.insert(service.config.id);
            asked.push_back(service);
        }
    std::erase_if(m_secretErrors, [&](const auto& e) { return !m_profile->service(e.first); });
    QList<ServiceId> order;
    for (const ProfileService& service : m_profile->services)
        order.append(service.config.id);
    m_hub.setOrder(order);
    Q_EMIT profileChanged();
    m_awaited.intersect(m_pending);
    for (const ProfileService& service : asked)
        fetch(service, SecretStore::Asking::Nobody);
    if (asked.empty())
        Q_EMIT opened();
    else if (m_patience)
        QTimer::singleShot(*m_patience, m_round.get(), [this] { openWithout(); });
}

// A keychain that hangs holds up the services that wait for it, and nothing else.
void ProfileOpener::openWithout()
{
    if (m_pending.isEmpty())
        return;
    for (const ProfileService& service : m_profile->services) {
        const ServiceId& id = service.config.id;
        if (!m_pending.contains(id) || m_hub.service(id))
            continue;
        m_awaited.insert(id);
        m_withholding = true;
        m_hub.add(prepared(*m_profile, service, descriptorFor(m_hub.descriptors(), service.config)),
            Secret());
        m_withholding = false;
    }
    Q_EMIT opened();
}

void ProfileOpener::fetch(const ProfileService& service, SecretStore::Asking asking)
{
    const AdapterDescriptor* d = descriptorFor(m_hub.descriptors(), service.config);
    if (!d || !d->takesSecret) { // nobody would use it: ask nothing
        QTimer::singleShot(
            0, m_round.get(), [this, id = service.config.id] { arrived(id, Secret()); });
        return;
    }
    m_secrets.read(
        SecretRequest::of(*m_profile, service), m_round.get(),
        [this, id = service.config.id](Result<Secret> secret) { arrived(id, std::move(secret)); },
        asking);
}

void ProfileOpener::arrived(const ServiceId& id, Result<Secret> secret)
{
    if (!secret) {
        Error error = secret.error();
        error.where = id;
        m_secretErrors[id] = error;
        Q_EMIT secretFailed(id, error);
    }
    m_pending.remove(id);
    const bool awaited = m_awaited.remove(id);
    if (const ProfileService* service = m_profile->service(id))
        add(*service, secret ? std::move(*secret) : Secret());
    if (awaited || m_pending.isEmpty())
        Q_EMIT opened();
}

void ProfileOpener::add(const ProfileService& service, Secret secret)
{
    m_used[service.config.id] = secret;
    m_hub.add(prepared(*m_profile, service, descriptorFor(m_hub.descriptors(), service.config)),
        std::move(secret));
}

void ProfileOpener::reconnect(const ServiceId& id)
{
    const ProfileService* service = m_profile ? m_profile->service(id) : nullptr;
    if (!service || m_pending.contains(id))
        return;
    m_secretErrors.erase(id);
    m_pending.insert(id);
    fetch(*service, SecretStore::Asking::User);
}

bool ProfileOpener::lacksPassword(const ServiceId& id) const
{
    const ProfileService* service = m_profile ? m_profile->service(id) : nullptr;
    return service && service->secret.kind == SecretSource::Kind::Keychain
        && m_secretErrors.contains(id);
}

void ProfileOpener::compareSecret(const ServiceId& id, std::function<void(bool other)> done)
{
    const ProfileService* service = m_profile ? m_profile->service(id) : nullptr;
    const AdapterDescriptor* d
        = service ? descriptorFor(m_hub.descriptors(), service->config) : nullptr;
    if (!d || !d->takesSecret || m_pending.contains(id)) {
        done(false);
        return;
    }
    m_secrets.read(SecretRequest::of(*m_profile, *service), m_round.get(),
        [this, id, done = std::move(done)](const Result<Secret>& secret) {
            done(secret && secret->reveal() != m_used[id].reveal());
        });
}

} // namespace pilothouse::app
