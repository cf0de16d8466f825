// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/kafkaclient.h"

#include "streams/kafka/wireerror.h"

#include <algorithm>
#include <array>
#include <thread>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

// A broker that hung or could not be reached is left alone for so long, where there are others.
constexpr milliseconds kAway{5000};
// Requests on their way to one broker at a time.
constexpr size_t kWindow = 8;
constexpr int kTries = 5;
constexpr milliseconds kPause{200};

// Half of what is left, so that the other half is there for another broker.
Clock::time_point patience(const Token& token)
{
    return Clock::now() + std::max(token.remaining() / 2, milliseconds(500));
}

bool isAway(const Error& error)
{
    return error.kind == Error::Kind::Timeout || error.kind == Error::Kind::Refused
        || error.code == "io"_L1;
}

void pause(const Token& token)
{
    const auto until = Clock::now() + kPause;
    while (Clock::now() < until && !token.stopped())
        std::this_thread::sleep_for(milliseconds(20));
}

} // namespace

QString releaseOf(int level)
{
    // org.apache.kafka.server.common.MetadataVersion of 4.3: the first level of each release.
    struct Release {
        int level;
        const char* name;
    };
    constexpr std::array<Release, 15> kReleases{{{1, "3.0"}, {2, "3.1"}, {3, "3.2"}, {4, "3.3"},
        {8, "3.4"}, {9, "3.5"}, {12, "3.6"}, {15, "3.7"}, {20, "3.8"}, {21, "3.9"}, {22, "4.0"},
        {26, "4.1"}, {28, "4.2"}, {30, "4.3"}, {31, "4.4"}}};
    const char* name = "";
    for (const Release& release : kReleases)
        if (level >= release.level)
            name = release.name;
    return QString::fromLatin1(name) + (level > kReleases.back().level ? u"+"_s : QString());
}

tl::unexpected<Error> KafkaClient::told(Error error) const
{
    error.where = where();
    return tl::unexpected(std::move(error));
}

void KafkaClient::askAgain()
{
    m_again = true;
    m_away.clear();
}

QString KafkaClient::version()
{
    const QString release = releaseOf(m_level);
    return release.isEmpty() ? u"Kafka"_s : u"Kafka "_s + release;
}

Endpoint KafkaClient::placeOf(const WireBroker& broker) const
{
    const Endpoint named{broker.host, quint16(broker.port), {}};
    return m_setup->instead.value(nameOf(named), named);
}

void KafkaClient::learn(const WireMetadata& metadata)
{
    m_brokers.clear();
    std::set<QString> known;
    for (const WireBroker& broker : metadata.brokers) {
        m_brokers.emplace(broker.id, broker);
        known.insert(nameOf(placeOf(broker)));
    }
    for (const Endpoint& at : m_setup->bootstrap)
        known.insert(nameOf(at));
    std::erase_if(m_links, [&](const auto& link) { return !known.count(link.first); });
}

void KafkaClient::remember(const Endpoint& at, const Error& error)
{
    if (isAway(error))
        m_away[nameOf(at)] = {Clock::now() + kAway, error};
}

Result<KafkaLink*> KafkaClient::linkTo(const Endpoint& at, const Token& token)
{
    auto& link = m_links[nameOf(at)];
    if (!link)
        link = std::make_unique<KafkaLink>(m_setup, at);
    if (!link->isOpen()) {
        // A refusal comes at once; only what hangs is not waited for again and again.
        const auto away = m_away.find(nameOf(at));
        if (away != m_away.end() && away->second.error.kind == Error::Kind::Timeout
            && Clock::now() < away->second.until)
            return told(away->second.error);
    }
    const auto opened = link->open(token, std::exchange(m_again, false));
    if (!opened) {
        Error error = opened.error();
        const bool bootstrap = std::any_of(m_setup->bootstrap.begin(), m_setup->bootstrap.end(),
            [&](const Endpoint& b) { return b == at; });
        if (!bootstrap && isAway(error) && error.hint.isEmpty())
            error.hint = PH_TEXT("streams",
                "The cluster tells clients to use the address %1, which does not answer from here.")
                             .arg(nameOf(at));
        remember(at, error);
        return told(std::move(error));
    }
    m_away.erase(nameOf(at));
    if (link->metadataLevel() > 0)
        m_level = link->metadataLevel();
    return link.get();
}

VoidResult KafkaClient::learnOf(const std::set<int>& nodes, const Token& token)
{
    const bool known = std::all_of(
        nodes.begin(), nodes.end(), [this](int node) { return m_brokers.count(node) > 0; });
    if (known)
        return {};
    return metadata(QStringList(), token).map([](const WireMetadata&) {});
}

