// SPDX-License-Identifier: GPL-3.0-or-later
// A tool whose services behave by their address: "good…" answers, "auth…" wants the password of the
// test, anything else refuses. And a keychain in memory.
#pragma once

#include "app/profiles/keychain.h"
#include "core/adapterdescriptor.h"
#include "core/facets/health.h"
#include "core/lane.h"

#include <map>

namespace pilothouse::test
{

inline const QString kMarkedPassword = QString::fromLatin1("marked-7Q pass");

class FakeAdapter final : public Adapter, public HealthFacet
{
public:
    explicit FakeAdapter(AdapterContext context)
        : m_context(std::move(context))
        , m_lane(*m_context.runtime, QString::fromLatin1("fake"))
    {
        offer<HealthFacet>(this);
    }
    int connections() const override { return 1; }
    Call<HealthReport> probe() override
    {
        return m_lane.run(milliseconds(5000),
            [address = m_context.config.address, secret = m_context.secret](
                NoConnection&, const Token&) -> Result<HealthReport> {
                const bool known = secret.reveal() == kMarkedPassword;
                if (address.startsWith(QLatin1String("good"))
                    || (address.startsWith(QLatin1String("auth")) && known))
                    return HealthReport{HealthReport::State::Healthy, milliseconds(3),
                        QString::fromLatin1("FakeSQL 1.0"), {}};
                if (address.startsWith(QLatin1String("auth")))
                    return fail(Error::Kind::Auth, QString::fromLatin1("password required"), {}, {},
                        QString::fromLatin1("28P01"));
                return fail(Error::Kind::Refused, QString::fromLatin1("connection refused"));
            });
    }

private:
    AdapterContext m_context;
    Lane<> m_lane;
};

inline AdapterDescriptor fakeTool(const char* tool, const char* title, quint16 port)
{
    AdapterDescriptor d;
    d.module = QString::fromLatin1("module-of-") + QString::fromLatin1(tool);
    d.tool = QString::fromLatin1(tool);
    d.title = QString::fromLatin1(title);
    d.defaultPort = port;
    d.nsScheme = d.tool;
    d.options = {{QString::fromLatin1("database"), Text::verbatim(QString::fromLatin1("Database")),
                     OptionField::Type::Text, {}, {}, {}},
        {QString::fromLatin1("limit"), Text::verbatim(QString::fromLatin1("Limit")),
            OptionField::Type::Integer, 6, {}, {}},
        {QString::fromLatin1("quiet"), Text::verbatim(QString::fromLatin1("Quiet")),
            OptionField::Type::Boolean, false, {}, {}}};
    d.make = [](AdapterContext c) {
        return std::make_unique<FakeAdapter>(std::move(c));
    };
    return d;
}

class MemoryKeychain final : public app::Keychain
{
public:
    explicit MemoryKeychain(std::map<QString, Secret>& entries)
        : m_entries(entries)
    {
    }
    void read(const QString& key, Read done) override
    {
        const auto it = m_entries.find(key);
        if (it == m_entries.end())
            done(fail(Error::Kind::NotFound, QString::fromLatin1("no entry")));
        else
            done(it->second);
    }
    void write(const QString& key, const Secret& secret, Written done) override
    {
        if (refuses) {
            done(fail(Error::Kind::Auth, QString::fromLatin1("the user said no")));
            return;
        }
        m_entries[key] = secret;
        done({});
    }
    void remove(const QString& key, Written done) override
    {
        m_entries.erase(key);
        done({});
    }

    bool refuses = false;

private:
    std::map<QString, Secret>& m_entries;
};

} // namespace pilothouse::test
