// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/secretstore.h"

#include "core/log.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QTimer>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

// Calls `f` once: with the answer, or with Timeout when none came in time.
template <class T>
std::function<void(Result<T>)> withDeadline(
    milliseconds deadline, QObject* context, std::function<void(Result<T>)> f)
{
    struct Once {
        bool done = false;
        QPointer<QObject> context;
        std::function<void(Result<T>)> f;
    };
    auto once = std::make_shared<Once>(Once{false, context, std::move(f)});
    const auto answer = [once](Result<T> result) {
        if (std::exchange(once->done, true))
            return;
        const auto handler = std::exchange(once->f, {});
        if (once->context)
            handler(std::move(result));
    };
    QTimer::singleShot(deadline, context, [answer] {
        answer(
            fail(Error::Kind::Timeout, u"the keychain does not answer"_s, {}, {}, u"keychain"_s));
    });
    return answer;
}

} // namespace

SecretRequest SecretRequest::of(const Profile& profile, const ProfileService& service)
{
    const QString title = service.config.title.isEmpty() ? service.config.id : service.config.title;
    return {
        profile.file, profile.name, service.config.id, title, service.config.user, service.secret};
}

QString SecretRequest::keychainKey() const
{
    // The folder's real place, also for a file that is about to be made.
    const QFileInfo info(profileFile);
    const QString folder = info.dir().canonicalPath();
    const QString place
        = (folder.isEmpty() ? info.absolutePath() : folder) + u'/' + info.fileName();
    const auto mark = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"%1/%2 (%3)"_s.arg(profileName, service, QString::fromLatin1(mark.left(8)));
}

SecretStore::SecretStore(Runtime& runtime, std::unique_ptr<Keychain> keychain, QObject* parent)
    : QObject(parent)
    , m_runtime(runtime)
    , m_keychain(std::move(keychain))
    , m_lane(runtime, u"secrets"_s)
{
}

SecretStore::~SecretStore() = default;

void SecretStore::later(QObject* context, std::function<void()> f)
{
    QTimer::singleShot(0, context, std::move(f));
}

void SecretStore::read(const SecretRequest& request, QObject* context, Answer done, Asking asking)
{
    const Answer known = [done = std::move(done)](Result<Secret> result) {
        if (result)
            redactInLogs(*result);
        done(std::move(result));
    };
    switch (request.source.kind) {
    case SecretSource::Kind::None:
        later(context, [known] { known(Secret()); });
        return;
    case SecretSource::Kind::Environment:
        later(
            context, [known, result = readEnvironment(request.source.variable)] { known(result); });
        return;
    case SecretSource::Kind::Sandbox:
        readSandbox(request, context, known);
        return;
    case SecretSource::Kind::Keychain:
        readKeychain(request, context, known, asking);
        return;
    }
}

Result<Secret> SecretStore::readEnvironment(const QString& variable)
{
    if (const auto it = m_environment.find(variable); it != m_environment.end())
        return it->second;
    const QByteArray name = variable.toLatin1();
    if (!qEnvironmentVariableIsSet(name.constData()))
        return fail(Error::Kind::NotFound, variable, {},
            PH_TEXT("Secrets", "The variable is not set where Pilothouse was started."),
            u"secret"_s);
    const Secret secret(qEnvironmentVariable(name.constData()));
    // No process we start (ssh, the sandbox) inherits it.
    qunsetenv(name.constData());
    m_environment[variable] = secret;
    return secret;
}

void SecretStore::readSandbox(const SecretRequest& request, QObject* context, Answer done)
{
    const QString file = QFileInfo(request.profileFile).absolutePath() + u"/secrets.json"_s;
    std::erase_if(m_calls, [](const Call<Secret>& call) { return !call.running(); });
    m_calls.push_back(m_lane
                          .run(std::chrono::seconds(10),
                              [file, id = request.service](NoConnection&, const Token&) {
                                  return readSandboxSecret(file, id);
                              })
                          .onDone(context, std::move(done)));
}

