// SPDX-License-Identifier: GPL-3.0-or-later
// MoveRows: partitions on their way to other brokers. QuotaRows: limits of users, client ids and
// addresses. ProducerRows: who wrote to a topic lately.
#pragma once

#include "streams/api/topics.h"
#include "streams/panel/streamrows.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <functional>

namespace pilothouse::streams
{

class MoveRows final : public StreamRows
{
    Q_DECLARE_TR_FUNCTIONS(MoveRows)

public:
    enum Column { Topic, Partition, From, To };

    void setMoves(std::vector<Reassignment> moves) { m_moves = std::move(moves); }

    std::vector<StreamColumn> columns() const override;
    QStringList ids() const override; // "topic [partition]"
    StreamCell cell(const QString& id, int column) const override;
    double number(const QString& id, int column) const override;

private:
    const Reassignment* move(const QString& id) const;

    std::vector<Reassignment> m_moves;
};

class QuotaRows final : public StreamRows
{
    Q_DECLARE_TR_FUNCTIONS(QuotaRows)

public:
    enum Column { Whom, Limit, Value };

    void setQuotas(const std::vector<Quota>& quotas);
    // "user alice, every client id"
    static QString whomText(const std::map<QString, QString>& entity);
    static QString limitText(
        const QString& name); // what it limits; one not known as Kafka names it
    static QString valueText(const QString& name, double value); // with its unit

    std::vector<StreamColumn> columns() const override;
    QStringList ids() const override; // one for each limit
    StreamCell cell(const QString& id, int column) const override;
    double number(const QString& id, int column) const override;

private:
    struct Row {
        QString id, whom, limit;
        double value = 0;
    };
    const Row* row(const QString& id) const;

    std::vector<Row> m_rows;
};

class ProducerRows final : public StreamRows
{
    Q_DECLARE_TR_FUNCTIONS(ProducerRows)

public:
    enum Column { Partition, Id, Epoch, Sequence, Last, Transaction };

    // Times are shown in the zone that `zone` tells.
    explicit ProducerRows(std::function<QTimeZone()> zone)
        : m_zone(std::move(zone))
    {
    }
    void setProducers(std::vector<ProducerState> producers) { m_producers = std::move(producers); }

    std::vector<StreamColumn> columns() const override;
    QStringList ids() const override; // "partition/producer"
    StreamCell cell(const QString& id, int column) const override;
    double number(const QString& id, int column) const override;

private:
    const ProducerState* producer(const QString& id) const;

    const std::function<QTimeZone()> m_zone;
    std::vector<ProducerState> m_producers;
};

} // namespace pilothouse::streams
