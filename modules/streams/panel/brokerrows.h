// SPDX-License-Identifier: GPL-3.0-or-later
// BrokerRows: the brokers of a cluster, what they lead and hold. SettingRows: how one is set up.
#pragma once

#include "streams/api/cluster.h"
#include "streams/panel/streamrows.h"

#include <QCoreApplication>

namespace pilothouse::streams
{

class StreamsFeed;

class BrokerRows final : public StreamRows
{
    Q_DECLARE_TR_FUNCTIONS(BrokerRows)

public:
    enum Column { Name, Address, Rack, Leads, Size, Disk };

    explicit BrokerRows(const StreamsFeed& feed);
    const BrokerInfo* broker(const QString& id) const;

    std::vector<StreamColumn> columns() const override;
    QStringList ids() const override;
    StreamCell cell(const QString& id, int column) const override;
    double number(const QString& id, int column) const override;
    bool isOld() const override;

private:
    const StreamsFeed& m_feed;
};

class SettingRows final : public StreamRows
{
    Q_DECLARE_TR_FUNCTIONS(SettingRows)

public:
    enum Column { Name, Value, Source };

    void setEntries(std::vector<ConfigEntry> entries) { m_entries = std::move(entries); }
    const ConfigEntry* entry(const QString& name) const;
    static QString sourceText(ConfigEntry::Source source);

    std::vector<StreamColumn> columns() const override;
    QStringList ids() const override;
    StreamCell cell(const QString& id, int column) const override;
    double number(const QString& id, int column) const override;

private:
    std::vector<ConfigEntry> m_entries;
};

} // namespace pilothouse::streams
