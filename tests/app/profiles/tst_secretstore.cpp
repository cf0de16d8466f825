// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords: from each place a profile may name, in time, and never into a text.
#include "app/profiles/secretstore.h"
#include "tests/app/profiles/patience.h"
#include "tests/support/testmain.h"
#include "ui/words.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace pilothouse;
using namespace pilothouse::app;

namespace
{

const QString kMarked = u"marked-7Q-päss"_s;

// Holds entries in memory; `silent` never answers, `broken` has no service behind it.
class FakeKeychain final : public Keychain
{
public:
    enum class Mode { Good, Silent, Broken };
    struct State {
        Mode mode = Mode::Good;
        std::map<QString, Secret> entries;
        std::vector<Read> held;
    };
    explicit FakeKeychain(State& state)
        : m_state(state)
    {
    }
    void read(const QString& key, Read done) override
    {
        if (m_state.mode == Mode::Silent)
            m_state.held.push_back(std::move(done));
        else if (m_state.mode == Mode::Broken)
            done(fail(Error::Kind::Refused, u"no secret service"_s));
        else if (const auto it = m_state.entries.find(key); it != m_state.entries.end())
            done(it->second);
        else
            done(fail(Error::Kind::NotFound, u"no entry"_s));
    }
    void write(const QString& key, const Secret& secret, Written done) override
    {
        if (m_state.mode == Mode::Good)
            m_state.entries[key] = secret;
        if (m_state.mode != Mode::Silent)
            done(m_state.mode == Mode::Good ? VoidResult()
                                            : fail(Error::Kind::Refused, u"no secret service"_s));
    }
    void remove(const QString& key, Written done) override
    {
        m_state.entries.erase(key);
        done({});
    }

private:
    State& m_state;
};

} // namespace

class SecretStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_state = {};
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<SecretStore>(m_runtime, std::make_unique<FakeKeychain>(m_state));
        m_store->setKeychainDeadline(milliseconds(300));
    }
    void cleanup() { m_store.reset(); }

    void noneIsEmpty()
    {
        const auto secret = read(request({}));
        QVERIFY(secret && secret->isEmpty());
    }

    void fromTheEnvironmentAndOutOfIt()
    {
        qputenv("PH_TEST_SECRET", kMarked.toUtf8());
        const auto asked = request({SecretSource::Kind::Environment, u"PH_TEST_SECRET"_s});
        QCOMPARE(read(asked)->reveal(), kMarked);
        QVERIFY(!qEnvironmentVariableIsSet("PH_TEST_SECRET"));
        QProcess child;
        child.start(u"/usr/bin/env"_s, {});
        QVERIFY(child.waitForFinished());
        QVERIFY(!QString::fromUtf8(child.readAllStandardOutput()).contains("marked"_L1));
        QCOMPARE(read(asked)->reveal(), kMarked); // kept in memory
        QCOMPARE(read(request({SecretSource::Kind::Environment, u"PH_ABSENT"_s})).error().kind,
            Error::Kind::NotFound);
    }

    void fromTheSandboxOnlyWhilePrivate()
    {
        const QString file = m_dir->filePath(u"secrets.json"_s);
        QFile f(file);
        QVERIFY(f.open(QIODevice::WriteOnly));
        f.write("{\"schema\":1,\"secrets\":{\"a\":\"" + kMarked.toUtf8() + "\"}}");
        f.close();
        const auto asked = request({SecretSource::Kind::Sandbox, {}});
        QVERIFY(f.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(read(asked)->reveal(), kMarked);
        QVERIFY(f.setPermissions(QFile::ReadOwner | QFile::ReadGroup));
        const auto open = read(asked);
        QCOMPARE(open.error().kind, Error::Kind::Refused);
        QVERIFY(!ui::words(open.error().hint).contains("marked"_L1));
        QVERIFY(f.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        SecretRequest other = asked;
        other.service = u"b"_s;
        QCOMPARE(read(other).error().kind, Error::Kind::NotFound);
        QVERIFY(f.remove());
        QCOMPARE(read(asked).error().kind, Error::Kind::NotFound);
    }

    void keychainRemembersAndForgets()
    {
        const auto asked = request({SecretSource::Kind::Keychain, {}});
        QCOMPARE(read(asked).error().kind, Error::Kind::NotFound);
        QVERIFY(write(asked));
        QCOMPARE(m_state.entries.size(), size_t(1));
        m_store = std::make_unique<SecretStore>(m_runtime, std::make_unique<FakeKeychain>(m_state));
        QCOMPARE(read(asked)->reveal(), kMarked);
        // The same names in a file elsewhere are another entry.
        QTemporaryDir elsewhere;
        SecretRequest copied = asked;
        copied.profileFile = elsewhere.filePath(u"p.yaml"_s);
        QCOMPARE(read(copied).error().kind, Error::Kind::NotFound);
        std::optional<VoidResult> removed;
        m_store->remove(asked, this, [&](VoidResult r) { removed = r; });
        QTRY_VERIFY(removed && *removed);
        QCOMPARE(read(asked).error().kind, Error::Kind::NotFound);
    }

    void aSilentKeychainIsTimeout()
    {
        m_state.mode = FakeKeychain::Mode::Silent;
        const auto secret = read(request({SecretSource::Kind::Keychain, {}}));
        QCOMPARE(secret.error().kind, Error::Kind::Timeout);
        // Its late answer is dropped.
        QCOMPARE(m_state.held.size(), size_t(1));
        m_state.held.front()(Secret(kMarked));
        QCoreApplication::processEvents();
    }

    void withoutKeychainTheUserIsAskedOnce()
    {
        m_state.mode = FakeKeychain::Mode::Broken;
        int asked = 0;
        m_store->setPrompt([&](const SecretRequest& r, const Error& reason, auto answer) {
            ++asked;
            QCOMPARE(r.service, u"a"_s);
            QVERIFY(!reason.detail.contains("marked"_L1));
            answer(SecretStore::Reply{Secret(kMarked), false});
        });
        const auto request = this->request({SecretSource::Kind::Keychain, {}});
        QCOMPARE(read(request)->reveal(), kMarked);
        QCOMPARE(read(request)->reveal(), kMarked);
        QCOMPARE(asked, 1);
        QVERIFY(m_state.entries.empty());
    }

    void decliningIsCancelled()
    {
        m_store->setPrompt([](const SecretRequest&, const Error&, auto answer) { answer({}); });
        QCOMPARE(
            read(request({SecretSource::Kind::Keychain, {}})).error().kind, Error::Kind::Cancelled);
    }

    void aFailedWriteIsKeptInMemory()
    {
        m_state.mode = FakeKeychain::Mode::Broken;
        const auto asked = request({SecretSource::Kind::Keychain, {}});
        const auto written = write(asked);
        QVERIFY(!written);
        QVERIFY(ui::words(written.error().hint).contains("in memory"_L1));
        QCOMPARE(read(asked)->reveal(), kMarked);
    }

    void nothingIsAnsweredAfterTheContextIsGone()
    {
        m_state.mode = FakeKeychain::Mode::Silent;
        bool answered = false;
        auto context = std::make_unique<QObject>();
        m_store->read(request({SecretSource::Kind::Keychain, {}}), context.get(),
            [&](Result<Secret>) { answered = true; });
        context.reset();
        m_state.held.front()(Secret(kMarked));
        bool later = false;
        m_store->read(request({SecretSource::Kind::Keychain, {}}), this,
            [&](Result<Secret>) { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!answered);
    }

private:
    SecretRequest request(SecretSource source)
    {
        return {m_dir->filePath(u"p.yaml"_s), u"p"_s, u"a"_s, u"A"_s, u"app"_s, source};
    }
    Result<Secret> read(const SecretRequest& request)
    {
        auto out = std::make_shared<std::optional<Result<Secret>>>();
        QObject context;
        m_store->read(request, &context, [out](Result<Secret> r) { *out = std::move(r); });
        if (!QTest::qWaitFor([&] { return out->has_value(); }, 10'000))
            return fail(Error::Kind::Internal, u"no answer"_s);
        return std::move(**out);
    }
    VoidResult write(const SecretRequest& request)
    {
        auto out = std::make_shared<std::optional<VoidResult>>();
        QObject context;
        m_store->write(request, Secret(kMarked), &context, [out](VoidResult r) { *out = r; });
        if (!QTest::qWaitFor([&] { return out->has_value(); }, 10'000))
            return fail(Error::Kind::Internal, u"no answer"_s);
        return **out;
    }

    Runtime m_runtime;
    FakeKeychain::State m_state;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SecretStore> m_store;
};

PH_TEST_MAIN(QCoreApplication, SecretStoreTest)
#include "tst_secretstore.moc"
