// SPDX-License-Identifier: GPL-3.0-or-later
// What a filter finds in raw messages, and what is an event between two looks at connectors.
#include "streams/api/names.h"
#include "streams/kafka/kafkafacets.h"
#include "streams/kafka/messagematch.h"
#include "tests/support/testmain.h"

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace Qt::StringLiterals;

class KafkaMatchTest final : public QObject
{
    Q_OBJECT

    static bool fits(const MessagePattern& pattern, const QByteArray& value)
    {
        const auto matcher = MessageMatcher::make(pattern);
        RawRecord record;
        record.key = "k";
        record.value = value;
        return matcher && (*matcher)->matches(record);
    }

private Q_SLOTS:
    void tombstones()
    {
        MessagePattern pattern;
        pattern.mode = MessagePattern::Mode::Tombstone;
        pattern.pattern = u"tombstone"_s;
        QVERIFY(fits(pattern, QByteArray()));
        QVERIFY(!fits(pattern, QByteArray("")));
        QVERIFY(!fits(pattern, "tombstone"));
        QVERIFY(!fits(pattern, "null"));
    }

    void oneOfSeveral()
    {
        MessagePattern pattern;
        pattern.mode = MessagePattern::Mode::Field;
        pattern.pattern = u"$.country"_s;
        pattern.equals = u"TW"_s;
        pattern.others = {u"KR"_s, u"7"_s};
        QVERIFY(fits(pattern, R"({"country":"TW"})"));
        QVERIFY(fits(pattern, R"({"country":"KR"})"));
        QVERIFY(fits(pattern, R"({"country":7})"));
        QVERIFY(!fits(pattern, R"({"country":"JP"})"));
        QVERIFY(!fits(pattern, R"({"other":"KR"})"));
        QVERIFY(!fits(pattern, QByteArray()));
        pattern.others.clear();
        QVERIFY(!fits(pattern, R"({"country":"KR"})"));
    }

    void keysAndHeadersOfSeveral()
    {
        Message message;
        message.key = "904";
        message.value = "KR";
        message.headers = {{"region", "TW"}, {"source", QByteArray()}};
        const auto is = [&](const QString& header, int where, const QStringList& values) {
            MessagePattern pattern;
            pattern.mode = MessagePattern::Mode::OneOf;
            pattern.pattern = u"words"_s;
            pattern.equals = header;
            pattern.where = where;
            pattern.others = values;
            const auto matcher = MessageMatcher::make(pattern);
            return matcher && (*matcher)->matches(rawOf(message));
        };
        QVERIFY(is({}, MessagePattern::Key, {u"1"_s, u"904"_s}));
        QVERIFY(!is({}, MessagePattern::Key, {u"90"_s, u"9041"_s, u"KR"_s})); // whole, and the key
        QVERIFY(is({}, MessagePattern::Value, {u"KR"_s}));
        QVERIFY(is(u"region"_s, MessagePattern::Headers, {u"KR"_s, u"TW"_s}));
        QVERIFY(is({}, MessagePattern::Headers, {u"TW"_s}));
        QVERIFY(!is(u"source"_s, MessagePattern::Headers, {u"TW"_s, QString()}));
        message.key = {};
        QVERIFY(!is({}, MessagePattern::Key, {QString()})); // no key is no empty one
    }

    void aConnectorThatFailsIsAnEvent()
    {
        ClusterLook before, now;
        before.connectors = now.connectors = {
            {u"sink"_s, u"sink"_s}, {u"sink, task 0"_s, u"sink"_s}, {u"old, task 0"_s, u"old"_s}};
        before.failures = {{u"old, task 0"_s, u"gone"_s}};
        now.failures = {{u"sink, task 0"_s, u"DataException"_s}, {u"new, task 0"_s, u"bad"_s}};
        now.connectors.emplace(u"new, task 0"_s, u"new"_s);
        const auto events
            = eventsBetween(before, now, QDateTime::currentDateTimeUtc(), u"kafka://k"_s);
        QCOMPARE(events.size(), size_t(2)); // what was never seen well did not fail just now
        QCOMPARE(events[0].kind, u"connector-failed"_s);
        QCOMPARE(events[0].severity, Event::Severity::Error);
        QCOMPARE(events[0].entity.name, connectorEntity(u"sink"_s));
        QCOMPARE(events[1].kind, u"connector-back"_s);
        QCOMPARE(events[1].entity.name, connectorEntity(u"old"_s));
        QVERIFY(eventsBetween(now, now, QDateTime::currentDateTimeUtc(), u"kafka://k"_s).empty());
    }
};

PH_TEST_MAIN(QCoreApplication, KafkaMatchTest)
#include "tst_kafkamatch.moc"
