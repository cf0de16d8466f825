// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/wireacls.h"

#include "streams/kafka/wireerror.h"
#include "streams/kafka/wiremetadata.h"

#include <QStringList>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

// By their numbers in the protocol; 0 is unknown, 1 any.
const QStringList& resources()
{
    static const QStringList kWords{u"UNKNOWN"_s, u"ANY"_s, u"TOPIC"_s, u"GROUP"_s, u"CLUSTER"_s,
        u"TRANSACTIONAL_ID"_s, u"DELEGATION_TOKEN"_s, u"USER"_s};
    return kWords;
}
const QStringList& operations()
{
    static const QStringList kWords{u"UNKNOWN"_s, u"ANY"_s, u"ALL"_s, u"READ"_s, u"WRITE"_s,
        u"CREATE"_s, u"DELETE"_s, u"ALTER"_s, u"DESCRIBE"_s, u"CLUSTER_ACTION"_s,
        u"DESCRIBE_CONFIGS"_s, u"ALTER_CONFIGS"_s, u"IDEMPOTENT_WRITE"_s, u"CREATE_TOKENS"_s,
        u"DESCRIBE_TOKENS"_s, u"TWO_PHASE_COMMIT"_s};
    return kWords;
}
constexpr qint8 kAny = 1, kLiteral = 3, kPrefixed = 4, kDeny = 2, kAllow = 3;
constexpr qsizetype kFirstNamed = 2; // below: unknown and any

// A number newer than this table is shown, not hidden.
QString wordAt(const QStringList& words, qint8 number)
{
    return number >= 0 && number < words.size() ? words[number] : u"#%1"_s.arg(number);
}

qint8 numberOf(const QStringList& words, const QString& word)
{
    bool ok = false;
    if (const int number = word.startsWith(u'#') ? QStringView(word).mid(1).toInt(&ok) : 0; ok)
        return qint8(number);
    return qint8(std::max<qsizetype>(words.indexOf(word), 0));
}

void writeRule(WireWriter& w, const AccessRule& rule)
{
    w.int8(numberOf(resources(), rule.resource));
    w.string(rule.name);
    w.int8(rule.prefix ? kPrefixed : kLiteral);
    w.string(rule.principal);
    w.string(rule.host);
    w.int8(numberOf(operations(), rule.operation));
    w.int8(rule.allow ? kAllow : kDeny);
}

std::optional<Error> problemOf(WireReader& r)
{
    const qint16 code = r.int16();
    const QString message = r.string();
    if (code == wire::kNone)
        return std::nullopt;
    Error error = errorOfCode(code, message);
    if (code == wire::kSecurityDisabled) {
        error.kind = Error::Kind::Unsupported;
        error.hint = PH_TEXT("streams",
            "The brokers have no authorizer: everybody may do everything. The setting is "
            "authorizer.class.name.");
    }
    return error;
}

QString quoted(const QString& word)
{
    const bool plain = !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || u"._-:/=,@"_s.contains(c);
    });
    return plain ? word : u'\'' + QString(word).replace(u'\'', "'\\''"_L1) + u'\'';
}

// READ → Read, DESCRIBE_CONFIGS → DescribeConfigs
QString toolWord(const QString& word)
{
    QString out;
    for (const QString& part : word.split(u'_', Qt::SkipEmptyParts))
        out += part.left(1) + part.mid(1).toLower();
    return out;
}

} // namespace

WireCall describeAclsCall()
{
    return {api::DescribeAcls, [](WireWriter& w, qint16) {
                w.int8(kAny);
                w.nullableString(std::nullopt);
                w.int8(kAny);
                w.nullableString(std::nullopt);
                w.nullableString(std::nullopt);
                w.int8(kAny);
                w.int8(kAny);
            }};
}

