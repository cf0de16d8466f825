// SPDX-License-Identifier: GPL-3.0-or-later
// GroupRows: consumer groups with their state, members and lag. MemberRows: who is in one of them.
#pragma once

#include "streams/panel/streamrows.h"

#include <QCoreApplication>
#include <QDateTime>

#include <functional>

namespace pilothouse::streams
{

class StreamsFeed;
struct GroupDetail;

class GroupRows final : public StreamRows
{
    Q_DECLARE_TR_FUNCTIONS(GroupRows)

public:
    enum Column { Name, State, Members, Topics, Behind, Since, Lag };

    explicit GroupRows(const StreamsFeed& feed);

    // Since when it is behind, in the zone it is shown in; null: not known.
    using SinceWhen = std::function<QDateTime(const QString& group)>;
    void setSince(SinceWhen since) { m_since = std::move(since); }
    // What is known of its members, never a number that is not: "3", "–", "not readable".
    static StreamCell membersCell(const GroupDetail* detail);

    std::vector<StreamColumn> columns() const override;
    QStringList ids() const override;
    StreamCell cell(const QString& id, int column) const override;
    double number(const QString& id, int column) const override;
    bool isOld() const override;
    void prepare() override;

private:
    QDateTime sinceOf(const QString& group) const;

    const StreamsFeed& m_feed;
    SinceWhen m_since;
    qint64 m_mostLag = 0;
};

class MemberRows final : public StreamRows
{
    Q_DECLARE_TR_FUNCTIONS(MemberRows)

public:
    enum Column { Client, Host, Partitions, Lag, Instance };

    explicit MemberRows(const StreamsFeed& feed);
    void setGroup(const QString& group) { m_group = group; }

    std::vector<StreamColumn> columns() const override;
    QStringList ids() const override;
    StreamCell cell(const QString& id, int column) const override;
    double number(const QString& id, int column) const override;
    bool isOld() const override;

private:
    double lagOf(const QString& member) const; // of its partitions; NaN: not known

    const StreamsFeed& m_feed;
    QString m_group;
};

} // namespace pilothouse::streams
