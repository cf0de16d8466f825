// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/kafkaacts.h"
#include "streams/kafka/kafkamoves.h"
#include "streams/kafka/wireerror.h"
#include "streams/kafka/wiremetadata.h"

#include <QFile>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kMostUndo = 64 << 20; // bytes of an undo file

// While it lives the commits of this group are moved by us.
class Moving final
{
    Q_DISABLE_COPY_MOVE(Moving)

public:
    Moving(Consumption& consumption, QString group)
        : m_consumption(consumption)
        , m_group(std::move(group))
    {
        m_consumption.moved(m_group);
    }
    ~Moving() { m_consumption.moved(m_group); }

private:
    Consumption& m_consumption;
    const QString m_group;
};

QString written(const QString& group, const std::vector<CommitTold>& commits,
    const std::vector<AssignedPartition>& without)
{
    QStringList lines;
    if (!commits.empty())
        lines += u"OffsetCommit group=%1"_s.arg(group);
    for (const CommitTold& c : commits)
        lines += u"topic=%1 partition=%2 offset=%3 metadata='%4'"_s.arg(c.topic)
                     .arg(c.partition)
                     .arg(c.offset)
                     .arg(QString(c.metadata).replace(QChar(u'\0'), u"\\0"_s)); // some end with one
    if (!without.empty())
        lines += u"OffsetDelete group=%1"_s.arg(group);
    for (const AssignedPartition& p : without)
        lines += u"topic=%1 partition=%2"_s.arg(p.topic).arg(p.partition);
    return lines.join(u'\n');
}

Result<ResetUndo> undoIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostUndo)
        return fail(Error::Kind::NotFound, path + u": "_s + file.errorString());
    return readUndo(file.readAll());
}

} // namespace

Call<ResetPlan> KafkaGroupActs::planReset(const ResetRequest& request)
{
    return m_core->offsets().run(kReadLimit, [request](KafkaClient& client, const Token& token) {
        return planMove(client, request, token);
    });
}

Act KafkaGroupActs::reset(const ResetPlan& plan, const QString& undoFile)
{
    ActParts parts;
    parts.word = u"reset-offsets"_s;
    parts.title = PH_TEXT("streams", "Reset offsets");
    parts.question = PH_TEXT("streams", "Move the group %1?").arg(plan.group);
    parts.consequence = PH_TEXT("streams",
        "Its consumers go on from the new offsets: what lies between is read again, or never.");
    parts.button = PH_TEXT("streams", "Save undo file and reset");
    parts.icon = u"undo"_s;
    parts.target = u"group/"_s + plan.group;
    parts.typedName = plan.group;
    parts.destructive = true;
    parts.effects
        = {{u"layers"_s, PH_TEXT("streams", "Partitions"), QString::number(plan.steps.size())},
            {u"file"_s, PH_TEXT("streams", "Undo file"), undoFile}};
    parts.statement = written(plan.group, commitsOfPlan(plan), {});
    return m_core->act(std::move(parts),
        [plan, undoFile, cluster = m_core->config().ns, consumption = m_core->consumption()](
            KafkaClient& client, const Token& token, TaskProgress& progress) {
            const Moving moving(*consumption, plan.group);
            return moveGroup(client, plan, cluster, undoFile, token, progress);
        });
}

