// SPDX-License-Identifier: GPL-3.0-or-later
// TopicRows: topics with what is written to them, what they hold and who is furthest behind.
#pragma once

#include "streams/panel/streamrows.h"

#include <QCoreApplication>

#include <functional>

namespace pilothouse::streams
{

class StreamRates;
class StreamsFeed;
struct TopicInfo;

class TopicRows final : public StreamRows
{
    Q_DECLARE_TR_FUNCTIONS(TopicRows)

public:
    enum Column { Name, Partitions, Copies, In, Course, Bytes, Size, Keeps, Lag, Schema };

    TopicRows(const StreamsFeed& feed, const StreamRates& rates);

    void setInternal(bool shown) { m_internal = shown; }
    bool internal() const { return m_internal; }
    int hidden() const; // internal ones
    // The word of a topic's schema, where a registry tells it.
    void setSchemas(std::function<QString(const QString&)> schema) { m_schema = std::move(schema); }
    // Where it stands, worst first: a word for it and its glyph.
    std::pair<ui::Glyph, QString> state(const QString& topic) const;

    std::vector<StreamColumn> columns() const override;
    QStringList ids() const override;
    StreamCell cell(const QString& id, int column) const override;
    double number(const QString& id, int column) const override;
    bool isOld() const override;
    void prepare() override;

private:
    StreamCell lagCell(const QString& id) const;

    const StreamsFeed& m_feed;
    const StreamRates& m_rates;
    std::function<QString(const QString&)> m_schema;
    qint64 m_mostLag = 0; // of all, for the bars
    bool m_internal = false;
};

} // namespace pilothouse::streams
