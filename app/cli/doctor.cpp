// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/doctor.h"

#include "app/profiles/profilereader.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

using State = DoctorCheck::State;

// In the order of the report.
int rankOf(const DoctorCheck& check)
{
    static const QStringList order{u"profile"_s, u"service"_s, u"keychain"_s, u"sandbox"_s,
        u"folder"_s, u"disk"_s, u"fonts"_s};
    return int(order.indexOf(check.id));
}

DoctorCheck failed(
    const QString& id, const QString& subject, const QString& text, const Error& error)
{
    DoctorCheck check{
        id, State::Problem, subject, text, error.detail, ui::words(error.hint), {}, {}, {}};
    if (check.detail.isEmpty())
        check.detail = wordOf(error.kind);
    return check;
}

} // namespace

Doctor::Doctor(
    Runtime& runtime, DoctorOptions options, std::unique_ptr<Keychain> keychain, QObject* parent)
    : QObject(parent)
    , m_runtime(runtime)
    , m_options(std::move(options))
    , m_secrets(runtime, std::move(keychain))
    , m_hub(runtime, nullptr)
    , m_opener(runtime, m_secrets, m_hub)
    , m_sandbox(m_options.sandboxScript)
    , m_lane(runtime, u"doctor"_s)
{
    m_hub.setDescriptors(m_options.descriptors);
    connect(&m_opener, &ProfileOpener::opened, this, &Doctor::probeServices);
    connect(&m_opener, &ProfileOpener::openFailed, this,
        [this](const QString& file, const Error& error) {
            m_report.profileFile = file;
            m_report.profileUnreadable = true;
            m_report.checks.append(failed(u"profile"_s, file, Doctor::tr("cannot be read"), error));
            ended(u"profile"_s);
        });
}

Doctor::~Doctor() = default;

void Doctor::start()
{
    QTimer::singleShot(m_options.limit, this, [this] {
        for (const QString& what : std::as_const(m_open))
            m_report.checks.append({what.section(u' ', 0, 0), State::Problem, what.section(u' ', 1),
                Doctor::tr("no answer in time"), {}, {}, {}, {}, {}});
        m_open.clear();
        give();
    });
    for (const QString& what : {u"profile"_s, u"keychain"_s, u"sandbox"_s, u"folder"_s})
        began(what);
    checkProfile();
    checkKeychain();
    checkSandbox();
    checkPlaces();
}

void Doctor::checkProfile()
{
    m_file = m_lane
                 .run(m_options.limit,
                     [options = m_options](NoConnection&, const Token&) -> Result<QString> {
                         if (!options.profile.isEmpty())
                             return profileFile(options.profile, options.places);
                         const QString sandbox = options.places.sandboxProfile();
                         return QFileInfo::exists(sandbox) ? sandbox : QString();
                     })
                 .onDone(this, [this](Result<QString> file) {
                     if (!file) {
                         m_report.profileUnreadable = true;
                         m_report.checks.append(failed(u"profile"_s, m_options.profile,
                             Doctor::tr("not found"), file.error()));
                         ended(u"profile"_s);
                     } else if (file->isEmpty()) {
                         m_report.checks.append({u"profile"_s, State::Skipped, {},
                             Doctor::tr("none was named and there is no sandbox yet"), {}, {}, {},
                             {}, {}});
                         ended(u"profile"_s);
                     } else {
                         m_opener.open(*file);
                     }
                 });
}

void Doctor::probeServices()
{
    const Profile& profile = *m_opener.profile();
    m_report.profileName = profile.name;
    m_report.profileFile = profile.file;
    DoctorCheck check{u"profile"_s, State::Ok, profile.name,
        Doctor::tr("%n service(s)", nullptr, int(profile.services.size())), {}, {}, {}, {}, {}};
    QStringList lines;
    for (const ProfileIssue& issue : m_opener.remarks())
        lines.append(issueLine(profile.file, issue));
    if (!lines.isEmpty()) {
        check.state = State::Warning;
        check.detail = lines.join(u'\n');
    }
    m_report.checks.append(check);
    const QList<ServiceId> ids = m_hub.ids();
    for (const ServiceId& id : ids)
        began(u"service "_s + id);
    for (const ServiceId& id : ids) {
        if (const auto it = m_opener.secretErrors().find(id); it != m_opener.secretErrors().end()) {
            probed(id, tl::unexpected(it->second));
            continue;
        }
        auto* health = m_hub.facet<HealthFacet>(id);
        if (!health) {
            const ServiceConfig& config = m_hub.service(id)->config;
            m_report.checks.append({u"service"_s, State::Warning, id,
                Doctor::tr("this version cannot steer %1").arg(config.tool), {}, {}, {}, {},
                wordOf(config.writes)});
            ended(u"service "_s + id);
            continue;
        }
        m_probes[id] = health->probe().onDone(
            this, [this, id](Result<HealthReport> report) { probed(id, report); });
    }
    ended(u"profile"_s);
}