Result<KafkaLink*> KafkaClient::linkTo(int node, const Token& token)
{
    const auto it = m_brokers.find(node);
    if (it == m_brokers.end())
        return told({Error::Kind::NotFound, {}, u"broker %1 is not there"_s.arg(node), {}, {}});
    return linkTo(placeOf(it->second), token);
}

// Open links first, then brokers not known to be away, then what the profile names.
std::vector<Endpoint> KafkaClient::candidates() const
{
    std::vector<Endpoint> out;
    const auto add = [&](const Endpoint& at) {
        if (std::find(out.begin(), out.end(), at) == out.end())
            out.push_back(at);
    };
    for (const auto& [name, link] : m_links)
        if (link->isOpen())
            add(link->at());
    const auto isFine = [&](const Endpoint& at) {
        const auto away = m_away.find(nameOf(at));
        return away == m_away.end() || Clock::now() >= away->second.until;
    };
    for (const bool fine : {true, false}) {
        for (const auto& [id, broker] : m_brokers)
            if (isFine(placeOf(broker)) == fine)
                add(placeOf(broker));
        for (const Endpoint& at : m_setup->bootstrap)
            if (isFine(at) == fine)
                add(at);
    }
    return out;
}

Result<KafkaLink*> KafkaClient::anyLink(const Token& token, const std::set<QString>& without)
{
    if (m_setup->bootstrap.empty()) // it cannot be read: say how
        return told(parsedAddresses(m_setup->config.address).error());
    Result<KafkaLink*> last = fail(Error::Kind::Refused, u"no broker answers"_s, where());
    for (const Endpoint& at : candidates()) {
        if (without.count(nameOf(at)))
            continue;
        if (token.stopped())
            return fail(
                token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, {}, where());
        last = linkTo(at, token);
        // The same user everywhere: another broker would refuse as well.
        if (last || last.error().kind == Error::Kind::Auth)
            return last;
    }
    return last;
}

Result<WireAnswer> KafkaClient::any(const WireCall& call, const Token& token)
{
    if (call.api.changes)
        return fail(Error::Kind::Internal, u"a change was sent as a read"_s, where());
    std::set<QString> tried;
    std::optional<Error> failed;
    for (;;) {
        const auto link = anyLink(token, tried);
        if (!link)
            return failed ? told(*failed) : tl::unexpected(link.error());
        const auto until = patience(token);
        const auto sent = (*link)->send(call, token, until);
        auto answer = sent ? (*link)->receive(token, until)
                           : Result<WireAnswer>(tl::unexpected(sent.error()));
        if (answer || token.stopped() || !isAway(answer.error()))
            return answer;
        failed = answer.error();
        tried.insert(nameOf((*link)->at()));
        remember((*link)->at(), *failed);
    }
}

Result<WireMetadata> KafkaClient::metadata(
    const std::optional<QStringList>& topics, const Token& token)
{
    const auto answer = any(metadataCall(topics), token);
    if (!answer)
        return tl::unexpected(answer.error());
    auto metadata = metadataOf(*answer);
    if (!metadata)
        return told(metadata.error());
    learn(*metadata);
    return metadata;
}

Result<std::map<int, WireBroker>> KafkaClient::brokers(const Token& token)
{
    if (const auto asked = metadata(QStringList(), token); !asked)
        return tl::unexpected(asked.error());
    return m_brokers;
}

Result<int> KafkaClient::controller(const Token& token)
{
    const auto asked = metadata(QStringList(), token);
    if (!asked)
        return tl::unexpected(asked.error());
    return m_brokers.count(asked->controller) > 0 ? asked->controller : -1;
}

Result<WireAnswer> KafkaClient::node(int id, const WireCall& call, const Token& token)
{
    return std::move(many({{id, call}}, token).front());
}

