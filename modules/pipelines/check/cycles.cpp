// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/check/graphcheck.h"

#include <QSet>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kNamed = 8; // nodes of a cycle that are named

// Nodes that reach each other, by Tarjan's algorithm without recursion.
class Components final
{
public:
    explicit Components(const CheckContext& context)
        : m_context(context)
        , m_index(context.nodes.size(), 0)
        , m_low(context.nodes.size(), 0)
        , m_onStack(context.nodes.size(), false)
    {
        for (size_t i = 0; i < context.nodes.size(); ++i)
            m_places.insert(context.nodes[i].node->id, i);
        for (size_t i = 0; i < context.nodes.size(); ++i) {
            if (m_index[i] == 0)
                visit(i);
        }
    }

    std::vector<std::vector<size_t>> cyclic; // of at least two nodes

private:
    struct Frame {
        size_t node;
        size_t edge = 0;
    };

    void visit(size_t start)
    {
        std::vector<Frame> frames;
        enter(start, frames);
        while (!frames.empty()) {
            Frame& frame = frames.back();
            const size_t node = frame.node;
            const auto& out = m_context.nodes[node].out;
            if (frame.edge < out.size()) {
                const size_t next = m_places.value(out[frame.edge++]->to);
                if (m_index[next] == 0)
                    enter(next, frames);
                else if (m_onStack[next])
                    m_low[node] = std::min(m_low[node], m_index[next]);
                continue;
            }
            frames.pop_back();
            if (!frames.empty())
                m_low[frames.back().node] = std::min(m_low[frames.back().node], m_low[node]);
            if (m_low[node] == m_index[node])
                leave(node);
        }
    }

    void enter(size_t node, std::vector<Frame>& frames)
    {
        m_index[node] = m_low[node] = ++m_count;
        m_stack.push_back(node);
        m_onStack[node] = true;
        frames.push_back({node});
    }

    void leave(size_t root)
    {
        std::vector<size_t> members;
        size_t node = 0;
        do {
            node = m_stack.back();
            m_stack.pop_back();
            m_onStack[node] = false;
            members.push_back(node);
        } while (node != root);
        if (members.size() > 1) {
            std::ranges::sort(members);
            cyclic.push_back(std::move(members));
        }
    }

    const CheckContext& m_context;
    QHash<QString, size_t> m_places;
    std::vector<size_t> m_index; // 0: not seen
    std::vector<size_t> m_low;
    std::vector<bool> m_onStack;
    std::vector<size_t> m_stack;
    size_t m_count = 0;
};

// The shortest way from the first member back to itself.
QStringList wayRound(const CheckContext& context, const std::vector<size_t>& members)
{
    QSet<QString> inside;
    for (const size_t member : members)
        inside.insert(context.nodes[member].node->id);
    const QString first = context.nodes[members.front()].node->id;
    QHash<QString, QString> before;
    QStringList queue{first};
    for (qsizetype i = 0; i < queue.size(); ++i) {
        for (const Edge* edge : context.node(queue[i])->out) {
            if (edge->to == first) {
                QStringList way{first};
                for (QString at = queue[i]; at != first; at = before.value(at))
                    way.insert(1, at);
                return way;
            }
            if (inside.contains(edge->to) && !before.contains(edge->to)) {
                before.insert(edge->to, queue[i]);
                queue.append(edge->to);
            }
        }
    }
    return {first};
}

} // namespace

void checkCycles(CheckContext& context)
{
    for (const auto& members : Components(context).cyclic) {
        QStringList way = wayRound(context, members);
        const Edge closing{way.last(), {}, way.first(), {}, {}};
        const QString first = way.first();
        if (way.size() > kNamed)
            way = way.first(kNamed - 1) << u"…"_s << way.last();
        way << first;
        Problem& problem = context.add(Problem::Severity::Error,
            PH_TEXT("pipelines", "These wait for each other: %1.").arg(way.join(u" → "_s)), first);
        for (const Edge* edge : context.node(first)->in) {
            if (edge->from == closing.from)
                problem.edge = *edge;
        }
    }
}

} // namespace pilothouse::pipelines