void Doctor::probed(const ServiceId& id, const Result<HealthReport>& health)
{
    const QString writes = wordOf(m_hub.service(id)->config.writes);
    DoctorCheck check;
    if (!health) {
        check = failed(u"service"_s, id, Doctor::tr("does not answer"), health.error());
    } else {
        check = {u"service"_s, State::Ok, id, Doctor::tr("answers"), {}, {},
            int(health->latency.count()), health->version, {}};
        if (health->state != HealthReport::State::Healthy) {
            check.state = State::Warning;
            check.text = Doctor::tr("answers, but is not well");
            check.detail = ui::words(health->text);
        }
    }
    check.writes = writes;
    m_report.checks.append(check);
    ended(u"service "_s + id);
}

void Doctor::checkKeychain()
{
    m_secrets.probeKeychain(this, [this](VoidResult result) {
        DoctorCheck check{u"keychain"_s, State::Ok, {}, Doctor::tr("answers"), {}, {}, {}, {}, {}};
        if (!result) {
            check.state = State::Warning;
            check.text = Doctor::tr("cannot be used");
            check.detail = result.error().detail;
            check.hint = Doctor::tr(
                "Passwords are asked for at each start, or come from secret: env:NAME.");
        }
        m_report.checks.append(check);
        ended(u"keychain"_s);
    });
}

void Doctor::checkSandbox()
{
    m_sandbox.readStatus(this, [this](Result<SandboxStatus> status) {
        DoctorCheck check{u"sandbox"_s, State::Ok, {}, {}, {}, {}, {}, {}, {}};
        if (!status) {
            check = failed(
                u"sandbox"_s, {}, Doctor::tr("its script does not answer"), status.error());
            if (!m_sandbox.isAvailable())
                check.state = State::Skipped;
        } else {
            QStringList rows;
            for (const SandboxServer& server : status->servers)
                rows.append(u"%1 %2"_s.arg(server.title, server.state));
            check.subject = status->folder;
            check.text = rows.join(u", "_s);
            if (std::ranges::any_of(
                    status->servers, [](const SandboxServer& s) { return s.state == u"failed"; }))
                check.state = State::Problem;
            else if (status->profile.isEmpty())
                check.state = State::Skipped;
        }
        m_report.checks.append(check);
        ended(u"sandbox"_s);
    });
}

void Doctor::checkPlaces()
{
    m_places = m_lane
                   .run(m_options.limit,
                       [folders = m_options.folders](NoConnection&, const Token&)
                           -> Result<QList<DoctorCheck>> { return checkPlacesNow(folders); })
                   .onDone(this, [this](Result<QList<DoctorCheck>> checks) {
                       if (checks)
                           m_report.checks += *checks;
                       else
                           m_report.checks.append(failed(
                               u"folder"_s, {}, Doctor::tr("cannot be checked"), checks.error()));
                       ended(u"folder"_s);
                   });
}

void Doctor::ended(const QString& what)
{
    m_open.remove(what);
    if (m_open.isEmpty())
        give();
}

void Doctor::give()
{
    if (std::exchange(m_given, true))
        return;
    const QList<ServiceId> ids = m_hub.ids();
    std::ranges::stable_sort(m_report.checks, {}, [&](const DoctorCheck& check) {
        return std::pair(rankOf(check), check.id == u"service" ? ids.indexOf(check.subject) : 0);
    });
    Q_EMIT finished();
}

ExitCode runDoctor(Runtime& runtime, DoctorOptions options, bool json, QString* printed)
{
    Doctor doctor(runtime, std::move(options), makeSystemKeychain());
    QEventLoop loop;
    QObject::connect(&doctor, &Doctor::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    doctor.start();
    loop.exec();
    *printed = json
        ? QString::fromUtf8(QJsonDocument(doctor.report().toJson()).toJson(QJsonDocument::Indented))
        : doctor.report().toText();
    return doctor.report().exitCode();
}

} // namespace pilothouse::app