Result<std::vector<AccessRule>> aclsOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    r.skip(4); // throttle
    if (const auto problem = problemOf(r))
        return tl::unexpected(*problem);
    std::vector<AccessRule> out;
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        AccessRule rule;
        rule.resource = wordAt(resources(), r.int8());
        rule.name = r.string();
        rule.prefix = r.int8() == kPrefixed;
        for (qsizetype k = 0, rules = r.array(); k < rules && r.ok(); ++k) {
            rule.principal = r.string();
            rule.host = r.string();
            rule.operation = wordAt(operations(), r.int8());
            rule.allow = r.int8() == kAllow;
            out.push_back(rule);
        }
    }
    if (!r.ok())
        return oddAnswer("DescribeAcls");
    return out;
}

WireCall createAclsCall(const std::vector<AccessRule>& rules)
{
    return {api::CreateAcls, [rules](WireWriter& w, qint16) {
                w.array(qsizetype(rules.size()));
                for (const AccessRule& rule : rules)
                    writeRule(w, rule);
            }};
}

VoidResult createdAclsOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    r.skip(4);
    std::optional<Error> first;
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i)
        if (auto problem = problemOf(r); problem && !first)
            first = std::move(problem);
    if (!r.ok())
        return oddAnswer("CreateAcls");
    return first ? VoidResult(tl::unexpected(*first)) : VoidResult();
}

WireCall deleteAclsCall(const std::vector<AccessRule>& rules)
{
    return {api::DeleteAcls, [rules](WireWriter& w, qint16) {
                w.array(qsizetype(rules.size()));
                for (const AccessRule& rule : rules)
                    writeRule(w, rule); // a filter has the same fields
            }};
}

Result<int> deletedAclsOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    r.skip(4);
    std::optional<Error> first;
    int count = 0;
    const auto note = [&first](std::optional<Error> problem) {
        if (problem && !first)
            first = std::move(problem);
    };
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        note(problemOf(r));
        for (qsizetype k = 0, found = r.array(); k < found && r.ok(); ++k) {
            note(problemOf(r));
            r.skip(1);
            (void)r.string();
            r.skip(1);
            (void)r.string();
            (void)r.string();
            r.skip(2);
            ++count;
        }
    }
    if (!r.ok())
        return oddAnswer("DeleteAcls");
    return first ? Result<int>(tl::unexpected(*first)) : Result<int>(count);
}

std::optional<Error> accessProblem(const AccessRule& rule)
{
    const auto odd = [](const QString& what, Text hint) {
        return Error{Error::Kind::Refused, {}, what, std::move(hint), u"guard"_s};
    };
    if (resources().indexOf(rule.resource) < kFirstNamed && !rule.resource.startsWith(u'#'))
        return odd(rule.resource, PH_TEXT("streams", "Kafka knows no such kind of resource."));
    if (operations().indexOf(rule.operation) < kFirstNamed && !rule.operation.startsWith(u'#'))
        return odd(rule.operation, PH_TEXT("streams", "Kafka knows no such operation."));
    const qsizetype colon = rule.principal.indexOf(u':');
    if (colon <= 0 || colon + 1 == rule.principal.size())
        return odd(rule.principal, PH_TEXT("streams", "Write who it is for as User:alice."));
    if (rule.name.isEmpty())
        return odd({}, PH_TEXT("streams", "Name the resource; * is all of them."));
    if (rule.host.isEmpty())
        return odd({}, PH_TEXT("streams", "Name the host; * is any."));
    return std::nullopt;
}

QString aclCommand(const QString& servers, const AccessRule& rule, bool add)
{
    const QString who = rule.allow ? u"allow"_s : u"deny"_s;
    QStringList out{u"kafka-acls"_s, u"--bootstrap-server"_s, quoted(servers),
        add ? u"--add"_s : u"--remove --force"_s, u"--"_s + who + u"-principal"_s,
        quoted(rule.principal), u"--"_s + who + u"-host"_s, quoted(rule.host), u"--operation"_s,
        toolWord(rule.operation)};
    if (rule.resource == "CLUSTER"_L1) {
        out.append(u"--cluster"_s);
    } else {
        out.append(rule.resource == "USER"_L1
                ? u"--user-principal"_s
                : u"--"_s + rule.resource.toLower().replace(u'_', u'-'));
        out.append(quoted(rule.name));
    }
    if (rule.prefix)
        out.append(u"--resource-pattern-type prefixed"_s);
    return out.join(u' ');
}

} // namespace pilothouse::streams
