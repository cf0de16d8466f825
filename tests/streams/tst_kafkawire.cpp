// SPDX-License-Identifier: GPL-3.0-or-later
// The protocol by bytes: primitives in both encodings, requests, answers, and answers that lie.
#include "streams/api/names.h"
#include "streams/kafka/kafkafacets.h"
#include "streams/kafka/scram.h"
#include "streams/kafka/wireadmin.h"
#include "streams/kafka/wireerror.h"
#include "streams/kafka/wiregroups.h"
#include "streams/kafka/wiremetadata.h"
#include "tests/support/testmain.h"

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace Qt::StringLiterals;

namespace
{

QByteArray written(const WireCall& call, qint16 version)
{
    WireWriter w(version >= call.api.flexibleFrom);
    call.write(w, version);
    return w.take();
}

WireAnswer answer(WireWriter& w, qint16 version)
{
    const bool flexible = w.isFlexible();
    return {w.take(), version, flexible};
}

} // namespace

class KafkaWireTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classicPrimitives()
    {
        WireWriter w;
        w.int16(-2);
        w.int32(258);
        w.int64(-1);
        w.string(u"é");
        w.nullableString(std::nullopt);
        w.bytes(QByteArray());
        w.bytes(QByteArray(""));
        w.array(-1);
        w.end();
        QCOMPARE(w.data().toHex(),
            QByteArray("fffe"
                       "00000102"
                       "ffffffffffffffff"
                       "0002c3a9"
                       "ffff"
                       "ffffffff"
                       "00000000"
                       "ffffffff"));
    }

    void compactPrimitives()
    {
        WireWriter w(true);
        w.string(u"ab");
        w.nullableString(std::nullopt);
        w.bytes(QByteArray());
        w.bytes(QByteArray("x"));
        w.array(-1);
        w.array(300);
        w.end();
        QCOMPARE(w.data().toHex(),
            QByteArray("036162"
                       "00"
                       "00"
                       "0278"
                       "00"
                       "ad02"
                       "00"));
    }

    void whatIsWrittenIsRead()
    {
        for (const bool flexible : {false, true}) {
            WireWriter w(flexible);
            w.string(u"topic");
            w.nullableString(std::nullopt);
            w.bytes("xyz");
            w.array(1);
            w.boolean(true);
            w.float64(1.5);
            w.end();
            const QByteArray bytes = w.take();
            WireReader r(bytes, flexible);
            QCOMPARE(r.string(), u"topic"_s);
            QVERIFY(!r.nullableString());
            QCOMPARE(r.bytes().toByteArray(), QByteArray("xyz"));
            QCOMPARE(r.array(), 1);
            QVERIFY(r.boolean());
            QCOMPARE(r.float64(), 1.5);
            r.end();
            QVERIFY(r.ok() && r.atEnd());
        }
    }

    void zigzag()
    {
        const QByteArray bytes = QByteArray::fromHex("000102feffffff0f80");
        WireReader r(bytes);
        QCOMPARE(r.varint(), 0);
        QCOMPARE(r.varint(), -1);
        QCOMPARE(r.varint(), 1);
        QCOMPARE(r.varlong(), 2147483647);
        (void)r.varint();
        QVERIFY(!r.ok());
    }

    // Every answer cut short anywhere, and with lengths that lie, is an error and nothing worse.
    void noAnswerCanHurt()
    {
        WireWriter w;
        w.int32(0);
        w.array(1);
        w.int32(1);
        w.string(u"host");
        w.int32(9092);
        w.nullableString(std::nullopt);
        w.nullableString(u"id"_s);
        w.int32(1);
        w.array(1);
        w.int16(0);
        w.string(u"t");
        w.boolean(false);
        w.array(1);
        w.int16(0);
        w.int32(0);
        w.int32(1);
        w.int32(5);
        for (int i = 0; i < 3; ++i) {
            w.array(1);
            w.int32(1);
        }
        w.int32(0);
        w.int32(0);
        const QByteArray whole = w.take();
        const auto good = metadataOf({whole, 8, false});
        QVERIFY(good.has_value());
        QCOMPARE(good->topics.size(), size_t(1));
        QCOMPARE(good->topics[0].partitions[0].leader, 1);
        QCOMPARE(good->brokers[0].host, u"host"_s);
        for (qsizetype cut = 0; cut < whole.size() - 4; ++cut) {
            const auto bad = metadataOf({whole.first(cut), 8, false});
            QVERIFY(!bad);
            QCOMPARE(bad.error().kind, Error::Kind::Protocol);
        }
        for (qsizetype at = 0; at + 4 <= whole.size(); ++at) {
            QByteArray lie = whole;
            lie.replace(at, 4, QByteArray::fromHex("7fffffff"));
            (void)metadataOf({lie, 8, false});
            (void)groupsOf({lie, 5, true});
            (void)describedGroupsOf({lie, 4, false});
            (void)describedConsumerGroupsOf({lie, 1, true});
            (void)manyCommitsOf({lie, 9, true});
            (void)logDirsOf({lie, 4, true});
            (void)configsOf({lie, 3, false});
            (void)producersOf({lie, 0, true});
            (void)assignmentOf(lie);
        }
    }

    void metadataNeverMakesTopics()
    {
        // One topic "t"; no creation; no rights asked for.
        QCOMPARE(written(metadataCall(QStringList{u"t"_s}), 8).toHex(),
            QByteArray("00000001"
                       "000174"
                       "00"
                       "0000"));
        QCOMPARE(written(metadataCall(std::nullopt), 5).toHex(),
            QByteArray("ffffffff"
                       "00"));
    }

    void offsetsAreAskedByTopic()
    {
        const auto call
            = offsetsCall({{u"b"_s, 1, kEndOffset}, {u"a"_s, 0, kBeginOffset}, {u"b"_s, 0, 5}},
                Isolation::Committed);
        QCOMPARE(written(call, 5).toHex(),
            QByteArray("ffffffff"
                       "01"
                       "00000002"
                       "000161"
                       "00000001"
                       "00000000"
                       "ffffffff"
                       "fffffffffffffffe"
                       "000162"
                       "00000002"
                       "00000001"
                       "ffffffff"
                       "ffffffffffffffff"
                       "00000000"
                       "ffffffff"
                       "0000000000000005"));
    }

    void commitsComeFromNobody()
    {
        CommitTold commit;
        commit.topic = u"t"_s;
        commit.partition = 3;
        commit.offset = 9;
        commit.metadata = u"m"_s;
        QCOMPARE(written(commitCall(u"g"_s, {commit}), 7).toHex(),
            QByteArray("000167"
                       "ffffffff"
                       "0000"
                       "ffff"
                       "00000001"
                       "000174"
                       "00000001"
                       "00000003"
                       "0000000000000009"
                       "ffffffff"
                       "00016d"));
    }

    void manyGroupsAreAskedInOne()
    {
        QCOMPARE(written(commitsCall(QStringList{u"g"_s, u"h"_s}), 8).toHex(),
            QByteArray("03"
                       "0267"
                       "00"
                       "00"
                       "0268"
                       "00"
                       "00"
                       "00"
                       "00"));
        QCOMPARE(written(commitsCall(QStringList{u"g"_s}), 9).toHex(),
            QByteArray("02"
                       "0267"
                       "00"
                       "ffffffff"
                       "00"
                       "00"
                       "00"
                       "00"));
    }

    void commitsAreRead()
    {
        WireWriter w(true);
        w.int32(0);
        w.array(1);
        w.string(u"g");
        w.array(1);
        w.string(u"t");
        w.array(2);
        for (int partition = 0; partition < 2; ++partition) {
            w.int32(partition);
            w.int64(partition == 0 ? 42 : -1);
            w.int32(-1);
            w.nullableString(partition == 0 ? std::optional(u"m"_s) : std::nullopt);
            w.int16(0);
            w.end();
        }
        w.end();
        w.int16(0);
        w.end();
        w.end();
        const auto told = manyCommitsOf(answer(w, 8));
        QVERIFY(told.has_value());
        QCOMPARE(told->front().commits.size(), size_t(2));
        QCOMPARE(told->front().commits[0].offset, 42);
        QCOMPARE(told->front().commits[0].metadata, u"m"_s);
        QCOMPARE(told->front().commits[1].offset, -1);
    }

    void aMembersPartitions()
    {
        WireWriter w;
        w.int16(1);
        w.array(1);
        w.string(u"t");
        w.array(2);
        w.int32(4);
        w.int32(1);
        w.bytes(QByteArray());
        const std::vector<AssignedPartition> parts = assignmentOf(w.data());
        QCOMPARE(parts, (std::vector<AssignedPartition>{{u"t"_s, 1}, {u"t"_s, 4}}));
        QVERIFY(assignmentOf("").empty());
    }

    void quotasAreRead()
    {
        WireWriter w;
        w.int32(0);
        w.int16(0);
        w.nullableString(std::nullopt);
        w.array(1);
        w.array(2);
        w.string(u"user");
        w.nullableString(u"alice"_s);
        w.string(u"client-id");
        w.nullableString(std::nullopt);
        w.array(1);
        w.string(u"producer_byte_rate");
        w.float64(1024);
        const auto told = quotasOf(answer(w, 0));
        QVERIFY(told.has_value());
        QCOMPARE(told->front().entity.at(u"user"_s), u"alice"_s);
        QCOMPARE(told->front().entity.at(u"client-id"_s), QString());
        QCOMPARE(told->front().limits.at(u"producer_byte_rate"_s), 1024);
    }

    void numbersHaveNames()
    {
        QCOMPARE(nameOfCode(6), u"NOT_LEADER_OR_FOLLOWER"_s);
        QCOMPARE(nameOfCode(133), u"SHARE_SESSION_LIMIT_REACHED"_s);
        QCOMPARE(nameOfCode(-1), u"UNKNOWN_SERVER_ERROR"_s);
        QCOMPARE(nameOfCode(999), u"error 999"_s);
        QCOMPARE(errorOfCode(29).kind, Error::Kind::Auth);
        QCOMPARE(errorOfCode(3).kind, Error::Kind::NotFound);
        QCOMPARE(errorOfCode(68).kind, Error::Kind::Conflict);
        QCOMPARE(errorOfCode(35).kind, Error::Kind::Unsupported);
        QVERIFY(passes(6) && passes(14) && !passes(3) && !passes(0));
    }

    void releases()
    {
        QCOMPARE(releaseOf(0), QString());
        QCOMPARE(releaseOf(19), u"3.7"_s);
        QCOMPARE(releaseOf(21), u"3.9"_s);
        QCOMPARE(releaseOf(25), u"4.0"_s);
        QCOMPARE(releaseOf(30), u"4.3"_s);
        QCOMPARE(releaseOf(99), u"4.4+"_s);
    }

    void addresses()
    {
        const auto both = parsedAddresses(u"one:9093, two ,[::1]:19092"_s);
        QVERIFY(both.has_value());
        QCOMPARE(*both,
            (std::vector<Endpoint>{
                {u"one"_s, 9093, {}}, {u"two"_s, 9092, {}}, {u"::1"_s, 19092, {}}}));
        for (const QString& bad : {u""_s, u"a b"_s, u"host:port"_s, u"user@host:1"_s, u":9092"_s})
            QVERIFY2(!parsedAddresses(bad), qPrintable(bad));
    }

    void whatChangesIsAnEvent()
    {
        ClusterLook before;
        before.brokers = {{1, true}, {2, true}};
        before.partitions[{u"t"_s, 0}] = {0, 1, {1, 2}, {1, 2}, {}};
        before.partitions[{u"t"_s, 1}] = {1, 2, {2}, {2}, {}};
        before.groups = {{u"g"_s, u"Stable"_s}, {u"h"_s, u"Stable"_s}};
        ClusterLook now = before;
        QVERIFY(eventsBetween(before, now, QDateTime::currentDateTimeUtc(), u"k"_s).empty());
        now.brokers.erase(2);
        now.partitions[{u"t"_s, 0}] = {0, 1, {1, 2}, {1}, {2}};
        now.partitions[{u"t"_s, 1}] = {1, -1, {2}, {2}, {2}};
        now.partitions[{u"new"_s, 0}] = {0, -1, {1}, {}, {}};
        now.groups
            = {{u"g"_s, u"PreparingRebalance"_s}, {u"h"_s, u"Empty"_s}, {u"i"_s, u"Empty"_s}};
        const auto kinds = [](const std::vector<Event>& events) {
            QStringList out;
            for (const Event& e : events)
                out.append(e.kind + u' ' + e.entity.name);
            return out;
        };
        QCOMPARE(kinds(eventsBetween(before, now, QDateTime::currentDateTimeUtc(), u"k"_s)),
            (QStringList{u"broker-gone broker/2"_s, u"isr-shrink t"_s, u"leader-lost t"_s,
                u"rebalance group/g"_s, u"group-empty group/h"_s}));
        QCOMPARE(kinds(eventsBetween(now, before, QDateTime::currentDateTimeUtc(), u"k"_s)),
            (QStringList{u"broker-back broker/2"_s, u"isr-whole t"_s, u"leader-change t"_s}));
    }

    void lagsThatPassTheirUsual()
    {
        UsualLag usual;
        const UsualLag::Place place{u"g"_s, u"t"_s};
        const auto look = [&](qint64 lag) {
            return usual.look({{place, lag}});
        };
        for (int i = 0; i < 30; ++i)
            QVERIFY(look(500 + i % 10 * 20).empty()); // up and down, as always
        QVERIFY(look(5000).empty()); // a burst
        QVERIFY(look(5000).empty());
        QVERIFY(look(600).empty());
        for (int i = 1; i < UsualLag::kInARow; ++i)
            QVERIFY(look(5000).empty());
        const auto passed = look(6000);
        QCOMPARE(passed, (std::vector<UsualLag::Change>{{place, 6000, 680, true}}));
        QVERIFY(look(7000).empty()); // told once
        QVERIFY(look(900).empty()); // not back yet
        const auto back = look(650);
        QCOMPARE(back, (std::vector<UsualLag::Change>{{place, 650, 680, false}}));
        // What stays becomes usual.
        int told = 0;
        for (size_t i = 0; i < 2 * UsualLag::kMost; ++i)
            told += int(look(9000).size());
        QCOMPARE(told, 1);
        QVERIFY(look(9050).empty());
        // A group that is new, or sleeps at zero, is not told of at once nor for a few messages.
        UsualLag other;
        for (int i = 0; i < 20; ++i)
            QVERIFY(other.look({{place, i < 15 ? 0 : 90}}).empty());
        // Nor does it take more memory than it should.
        std::map<UsualLag::Place, qint64> many;
        for (int i = 0; i < 5000; ++i)
            many[{QString::number(i), u"t"_s}] = 1;
        QVERIFY(other.look(many).empty());
    }

    // The example of RFC 7677, section 3.
    void scram256()
    {
        Scram scram(Scram::Digest::Sha256, u"user"_s, Secret(u"pencil"_s), "rOprNGfwEbeRWgbNEkqO");
        QCOMPARE(scram.first(), QByteArray("n,,n=user,r=rOprNGfwEbeRWgbNEkqO"));
        const auto proof = scram.finish("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                                        "s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
        QVERIFY(proof.has_value());
        QCOMPARE(*proof,
            QByteArray("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                       "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="));
        QVERIFY(scram.check("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=").has_value());
        QVERIFY(!scram.check("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95H4="));
        QVERIFY(!scram.check("e=other-error"));
    }

    void scramRefusesAWrongServer()
    {
        Scram scram(Scram::Digest::Sha512, u"a,b=c"_s, Secret(u"x"_s), "nonce");
        QCOMPARE(scram.first(), QByteArray("n,,n=a=2Cb=3Dc,r=nonce"));
        QVERIFY(!scram.finish("r=other,s=AAAA,i=4096")); // not our nonce
        QVERIFY(!scram.finish("r=nonce,s=AAAA,i=4096")); // nothing of its own
        QVERIFY(!scram.finish("r=nonce1,s=AAAA,i=1")); // too weak
        QVERIFY(!scram.finish("r=nonce1,s=AAAA,i=100000000")); // would keep us busy
    }
};

PH_TEST_MAIN(QCoreApplication, KafkaWireTest)
#include "tst_kafkawire.moc"
