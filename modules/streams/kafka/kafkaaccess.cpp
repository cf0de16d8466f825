// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/kafkaaccess.h"

#include "streams/kafka/wireacls.h"

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

Result<WireAnswer> sent(
    KafkaClient& client, const WireCall& call, const Token& token, TaskProgress& progress)
{
    if (const auto may = client.mayWrite(); !may)
        return tl::unexpected(may.error());
    const auto controller = client.controller(token);
    if (!controller)
        return tl::unexpected(controller.error());
    return client.change(*controller, call, token, progress);
}

Error placed(Error error, const KafkaClient& client)
{
    error.where = client.where();
    return error;
}

} // namespace

Call<std::vector<AccessRule>> KafkaAccess::rules()
{
    return m_core->reads().run(
        kReadLimit, [](KafkaClient& client, const Token& token) -> Result<std::vector<AccessRule>> {
            const auto answer = client.any(describeAclsCall(), token);
            if (!answer)
                return tl::unexpected(answer.error());
            auto rules = aclsOf(*answer);
            if (!rules)
                return tl::unexpected(placed(rules.error(), client));
            return rules;
        });
}

Act KafkaAccess::add(const AccessRule& rule)
{
    ActParts parts;
    parts.word = u"add-acl"_s;
    parts.title = PH_TEXT("streams", "Add rule…");
    parts.question = rule.allow ? PH_TEXT("streams", "Allow %1 on %2 to %3?")
                                      .arg(rule.operation)
                                      .arg(rule.name)
                                      .arg(rule.principal)
                                : PH_TEXT("streams", "Deny %1 on %2 to %3?")
                                      .arg(rule.operation)
                                      .arg(rule.name)
                                      .arg(rule.principal);
    parts.consequence = rule.allow
        ? PH_TEXT("streams", "It holds at once. A resource with rules is closed to all others.")
        : PH_TEXT("streams", "It holds at once, and goes before whatever is allowed.");
    parts.button = PH_TEXT("streams", "Add rule");
    parts.icon = u"shield"_s;
    parts.target = rule.name;
    parts.destructive = !rule.allow;
    parts.statement = aclCommand(m_core->config().address, rule, true);
    return m_core->act(std::move(parts),
        [rule](KafkaClient& client, const Token& token, TaskProgress& progress) -> Result<Text> {
            if (auto problem = accessProblem(rule))
                return tl::unexpected(placed(*problem, client));
            const auto answer = sent(client, createAclsCall({rule}), token, progress);
            if (!answer)
                return tl::unexpected(answer.error());
            const auto made = createdAclsOf(*answer);
            return made ? Result<Text>(Text()) : tl::unexpected(placed(made.error(), client));
        });
}

Act KafkaAccess::remove(const std::vector<AccessRule>& rules)
{
    ActParts parts;
    parts.word = u"remove-acls"_s;
    parts.title = PH_TEXT("streams", "Remove rules…");
    parts.question = PH_PLURAL("streams", "Remove %n rules?").plural(int(rules.size()));
    parts.consequence = PH_TEXT("streams",
        "Clients lose what they were allowed at once, and regain what they were denied.");
    parts.button = PH_TEXT("streams", "Remove");
    parts.icon = u"trash"_s;
    parts.target = rules.empty() ? QString() : rules.front().name;
    parts.destructive = true;
    parts.effects = {{u"list"_s, PH_TEXT("streams", "Rules"), QString::number(rules.size())}};
    QStringList lines;
    for (const AccessRule& rule : rules)
        lines.append(aclCommand(m_core->config().address, rule, false));
    parts.statement = lines.join(u'\n');
    return m_core->act(std::move(parts),
        [rules](KafkaClient& client, const Token& token, TaskProgress& progress) -> Result<Text> {
            // An unknown word would be sent as a filter for more than this rule.
            for (const AccessRule& rule : rules)
                if (auto problem = accessProblem(rule))
                    return tl::unexpected(placed(*problem, client));
            const auto answer = sent(client, deleteAclsCall(rules), token, progress);
            if (!answer)
                return tl::unexpected(answer.error());
            const auto count = deletedAclsOf(*answer);
            if (!count)
                return tl::unexpected(placed(count.error(), client));
            return PH_PLURAL("streams", "%n rules were removed.").plural(*count);
        });
}

} // namespace pilothouse::streams