void SecretStore::readKeychain(
    const SecretRequest& request, QObject* context, Answer done, Asking asking)
{
    if (const auto it = m_memory.find(request.keychainKey()); it != m_memory.end()) {
        later(context, [done, secret = it->second] { done(secret); });
        return;
    }
    m_keychain->read(request.keychainKey(),
        withDeadline<Secret>(m_deadline, this,
            [this, request, owner = QPointer(context), done, asking](Result<Secret> result) {
                if (!owner)
                    return;
                if (result)
                    done(std::move(result));
                else
                    ask(request, result.error(), owner, done, asking);
            }));
}

void SecretStore::ask(
    const SecretRequest& request, const Error& reason, QObject* context, Answer done, Asking asking)
{
    Error error = reason;
    error.where = request.service;
    error.code = u"secret"_s;
    error.hint = reason.kind == Error::Kind::NotFound
        ? PH_TEXT("Secrets",
            "The keychain has no password for this service. Enter it in the connection's dialog.")
        : PH_TEXT("Secrets",
            "The system's keychain cannot be used. Enter the password at each start, or write "
            "secret: env:NAME.");
    if (!m_prompt || asking == Asking::Nobody) {
        done(tl::unexpected(std::move(error)));
        return;
    }
    m_prompt(request, error,
        [this, self = QPointer(this), request, error, owner = QPointer(context), done](
            std::optional<Reply> reply) {
            if (!self || !owner)
                return;
            if (!reply) {
                Error declined = error;
                declined.kind = Error::Kind::Cancelled;
                done(tl::unexpected(std::move(declined)));
                return;
            }
            m_memory[request.keychainKey()] = reply->secret;
            if (reply->remember)
                write(request, reply->secret, this, [](VoidResult) {});
            done(reply->secret);
        });
}

void SecretStore::write(
    const SecretRequest& request, const Secret& secret, QObject* context, Done done)
{
    redactInLogs(secret);
    m_memory[request.keychainKey()] = secret;
    m_keychain->write(request.keychainKey(), secret,
        withDeadline<void>(m_deadline, context, [done, id = request.service](VoidResult result) {
            if (!result) {
                result.error().where = id;
                result.error().code = u"secret-not-kept"_s;
                result.error().hint = PH_TEXT("Secrets",
                    "The system's keychain did not take the password. It is kept in memory until "
                    "Pilothouse ends.");
            }
            done(std::move(result));
        }));
}

void SecretStore::remove(const SecretRequest& request, QObject* context, Done done)
{
    m_memory.erase(request.keychainKey());
    m_keychain->remove(
        request.keychainKey(), withDeadline<void>(m_deadline, context, [done](VoidResult result) {
            if (!result && result.error().kind == Error::Kind::NotFound)
                result = {};
            done(std::move(result));
        }));
}

void SecretStore::probeKeychain(QObject* context, Done done)
{
    m_keychain->read(u"pilothouse-probe"_s,
        withDeadline<Secret>(m_deadline, context, [done](Result<Secret> result) {
            if (result || result.error().kind == Error::Kind::NotFound)
                done({});
            else
                done(tl::unexpected(result.error()));
        }));
}

Result<Secret> readSandboxSecret(const QString& file, const ServiceId& service)
{
    struct stat info {
    };
    if (::stat(QFile::encodeName(file).constData(), &info) == 0) {
        const bool mine = info.st_uid == ::geteuid() || ::geteuid() == 0;
        if (!mine || (info.st_mode & 077) != 0)
            return fail(Error::Kind::Refused, file, service,
                PH_TEXT("Secrets", "Others may read the sandbox's passwords. Run: chmod 600 %1")
                    .arg(file),
                u"secret"_s);
    }
    auto bytes = readSmallFile(file, 64 << 10);
    if (!bytes) {
        bytes.error().where = service;
        bytes.error().code = u"secret"_s;
        return tl::unexpected(bytes.error());
    }
    const QJsonObject root = QJsonDocument::fromJson(*bytes).object();
    const QJsonValue value = root.value("secrets"_L1).toObject().value(service);
    bytes->fill('\0');
    if (root.value("schema"_L1).toInt() != 1 || !value.isString())
        return fail(Error::Kind::NotFound, file, service,
            PH_TEXT("Secrets",
                "The sandbox has no password for this service. Start the sandbox again."),
            u"secret"_s);
    return Secret(value.toString());
}

} // namespace pilothouse::app