std::vector<Result<WireAnswer>> KafkaClient::many(
    const std::vector<Asked>& asked, const Token& token)
{
    std::vector<Result<WireAnswer>> out(
        asked.size(), fail(Error::Kind::Internal, u"not asked"_s, where()));
    struct Queue {
        std::vector<size_t> items;
        size_t sent = 0;
        size_t answered = 0;
        KafkaLink* link = nullptr;
    };
    std::map<int, Queue> queues;
    std::set<int> nodes;
    for (size_t i = 0; i < asked.size(); ++i) {
        queues[asked[i].node].items.push_back(i);
        nodes.insert(asked[i].node);
    }
    // Before any link is taken: learning of brokers may drop links.
    if (const auto learned = learnOf(nodes, token); !learned) {
        std::fill(out.begin(), out.end(), tl::unexpected(learned.error()));
        return out;
    }
    const auto until = patience(token);

    const auto give = [&](Queue& queue, const Error& error) {
        for (; queue.answered < queue.items.size(); ++queue.answered)
            out[queue.items[queue.answered]] = told(error);
        queue.sent = queue.items.size();
        queue.link = nullptr;
    };
    const auto sendMore = [&](Queue& queue) {
        while (queue.link && queue.sent < queue.items.size()
            && queue.sent - queue.answered < kWindow) {
            const WireCall& call = asked[queue.items[queue.sent]].call;
            if (call.api.changes) {
                give(queue,
                    Error{Error::Kind::Internal, {}, u"a change was sent as a read"_s, {}, {}});
                return;
            }
            const auto sent = queue.link->send(call, token, until);
            if (!sent && sent.error().kind == Error::Kind::Unsupported) {
                // Nothing went out: this one has its answer, in its turn.
                out[queue.items[queue.sent]] = tl::unexpected(sent.error());
                queue.items.erase(queue.items.begin() + qsizetype(queue.sent));
                continue;
            }
            if (!sent) {
                give(queue, sent.error());
                return;
            }
            ++queue.sent;
        }
    };
    for (auto& [id, queue] : queues) {
        const auto link = linkTo(id, token);
        if (link) {
            queue.link = *link;
            sendMore(queue);
        } else {
            give(queue, link.error());
        }
    }
    bool busy = true;
    while (busy) {
        busy = false;
        for (auto& [id, queue] : queues) {
            if (!queue.link || queue.answered >= queue.sent)
                continue;
            auto answer = queue.link->receive(token, until);
            if (!answer) {
                remember(queue.link->at(), answer.error());
                give(queue, answer.error());
                continue;
            }
            out[queue.items[queue.answered++]] = std::move(answer);
            sendMore(queue);
            busy = true;
        }
    }
    return out;
}

Result<bool> KafkaClient::knows(const WireApi& api, const Token& token)
{
    const auto link = anyLink(token, {});
    if (!link)
        return tl::unexpected(link.error());
    return (*link)->knows(api);
}

Result<std::map<QString, Result<int>>> KafkaClient::coordinators(
    const QStringList& groups, const Token& token)
{
    constexpr qsizetype kAtOnce = 1000;
    std::map<QString, Result<int>> out;
    QStringList left = groups;
    for (int attempt = 0; attempt < kTries && !left.isEmpty() && !token.stopped(); ++attempt) {
        if (attempt > 0)
            pause(token);
        const auto inOne = knows(api::FindCoordinators, token);
        if (!inOne)
            return tl::unexpected(inOne.error());
        std::vector<WireCoordinator> found;
        for (qsizetype i = 0; i < left.size(); i += *inOne ? kAtOnce : 1) {
            const auto answer = any(
                *inOne ? coordinatorsCall(left.mid(i, kAtOnce)) : coordinatorCall(left[i]), token);
            if (!answer)
                return tl::unexpected(answer.error());
            if (*inOne) {
                auto many = coordinatorsOf(*answer);
                if (!many)
                    return told(many.error());
                std::move(many->begin(), many->end(), std::back_inserter(found));
            } else {
                const auto one = coordinatorOf(*answer, left[i]);
                if (!one)
                    return told(one.error());
                found.push_back(*one);
            }
        }
        left.clear();
        for (const WireCoordinator& one : found) {
            if (one.code == wire::kNone) {
                out.insert_or_assign(one.group, one.node);
            } else {
                out.insert_or_assign(one.group, told(errorOfCode(one.code)));
                if (passes(one.code))
                    left.append(one.group);
            }
        }
    }
    return out;
}

VoidResult KafkaClient::mayWrite() const
{
    if (m_setup->gate->allows())
        return {};
    return fail(Error::Kind::Refused, {}, where(),
        m_setup->gate->canLift()
            ? PH_TEXT("streams", "Writing is off for this connection. Lift it first.")
            : PH_TEXT("streams", "This connection is protected: nothing is written over it."),
        u"guard"_s);
}

Result<WireAnswer> KafkaClient::change(
    int node, const WireCall& call, const Token& token, TaskProgress& progress)
{
    if (node >= 0)
        if (const auto learned = learnOf({node}, token); !learned)
            return tl::unexpected(learned.error());
    const auto link = node < 0 ? anyLink(token, {}) : linkTo(node, token);
    if (!link)
        return tl::unexpected(link.error());
    if (const auto version = (*link)->versionOf(call.api); !version)
        return tl::unexpected(version.error());
    if (const auto may = mayWrite(); !may) // as late as possible
        return tl::unexpected(may.error());
    progress.sent();
    const auto until = token.deadline();
    if (const auto sent = (*link)->send(call, token, until); !sent)
        return tl::unexpected(sent.error());
    auto answer = (*link)->receive(token, until);
    if (answer)
        progress.answered();
    return answer;
}

} // namespace pilothouse::streams
