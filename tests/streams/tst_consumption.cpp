// SPDX-License-Identifier: GPL-3.0-or-later
// What is counted as read: what consumers commit, never what somebody moves.
#include "core/seriesring.h"
#include "streams/kafka/consumption.h"
#include "tests/support/testmain.h"

#include <cmath>
#include <memory>

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace Qt::StringLiterals;

class ConsumptionTest final : public QObject
{
    Q_OBJECT

    // Commits as they are read every five seconds, and what a plot makes of them.
    void commit(const Consumption::Commits& commits)
    {
        m_time += 5000;
        m_ring.add(m_time, double(m_counter->counted(u"g"_s, u"t"_s, commits)), 5000);
    }
    std::vector<double> rates() const
    {
        std::vector<double> out;
        for (const SeriesPoint& point : m_ring.between(0, m_time + 1))
            out.push_back(point.value);
        return out;
    }
    std::unique_ptr<Consumption> m_counter;
    SeriesRing m_ring{SeriesRing::Kind::Counter};
    qint64 m_time = 0;

private Q_SLOTS:
    void init()
    {
        m_counter = std::make_unique<Consumption>();
        m_ring = SeriesRing(SeriesRing::Kind::Counter);
        m_time = 0;
    }

    void readingIsCounted()
    {
        commit({{0, 1000}, {1, 500}});
        commit({{0, 1050}, {1, 500}});
        commit({{0, 1050}, {1, 550}});
        QCOMPARE(rates(), std::vector<double>({10, 10}));
    }

    void aResetOfOursIsAGapBothWays()
    {
        commit({{0, 1000}});
        commit({{0, 1050}});
        m_counter->moved(u"g"_s);
        m_counter->moved(u"g"_s);
        commit({{0, 90'000}}); // ahead, to the end
        commit({{0, 90'050}});
        const auto all = rates();
        QCOMPARE(all.size(), size_t(3));
        QCOMPARE(all[0], 10.0);
        QVERIFY(std::isnan(all[1]));
        QCOMPARE(all[2], 10.0);
    }

    // Told before the request too: a look between the request and its answer counts nothing.
    void aLookInTheMiddleOfAResetCountsNothing()
    {
        commit({{0, 1000}});
        m_counter->moved(u"g"_s);
        commit({{0, 1000}}); // not yet moved
        m_counter->moved(u"g"_s);
        commit({{0, 50'000}});
        QVERIFY(std::isnan(rates().back()));
    }

    void whoeverMovesACommitBackDoesNotRead()
    {
        commit({{0, 1000}, {1, 1000}});
        commit({{0, 200}, {1, 9000}});
        commit({{0, 250}, {1, 9000}});
        QVERIFY(std::isnan(rates()[0]));
        QCOMPARE(rates()[1], 10.0);
    }

    void aFirstCommitIsNotAllThatIsBeforeIt()
    {
        commit({{0, 1000}});
        commit({{0, 1050}, {1, 700'000}});
        commit({{0, 1050}, {1, 700'050}});
        commit({{1, 700'100}}); // the other one is forgotten
        QCOMPARE(rates(), std::vector<double>({10, 10, 10}));
    }

    void otherGroupsAreNotMoved()
    {
        commit({{0, 1000}});
        m_counter->moved(u"another"_s);
        commit({{0, 1050}});
        QCOMPARE(rates(), std::vector<double>({10}));
    }
};

PH_TEST_MAIN(QCoreApplication, ConsumptionTest)
#include "tst_consumption.moc"
