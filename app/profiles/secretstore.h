// SPDX-License-Identifier: GPL-3.0-or-later
// SecretStore: from what a profile says about a password to the password itself. GUI thread; every
// answer comes later, exactly once while its context lives, and nothing here waits.
#pragma once

#include "app/profiles/keychain.h"
#include "app/profiles/profile.h"
#include "core/lane.h"

#include <QObject>

#include <list>
#include <map>
#include <optional>

namespace pilothouse::app
{

struct SecretRequest {
    QString profileFile;
    QString profileName;
    ServiceId service;
    QString title; // for the question
    QString user;
    SecretSource source;

    static SecretRequest of(const Profile& profile, const ProfileService& service);
    // The keychain's entry. It holds a mark of the file's place: a profile somebody hands over
    // cannot fetch the password of one with the same names.
    QString keychainKey() const;
};

class SecretStore final : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(Result<Secret>)>;
    using Done = std::function<void(VoidResult)>;
    // Asks the user; `reason` says why. No secret: the user declined. Must answer at most once.
    struct Reply {
        Secret secret;
        bool remember = false; // put it into the keychain
    };
    using Prompt = std::function<void(
        const SecretRequest&, const Error& reason, std::function<void(std::optional<Reply>)>)>;

    SecretStore(Runtime& runtime, std::unique_ptr<Keychain> keychain, QObject* parent = nullptr);
    ~SecretStore() override;
    Q_DISABLE_COPY_MOVE(SecretStore)

    void setPrompt(Prompt prompt) { m_prompt = std::move(prompt); } // none: the error is the answer
    void setKeychainDeadline(milliseconds deadline) { m_deadline = deadline; } // 5 s by default

    enum class Asking { User, Nobody }; // Nobody: without the prompt a missing one is an error
    void read(
        const SecretRequest& request, QObject* context, Answer done, Asking asking = Asking::User);
    // For `keychain` only. Where the keychain fails the password is kept in memory until the
    // program ends and the error says so.
    void write(const SecretRequest& request, const Secret& secret, QObject* context, Done done);
    void remove(const SecretRequest& request, QObject* context, Done done);

    // Does the system have a keychain that answers? (Asks for an entry that is not there.)
    void probeKeychain(QObject* context, Done done);

private:
    void readKeychain(const SecretRequest& request, QObject* context, Answer done, Asking asking);
    void ask(const SecretRequest& request, const Error& reason, QObject* context, Answer done,
        Asking asking);
    void readSandbox(const SecretRequest& request, QObject* context, Answer done);
    Result<Secret> readEnvironment(const QString& variable);
    void later(QObject* context, std::function<void()> f);

    Runtime& m_runtime;
    std::unique_ptr<Keychain> m_keychain;
    Prompt m_prompt;
    milliseconds m_deadline{5000};
    Lane<> m_lane;
    std::list<Call<Secret>> m_calls;
    std::map<QString, Secret> m_memory; // by keychain key
    std::map<QString, Secret> m_environment; // by variable
};

// The password of one service in the sandbox's secrets.json. Blocks. Refused when others may read
// the file.
Result<Secret> readSandboxSecret(const QString& file, const ServiceId& service);

} // namespace pilothouse::app