Act KafkaGroupActs::undoReset(const QString& undoFile)
{
    auto undo = undoIn(undoFile);
    if (undo && undo->cluster != m_core->config().ns)
        undo = fail(Error::Kind::Refused, undo->cluster, m_core->config().id,
            PH_TEXT("streams", "This undo file belongs to another cluster."), u"guard"_s);
    ActParts parts;
    parts.word = u"undo-reset"_s;
    parts.title = PH_TEXT("streams", "Take the reset back");
    parts.button = PH_TEXT("streams", "Take back");
    parts.icon = u"undo"_s;
    parts.destructive = true;
    if (!undo) {
        parts.question = PH_TEXT("streams", "Take the reset back");
        return m_core->act(std::move(parts),
            [error = undo.error()](KafkaClient&, const Token&, TaskProgress&) -> Result<Text> {
                return tl::unexpected(error);
            });
    }
    std::vector<CommitTold> commits;
    std::vector<AssignedPartition> without;
    commitsBefore(*undo, nullptr, commits, without);
    parts.question = PH_TEXT("streams", "Move the group %1 back?").arg(undo->group);
    parts.consequence = PH_TEXT("streams",
        "Each offset returns with its metadata; a partition without a commit has none again.");
    parts.target = u"group/"_s + undo->group;
    parts.typedName = undo->group;
    parts.effects
        = {{u"layers"_s, PH_TEXT("streams", "Partitions"), QString::number(undo->commits.size())}};
    parts.statement = written(undo->group, commits, without);
    return m_core->act(std::move(parts),
        [undo = *undo, consumption = m_core->consumption()](
            KafkaClient& client, const Token& token, TaskProgress& progress) {
            const Moving moving(*consumption, undo.group);
            return moveGroupBack(client, undo, token, progress);
        });
}

Act KafkaGroupActs::removeGroup(const QString& group)
{
    ActParts parts;
    parts.word = u"delete-group"_s;
    parts.title = PH_TEXT("streams", "Delete group");
    parts.question = PH_TEXT("streams", "Delete the group %1?").arg(group);
    parts.consequence = PH_TEXT(
        "streams", "What it has committed is forgotten. It begins anew where its consumers say.");
    parts.button = PH_TEXT("streams", "Delete group");
    parts.icon = u"trash"_s;
    parts.target = u"group/"_s + group;
    parts.typedName = group;
    parts.destructive = true;
    parts.statement = u"DeleteGroups group=%1"_s.arg(group);
    return m_core->act(std::move(parts),
        [group](KafkaClient& client, const Token& token, TaskProgress& progress) -> Result<Text> {
            if (const auto may = client.mayWrite(); !may)
                return tl::unexpected(may.error());
            const auto node = coordinatorOfResting(client, group, token);
            if (!node)
                return tl::unexpected(node.error());
            const auto answer = client.change(*node, deleteGroupsCall({group}), token, progress);
            if (!answer)
                return tl::unexpected(answer.error());
            const auto told = deletedGroupsOf(*answer);
            if (!told)
                return tl::unexpected(told.error());
            if (told->empty())
                return oddAnswer("DeleteGroups");
            if (told->front().second != wire::kNone)
                return tl::unexpected(errorOfCode(told->front().second));
            return Text();
        });
}

Act KafkaGroupActs::removeCommits(const QString& group, const QString& topic)
{
    ActParts parts;
    parts.word = u"delete-commits"_s;
    parts.title = PH_TEXT("streams", "Forget offsets");
    parts.question = PH_TEXT("streams", "Forget what %1 has read of %2?").arg(group).arg(topic);
    parts.consequence
        = PH_TEXT("streams", "The group begins anew with this topic where its consumers say.");
    parts.button = PH_TEXT("streams", "Forget");
    parts.icon = u"trash"_s;
    parts.target = u"group/"_s + group;
    parts.typedName = group;
    parts.destructive = true;
    parts.statement = u"OffsetDelete group=%1 topic=%2"_s.arg(group, topic);
    return m_core->act(std::move(parts),
        [group, topic](
            KafkaClient& client, const Token& token, TaskProgress& progress) -> Result<Text> {
            if (const auto may = client.mayWrite(); !may)
                return tl::unexpected(may.error());
            const auto node = coordinatorOfResting(client, group, token);
            if (!node)
                return tl::unexpected(node.error());
            const auto commits = commitsOfGroup(client, group, token);
            if (!commits)
                return tl::unexpected(commits.error());
            std::vector<AssignedPartition> places;
            for (const auto& [place, commit] : *commits)
                if (place.first == topic)
                    places.push_back({place.first, place.second});
            if (places.empty())
                return fail(Error::Kind::NotFound, topic, client.where(),
                    PH_TEXT("streams", "The group has committed nothing of this topic."));
            std::vector<Place> done;
            const auto gone = applyMove(client, *node, group, {}, places, token, progress, done);
            return gone ? Result<Text>(Text()) : tl::unexpected(gone.error());
        });
}

} // namespace pilothouse::streams
