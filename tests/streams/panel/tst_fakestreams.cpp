// SPDX-License-Identifier: GPL-3.0-or-later
// The fake cluster that the panels' tests stand on answers as the contracts say.
#include "core/servicehub.h"
#include "tests/streams/panel/fakestreams.h"
#include "tests/support/await.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class TestFakeStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers();
    void lacksAContract();
    void tails();
    void searches();
    void producesAndIsRead();
};

void TestFakeStreams::answers()
{
    Runtime runtime;
    ServiceHub hub(runtime, nullptr);
    const auto world = std::make_shared<StreamsWorld>();
    fillShop(*world);
    FakeStreams::join(hub, world);
    auto* topics = hub.contract<Topics>(u"shop-kafka"_s);
    auto* groups = hub.contract<Groups>(u"shop-kafka"_s);
    QVERIFY(topics && groups);
    const auto all = await(topics->topics());
    QVERIFY(all);
    QCOMPARE(all->size(), size_t(6));
    const auto lags = await(groups->lags({u"spark-bronze-orders"_s}));
    QVERIFY(lags);
    QCOMPARE(lags->front().total(), 212'616);
}

void TestFakeStreams::lacksAContract()
{
    Runtime runtime;
    ServiceHub hub(runtime, nullptr);
    const auto world = std::make_shared<StreamsWorld>();
    world->lacking = {u"Access"_s};
    FakeStreams::join(hub, world);
    QVERIFY(!hub.contract<Access>(u"shop-kafka"_s));
    QVERIFY(hub.contract<Connect>(u"shop-kafka"_s));
}

void TestFakeStreams::tails()
{
    Runtime runtime;
    ServiceHub hub(runtime, nullptr);
    const auto world = std::make_shared<StreamsWorld>();
    fillShop(*world);
    FakeStreams::join(hub, world);
    std::vector<Message> seen;
    Mailbox<Message> box(runtime, 1000, [&seen](std::vector<Message>&& values, quint64) {
        seen.insert(seen.end(), values.begin(), values.end());
    });
    TailQuery query;
    query.topic = u"shop.orders.v1"_s;
    query.from = {TopicPlace::Kind::BeforeEnd, 5, {}};
    auto tail = hub.contract<Messages>(u"shop-kafka"_s)->tail(query, box.writer());
    QTRY_COMPARE(seen.size(), size_t(5));
    QVERIFY(tail.running());
}

void TestFakeStreams::searches()
{
    Runtime runtime;
    ServiceHub hub(runtime, nullptr);
    const auto world = std::make_shared<StreamsWorld>();
    fillShop(*world);
    FakeStreams::join(hub, world);
    SearchQuery query;
    query.topic = u"shop.orders.v1"_s;
    query.pattern.pattern = u"\"KR\""_s;
    size_t hits = 0;
    bool ended = false;
    auto search = hub.contract<Messages>(u"shop-kafka"_s)
                      ->search(query)
                      .attach(
                          this,
                          [&hits](std::vector<SearchBatch>&& batches) {
                              for (const SearchBatch& batch : batches)
                                  hits += batch.hits.size();
                          },
                          [&ended](VoidResult) { ended = true; });
    QTRY_VERIFY(ended);
    QCOMPARE(hits, size_t(20));
}

void TestFakeStreams::producesAndIsRead()
{
    Runtime runtime;
    ServiceHub hub(runtime, nullptr);
    const auto world = std::make_shared<StreamsWorld>();
    fillShop(*world);
    FakeStreams::join(hub, world);
    ProduceRequest request;
    request.topic = u"dlq.orders"_s;
    request.drafts.push_back({2, "k", "v", {}, {}});
    const Act act = hub.contract<TopicActs>(u"shop-kafka"_s)->produce(request);
    const auto task = act.make();
    QCOMPARE(finish(*task, 10'000), TaskStatus::State::Done);
    QCOMPARE(world->messages[u"dlq.orders"_s].back().value, "v");
}

PH_TEST_MAIN(QCoreApplication, TestFakeStreams)
#include "tst_fakestreams.moc"
