// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/keychain.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

// QtKeychain's own words, which name a bus or a collection, never a password.
Error errorOf(const QKeychain::Job& job)
{
    const auto kind = [&] {
        switch (job.error()) {
        case QKeychain::EntryNotFound:
            return Error::Kind::NotFound;
        case QKeychain::AccessDeniedByUser:
        case QKeychain::AccessDenied:
            return Error::Kind::Auth;
        default:
            return Error::Kind::Refused;
        }
    }();
    return Error{kind, {}, job.errorString(), {}, u"keychain"_s};
}

class SystemKeychain final : public Keychain
{
public:
    void read(const QString& key, Read done) override
    {
        auto* job = new QKeychain::ReadPasswordJob(u"pilothouse"_s);
        job->setKey(key);
        QObject::connect(job, &QKeychain::Job::finished, job, [job, done = std::move(done)] {
            if (job->error() != QKeychain::NoError)
                done(tl::unexpected(errorOf(*job)));
            else
                done(Secret(job->textData()));
        });
        job->start();
    }
    void write(const QString& key, const Secret& secret, Written done) override
    {
        auto* job = new QKeychain::WritePasswordJob(u"pilothouse"_s);
        job->setTextData(secret.reveal());
        run(job, key, std::move(done));
    }
    void remove(const QString& key, Written done) override
    {
        run(new QKeychain::DeletePasswordJob(u"pilothouse"_s), key, std::move(done));
    }

private:
    static void run(QKeychain::Job* job, const QString& key, Written done)
    {
        job->setKey(key);
        QObject::connect(job, &QKeychain::Job::finished, job, [job, done = std::move(done)] {
            if (job->error() != QKeychain::NoError)
                done(tl::unexpected(errorOf(*job)));
            else
                done({});
        });
        job->start();
    }
};

} // namespace

std::unique_ptr<Keychain> makeSystemKeychain()
{
    return std::make_unique<SystemKeychain>();
}

} // namespace pilothouse::app
